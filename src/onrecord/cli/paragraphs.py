"""The paragraphs of a text, by which a reader finds a place in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.record import Span


class Paragraphs:
    """The paragraphs of a text, numbered from 1.

    Blank lines divide them; where a text has none, every line is a paragraph.
    """

    def __init__(self, text: str) -> None:
        self._spans = tuple(_paragraphs(text))
        self._starts = [span.start for span in self._spans]

    def number(self, position: int) -> int:
        """The number of the paragraph that a position lies in, or of the last one before it."""
        return max(1, bisect_right(self._starts, position))

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)


def _paragraphs(text: str) -> Iterator[Span]:
    spaced = any(not line.strip() for line in text.strip().split("\n"))
    start: int | None = None
    end = offset = 0
    for line in text.split("\n"):
        blank = not line.strip()
        if start is not None and (blank or not spaced):
            yield Span(start=start, end=end)
            start = None
        if not blank:
            start = offset if start is None else start
            end = offset + len(line)
        offset += len(line) + 1
    if start is not None:
        yield Span(start=start, end=end)
