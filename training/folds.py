"""Trains on four fifths of PLV at a time, so that all of it can be measured on.

python -m training.folds --data ../shared/data --start work/base/network.pt --out work/folds

``--start`` must not have seen PLV. The sentences of a fold, compared without case and punctuation, are in no
corpus that its network learns from; `evaluation.plv` then reads each fold with its own network.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from training.coref import copied
from training.examples import Example
from training.export import exported
from training.network import Network
from training.train import Settings, base, corpora, train

FOLDS = 5
ROUNDS = (("events", 1), ("pairs", 1), ("plv events", 3), ("plv", 10))
_LETTERS = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> int:
    """The number of the fold that a sentence belongs to, whatever its case and punctuation."""
    words = _LETTERS.sub(" ", text.lower()).strip()
    return int(hashlib.sha256(words.encode()).hexdigest(), 16) % FOLDS


def without(number: int, texts: Mapping[str, Sequence[Example]]) -> dict[str, list[Example]]:
    """The corpora without the sentences of a fold."""
    return {name: [one for one in examples if fold(one.text) != number] for name, examples in texts.items()}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--start", type=Path, required=True, help="a network that has not seen PLV")
    parser.add_argument("--out", type=Path, default=Path("work/folds"))
    parser.add_argument("--rate", type=float, default=2e-4)
    options = parser.parse_args()
    texts = {name: examples for name, examples in corpora(options.data).items() if name in dict(ROUNDS)}
    settings = Settings(pieces=1500, encoder_rate=options.rate, epochs=2, rounds=ROUNDS, only_events=True)
    for number in range(FOLDS):
        folder = options.out / str(number)
        train(settings, without(number, texts), folder, base(), options.start)
        network = Network(str(base()))
        network.load_state_dict(torch.load(folder / "network.pt", weights_only=True))
        exported(network, folder / "model", base())
        copied(folder / "model")
        (folder / "checkpoint.pt").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
