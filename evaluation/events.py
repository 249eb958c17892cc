"""Events on our own text: ``python -m evaluation.events [--held-back] [--show] [--model FOLDER]``.

A trigger is found where it shares a character with an annotated one, one to one; "category" asks for its
category too (or another that a second reader would accept), "parties" for every actor and recipient besides:
as many entities as are annotated, each mentioned by the annotated words. Mode and factuality are asked of
triggers that have the right category: the share that is right, and for factuality the macro-F1.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.reading import read_items
from evaluation.scores import Counts
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from onrecord.record import Event, Record
from training.corpora import own
from training.labels import FACTUALITIES

FOLDER = Path("training/own/events")

Item = Mapping[str, Any]


def score(pairs: Iterable[tuple[Item, Record]]) -> dict[str, Counts]:
    """Counts by measure over all items."""
    names = ("trigger", "category", "actor", "recipient", "parties", "mode", "factuality")
    total = dict.fromkeys((*names, *(f"factuality {it}" for it in FACTUALITIES)), Counts())
    for item, record in pairs:
        found = matched(item, record)
        gold, given = len(item["events"]), len(record.events)
        right = dict.fromkeys(names, 0)
        right["trigger"] = len(found)
        for n, m in found.items():
            want, event = item["events"][n], record.events[m]
            if event.type not in (want["type"], *want["type_also"]):
                continue
            right["category"] += 1
            parts = {
                part: _party(want[part], getattr(event, part), item["text"], record)
                for part in ("actor", "recipient")
            }
            for part, ok in parts.items():
                right[part] += ok
            right["parties"] += all(parts.values())
            mode = event.mode == want["mode"] or event.mode in want["mode_also"]
            total["mode"] += Counts(right=mode, wrong=not mode, missed=not mode)
            accepted = (want["factuality"], *want["factuality_also"])
            ok = event.factuality in accepted
            total["factuality"] += Counts(right=ok, wrong=not ok, missed=not ok)
            told = event.factuality if ok else want["factuality"]
            total[f"factuality {told}"] += Counts(right=ok, missed=not ok)
            if not ok:
                total[f"factuality {event.factuality}"] += Counts(wrong=1)
        for measure in ("trigger", "category", "actor", "recipient", "parties"):
            n = right[measure]
            total[measure] += Counts(right=n, wrong=given - n, missed=gold - n)
    return total


def matched(item: Item, record: Record) -> dict[int, int]:
    """The number of each annotated event whose trigger is found, with that of the event found for it."""
    pairs: dict[int, int] = {}
    for number, gold in enumerate(item["events"]):
        ((start, end),) = own.spans(item["text"], gold["trigger"])
        near = [
            (event.type in (gold["type"], *gold["type_also"]), other)
            for other, event in enumerate(record.events)
            if other not in pairs.values() and event.trigger.start < end and start < event.trigger.end
        ]
        if near:
            pairs[number] = max(near)[1]
    return pairs


def _party(surfaces: Sequence[str], found: Sequence[str], text: str, record: Record) -> bool:
    """Whether the entities found are those that the surfaces mean, one for each."""
    wanted = [own.spans(text, surface)[0] for surface in surfaces]
    mentions = {entity.id: [(m.start, m.end) for m in entity.mentions] for entity in record.entities}
    met = {
        one: {n for n, (a, b) in enumerate(wanted) for c, d in mentions.get(one, ()) if a < d and c < b}
        for one in found
    }
    return set().union(*met.values()) == set(range(len(wanted))) and all(met.values())


def differences(pairs: Iterable[tuple[Item, Record]]) -> Iterable[str]:
    """What is read otherwise than annotated, an item a paragraph."""
    for item, record in pairs:
        names = {entity.id: entity.name for entity in record.entities}
        found, lines = matched(item, record), []
        for n, gold in enumerate(item["events"]):
            event: Event | None = record.events[found[n]] if n in found else None
            lines.append(
                f"  gold {gold['type']} {gold['mode']} {gold['trigger']!r} {gold['actor']} > "
                f"{gold['recipient']} {gold['factuality']}"
            )
            if event is not None:
                who = [[names[one] for one in part] for part in (event.actor, event.recipient)]
                lines.append(
                    f"       {event.type} {event.mode} {who[0]} > {who[1]} {event.factuality} "
                    f"{event.score:.2f}"
                )
        for m, event in enumerate(record.events):
            if m not in found.values():
                lines.append(f"  extra {event.type} {event.trigger.cut(item['text'])!r} {event.score:.2f}")
        yield "\n".join((f"{item['id']}: {item['text']}", *lines))


def main() -> None:
    """Print the scores of one part of our own text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-back", action="store_true", help="score the part that is held back")
    parser.add_argument("--show", action="store_true", help="print what is read")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    items = list(own.items(FOLDER, held_back=options.held_back))
    pairs = list(zip(items, read_items(open_reader(model=options.model), items), strict=True))
    if options.show:
        for line in differences(pairs):
            print(line)
    print(f"{len(items)} items, {sum(len(item['events']) for item in items)} events")
    found = score(pairs)
    for measure, counts in found.items():
        print(f"{measure:26} {counts}")
    macro = sum(found[f"factuality {it}"].f1 for it in FACTUALITIES) / len(FACTUALITIES)
    print(f"factuality macro-F1        {macro:.3f}")


if __name__ == "__main__":
    main()
