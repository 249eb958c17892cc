"""Common nouns for who acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.vocab import Actors, load_actors
from tests.vocab.actors.tables import write_actors


@pytest.mark.parametrize(
    ("noun", "singular"),
    [
        ("soldier", "soldier"),
        ("soldiers", "soldier"),
        ("people", "person"),
        ("police", "police"),
        ("aid workers", "aid worker"),
        ("aid-worker", "aid worker"),
        ("gunmen", "gunman"),
        ("embassies", "embassy"),
        ("coaches", "coach"),
        ("persons", None),
        ("polices", None),
        ("Soldier", None),
        ("shipyard", None),
        ("", None),
    ],
)
def test_a_noun_is_found_in_both_numbers(actors: Actors, noun: str, singular: str | None) -> None:
    """Plurals are derived unless the table gives another; capitals are names."""
    agent = actors.agent(noun)
    assert (agent.noun if agent else None) == singular


def test_a_noun_tells_type_and_sector(actors: Actors) -> None:
    """A soldier is a person of the military."""
    agent = actors.agent("soldiers")
    assert agent is not None
    assert (agent.type, agent.sector, agent.plural) == ("person", ("MIL",), "soldiers")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("soldier,person,MIL,both", "'soldier' has a row already"),
        ("soldiers,person,MIL,plural", "'soldiers' has a row already"),
        ("Marine,person,MIL,both", "'Marine' is not in small letters"),
        ("marine|,person,MIL,both", "'marine|' is no noun with its plural"),
        (",person,MIL,both", "noun is empty"),
        ("marine,man,MIL,both", "type is 'man'"),
        ("marine,person,NAV,both", "unknown sector NAV"),
        ("marine,person,MIL,few", "number is 'few'"),
    ],
)
def test_a_noun_that_cannot_be_is_refused(tmp_path: Path, row: str, reason: str) -> None:
    """An error of a noun is named with file, line and reason."""
    with pytest.raises(ValueError, match=r"^agents\.csv, line 9: ") as refusal:
        load_actors(write_actors(tmp_path, add={"agents.csv": row}))
    assert str(refusal.value).removeprefix("agents.csv, line 9: ").startswith(reason)
