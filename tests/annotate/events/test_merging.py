"""Happenings that are told more than once."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.annotate.events.merging import merged
from onrecord.record import DaySpan, Event, Factuality, Span
from tests.annotate.trees import tree

VISIT = tree(
    "Moran visited Sarn on Monday.\nThe visit angered Norland.\nNorland visited Sarn.",
    "PROPN.2.nsubj VERB.0.root.visit PROPN.2.obj ADP.5.case PROPN.2.obl PUNCT.2.punct"
    "|DET.2.det NOUN.3.nsubj.visit VERB.0.root.anger PROPN.3.obj PUNCT.3.punct"
    "|PROPN.2.nsubj VERB.0.root.visit PROPN.2.obj PUNCT.2.punct",
)
ACCUSED = tree(
    "Moran accused Norland.\nMoran accused Norland.\nThe accusation angered Norland.",
    "PROPN.2.nsubj VERB.0.root.accuse PROPN.2.obj PUNCT.2.punct"
    "|PROPN.2.nsubj VERB.0.root.accuse PROPN.2.obj PUNCT.2.punct"
    "|DET.2.det NOUN.3.nsubj.accusation VERB.0.root.anger PROPN.3.obj PUNCT.3.punct",
)
MONDAY, TUESDAY = (DaySpan(first=date(2025, 3, day), last=date(2025, 3, day)) for day in (17, 18))


def event(
    start: int,
    end: int,
    actor: str = "",
    recipient: str = "",
    *,
    kind: str = "CONSULT",
    mode: str | None = None,
    factuality: Factuality = "happened",
    time: DaySpan | None = None,
    claims: tuple[str, ...] = (),
) -> Event:
    """One telling, its parties by the letters of their ids."""
    trigger = Span(start=start, end=end)
    return Event(
        id="",
        type=kind,
        mode=mode,
        contexts=(),
        trigger=trigger,
        actor=tuple(actor),
        recipient=tuple(recipient),
        time=time,
        place=None,
        factuality=factuality,
        claims=claims,
        score=0.5,
        mentions=(trigger,),
    )


def test_what_points_back_is_the_same_happening() -> None:
    """ "The visit" has the parties of the visit that was told, and adds its words."""
    (found,) = merged([event(6, 13, "m", "s", time=MONDAY), event(34, 39)], VISIT)
    assert (found.id, found.actor, found.recipient, found.time) == ("v1", ("m",), ("s",), MONDAY)
    assert found.trigger == Span(start=6, end=13)
    assert found.mentions == (Span(start=6, end=13), Span(start=34, end=39))


def test_another_actor_does_something_else() -> None:
    """The same verb of others is another happening."""
    found = merged([event(6, 13, "m", "s"), event(65, 72, "n", "s")], VISIT)
    assert [one.id for one in found] == ["v1", "v2"]


@pytest.mark.parametrize(
    "later",
    [
        event(34, 39, kind="RETREAT"),
        event(34, 39, mode="phone"),
        event(34, 39, factuality="planned"),
        event(34, 39, time=TUESDAY),
        event(34, 39, "n"),
    ],
    ids=["category", "mode", "factuality", "time", "actor"],
)
def test_what_is_at_odds_is_not_the_same(later: Event) -> None:
    """Whatever points back, it is not to what it contradicts."""
    assert len(merged([event(6, 13, "m", "s", mode="visit", time=MONDAY), later], VISIT)) == 2


def test_a_second_accusation_is_a_second_one() -> None:
    """Words of the same kind by the same party may differ; "the accusation" is one that was told."""
    first, second, back = (
        event(6, 13, "m", "n", kind="ACCUSE"),
        event(29, 36, "m", "n", kind="ACCUSE"),
        event(50, 60, "", "n", kind="ACCUSE"),
    )
    found = merged([first, second, back], ACCUSED)
    assert [len(one.mentions) for one in found] == [1, 2]


def test_one_telling_as_fact_makes_it_one() -> None:
    """What is claimed first and then told as fact happened, and still has who reported it."""
    told = [event(6, 13, "m", "s", factuality="unknown", claims=("c1",)), event(34, 39)]
    (found,) = merged(told, VISIT)
    assert (found.factuality, found.claims) == ("happened", ("c1",))
