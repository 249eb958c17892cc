"""Examples as windows of numbers, and windows as batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.models.pieces import Ints, Pieces, cut, sentence_starts
from onrecord.models.windows import WIDTH, windows
from training.examples import Example
from training.network import TAGS

NO_LINK = -1  # the word belongs to no claim
SHOUTED = 0.02  # of all lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One window with its gold. Words count from 1 after [CLS]; gold of a missing layer is None.

    contents, cues: [words] the number of the claim whose content or cue the word is in, or NO_LINK.
    sources: [pairs, 2] a word and the number of a claim whose source it is in; claims share sources.
    """

    ids: Ints
    features: Ints
    first_piece: Ints
    names: Ints | None
    claims: Ints | None
    contents: Ints
    cues: Ints
    sources: Ints


def trainings(
    examples: Iterable[Example], tokenizer: Tokenizer, draw: random.Random, *, overlap: int = 0
) -> Iterator[Training]:
    """The windows of all examples, cut anew at other places every time."""
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    for example in _shouted(examples, draw):
        pieces = cut(example.text, tokenizer)
        if not pieces.words:
            continue
        sizes = np.diff(np.append(pieces.first_piece, len(pieces))).tolist()
        width = draw.randint(WIDTH * 2 // 3, WIDTH)
        starts = sentence_starts(pieces, example.text)
        gold = _gold(example, pieces)
        for window in windows(sizes, starts, width=width, overlap=overlap):
            words = slice(window.first, window.last)
            a = int(pieces.first_piece[window.first])
            b = int(pieces.first_piece[window.last]) if window.last < pieces.words else len(pieces)
            if b - a > 500:
                continue  # one word of hundreds of pieces: nothing to learn from
            edge = np.zeros((1, 3), dtype=np.int64)
            yield Training(
                ids=np.concatenate([[cls], pieces.ids[a:b], [sep]]),
                features=np.concatenate([edge, pieces.features[a:b], edge]),
                first_piece=pieces.first_piece[words] - a + 1,
                names=None if gold.names is None else gold.names[words],
                claims=None if gold.claims is None else gold.claims[words],
                contents=gold.contents[words],
                cues=gold.cues[words],
                sources=gold.sources_in(window.first, window.last),
            )


def _shouted(examples: Iterable[Example], draw: random.Random) -> Iterator[Example]:
    """The examples, a few of their lines in capitals: headlines are, and corpora have too few."""
    for example in examples:
        lines = example.text.split("\n")
        text = "\n".join(line.upper() if draw.random() < SHOUTED else line for line in lines)
        yield replace(example, text=text) if len(text) == len(example.text) else example


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gold:
    """The gold of a whole text, by word, as in `Training`."""

    names: Ints | None
    claims: Ints | None
    contents: Ints
    cues: Ints
    sources: Ints

    def sources_in(self, first: int, last: int) -> Ints:
        words = self.sources[:, 0]
        found = self.sources[(words >= first) & (words < last)]
        shifted: Ints = found - np.array([first, 0])
        return shifted


def _gold(example: Example, pieces: Pieces) -> _Gold:
    names = claims = None
    contents = np.full(pieces.words, NO_LINK, dtype=np.int64)
    cues = contents.copy()
    sources: list[tuple[int, int]] = []
    if example.names is not None:
        names = np.zeros(pieces.words, dtype=np.int64)
        for name in example.names:
            _tag(names, _words(pieces, name.start, name.end), TAGS["names"].index(f"B-{name.type}"))
    if example.attributions is not None:
        claims = np.zeros(pieces.words, dtype=np.int64)
        # content first: where the few overlapping annotations meet, the shorter parts win
        for part in ("content", "source", "cue"):
            for number, attribution in enumerate(example.attributions):
                for start, end in getattr(attribution, part):
                    words = _words(pieces, start, end)
                    _tag(claims, words, TAGS["claims"].index(f"B-{part}"))
                    if part == "source":
                        sources += [(word, number) for word in range(words.start, words.stop)]
                    else:
                        (contents if part == "content" else cues)[words] = number
    return _Gold(
        names=names,
        claims=claims,
        contents=contents,
        cues=cues,
        sources=np.array(sources, dtype=np.int64).reshape(-1, 2),
    )


def _words(pieces: Pieces, start: int, end: int) -> slice:
    """The words that share a character with ``[start, end)``."""
    return slice(
        int(np.searchsorted(pieces.ends, start, side="right")),
        int(np.searchsorted(pieces.starts, end, side="left")),
    )


def _tag(tags: Ints, words: slice, begin: int) -> None:
    tags[words] = begin + 1
    tags[words.start : words.start + 1] = begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Windows padded to one length. gold: per task [batch, words]; word_mask [batch, words].

    links: by kind, [batch, words, words] whether the one word is to find the other.
    linking: by kind, [batch, words] which words are to find one, or to find that there is none.
    """

    ids: Tensor
    features: Tensor
    mask: Tensor
    first_piece: Tensor
    word_mask: Tensor
    gold: dict[str, Tensor]
    links: dict[str, Tensor]
    linking: dict[str, Tensor]


def batches(items: Sequence[Training], pieces: int, draw: random.Random) -> list[Batch]:
    """Batches of about ``pieces`` pieces, windows of like length together, in random order.

    Windows with the same annotated layers go together, so that a batch has gold for all its rows.
    """
    kinds: dict[tuple[bool, bool], list[Training]] = {}
    for item in items:
        kinds.setdefault((item.names is None, item.claims is None), []).append(item)
    found: list[Batch] = []
    for kind in kinds.values():
        ordered = sorted(kind, key=lambda item: len(item.ids) + draw.random() * 12)
        group: list[Training] = []
        for item in ordered:
            if group and (len(group) + 1) * max(len(item.ids), len(group[-1].ids)) > pieces:
                found.append(batch(group))
                group = []
            group.append(item)
        found.append(batch(group))
    draw.shuffle(found)
    return found


def batch(group: Sequence[Training]) -> Batch:
    """Pads a group of windows to tensors."""
    gold = {
        task: _pad([getattr(item, task) for item in group], 0)
        for task in TAGS
        if getattr(group[0], task) is not None
    }
    ids = _pad([item.ids for item in group], 0)
    return Batch(
        ids=ids,
        features=torch.nn.utils.rnn.pad_sequence(
            [torch.from_numpy(item.features) for item in group], batch_first=True
        ),
        mask=_pad([np.ones_like(item.ids) for item in group], 0),
        first_piece=_pad([item.first_piece for item in group], 0),
        word_mask=_pad([np.ones_like(item.first_piece) for item in group], 0).float(),
        gold=gold,
        links=_links(group),
        linking={
            "cue": _pad([item.contents for item in group], NO_LINK) >= 0,
            "source": _pad([item.cues for item in group], NO_LINK) >= 0,
        },
    )


def _links(group: Sequence[Training]) -> dict[str, Tensor]:
    """Contents find their cue, cues their source."""
    size = max(len(item.cues) for item in group)
    cue_of = torch.zeros(len(group), size, size, dtype=torch.bool)
    source_of = torch.zeros_like(cue_of)
    for row, item in enumerate(group):
        contents, cues = torch.from_numpy(item.contents), torch.from_numpy(item.cues)
        n = len(cues)
        cue_of[row, :n, :n] = (contents[:, None] == cues[None]) & (contents >= 0)[:, None]
        for word, claim in item.sources.tolist():
            source_of[row, :n, word] |= cues == claim
    return {"cue": cue_of, "source": source_of}


def _pad(rows: Sequence[Ints], value: int) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence(
        [torch.from_numpy(row) for row in rows], batch_first=True, padding_value=value
    )
