"""What is known under a name on a day, and the reason that is given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.vocab import Actors
from onrecord.vocab.lookup import look_up
from onrecord.vocab.reasons import reason

IN_OFFICE = date(2012, 1, 1)
AFTER = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("name", "on", "id", "said"),
    [
        ("Russia", AFTER, "state/RUS", "is the state Russia"),
        ("Kremlin", AFTER, "state/RUS", "stands for the government of Russia"),
        ("Dutch", AFTER, "state/NLD", "tells Netherlands"),
        ("Korea", AFTER, None, "may tell South Korea or North Korea: the text has to tell"),
        ("Muslims", AFTER, None, "is a group and tells no state"),
        ("Soviet", AFTER, None, "is of a state that is no more"),
        ("Jordan", AFTER, None, "is the state Jordan, and means other things too"),
        ("Interfax", AFTER, "publisher/interfax", "is the publisher Interfax"),
        (
            "Ana Vélez",
            IN_OFFICE,
            "person/ana-velez",
            "is the name of Ana Vélez; on 2012-01-01 Chancellor of Austria",
        ),
        (
            "AVR",
            AFTER,
            "person/ana-velez",
            "is another name of Ana Vélez; by 2020-01-01 former Chancellor of Austria",
        ),
        ("Velez-Ruiz", date(2000, 1, 1), "person/ana-velez", "is short for Ana Vélez"),
        (
            "Jo",
            AFTER,
            "person/jo-var-un",
            "is short for 2 people; on 2020-01-01 one of them led a state: Jo Var-un",
        ),
        (
            "Jo",
            IN_OFFICE,
            None,
            "is short for 2 people; on 2012-01-01 none of them held an office: the text has to tell",
        ),
        ("Harbour League", AFTER, "body/harbour-league", "is the body Harbour League"),
        ("The Base", AFTER, None, "is the body The Base, and means other things too"),
        (
            "Union",
            AFTER,
            None,
            "may be short for Austrian Union Party or Swiss Union Party: the text has to tell",
        ),
        (
            "Foreign Ministry",
            AFTER,
            None,
            "is a body that many states have (foreign-ministry), and without a state tells none",
        ),
        (
            "Russian Foreign Ministry",
            AFTER,
            "body/rus-foreign-ministry",
            "is the body Foreign Ministry of Russia",
        ),
        (
            "foreign ministry of the Netherlands",
            AFTER,
            "body/nld-foreign-ministry",
            "is the body Foreign Ministry of the Netherlands",
        ),
        (
            "Austria's Chancellor",
            AFTER,
            "person/jo-var-un",
            "is the Chancellor of Austria; on 2020-01-01 that was Jo Var-un",
        ),
        (
            "president of Austria",
            AFTER,
            None,
            "is the president of Austria; on 2020-01-01 nobody is known to have held it",
        ),
        (
            "chancellor of Austria",
            date(2014, 5, 12),
            None,
            "is the chancellor of Austria; on 2014-05-12 that was Ana Vélez or Jo Var-un",
        ),
        (
            "foreign minister",
            AFTER,
            None,
            "is a title (foreign-minister), and without a state or a name tells nobody",
        ),
        (
            "former Austrian Chancellor Vélez",
            AFTER,
            "person/ana-velez",
            "is short for Ana Vélez; by 2020-01-01 former Chancellor of Austria",
        ),
        (
            "Austrian Chancellor Jo",
            AFTER,
            "person/jo-var-un",
            "is short for Jo Var-un; on 2020-01-01 Chancellor of Austria",
        ),
        ("soldiers", AFTER, None, "is a common noun (person)"),
    ],
)
def test_a_name_resolves_for_a_reason(actors: Actors, name: str, on: date, id: str | None, said: str) -> None:  # noqa: A002
    """A name gives what it resolves to, null where the text has to tell, and says why."""
    found = look_up(name, on, actors=actors)
    assert (reason(found), found.id) == (f"'{name}' {said}", id)


def test_several_who_lead_are_named(actors: Actors) -> None:
    """On the day of a handover two may be meant, and the text has to tell."""
    found = look_up("Chancellor of Austria", date(2014, 5, 12), actors=actors)
    assert found.person is None
    assert {person.id for person in found.people} == {"ana-velez", "jo-var-un"}


@pytest.mark.parametrize(
    ("name", "id", "said"),
    [
        ("Kremlin", "body/kremlin", "stands for the government of Russia; it also is the body Kremlin"),
        ("Holy See", "state/VAT", "is the state Vatican City; it also is the body Holy See"),
        ("Houthis", "body/houthis", "is a group and tells no state; it also is the body Houthis"),
        (
            "Jordan",
            None,
            "is the state Jordan, and means other things too; it also is short for Jim Jordan; on 2020-01-01 "
            "Member of the United States House of Representatives: the text has to tell",
        ),
    ],
)
def test_readings_that_agree_are_one(name: str, id: str | None, said: str) -> None:  # noqa: A002
    """A seat and the government it stands for are no rivals; a state and a surname are."""
    found = look_up(name, AFTER)
    assert (reason(found), found.id) == (f"'{name}' {said}", id)


@pytest.mark.parametrize("name", ["Nobody Atall", "", "  ", "x" * 500, "\x1b[2J", "\ud800", "[bold]"])
def test_what_is_unknown_says_so(actors: Actors, name: str) -> None:
    """An unknown name finds nothing, whatever is in it."""
    found = look_up(name, AFTER, actors=actors)
    assert not found
    assert (found.id, reason(found)) == (None, f"nothing is known under '{found.name}'")


@settings(deadline=None)
@given(st.text(max_size=250), st.dates())
def test_any_text_can_be_asked_for(actors: Actors, text: str, on: date) -> None:
    """Whatever is asked for on whatever day, there is an answer and a reason."""
    assert reason(look_up(text, on, actors=actors))
