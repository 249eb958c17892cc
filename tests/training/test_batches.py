"""Gold as numbers."""

from __future__ import annotations

import random

import pytest

from training.examples import Attribution, Example, Name

pytestmark = pytest.mark.training

EXAMPLE = Example(
    id="one",
    text="He has urged talks and promised aid, Ilse Marrow said.",
    names=(Name(start=37, end=48, type="person"),),
    attributions=(
        Attribution(source=((0, 2),), cue=((3, 12),), content=((13, 18),)),
        Attribution(source=((0, 2),), cue=((23, 31),), content=((32, 35),)),
    ),
)


def test_gold_of_one_window() -> None:
    """Tags stand on the words of their spans, and a source that two claims share is in both."""
    from training.batches import trainings
    from training.network import TAGS
    from training.train import base, tokenizer

    (item,) = trainings([EXAMPLE], tokenizer(base()), random.Random(1))
    assert item.claims is not None
    assert item.names is not None
    assert [TAGS["claims"][tag] for tag in item.claims[:8]] == [
        "B-source",
        "B-cue",
        "I-cue",
        "B-content",
        "O",
        "B-cue",
        "B-content",
        "O",
    ]
    assert [TAGS["names"][tag] for tag in item.names[8:10]] == ["B-person", "I-person"]
    assert item.sources.tolist() == [[0, 0], [0, 1]]
    assert item.cues.tolist()[:6] == [-1, 0, 0, -1, -1, 1]
    assert item.contents.tolist()[3] == 0


def test_links_of_a_batch() -> None:
    """Contents are to find their cue, and both cues the one source."""
    from training.batches import batch, trainings
    from training.train import base, tokenizer

    found = batch(list(trainings([EXAMPLE], tokenizer(base()), random.Random(1))))
    assert found.links["cue"][0, 3].nonzero().flatten().tolist() == [1, 2]
    assert found.links["source"][0, 1].nonzero().flatten().tolist() == [0]
    assert found.links["source"][0, 5].nonzero().flatten().tolist() == [0]
    assert found.linking["source"][0].nonzero().flatten().tolist() == [1, 2, 5]


def test_every_window_is_in_one_batch() -> None:
    """No window is lost on the way to a batch, and windows without a layer stand apart."""
    from training.batches import batches, trainings
    from training.train import base, tokenizer

    bare = Example(id="two", text="Nothing. " * 300, names=())
    items = list(trainings([EXAMPLE, bare], tokenizer(base()), random.Random(2)))
    found = batches(items, 400, random.Random(2))
    assert sum(len(b.ids) for b in found) == len(items)
    assert {tuple(b.gold) for b in found} == {("names", "claims"), ("names",)}


NESTED = Example(
    id="three",
    text="Oslo said Bergen wanted talks.",
    attributions=(
        Attribution(source=((0, 4),), cue=((5, 9),), content=((10, 29),)),
        Attribution(source=((10, 16),), cue=((17, 23),), content=((24, 29),), inner=True),
    ),
    nested=True,
)


def test_gold_of_a_claim_within_another() -> None:
    """The outer one is tagged as PolNeAR's are, the inner one's cue apart, and each cue has its frame."""
    from training.batches import trainings
    from training.network import FRAME_TAGS, TAGS
    from training.train import base, tokenizer

    (item,) = trainings([NESTED], tokenizer(base()), random.Random(1))
    assert item.claims is not None
    assert item.inner is not None
    assert [TAGS["claims"][tag] for tag in item.claims] == [
        "B-source",
        "B-cue",
        "B-content",
        "I-content",
        "I-content",
        "O",
    ]
    assert [TAGS["inner"][tag] for tag in item.inner] == ["O", "O", "O", "B-cue", "O", "O"]
    outer, inner = item.frames
    assert outer[0].tolist() == [0, 1, 0, 0, 0, 0]
    assert inner[0].tolist() == [0, 0, 0, 1, 0, 0]
    assert [FRAME_TAGS[tag] for tag in inner[1]] == ["O", "O", "B-source", "O", "B-content", "O"]


def test_inner_claims_are_untold_where_nobody_annotated_them() -> None:
    """PolNeAR has one level: that it has no inner cue says nothing."""
    from training.batches import trainings
    from training.train import base, tokenizer

    (item,) = trainings([EXAMPLE], tokenizer(base()), random.Random(1))
    assert item.inner is None
    assert len(item.frames) == 2


def test_frames_of_a_batch_know_their_window() -> None:
    """Each frame goes with the words of the window that its cue stands in."""
    from training.batches import batch, trainings
    from training.train import base, tokenizer

    items = list(trainings([EXAMPLE, EXAMPLE], tokenizer(base()), random.Random(1)))
    found = batch(items).frames
    assert found is not None
    assert found.rows.tolist() == [0, 0, 1, 1]
    assert found.cues.sum(1).tolist() == [2, 1, 2, 1]
    assert found.positions[0, :4].tolist() == [9, 10, 10, 11]
