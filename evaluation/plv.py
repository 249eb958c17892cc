"""PLV (Hu et al. 2024): the category of what a marked source does to a marked target.

python -m evaluation.plv --folds work/folds [--show]

Each sentence is read with the network of its fold (`training.folds`), which has not seen it. "Given the
pair" is the root that `onrecord.classify_event` finds likeliest, and the quad and binary class that have
most of the probability, macro-F1 over all sentences; end to end is counted as the shared scorer does: an
event whose actor overlaps the source and whose recipient the target.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.reading import data_folder, read_items
from onrecord.annotate.events.pairs import classify
from onrecord.models import Encoder
from onrecord.pipeline import open_reader
from onrecord.record import Record
from onrecord.vocab.plover import load_ontology
from training.corpora.plv import ROOTS, Row, rows
from training.folds import FOLDS, fold

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Of these either party may be the source."""
_ROOT_OF = {category: root for root, categories in ROOTS.items() for category in categories}
_QUADS = {category.name: category.quad_code for category in load_ontology().categories.values()}
#: PLV counts all yielding as material cooperation.
_QUADS |= dict.fromkeys(_ROOT_OF, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is found for a pair at each level, and what is right."""

    row: Row
    root: str
    quad: int

    @property
    def right(self) -> tuple[str, int]:
        """The annotated root and quad."""
        return self.row.root, _QUADS[self.row.pair.types[0]]


def given_the_pair(found: Iterable[Row], encoder: Encoder) -> Iterator[Given]:
    """The likeliest root and quad of each row."""
    for row in found:
        shares = classify(row.text, row.pair.actor, row.pair.recipient, encoder)
        roots: Counter[str] = Counter()
        quads: Counter[int] = Counter()
        for category, share in shares.items():
            roots[root_of(category)] += share  # type: ignore[assignment]
            quads[_QUADS[category]] += share  # type: ignore[assignment]
        yield Given(
            row=row, root=max(roots, key=lambda it: roots[it]), quad=max(quads, key=lambda it: quads[it])
        )


def root_of(category: str) -> str:
    """A category as PLV calls it."""
    return _ROOT_OF.get(category, category)


def types_between(record: Record, row: Row) -> set[str]:
    """The roots of the events that are found between a row's source and its target."""
    mentions = {one.id: [(m.start, m.end) for m in one.mentions] for one in record.entities}

    def meets(ids: Sequence[str], part: tuple[int, int]) -> bool:
        return any(a < part[1] and part[0] < b for one in ids for a, b in mentions[one])

    found = set()
    for event in record.events:
        source, target, root = row.pair.actor, row.pair.recipient, root_of(event.type)
        straight = meets(event.actor, source) and meets(event.recipient, target)
        turned = meets(event.actor, target) and (meets(event.recipient, source) or meets(event.actor, source))
        if straight or (root in MUTUAL and turned):
            found.add(root)
    return found


def macro(pairs: Iterable[tuple[object, object]]) -> float:
    """Macro-F1 over the classes of (right, found)."""
    listed = list(pairs)
    classes = {right for right, _ in listed}
    return sum(_f1(listed, one) for one in classes) / len(classes)


def _f1(pairs: Sequence[tuple[object, object]], one: object) -> float:
    right = sum(a == one == b for a, b in pairs)
    total = sum(a == one for a, _ in pairs) + sum(b == one for _, b in pairs)
    return 2 * right / total if total else 0.0


def macro_of_sets(pairs: Sequence[tuple[str, set[str]]]) -> Mapping[str, float]:
    """F1 by root where several may be found for one."""
    found = {}
    for root in sorted({right for right, _ in pairs}):
        hits = sum(right == root and root in types for right, types in pairs)
        total = sum(right == root for right, _ in pairs) + sum(root in types for _, types in pairs)
        found[root] = 2 * hits / total if total else 0.0
    return found


def main() -> None:
    """Print the figures over all folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=Path, required=True, help="the networks of training.folds")
    parser.add_argument("--show", action="store_true", help="print what is found otherwise than annotated")
    options = parser.parse_args()
    data = data_folder()
    if data is None:
        raise SystemExit("the annotated corpora are not there: set ONRECORD_DATA")
    found = list(rows(data / "plv" / "PLV_train.tsv"))
    given: list[Given] = []
    between: list[tuple[Row, set[str]]] = []
    for number in range(FOLDS):
        own = [row for row in found if fold(row.text) == number]
        model = options.folds / str(number) / "model"
        given += given_the_pair(own, Encoder(model))
        items = [{"id": str(row.number), "text": row.text} for row in own]
        records = read_items(open_reader(model=model), items)
        between += [(row, types_between(record, row)) for row, record in zip(own, records, strict=True)]
    if options.show:
        for one, (_, types) in zip(given, between, strict=True):
            if one.root != one.right[0] or one.right[0] not in types:
                a, b = one.row.pair.actor, one.row.pair.recipient
                pair = f"{one.row.text[slice(*a)]} > {one.row.text[slice(*b)]}"
                print(f"{one.right[0]}: {one.root} {sorted(types)} | {pair} | {one.row.text}")
    print(f"{len(given)} pairs, {FOLDS} folds")
    print(f"given the pair: root macro-F1 {macro((it.right[0], it.root) for it in given):.3f}")
    print(f"given the pair: quad macro-F1 {macro((it.right[1], it.quad) for it in given):.3f}")
    print(f"given the pair: binary macro-F1 {macro((it.right[1] > 2, it.quad > 2) for it in given):.3f}")
    by_root = macro_of_sets([(row.root, types) for row, types in between])
    met = sum(bool(types) for _, types in between) / len(between)
    print(f"end to end: pair found {met:.3f}, root macro-F1 {sum(by_root.values()) / len(by_root):.3f}")
    print(" ".join(f"{root} {score:.2f}" for root, score in by_root.items()))


if __name__ == "__main__":
    main()
