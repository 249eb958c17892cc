"""Time expressions against gold records: ``python -m evaluation.times [FILE]``.

Prints strict, relaxed and value F1 as TempEval-3 counts them (a value counts where the expression
overlaps its gold one), and the share of overlapping expressions whose first and last day are right.
The gold are the files of ``training/own/times``, their held-back part unless ``--tune`` is given: records
with spans, or items with surfaces (``"words": "Friday#2"``).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord import wire
from onrecord.annotate.sentences import split
from onrecord.annotate.times import find_times
from onrecord.record import Document, Published, Record, Time
from training.corpora import own

GOLD = Path(__file__).parents[1] / "training" / "own" / "times"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """F1 of spans (strict and relaxed) and values; ``days``: share of found ones with right days."""

    gold: int
    found: int
    strict: float
    relaxed: float
    value: float
    days: float


def load(path: Path, *, held_back: bool) -> list[Record]:
    """The gold records of one part of a file of JSON Lines."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item.get("held_back", False) is held_back:
            found.append(_record(item) if "text" in item else wire.decode(line.encode()))
    return found


def _record(item: Mapping[str, Any]) -> Record:
    """An item whose expressions are given by their words."""
    text = item["text"]
    found = []
    for time in item["times"]:
        ((start, end),) = own.spans(text, time["words"])
        first, last = (time[key] and date.fromisoformat(time[key]) for key in ("first", "last"))
        found.append(
            Time(start=start, end=end, type=time["type"], value=time["value"], first=first, last=last)
        )
    published = Published(date=date.fromisoformat(item["published"]), basis="given")
    return Record(document=Document(id=item["id"], text=text, published=published), times=tuple(found))


def read(record: Record) -> tuple[Time, ...]:
    """The times that the rules find in a gold record's text."""
    document = record.document
    published = document.published.date if document.published else None
    return find_times(document.text, split(document.text, document.boilerplate), published)


def pairs(gold: Iterable[Time], found: Iterable[Time]) -> list[tuple[Time, Time]]:
    """Each gold time with the found one that has its span, or else first overlaps it."""
    left = list(found)
    paired: list[tuple[Time, Time]] = []
    for time in gold:
        exact = [it for it in left if (it.start, it.end) == (time.start, time.end)]
        over = [it for it in left if it.start < time.end and time.start < it.end]
        best = next(iter(exact or over), None)
        if best is not None:
            left.remove(best)
            paired.append((time, best))
    return paired


def score(records: Iterable[Record]) -> Scores:
    """How well the rules read ``records``."""
    gold = found = strict = relaxed = value = days = 0
    for record in records:
        times = read(record)
        gold, found = gold + len(record.times), found + len(times)
        for want, got in pairs(record.times, times):
            relaxed += 1
            strict += (want.start, want.end) == (got.start, got.end)
            value += want.value == got.value
            days += (want.first, want.last) == (got.first, got.last)
    both = (gold + found) / 2 or 1
    return Scores(
        gold=gold,
        found=found,
        strict=strict / both,
        relaxed=relaxed / both,
        value=value / both,
        days=days / (relaxed or 1),
    )


def differences(records: Iterable[Record]) -> Iterable[str]:
    """One line for each record that is read otherwise than its gold has it."""
    for record in records:
        text, times = record.document.text, read(record)
        if times == record.times:
            continue
        show = [
            " ".join(f"[{text[it.start : it.end]} {it.value} {it.first} {it.last}]" for it in part)
            for part in (record.times, times)
        ]
        yield f"{record.document.id}: {text}\n  gold  {show[0]}\n  found {show[1]}"


def main() -> None:
    """Print the scores of one part of a gold file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="*", type=Path, default=sorted(GOLD.glob("*.jsonl")))
    parser.add_argument("--tune", action="store_true", help="score the part that is not held back")
    parser.add_argument("--show", action="store_true", help="print what is read differently")
    options = parser.parse_args()
    for file in options.file:
        records = load(file, held_back=not options.tune)
        if options.show:
            for line in differences(records):
                print(line)
        it = score(records)
        print(
            f"{file.name}: {it.gold} gold, {it.found} found: strict {it.strict:.3f} relaxed {it.relaxed:.3f} "
            f"value {it.value:.3f} first-last {it.days:.3f}"
        )


if __name__ == "__main__":
    main()
