"""The documents of a record as a list, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.cli.lines import Line, Piece
from onrecord.cli.words import flat
from onrecord.store import Listing

HEADINGS = ("id", "published", "publisher", "claims", "names", "times", "title")


def listed(listings: Sequence[Listing]) -> Iterator[Line]:
    """The documents below a line of headings, in columns as wide as they need to be."""
    rows = [_row(listing) for listing in listings]
    widths = [max(len(cell) for cell in column) for column in zip(HEADINGS, *rows, strict=True)]
    yield _line(HEADINGS, widths, heading=True)
    for row in rows:
        yield _line(row, widths, heading=False)


def as_json(listing: Listing) -> bytes:
    """A document of the list as one line of JSON."""
    import msgspec

    return msgspec.json.encode(listing)


def _row(listing: Listing) -> tuple[str, ...]:
    return (
        flat(listing.short),
        listing.published.isoformat() if listing.published else "–",
        flat(listing.publisher or "–"),
        str(listing.claims),
        str(listing.names),
        str(listing.times),
        flat(listing.title),
    )


def _line(row: Sequence[str], widths: Sequence[int], *, heading: bool) -> Line:
    """A row of the list: words to the left of their column, numbers to the right, title last."""
    cells = [
        cell.rjust(width) if name in {"claims", "names", "times"} else cell.ljust(width)
        for name, cell, width in zip(HEADINGS, row, widths, strict=True)
    ]
    text = "  ".join(cells).rstrip()
    return Line(pieces=(Piece(text=text, style="faint" if heading else "plain"),), whole=True)
