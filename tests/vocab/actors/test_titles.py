"""Titles: which a text ends with, and what the loader refuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.vocab import Actors, load_actors
from tests.vocab.actors.tables import write_actors


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("foreign minister", "foreign-minister"),
        ("Foreign Minister", "foreign-minister"),
        ("the acting Russian foreign minister's", "foreign-minister"),
        ("Minister of Foreign Affairs", "foreign-minister"),
        ("former Russian deputy foreign minister", "deputy-foreign-minister"),
        ("defence minister", "minister"),
        ("deputy defence minister", "minister"),
        ("deputy minister", None),
        ("under-secretary", None),
        ("ex-president", "president"),
        ("president-elect", "president"),
        ("foreign minister-designate", "foreign-minister"),
        ("Vice-President", "vice-president"),
        ("vice general", None),
        ("Gen.", "general"),
        ("Chancellor", None),
        ("Austrian Chancellor", "chancellor"),
        ("the then-German chancellor", "chancellor"),
        ("Swiss chancellor", None),
        ("U.S. Secretary of State", "foreign-minister"),
        ("Secretary of State", None),
        ("foreign minister of Russia", None),
        ("shipyard", None),
        ("", None),
        ("x" * 300, None),
    ],
)
def test_a_text_ends_with_a_title(actors: Actors, text: str, office: str | None) -> None:
    """The longest title that ends a text is its office; a deputy without a row of its own has none."""
    found = actors.office_title(text)
    assert (found.id if found else None) == office


@pytest.mark.parametrize(
    ("text", "country", "office"),
    [
        ("chancellor", "DEU", "chancellor"),
        ("chancellor", "CHE", None),
        ("secretary of state", "USA", "foreign-minister"),
        ("secretary of state", "VAT", None),
    ],
)
def test_a_title_of_one_state_needs_it(actors: Actors, text: str, country: str, office: str | None) -> None:
    """A title that is an office in one state only is found with that state."""
    found = actors.office_title(text, country)
    assert (found.id if found else None) == office


def test_deputies_are_stripped_when_told(actors: Actors) -> None:
    """What makes a title another one is set aside on request."""
    found = actors.office_title("deputy minister", stripped=True)
    assert found is not None
    assert found.id == "minister"


def test_the_words_before_a_title_are_told(actors: Actors) -> None:
    """A text can be split before its title."""
    before, office = actors.split_title("former Russian foreign minister")
    assert (before, office and office.id) == ("former Russian", "foreign-minister")
    assert actors.split_title("a shipyard") == ("a shipyard", None)


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("former foreign minister", True),
        ("ex-president", True),
        ("then-President", True),
        ("the late president", True),
        ("acting president", False),
        ("deputy minister", False),
        ("outgoing president", False),
        ("ambassador to the former Soviet Union", False),
        ("president", False),
    ],
)
def test_a_text_says_that_an_office_is_held_no_longer(actors: Actors, text: str, former: bool) -> None:
    """Former, ex-, then- and late say so; acting, outgoing and deputy do not."""
    assert actors.former(text) is former


def test_a_leader_may_be_either_head(tmp_path: Path) -> None:
    """A title that is no office of the state means the head of state or of government."""
    rows = (
        "aut-president,AUT,Federal President of Austria,head_of_state,,GOV,",
        "aut-chancellor,AUT,Chancellor of Austria,head_of_government,,GOV,",
    )
    people = (
        "a,Ana Vélez,,AUT,GOV,,aut-president 2010/..,editor",
        "b,Jo Var-un,,AUT,GOV,,aut-chancellor 2010/..,editor",
    )
    titles = (
        "leader,leader,head_of_state,,GOV",
        "prime-minister,prime minister;AUT:chancellor,head_of_government,,GOV",
    )
    actors = load_actors(write_actors(tmp_path, offices=rows, people=people, generic_offices=titles))
    leader, minister = actors.office_title("leader"), actors.office_title("prime minister")
    assert leader is not None
    assert minister is not None
    assert {one.id for one in actors.holders_of(leader, "AUT", date(2020, 1, 1))} == {"a", "b"}
    assert [one.id for one in actors.holders_of(minister, "AUT", date(2020, 1, 1))] == ["b"]


def test_who_held_the_office_of_a_title(actors: Actors) -> None:
    """A title and a state find the office of that name, else the only one of that kind."""
    chancellor, minister = actors.office_title("chancellor", "AUT"), actors.office_title("minister")
    foreign = actors.office_title("foreign minister")
    assert chancellor is not None
    assert minister is not None
    assert foreign is not None
    assert [one.id for one in actors.holders_of(chancellor, "AUT", date(2020, 1, 1))] == ["jo-var-un"]
    assert [one.id for one in actors.holders_of(foreign, "CHE", date(2011, 6, 1))] == ["otto-al-tann"]
    assert actors.holders_of(minister, "AUT", date(2020, 1, 1)) == ()


@settings(deadline=None)
@given(st.text(max_size=250))
def test_any_text_can_be_asked_for(actors: Actors, text: str) -> None:
    """Whatever is asked for, there is an answer."""
    assert actors.former(text) in (True, False)
    actors.office_title(text)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("minister,x,minister,,GOV", "minister has a row already"),
        ("x,Minister,minister,,GOV", "'Minister' belongs to minister already"),
        ("x,DEU:Chancellor,minister,,GOV", "'Chancellor' belongs to chancellor already"),
        ("x,QQQ:x,minister,,GOV", "unknown code QQQ"),
        ("x,USA:,minister,,GOV", "titles has 'USA:' without a title"),
        ("x,,minister,,GOV", "titles is empty"),
        ("x,x,boss,,GOV", "kind is 'boss'"),
        ("x,x,minister,navy,GOV", "unknown body navy"),
        ("x,x,minister,,", "sector is empty"),
    ],
)
def test_a_title_that_cannot_be_is_refused(tmp_path: Path, row: str, reason: str) -> None:
    """An error of a title is named with file, line and reason."""
    with pytest.raises(ValueError, match=r"^generic_offices\.csv, line 10: ") as refusal:
        load_actors(write_actors(tmp_path, add={"generic_offices.csv": row}))
    assert str(refusal.value).removeprefix("generic_offices.csv, line 10: ").startswith(reason)
