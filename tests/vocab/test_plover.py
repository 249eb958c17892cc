"""PLOVER as data: categories, modes, contexts, cases, and CAMEO's codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.vocab.plover import Code, load_cameo, load_ontology
from onrecord.vocab.tables import data_folder

TABLES = ("plover_categories.csv", "plover_modes.csv", "plover_contexts.csv", "plover_cases.csv")


def test_the_whole_codebook_is_there() -> None:
    """Sixteen categories, sixty-seven modes, thirty-seven contexts; quads as its chapters give them."""
    ontology = load_ontology()
    quads = [category.quad_code for category in ontology.categories.values()]
    assert [quads.count(number) for number in (1, 2, 3, 4)] == [4, 3, 4, 5]
    assert sum(len(category.modes) for category in ontology.categories.values()) == 67
    assert len(ontology.contexts) == 37


def test_conflict_scores_below_cooperation() -> None:
    """No category of cooperation scores below 0, and no conflict above but a request for help."""
    ontology = load_ontology()
    for category in ontology.categories.values():
        scores = [category.score, *(mode.score for mode in category.modes.values())]
        assert all(score > 0 for score in scores) if category.quad_code < 3 else max(scores) <= 0.5
    assert ontology.score("ASSAULT", "unconventional") == -10
    assert ontology.score("CONSULT", None) == 2.5


def test_every_category_has_examples() -> None:
    """At least two cases are coded as each, and some are no event."""
    cases = load_ontology().cases
    coded = [case.code.category for case in cases if case.code]
    assert all(coded.count(name) >= 2 for name in load_ontology().categories)
    assert sum(case.code is None for case in cases) >= 8


@pytest.mark.parametrize(
    ("cameo", "code"),
    [
        ("0841", Code(category="RETREAT", mode="release", contexts=("legal",))),
        ("174", Code(category="COERCE", mode="deport", contexts=("legal",))),
        ("1744", Code(category="COERCE", mode="deport", contexts=("legal",))),
        ("1712", Code(category="ASSAULT", mode="destroy", contexts=("human_security",))),
        ("010", None),
        ("999", None),
    ],
)
def test_cameo_becomes_plover(cameo: str, code: Code | None) -> None:
    """A code that the table lacks is that of the code above it; statements and appeals are none."""
    assert load_cameo().to_plover(cameo) == code


@pytest.mark.parametrize(
    ("code", "cameo"),
    [
        (Code(category="CONSULT", mode="visit"), "042"),
        (Code(category="PROTEST", mode="strike"), "143"),
        (Code(category="PROTEST", mode="demo", contexts=("rights_freedoms", "gender")), "1413"),
        (Code(category="AGREE"), "030"),
        (Code(category="COERCE", mode="cyber", contexts=("cyber",)), "170"),
        (Code(category="ASSAULT", mode="targeted"), "185"),
    ],
)
def test_plover_becomes_cameo(code: Code, cameo: str) -> None:
    """The code that says most and nothing that is not told, else the root of the category."""
    assert load_cameo().to_cameo(code) == cameo


def test_every_plover_code_has_a_cameo_code() -> None:
    """Of every category and mode."""
    for category in load_ontology().categories.values():
        for mode in (None, *category.modes):
            assert load_cameo().to_cameo(Code(category=category.name, mode=mode)) is not None


@pytest.mark.parametrize(
    ("file", "row", "reason"),
    [
        ("plover_categories.csv", "AGREE,verbal cooperation,1,no,Again.", "'AGREE' is given twice"),
        ("plover_categories.csv", "TALK,verbal,1,no,Words.", "quad is 'verbal'"),
        ("plover_categories.csv", "TALK,verbal conflict,11,no,Words.", "score is '11'"),
        ("plover_categories.csv", "TALK,verbal conflict,nan,no,Words.", "score is 'nan'"),
        ("plover_modes.csv", "TALK,loud,1,Loudly.", "there is no category 'TALK'"),
        ("plover_modes.csv", "CONSULT,visit,1,Again.", "'visit' is given twice"),
        ("plover_contexts.csv", "military,Again.", "'military' is given twice"),
        ("plover_cases.csv", ",CONSULT dance,met,They met.,Why.", "CONSULT has no mode 'dance'"),
        ("plover_cases.csv", "TALK,CONSULT,met,They met.,Why.", "there is no category 'TALK'"),
        ("plover_cases.csv", ",CONSULT,meet,They met.,Why.", "'meet' does not stand in the text"),
    ],
)
def test_a_table_at_fault_is_named(tmp_path: Path, file: str, row: str, reason: str) -> None:
    """File, line and reason."""
    for name in TABLES:
        with (data_folder() / name).open("rb") as source:
            (tmp_path / name).write_bytes(source.read())
    with (tmp_path / file).open("a", encoding="utf-8") as table:
        table.write(row + "\n")
    with pytest.raises(ValueError, match="line") as caught:
        load_ontology(tmp_path)
    assert file in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("04,CONSULT,,", "'04' is no code"),
        ("041,CONSULT,dance,", "CONSULT has no mode 'dance'"),
        ("041,CONSULT,,weather", "there is no context 'weather'"),
        ("040,CONSULT,,", "040 is given twice"),
    ],
)
def test_a_code_at_fault_is_named(tmp_path: Path, row: str, reason: str) -> None:
    """The line and what is wrong with it."""
    path = tmp_path / "cameo.csv"
    path.write_text(f"cameo,category,modes,contexts\n040,CONSULT,,\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 3") as caught:
        load_cameo(path)
    assert reason in str(caught.value)
