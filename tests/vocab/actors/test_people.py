"""People: by which names they are found, what they were when, and what the loader refuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.vocab import Actors, load_actors
from onrecord.vocab.actors.surnames import short_names
from tests.vocab.actors.tables import write_actors

VELEZ = "ana-velez"


def ids(people: tuple[object, ...]) -> list[str]:
    """The ids of what was found."""
    return [getattr(person, "id") for person in people]  # noqa: B009 - typed loosely there


@pytest.mark.parametrize(
    "form",
    [
        "Ana Vélez",
        "Ana Velez",
        "ANA VELEZ",
        "Ana Vélez’s",
        "Vélez, Ana",
        "Vélez Ana",
        "Anna Velez Ruiz",
        "Anna Vélez-Ruiz",
        "AVR",
        "Ana M. Vélez",
    ],
)
def test_a_person_is_found_by_any_writing_of_a_name(actors: Actors, form: str) -> None:
    """Accents, dashes, capitals, initials and the order of two names make no difference."""
    assert ids(actors.people(form)) == [VELEZ]


@pytest.mark.parametrize("form", ["Jo Var-un", "Jo Var Un", "Jo Varun", "Var-un Jo"])
def test_dashes_and_spaces_within_a_name_make_no_difference(actors: Actors, form: str) -> None:
    """A given name of two syllables is one, however it is written and wherever the family name stands."""
    assert ids(actors.people(form)) == ["jo-var-un"]


@pytest.mark.parametrize("form", ["Tomas bin Vos", "Tomas R. bin Vos", "Tomas R. bin Vos, Jr."])
def test_initials_and_generation_may_be_missing(form: str, tmp_path: Path) -> None:
    """Middle initials and Jr. are set aside when the full form is not known."""
    row = "tomas-vos,Tomas bin Vos,,-,IGO,,,editor"
    assert ids(load_actors(write_actors(tmp_path, people=(row,))).people(form)) == ["tomas-vos"]


@pytest.mark.parametrize("form", ["ana vélez", "avr", "Avr", "Vélez", "Nobody Atall", "", "A" * 300])
def test_what_is_no_full_name_finds_nobody(actors: Actors, form: str) -> None:
    """Small letters, an acronym that is not written as one, a surname and unknown names find nobody."""
    assert actors.people(form) == ()


def test_turned_names_find_nobody_where_they_fit_two(tmp_path: Path) -> None:
    """The order of names is indifferent only so long as it leaves one person."""
    rows = ("a,Mi Ra Jo,,AUT,-,,,editor", "b,Ra Jo Mi,,AUT,-,,,editor")
    actors = load_actors(write_actors(tmp_path, people=rows))
    assert ids(actors.people("Mi Ra Jo")) == ["a"]
    assert actors.people("Jo Mi Ra") == ()


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("Jo", ["jo-var-un", "jo-mi-ra"]),
        ("Vélez", [VELEZ]),
        ("Velez-Ruiz", [VELEZ]),
        ("Velez’s", [VELEZ]),
        ("al-Tann", ["otto-al-tann"]),
        ("Tann", ["otto-al-tann"]),
        ("Von Marrow", ["ilse-von-marrow"]),
        ("Marrow", ["ilse-von-marrow"]),
        ("bin Vos", ["tomas-bin-vos"]),
        ("Vos", []),
        ("Blentz", []),
        ("Var-un", []),
        ("JO", []),
        ("jo", []),
        ("tann", []),
    ],
)
def test_a_surname_finds_all_who_have_it(actors: Actors, form: str, found: list[str]) -> None:
    """Given short names go before derived ones; styles and bound particles give none."""
    assert ids(actors.by_short(form)) == found


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("King Charles III", ("Charles",)),
        ("Ferdinand Marcos Jr.", ("Marcos",)),
        ("Bashar al-Assad", ("al-Assad", "Assad")),
        ("Ursula von der Leyen", ("von der Leyen", "Leyen")),
        ("Mohammed bin Salman", ("bin Salman",)),
        ("Pelé", ("Pelé",)),
        ("Lai Tung-kwok", ("Lai",)),
        ("Pham Al-assad", ("Al-assad",)),
    ],
)
def test_surnames_are_derived(name: str, short: tuple[str, ...]) -> None:
    """The last word is the surname, with its particles and without, numerals and Jr. aside."""
    assert short_names(name, ()) == short


@pytest.mark.parametrize(
    ("on", "holders"),
    [
        (date(2010, 2, 28), []),
        (date(2010, 3, 1), [VELEZ]),
        (date(2014, 5, 11), [VELEZ]),
        (date(2014, 5, 12), ["jo-var-un", VELEZ]),
        (date(2014, 5, 13), ["jo-var-un"]),
        (date(2030, 1, 1), ["jo-var-un"]),
        (None, ["jo-var-un", VELEZ]),
    ],
)
def test_an_office_has_holders_on_a_day(actors: Actors, on: date | None, holders: list[str]) -> None:
    """First and last days count, so that a handover has two holders; an open term goes on."""
    assert ids(actors.holders("aut-chancellor", on)) == holders
    assert ids(actors.holders(("AUT", "head_of_government"), on)) == holders


def test_a_holder_in_doubt_comes_after_a_sure_one(actors: Actors) -> None:
    """Of the holders of a shared office, one whose year alone is known stands last in that year."""
    assert ids(actors.holders("che-councillor", date(2013, 6, 1))) == ["otto-al-tann", "ilse-von-marrow"]


def test_an_office_without_holders_is_empty_and_an_unknown_one_an_error(actors: Actors) -> None:
    """A kind that a state has no office of has no holder; an id that no office has is a mistake."""
    assert actors.holders(("CHE", "mayor"), date(2020, 1, 1)) == ()
    with pytest.raises(KeyError):
        actors.holders("aut-mayor")


def test_terms_now_and_before(actors: Actors) -> None:
    """On a day somebody serves some terms and has ended others, the newest first."""
    person = actors.person(VELEZ)
    assert [term.office.id for term in actors.in_office(person, date(2010, 2, 10))] == [
        "aut-foreign-minister"
    ]
    assert [term.office.id for term in actors.in_office(person, date(2012, 1, 1))] == ["aut-chancellor"]
    assert [term.office.id for term in actors.offices_before(person, date(2012, 1, 1))] == [
        "aut-foreign-minister"
    ]
    assert [term.office.id for term in actors.offices_before(person, date(2020, 1, 1))] == [
        "aut-chancellor",
        "aut-foreign-minister",
    ]


def test_the_sector_is_that_of_the_office_held(actors: Actors) -> None:
    """In office the office's sector counts, else the person's own."""
    person = actors.person("otto-al-tann")
    assert actors.sector(person, date(2013, 6, 1)) == ("GOV", "LEG")
    assert actors.sector(person, date(2020, 1, 1)) == ("REB",)
    assert actors.sector(person, None) == ("REB",)


@settings(deadline=None)
@given(st.text(max_size=250))
def test_any_text_can_be_asked_for(actors: Actors, text: str) -> None:
    """Whatever is asked for, the answer is a tuple."""
    assert isinstance((actors.people(text), actors.by_short(text)), tuple)


def person(
    terms: str, *, name: str = "Xa Yb", country: str = "AUT", sector: str = "-", source: str = "e"
) -> str:
    """A row of people.csv."""
    return f"xa-yb,{name},,{country},{sector},,{terms},{source}"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("ana-velez,Xa Yb,,AUT,-,,,editor", "ana-velez has a row already"),
        ("Xa,Xa Yb,,AUT,-,,,editor", "'Xa' is no id"),
        (",Xa Yb,,AUT,-,,,editor", "id is empty"),
        ("xa,Xa Yb,Xa-yb,AUT,-,,,editor", "a name is given twice"),
        ("xa,Xa Yb,~,AUT,-,,,editor", "aliases has a '~' without a name"),
        ("xa,Xa Yb,,AUT,-,P1,,editor", "'P1' is no Wikidata id"),
        (person("", name=""), "name is empty"),
        (person("", country="QQQ"), "unknown code QQQ"),
        (person("", country=""), "country is empty"),
        (person("", sector="XXX"), "unknown sector XXX"),
        (person("", sector=""), "sector is empty"),
        (person("", sector="GOV;GOV"), "a sector is given twice"),
        (person("", source=""), "source is empty"),
        (person("aut-mayor 2001/2002"), "unknown office aut-mayor"),
        (person("aut-chancellor"), "'aut-chancellor' is no term"),
        (person("aut-chancellor 2001"), "'aut-chancellor 2001' is no term"),
        (person("aut-chancellor 2001/"), "'aut-chancellor 2001/' is no term"),
        (person("aut-chancellor 2001/2002;"), "terms has an empty part"),
        (person("aut-chancellor 2001/2002/2003"), "aut-chancellor: '2002/2003' is no day"),
        (person("aut-chancellor ../2002"), "aut-chancellor: '..' is no day"),
        (person("aut-chancellor 2023-02-30/.."), "aut-chancellor: there is no 2023-02-30"),
        (person("aut-chancellor 2002-05-02/2002-05-01"), "aut-chancellor: 2002-05-01 is before 2002-05-02"),
        (person("aut-chancellor 2002/2001-12"), "aut-chancellor: 2001-12 is before 2002"),
        (
            person("aut-chancellor 2014-05-11/2014-05-20"),
            "aut-chancellor 2014-05-11/2014-05-20 overlaps the term of ana-velez, 2010-03-01/2014-05-12",
        ),
        (
            person("aut-chancellor 2020/.."),
            "aut-chancellor 2020/.. overlaps the term of jo-var-un, 2014-05-12/..",
        ),
        (
            person("aut-chancellor 2001/2003;aut-chancellor 2002/2003"),
            "aut-chancellor 2002/2003 overlaps the term of xa-yb, 2001/2003",
        ),
        (
            person("aut-foreign-minister 2008/2008"),
            "aut-foreign-minister 2008/2008 overlaps the term of ana-",
        ),
    ],
)
def test_a_row_that_cannot_be_is_refused(tmp_path: Path, row: str, reason: str) -> None:
    """An error of a person is named with file, line and reason."""
    with pytest.raises(ValueError, match=r"^people\.csv, line 8: ") as refusal:
        load_actors(write_actors(tmp_path, add={"people.csv": row}))
    assert str(refusal.value).removeprefix("people.csv, line 8: ").startswith(reason)


@pytest.mark.parametrize(
    "terms",
    [
        "aut-chancellor 2001/2010-03-01",
        "aut-chancellor 2001/2010",
        "aut-foreign-minister 2010-02/2010-05",
        "aut-foreign-minister 2004/2006",
        "aut-foreign-minister 2006/2006",
        "che-councillor 2012/2014",
    ],
)
def test_terms_may_touch(tmp_path: Path, terms: str) -> None:
    """Terms may share a day, or a month or year in which either may have ended; shared offices any time."""
    load_actors(write_actors(tmp_path, add={"people.csv": person(terms)}))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("aut-chancellor,AUT,X,other,,GOV,", "aut-chancellor has a row already"),
        ("x,QQQ,X,other,,GOV,", "unknown code QQQ"),
        ("x,AUT,,other,,GOV,", "title is empty"),
        ("x,AUT,X,boss,,GOV,", "kind is 'boss', not one of"),
        ("x,AUT,X,other,nobody,GOV,", "unknown body nobody"),
        ("x,AUT,X,other,aut-navy,GOV,", "unknown body aut-navy"),
        ("x,AUT,X,other,,ABC,", "unknown sector ABC"),
        ("x,AUT,X,other,,GOV,yes", "shared is 'yes', neither 'true' nor empty"),
    ],
)
def test_an_office_that_cannot_be_is_refused(tmp_path: Path, row: str, reason: str) -> None:
    """An error of an office is named with file, line and reason."""
    with pytest.raises(ValueError, match=r"^offices\.csv, line 6: ") as refusal:
        load_actors(write_actors(tmp_path, add={"offices.csv": row}))
    assert str(refusal.value).removeprefix("offices.csv, line 6: ").startswith(reason)
