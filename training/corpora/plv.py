"""PLV (Hu et al. 2024, Zero-Shot-PLOVER): sentences with a source and a target marked, and their root."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.examples import Example, Pair

ROOTS = {"YIELD": ("CONCEDE", "RETREAT")}
"""Roots that an older codebook had for what PLOVER now tells apart."""
_TAGS = ("<s>", "</s>", "<t>", "</t>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row with both marks: its number, its text without them, and the pair."""

    number: int
    text: str
    pair: Pair
    root: str


def rows(path: Path) -> Iterator[Row]:
    """The rows that have both marks; sixteen of 1,050 lack one."""
    with path.open(encoding="utf8", newline="") as lines:
        for number, line in enumerate(csv.DictReader(lines, delimiter="\t")):
            text, where = _unmarked(line["marked_sentence"])
            if len(where) == len(_TAGS):
                root = line["gold_root"]
                pair = Pair(
                    actor=_trimmed(text, where["<s>"], where["</s>"]),
                    recipient=_trimmed(text, where["<t>"], where["</t>"]),
                    types=ROOTS.get(root, (root,)),
                )
                yield Row(number=number, text=text, pair=pair, root=root)


def example(row: Row) -> Example:
    """A row as an example of a pair."""
    return Example(id=f"plv-{row.number}", text=row.text, pair=row.pair)


def _unmarked(marked: str) -> tuple[str, dict[str, int]]:
    text, where, at = "", {}, 0
    while at < len(marked):
        tag = next((tag for tag in _TAGS if marked.startswith(tag, at)), None)
        if tag is None:
            text += marked[at]
            at += 1
        else:
            where[tag] = len(text)
            at += len(tag)
    return text, where


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
