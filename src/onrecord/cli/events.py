"""The events of a ledger: who did what to whom, where and when, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.cli.lines import Line, Piece, plain
from onrecord.cli.paragraphs import Paragraphs
from onrecord.cli.sections import NUMBER, days, section
from onrecord.cli.words import counted, flat
from onrecord.record import Event, Factuality, Record

_TOLD: dict[Factuality, str] = {
    "happened": "happened",
    "did_not_happen": "did not happen",
    "possible": "may have happened",
    "planned": "planned",
    "conditional": "on condition",
    "unknown": "left open",
}


def likely(record: Record, min_score: float) -> Record:
    """The record without the events whose score is below ``min_score``."""
    return replace(record, events=tuple(event for event in record.events if event.score >= min_score))


def events(record: Record, paragraphs: Paragraphs, min_score: float = 0.0) -> Iterator[Line]:
    """The events in the order of the text: parties and code, then the words and the circumstances."""
    shown = sorted(likely(record, min_score).events, key=lambda event: event.trigger)
    yield from section("Events", len(shown), "no event is told")
    if len(shown) < len(record.events):
        left = counted(len(record.events) - len(shown), "event")
        yield plain(f"{left} with a score below {min_score:g} left out", indent=2, style="faint")
    names = {entity.id: flat(entity.name) for entity in record.entities}
    for event in shown:
        label = f"¶{paragraphs.number(event.trigger.start)}"
        yield Line(pieces=tuple(_done(event, names)), label=label, indent=2, margin=NUMBER)
        yield plain(_circumstances(event, names, record.document.text), indent=2 + NUMBER)
        yield plain(_where(event), indent=2 + NUMBER, style="faint")


def _done(event: Event, names: dict[str, str]) -> Iterator[Piece]:
    """Who does what to whom; of those who do it to each other, that once."""
    code = f"{event.type} {event.mode}" if event.mode else event.type
    actors, recipients = _named(event.actor, names), _named(event.recipient, names)
    if event.actor and set(event.actor) == set(event.recipient):
        yield Piece(text=actors, style="name")
        yield Piece(text=" ↔ ", style="faint")
        yield Piece(text=code, style="cue")
        return
    yield Piece(text=actors or "somebody", style="name" if actors else "faint")
    yield Piece(text=" → ", style="faint")
    yield Piece(text=code, style="cue")
    if recipients:
        yield Piece(text=" → ", style="faint")
        yield Piece(text=recipients, style="name")


def _circumstances(event: Event, names: dict[str, str], text: str) -> str:
    """The words that say it, whether it happened, when, where, in which contexts, and in whose claims."""
    parts = [flat(event.trigger.cut(text)), _TOLD[event.factuality]]
    if event.time:
        parts.append(days(event.time))
    if event.place in names:
        parts.append(f"at {names[event.place]}")
    if event.contexts:
        parts.append(", ".join(map(flat, event.contexts)))
    if event.claims:
        parts.append(f"told in {', '.join(map(flat, event.claims))}")
    return " · ".join(parts)


def _where(event: Event) -> str:
    """Its id and score, and where its words stand."""
    spans = event.mentions or (event.trigger,)
    where = ", ".join(f"{span.start}–{span.end}" for span in spans)
    return f"{flat(event.id)} · score {event.score:.2f} · words {where}"


def _named(ids: Sequence[str], names: dict[str, str]) -> str:
    return ", ".join(names.get(one, flat(one)) for one in ids)
