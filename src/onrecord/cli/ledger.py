"""The ledger of a document: who is named, what is claimed by whom in which words, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
WITHIN = "↳ "
"""Stands before a claim within a claim."""
DEEPEST = 12
"""How many claims within claims are indented: beyond that too little is left of 80 columns."""


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
    """What is claimed, in the order of the text; claims within a claim stand below it, behind an arrow."""
    yield from _section("Claimed", len(record.claims), "nothing is claimed")
    placed = tuple(_placed(record.claims))
    linked = [_further(claim, above) for claim, above, _ in placed]
    yield from _legend(
        cited=any(len(links) > 1 for links in linked),
        nested=any(above is not None for _, above, _ in placed),
    )
    sources = _Sources(record)
    for (claim, above, depth), links in zip(placed, linked, strict=True):
        start = replace(_margin(claim, above, depth, paragraphs), pieces=tuple(sources.shown(links)))
        yield from _claim(claim, start, record.document.text, again=_retells(claim, above))


def said_by_source(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """What is claimed, by speaker, those who speak most first."""
    claims = sorted(record.claims, key=_begins)
    yield from _section("Claimed", len(claims), "nothing is claimed")
    yield from _legend(cited=any(len(_links(claim)) > 1 for claim in claims), nested=False)
    sources = _Sources(record)
    groups: dict[tuple[str | None, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(sources.key(claim.source), []).append(claim)
    for group in sorted(groups.values(), key=lambda group: -len(group)):
        speaker = sources.heading(group[0].source)
        count = Piece(text=f"  {counted(len(group), 'claim')}", style="faint")
        yield Line(pieces=(Piece(text=speaker, style="name"), count), indent=2)
        for claim in group:
            links = _links(claim)
            known = claim.cue and len(links) == 1 and sources.label(claim.source) == speaker
            pieces = () if known else tuple(sources.shown(links))
            start = replace(_margin(claim, None, 0, paragraphs), pieces=pieces, indent=4)
            yield from _claim(claim, start, record.document.text)


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


def _legend(*, cited: bool, nested: bool) -> Iterator[Line]:
    """What the signs mean that are used below."""
    signs = (
        *(("“A, citing B”: what B says, as A reports it",) if cited else ()),
        *((f"{WITHIN.strip()} within the claim above",) if nested else ()),
    )
    if signs:
        yield plain(" · ".join(signs), indent=2, style="faint")


def _margin(claim: Claim, above: Claim | None, depth: int, paragraphs: Paragraphs) -> Line:
    """What stands before a claim: its paragraph, or the arrow where it is that of the claim above."""
    paragraph = paragraphs.number(_begins(claim))
    if above is None:
        return Line(label=f"¶{paragraph}", indent=2, margin=NUMBER)
    label = WITHIN if paragraph == paragraphs.number(_begins(above)) else f"{WITHIN}¶{paragraph} "
    indent = 2 + NUMBER + len(WITHIN) * (min(depth, DEEPEST) - 1)
    return Line(label=label, indent=indent, margin=len(label))


def _claim(claim: Claim, start: Line, text: str, *, again: bool = False) -> Iterator[Line]:
    """One claim: source → cue, its content, and how it is put and where.

    ``start`` has the source; ``again``: the content is that of the claim above.
    """
    cue = Piece(text=_cut(claim.cue, text), style="cue")
    between = (Piece(text=" → ", style="faint"),) if start.pieces and claim.cue else ()
    yield replace(start, pieces=(*start.pieces, *between, cue, Piece(text=" →", style="faint")))
    # Quotation marks only where the text has them: whoever copies from a ledger must not take the
    # writer's words for the speaker's.
    content, indent = _cut(claim.content, text), start.indent + start.margin
    if again:
        yield plain("(the same)", indent=indent, style="faint")
    else:
        yield plain(f"“{content}”" if claim.quotation == "direct" else content, indent=indent)
    remarkable = claim.stance != "asserts" or claim.commitment != "plain" or claim.distanced
    yield Line(
        pieces=(
            Piece(text=f"{flat(claim.id)} · ", style="faint"),
            Piece(text=_stance(claim), style="plain" if remarkable else "faint"),
            Piece(text=f" · {claim.quotation}{_where(claim)}", style="faint"),
        ),
        indent=indent,
    )


def _stance(claim: Claim) -> str:
    """How a claim is put, with what is not as usual in it: "denies (weak, at arm's length)"."""
    remarks = (
        *((claim.commitment,) if claim.commitment != "plain" else ()),
        *(("at arm's length",) if claim.distanced else ()),
    )
    return f"{claim.stance} ({', '.join(remarks)})" if remarks else claim.stance


def _where(claim: Claim) -> str:
    """Which claim holds a claim, and where its parts stand."""
    parts = [f"within {flat(claim.parent)}"] if claim.parent else []
    for label, spans in (
        ("source", claim.source.spans if claim.source else ()),
        ("cue", claim.cue),
        ("content", claim.content),
    ):
        if spans:
            parts.append(f"{label} " + ", ".join(f"{span.start}–{span.end}" for span in spans))
    return "".join(f" · {part}" for part in parts)


class _Sources:
    """The sources of a record, as a reader is told of them."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._names = {entity.id: flat(entity.name) for entity in record.entities}

    def shown(self, links: Sequence[Reference | None]) -> Iterator[Piece]:
        """Through whom a claim comes and, brighter, whose it is: "Tass, citing Sergei Shoigu"."""
        *through, own = links
        yield Piece(text=", citing ".join(map(self.label, through)))
        if through and own is None:
            yield Piece(text=", naming no source")
            return
        yield Piece(text=", citing " if through else "")
        yield Piece(text=self.label(own), style="name")

    def label(self, reference: Reference | None) -> str:
        """The words or the name, whichever holds the other, or else both: "Ana Vélez (she)"."""
        words, name = self._words(reference), self._name(reference)
        if not words and name is not None:
            return _noted(name, reference, "not named here")
        # Among the commas of a chain a description with commas of its own would look like a link.
        if name is None or (_holds(words, name) and "," not in words):
            return _noted(words or NOBODY, reference)
        return _noted(name, reference) if _holds(name, words) else _noted(name, reference, words)

    def heading(self, reference: Reference | None) -> str:
        """Under which words a source's claims are put together."""
        return _noted(self._name(reference) or self._words(reference) or NOBODY, reference)

    def key(self, reference: Reference | None) -> tuple[str | None, str]:
        """What tells one source from another: two officials may be described by the same words."""
        if reference is not None and reference.entity in self._names:
            return reference.entity, ""
        return None, self._words(reference)

    def _words(self, reference: Reference | None) -> str:
        return _cut(reference.spans, self._text) if reference else ""

    def _name(self, reference: Reference | None) -> str | None:
        return self._names.get(reference.entity or "") if reference else None


