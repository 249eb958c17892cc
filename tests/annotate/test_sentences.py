"""Sentence splitting."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.sentences import split
from onrecord.record import Span


def cut(text: str, *boilerplate: Span) -> list[str]:
    """The sentences as strings."""
    return [sentence.cut(text) for sentence in split(text, boilerplate)]


#: One sentence each way: "|" stands where one ends.
GOLD = [
    "The envoy left. |He did not return.",
    "Mr. Aldo met Gen. J. D. Brennick. |They talked.",
    "The U.S. President spoke. |He left.",
    "He lives in the U.S. |The rest do not.",
    "It reached the U.N. |In Geneva, nobody knew.",
    "Sen. Marta Keller of St. Olaf voted no. |It failed.",
    "The answer is no. |Nobody asked.",
    "It was No. 5 on the list. |Others followed.",
    "Growth was 3.5 percent. |Prices fell 0.2 percent.",
    "On Jan. 5 it snowed. |Trains stopped.",
    "They met at 3 p.m. Friday. |It rained.",
    "They met at 3 p.m. |Brennick was late.",
    "“Will you go?” he asked. |“No.” |Silence.",
    "“Will you go?” Minister Brennick asked.",
    "“We will go.” |The minister left.",
    '"We will go." |The minister left.',
    "(The talks failed.) |He left.",
    "He paused… and went on. |It ended.",
    "It was over... |Nobody moved.",
    "Shares of Acme Inc. Chairman Bo Lund fell. |He resigned.",
    "Vitamin C. |The rest is noise.",
    "1. Withdraw all troops.",
    "Stop! |Who goes there? |A friend.",
    "‘We know.’ |She sat down.",
    "Keller v. Brennick was heard. |Nobody came.",
    "It holds (see p. 5). |It is so.",
]


@pytest.mark.parametrize("gold", GOLD)
def test_sentences_end_where_a_reader_ends_them(gold: str) -> None:
    """Abbreviations, initials, quotations and ellipses do not mislead."""
    assert cut(gold.replace("|", "")) == [part.strip() for part in gold.split("|")]


def test_a_line_break_ends_a_paragraph() -> None:
    """Headlines and bylines without a stop do not run into the text."""
    assert cut("Talks fail again\nBy Bo Lund\n\nThey failed.") == [
        "Talks fail again",
        "By Bo Lund",
        "They failed.",
    ]


def test_hard_wrapped_lines_are_joined() -> None:
    """A break where the next word would not have fitted is none."""
    text = (
        "The foreign ministers of the four states met on the island on Monday and\n"
        "agreed to open the border to lorries, to ships of every flag and to every\n"
        "citizen with a passport. The opposition called the agreement premature and\n"
        "walked out of the chamber."
    )
    assert len(split(text)) == 2


def test_boilerplate_is_left_out_and_parts_sentences() -> None:
    """Nothing of a sentence lies in boilerplate, and none reaches across it."""
    text = "He left. Share this. She stayed"
    assert cut(text, Span(start=9, end=20)) == ["He left.", "She stayed"]


@given(st.text(alphabet=st.sampled_from(list("aB1 .!?…\"'”“\n\r\u2028\u00a0(é𝒳")), max_size=80), st.data())
def test_sentences_cover_the_text_once(text: str, data: st.DataObject) -> None:
    """Every character that is no white space is in one sentence, or in boilerplate and none."""
    walls = []
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        walls.append(Span(start=start, end=data.draw(st.integers(start + 1, len(text)))))
    sentences = split(text, walls)
    for one, two in pairwise(sentences):
        assert one.end <= two.start
    held = {at for sentence in sentences for at in range(sentence.start, sentence.end)}
    walled = {at for wall in walls for at in range(wall.start, wall.end)}
    assert not held & walled
    assert {at for at, mark in enumerate(text) if not mark.isspace()} - walled <= held
    assert all(sentence.cut(text) == sentence.cut(text).strip() for sentence in sentences)


@pytest.mark.parametrize("piece", ["a", '"', ".", ". ", "A. ", "\n", "I. ", ".”", "? Aa ", "1. "])
def test_hostile_text_costs_linear_time(piece: str) -> None:
    """A hundred thousand characters of one kind take no more than a few seconds."""
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    split(text)
    assert time.process_time() - start < 5
