"""How far two careful readers agree on events: ``python -m evaluation.agreement [--show]``.

The second annotation (``training/own/events_second``) was made from the texts alone, by somebody who had not
seen the first. It is scored as `evaluation.events` scores a reader, with the first as gold, so that the
figures are the ceiling of those: parties agree where their words do, one for one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.events import FOLDER
from evaluation.scores import Counts
from training.corpora import own

SECOND = Path("training/own/events_second")
MEASURES = ("trigger", "category", "actor", "recipient", "parties")

Item = Mapping[str, Any]


def pairs() -> Iterator[tuple[Item, Item]]:
    """Each item that two have annotated, the first annotation first."""
    first = {item["id"]: item for item in own.items(FOLDER, held_back=True)}
    for item in own.items(SECOND, held_back=True):
        yield first[item["id"]], item


def score(annotated: Iterable[tuple[Item, Item]]) -> dict[str, Counts]:
    """Counts by measure over all items; factuality and mode of events whose category agrees."""
    total = dict.fromkeys((*MEASURES, "mode", "factuality"), Counts())
    for first, second in annotated:
        text, found = first["text"], _matched(first, second)
        right = dict.fromkeys(MEASURES, 0)
        right["trigger"] = len(found)
        for gold, given in found:
            if given["type"] not in (gold["type"], *gold["type_also"]):
                continue
            parts = [_same(text, gold[part], given[part]) for part in ("actor", "recipient")]
            right["category"] += 1
            right["actor"] += parts[0]
            right["recipient"] += parts[1]
            right["parties"] += all(parts)
            for part in ("mode", "factuality"):
                ok = given[part] == gold[part] or given[part] in gold[f"{part}_also"]
                total[part] += Counts(right=ok, wrong=not ok, missed=not ok)
        for measure, n in right.items():
            total[measure] += Counts(
                right=n, wrong=len(second["events"]) - n, missed=len(first["events"]) - n
            )
    return total


def _matched(first: Item, second: Item) -> list[tuple[Item, Item]]:
    """The events whose triggers share a character, one to one, those of one category first."""
    taken: set[int] = set()
    found = []
    for gold in first["events"]:
        ((start, end),) = own.spans(first["text"], gold["trigger"])
        near = []
        for number, given in enumerate(second["events"]):
            ((a, b),) = own.spans(second["text"], given["trigger"])
            if number not in taken and a < end and start < b:
                near.append((given["type"] in (gold["type"], *gold["type_also"]), -number))
        if near:
            number = -max(near)[1]
            taken.add(number)
            found.append((gold, second["events"][number]))
    return found


def _same(text: str, first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the words of two lists of parties overlap, each with one of the other."""
    a, b = own.spans(text, list(first)), own.spans(text, list(second))
    return all(_met(one, b) for one in a) and all(_met(one, a) for one in b)


def _met(one: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)


def differences(annotated: Iterable[tuple[Item, Item]]) -> Iterator[str]:
    """The items on which the two differ in triggers or categories."""
    for first, second in annotated:
        told = [
            {(event["type"], event["trigger"].split("#")[0]) for event in item["events"]}
            for item in (first, second)
        ]
        if told[0] != told[1]:
            yield f"{first['id']}: {first['text']}\n  first  {sorted(told[0])}\n  second {sorted(told[1])}"


def main() -> None:
    """Print how far the two agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what they differ on")
    options = parser.parse_args()
    annotated = list(pairs())
    if options.show:
        for line in differences(annotated):
            print(line)
    print(f"{len(annotated)} items")
    for measure, counts in score(annotated).items():
        print(f"{measure:12} {counts}")


if __name__ == "__main__":
    main()
