"""Syntax, mentions and coreference as numbers and losses."""

from __future__ import annotations

import copy
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.training.test_universal import MARROW, _read

if TYPE_CHECKING:
    from training.batches import Training
    from training.examples import Example

pytestmark = pytest.mark.training

# as the tokenizer cuts them
WORDS = [
    *("Marrow", "didn", "'", "t", "leave", "."),
    *("The", "two", "envoys", "of", "Norway", ",", "Keller", "and", "Marrow", ",", "fled", "."),
    *("Norway", "won"),
]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """A document of a treebank with entities."""
    folder: Path = tmp_path_factory.mktemp("gum")
    return _read(folder, MARROW)[0]


def _training(example: Example) -> Training:
    from training.batches import trainings
    from training.train import base, tokenizer

    (item,) = trainings([example], tokenizer(base()), random.Random(1))
    return item


def test_syntax_is_told_at_each_tokens_first_word(example: Example) -> None:
    """Of "n't" at its apostrophe, as "n" belongs to "didn"; of a word within a token, nothing."""
    from training.batches import ROOT, UNTOLD_ARC
    from training.labels import PARTS_OF_SPEECH

    syntax = _training(example).syntax
    assert len(syntax["arc"]) == len(WORDS)
    told = [PARTS_OF_SPEECH[n] if n >= 0 else None for n in syntax["pos"][:6].tolist()]
    assert told == ["PROPN", "AUX", "PART", None, "VERB", "PUNCT"]
    assert syntax["arc"][:6].tolist() == [4, 4, 4, UNTOLD_ARC, ROOT, 4]
    assert syntax["sentence"][[0, 6, 18]].tolist() == [0, 1, 2]


def test_mentions_are_told_at_their_heads(example: Example) -> None:
    """In GUM a word that heads no mention has none; in our own text it may head one that no record keeps."""
    from training.batches import UNRECORDED
    from training.labels import MENTION_TYPES

    mention = _training(example).mention
    assert mention is not None
    told = {word: MENTION_TYPES[n] for word, n in zip(WORDS, mention.tolist(), strict=True) if n > 0}
    assert told == {
        "Marrow": "person",
        "envoys": "group",
        "Norway": "country",
        "Keller": "person",
        "and": "person",
    }
    assert mention[4] == 0
    own = _training(replace(example, tokens=None)).mention
    assert own is not None
    assert own[4] == UNRECORDED


def test_a_mention_is_to_find_earlier_ones_of_its_entity(example: Example) -> None:
    """The second Marrow finds the first; the first finds nobody; words without mentions are not asked."""
    from training.batches import batch

    found = batch([_training(example)])
    links, asked = found.links["coref"][0], found.linking["coref"][0]
    assert links[14].nonzero().flatten().tolist() == [0]
    assert links[0].sum() == 0
    assert [WORDS[n] for n in asked.nonzero().flatten().tolist()] == [
        "Marrow",
        "envoys",
        "Norway",
        "Keller",
        "and",
        "Marrow",
        "Norway",
    ]
    assert not found.within["coref"][0].triu().any()


def test_a_word_is_to_find_its_head_in_its_sentence(example: Example) -> None:
    """ "Marrow" finds "leave"; no word of another sentence may be found."""
    from training.batches import batch

    found = batch([_training(example)])
    assert found.links["arc"][0, 0].nonzero().flatten().tolist() == [4]
    assert not found.links["arc"][0, 4].any()
    assert not found.within["arc"][0, :6, 6:].any()
    assert (found.links["arc"] & ~found.within["arc"]).sum() == 0


def test_layers_that_are_missing_are_not_learned(example: Example) -> None:
    """Windows with and without syntax or mentions stand in batches of their own."""
    from training.batches import batches

    bare = replace(example, tokens=None, mentions=None)
    only_syntax = replace(example, mentions=None)
    items = [_training(one) for one in (example, bare, only_syntax)]
    found = batches(items, 4_000, random.Random(1))
    assert sorted(sorted(one.links) for one in found) == [[], ["arc"], ["arc", "coref"]]


def test_a_few_steps_learn_syntax_and_mentions(example: Example) -> None:
    """All losses fall on one annotated document: gold, links and gradients are joined up."""
    import torch

    from training.batches import batch
    from training.losses import losses
    from training.network import Network
    from training.train import base

    torch.manual_seed(4)
    learner = copy.deepcopy(Network(str(base())).eval())
    optimizer = torch.optim.AdamW(learner.parameters(), lr=5e-4)
    step = batch([_training(example)])
    seen = []
    for _ in range(6):
        found = losses(learner, step)
        torch.stack(list(found.values())).sum().backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        optimizer.zero_grad()
        seen.append({task: float(loss.detach()) for task, loss in found.items()})
    assert {"pos", "lemma", "relation", "arc", "mention", "coref"} <= set(seen[0])
    learned = [task for task, loss in seen[0].items() if loss > 0]
    assert all(seen[-1][task] < seen[0][task] * 0.97 for task in learned), (seen[0], seen[-1])
