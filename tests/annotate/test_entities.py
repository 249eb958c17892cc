"""Names gathered to entities."""

from __future__ import annotations

import pytest

from onrecord.annotate.mentions.entities import gather
from onrecord.annotate.mentions.names import Name
from onrecord.record import Entity, Span


def _names(text: str, *names: tuple[str, str]) -> tuple[Entity, ...]:
    """The entities of names, given as surface and kind in the order of the text."""
    found, at = [], 0
    for surface, kind in names:
        at = text.index(surface, at)
        found.append(Name(span=Span(start=at, end=at + len(surface)), surface=surface, kind=kind))
        at += len(surface)
    return gather(found, text)


def _shown(entities: tuple[Entity, ...]) -> list[tuple[str, str, str | None, int]]:
    return [(e.name, e.type, e.country, len(e.mentions)) for e in entities]


def test_all_names_of_a_state_are_one_country() -> None:
    """Short, full and abbreviated names of a state are one entity with its code."""
    text = "The United States and Norway: U.S. and US ships"
    found = _names(text, ("United States", "place"), ("Norway", "place"), ("U.S.", "place"), ("US", "place"))
    assert _shown(found) == [("United States", "country", "USA", 3), ("Norway", "country", "NOR", 1)]


def test_nationalities_are_groups_with_a_code() -> None:
    """A nationality tells its state, and its forms are one group."""
    found = _names("Iranian ships, Iranians", ("Iranian", "group"), ("Iranians", "group"))
    assert _shown(found) == [("Iranians", "group", "IRN", 2)]


def test_a_capital_is_a_place_of_its_state() -> None:
    """A capital has its state's code."""
    assert _shown(_names("in Kyiv", ("Kyiv", "place"))) == [("Kyiv", "place", "UKR", 1)]


def test_a_man_called_jordan_stays_a_man() -> None:
    """Where the encoder reads a person, an ambiguous form is no state."""
    assert _shown(_names("Mr. Jordan left", ("Jordan", "person"))) == [("Jordan", "person", None, 1)]


def test_a_surname_joins_its_person() -> None:
    """A surname belongs to the one person with that name."""
    found = _names("Ilse Marrow … Marrow", ("Ilse Marrow", "person"), ("Marrow", "person"))
    assert _shown(found) == [("Ilse Marrow", "person", None, 2)]


def test_a_surname_of_two_stays_open() -> None:
    """Where two persons share a name, nothing is guessed."""
    text = "Ilse Marrow, Karl Marrow, Marrow"
    found = _names(text, ("Ilse Marrow", "person"), ("Karl Marrow", "person"), ("Marrow", "person"))
    assert [len(entity.mentions) for entity in found] == [1, 1, 1]


@pytest.mark.parametrize("kind", ["organization", "person", "other"])
def test_an_outlet_is_a_publisher(kind: str) -> None:
    """A known outlet is a publisher of its country, whatever the encoder takes it for."""
    (found,) = _names("the Korea JoongAng Daily", ("Korea JoongAng Daily", kind))
    assert (found.type, found.country) == ("publisher", "KOR")


def test_part_of_an_outlets_name_is_the_outlet() -> None:
    """A short form goes to the outlet named in full; a common word does not."""
    text = "Korea JoongAng Daily … JoongAng … Daily"
    found = _names(text, ("Korea JoongAng Daily", "organization"), ("JoongAng", "person"), ("Daily", "other"))
    assert [(e.type, len(e.mentions)) for e in found] == [("publisher", 2), ("other", 1)]


def test_an_acronym_in_brackets_joins_its_name() -> None:
    """ "Institute for Strait Studies (ISS)": one entity, also where ISS comes alone later."""
    text = "Institute for Strait Studies (ISS) and ISS"
    name = ("Institute for Strait Studies", "organization")
    found = _names(text, name, ("ISS", "organization"), ("ISS", "organization"))
    assert [len(entity.mentions) for entity in found] == [3]


def test_what_stands_in_other_brackets_is_somebody_else() -> None:
    """Brackets after a name join nothing that is not made of its initials."""
    text = "Institute for Strait Studies (Norway)"
    found = _names(text, ("Institute for Strait Studies", "organization"), ("Norway", "place"))
    assert [entity.type for entity in found] == ["organization", "country"]
