"""Who speaks in each quotation: the first and second persons there are to be read from his side."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.claims.linking import Attribution
from onrecord.annotate.claims.quotation import find_quotations, quotation
from onrecord.models import Encoding
from onrecord.record import Span


def speakers(
    attributions: Sequence[Attribution], encoding: Encoding, text: str
) -> list[tuple[Span, Span | None]]:
    """Every quoted content with the span of its source, or None where nobody is named."""
    pieces = encoding.pieces

    def span(first: int, last: int) -> Span:
        return Span(start=int(pieces.starts[first]), end=int(pieces.ends[last - 1]))

    quotations = find_quotations(text)
    found: list[tuple[Span, Span | None]] = []
    for one in attributions:
        content = [span(run.first, run.last) for run in one.content]
        if quotation(content, quotations, text) != "indirect":
            source = span(one.source[0].first, one.source[-1].last) if one.source else None
            found += [(part, source) for part in content]
    return found
