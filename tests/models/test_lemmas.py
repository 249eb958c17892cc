"""Lemmas as rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.models.lemmas import lemma, rule


@pytest.mark.parametrize(
    ("form", "base", "made_by"),
    [
        ("cities", "city", "3:y"),
        ("said", "say", "2:y"),
        ("talks", "talk", "1:"),
        ("Talks", "talk", "1:"),
        ("Marrow", "Marrow", "0:"),
        ("Russians", "Russian", "1:"),
        ("went", "go", "4:go"),
        ("WAS", "be", "3:be"),
    ],
)
def test_a_rule_takes_letters_off_and_puts_others_there(form: str, base: str, made_by: str) -> None:
    """The shortest change of a word's end; capitals make no difference unless the lemma has one."""
    assert rule(form, base) == made_by


@settings(deadline=None)
@given(form=st.text(min_size=1, max_size=12), base=st.text(min_size=1, max_size=12))
def test_a_rule_makes_the_lemma_that_it_was_read_off(form: str, base: str) -> None:
    """For any form and lemma, colons and other scripts included."""
    assert lemma(form, rule(form, base), keep_case=base[:1].isupper()) == base


@settings(deadline=None)
@given(form=st.text(max_size=6), off=st.integers(0, 20))
def test_a_rule_for_longer_words_leaves_its_ending(form: str, off: int) -> None:
    """A word with fewer letters than are to go is no error."""
    assert lemma(form, f"{off}:y", keep_case=True).endswith("y")


def test_case_is_kept_where_it_is_a_names() -> None:
    """One rule serves a name and a common noun."""
    assert lemma("Marrows", "1:", keep_case=True) == "Marrow"
    assert lemma("Marrows", "1:", keep_case=False) == "marrow"