def _noted(shown: str, reference: Reference | None, *notes: str) -> str:
    """The source with notes in brackets, that it is anonymous among them."""
    if reference is not None and reference.anonymous:
        notes = (*notes, "anonymous")
    return f"{shown} ({'; '.join(notes)})" if notes else shown


def _holds(longer: str, shorter: str) -> bool:
    """Whether the one has the other in it, as whole words."""
    return re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer) is not None


def _links(claim: Claim) -> tuple[Reference | None, ...]:
    """The chain, outermost first, and the source itself at its end; None where nobody is named."""
    ends = bool(claim.chain) and claim.source is not None and _same(claim.chain[-1], claim.source)
    return (*(claim.chain[:-1] if ends else claim.chain), claim.source)


def _further(claim: Claim, above: Claim | None) -> tuple[Reference | None, ...]:
    """The links to be shown: all, or below the claim that holds this one those that it does not show already.

    "The agency, citing the ministry, said" makes a claim of the agency's and the ministry's of the
    same content below it: there the chain is the point, and it is shown from its beginning.
    """
    links = _links(claim)
    if above is None or _retells(claim, above):
        return links
    known = [link for link in _links(above) if link is not None]
    if len(known) <= len(links) and all(map(_same, links, known)):
        return links[min(len(known), len(links) - 1) :]
    return links


def _retells(claim: Claim, above: Claim | None) -> bool:
    """Whether a claim is that of the claim above from another mouth, not one of its parts."""
    return above is not None and claim.content == above.content


def _same(a: Reference | None, b: Reference | None) -> bool:
    """Whether two references mean the same source."""
    if a is None or b is None:
        return False
    return a.entity == b.entity and (a.entity is not None or a.spans == b.spans)


def _placed(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim | None, int]]:
    """Every claim once, in the order of the text but after the one that holds it; that one, and the depth.

    The claims of a record from elsewhere may hold each other in a circle: those come last.
    """
    ordered = sorted(range(len(claims)), key=lambda number: _begins(claims[number]))
    ids = {claim.id for claim in claims}
    held: dict[str | None, list[int]] = {}
    for number in ordered:
        held.setdefault(claims[number].parent, []).append(number)
    outer = [number for number in ordered if claims[number].parent not in ids]
    placed: set[int] = set()
    for first in (*outer, *ordered):
        waiting: list[tuple[int, Claim | None, int]] = [(first, None, 0)]
        while waiting:
            number, above, depth = waiting.pop()
            if number in placed:
                continue
            placed.add(number)
            claim = claims[number]
            yield claim, above, depth
            waiting.extend((inner, claim, depth + 1) for inner in reversed(held.get(claim.id, ())))


def _begins(claim: Claim) -> int:
    """Where in the text a claim begins."""
    source = claim.source.spans if claim.source else ()
    return min((span.start for span in (*source, *claim.cue, *claim.content)), default=0)


def _first_mention(entity: Entity) -> int:
    return min((mention.start for mention in entity.mentions), default=0)


def _cut(spans: Sequence[Span], text: str) -> str:
    """The words of the spans, an ellipsis where something lies between."""
    return " … ".join(flat(span.cut(text)) for span in spans)
