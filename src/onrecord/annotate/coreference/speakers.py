"""Who speaks in each quotation: the first and second persons there are to be read from his side."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.claims.linking import Attribution
from onrecord.annotate.claims.quotation import quotation
from onrecord.models import Encoding
from onrecord.record import Span


def speakers(
    attributions: Sequence[Attribution], encoding: Encoding, text: str
) -> list[tuple[Span, Span | None]]:
    """Every quoted content with the span of its source, or None where nobody is named."""
    pieces = encoding.pieces
    found: list[tuple[Span, Span | None]] = []
    for one in attributions:
        if quotation(one.content, pieces, text) == "indirect":
            continue
        source = None
        if one.source is not None:
            source = Span(
                start=int(pieces.starts[one.source.first]), end=int(pieces.ends[one.source.last - 1])
            )
        found += [
            (Span(start=int(pieces.starts[run.first]), end=int(pieces.ends[run.last - 1])), source)
            for run in one.content
        ]
    return found
