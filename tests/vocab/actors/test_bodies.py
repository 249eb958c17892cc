"""Bodies: which a form means, those that states have, and what the loader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.vocab import Actors, load_actors
from tests.vocab.actors.tables import write_actors


@pytest.mark.parametrize(
    ("form", "country", "body"),
    [
        ("Harbour League", None, "harbour-league"),
        ("the HARBOUR LEAGUE’s", None, "harbour-league"),
        ("HL", None, "harbour-league"),
        ("HL", "CHE", "harbour-league"),
        ("Union", "CHE", "che-union"),
        ("the Union", "AUT", "aut-union"),
        ("Union", "FRA", None),
        ("Union", None, None),
        ("The Base", None, None),
        ("hl", None, None),
        ("7-blentz.org", None, "7-blentz"),
        ("harbour league", None, None),
    ],
)
def test_a_form_means_a_body(actors: Actors, form: str, country: str | None, body: str | None) -> None:
    """A form finds its body; an ambiguous one only with the country."""
    found = actors.body(form, country)
    assert (found.id if found else None) == body


def test_all_bodies_of_a_form_can_be_asked_for(actors: Actors) -> None:
    """Where context has to tell, the candidates are there."""
    assert [body.id for body in actors.bodies_named("Union")] == ["aut-union", "che-union"]
    assert [body.id for body in actors.bodies_named("the Base")] == ["base"]


@pytest.mark.parametrize(
    "form", ["Foreign Ministry", "foreign ministry", "the FOREIGN MINISTRY", "foreign ministry's"]
)
def test_a_kind_of_body_is_found_in_any_case(actors: Actors, form: str) -> None:
    """What every state has is found with and without capitals."""
    found = actors.generic_body(form)
    assert found is not None
    assert found.id == "foreign-ministry"


def test_a_state_has_a_body_of_a_kind(actors: Actors) -> None:
    """A kind of body and a state make a body with an id and a name of both."""
    kind = actors.generic_body("foreign ministry")
    assert kind is not None
    body = actors.state_body(kind, "RUS")
    assert (body.id, body.name, body.country) == ("rus-foreign-ministry", "Foreign Ministry of Russia", "RUS")
    assert (body.sector, body.kind) == (("GOV",), "ministry")
    assert actors.state_body(kind, "USA").name == "Foreign Ministry of the United States"
    with pytest.raises(KeyError):
        actors.state_body(kind, "QQQ")


def test_a_body_with_a_name_of_its_own_wins(actors: Actors) -> None:
    """A named body of the state, of the same kind and with one of the kind's names, is the state's."""
    kind = actors.generic_body("foreign ministry")
    assert kind is not None
    assert actors.state_body(kind, "CHE").id == "che-ballplatz"
    assert actors.state_body(kind, "AUT").id == "aut-foreign-ministry"


def test_a_body_is_found_by_its_id(actors: Actors) -> None:
    """Named bodies have ids, and so have those of a kind in a state; others are a mistake."""
    assert actors.body_by_id("base").name == "The Base"
    assert actors.body_by_id("rus-army").name == "Army of Russia"
    for unknown in ("rus-navy", "qqq-army", "nothing"):
        with pytest.raises(KeyError):
            actors.body_by_id(unknown)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("base,Blentz,,,AUT,GOV,court,,e", "base has a row already"),
        ("x,Harbour-League,,,AUT,GOV,court,,e", "'Harbour-League' belongs to harbour-league too"),
        ("x,Union,,,AUT,GOV,court,,e", "'Union' belongs to aut-union too: mark it ambiguous in both"),
        ("x,Harbour League,,Harbour League,AUT,GOV,court,,e", "'Harbour League' belongs to harbour-league"),
        ("x,X,Y,Z,AUT,GOV,court,,e", "an ambiguous name is neither the name nor an alias"),
        ("x,Tann,The Tann,,AUT,GOV,court,,e", "a name is given twice"),
        ("x,,Y,,AUT,GOV,court,,e", "name is empty"),
        ("x,X,,,QQQ,GOV,court,,e", "unknown code QQQ"),
        ("x,X,,,AUT,QQQ,court,,e", "unknown sector QQQ"),
        ("x,X,,,AUT,GOV,club,,e", "kind is 'club'"),
        ("x,X,,,AUT,GOV,court,Q,e", "'Q' is no Wikidata id"),
        ("x,X,,,AUT,GOV,court,,", "source is empty"),
    ],
)
def test_a_body_that_cannot_be_is_refused(tmp_path: Path, row: str, reason: str) -> None:
    """An error of a body is named with file, line and reason."""
    with pytest.raises(ValueError, match=r"^bodies\.csv, line 9: ") as refusal:
        load_actors(write_actors(tmp_path, add={"bodies.csv": row}))
    assert str(refusal.value).removeprefix("bodies.csv, line 9: ").startswith(reason)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("army,Navy,MIL,military", "army has a row already"),
        ("navy,the army,MIL,military", "'the army' belongs to army already"),
        ("navy,,MIL,military", "names is empty"),
        ("navy,Navy,MIL,fleet", "kind is 'fleet'"),
        ("navy,Navy,,military", "sector is empty"),
    ],
)
def test_a_kind_of_body_that_cannot_be_is_refused(tmp_path: Path, row: str, reason: str) -> None:
    """An error of a kind of body is named with file, line and reason."""
    with pytest.raises(ValueError, match=r"^generic_bodies\.csv, line 4: ") as refusal:
        load_actors(write_actors(tmp_path, add={"generic_bodies.csv": row}))
    assert str(refusal.value).removeprefix("generic_bodies.csv, line 4: ").startswith(reason)
