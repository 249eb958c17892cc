"""Document -> stand-off annotations: the steps, in the one order in which they are taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord.annotate.claims import find_claims
from onrecord.annotate.layers import Annotated, Step
from onrecord.annotate.mentions import find_entities
from onrecord.annotate.sentences import split
from onrecord.annotate.times import find_times
from onrecord.models import Encoder
from onrecord.record import Document, Record

__all__ = ["Annotated", "Step", "annotate", "steps"]


def steps(encoder: Encoder) -> Mapping[str, Step]:
    """Every step by name, in order; each may use the layers of those before it."""
    taggers = encoder.manifest.taggers

    def sentences(annotated: Annotated) -> Annotated:
        document = annotated.document
        return replace(annotated, sentences=split(document.text, document.boilerplate))

    def encoding(annotated: Annotated) -> Annotated:
        return replace(annotated, encoding=encoder.encode(annotated.readable))

    def times(annotated: Annotated) -> Annotated:
        published = annotated.document.published
        day = None if published is None else published.date
        return replace(annotated, times=find_times(annotated.readable, annotated.sentences, day))

    def mentions(annotated: Annotated) -> Annotated:
        entities = find_entities(annotated.readable, annotated.encoded, taggers["names"], annotated.sentences)
        return replace(annotated, entities=entities)

    def claims(annotated: Annotated) -> Annotated:
        found = find_claims(annotated.readable, annotated.encoded, taggers["claims"], annotated.entities)
        return replace(annotated, claims=found)

    return {
        "sentences": sentences,
        "encoding": encoding,
        "times": times,
        "mentions": mentions,
        "claims": claims,
    }


def annotate(document: Document, taken: Mapping[str, Step]) -> Record:
    """Folds the steps over a document, and gives its record."""
    annotated = Annotated(document=document)
    for step in taken.values():
        annotated = step(annotated)
    return Record(
        document=annotated.document,
        entities=annotated.entities,
        times=annotated.times,
        claims=annotated.claims,
    )
