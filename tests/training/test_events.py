"""Events, pairs and PLV as examples and as numbers."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from training.corpora import elsewhere, events, plv, wikinews

ITEM = {
    "id": "t-1",
    "text": "Moran met Keller and accused Keller of spying.",
    "events": [
        {
            "type": "CONSULT",
            "mode": None,
            "contexts": [],
            "trigger": "met",
            "actor": ["Moran", "Keller"],
            "recipient": ["Moran", "Keller"],
            "place": None,
            "time": None,
            "factuality": "happened",
        },
        {
            "type": "ACCUSE",
            "mode": "allege",
            "contexts": ["intelligence"],
            "trigger": "accused",
            "actor": ["Moran"],
            "recipient": ["Keller#2"],
            "place": None,
            "time": None,
            "factuality": "happened",
        },
    ],
}
PLV = (
    "\tmarked_sentence\tgold_root\n"
    "0\tOn Monday <s> Moran </s>freed <t>six men</t>.\tYIELD\n"
    "1\t<s>Moran</s> freed six men.\tYIELD\n"
    "2\t<s>Moran</s> hit <t>Keller</t>.\tASSAULT\n"
)


def test_surfaces_become_spans() -> None:
    """The second occurrence where the item says so."""
    accused = events.example(ITEM).events[1]  # type: ignore[index]
    assert (accused.type, accused.mode, accused.contexts) == ("ACCUSE", "allege", ("intelligence",))
    assert accused.recipients == ((29, 35),)


def test_pairs_are_of_different_parties() -> None:
    """One for each two parties, with the categories of all that the one does to the other."""
    pairs = [one.pair for one in events.pairs([events.example(ITEM)])]
    assert [(p.actor, p.recipient, p.types) for p in pairs if p] == [
        ((0, 5), (10, 16), ("CONSULT",)),
        ((0, 5), (29, 35), ("ACCUSE",)),
    ]


def test_a_sentence_with_one_pair(tmp_path: Path) -> None:
    """Its parties are surfaces too; one that is not there is said."""
    item = {
        "id": "p-1",
        "text": "Moran hit Keller.",
        "actor": "Moran",
        "recipient": "Keller",
        "type": "ASSAULT",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(item) + "\n", encoding="utf8")
    (one,) = events.given(tmp_path)
    assert one.pair is not None
    assert (one.pair.actor, one.pair.recipient, one.pair.types) == ((0, 5), (10, 16), ("ASSAULT",))
    (tmp_path / "a.jsonl").write_text(json.dumps(item | {"actor": "Moraine"}) + "\n", encoding="utf8")
    with pytest.raises(ValueError, match="p-1"):
        list(events.given(tmp_path))


def test_wikinews_is_put_together_from_tokens(tmp_path: Path) -> None:
    """With the blanks that newspapers have; its graph of times is left out."""
    path = tmp_path / "wikinews.txt"
    path.write_text(
        'filename:<doc id="12" url="x" title="y">:SNT_LIST\n'
        "May 3 , 2009\n"
        "Moran -LRB- 51 -RRB- did n't meet the workers ' envoy , Keller 's `` friend '' .\n"
        "EDGE_LIST\n"
        "0_0_3\tTimex\t-1_-1_-1\tDepend-on\n",
        encoding="utf8",
    )
    assert list(wikinews.texts(path)) == [
        ("12", "May 3, 2009\nMoran (51) didn't meet the workers' envoy, Keller's “friend”.")
    ]


def test_rows_without_both_marks_are_left_out(tmp_path: Path) -> None:
    """And blanks within marks do not belong to the party; yielding is two categories now."""
    path = tmp_path / "plv.tsv"
    path.write_text(PLV, encoding="utf8")
    first, second = plv.rows(path)
    assert (first.number, second.number) == (0, 2)
    assert first.text == "On Monday  Moran freed six men."
    parts = [first.text[slice(*part)] for part in (first.pair.actor, first.pair.recipient)]
    assert parts == ["Moran", "six men"]
    assert first.pair.types == ("CONCEDE", "RETREAT")


def test_positions_in_a_corpus_are_read_with_its_text(tmp_path: Path) -> None:
    """Of the beginning of a text that is the one that was annotated."""
    text = "Moran met Keller. More follows."
    item = {
        "corpus": "news",
        "id": "a",
        "length": 17,
        "held_back": False,
        "sha256": elsewhere.digest(text[:17]),
        "events": [
            {
                "type": "CONSULT",
                "mode": None,
                "contexts": [],
                "factuality": "happened",
                "trigger": [6, 9],
                "actor": [[0, 5], [10, 16]],
                "recipient": [[0, 5], [10, 16]],
                "place": None,
            }
        ],
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(item) + "\n", encoding="utf8")
    ((corpus, example),) = elsewhere.read(tmp_path, {"news": {"a": text}}, held_back=False)
    assert (corpus, example.text) == ("news", "Moran met Keller.")
    assert example.events is not None
    assert example.events[0].actors == ((0, 5), (10, 16))
    with pytest.raises(ValueError, match="a: not the text that was annotated"):
        list(elsewhere.read(tmp_path, {"news": {"a": "Another text of that length."}}, held_back=False))


@pytest.mark.training
def test_sentences_that_differ_in_punctuation_are_in_one_fold() -> None:
    """So that none is measured by a network that has seen it."""
    from training.folds import FOLDS, fold, without

    assert fold("Moran met Keller.") == fold("MORAN met: Keller")
    examples = [events.example(ITEM | {"text": f"{ITEM['text']}{' x' * n}"}) for n in range(40)]
    kept = [without(number, {"own": examples})["own"] for number in range(FOLDS)]
    assert sum(len(examples) - len(part) for part in kept) == len(examples)


@pytest.mark.training
def test_events_become_numbers() -> None:
    """Triggers, parties, modes, contexts and factualities stand at their words."""
    from training.batches import UNTOLD, trainings
    from training.labels import CONTEXTS, FACTUALITIES, MODES
    from training.network import PARTY_TAGS, TAGS
    from training.train import base, tokenizer

    (item,) = trainings([events.example(ITEM)], tokenizer(base()), random.Random(1))
    assert item.events is not None
    assert item.mode is not None
    assert item.contexts is not None
    assert item.factuality is not None
    assert [TAGS["events"][tag] for tag in item.events[:5]] == ["O", "B-CONSULT", "O", "O", "B-ACCUSE"]
    assert [MODES[n] for n in item.mode[[1, 4]]] == ["none", "ACCUSE allege"]
    assert FACTUALITIES[item.factuality[4]] == "happened"
    assert item.contexts[4].sum() == item.contexts[4][CONTEXTS.index("intelligence")] == 1
    assert set(item.contexts[0].tolist()) == {UNTOLD}
    met, accused = item.parties
    assert met[0].tolist() == [0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert [PARTY_TAGS[n] for n in met[1, :3]] == ["B-both", "O", "B-both"]
    assert [PARTY_TAGS[n] for n in accused[1, [0, 5]]] == ["B-actor", "B-recipient"]


@pytest.mark.training
def test_the_loss_of_a_pair_allows_each_of_its_categories() -> None:
    """[CLS] and both parties speak; what is likely of any that is right is no loss."""
    import torch

    from training.batches import batch, trainings
    from training.labels import EVENT_TYPES
    from training.losses import _pair_loss
    from training.train import base, tokenizer

    one = next(events.pairs([events.example(ITEM)]))
    (item,) = trainings([one], tokenizer(base()), random.Random(1))
    group = batch([item])
    assert group.pair is not None
    assert sorted(set(group.features[0, :, -1].tolist())) == [0, 1, 2]
    scores = torch.zeros(1, group.ids.shape[1], len(EVENT_TYPES))
    even = _pair_loss(scores, group.features[..., -1], group.pair)
    assert even.item() == pytest.approx(torch.log(torch.tensor(16.0)).item())
    scores[..., EVENT_TYPES.index("CONSULT")] = 9
    assert _pair_loss(scores, group.features[..., -1], group.pair).item() < 0.01
