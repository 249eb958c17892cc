"""The ledger of a document: who is named, what is claimed, what happened, how much, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.cli.claims import said, said_by_source
from onrecord.cli.events import events
from onrecord.cli.figures import figures, silences
from onrecord.cli.lines import Line, Piece, glued, plain
from onrecord.cli.paragraphs import Paragraphs
from onrecord.cli.sections import NUMBER, days, section
from onrecord.cli.words import flat
from onrecord.record import Document, Entity, EntityType, Record

GROUPS: dict[EntityType, str] = {
    "country": "countries",
    "person": "people",
    "organization": "organizations",
    "publisher": "publishers",
    "group": "groups",
    "place": "places",
    "facility": "facilities",
    "other": "others",
}

GROUP = 16
"""Columns for the names of groups."""


def ledger(
    record: Record, *, by_source: bool = False, text: bool = False, min_score: float = 0.0
) -> Iterator[Line]:
    """All that is shown of a record; ``text`` adds the text with its paragraphs' numbers.

    Claims come in the order of the text, or ``by_source``: those of one speaker together. Events whose score
    is below ``min_score`` are left out.
    """
    paragraphs = Paragraphs(record.document.text)
    yield from header(record.document)
    yield from named(record)
    yield from (said_by_source if by_source else said)(record, paragraphs)
    yield from events(record, paragraphs, min_score)
    yield from figures(record, paragraphs)
    yield from silences(record, paragraphs)
    yield from times(record, paragraphs)
    if text:
        yield from article(record.document, paragraphs)


def header(document: Document) -> Iterator[Line]:
    """What the document is, where it comes from, and what read it."""
    if document.title:
        yield plain(flat(document.title), style="heading")
    published = document.published
    origin = [
        flat(document.publisher or "publisher unknown"),
        f"{published.date.isoformat()} ({published.basis})" if published else "day unknown",
    ]
    if document.authors:
        origin.append("by " + ", ".join(flat(author) for author in document.authors))
    yield plain(" · ".join(origin))
    if document.url:
        yield plain(flat(document.url), style="faint")
    yield plain(f"id {flat(document.id)}", style="faint")
    if document.reader:
        model = document.reader.model
        yield plain(
            f"read by onrecord {flat(document.reader.version)} · model {flat(model.name)} "
            f"{flat(model.sha256[:8])} · vocabulary {flat(document.reader.vocabulary)}",
            style="faint",
        )


def named(record: Record) -> Iterator[Line]:
    """Who is who, by type, those most often mentioned first; people with what they are, a line each."""
    entities = record.entities
    yield from section("Named", len(entities), "nobody is named")
    names = {entity.id: entity.name for entity in entities}
    for kind, label in GROUPS.items():
        found = [entity for entity in entities if entity.type == kind]
        found.sort(key=lambda entity: (-len(entity.mentions), _first_mention(entity)))
        if found and kind != "person":
            yield Line(pieces=tuple(_names(found)), label=label, indent=2, margin=GROUP)
        elif found:
            for position, entity in enumerate(found):
                pieces = (*_names([entity]), *_offices(entity, names))
                yield Line(pieces=pieces, label="" if position else label, indent=2, margin=GROUP)


def times(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """The times that the text names, with the days they mean."""
    yield from section("Times", len(record.times), "no time is named")
    for time in sorted(record.times, key=lambda time: (time.start, time.end)):
        yield Line(
            pieces=(
                Piece(text=flat(record.document.text[time.start : time.end])),
                Piece(text=f" → {days(time)}", style="name"),
                Piece(text=f" · {time.type} {flat(time.value)}", style="faint"),
                Piece(text=f" · {time.start}–{time.end}", style="faint"),
            ),
            label=f"¶{paragraphs.number(time.start)}",
            indent=2,
            margin=NUMBER,
        )


def article(document: Document, paragraphs: Paragraphs) -> Iterator[Line]:
    """The text, each paragraph with its number; what is not article is marked."""
    yield Line()
    yield plain("TEXT", style="heading")
    for number, span in enumerate(paragraphs, start=1):
        furniture = any(mark.holds(span) for mark in document.boilerplate)
        mark = Piece(text="(not article) " if furniture else "", style="faint")
        words = Piece(text=flat(span.cut(document.text)), style="faint" if furniture else "plain")
        yield Line(pieces=(mark, words), label=f"¶{number}", indent=2, margin=NUMBER)


def _offices(entity: Entity, names: Mapping[str, str]) -> Iterator[Piece]:
    """The part of society, and each office with what it is of."""
    if entity.sector:
        yield Piece(text=f" {' '.join(map(flat, entity.sector))}", style="faint")
    for position, role in enumerate(entity.roles):
        former = "former " if role.former and not role.title.lower().startswith(("former", "ex-")) else ""
        of = f" ({flat(names[role.of])})" if role.of is not None and role.of in names else ""
        yield Piece(text=f"{'; ' if position else ' · '}{former}{flat(role.title)}{of}")


def _names(entities: Sequence[Entity]) -> Iterator[Piece]:
    """Each name with its code and count, which no end of a line parts."""
    for position, entity in enumerate(entities):
        yield Piece(text=(", " if position else "") + glued(flat(entity.name)))
        country = f" {flat(entity.country)}" if entity.country else ""
        yield Piece(text=glued(f"{country} ×{len(entity.mentions)}"), style="faint")


def _first_mention(entity: Entity) -> int:
    return min((mention.start for mention in entity.mentions), default=0)
