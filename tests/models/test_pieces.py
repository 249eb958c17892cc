"""Pieces and their features."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.models import Encoder, Pieces
from onrecord.models.pieces import BREAKS, QUOTES, SHAPES, marked, sentence_starts


def _cut(encoder: Encoder, text: str) -> Pieces:
    return encoder.cut(text)[0]


@settings(deadline=None)
@given(text=st.text(max_size=300))
def test_words_are_in_order_and_within_the_text(encoder: Encoder, text: str) -> None:
    """For any Unicode, words are disjoint, in order, non-empty and inside the text."""
    pieces = _cut(encoder, text)
    at = 0
    for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
        assert at <= start < end <= len(text)
        at = end
    assert len(pieces.features) == len(pieces.ids)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", "lower"),
        ("Talks", "title"),
        ("TALKS", "upper"),
        ("McCabe", "mixed"),
        ("12", "digits"),
        ("J", "initial"),
        (";", "mark"),
        ("中", "uncased"),
    ],
)
def test_shapes(encoder: Encoder, word: str, shape: str) -> None:
    """The letter case that an uncased vocabulary loses comes back as a feature."""
    assert SHAPES[_cut(encoder, word).features[0, 0]] == shape


def test_paragraphs_and_lines_are_told_apart(encoder: Encoder) -> None:
    """The first word and one after an empty line start a paragraph; a line break alone is a line."""
    pieces = _cut(encoder, "One.\nTwo.\n \nThree.")
    firsts = [BREAKS[pieces.features[p, 1]] for p in pieces.first_piece.tolist()]
    assert firsts == ["paragraph", "none", "line", "none", "paragraph", "none"]


def test_a_quotation_ends_with_its_paragraph(encoder: Encoder) -> None:
    """An unclosed quotation mark reaches to the end of its paragraph and no further."""
    pieces = _cut(encoder, '"We go. \n\nThey "left" it.')
    states = [QUOTES[pieces.features[p, 2]] for p in pieces.first_piece.tolist()]
    marked = ["mark", "inside", "inside", "inside"]
    assert states == [*marked, "outside", "mark", "inside", "mark", "outside", "outside"]


def test_sentences_start_after_stops_and_breaks(encoder: Encoder) -> None:
    """A capital after a stop starts a sentence, a lower-case word does not."""
    text = 'He left. "Now," she said. and so on.\nThen'
    pieces = _cut(encoder, text)
    starts = [text[pieces.starts[word] :].split()[0] for word in sentence_starts(pieces, text)]
    assert starts == ["He", '"Now,"', "Then"]


def test_parties_are_marked_at_their_words(encoder: Encoder) -> None:
    """Every piece of every word that shares a character; the actor's where two overlap."""
    text = "Moran met Keller-Ruiz."
    pieces = _cut(encoder, text)
    found = marked(pieces, (0, 5), (12, 14))
    words = [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]
    first = found.features[found.first_piece, -1].tolist()
    assert dict(zip(words, first, strict=True)) == {
        "Moran": 1,
        "met": 0,
        "Keller": 2,
        "-": 0,
        "Ruiz": 0,
        ".": 0,
    }
    assert not pieces.features[:, -1].any()
