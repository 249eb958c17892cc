"""Document -> stand-off annotations: the steps, in the one order in which they are taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onrecord.annotate.claims import find_attributions, find_claims
from onrecord.annotate.coreference import speakers
from onrecord.annotate.entities import find_entities
from onrecord.annotate.events import find_events, find_happenings, heads_of_parties
from onrecord.annotate.layers import Annotated, Step
from onrecord.annotate.mentions import KEPT, find_mentions, find_names
from onrecord.annotate.quantities import find_quantities
from onrecord.annotate.sentences import split
from onrecord.annotate.silences import find_silences
from onrecord.annotate.syntax import parse
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
        day = _day(annotated.document)
        return replace(annotated, times=find_times(annotated.readable, annotated.sentences, day))

    def syntax(annotated: Annotated) -> Annotated:
        found = parse(annotated.readable, annotated.encoded, encoder.heads, annotated.sentences)
        return replace(annotated, syntax=found)

    def attributions(annotated: Annotated) -> Annotated:
        found = find_attributions(annotated.encoded, encoder.heads, taggers)
        return replace(annotated, attributions=found)

    def happenings(annotated: Annotated) -> Annotated:
        found = find_happenings(annotated.encoded, encoder.heads, encoder.manifest, annotated.sentences)
        return replace(annotated, happenings=found)

    def entities(annotated: Annotated) -> Annotated:
        text, encoding, tree = annotated.readable, annotated.encoded, annotated.parsed
        parties = heads_of_parties(annotated.happenings, encoding, tree)
        names = find_names(text, encoding, taggers["names"], annotated.sentences)
        found = find_entities(
            text,
            find_mentions(tree, names, encoding, encoder.heads, KEPT, parties=parties),
            tree,
            encoding,
            encoder.heads,
            speakers(annotated.attributions, encoding, text),
            _day(annotated.document),
            parties.keys(),
        )
        return replace(annotated, entities=found)

    def claims(annotated: Annotated) -> Annotated:
        found = find_claims(
            annotated.readable,
            annotated.encoded,
            annotated.attributions,
            annotated.parsed,
            annotated.entities,
        )
        return replace(annotated, claims=found)

    def quantities(annotated: Annotated) -> Annotated:
        day = _day(annotated.document)
        found = find_quantities(annotated.parsed, annotated.times, annotated.claims, annotated.entities, day)
        return replace(annotated, quantities=found)

    def silences(annotated: Annotated) -> Annotated:
        found = find_silences(annotated.readable, annotated.parsed, annotated.claims, annotated.entities)
        return replace(annotated, silences=found)

    def events(annotated: Annotated) -> Annotated:
        found = find_events(
            annotated.happenings,
            annotated.encoded,
            annotated.parsed,
            annotated.entities,
            annotated.times,
            annotated.claims,
            _day(annotated.document),
        )
        return replace(annotated, events=found)

    return {
        "sentences": sentences,
        "encoding": encoding,
        "times": times,
        "syntax": syntax,
        "attributions": attributions,
        "happenings": happenings,
        "entities": entities,
        "claims": claims,
        "quantities": quantities,
        "silences": silences,
        "events": events,
    }


def _day(document: Document) -> date | None:
    return None if document.published is None else document.published.date


def annotate(document: Document, taken: Mapping[str, Step]) -> Record:
    """Folds the steps over a document, and gives its record."""
    annotated = Annotated(document=document)
    for step in taken.values():
        annotated = step(annotated)
    return Record(
        document=annotated.document,
        entities=annotated.entities,
        times=annotated.times,
        quantities=annotated.quantities,
        silences=annotated.silences,
        events=annotated.events,
        claims=annotated.claims,
    )
