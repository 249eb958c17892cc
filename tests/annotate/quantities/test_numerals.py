"""Numbers as they are written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quantities.numerals import Numeral, numeral

WORDS = (
    "a",
    "one",
    "two",
    "twenty",
    "-",
    "hundred",
    "million",
    "and",
    "half",
    "of",
    "in",
    "12",
    "0",
    "dozens",
)


def read(words: str) -> Numeral | None:
    """The number that the words begin with."""
    forms = re.findall(r"\d+(?:[.,]\d+)+|[^\W_]+|\S", words.lower())
    return numeral(forms, 0, len(forms))


@pytest.mark.parametrize(
    ("words", "low", "high", "approximate"),
    [
        ("12,000 troops", 12_000, 12_000, False),
        ("12 000 troops", 12_000, 12_000, False),
        ("12,34,567 voters", 1_234_567, 1_234_567, False),
        ("2.5 million people", 2_500_000, 2_500_000, False),
        ("4bn", 4e9, 4e9, False),
        ("1.2 m", 1_200_000, 1_200_000, False),
        ("5 crore", 5e7, 5e7, False),
        ("three men", 3, 3, False),
        ("twenty-five men", 25, 25, False),
        ("two hundred and forty thousand men", 240_000, 240_000, False),
        ("twelve hundred men", 1200, 1200, False),
        ("a hundred and twenty men", 120, 120, False),
        ("one million two hundred thousand men", 1_200_000, 1_200_000, False),
        ("forty thousand five hundred and six", 40_506, 40_506, False),
        ("two and a half million men", 2_500_000, 2_500_000, False),
        ("one and a half tonnes", 1.5, 1.5, False),
        ("half a million", 500_000, 500_000, False),
        ("half a dozen men", 6, 6, False),
        ("two dozen men", 24, 24, False),
        ("dozens of men", 24, None, True),
        ("tens of thousands of men", 10_000, None, True),
        ("thousands of men", 1000, None, True),
        ("several men", 3, None, True),
        ("several hundred men", 300, None, True),
        ("a few thousand men", 3000, None, True),
        ("a handful of men", 3, None, True),
        ("a couple of men", 2, 2, True),
        ("a couple of dozen men", 24, 24, True),
        ("one in five men", 0.2, 0.2, False),
        ("nine out of ten men", 0.9, 0.9, False),
    ],
)
def test_a_number_has_its_bounds(words: str, low: float, high: float | None, approximate: bool) -> None:
    """Digits, words, magnitudes and what is vague only upwards."""
    found = read(words)
    assert found is not None
    assert found.low == pytest.approx(low)
    assert found.high == (None if high is None else pytest.approx(high))
    assert found.approximate is approximate


@pytest.mark.parametrize(
    "words",
    ["a man", "half of them", "many men", "few men", "9" * 400, "1.000.000", "tens", "a score", "1990s"],
)
def test_what_is_no_number_is_none(words: str) -> None:
    """Articles, parts, numbers of hundreds of digits and what cannot be read for certain."""
    assert read(words) is None


def test_a_number_ends_where_it_ends() -> None:
    """What is counted is no part of it, nor is a year after it."""
    found = read("40 in 2019")
    assert found is not None
    assert (found.low, found.stop) == (40, 1)


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words_are_read_within_their_bounds(words: list[str]) -> None:
    """Whatever stands there, a number begins where it was asked for and ends within the words."""
    for first in range(len(words)):
        found = numeral(words, first, len(words))
        if found is not None:
            assert found.first == first < found.stop <= len(words)
            assert found.low is not None
            assert found.high is None or found.low <= found.high
