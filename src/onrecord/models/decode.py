"""From the scores of tags to spans of words: the best path that is well formed.

Viterbi over a linear-chain CRF (Lafferty et al. 2001) with BIO's rules as hard constraints, all
segments side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.models.manifest import Floats, Tagger
from onrecord.models.pieces import Ints

_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A run of words of one kind: words ``[first, last)``."""

    first: int
    last: int
    kind: str

    @property
    def words(self) -> range:
        """The run's words."""
        return range(self.first, self.last)


def decode(scores: Floats, tagger: Tagger, starts: Sequence[int]) -> tuple[Tagged, ...]:
    """The runs of the best well-formed path. scores: [words, tags]; no run crosses a word in ``starts``."""
    if not len(scores):
        return ()
    bounds = sorted({0, len(scores)}.union(n for n in starts if n < len(scores)))
    segments = list(pairwise(bounds))
    best = _viterbi(scores, _well_formed(tagger), _well_begun(tagger), segments)
    return _runs(best, tagger.labels, {first for first, _ in segments})


def _viterbi(scores: Floats, transitions: Floats, begin: Floats, segments: Sequence[tuple[int, int]]) -> Ints:
    """[words] the number of the best tag. Longest segment first, so those still running are a prefix."""
    order = sorted(segments, key=lambda segment: segment[0] - segment[1])
    lengths = np.array([last - first for first, last in order])
    firsts = np.array([first for first, _ in order])
    running = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
    total = scores[firsts] + begin
    back = np.zeros((lengths[0], len(order), scores.shape[1]), dtype=np.int64)
    for t in range(1, lengths[0]):
        n = running[t]
        paths = total[:n, :, None] + transitions
        back[t, :n] = paths.argmax(axis=1)
        total[:n] = paths.max(axis=1) + scores[firsts[:n] + t]
    best = np.zeros(len(scores), dtype=np.int64)
    at = total.argmax(axis=1)
    rows = np.arange(len(order))
    for t in range(lengths[0] - 1, -1, -1):
        n = running[t]
        best[firsts[:n] + t] = at[:n]
        at[:n] = back[t, rows[:n], at[:n]]
    return best


def _well_formed(tagger: Tagger) -> Floats:
    """The transitions, those that BIO forbids made impossible: I-x follows B-x or I-x alone."""
    allowed = np.array(
        [
            [not after.startswith("I-") or before[2:] == after[2:] for after in tagger.labels]
            for before in tagger.labels
        ]
    )
    return np.where(allowed, tagger.transitions, _NEVER).astype(np.float32)


def _well_begun(tagger: Tagger) -> Floats:
    return np.array([_NEVER if label.startswith("I-") else 0 for label in tagger.labels], dtype=np.float32)


def _runs(best: Ints, labels: Sequence[str], firsts: set[int]) -> tuple[Tagged, ...]:
    runs: list[Tagged] = []
    for word, tag in enumerate(best.tolist()):
        label = labels[tag]
        if label.startswith("B-"):
            runs.append(Tagged(first=word, last=word + 1, kind=label[2:]))
        elif label.startswith("I-") and word not in firsts:
            runs[-1] = Tagged(first=runs[-1].first, last=word + 1, kind=label[2:])
    return tuple(runs)
