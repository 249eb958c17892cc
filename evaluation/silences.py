"""Silences on our own text: ``python -m evaluation.silences [--held-back] [--show] [--model FOLDER]``.

A silence is found where its kind is the annotated one (or another that a second reader would accept) and who
is silent is right: the same words, or an entity that they mention. "Any kind" asks only for who. Silences are
matched one to one within their sentences.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.reading import read_items
from evaluation.scores import Counts
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from onrecord.record import Record, Silence
from training.corpora import own

FOLDER = Path("training/own/silences")

Item = Mapping[str, Any]


def score(pairs: Iterable[tuple[Item, Record]]) -> dict[str, Counts]:
    """Counts by measure over all items."""
    total = {"kind and who": Counts(), "who, any kind": Counts()}
    for item, record in pairs:
        for measure, any_kind in (("kind and who", False), ("who, any kind", True)):
            right = len(matched(item, record, any_kind=any_kind))
            total[measure] += Counts(
                right=right,
                wrong=len(record.silences) - right,
                missed=len(item["silences"]) - right,
            )
    return total


def matched(item: Item, record: Record, *, any_kind: bool) -> dict[int, int]:
    """The number of each annotated silence that is found, with that of the one found for it."""
    pairs: dict[int, int] = {}
    for number, gold in enumerate(item["silences"]):
        for other, silence in enumerate(record.silences):
            if other not in pairs.values() and _right(gold, silence, item["text"], record, any_kind=any_kind):
                pairs[number] = other
                break
    return pairs


def _right(gold: Item, silence: Silence, text: str, record: Record, *, any_kind: bool) -> bool:
    if not any_kind and silence.kind not in (gold["kind"], *gold["kind_also"]):
        return False
    who, name = own.spans(text, [gold["who"], gold["who_name"]])
    anchors = [who, *own.spans(text, gold["about"])]
    if not any(silence.span.start <= start < silence.span.end for start, _ in anchors):
        return False
    spans = [(span.start, span.end) for span in silence.who.spans]
    if any(_touch(span, who) for span in spans):
        return True
    for entity in record.entities:
        if entity.id == silence.who.entity:
            return any(_touch((m.start, m.end), part) for m in entity.mentions for part in (who, name))
    return False


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def differences(pairs: Iterable[tuple[Item, Record]]) -> Iterator[str]:
    """What is read otherwise than annotated, an item a paragraph."""
    for item, record in pairs:
        found = matched(item, record, any_kind=False)
        missed = [gold for number, gold in enumerate(item["silences"]) if number not in found]
        extra = [one for number, one in enumerate(record.silences) if number not in found.values()]
        if missed or extra:
            yield "\n".join((f"{item['id']}: {item['text']}", *_lines(missed, extra, item["text"])))


def _lines(missed: Sequence[Item], extra: Sequence[Silence], text: str) -> Iterator[str]:
    for gold in missed:
        yield f"  missed {gold['kind']}: {gold['who']}"
    for one in extra:
        yield f"  extra  {one.kind}: {' '.join(span.cut(text) for span in one.who.spans)}"


def main() -> None:
    """Print the scores of one part of our own text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-back", action="store_true", help="score the part that is held back")
    parser.add_argument("--show", action="store_true", help="print what is read differently")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    items = list(own.items(FOLDER, held_back=options.held_back))
    pairs = list(zip(items, read_items(open_reader(model=options.model), items), strict=True))
    if options.show:
        for line in differences(pairs):
            print(line)
    print(f"{len(items)} items, {sum(len(item['silences']) for item in items)} silences")
    for measure, counts in score(pairs).items():
        print(f"{measure:16} {counts}")


if __name__ == "__main__":
    main()
