"""Small documents and readers that the tests of the store share."""

from __future__ import annotations

from datetime import date

from onrecord.record import (
    Claim,
    Document,
    Entity,
    Mention,
    Model,
    Published,
    Reader,
    Record,
    Reference,
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
