"""What of a content stands in quotation marks, and a content without the marks around it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.models import Pieces, Tagged
from onrecord.models.pieces import QUOTES
from onrecord.record import Quotation, Span

MARKS = "\"“”„«»'‘’"
_EDGE = frozenset(MARKS + ",;: \t\n\r\u00a0")
_SINGLE = frozenset("'‘’")


def quotation(contents: Iterable[Tagged], pieces: Pieces, text: str) -> Quotation:
    """direct where all words are quoted, mixed where some are, indirect where none is."""
    quoted = total = 0
    for content in contents:
        words = [w for w in content.words if text[pieces.starts[w]].isalnum()]
        total += len(words)
        if _in_single_marks(content, pieces, text):
            quoted += len(words)
        else:
            inside = QUOTES.index("inside")
            quoted += sum(int(pieces.features[pieces.first_piece[w], 2]) == inside for w in words)
    if not quoted:
        return "indirect"
    return "direct" if quoted == total else "mixed"


def _in_single_marks(content: Tagged, pieces: Pieces, text: str) -> bool:
    """Whether single marks stand around the content; inside it they may be apostrophes."""
    first, last = text[pieces.starts[content.first]], text[pieces.ends[content.last - 1] - 1]
    return first in "'‘" and last in "'’" and content.last - content.first > 2


def unmarked(start: int, end: int, text: str) -> Span | None:
    """The span without quotation marks, commas and blanks at its edges; None if nothing is left.

    A single mark at the end stays where the text opens none: there it is an apostrophe.
    """
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE and not _apostrophe(start, end, text):
        end -= 1
    if start == end or not any(map(str.isalnum, text[start:end])):
        return None
    return Span(start=start, end=end)


def _apostrophe(start: int, end: int, text: str) -> bool:
    if text[end - 1] not in _SINGLE or end < 2 or not text[end - 2].isalnum():
        return False
    return not any(mark in text[max(0, start - 1) : end - 1] for mark in ("‘", " '", "\n'"))
