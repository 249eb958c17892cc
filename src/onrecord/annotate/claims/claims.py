"""The claims of a document, from what the encoder says of its words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.annotate.claims.linking import Attribution, link
from onrecord.annotate.claims.quotation import quotation, unmarked
from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.syntax import Syntax
from onrecord.models import Encoding, Tagged, decode
from onrecord.models.manifest import Tagger
from onrecord.record import Claim, Entity, Reference, Span


def find_attributions(encoding: Encoding, tagger: Tagger) -> tuple[Attribution, ...]:
    """Which words attribute what to whom, in the order of the contents.

    A content may run over sentences, but a new paragraph starts a new run, which the same cue may own.
    """
    pieces = encoding.pieces
    if not pieces.words:
        return ()
    breaks = np.flatnonzero(pieces.features[pieces.first_piece, 1]).tolist()
    return link(decode(encoding.tags("claims"), tagger, breaks), encoding)


def find_claims(
    text: str,
    encoding: Encoding,
    attributions: Sequence[Attribution],
    syntax: Syntax,
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """Every attribution as a claim, its source resolved to an entity; ids c1, c2, …"""
    sources = Sources(syntax, entities)
    found: list[Claim] = []
    for attribution in attributions:
        claim = _claim(f"c{len(found) + 1}", attribution, text, encoding, sources)
        if claim is not None:
            found.append(claim)
    return tuple(found)


def _claim(
    name: str, attribution: Attribution, text: str, encoding: Encoding, sources: Sources
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
        source = Reference(entity=sources.entity(span, text), spans=(span,))
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
