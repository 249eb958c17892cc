"""Our own text annotated with who is who (``training/own/who``): records in the contract's JSON, a line each.

Beside the contract's fields a mention has ``head``, where its head word starts, and an item ``held_back``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.vocab import load_countries
from training.examples import Example, Mentioned, Name
from training.labels import NO_SECTOR

_NAME_TYPES = {"country": "place", "publisher": "organization"}


def records(folder: Path, *, held_back: bool) -> Iterator[dict[str, Any]]:
    """The records of all files in ``folder``, either those held back for measuring or the others."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            record = json.loads(line)
            if bool(record["held_back"]) == held_back:
                yield record


def read(folder: Path, *, held_back: bool) -> Iterator[Example]:
    """The records as examples: their names and their mentions."""
    return map(example, records(folder, held_back=held_back))


def example(record: dict[str, Any]) -> Example:
    """A record as an example. A nested name is a mention, but no name of its own."""
    text = record["document"]["text"]
    names, mentions = [], []
    for number, entity in enumerate(record["entities"]):
        for mention in entity["mentions"]:
            start, end = mention["start"], mention["end"]
            mentions.append(
                Mentioned(
                    start=start,
                    end=end,
                    type=entity["type"],
                    entity=number,
                    head=mention["head"],
                    sector=entity["sector"][0] if entity["sector"] else NO_SECTOR,
                )
            )
            if mention["kind"] == "name":
                names.append(Name(start=start, end=end, type=_name_type(entity["type"], text[start:end])))
    outermost = [
        name
        for name in names
        if not any(
            other.start <= name.start and name.end <= other.end and other is not name for other in names
        )
    ]
    outermost.sort(key=lambda name: name.start)
    return Example(id=record["document"]["id"], text=text, names=tuple(outermost), mentions=tuple(mentions))


def _name_type(type_: str, surface: str) -> str:
    """What the tagger of names calls it: a nationality is a group, whatever it stands for."""
    if type_ == "country":
        known = load_countries().find(surface)
        if known is not None and known.kind in ("nationality", "people"):
            return "group"
    return _NAME_TYPES.get(type_, type_)
