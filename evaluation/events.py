"""Events on our own text: ``python -m evaluation.events [--held-back] [--articles] [--show] [--model
FOLDER]``.

A trigger is found where it shares a character with an annotated one, one to one; "category" asks for its
category too (or another that a second reader would accept), "parties" for every actor and recipient besides:
as many entities as are annotated, each mentioned by the annotated words. Mode and factuality are asked of
triggers that have the right category: the share that is right, and for factuality the macro-F1.
``--articles``: beginnings of newspaper articles instead of our own sentences.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.reading import data_folder, read_items
from evaluation.scores import Counts
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from onrecord.record import Event, Record
from training.corpora import elsewhere, own
from training.examples import Happening
from training.labels import FACTUALITIES

FOLDER = Path("training/own/events")
ARTICLES = Path("training/own/events_elsewhere")

Item = Mapping[str, Any]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """An annotated event: the spans of its parts; every category, mode and factuality that is accepted."""

    trigger: Stretch
    actors: tuple[Stretch, ...]
    recipients: tuple[Stretch, ...]
    types: tuple[str, ...]
    modes: tuple[str | None, ...]
    factualities: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text with all its events."""

    id: str
    text: str
    events: tuple[Gold, ...]


def annotated(item: Item) -> Annotated:
    """An item of our own text."""
    return Annotated(
        id=item["id"], text=item["text"], events=tuple(_gold(item["text"], event) for event in item["events"])
    )


def _gold(text: str, event: Item) -> Gold:
    ((start, end),) = own.spans(text, event["trigger"])
    return Gold(
        trigger=(start, end),
        actors=own.spans(text, event["actor"]),
        recipients=own.spans(text, event["recipient"]),
        types=(event["type"], *event["type_also"]),
        modes=(event["mode"], *event["mode_also"]),
        factualities=(event["factuality"], *event["factuality_also"]),
    )


def articles(data: Path, *, held_back: bool) -> Iterator[Annotated]:
    """The annotated beginnings of articles."""
    for corpus, one in elsewhere.read(ARTICLES, elsewhere.sources(data), held_back=held_back):
        if corpus != "plv":
            yield Annotated(id=one.id, text=one.text, events=tuple(map(_of_happening, one.events or ())))


def _of_happening(event: Happening) -> Gold:
    return Gold(
        trigger=event.trigger,
        actors=event.actors or (),
        recipients=event.recipients or (),
        types=(event.type or "",),
        modes=(event.mode,),
        factualities=(event.factuality or "",),
    )


def score(pairs: Iterable[tuple[Annotated, Record]]) -> dict[str, Counts]:
    """Counts by measure over all texts."""
    names = ("trigger", "category", "actor", "recipient", "parties", "mode", "factuality")
    total = dict.fromkeys((*names, *(f"factuality {it}" for it in FACTUALITIES)), Counts())
    for item, record in pairs:
        found, tellings = matched(item, record), tellings_of(record)
        right = dict.fromkeys(names, 0)
        right["trigger"] = len(found)
        for n, m in found.items():
            gold, event = item.events[n], tellings[m][0]
            if event.type not in gold.types:
                continue
            right["category"] += 1
            parts = {
                "actor": _party(gold.actors, event.actor, record),
                "recipient": _party(gold.recipients, event.recipient, record),
            }
            for part, ok in parts.items():
                right[part] += ok
            right["parties"] += all(parts.values())
            mode = event.mode in gold.modes
            total["mode"] += Counts(right=mode, wrong=not mode, missed=not mode)
            ok = event.factuality in gold.factualities
            total["factuality"] += Counts(right=ok, wrong=not ok, missed=not ok)
            told = event.factuality if ok else gold.factualities[0]
            total[f"factuality {told}"] += Counts(right=ok, missed=not ok)
            if not ok:
                total[f"factuality {event.factuality}"] += Counts(wrong=1)
        for measure in ("trigger", "category", "actor", "recipient", "parties"):
            n = right[measure]
            total[measure] += Counts(right=n, wrong=len(tellings) - n, missed=len(item.events) - n)
    return total


