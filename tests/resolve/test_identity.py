"""Who is who across documents."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Entity, EntityType, Record
from onrecord.resolve.identity import ENOUGH, TOO_MANY_SINGLE
from tests.resolve.samples import crowd, entity, record, shelf

NORWAY = entity("state/NOR", "Norway", "country", "NOR")
SWEDEN = entity("state/SWE", "Sweden", "country", "SWE")


def test_what_the_vocabulary_knows_keeps_its_id() -> None:
    """An id with a slash is the actor's, in all documents."""
    kept = shelf(record("d1", NORWAY), record("d2", NORWAY))
    assert kept.actor("d1", "state/NOR") == kept.actor("d2", "state/NOR") == "state/NOR"


def test_a_full_name_of_one_state_in_shared_company_is_one() -> None:
    """Name, state and company agree: one actor, and the reason names all three."""
    kept = shelf(
        record("d1", entity("e1", "Ana Vélez", country="NOR"), NORWAY, *crowd("Ilse Marrow", "Kim Ode")),
        record("d2", entity("e4", "Ana Velez", country="NOR"), SWEDEN, *crowd("Ilse Marrow")),
    )
    assert kept.same(("d1", "e1"), ("d2", "e4"))
    assert kept.reason("d2", "e4") == "same full name, same country NOR, 1 shared companion: Ilse Marrow"


def test_an_actors_id_is_that_of_its_first_document() -> None:
    """The id hangs on the document and the name alone, so that reading it again gives the same."""
    first = shelf(record("d1", entity("e1", "Ana Vélez"))).actor("d1", "e1")
    again = shelf(record("d1", entity("e9", "Ana Vélez", country="NOR"))).actor("d1", "e9")
    assert first == again
    assert first.startswith("actor/")


def test_a_full_name_alone_is_not_enough() -> None:
    """Without state, office or company in common, two of one name stay two, and the reason says so."""
    kept = shelf(
        record("d1", entity("e1", "Ana Vélez"), *crowd("Ilse Marrow")),
        record("d2", entity("e1", "Ana Vélez"), *crowd("Kim Ode")),
    )
    assert not kept.same(("d1", "e1"), ("d2", "e1"))
    assert kept.reason("d2", "e1").startswith(f"too little says that this is {kept.actor('d1', 'e1')}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("e1", "Ana Vélez", country="NOR"), entity("e1", "Ana Vélez", country="SWE")),
        (entity("e1", "Ana Vélez"), entity("e1", "Ana Vélez", "organization")),
        (entity("e1", "Ana B. Vélez"), entity("e1", "Ana C. Vélez")),
    ],
    ids=["another state", "another type", "another initial"],
)
def test_a_conflict_forbids(one: Entity, other: Entity) -> None:
    """However much the company agrees, a conflict makes two."""
    others = crowd("Ilse Marrow", "Kim Ode", "Lorne Shipping")
    kept = shelf(record("d1", one, *others), record("d2", other, *others))
    assert not kept.same(("d1", "e1"), ("d2", "e1"))
    assert kept.reason("d2", "e1") == "another of this name, of another type or state"


def test_an_office_counts() -> None:
    """The same office joins where the name and state alone do not; another one parts."""

    def named(number: str, title: str) -> Record:
        body = entity("body/harbour-board", "Harbour Board", "organization")
        return record(number, entity("e1", "Ana Vélez", title=title, of=body.id), body)

    assert shelf(named("d1", "chair"), named("d2", "Chair")).same(("d1", "e1"), ("d2", "e1"))
    kept = shelf(
        record("d1", entity("e1", "Ana Vélez", country="NOR", title="painter"), SWEDEN),
        record("d2", entity("e1", "Ana Vélez", country="NOR", title="general"), SWEDEN),
    )
    assert not kept.same(("d1", "e1"), ("d2", "e1"))
    assert "though painter there" in kept.reason("d2", "e1")


def test_a_former_office_is_no_conflict() -> None:
    """Who was a minister may be something else by now."""
    company = crowd("Ilse Marrow")
    kept = shelf(
        record("d1", entity("e1", "Ana Vélez", title="minister", former=True), *company),
        record("d2", entity("e1", "Ana Vélez", title="painter"), *company),
    )
    assert kept.same(("d1", "e1"), ("d2", "e1"))


