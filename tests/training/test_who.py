"""Our own text on who is who."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from training.corpora import who
from training.labels import MENTION_TYPES, NO_SECTOR, SECTOR_NAMES

FOLDER = Path("training/own/who")
TEXT = "The Oslo Council's envoy Ilse Marrow met Norwegian troops. She left Oslo."


def _entity(type_: str, sector: list[str], *mentions: tuple[str, str, str]) -> dict[str, Any]:
    """mentions: words, kind, head word."""
    return {
        "type": type_,
        "sector": sector,
        "mentions": [
            {
                "start": TEXT.index(words),
                "end": TEXT.index(words) + len(words),
                "kind": kind,
                "head": TEXT.index(words) + words.index(head),
            }
            for words, kind, head in mentions
        ],
    }


RECORD = {
    "held_back": False,
    "document": {"id": "who-1", "text": TEXT},
    "entities": [
        _entity("organization", ["GOV"], ("Oslo Council", "name", "Council")),
        _entity("place", [], ("Oslo", "name", "Oslo")),
        _entity("person", ["GOV", "OPP"], ("Ilse Marrow", "name", "Ilse"), ("She", "pronoun", "She")),
        _entity("country", ["GOV"], ("Norwegian", "name", "Norwegian")),
        _entity("group", ["MIL"], ("Norwegian troops", "nominal", "troops")),
    ],
}


def test_names_are_the_outermost_in_order() -> None:
    """A name within a name is a mention and no name; a nationality is a group to the tagger of names."""
    example = who.example(RECORD)
    assert [(TEXT[name.start : name.end], name.type) for name in example.names or ()] == [
        ("Oslo Council", "organization"),
        ("Ilse Marrow", "person"),
        ("Norwegian", "group"),
    ]


def test_mentions_know_their_entity_and_head() -> None:
    """With the type and the main sector of the entity, or that it has none."""
    mentions = who.example(RECORD).mentions or ()
    assert [(one.entity, one.type, one.sector) for one in mentions] == [
        (0, "organization", "GOV"),
        (1, "place", NO_SECTOR),
        (2, "person", "GOV"),
        (2, "person", "GOV"),
        (3, "country", "GOV"),
        (4, "group", "MIL"),
    ]
    assert TEXT[mentions[5].head :].startswith("troops")


def test_what_is_held_back_is_kept_apart(tmp_path: Path) -> None:
    """A record is for training or for measuring."""
    held = {**RECORD, "held_back": True, "document": {"id": "who-2", "text": TEXT}}
    lines = [json.dumps(one) for one in (RECORD, held)]
    (tmp_path / "who-x.jsonl").write_text("\n".join(lines), encoding="utf8")
    assert [one.id for one in who.read(tmp_path, held_back=False)] == ["who-1"]
    assert [one.id for one in who.read(tmp_path, held_back=True)] == ["who-2"]


@pytest.mark.parametrize("held_back", [True, False])
def test_our_own_text_is_sound(held_back: bool) -> None:
    """Every mention is words, its head is in it, and type and sector are known."""
    examples = list(who.read(FOLDER, held_back=held_back))
    assert examples
    for example in examples:
        for one in example.mentions or ():
            words = example.text[one.start : one.end]
            assert words == words.strip() != "", (example.id, words)
            assert one.start <= one.head < one.end, (example.id, words)
            assert one.type in MENTION_TYPES, (example.id, words)
            assert one.sector in SECTOR_NAMES, (example.id, words)
