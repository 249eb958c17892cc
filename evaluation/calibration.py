"""Whether the scores of events mean what they say: ``python -m evaluation.calibration``.

On the half of our own held-back text that `training.calibrate` has not seen. An event is right where its
trigger meets an annotated one and a careful reader accepts its category; what it is expected to be is its
score.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from evaluation.events import FOLDER, annotated, matched, tellings_of
from evaluation.reading import read_items
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from training.corpora import own

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An event's score, and whether it is right."""

    score: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Events with scores from ``low`` to ``high``: how many, their mean score, and the share right."""

    low: float
    high: float
    events: int
    expected: float
    right: float


def scored(model: Path, *, measured: bool) -> Iterator[Scored]:
    """Every event found in one half of the held-back items: that to measure on, or that to calibrate on."""
    items = list(own.items(FOLDER, held_back=True))[measured::2]
    for item, record in zip(items, read_items(open_reader(model=model), items), strict=True):
        gold = annotated(item)
        pairs = matched(gold, record)
        for number, (event, _) in enumerate(tellings_of(record)):
            met = next((gold.events[n] for n, m in pairs.items() if m == number), None)
            yield Scored(score=event.score, right=met is not None and event.type in met.types)


def bins(found: Sequence[Scored]) -> list[Bin]:
    """The events by their scores; bins without any are left out."""
    table = []
    for low, high in pairwise(EDGES):
        inside = [one for one in found if low <= one.score < high or one.score == high == 1]
        if inside:
            expected = sum(one.score for one in inside) / len(inside)
            right = sum(one.right for one in inside) / len(inside)
            table.append(Bin(low=low, high=high, events=len(inside), expected=expected, right=right))
    return table


def error(table: Sequence[Bin]) -> float:
    """The expected calibration error: by how much score and share differ, weighed by events."""
    total = sum(it.events for it in table)
    return sum(it.events * abs(it.expected - it.right) for it in table) / total


def main() -> None:
    """Print the reliability table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    table = bins(list(scored(options.model, measured=True)))
    print("score      events  mean score  right")
    for it in table:
        print(f"{it.low:.1f} to {it.high:.1f} {it.events:6}  {it.expected:10.3f}  {it.right:.3f}")
    print(f"expected calibration error {error(table):.3f}")


if __name__ == "__main__":
    main()