def test_many_years_need_more() -> None:
    """What is enough within a year is not enough when there is half a lifetime between."""
    near, far = date(2024, 1, 1), date(1994, 1, 1)
    named = [entity("e1", "Ana Vélez", country="NOR"), SWEDEN, *crowd("Ilse Marrow")]
    other = [entity("e1", "Ana Vélez", country="NOR"), SWEDEN, *crowd("Kim Ode")]
    for day, same in ((near, True), (far, False)):
        kept = shelf(record("d1", *named, day=day), record("d2", *other, day=date(2025, 1, 1)))
        assert kept.same(("d1", "e1"), ("d2", "e1")) is same


@pytest.mark.parametrize("kind", ["nominal", "pronoun"])
def test_who_is_only_described_stands_for_himself(kind: str) -> None:
    """ "Two officials" of two documents are never the same, whatever their company."""
    officials = entity(
        "e1", "two officials", "group", "NOR", kind="nominal" if kind == "nominal" else "pronoun"
    )
    others = crowd("Ilse Marrow", "Kim Ode")
    kept = shelf(record("d1", officials, *others), record("d2", officials, *others))
    assert not kept.same(("d1", "e1"), ("d2", "e1"))
    assert "not named" in kept.reason("d2", "e1")


def test_a_single_word_needs_more_than_a_full_name() -> None:
    """A surname alone is joined neither by state nor by a little company; a place is, by its state."""
    others = crowd("Ilse Marrow", "Kim Ode")
    kept = shelf(
        record("d1", entity("e1", "Vélez", country="NOR"), entity("e2", "Lorne", "place", "NOR"), *others),
        record("d2", entity("e1", "Vélez", country="NOR"), entity("e2", "Lorne", "place", "NOR")),
    )
    assert not kept.same(("d1", "e1"), ("d2", "e1"))
    assert kept.same(("d1", "e2"), ("d2", "e2"))


def test_two_that_are_equally_likely_make_a_third() -> None:
    """Where two of the name are known and neither leads, none is taken, and the reason names both."""
    both = crowd("Ilse Marrow", "Kim Ode")
    kept = shelf(
        record("d1", entity("e1", "Ana Vélez", country="NOR"), both[0]),
        record("d2", entity("e1", "Ana Vélez", country="SWE"), both[1]),
        record("d3", entity("e1", "Ana Vélez"), *both),
    )
    known = {kept.actor("d1", "e1"), kept.actor("d2", "e1")}
    assert kept.actor("d3", "e1") not in known
    assert all(actor in kept.reason("d3", "e1") for actor in known)


def test_one_actor_is_not_two_of_a_document() -> None:
    """What a document tells apart stays apart: the better one is joined, the other is new."""
    others = crowd("Ilse Marrow", "Kim Ode")
    kept = shelf(
        record("d1", entity("e1", "Ana Vélez", title="painter"), *others),
        record(
            "d2",
            entity("e1", "Ana Vélez"),
            entity("e2", "Ana Velez", title="painter"),
            *others,
        ),
    )
    assert kept.same(("d1", "e1"), ("d2", "e2"))
    assert kept.reason("d2", "e1").startswith("another entity of this document is")


def test_a_document_read_again_is_not_compared_with_itself() -> None:
    """A newer reading finds its entities again by their own ids, in whatever order they come."""
    kept = shelf(record("d1", entity("e1", "Ana Vélez"), entity("e2", "Ilse Marrow")))
    before = kept.actor("d1", "e1")
    kept.add(record("d1", entity("e1", "Ilse Marrow"), entity("e2", "Ana Vélez")))
    assert kept.actor("d1", "e2") == before
    assert kept.reason("d1", "e2") == "first of this name"


