"""The tables that figures and silences are read by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.vocab import load_figure_words, load_hedges, load_silences, load_units

UNITS = "unit,kind,words,symbols"
HEDGES = "words,place,bound,approximate"
FIGURES = "word,role"
SILENCES = "word,part,kind,needs"


def write(path: Path, header: str, *rows: str) -> Path:
    """A table with these rows."""
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("tonnes", "tonne"),
        ("square kilometres", "square kilometre"),
        ("feet", "foot"),
        ("us dollars", "USD"),
        ("won", "KRW"),
        ("kilometres per hour", "kilometre per hour"),
    ],
)
def test_a_unit_is_known_by_its_words(words: str, unit: str) -> None:
    """Names of one or several words, plurals too."""
    assert load_units().words[tuple(words.split())].name == unit


@pytest.mark.parametrize(
    ("sign", "unit"), [("$", "USD"), ("US$", "USD"), ("€", "EUR"), ("Rs", "INR"), ("km", "kilometre")]
)
def test_a_unit_is_known_by_its_sign(sign: str, unit: str) -> None:
    """Signs as they are written."""
    assert load_units().symbols[sign].name == unit


def test_all_currencies_have_codes() -> None:
    """Three capital letters, as ISO 4217 has them."""
    codes = {unit.name for unit in load_units().words.values() if unit.kind == "money"}
    assert all(len(code) == 3 and code.isupper() for code in codes)


@pytest.mark.parametrize(
    ("load", "header", "rows", "reason"),
    [
        (load_units, UNITS, ["DOLLAR,money,dollar,$"], "line 2: unit is 'DOLLAR', not a code of ISO 4217"),
        (load_units, UNITS, ["mile,distance,mile,"], "line 2: kind is 'distance'"),
        (load_units, UNITS, ["USD,money,dollar,$", "AUD,money,dollar,A$"], "line 3: 'dollar' is given twice"),
        (
            load_units,
            UNITS,
            ["USD,money,dollar,$", "AUD,money,aussie,$"],
            "line 3: the sign '\\$' is given twice",
        ),
        (
            load_hedges,
            HEDGES,
            ["about,before,both,yes", "about,before,low,no"],
            "line 3: 'about' is given twice",
        ),
        (load_hedges, HEDGES, ["about,beside,both,yes"], "line 2: place is 'beside'"),
        (load_hedges, HEDGES, ["about,before,most,yes"], "line 2: bound is 'most'"),
        (load_figure_words, FIGURES, ["rise,up"], "line 2: role is 'up'"),
        (
            load_figure_words,
            FIGURES,
            ["rise,change", "rise,change"],
            "line 3: 'rise' is given twice as change",
        ),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(
    tmp_path: Path, load: Callable[[Path], object], header: str, rows: list[str], reason: str
) -> None:
    """With file, line and reason."""
    with pytest.raises(ValueError, match=reason):
        load(write(tmp_path / "table.csv", header, *rows))


@pytest.mark.parametrize(
    ("row", "governor", "reason"),
    [
        ("confirm,verb,unsure,negation", "", "silences.csv, line 2: kind is 'unsure'"),
        ("confirm,cue,not_confirmed,negation", "", "silences.csv, line 2: part is 'cue'"),
        ("confirm,verb,not_confirmed,no", "", "silences.csv, line 2: needs is 'no'"),
        ("", "decline,stops", "governors.csv, line 2: role is 'stops'"),
    ],
)
def test_a_silence_that_makes_no_sense_is_refused(
    tmp_path: Path, row: str, governor: str, reason: str
) -> None:
    """With file, line and reason."""
    write(tmp_path / "silences.csv", SILENCES, *filter(None, [row]))
    write(tmp_path / "governors.csv", FIGURES, *filter(None, [governor]))
    with pytest.raises(ValueError, match=reason):
        load_silences(tmp_path)


def test_words_of_silence_are_known_by_their_forms() -> None:
    """Inflected, and with what governs them."""
    silences = load_silences()
    assert {entry.kind for entry in silences.beginning("denies")} == {"not_denied"}
    assert silences.does("gave", "gives")
    assert silences.does("declining", "withholds")
    assert not silences.does("gave", "withholds")
