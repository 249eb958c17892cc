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
