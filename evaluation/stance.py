"""The stance of claims, given their words: our own annotated news with claims inside claims.

python -m evaluation.stance [--part train] [--model FOLDER] [--errors]

Cue and content are the annotators', the parse is the reader's, so that what is measured is how the stance is
read and nothing else. Strict: the first annotator's stance. Lenient: also one that a second careful
reader would accept.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from evaluation.scores import Counts
from onrecord.annotate.claims.stance import Manner, read_cue
from onrecord.annotate.sentences import split
from onrecord.annotate.syntax import Syntax, parse
from onrecord.models import SHIPPED, Encoder
from onrecord.record import Span, Stance
from training.corpora import own

FOLDER = Path("training/own/nested")
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(slots=True)
class Figures:
    """Counts by pair of gold and found stance. errors: a line each."""

    strict: Counter[tuple[Stance, Stance]] = field(default_factory=Counter)
    lenient: Counter[tuple[Stance, Stance]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, gold: Stance, also: Iterable[Stance], found: Stance) -> None:
        """Counts one claim; where a second stance is accepted and found, it is the gold one."""
        self.strict[gold, found] += 1
        self.lenient[found if found in also else gold, found] += 1

    def summary(self) -> dict[str, float]:
        """What has a floor."""
        return {
            "accuracy": accuracy(self.strict),
            "macro-F1": macro(self.strict),
            "accuracy, lenient": accuracy(self.lenient),
            "macro-F1, lenient": macro(self.lenient),
        }


def accuracy(pairs: Counter[tuple[Stance, Stance]]) -> float:
    """The share of claims whose stance is right."""
    return sum(n for (gold, found), n in pairs.items() if gold == found) / max(1, pairs.total())


def by_stance(pairs: Counter[tuple[Stance, Stance]]) -> dict[Stance, Counts]:
    """The counts of each of the ten stances."""
    return {
        stance: Counts(
            right=pairs[stance, stance],
            wrong=sum(n for (gold, found), n in pairs.items() if found == stance != gold),
            missed=sum(n for (gold, found), n in pairs.items() if gold == stance != found),
        )
        for stance in STANCES
    }


def macro(pairs: Counter[tuple[Stance, Stance]]) -> float:
    """The mean F1 of the ten stances, rare ones weighing as much as common ones."""
    return sum(counts.f1 for counts in by_stance(pairs).values()) / len(STANCES)


def measure(found: Iterable[tuple[dict[str, Any], Syntax]]) -> Figures:
    """Reads the stance of every gold claim."""
    figures = Figures()
    for item, syntax in found:
        for number, claim in enumerate(item["claims"]):
            manner = _read(claim, syntax)
            figures.add(claim["stance"], claim["stance_also"], manner.stance)
            if manner.stance != claim["stance"]:
                accepted = "accepted" if manner.stance in claim["stance_also"] else ""
                cue, content = " … ".join(claim["cue"]), " … ".join(claim["content"])
                stances = f"want {claim['stance']}\thave {manner.stance}"
                figures.errors.append(f"{item['id']}/{number}\t{stances}\t{accepted}\t{cue}\t{content[:70]}")
    return figures


def _read(claim: dict[str, Any], syntax: Syntax) -> Manner:
    cue, content = (
        [Span(start=start, end=end) for start, end in own.spans(syntax.text, claim[part])]
        for part in ("cue", "content")
    )
    return read_cue(cue, content, syntax)


def read(gold: Iterable[dict[str, Any]], model: Path) -> Iterator[tuple[dict[str, Any], Syntax]]:
    """Each item with the parse of its text."""
    encoder = Encoder(model)
    for item in gold:
        text = item["text"]
        yield item, parse(text, encoder.encode(text), encoder.heads, split(text))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("held_back", "train"), default="held_back")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument(
        "--errors", action="store_true", help="print every stance that is not the first reader's"
    )
    options = parser.parse_args()
    gold = list(own.items(FOLDER, held_back=options.part == "held_back"))
    figures = measure(read(gold, options.model))
    print(f"{len(gold)} items, {figures.strict.total()} claims")
    for name, value in figures.summary().items():
        print(f"{name:18} {value:.3f}")
    for stance, counts in by_stance(figures.strict).items():
        print(f"{stance:18} {counts}  ({counts.right + counts.missed})")
    if options.errors:
        print("\n".join(figures.errors))


if __name__ == "__main__":
    main()
