"""The codebook's cases, read: ``python -m evaluation.cases [--show]``.

A case is right where the words that decide are the trigger of an event of its category (and of its mode,
where it has one), or of no event where it tells none.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.reading import read_items
from evaluation.scores import Counts
from onrecord.models import SHIPPED
from onrecord.pipeline import ReaderPipeline, open_reader
from onrecord.record import Event, Record
from onrecord.vocab.plover import Case, load_ontology


def read(reader: ReaderPipeline) -> Iterator[tuple[Case, Record]]:
    """Each case with the record that is made of its sentence."""
    cases = load_ontology().cases
    items = [{"id": str(number), "text": case.text} for number, case in enumerate(cases)]
    return zip(cases, read_items(reader, items), strict=True)


def score(found: Iterable[tuple[Case, Record]]) -> dict[str, Counts]:
    """How many cases are right in category, in category and mode, and how many of those without an event."""
    total = dict.fromkeys(("category", "mode", "no event"), Counts())
    for case, record in found:
        events = at(case, record)
        if case.code is None:
            total["no event"] += _counts(not events)
            continue
        total["category"] += _counts(any(event.type == case.code.category for event in events))
        if case.code.mode is not None:
            coded = {(event.type, event.mode) for event in events}
            total["mode"] += _counts((case.code.category, case.code.mode) in coded)
    return total


def at(case: Case, record: Record) -> list[Event]:
    """The events that the deciding words tell."""
    start = case.text.index(case.trigger)
    end = start + len(case.trigger)
    return [e for e in record.events if e.trigger.start < end and start < e.trigger.end]


def _counts(right: bool) -> Counts:
    return Counts(right=right, wrong=not right, missed=not right)


def main() -> None:
    """Print how many cases are read as the codebook decides them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print those that are not")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    found = list(read(open_reader(model=options.model)))
    if options.show:
        for case, record in found:
            told = [f"{event.type} {event.mode}" for event in at(case, record)]
            wanted = [] if case.code is None else [f"{case.code.category} {case.code.mode}"]
            if told != wanted:
                print(f"{case.text}\n  {wanted} read as {told}")
    for measure, counts in score(found).items():
        print(f"{measure:9} {counts}")


if __name__ == "__main__":
    main()
