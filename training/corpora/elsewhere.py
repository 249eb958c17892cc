"""Events annotated by us in the texts of corpora (``training/own/events_elsewhere``): positions, no words.

An item is ``{"corpus", "id", "length", "sha256", "held_back", "events": [{type, mode, contexts, factuality,
trigger, actor, recipient, place}]}``: the first ``length`` code points of the corpus's text ``id``, whose
digest begins with ``sha256``; parts are ``[start, end]``, actor and recipient lists of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.corpora import plv, polnear, wikinews, worldwide
from training.examples import Example, Happening

DIGITS = 16
"""Of the digest."""


def sources(data: Path) -> dict[str, dict[str, str]]:
    """The texts of the corpora that are annotated, by id."""
    return {
        "worldwide": {one.id: one.text for one in worldwide.read(data / "en_worldwide_ner" / "annotated")},
        "wikinews": dict(wikinews.texts(data / "wikinews" / "train.txt")),
        "polnear": {one.id: one.text for one in polnear.read(data / "polnear" / "train")},
        "plv": {f"plv-{row.number}": row.text for row in plv.rows(data / "plv" / "PLV_train.tsv")},
    }


def read(
    folder: Path, texts: Mapping[str, Mapping[str, str]], *, held_back: bool
) -> Iterator[tuple[str, Example]]:
    """Each item's corpus and the item as an example. ``texts``: those of each corpus by id.

    ValueError names the item whose text is not there or is another than the one annotated.
    """
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            item = json.loads(line)
            if item["held_back"] != held_back:
                continue
            text = texts[item["corpus"]].get(item["id"], "")[: item["length"]]
            if digest(text) != item["sha256"]:
                raise ValueError(f"{path.name}, {item['id']}: not the text that was annotated")
            events = tuple(_happening(event) for event in item["events"])
            yield item["corpus"], Example(id=item["id"], text=text, events=events)


def digest(text: str) -> str:
    """What tells a text from another."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def _happening(event: Mapping[str, Any]) -> Happening:
    return Happening(
        trigger=_span(event["trigger"]),
        type=event["type"],
        mode=event["mode"],
        contexts=tuple(event["contexts"]),
        factuality=event["factuality"],
        actors=tuple(map(_span, event["actor"])),
        recipients=tuple(map(_span, event["recipient"])),
        place=_span(event["place"]) if event["place"] else None,
    )


def _span(pair: Sequence[int]) -> tuple[int, int]:
    start, end = pair
    return start, end
