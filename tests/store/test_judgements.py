"""What follows from people's judgements of who is who."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve import identify
from onrecord.store import (
    AmbiguousIdError,
    Judgement,
    JudgementKind,
    NotOnRecordError,
    Side,
    StoreError,
    View,
    Writer,
)
from onrecord.store.judgements import Link, actors_of
from tests.store.test_identities import keep, report

Said = tuple[JudgementKind, str, str]


def judgements(*said: Said) -> list[Judgement]:
    """Judgements in this order."""
    return [
        Judgement(
            number=number,
            kind=kind,
            a=Side(id=a),
            b=Side(id=b),
            by="Kim",
            at=datetime(2025, 3, 7, tzinfo=UTC),
            note=None,
        )
        for number, (kind, a, b) in enumerate(said)
    ]


def links(*joined: tuple[str, str, str | None]) -> list[Link]:
    """What was decided without people: own id, actor, the one it was joined to."""
    return [Link(own=own, actor=actor, beside=beside) for own, actor, beside in joined]


CHAIN = links(
    ("actor/a", "actor/a", None),
    ("actor/b", "actor/a", "actor/a"),
    ("actor/c", "actor/a", "actor/b"),
    ("actor/x", "actor/x", None),
)


def test_without_judgements_all_is_as_it_was_decided() -> None:
    """Every entity is of the actor that it was filed under."""
    assert actors_of(CHAIN, []) == {link.own: link.actor for link in CHAIN}


def test_two_actors_judged_the_same_are_one() -> None:
    """The one that the judgement names first gives its id, or the vocabulary's if it has one."""
    joined = actors_of(CHAIN, judgements(("same", "actor/a", "actor/x")))
    assert set(joined.values()) == {"actor/a"}
    known = [*CHAIN, *links(("actor/s", "person/ana-velez", None))]
    joined = actors_of(known, judgements(("same", "actor/x", "person/ana-velez")))
    assert joined["actor/x"] == joined["actor/s"] == "person/ana-velez"


def test_what_was_joined_to_one_judged_another_goes_with_it() -> None:
    """Parting a middle one takes along who was joined because of it, and no others."""
    found = actors_of(CHAIN, judgements(("different", "actor/a", "actor/b")))
    assert found == {"actor/a": "actor/a", "actor/b": "actor/b", "actor/c": "actor/b", "actor/x": "actor/x"}


def test_one_entity_may_be_said_not_to_be_what_the_vocabulary_takes_it_for() -> None:
    """It gets an actor of its own, the others keep the vocabulary's."""
    known = links(("actor/s", "person/ana-velez", None), ("actor/t", "person/ana-velez", None))
    found = actors_of(known, judgements(("different", "actor/t", "person/ana-velez")))
    assert found == {"actor/s": "person/ana-velez", "actor/t": "actor/t"}


def test_the_later_judgement_counts() -> None:
    """Of two that contradict each other the later one is heeded, whichever it is."""
    one: Said = ("same", "actor/a", "actor/x")
    other: Said = ("different", "actor/a", "actor/x")
    assert actors_of(CHAIN, judgements(one, other))["actor/x"] == "actor/x"
    assert actors_of(CHAIN, judgements(other, one))["actor/x"] == "actor/a"


def test_a_later_judgement_holds_along_a_chain() -> None:
    """Two judged different stay so though earlier judgements lead from one to the other."""
    said = judgements(
        ("same", "actor/a", "actor/x"), ("same", "actor/x", "actor/z"), ("different", "actor/a", "actor/z")
    )
    found = actors_of([*CHAIN, *links(("actor/z", "actor/z", None))], said)
    assert found["actor/a"] != found["actor/z"]
    assert found["actor/x"] == found["actor/z"]


NODES = [f"actor/{letter}" for letter in "abcdef"]
PAIRS = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] != pair[1])
SAID = st.lists(st.tuples(st.sampled_from(["same", "different"]), PAIRS), max_size=6)


@given(
    parents=st.lists(st.integers(0, 5), min_size=6, max_size=6),
    said=SAID,
    pair=PAIRS,
    kind=st.sampled_from(["same", "different"]),
)
def test_the_last_word_holds_and_can_be_taken_back(
    parents: list[int], said: list[tuple[str, tuple[str, str]]], pair: tuple[str, str], kind: str
) -> None:
    """Whatever was said and decided before, the last judgement holds; and its contrary holds after it."""
    made: list[Link] = []
    for number, own in enumerate(NODES):
        beside = made[parents[number] % number] if number and parents[number] < 5 else None
        made.append(
            Link(own=own, actor=beside.actor if beside else own, beside=beside.own if beside else None)
        )

    def say(*words: tuple[str, tuple[str, str]]) -> dict[str, str]:
        spoken: Iterable[Said] = (
            ("same" if kind == "same" else "different", one, other) for kind, (one, other) in words
        )
        return actors_of(made, judgements(*spoken))

    contrary = "same" if kind == "different" else "different"
    after = say(*said, (kind, pair))
    assert (after[pair[0]] == after[pair[1]]) is (kind == "same")
    taken_back = say(*said, (kind, pair), (contrary, pair))
    assert (taken_back[pair[0]] == taken_back[pair[1]]) is (contrary == "same")
    if not said and (kind == "different") == (say()[pair[0]] == say()[pair[1]]):
        assert _parts(taken_back) == _parts(say())
    assert set(after) == set(NODES)


