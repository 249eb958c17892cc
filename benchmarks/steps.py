"""What each step of reading costs, and how the cost grows with a text's length and its number of names.

python -m benchmarks.steps

Processor time on one thread: first over articles of 700 words, then over one text two, four and eight times
as long in which every sentence names somebody new.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from benchmarks.speed import articles
from onrecord.annotate import Step, steps
from onrecord.annotate.layers import Annotated
from onrecord.models import SHIPPED, Encoder
from onrecord.record import Document, Published

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


def _table(rows: Mapping[str, Mapping[str, float]]) -> str:
    names = list(next(iter(rows.values())))
    lines = [" " * 14 + "".join(f"{name:>14}" for name in (*names, "all"))]
    for label, costs in rows.items():
        cells = "".join(f"{costs[name] * 1000:14.1f}" for name in names)
        lines.append(f"{label:14}{cells}{sum(costs.values()) * 1000:14.1f}")
    return "\n".join(lines)


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


if __name__ == "__main__":
    main()
