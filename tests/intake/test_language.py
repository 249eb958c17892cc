"""Only English is read."""

from __future__ import annotations

import random

import pytest

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


@pytest.mark.parametrize("form", ["{:.0f}", "{:.1f}%"])
def test_a_table_of_figures(form: str) -> None:
    """Figures are in no language, and so in none that is refused."""
    chance = random.Random(1)
    rows = [[form.format(chance.random() * 100_000) for _ in range(6)] for _ in range(60)]
    table = "\n".join("\t".join(row) for row in rows)
    assert find_other_language(table) is None
    assert find_other_language(f"{table}\n{FRENCH}") == "fr"