def macro(found: Mapping[str, Counts]) -> float:
    """The macro-F1 of factuality."""
    return sum(found[f"factuality {it}"].f1 for it in FACTUALITIES) / len(FACTUALITIES)


def tellings_of(record: Record) -> list[tuple[Event, Stretch]]:
    """Every telling of every event, in the order of the text: annotators mark each."""
    found = [
        (event, (span.start, span.end))
        for event in record.events
        for span in event.mentions or (event.trigger,)
    ]
    return sorted(found, key=lambda one: one[1])


def matched(item: Annotated, record: Record) -> dict[int, int]:
    """The number of each annotated event whose trigger is found, with that of the telling found for it."""
    tellings = tellings_of(record)
    pairs: dict[int, int] = {}
    for number, gold in enumerate(item.events):
        start, end = gold.trigger
        near = [
            (event.type in gold.types, other)
            for other, (event, (a, b)) in enumerate(tellings)
            if other not in pairs.values() and a < end and start < b
        ]
        if near:
            pairs[number] = max(near)[1]
    return pairs


def _party(wanted: Sequence[Stretch], found: Sequence[str], record: Record) -> bool:
    """Whether the entities found are those that the words mean, one for each."""
    mentions = {entity.id: [(m.start, m.end) for m in entity.mentions] for entity in record.entities}
    met = {
        one: {n for n, (a, b) in enumerate(wanted) for c, d in mentions.get(one, ()) if a < d and c < b}
        for one in found
    }
    return set().union(*met.values()) == set(range(len(wanted))) and all(met.values())


def differences(pairs: Iterable[tuple[Annotated, Record]]) -> Iterator[str]:
    """What is annotated and what is read, a text a paragraph."""
    for item, record in pairs:
        names = {entity.id: entity.name for entity in record.entities}
        found, tellings, lines = matched(item, record), tellings_of(record), []
        for n, gold in enumerate(item.events):
            words, *parties = (
                [item.text[slice(*part)] for part in parts]
                for parts in ([gold.trigger], gold.actors, gold.recipients)
            )
            lines.append(f"  {gold.types[0]} {gold.modes[0]} {words} {parties} {gold.factualities[0]}")
            if n in found:
                event = tellings[found[n]][0]
                who = [[names[one] for one in part] for part in (event.actor, event.recipient)]
                lines.append(f"    {event.type} {event.mode} {who} {event.factuality} {event.score:.2f}")
        for m, (event, part) in enumerate(tellings):
            if m not in found.values():
                lines.append(f"  extra {event.type} {item.text[slice(*part)]!r} {event.score:.2f}")
        yield "\n".join((f"{item.id}: {item.text}", *lines))


def main() -> None:
    """Print the scores of one part of our own text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-back", action="store_true", help="score the part that is held back")
    parser.add_argument("--articles", action="store_true", help="of newspaper articles")
    parser.add_argument("--show", action="store_true", help="print what is read")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    if options.articles:
        data = data_folder()
        if data is None:
            raise SystemExit("the annotated corpora are not there: set ONRECORD_DATA")
        items = list(articles(data, held_back=options.held_back))
    else:
        items = [annotated(item) for item in own.items(FOLDER, held_back=options.held_back)]
    texts = [{"id": item.id, "text": item.text} for item in items]
    pairs = list(zip(items, read_items(open_reader(model=options.model), texts), strict=True))
    if options.show:
        for line in differences(pairs):
            print(line)
    print(f"{len(items)} texts, {sum(len(item.events) for item in items)} events")
    found = score(pairs)
    for measure, counts in found.items():
        print(f"{measure:26} {counts}")
    print(f"factuality macro-F1        {macro(found):.3f}")


if __name__ == "__main__":
    main()
