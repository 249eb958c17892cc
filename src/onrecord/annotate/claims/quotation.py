"""What of a content stands in quotation marks, and a content without the marks around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.models import Pieces, Tagged
from onrecord.models.pieces import QUOTES
from onrecord.record import Quotation, Span

MARKS = "\"“”„«»'‘’"
_EDGE = frozenset(MARKS + ",;: \t\n\r\u00a0")
_PARTNER = {"“": "”", "”": "“", "«": "»", "»": "«", '"': '"'}
_SINGLE = frozenset("'‘’")
_OPENED = re.compile(r"‘|(?<!\w)'")


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

    A mark stays where its partner stands inside the span ("the visit was a “gaffe”"), and a single mark at
    the end where the text opens none: there it is an apostrophe.
    """
    while start < end and text[start] in _EDGE and not _closed_inside(start, end, text):
        start += 1
    while start < end and text[end - 1] in _EDGE and not _kept_at_end(start, end, text):
        end -= 1
    if start == end or not any(map(str.isalnum, text[start:end])):
        return None
    return Span(start=start, end=end)


def _closed_inside(start: int, end: int, text: str) -> bool:
    """Whether the mark at the start is closed before the span ends ("“rocket man” is dead")."""
    closing = _PARTNER.get(text[start])
    if closing is None:
        return False
    depth = 1
    for at in range(start + 1, end):
        if text[at] == closing:
            depth -= 1
        elif text[at] == text[start]:
            depth += 1
        if not depth:
            return any(map(str.isalnum, text[at + 1 : end]))
    return False


def _kept_at_end(start: int, end: int, text: str) -> bool:
    opening = _PARTNER.get(text[end - 1])
    inside = text[start : end - 1]
    if text[end - 1] == '"':
        return inside.count('"') % 2 == 1
    if opening is not None:
        return inside.count(opening) > inside.count(text[end - 1])
    return _apostrophe(start, end, text)


def _apostrophe(start: int, end: int, text: str) -> bool:
    """Whether a single mark at the end belongs to its word, as nothing before opens a quotation with one."""
    if text[end - 1] not in _SINGLE or end < 2 or not text[end - 2].isalnum():
        return False
    return not _OPENED.search(text, max(0, start - 1), end - 1)
