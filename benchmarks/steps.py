"""What each step of reading costs, and how the cost grows with a text's length and its number of names.

python -m benchmarks.steps

Processor time on one thread: first over articles of 700 words, then over one text two, four and eight times
as long in which every sentence names somebody new, then over texts full of claims and of quotation marks
that nothing closes, each twice as long as the one before. Beside those stands what doubling cost: more than
``LIMIT`` times as much, and the command fails.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmarks.speed import articles
from onrecord.annotate import Step, steps
from onrecord.annotate.layers import Annotated
from onrecord.models import SHIPPED, Encoder
from onrecord.record import Document, Published

LIMIT = 2.6
"""What a text twice as long may cost, as a multiple: 2 is linear, 4 quadratic; the rest is for a busy
machine."""
RUNS = 3

_DAY = Published(date=date(2024, 5, 17), basis="given")
_GIVEN = (
    "Adel",
    "Bruna",
    "Chidi",
    "Dalia",
    "Emeka",
    "Farah",
    "Goran",
    "Hanna",
    "Ivo",
    "Jana",
    "Kwame",
    "Lena",
)
_FAMILY = ("mar", "tov", "beri", "lund", "sato", "rossi", "quist", "neva", "dossa", "ruiz", "kela", "fano")


def seconds(taken: Mapping[str, Step], texts: Sequence[str]) -> dict[str, float]:
    """Processor seconds of each step over the texts."""
    total = dict.fromkeys(taken, 0.0)
    for number, text in enumerate(texts):
        annotated = Annotated(document=Document(id=str(number), text=text, published=_DAY))
        for name, step in taken.items():
            began = time.process_time()
            annotated = step(annotated)
            total[name] += time.process_time() - began
    return total


def crowded(names: int) -> str:
    """A text of ``names`` people, each named in a sentence of his own."""
    sentences = []
    for n in range(names):
        family = _FAMILY[n % 12] + _FAMILY[n // 12 % 12] + _FAMILY[n // 144 % 12]
        sentences.append(
            f"{_GIVEN[n * 7 % 12]} {family.title()}, a deputy minister, met reporters in town {n}."
        )
    return "\n\n".join(" ".join(sentences[i : i + 5]) for i in range(0, names, 5)) + "\n"


def claiming(times: int) -> str:
    """A live blog of ``times`` entries, each with a claim that holds another and a quotation."""
    return "".join(
        f"{n % 24:02}:{n % 60:02} GMT\nThe mayor said the police believed that ferry {n} had left, citing its"
        f" captain. “All is well,” she added.\n\n"
        for n in range(times)
    )


def rambling(times: int) -> str:
    """One sentence, ``times`` claims deep."""
    return "The envoy said " + "the mayor said that the police believed " * times + "it was over.\n"


def marked(times: int) -> str:
    """``times`` lines of marks of every kind that open and do not close."""
    return "He said “he ‘said ”«no» \"and ‹left the 'room.\n\n" * times


def least(taken: Mapping[str, Step], text: str) -> dict[str, float]:
    """Processor seconds of each step, the least of ``RUNS`` runs."""
    runs = [seconds(taken, [text]) for _ in range(RUNS)]
    return {name: min(run[name] for run in runs) for name in taken}


def ratios(costs: Sequence[Mapping[str, float]]) -> list[float]:
    """What each text cost in all, as a multiple of the one before."""
    totals = [sum(cost.values()) for cost in costs]
    return [longer / shorter for shorter, longer in pairwise(totals)]


def _table(rows: Mapping[str, Mapping[str, float]]) -> str:
    names = list(next(iter(rows.values())))
    lines = [" " * 14 + "".join(f"{name:>14}" for name in (*names, "all"))]
    for label, costs in rows.items():
        cells = "".join(f"{costs[name] * 1000:14.1f}" for name in names)
        lines.append(f"{label:14}{cells}{sum(costs.values()) * 1000:14.1f}")
    return "\n".join(lines)


_GROWING: dict[str, tuple[Callable[[int], str], int]] = {
    "entries": (claiming, 40),
    "deep": (rambling, 80),
    "lines": (marked, 100),
}
"""Texts that grow, each with how many parts the shortest has."""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    taken = steps(Encoder(options.model))
    texts = articles(options.articles + 2)
    seconds(taken, texts[:2])  # vocabularies are read, caches filled
    mean = {name: cost / options.articles for name, cost in seconds(taken, texts[2:]).items()}
    print("milliseconds a 700-word article\n" + _table({"mean": mean}))
    rows = {f"{n} names": seconds(taken, [crowded(n)]) for n in (250, 500, 1000, 2000)}
    print("\nmilliseconds a text\n" + _table(rows))
    worst = max(_doubled(taken, label, make, first) for label, (make, first) in _GROWING.items())
    if worst > LIMIT:
        raise SystemExit(f"a text twice as long cost {worst:.2f} times as much; at most {LIMIT} is linear")


def _doubled(taken: Mapping[str, Step], label: str, make: Callable[[int], str], first: int) -> float:
    """Prints what a text of ``first`` parts costs and three that double it; gives the worst ratio."""
    rows = {
        f"{times} {label}": least(taken, make(times)) for times in (first, 2 * first, 4 * first, 8 * first)
    }
    grown = ratios(list(rows.values()))
    print("\nmilliseconds a text\n" + _table(rows))
    print("doubling costs " + ", ".join(f"{ratio:.2f}" for ratio in grown) + " times as much")
    return max(grown)


if __name__ == "__main__":
    main()
