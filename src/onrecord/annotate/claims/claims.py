"""The claims of a document, from what the encoder says of its words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.annotate.claims.linking import Attribution, link
from onrecord.annotate.claims.quotation import quotation, unmarked
from onrecord.annotate.claims.sources import named
from onrecord.models import Encoding, Tagged, decode
from onrecord.models.manifest import Tagger
from onrecord.record import Claim, Entity, Reference, Span


def find_claims(
    text: str, encoding: Encoding, tagger: Tagger, entities: Sequence[Entity]
) -> tuple[Claim, ...]:
    """Every attribution of ``text``, in the order of their contents; ids c1, c2, …

    A content may run over sentences, but a new paragraph starts a new run, which the same cue may own.
    """
    pieces = encoding.pieces
    if not pieces.words:
        return ()
    breaks = np.flatnonzero(pieces.features[pieces.first_piece, 1]).tolist()
    runs = decode(encoding.tags("claims"), tagger, breaks)
    found: list[Claim] = []
    for attribution in link(runs, encoding):
        claim = _claim(f"c{len(found) + 1}", attribution, text, encoding, entities)
        if claim is not None:
            found.append(claim)
    return tuple(found)


def _claim(
    name: str, attribution: Attribution, text: str, encoding: Encoding, entities: Sequence[Entity]
) -> Claim | None:
    """The claim, unless nothing but marks is claimed."""
    pieces = encoding.pieces
    content = tuple(
        span for run in attribution.content if (span := unmarked(*_bounds(run, encoding), text)) is not None
    )
    if not content:
        return None
    source = None
    if attribution.source is not None:
        span = _span(attribution.source, encoding, text)
        source = Reference(entity=named(span, text, entities), spans=(span,))
    return Claim(
        id=name,
        source=source,
        cue=() if attribution.cue is None else (_span(attribution.cue, encoding, text),),
        content=content,
        quotation=quotation(attribution.content, pieces, text),
        chain=() if source is None else (source,),
    )


def _bounds(run: Tagged, encoding: Encoding) -> tuple[int, int]:
    return int(encoding.pieces.starts[run.first]), int(encoding.pieces.ends[run.last - 1])


def _span(run: Tagged, encoding: Encoding, text: str) -> Span:
    """The run without a comma that closes it."""
    start, end = _bounds(run, encoding)
    bare = start + len(text[start:end].rstrip(" ,;"))
    return Span(start=start, end=max(bare, start + 1))
