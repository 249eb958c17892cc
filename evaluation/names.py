"""Names on the countries of en-worldwide-newswire that are held back: exact spans.

python -m evaluation.names [--data ../shared/data] [--model FOLDER]

Counted as `../shared/scoring/names.py` counts them: person, organization, place (countries and
facilities in it), group; only mentions of kind name.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from evaluation.reading import data_folder, read_all
from evaluation.scores import Counts, compare
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from onrecord.record import Record
from training.corpora import own, worldwide
from training.examples import Example

KINDS = {
    "person": "person",
    "organization": "organization",
    "publisher": "organization",
    "country": "place",
    "place": "place",
    "facility": "place",
    "group": "group",
}
_PUBLISHED = date(2022, 7, 25)


def score(pairs: Iterable[tuple[Example, Record]]) -> dict[str, Counts]:
    """Counts by kind, and ``typed`` and ``untyped`` over all."""
    total: dict[str, Counts] = {}
    for example, record in pairs:
        gold = {(n.start, n.end, KINDS[n.type]) for n in example.names or () if n.type in KINDS}
        found = {
            (m.start, m.end, KINDS[entity.type])
            for entity in record.entities
            if entity.type in KINDS
            for m in entity.mentions
            if m.kind == "name"
        }
        measures = {
            kind: compare({n for n in gold if n[2] == kind}, {n for n in found if n[2] == kind})
            for kind in sorted(set(KINDS.values()))
        }
        measures["typed"] = compare(gold, found)
        measures["untyped"] = compare({n[:2] for n in gold}, {n[:2] for n in found})
        for measure, counts in measures.items():
            total[measure] = total.get(measure, Counts()) + counts
    return total


def held_back(data: Path) -> list[Example]:
    """The articles of the countries that training never sees."""
    folder = data / "en_worldwide_ner" / "annotated"
    paths = sorted(p for p in folder.glob("*.tsv") if p.name.startswith(worldwide.HELD_BACK))
    return [worldwide.article(path) for path in paths]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--own", action="store_true", help="our own held-back text instead")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    if options.own:
        examples = list(own.read(Path("training/own/claims"), held_back=True))
    else:
        examples = held_back(options.data)
    found = score(read_all(open_reader(model=options.model), examples, _PUBLISHED))
    print(f"{len(examples)} documents")
    for measure, counts in found.items():
        print(f"{measure:14} {counts}")


if __name__ == "__main__":
    main()
