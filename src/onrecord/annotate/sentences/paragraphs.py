"""Paragraphs: the stretches of text that no sentence crosses.

A blank line always ends a paragraph. A single line break does so too, unless the whole text is
hard-wrapped, as pasted mail and wire copy is. That is decided by the shape of the lines: no line is
longer than ``WIDEST``, at least ``FULL_LINES`` are nearly as long as the longest, and the break in
question stands where the next word would not have fitted on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from onrecord.record import Span, merge

WIDEST: Final = 100  # columns; mail wraps at 72, terminals at 80, some wires at 96
NARROWEST: Final = 50  # narrower texts are lists, verse or headlines
FULL_LINES: Final = 3  # fewer full lines may be chance: a headline, a byline, a caption
NEARLY: Final = 12  # columns that a long next word may leave empty

_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_NO_SPACE: Final = re.compile(r"\S+")


def stretches(text: str, boilerplate: Sequence[Span] = ()) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, outside ``boilerplate``, in code points; blank ones too."""
    walls = merge(boilerplate)
    index = 0
    for start, end in _paragraphs(_lines(text), text):
        while index < len(walls) and walls[index].end <= start:
            index += 1
        here, at = start, index
        while at < len(walls) and walls[at].start < end:
            if here < walls[at].start:
                yield here, walls[at].start
            here = max(here, walls[at].end)
            at += 1
        if here < end:
            yield here, end


def _lines(text: str) -> list[tuple[int, int]]:
    lines, start = [], 0
    for found in _BREAK.finditer(text):
        lines.append((start, found.start()))
        start = found.end()
    lines.append((start, len(text)))
    return lines


def _paragraphs(lines: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    width = _wrap_width(lines)
    if width is None:
        yield from lines
        return
    start = lines[0][0]
    for line, following in pairwise(lines):
        if not _wrapped(text, line, following, width):
            yield start, line[1]
            start = following[0]
    yield start, lines[-1][1]


def _wrap_width(lines: list[tuple[int, int]]) -> int | None:
    """The column at which a hard-wrapped text breaks; None where the text is no such text."""
    lengths = [end - start for start, end in lines]
    width = max(lengths)
    if not NARROWEST <= width <= WIDEST:
        return None
    return width if sum(length >= width - NEARLY for length in lengths) >= FULL_LINES else None


def _wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the word that starts ``following`` did not fit on ``line``."""
    word = _NO_SPACE.match(text, *following)
    filled = text[line[0] : line[1]].rstrip()
    return bool(filled) and word is not None and len(filled) + 1 + len(word.group()) > width
