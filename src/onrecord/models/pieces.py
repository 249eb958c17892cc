"""Text cut into the word pieces that the encoder reads, with what the pieces alone do not show.

The encoder is uncased and its tokenizer drops line breaks, so each piece carries four small
features of its word: its letter case, whether a paragraph starts there, whether it stands in a
quotation, and whether it names one of two parties that are asked about. Training and reading both go
through `cut`, so they see the same input.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]

SHAPES = ("mark", "lower", "title", "upper", "mixed", "digits", "initial", "uncased")
BREAKS = ("none", "line", "paragraph")
QUOTES = ("outside", "inside", "mark")
PARTIES = ("neither", "actor", "recipient")
FEATURE_SIZES = (len(SHAPES), len(BREAKS), len(QUOTES), len(PARTIES))

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The pieces of one text, and the words (runs of letters and digits, or single marks) they form.

    ids: [pieces] vocabulary numbers. features: [pieces, 4] numbers of SHAPES, BREAKS, QUOTES, PARTIES.
    first_piece: [words] index of each word's first piece. starts, ends: [words] code points.
    """

    ids: Ints
    features: Ints
    first_piece: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def words(self) -> int:
        """How many words there are."""
        return len(self.starts)

    def words_at(self, starts: Sequence[int], ends: Sequence[int]) -> Ints:
        """For each ``[start, end)`` the first word that begins in it, else the one that holds ``start``."""
        found = np.searchsorted(self.starts, np.asarray(starts, dtype=np.int64), side="left")
        after = np.append(self.starts, np.iinfo(np.int64).max)[found] >= np.asarray(ends, dtype=np.int64)
        words: Ints = np.maximum(found - after, 0)
        return words

    def words_over(self, start: int, end: int) -> slice:
        """The words that share a character with ``[start, end)``."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        return slice(first, max(first, int(np.searchsorted(self.starts, end, side="left"))))


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cuts ``text`` into pieces with their features; offsets are code points of ``text``."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids: list[int] = []
    piece_word: list[int] = []
    first_piece: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    last: int | None = None
    for piece, (start, end), word in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
        if end <= start:
            continue
        if word != last:
            first_piece.append(len(ids))
            starts.append(start)
            ends.append(end)
            last = word
        else:
            ends[-1] = max(ends[-1], end)
        ids.append(piece)
        piece_word.append(len(starts) - 1)
    features = np.array(_features(text, starts, ends), dtype=np.int64).reshape(-1, 4)
    return Pieces(
        ids=np.array(ids, dtype=np.int64),
        features=features[np.array(piece_word, dtype=np.int64)],
        first_piece=np.array(first_piece, dtype=np.int64),
        starts=np.array(starts, dtype=np.int64),
        ends=np.array(ends, dtype=np.int64),
    )


def marked(pieces: Pieces, actor: tuple[int, int], recipient: tuple[int, int]) -> Pieces:
    """The pieces with the words at ``[start, end)`` of two parties marked; the actor's where they overlap."""
    features = pieces.features.copy()
    for name, (start, end) in (("recipient", recipient), ("actor", actor)):
        words = pieces.words_over(start, end)
        ends = np.append(pieces.first_piece, len(pieces))
        features[ends[words.start] : ends[words.stop], 3] = PARTIES.index(name)
    return replace(pieces, features=features)


def sentence_starts(pieces: Pieces, text: str) -> list[int]:
    """Words at which a window may begin: after a line break, or after a stop when capitals follow.

    Only for cutting windows; what a sentence is, `onrecord.annotate.sentences` says.
    """
    found = []
    stopped = False
    for word, start in enumerate(pieces.starts.tolist()):
        shape, line, quote, _ = pieces.features[pieces.first_piece[word]].tolist()
        if line or (stopped and shape != SHAPES.index("lower") and (shape or quote)):
            found.append(word)
            stopped = False
        mark = text[start]
        stopped = mark in ".?!" or (stopped and mark in '"”’»)')
    return found


def _features(text: str, starts: list[int], ends: list[int]) -> list[tuple[int, int, int, int]]:
    rows: list[tuple[int, int, int, int]] = []
    inside = False
    before = 0
    for start, end in zip(starts, ends, strict=True):
        gap = text[before:start]
        line = 0
        if not rows or "\n" in gap:
            line = 2 if not rows or _EMPTY_LINE.search(gap) else 1
            inside = False  # a quotation over several paragraphs opens anew in each
        word = text[start:end]
        quote = int(inside)
        if word in _OPENING:
            quote, inside = 2, True
        elif word in _CLOSING:
            quote, inside = 2, False
        elif word == '"':
            quote, inside = 2, not inside
        rows.append((_shape(word), line, quote, 0))
        before = end
    return rows


def _shape(word: str) -> int:
    if not any(map(str.isalnum, word)):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 6 if len(word) == 1 else 3
    if word.istitle():
        return 2
    if word[0].isdigit():
        return 5
    return 4 if word.lower() != word else 7
