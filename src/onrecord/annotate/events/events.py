"""The events of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, cast

from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.events.happenings import Happening
from onrecord.annotate.events.merging import merged
from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.clauses import time_of
from onrecord.models import Encoding
from onrecord.record import Claim, Entity, Event, Factuality, Span, Time

_PLACES: Final = frozenset({"place", "country", "facility"})


def find_events(
    happenings: Sequence[Happening],
    encoding: Encoding,
    syntax: Syntax,
    entities: Sequence[Entity],
    times: Sequence[Time],
    claims: Sequence[Claim],
    published: date | None,
) -> tuple[Event, ...]:
    """What happens, its parties resolved to entities, each happening once; ids v1, v2, …"""
    sources = Sources(syntax, entities)
    types = {entity.id: entity.type for entity in entities}
    found = []
    for number, happening in enumerate(happenings, start=1):
        trigger = _span(happening.trigger.first, happening.trigger.last, encoding)
        holding = [claim for claim in claims if any(part.holds(trigger) for part in claim.content)]
        inmost = min(holding, key=_size, default=None)
        places = _parties(happening, encoding, syntax, sources, "place")
        place = next((one for one in places if types[one] in _PLACES), None)
        actor, recipient = _sides(
            happening,
            tuple(_parties(happening, encoding, syntax, sources, "actor", "both")),
            tuple(_parties(happening, encoding, syntax, sources, "recipient", "both")),
            place,
        )
        found.append(
            Event(
                id=f"v{number}",
                type=happening.trigger.kind,
                mode=happening.mode,
                contexts=happening.contexts,
                trigger=trigger,
                actor=actor,
                recipient=recipient,
                time=time_of(trigger, () if inmost is None else inmost.content, times, syntax, published),
                place=place,
                factuality=cast("Factuality", happening.factuality),
                claims=tuple(claim.id for claim in holding),
                score=happening.score,
                mentions=(trigger,),
            )
        )
    return merged(found, syntax)


def heads_of_parties(
    happenings: Sequence[Happening], encoding: Encoding, syntax: Syntax
) -> Mapping[int, range]:
    """The syntactic words that head what does or suffers something, each with the run of words it heads."""
    if not len(syntax):
        return {}
    runs = (
        syntax.within(_span(run.first, run.last, encoding))
        for happening in happenings
        for run in happening.parties
        if run.kind != "place"
    )
    return {syntax.noun_of(run): run for run in runs}


def _sides(
    happening: Happening, actor: tuple[str, ...], recipient: tuple[str, ...], place: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actor and recipient as PLOVER has them: all who meet are both, a place that is visited is the host."""
    if happening.trigger.kind != "CONSULT":
        return actor, recipient
    if happening.mode == "visit":
        return actor, recipient or (() if place is None or place in actor else (place,))
    both = tuple(dict.fromkeys((*actor, *recipient)))
    return both, both


def _parties(
    happening: Happening, encoding: Encoding, syntax: Syntax, sources: Sources, *kinds: str
) -> Iterator[str]:
    """The ids of the entities that the words of these kinds mean, each once."""
    seen = set()
    for run in happening.parties:
        if run.kind in kinds:
            entity = sources.entity(_span(run.first, run.last, encoding), syntax.text)
            if entity is not None and entity not in seen:
                seen.add(entity)
                yield entity


def _span(first: int, last: int, encoding: Encoding) -> Span:
    pieces = encoding.pieces
    return Span(start=int(pieces.starts[first]), end=int(pieces.ends[last - 1]))


def _size(claim: Claim) -> int:
    return sum(part.end - part.start for part in claim.content)
