"""A report of an invented outlet and the record of it, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.record import (
    Claim,
    DaySpan,
    Document,
    Entity,
    EntityType,
    Event,
    Mention,
    Model,
    Published,
    Quantity,
    Quotation,
    Reader,
    Record,
    Reference,
    Silence,
    Span,
    Time,
)

TEXT = """Foreign Minister Ana Vélez said on Friday that Norland would not take part in the talks. \
“We were not asked,” she told Harbour Radio, “and we will not beg.”

Eastmark's government denied this. According to the state agency ENA, which cited a deputy \
minister, the deputy believes an invitation was sent in late February.

Share this article"""

READER = Reader(version="1.2.3", model=Model(name="tiny", sha256="0a1b2c3d" * 8), vocabulary="2025.1")


def span(words: str, *, after: str = "") -> Span:
    """Where the words stand in the text, the first time after some others."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start=start, end=start + len(words))


def entity(name: str, kind: EntityType, *words: str, country: str | None = None) -> Entity:
    """An entity named by its first word in lower case."""
    found = [span(word) for word in words]
    return Entity(
        id=name.split()[-1].lower(),
        name=name,
        type=kind,
        country=country,
        mentions=tuple(Mention(start=one.start, end=one.end, kind="name") for one in found),
    )


def who(words: str, name: str | None, *, after: str = "") -> Reference:
    """A reference by these words to the entity with this id."""
    return Reference(entity=name, spans=(span(words, after=after),))


def claim(
    name: str,
    source: Reference | None,
    cue: str,
    *content: str,
    quotation: Quotation = "indirect",
    chain: tuple[Reference, ...] = (),
    parent: str | None = None,
) -> Claim:
    """A claim whose cue and content are given by their words."""
    return Claim(
        id=name,
        source=source,
        cue=(span(cue),),
        content=tuple(span(words) for words in content),
        quotation=quotation,
        chain=chain,
        parent=parent,
    )


RADIO = who("Harbour Radio", "radio")
AGENCY = who("the state agency ENA", "ena")
DEPUTY = who("a deputy minister", None)

RECORD = Record(
    document=Document(
        id="9f8e7d6c" * 8,
        text=TEXT,
        title="Norland stays away",
        url="https://harbour.example/norland",
        publisher="harbour-times",
        authors=("Kim Ode",),
        published=Published(date=date(2025, 3, 9), basis="metadata"),
        boilerplate=(span("Share this article"),),
        reader=READER,
    ),
    entities=(
        entity("Ana Vélez", "person", "Ana Vélez"),
        entity("Eastmark", "country", "Eastmark", country="EMK"),
        entity("Norland", "country", "Norland", "Norland", country="NLD"),
        entity("Harbour Radio", "publisher", "Harbour Radio"),
        entity("ENA", "publisher", "ENA"),
    ),
    times=(
        Time(
            start=span("Friday").start,
            end=span("Friday").end,
            type="DATE",
            value="2025-03-07",
            first=date(2025, 3, 7),
            last=date(2025, 3, 7),
        ),
    ),
    claims=(
        claim("c3", who("Eastmark's government", "eastmark"), "denied", "this"),
        claim(
            "c1",
            who("Ana Vélez", "vélez"),
            "said",
            "that Norland would not take part in the talks",
        ),
        claim(
            "c2",
            who("she", "vélez"),
            "told",
            "We were not asked",
            "and we will not beg.",
            quotation="direct",
            chain=(RADIO, who("she", "vélez")),
        ),
        claim(
            "c4",
            DEPUTY,
            "According to",
            "the deputy believes an invitation was sent in late February",
            chain=(AGENCY, DEPUTY),
        ),
        claim(
            "c5",
            who("the deputy", None, after="cited"),
            "believes",
            "an invitation was sent in late February",
            parent="c4",
        ),
    ),
)


COUNTED = replace(
    RECORD,
    quantities=(
        Quantity(
            id="q1",
            start=span("not take part").start,
            end=span("not take part").end,
            low=12000.0,
            high=12000.0,
            approximate=True,
            what="troops",
            source=who("Ana Vélez", "vélez"),
            as_of=DaySpan(first=date(2025, 3, 7), last=date(2025, 3, 7)),
            claim="c1",
        ),
        Quantity(id="q2", start=0, end=16, low=None, high=2.5e9, approximate=False, what="aid", unit="USD"),
    ),
    silences=(
        Silence(
            id="s1",
            who=who("Eastmark's government", "eastmark"),
            kind="not_confirmed",
            about=(span("the talks"),),
            span=span("Eastmark's government denied this."),
            claim="c1",
        ),
    ),
)


def _event(number: int, kind: str, words: str, actor: str, recipient: str, **told: Any) -> Event:
    return replace(
        Event(
            id=f"v{number}",
            type=kind,
            mode=None,
            contexts=(),
            trigger=span(words),
            actor=tuple(actor.split()),
            recipient=tuple(recipient.split()),
            time=None,
            place=None,
            factuality="happened",
            claims=(),
            score=0.9,
        ),
        **told,
    )


EVENTFUL = replace(
    RECORD,
    events=(
        _event(2, "ACCUSE", "denied", "", "norland", score=0.4, mode="allege"),
        _event(
            1,
            "CONSULT",
            "the talks",
            "norland eastmark",
            "eastmark norland",
            factuality="did_not_happen",
            time=DaySpan(first=date(2025, 3, 7), last=date(2025, 3, 7)),
            place="eastmark",
            contexts=("diplomatic", "military"),
            claims=("c1",),
            mentions=(span("the talks"), span("Friday")),
        ),
    ),
)