def _parts(actors: dict[str, str]) -> set[frozenset[str]]:
    """Who is with whom, whatever the actors' ids."""
    return {frozenset(own for own in actors if actors[own] == actor) for actor in actors.values()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record file with three documents on Ana Vélez of Norway, and one on her of Sweden."""
    path = tmp_path / "kept.duckdb"
    keep(path, [report("first"), report("second"), report("third"), report("swedish", country="SWE")])
    return path


def test_a_judgement_is_undone_by_its_contrary(path: Path) -> None:
    """After "different" and "same" again, all is as before, and no row is gone."""
    places = [(name, "e1") for name in ("first", "second", "third", "swedish")]

    def actors() -> list[str]:
        with View.open(path) as view:
            return [view.actor_of(*place) for place in places]

    def say(kind: JudgementKind, a: str, b: str) -> None:
        with Writer.open(path) as writer:
            writer.judge(kind, a, b, by="Kim")

    before = actors()
    say("different", "first:e1", "second:e1")
    assert actors()[1] not in (before[0], before[3])
    say("same", "first:e1", "second:e1")
    assert actors() == before
    say("same", "first:e1", "swedish:e1")
    assert len(set(actors())) == 1
    say("different", before[0], before[3])
    assert actors() == before
    with View.open(path) as view:
        assert len(view.judgements()) == 4
        (ana, other) = view.actors("velez")
        assert (ana.documents, other.documents) == (3, 1)
        assert len(ana.judgements) == 4
        assert len(other.judgements) == 2
    with Writer.open(path) as writer:
        rows = writer._connection.execute("SELECT count(*) FROM identity").fetchone()
    assert rows == (16,)


def test_a_judgement_outlives_a_newer_reading(path: Path) -> None:
    """What was said of an entity holds for it in a newer reading, where it has another id."""
    with Writer.open(path) as writer:
        writer.judge("different", "second:e1", "first:e1", by="Kim")
        first, *others = report("second", version="2.0").entities
        from dataclasses import replace

        newer = replace(report("second", version="2.0"), entities=(*others, replace(first, id="e77")))
        writer.add(newer, resolve=identify)
    with View.open(path) as view:
        assert view.actor_of("second", "e77") != view.actor_of("first", "e1")


def test_a_later_document_follows_what_was_judged(path: Path) -> None:
    """Actors judged the same are no longer two that are as likely."""
    with Writer.open(path) as writer:
        writer.judge("same", "first:e1", "swedish:e1", by="Kim")
        writer.add(report("later", country=None), resolve=identify)
    with View.open(path) as view:
        assert view.actor_of("later", "e1") == view.actor_of("first", "e1")


@pytest.mark.parametrize(
    ("words", "error", "says"),
    [
        ("actor/none", NotOnRecordError, "no actor of .* has the id 'actor/none'"),
        ("nowhere:e1", NotOnRecordError, "begins 'nowhere'"),
        ("first:e99", NotOnRecordError, "document first of .* has no entity 'e99'"),
        ("s:e1", AmbiguousIdError, "several documents"),
        ("first:e1", StoreError, "one thing"),
    ],
)
def test_what_is_not_on_record_cannot_be_judged(
    path: Path, words: str, error: type[StoreError], says: str
) -> None:
    """One line says which of the two is not there, and nothing is kept."""
    with Writer.open(path) as writer, pytest.raises(error, match=says):
        writer.judge("same", "first:e1", words, by="Kim")
    with View.open(path) as view:
        assert view.judgements() == ()


def test_an_entity_moves_from_one_actor_to_another(path: Path) -> None:
    """Parted from the one and joined to the other it is the other's, and the two stay two."""
    with View.open(path) as view:
        norwegian, swedish = (view.actor_of(name, "e1") for name in ("first", "swedish"))
    with Writer.open(path) as writer:
        writer.judge("different", "third:e1", norwegian, by="Kim")
        writer.judge("same", "third:e1", swedish, by="Kim")
    with View.open(path) as view:
        found = [view.actor_of(name, "e1") for name in ("first", "second", "third", "swedish")]
    assert found == [norwegian, norwegian, swedish, swedish]
