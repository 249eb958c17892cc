"""Decoding tags into runs."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.models.decode import Tagged, decode
from onrecord.models.manifest import Floats, Tagger

LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source")


def _tagger(seed: int) -> Tagger:
    transitions = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    return Tagger(labels=LABELS, transitions=transitions)


def _best_by_trying(scores: Floats, tagger: Tagger) -> float:
    """The score of the best well-formed path, by trying all of them."""
    best = -np.inf
    for path in itertools.product(range(len(LABELS)), repeat=len(scores)):
        before = "O"
        for tag in path:
            if LABELS[tag].startswith("I-") and before[2:] != LABELS[tag][2:]:
                break
            before = LABELS[tag]
        else:
            best = max(best, _path_score(scores, tagger, path))
    return best


def _path_score(scores: Floats, tagger: Tagger, path: tuple[int, ...]) -> float:
    emitted = sum(float(scores[n, tag]) for n, tag in enumerate(path))
    return emitted + sum(float(tagger.transitions[a, b]) for a, b in itertools.pairwise(path))


def _path(runs: tuple[Tagged, ...], words: int) -> tuple[int, ...]:
    path = [0] * words
    for run in runs:
        path[run.first] = LABELS.index(f"B-{run.kind}")
        for word in range(run.first + 1, run.last):
            path[word] = LABELS.index(f"I-{run.kind}")
    return tuple(path)


@given(seed=st.integers(0, 10_000), words=st.integers(1, 5))
def test_the_best_path_is_found(seed: int, words: int) -> None:
    """Viterbi finds the score that trying every well-formed path finds."""
    scores = np.random.default_rng(seed).normal(size=(words, 5)).astype(np.float32) * 2
    tagger = _tagger(seed + 1)
    runs = decode(scores, tagger, [])
    found = _path_score(scores, tagger, _path(runs, words))
    assert found == pytest.approx(_best_by_trying(scores, tagger), abs=1e-4)


@settings(max_examples=50)
@given(seed=st.integers(0, 10_000), starts=st.sets(st.integers(0, 40), max_size=8))
def test_segments_are_decoded_as_if_alone(seed: int, starts: set[int]) -> None:
    """Segments side by side give what each gives by itself, and no run crosses a start."""
    scores = np.random.default_rng(seed).normal(size=(40, 5)).astype(np.float32) * 2
    tagger = _tagger(seed)
    bounds = sorted({0, 40} | starts)
    alone = tuple(
        Tagged(first=run.first + a, last=run.last + a, kind=run.kind)
        for a, b in itertools.pairwise(bounds)
        for run in decode(scores[a:b], tagger, [])
    )
    assert decode(scores, tagger, sorted(starts)) == alone


def test_nothing_gives_nothing() -> None:
    """No words, no runs."""
    assert decode(np.zeros((0, 5), dtype=np.float32), _tagger(0), []) == ()
