"""Trains the ranker of coreference on what an exported model says of annotated texts.

python -m training.coref --data ../shared/data --model src/onrecord/models/data

The encoder stands; two small networks learn to score pairs of mentions, as the reader finds them: a
mention that nobody annotated is to be new. They go into the model's ``heads.npz`` and its manifest.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.annotate.claims.linking import link
from onrecord.annotate.coreference.describe import Described, describe
from onrecord.annotate.coreference.pairs import Pairs, pairs
from onrecord.annotate.coreference.speakers import speakers
from onrecord.annotate.entities.build import without_titles
from onrecord.annotate.mentions.found import Found, find_mentions
from onrecord.annotate.mentions.names import find_names
from onrecord.annotate.mentions.naming import name_all
from onrecord.annotate.sentences import split
from onrecord.annotate.syntax import Syntax, parse
from onrecord.models import SHIPPED, Encoder, decode
from onrecord.models.heads import HEADS
from onrecord.models.manifest import MANIFEST, Floats
from onrecord.models.pieces import Ints
from training.corpora import universal, who
from training.examples import Example
from training.labels import MENTION_TYPES, RECORDED

ALL = frozenset(MENTION_TYPES) - {"none"}
HIDDEN = 64
EPOCHS = 12


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A document as the ranker sees it. gold: [mentions] the annotated entity, or -1."""

    mentions: Sequence[Found]
    syntax: Syntax
    described: Described
    gold: Ints


def prepare(encoder: Encoder, example: Example, kept: Set[str], *, as_gum: bool) -> Prepared | None:
    """Reads a text as the reader does, and finds the gold of each mention by its head word."""
    text = example.text
    sentences = split(text, ())
    encoding = encoder.encode(text)
    syntax = parse(text, encoding, encoder.heads, sentences)
    names = find_names(text, encoding, encoder.manifest.taggers["names"], sentences)
    mentions = without_titles(
        find_mentions(syntax, names, encoding, encoder.heads, kept, as_gum=as_gum), syntax
    )
    if not mentions:
        return None
    breaks = np.flatnonzero(encoding.pieces.features[encoding.pieces.first_piece, 1]).tolist()
    runs = decode(encoding.tags("claims"), encoder.manifest.taggers["claims"], breaks)
    said = speakers(link(runs, encoding), encoding, text)
    known = name_all(mentions, syntax, text, None, MENTION_TYPES)
    by_span = {(m.start, m.end): m.entity for m in example.mentions or ()}
    by_head = {syntax.at(m.head): m.entity for m in example.mentions or ()}
    gold = [by_span.get((m.span.start, m.span.end), by_head.get(m.head, -1)) for m in mentions]
    return Prepared(
        mentions=mentions,
        syntax=syntax,
        described=describe(mentions, syntax, encoding, said, known),
        gold=np.array(gold),
    )


def right(prepared: Prepared, compared: Pairs) -> Ints:
    """[n, 1 + WIDTH] which of the choices are right: any of the same entity, else that it is new."""
    gold = prepared.gold
    other = gold[np.maximum(compared.candidates, 0)]
    same = (other == gold[:, None]) & (gold[:, None] >= 0) & (compared.candidates >= 0)
    return np.concatenate([~same.any(axis=1, keepdims=True), same], axis=1)


class Scorer(nn.Module):
    """Two layers that give one number."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.inner = nn.Linear(size, HIDDEN)
        self.dropout = nn.Dropout(0.2)
        self.last = nn.Linear(HIDDEN, 1, bias=False)

    def forward(self, features: Tensor) -> Tensor:
        """[..., size] -> [...]."""
        scores: Tensor = self.last(self.dropout(torch.relu(self.inner(features))))[..., 0]
        return scores

    def arrays(self, name: str) -> dict[str, Floats]:
        """As `onrecord.models.heads` reads them."""
        return {
            f"{name}_weights": self.inner.weight.detach().numpy().T.copy(),
            f"{name}_bias": self.inner.bias.detach().numpy(),
            f"{name}_last": self.last.weight.detach().numpy()[0],
        }


class Ranking(nn.Module):
    """The two networks."""

    def __init__(self, pair: int, alone: int) -> None:
        super().__init__()
        self.pair, self.new = Scorer(pair), Scorer(alone)

    def forward(self, features: Tensor, alone: Tensor, there: Tensor) -> Tensor:
        """[n, 1 + candidates]."""
        paired = self.pair(features).masked_fill(~there, -1e4)
        return torch.cat([self.new(alone)[:, None], paired], dim=1)

    def arrays(self) -> dict[str, Floats]:
        """As `onrecord.models.heads` reads them."""
        return self.pair.arrays("coref_pair") | self.new.arrays("coref_new")


def train(documents: Sequence[tuple[Prepared, float]], seed: int = 7, epochs: int = EPOCHS) -> Ranking:
    """Maximises the likelihood of the right choices together; each document has a weight."""
    torch.manual_seed(seed)
    draw = random.Random(seed)  # noqa: S311
    items = []
    for prepared, weight in documents:
        compared = pairs(prepared.described)
        items.append(
            (
                torch.from_numpy(compared.features),
                torch.from_numpy(compared.alone),
                torch.from_numpy(compared.candidates >= 0),
                torch.from_numpy(right(prepared, compared)),
                weight,
            )
        )
    network = Ranking(items[0][0].shape[2], items[0][1].shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs * len(items))
    for _ in range(epochs):
        draw.shuffle(items)
        for features, alone, there, good, weight in items:
            scores = network(features, alone, there)
            likely = scores.masked_fill(~good, -1e4).logsumexp(1) - scores.logsumexp(1)
            (-weight * likely.mean()).backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
    return network.eval()


def documents(encoder: Encoder, data: Path) -> Iterator[tuple[Prepared, float]]:
    """GUM's training part, all its types of entities, and our own text, what a record keeps."""
    sources: tuple[tuple[Iterable[Example], Set[str], float], ...] = (
        (universal.read(data / "gum" / "dep" / "train"), ALL, 1.0),
        (who.read(Path("training/own/who"), held_back=False), frozenset(RECORDED), 1.0),
    )
    for examples, kept, weight in sources:
        for example in examples:
            prepared = prepare(encoder, example, kept, as_gum=example.tokens is not None)
            if prepared is not None:
                yield prepared, weight


def save_heads(path: Path, arrays: dict[str, Floats]) -> None:
    """Writes the small heads."""
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def store(ranker: dict[str, Floats], folder: Path) -> None:
    """Puts the arrays of a ranker into the model's small heads, and their new hash into its manifest."""
    with np.load(folder / HEADS) as old:
        arrays = {name: old[name] for name in old.files}
    save_heads(folder / HEADS, arrays | ranker)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf8"))
    manifest["heads_sha256"] = hashlib.sha256((folder / HEADS).read_bytes()).hexdigest()
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf8")


def copied(folder: Path) -> None:
    """Puts the ranker that ships into another model, for trials that need not train one."""
    with np.load(SHIPPED / HEADS) as shipped:
        store({name: shipped[name] for name in shipped.files if name.startswith("coref")}, folder)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=Path("src/onrecord/models/data"))
    options = parser.parse_args()
    store(train(list(documents(Encoder(options.model), options.data))).arrays(), options.model)


if __name__ == "__main__":
    main()
