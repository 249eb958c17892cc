"""Dependencies on the development parts of the English treebanks, with their words and sentences given.

python -m evaluation.syntax [--data ../shared/data]

UAS and LAS count every word, marks included, and full relations with their subtypes.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from evaluation.reading import data_folder
from onrecord.annotate.syntax.parse import parse_tokens
from onrecord.models import SHIPPED, Encoder
from training.corpora import universal
from training.examples import Example, Token

PARTS = {"EWT dev": "ud_ewt/en_ewt-ud-dev.conllu", "GUM dev": "gum/dep/dev"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many words there are, and of how many each thing is right."""

    words: int = 0
    pos: int = 0
    lemma: int = 0
    unlabelled: int = 0
    labelled: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words,
            self.pos + other.pos,
            self.lemma + other.lemma,
            self.unlabelled + other.unlabelled,
            self.labelled + other.labelled,
        )

    def figures(self) -> dict[str, float]:
        """The shares that are right."""
        return {
            "UPOS": self.pos / self.words,
            "lemma": self.lemma / self.words,
            "UAS": self.unlabelled / self.words,
            "LAS": self.labelled / self.words,
        }


def count(encoder: Encoder, example: Example) -> Counts:
    """Parses one document of a treebank and counts."""
    gold: Sequence[Token] = example.tokens or ()
    sentences = [
        [(token.start, token.end) for token in group] for _, group in groupby(gold, key=lambda t: t.sentence)
    ]
    found = parse_tokens(example.text, encoder.encode(example.text), encoder.heads, sentences)
    rows = list(zip(gold, found.pos, found.lemmas, found.heads, found.relations, strict=True))
    return Counts(
        words=len(rows),
        pos=sum(token.pos == pos for token, pos, *_ in rows),
        lemma=sum(token.lemma == lemma for token, _, lemma, *_ in rows),
        unlabelled=sum(token.head == head for token, _, _, head, _ in rows),
        labelled=sum((token.head, token.relation) == (head, name) for token, _, _, head, name in rows),
    )


def measure(data: Path, encoder: Encoder) -> dict[str, dict[str, float]]:
    """The figures of every part."""
    return {
        name: sum((count(encoder, e) for e in universal.read(data / path)), Counts()).figures()
        for name, path in PARTS.items()
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    for name, figures in measure(options.data, Encoder(options.model)).items():
        print(f"{name:10}" + "".join(f"  {figure} {share:.4f}" for figure, share in figures.items()))


if __name__ == "__main__":
    main()
