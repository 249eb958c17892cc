"""Small documents and readers that the tests of the store share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.record import (
    Claim,
    DaySpan,
    Document,
    Entity,
    Event,
    Mention,
    Model,
    Published,
    Quantity,
    Reader,
    Record,
    Reference,
    Silence,
    Span,
    Time,
)

TEXT = "Minister Ana Vélez 👩‍🚀 said on Friday that “two ships” had left."


def reader(version: str = "1.0") -> Reader:
    """A reader that differs from others by its version alone."""
    return Reader(version=version, model=Model(name="tiny", sha256="ab" * 32), vocabulary="2025.1")


def document(
    name: str = "d1",
    text: str = TEXT,
    *,
    version: str = "1.0",
    title: str | None = None,
    published: date | None = None,
) -> Document:
    """A document as a reader leaves it."""
    return Document(
        id=name,
        text=text,
        title=title,
        published=None if published is None else Published(date=published, basis="given"),
        reader=reader(version),
    )


def record(name: str = "d1", text: str = TEXT, *, version: str = "1.0") -> Record:
    """A record with a name, a time and a claim, whose spans fit ``TEXT``."""
    return Record(
        document=document(name, text, version=version),
        entities=(
            Entity(
                id="e1",
                name="Ana Vélez",
                type="person",
                mentions=(Mention(start=9, end=18, kind="name"),),
            ),
        ),
        times=(Time(start=31, end=37, type="DATE", value="2025-03-07", first=date(2025, 3, 7)),),
        claims=(
            Claim(
                id="c1",
                source=Reference(entity="e1", spans=(Span(start=0, end=18),)),
                cue=(Span(start=23, end=27),),
                content=(Span(start=43, end=63),),
                quotation="mixed",
            ),
        ),
    )


def reported(name: str = "d1", *, version: str = "1.0") -> Record:
    """A record whose first claim uses every field that says how it is put and by whom; spans fit ``TEXT``."""
    agency = Reference(entity="e1", spans=(Span(start=9, end=18),))
    somebody = Reference(entity=None, spans=(Span(start=0, end=8),), anonymous=True)
    denial = Claim(
        id="c1",
        source=somebody,
        cue=(Span(start=23, end=27),),
        content=(Span(start=43, end=63),),
        quotation="mixed",
        stance="denies",
        commitment="weak",
        distanced=True,
        chain=(agency, somebody),
    )
    alone = Reference(entity="e1", spans=())
    within = Claim(
        id="c2",
        source=alone,
        cue=(),
        content=(Span(start=44, end=53),),
        quotation="direct",
        chain=(agency, alone),
        parent="c1",
    )
    return replace(record(name, version=version), claims=(denial, within))


def counted(name: str = "d1") -> Record:
    """A record with a figure and a silence, whose spans fit ``TEXT``."""
    somebody = Reference(entity="e1", spans=(Span(start=0, end=18),))
    figure = Quantity(
        id="q1",
        start=44,
        end=53,
        low=2.0,
        high=None,
        approximate=True,
        what="ships",
        source=somebody,
        as_of=DaySpan(first=None, last=date(2025, 3, 7)),
        claim="c1",
    )
    silence = Silence(
        id="s1",
        who=somebody,
        kind="not_confirmed",
        about=(Span(start=43, end=53),),
        span=Span(start=0, end=63),
    )
    return replace(record(name), quantities=(figure,), silences=(silence,))


def eventful(name: str = "d1") -> Record:
    """A record with an event that two spans tell."""
    event = Event(
        id="v1",
        type="CONSULT",
        mode="visit",
        contexts=("diplomatic", "military"),
        trigger=Span(start=44, end=53),
        actor=("e1",),
        recipient=("e1", "e2"),
        time=DaySpan(first=date(2025, 3, 7), last=None),
        place="e2",
        factuality="planned",
        claims=("c1",),
        score=0.75,
        mentions=(Span(start=44, end=53), Span(start=55, end=60)),
    )
    return replace(record(name), events=(event,))
