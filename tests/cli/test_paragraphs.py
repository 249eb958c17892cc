"""The paragraphs of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.paragraphs import Paragraphs

LINES = st.lists(st.text(" ab\r", max_size=4), max_size=8).map("\n".join)


def cuts(text: str) -> list[str]:
    """The paragraphs' words."""
    return [span.cut(text) for span in Paragraphs(text)]


def test_blank_lines_divide_paragraphs() -> None:
    """Lines that follow each other belong together where blank lines divide the text."""
    assert cuts("One\ntwo.\n \nThree.\n") == ["One\ntwo.", "Three."]


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    """Without blank lines every line counts."""
    assert cuts("\nOne.\nTwo.\nThree.\n\n") == ["One.", "Two.", "Three."]


def test_windows_line_ends_divide_too() -> None:
    """A blank line may end in a carriage return."""
    assert len(cuts("One\r\n\r\nTwo\r\n")) == 2


def test_a_position_is_in_its_paragraph() -> None:
    """Positions inside, between and before paragraphs have the number of the last that began."""
    paragraphs = Paragraphs("  One.\n\nTwo.")
    assert [paragraphs.number(position) for position in (0, 3, 6, 8, 99)] == [1, 1, 1, 2, 2]


@given(text=LINES)
def test_paragraphs_hold_all_words(text: str) -> None:
    """Whatever the line ends, no word is outside a paragraph or in two."""
    assert " ".join(cuts(text)).split() == text.split()


@given(text=LINES)
def test_every_paragraph_has_its_own_number(text: str) -> None:
    """The start of the n-th paragraph has the number n."""
    paragraphs = Paragraphs(text)
    assert [paragraphs.number(span.start) for span in paragraphs] == list(range(1, len(cuts(text)) + 1))
