"""The lines of a text, with where each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank: ``[start, end)`` without its line break, ``text`` without outer
    blanks.
    """

    start: int
    end: int
    text: str


def find_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that hold more than blanks, in order. Lines end with CR, LF or CRLF."""
    return tuple(
        Line(start=match.start(), end=match.end(), text=stripped)
        for match in _LINE.finditer(text)
        if (stripped := match.group().strip())
    )
