"""The ledger of a document: who is named, what is claimed by whom in which words, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from onrecord.cli.lines import Line, Piece, glued, plain
from onrecord.cli.paragraphs import Paragraphs
from onrecord.cli.words import counted, flat
from onrecord.record import (
    Claim,
    Document,
    Entity,
    EntityType,
    Record,
    Reference,
    Span,
    Time,
)

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

NOBODY = "no source named"
GROUP = 16
"""Columns for the names of groups."""
NUMBER = 5
"""Columns for the numbers of paragraphs."""
DEEPEST = 4
"""How many claims within claims are indented: beyond that nothing is left of 80 columns."""


def ledger(record: Record, *, by_source: bool = False, text: bool = False) -> Iterator[Line]:
    """All that is shown of a record; ``text`` adds the text with its paragraphs' numbers.

    Claims come in the order of the text, or ``by_source``: those of one speaker together.
    """
    paragraphs = Paragraphs(record.document.text)
    yield from header(record.document)
    yield from named(record)
    yield from (said_by_source if by_source else said)(record, paragraphs)
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
    yield from _section("Named", len(entities), "nobody is named")
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


def said(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """What is claimed, in the order of the text, a claim within a claim below and indented."""
    yield from _section("Claimed", len(record.claims), "nothing is claimed")
    depths = _depths(record.claims)
    for claim in sorted(record.claims, key=_begins):
        who = _who(claim, record)
        yield from _claim(claim, who, record, paragraphs, indent=2 + 2 * depths[claim.id])


def said_by_source(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """What is claimed, by speaker, those who speak most first."""
    yield from _section("Claimed", len(record.claims), "nothing is claimed")
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(record.claims, key=_begins):
        groups.setdefault(_speaker(claim, record), []).append(claim)
    for speaker, claims in sorted(groups.items(), key=lambda group: -len(group[1])):
        yield Line(
            pieces=(
                Piece(text=speaker, style="name"),
                Piece(text=f"  {counted(len(claims), 'claim')}", style="faint"),
            ),
            indent=2,
        )
        for claim in claims:
            who = _who(claim, record)
            shown = "" if who == speaker else who
            yield from _claim(claim, shown, record, paragraphs, indent=4)


def times(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """The times that the text names, with the days they mean."""
    yield from _section("Times", len(record.times), "no time is named")
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


def days(time: Time) -> str:
    """The first and last day of a time, at the precision that is known."""
    match time.first, time.last:
        case None, None:
            return "no day"
        case date() as first, None:
            return f"from {first.isoformat()}"
        case None, date() as last:
            return f"until {last.isoformat()}"
        case date() as first, date() as last if first == last:
            return f"{first.isoformat()} {first:%a}"
    return f"{time.first} to {time.last}"


def _section(title: str, number: int, nothing: str) -> Iterator[Line]:
    """A heading after an empty line, and what to say where there is nothing below it."""
    yield Line()
    count = Piece(text=f"  {number}" if number else "", style="faint")
    yield Line(pieces=(Piece(text=title.upper(), style="heading"), count))
    if not number:
        yield plain(nothing, indent=2, style="faint")


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


def _claim(claim: Claim, who: str, record: Record, paragraphs: Paragraphs, *, indent: int) -> Iterator[Line]:
    """One claim: source → cue, its content, and how it is put and where."""
    text = record.document.text
    arrow = " → " if who and claim.cue else ""
    yield Line(
        pieces=(
            Piece(text=who, style="name"),
            Piece(text=arrow, style="faint"),
            Piece(text=_cut(claim.cue, text), style="cue"),
            Piece(text=" →", style="faint"),
        ),
        label=f"¶{paragraphs.number(_begins(claim))}",
        indent=indent,
        margin=NUMBER,
    )
    # Quotation marks only where the text has them: whoever copies from a ledger must not take the
    # writer's words for the speaker's.
    content = _cut(claim.content, text)
    yield plain(f"“{content}”" if claim.quotation == "direct" else content, indent=indent + NUMBER)
    yield plain(_manner(claim), indent=indent + NUMBER, style="faint")


def _manner(claim: Claim) -> str:
    """How a claim is put and where its parts stand."""
    parts = [flat(claim.id), claim.quotation]
    if claim.stance:
        parts.append(claim.stance)
    if claim.parent:
        parts.append(f"within {flat(claim.parent)}")
    for label, spans in (
        ("source", claim.source.spans if claim.source else ()),
        ("cue", claim.cue),
        ("content", claim.content),
    ):
        if spans:
            where = ", ".join(f"{span.start}–{span.end}" for span in spans)
            parts.append(f"{label} {where}")
    return " · ".join(parts)


def _who(claim: Claim, record: Record) -> str:
    """The claim's source, or the chain through which it comes: "Tass ← Sergei Shoigu"."""
    if len(claim.chain) > 1:
        return " ← ".join(_label(reference, record) for reference in claim.chain)
    return _label(claim.source, record)


def _label(reference: Reference | None, record: Record) -> str:
    """An entity's name and, where they differ, the words that mean it here: "Ana Vélez (she)"."""
    if reference is None:
        return NOBODY
    words = _cut(reference.spans, record.document.text)
    name = _name(reference, record)
    if name is None:
        return words or NOBODY
    return name if words in {"", name} else f"{name} ({words})"


def _speaker(claim: Claim, record: Record) -> str:
    """Under which name a claim is grouped with others."""
    if claim.source is None:
        return NOBODY
    words = _cut(claim.source.spans, record.document.text)
    return _name(claim.source, record) or words or NOBODY


def _name(reference: Reference, record: Record) -> str | None:
    for entity in record.entities:
        if entity.id == reference.entity:
            return flat(entity.name)
    return None


def _depths(claims: Sequence[Claim]) -> dict[str, int]:
    """How many claims each claim lies within, counted no further than is shown."""
    parents = {claim.id: claim.parent for claim in claims}
    depths = {}
    for claim in claims:
        depth, parent = 0, claim.parent
        while parent in parents and depth < DEEPEST:
            depth, parent = depth + 1, parents[parent]
        depths[claim.id] = depth
    return depths


def _begins(claim: Claim) -> int:
    """Where in the text a claim begins."""
    source = claim.source.spans if claim.source else ()
    return min((span.start for span in (*source, *claim.cue, *claim.content)), default=0)


def _first_mention(entity: Entity) -> int:
    return min((mention.start for mention in entity.mentions), default=0)


def _cut(spans: Sequence[Span], text: str) -> str:
    """The words of the spans, an ellipsis where something lies between."""
    return " … ".join(flat(span.cut(text)) for span in spans)
