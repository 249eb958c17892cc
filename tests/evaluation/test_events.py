"""How events are scored."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation import agreement, events
from evaluation.scores import Counts
from onrecord.record import Document, Entity, Event, Factuality, Mention, Record, Span

TEXT = "Moran met Keller in Sarn and Norland denied it."


def gold(**changed: Any) -> dict[str, Any]:
    """An annotated event."""
    return {
        "type": "CONSULT",
        "mode": None,
        "contexts": [],
        "trigger": "met",
        "actor": ["Moran", "Keller"],
        "recipient": ["Moran", "Keller"],
        "place": "Sarn",
        "time": None,
        "factuality": "happened",
        "type_also": [],
        "mode_also": [],
        "factuality_also": [],
    } | changed


def item(*found: dict[str, Any]) -> dict[str, Any]:
    """An annotated text."""
    return {"id": "t", "text": TEXT, "events": list(found)}


def record(
    kind: str = "CONSULT",
    actor: tuple[str, ...] = ("m", "k"),
    recipient: tuple[str, ...] = ("m", "k"),
    factuality: Factuality = "happened",
) -> Record:
    """What is read, with one event."""
    entities = tuple(
        Entity(
            id=name[0].lower(),
            name=name,
            type="person",
            country=None,
            mentions=(Mention(start=TEXT.index(name), end=TEXT.index(name) + len(name), kind="name"),),
        )
        for name in ("Moran", "Keller", "Norland")
    )
    event = Event(
        id="v1",
        type=kind,
        mode=None,
        contexts=(),
        trigger=Span(start=6, end=9),
        actor=actor,
        recipient=recipient,
        time=None,
        place=None,
        factuality=factuality,
        claims=(),
        score=0.9,
    )
    return Record(document=Document(id="t", text=TEXT), entities=entities, events=(event,))


def test_all_right() -> None:
    """Trigger, category, parties, factuality."""
    found = events.score([(events.annotated(item(gold())), record())])
    for measure in ("trigger", "category", "actor", "recipient", "parties", "factuality"):
        assert found[measure] == Counts(right=1), measure


@pytest.mark.parametrize(
    ("given", "measure"),
    [
        (record(kind="ACCUSE"), "category"),
        (record(actor=("m",)), "actor"),
        (record(actor=("m", "k", "n")), "actor"),
        (record(recipient=()), "parties"),
        (record(factuality="planned"), "factuality"),
    ],
    ids=["category", "one too few", "one too many", "none", "factuality"],
)
def test_what_is_wrong_is_counted(given: Record, measure: str) -> None:
    """As both wrong and missed."""
    assert events.score([(events.annotated(item(gold())), given)])[measure] == Counts(wrong=1, missed=1)


def test_what_a_second_reader_accepts_is_right() -> None:
    """Another category."""
    found = events.score([(events.annotated(item(gold(type_also=["ACCUSE"]))), record(kind="ACCUSE"))])
    assert found["category"] == Counts(right=1)


def test_two_annotations_are_scored_as_a_reader_is() -> None:
    """Parties agree where their words do; an event that only one has counts against both."""
    second = item(gold(actor=["Keller", "Moran"]), gold(type="REJECT", trigger="denied"))
    found = agreement.score([(item(gold()), second)])
    assert found["parties"] == Counts(right=1, wrong=1)
    assert found["factuality"] == Counts(right=1)
    assert agreement.score([(item(gold()), item(gold(recipient=["Keller"])))])["recipient"].right == 0