def test_the_first_one_read_otherwise_gives_its_id_up() -> None:
    """Where the first document turns out to mean another, it is not the actor that later ones joined."""
    others = crowd("Ilse Marrow", "Kim Ode")
    kept = shelf(
        record("d1", entity("e1", "Ana Vélez"), *others),
        record("d2", entity("e1", "Ana Vélez", country="SWE"), *others),
    )
    joined = kept.actor("d2", "e1")
    assert kept.same(("d1", "e1"), ("d2", "e1"))
    kept.add(record("d1", entity("e1", "Ana Vélez", country="NOR"), *others))
    assert kept.actor("d2", "e1") == joined
    assert kept.actor("d1", "e1") != joined


def test_an_actor_seen_often_is_not_kept_for_looking_up_again() -> None:
    """After some sightings another one is looked up only if it tells more: an office, or a later time."""
    kept = shelf()

    def add(number: int, day: date, title: str | None = None) -> str | None:
        named = entity("e1", "Ana Vélez", country="NOR", title=title)
        resolution = kept.add(record(f"d{number}", named, *crowd("Ilse Marrow"), day=day))
        return resolution.identities[0].known_by

    found = [add(number, date(2025, 3, 1)) for number in range(ENOUGH + 1)]
    assert found == ["ana velez"] * ENOUGH + [None]
    assert add(90, date(2025, 3, 2), title="painter") == "ana velez"
    assert add(91, date(2025, 9, 1)) == "ana velez"
    assert kept.same(*((name, "e1") for name in kept.resolutions))


def test_a_name_that_tells_nobody_apart_is_looked_up_no_further() -> None:
    """What is looked up under one name stays small however often it comes."""
    kept = shelf(*(record(f"d{number}", entity("e1", "Vélez")) for number in range(TOO_MANY_SINGLE + 1)))
    known = [one.identities[0].known_by for one in kept.resolutions.values()]
    assert known == ["velez"] * TOO_MANY_SINGLE + [None]


def test_the_order_of_documents_does_not_change_who_is_joined() -> None:
    """Three documents in any order give the same two people."""
    others = crowd("Ilse Marrow", "Kim Ode")
    records = [
        record("d1", entity("e1", "Ana Vélez", country="NOR"), *others),
        record("d2", entity("e1", "Ana Vélez", country="NOR"), others[0], SWEDEN),
        record("d3", entity("e1", "Ana Vélez", country="SWE"), others[1], SWEDEN),
    ]
    for order in permutations(records):
        kept = shelf(*order)
        assert kept.same(("d1", "e1"), ("d2", "e1"))
        assert not kept.same(("d1", "e1"), ("d3", "e1"))


NAMES = ["Ana Vélez", "Ilse Marrow", "Kim Ode", "Vélez", "Lorne", "two officials"]
TYPES: list[EntityType] = ["person", "organization", "place"]


@given(
    documents=st.lists(
        st.lists(
            st.tuples(
                st.sampled_from(NAMES),
                st.sampled_from(TYPES),
                st.sampled_from([None, "NOR", "SWE"]),
                st.sampled_from([None, "painter", "general"]),
                st.booleans(),
            ),
            max_size=6,
        ),
        max_size=6,
    )
)
def test_whatever_is_read_every_entity_is_somebody(
    documents: list[list[tuple[str, EntityType, str | None, str | None, bool]]],
) -> None:
    """Each entity has one actor and a reason; no two of a document are one; who is joined has no conflict."""
    kept = shelf()
    for number, given_entities in enumerate(documents):
        kept.add(
            record(
                f"d{number}",
                *(
                    entity(
                        f"e{place}", name, type_, country, title=title, kind="name" if named else "nominal"
                    )
                    for place, (name, type_, country, title, named) in enumerate(given_entities)
                ),
            )
        )
    states: dict[str, set[str]] = {}
    for name, resolution in kept.resolutions.items():
        actors = [one.actor for one in resolution.identities]
        assert len(actors) == len(set(actors)) == len(documents[int(name[1:])])
        for one in resolution.identities:
            assert one.reason
            assert (one.beside is None) == (one.score is None)
            assert one.beside is not None or one.actor == one.own
            if one.country is not None:
                states.setdefault(one.actor, set()).add(one.country)
    assert all(len(found) <= 1 for found in states.values())
