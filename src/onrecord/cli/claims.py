"""The claims of a ledger: who says what, through whom, how, and what is within what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.cli.lines import Line, Piece, plain
from onrecord.cli.paragraphs import Paragraphs
from onrecord.cli.sections import NUMBER, cut, section
from onrecord.cli.sources import Sources
from onrecord.cli.words import counted, flat
from onrecord.record import Claim, Record, Reference

WITHIN = "↳ "
"""Stands before a claim within a claim."""
DEEPEST = 12
"""How many claims within claims are indented: beyond that too little is left of 80 columns."""


def said(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """What is claimed, in the order of the text; claims within a claim stand below it, behind an arrow."""
    yield from section("Claimed", len(record.claims), "nothing is claimed")
    placed = tuple(_placed(record.claims))
    linked = [_further(claim, above) for claim, above, _ in placed]
    yield from _legend(
        cited=any(len(links) > 1 for links in linked),
        nested=any(above is not None for _, above, _ in placed),
    )
    sources = Sources(record)
    for (claim, above, depth), links in zip(placed, linked, strict=True):
        start = replace(_margin(claim, above, depth, paragraphs), pieces=tuple(sources.shown(links)))
        yield from _claim(claim, start, record.document.text, again=_retells(claim, above))


def said_by_source(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """What is claimed, by speaker, those who speak most first."""
    claims = sorted(record.claims, key=_begins)
    yield from section("Claimed", len(claims), "nothing is claimed")
    yield from _legend(cited=any(len(_links(claim)) > 1 for claim in claims), nested=False)
    sources = Sources(record)
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
    cue = Piece(text=cut(claim.cue, text), style="cue")
    between = (Piece(text=" → ", style="faint"),) if start.pieces and claim.cue else ()
    yield replace(start, pieces=(*start.pieces, *between, cue, Piece(text=" →", style="faint")))
    # Quotation marks only where the text has them: whoever copies from a ledger must not take the
    # writer's words for the speaker's.
    content, indent = cut(claim.content, text), start.indent + start.margin
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
