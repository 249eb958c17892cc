"""Text of unknown origin on a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.words import counted, flat, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb", "a\\u202eb"),
        ("\ud800", "\\ud800"),
        ("“Vélez” 👩‍🚀", "“Vélez” 👩‍🚀"),
    ],
)
def test_what_could_act_on_a_terminal_is_spelt_out(text: str, shown: str) -> None:
    """Escape sequences, C1 controls and turned writing are shown, letters are left."""
    assert printable(text) == shown


@given(text=st.text(st.characters()))
def test_nothing_printable_controls(text: str) -> None:
    """No control character and no half of a surrogate pair is left in any text."""
    assert not {unicodedata.category(sign) for sign in printable(text)} & {"Cc", "Cs", "Zl", "Zp"}


@given(text=st.text())
def test_flat_text_has_no_break(text: str) -> None:
    """A text is put on one line, without double spaces."""
    assert len(flat(text).splitlines()) <= 1
    assert "  " not in flat(text)


def test_a_number_has_its_noun() -> None:
    """One thing is not spoken of as several."""
    assert [counted(number, "claim") for number in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
    assert counted(2, "entry", "entries") == "2 entries"
