"""What all sections of a ledger are made of: headings, the words of spans, and days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.cli.lines import Line, Piece, plain
from onrecord.cli.words import flat
from onrecord.record import DaySpan, Span, Time

NUMBER = 5
"""Columns for the numbers of paragraphs."""


def section(title: str, number: int, nothing: str) -> Iterator[Line]:
    """A heading after an empty line, and what to say where there is nothing below it."""
    yield Line()
    count = Piece(text=f"  {number}" if number else "", style="faint")
    yield Line(pieces=(Piece(text=title.upper(), style="heading"), count))
    if not number:
        yield plain(nothing, indent=2, style="faint")


def cut(spans: Sequence[Span], text: str) -> str:
    """The words of the spans, an ellipsis where something lies between."""
    return " … ".join(flat(span.cut(text)) for span in spans)


def days(time: Time | DaySpan) -> str:
    """The first and last day of a time or a figure, at the precision that is known."""
    match time.first, time.last:
        case None, None:
            return "no day"
        case date() as first, None:
            return f"from {first.isoformat()}"
        case None, date() as last:
            return f"until {last.isoformat()}"
        case date() as first, date() as last if first == last:
            return f"{first.isoformat()} {first:%a}"
    return f"{time.first} to {time.last}"
