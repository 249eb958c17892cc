"""Our own annotated text can be read, and every string in it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpora import own
from training.examples import NAME_TYPES

FOLDER = Path("training/own/claims")


@pytest.mark.parametrize("held_back", [True, False])
def test_our_own_text_is_sound(held_back: bool) -> None:
    """Every name and every part of a claim is found in its text, with a type the model knows."""
    examples = list(own.read(FOLDER, held_back=held_back))
    assert len(examples) >= 60
    for example in examples:
        assert {name.type for name in example.names or ()} <= set(NAME_TYPES)
        for attribution in example.attributions or ():
            assert attribution.content


def test_a_string_that_is_not_there_is_named() -> None:
    """A slip in the annotation says which string."""
    item = {"id": "x", "text": "She left.", "names": [["Marrow", "person"]], "claims": []}
    with pytest.raises(ValueError, match="Marrow"):
        own.example(item)


def test_contents_take_in_their_quotation_marks() -> None:
    """Our contents leave marks out, the corpus that the model learns from has them in."""
    text = "“We go,” she said."
    item = {
        "id": "x",
        "text": text,
        "names": [],
        "claims": [{"source": "she", "cue": "said", "content": ["We go"], "parent": None}],
    }
    (attribution,) = own.example(item).attributions or ()
    assert [text[a:b] for a, b in attribution.content] == ["“We go,”"]


def test_nested_claims_are_sound() -> None:
    """Every string of the text annotated with nested claims is found, and every third item is held back."""
    folder = Path("training/own/nested")
    used, held = (list(own.read(folder, held_back=part)) for part in (False, True))
    assert len(used) + len(held) >= 250
    assert len(held) * 3 == pytest.approx(len(used) + len(held), rel=0.05)
    inner = sum(one.inner for example in (*used, *held) for one in example.attributions or ())
    assert inner >= 400


def test_who_quotes_another_has_a_claim_of_his_own() -> None:
    """ "Tass quoted Vélez as saying" is one claim to us, to the corpus that the model learns from Tass's."""
    text = "“We go,” Tass quoted Vélez as saying."
    item = {
        "id": "x",
        "text": text,
        "claims": [
            {
                "source": "Vélez",
                "cue": ["quoted", "as saying"],
                "content": ["We go"],
                "parent": None,
                "chain": ["Tass", "Vélez"],
            }
        ],
    }
    outer, inner = own.example(item).attributions or ()
    assert [text[a:b] for a, b in outer.source] == ["Tass"]
    assert [text[a:b] for a, b in outer.content] == ["“We go,”", "Vélez as saying"]
    assert [text[a:b] for a, b in inner.source] == ["Vélez"]
    assert [text[a:b] for a, b in inner.cue] == ["as saying"]
    assert (outer.inner, inner.inner) == (False, True)
