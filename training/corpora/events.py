"""Events: our own annotated sentences (``training/own/events``).

An item is ``{"id", "text", "events": [{type, mode, contexts, trigger, actor, recipient, place, time,
factuality, …_also}], "held_back"}``; a part is its surface, or ``surface#2`` for the second occurrence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.corpora import own
from training.examples import Example, Happening, Pair


def read(folder: Path, *, held_back: bool) -> Iterator[Example]:
    """The items as examples. ValueError names the one that does not hold together."""
    for item in own.items(folder, held_back=held_back):
        try:
            yield example(item)
        except ValueError as error:
            raise ValueError(f"{folder.name}, {item['id']}: {error}") from error


def pairs(examples: Iterable[Example]) -> Iterator[Example]:
    """For each pair of different parties of the events: the text with the pair marked, and its categories.

    What is done to several parties is marked for the first of them.
    """
    for one in examples:
        types: dict[tuple[tuple[int, int], tuple[int, int]], list[str]] = {}
        for event in one.events or ():
            sides = [
                (actor, recipient)
                for actor in (event.actors or ())
                for recipient in (event.recipients or ())
                if actor != recipient
            ]
            for side in sides[:1]:
                types.setdefault(side, []).extend([event.type] if event.type else [])
        for (actor, recipient), found in types.items():
            pair = Pair(actor=actor, recipient=recipient, types=tuple(found))
            yield Example(id=one.id, text=one.text, pair=pair)


def given(folder: Path) -> Iterator[Example]:
    """Our own sentences with one pair each: ``{"id", "text", "actor", "recipient", "type"}``."""
    for item in own.items(folder, held_back=False):
        try:
            ((actor,), (recipient,)) = (
                own.spans(item["text"], item[part]) for part in ("actor", "recipient")
            )
        except ValueError as error:
            raise ValueError(f"{folder.name}, {item['id']}: {error}") from error
        pair = Pair(actor=actor, recipient=recipient, types=(item["type"],))
        yield Example(id=item["id"], text=item["text"], pair=pair)


def example(item: dict[str, Any]) -> Example:
    """An item with its surfaces as spans."""
    text = item["text"]
    return Example(id=item["id"], text=text, events=tuple(happening(text, event) for event in item["events"]))


def happening(text: str, event: dict[str, Any]) -> Happening:
    """One annotated event."""
    (trigger,) = own.spans(text, event["trigger"])
    place = own.spans(text, event["place"])
    return Happening(
        trigger=trigger,
        type=event["type"],
        mode=event["mode"],
        contexts=tuple(event["contexts"]),
        factuality=event["factuality"],
        actors=own.spans(text, event["actor"]),
        recipients=own.spans(text, event["recipient"]),
        place=place[0] if place else None,
    )
