"""Only English is read."""

from __future__ import annotations

from onrecord.intake.language import find_other_language, name_language
from tests.intake.samples import ARTICLE, FRENCH


def test_english() -> None:
    """An English report is in no other language."""
    assert find_other_language(ARTICLE) is None


def test_french() -> None:
    """A French report is named as such."""
    assert find_other_language(FRENCH) == "fr"
    assert name_language("fr") == "French (fr)"


def test_letters_of_another_script() -> None:
    """Without blanks between words, a text in another script is judged by its letters."""
    chinese = "总统星期一表示，尽管受到反对派的批评，部队仍将留在该地区直至年底。" * 2
    assert find_other_language(chinese) == "zh"


def test_short_texts_are_not_judged() -> None:
    """A few words are too little to go by."""
    assert find_other_language("Entente cordiale à Genève") is None


def test_mostly_english() -> None:
    """An English report that quotes French at length is read."""
    assert find_other_language(ARTICLE * 3 + FRENCH) is None
