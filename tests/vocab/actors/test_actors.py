"""The actors that ship: facts that world news rests on, and how fast they are there."""

from __future__ import annotations

import time
from datetime import date

import pytest

from onrecord.vocab import Actors, load_actors, load_countries

SPRING = date(2025, 3, 21)


@pytest.fixture(scope="module")
def shipped() -> Actors:
    """The actors that ship with the package."""
    return load_actors()


def test_shipped_actors_are_read_once() -> None:
    """The package's own tables are read once."""
    assert load_actors() is load_actors()


def test_there_are_thousands(shipped: Actors) -> None:
    """The tables hold the people, offices and bodies of world news."""
    assert len(shipped) > 3000
    assert len(list(shipped.offices)) > 700
    assert len(list(shipped.bodies)) > 1300
    assert len(list(shipped.titles)) > 100


def test_every_state_is_led_by_somebody(shipped: Actors) -> None:
    """Each member and observer of the United Nations, Taiwan and Kosovo have a head on a day of 2025."""
    countries = load_countries()
    states = [code for code in countries.codes if countries.country(code).status in ("member", "observer")]
    for code in (*states, "TWN", "XKX"):
        heads = shipped.holders((code, "head_of_state"), SPRING)
        assert heads or shipped.holders((code, "head_of_government"), SPRING), code


@pytest.mark.parametrize(
    ("form", "id"),
    [
        ("Sergei Shoigu", "sergei-shoigu"),
        ("Sergey Shoygu", "sergei-shoigu"),
        ("Kim Jong-un", "kim-jong-un"),
        ("Xi Jinping", "xi-jinping"),
        ("Jinping Xi", "xi-jinping"),
        ("Volodymyr Zelensky", "volodymyr-zelenskyy"),
        ("Donald J. Trump", "donald-trump"),
        ("MBS", "mohammed-bin-salman"),
        ("Recep Tayyip Erdogan", "recep-tayyip-erdogan"),
        ("António Guterres", "antonio-guterres"),
    ],
)
def test_people_are_found_by_name(shipped: Actors, form: str, id: str) -> None:  # noqa: A002
    """Whoever leads the news is found as it writes the name."""
    assert [person.id for person in shipped.people(form)] == [id]


@pytest.mark.parametrize(
    ("office", "on", "holder"),
    [
        ("rus-president", date(2010, 1, 1), "dmitry-medvedev"),
        ("rus-president", SPRING, "vladimir-putin"),
        ("rus-defence-minister", date(2023, 6, 1), "sergei-shoigu"),
        ("usa-president", date(2021, 1, 19), "donald-trump"),
        ("usa-president", date(2021, 1, 21), "joe-biden"),
        ("deu-chancellor", date(2021, 12, 1), "angela-merkel"),
        ("un-secretary-general", date(2003, 3, 20), "kofi-annan"),
    ],
)
def test_offices_had_holders(shipped: Actors, office: str, on: date, holder: str) -> None:
    """Well-known offices were held by whom they were."""
    assert [person.id for person in shipped.holders(office, on)] == [holder]


@pytest.mark.parametrize(
    ("title", "country", "holder"),
    [
        ("king", "JOR", "abdullah-ii-of-jordan"),
        ("chancellor", "DEU", "olaf-scholz"),
        ("secretary of state", "USA", "marco-rubio"),
        ("foreign secretary", "GBR", "david-lammy"),
    ],
)
def test_titles_of_states_had_holders(shipped: Actors, title: str, country: str, holder: str) -> None:
    """A title and a state tell who it was."""
    office = shipped.office_title(title, country)
    assert office is not None
    assert [person.id for person in shipped.holders_of(office, country, SPRING)] == [holder]


@pytest.mark.parametrize(
    ("form", "country", "id"),
    [
        ("NATO", None, "nato"),
        ("United Nations", None, "un"),
        ("U.N.", None, "un"),
        ("Hamas", None, "hamas"),
        ("Kuomintang", None, "kuomintang"),
        ("CIA", None, "cia"),
        ("State Duma", None, "state-duma"),
    ],
)
def test_bodies_are_found_by_name(shipped: Actors, form: str, country: str | None, id: str) -> None:  # noqa: A002
    """The bodies of world news are found as it writes their names."""
    body = shipped.body(form, country)
    assert body is not None
    assert body.id == id


def test_every_name_finds_its_person(shipped: Actors) -> None:
    """Each person is among those who go by the name and by each short name."""
    for person in shipped:
        for form in person.names:
            if form != form.lower():
                assert person in shipped.people(form), (person.id, form)
        assert any(person in shipped.by_short(form) for form in person.short), person.id


def test_every_body_is_found_with_its_country(shipped: Actors) -> None:
    """Each body is among those that go by its name, and has an office that names it if any does."""
    for body in shipped.bodies:
        assert body in shipped.bodies_named(body.name), body.id
    for office in shipped.offices:
        if office.body is not None:
            assert shipped.body_by_id(office.body).id == office.body


def test_nouns_are_known(shipped: Actors) -> None:
    """Who acts in the news without a name is known by a noun."""
    for noun in ("soldiers", "police", "lawmaker", "ministry", "people"):
        assert shipped.agent(noun) is not None, noun


def test_lookups_do_not_search(shipped: Actors) -> None:
    """Twenty thousand lookups take well under a second a thousand people or seven thousand alike."""
    start = time.process_time()
    for _ in range(10_000):
        shipped.people("Nobody Atall")
        shipped.by_short("Kim")
    assert time.process_time() - start < 3
