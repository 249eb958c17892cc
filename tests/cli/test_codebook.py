"""The codebook of events as it is printed."""

from __future__ import annotations

import pytest

from onrecord.cli.codebook import chapter, codebook, overview
from onrecord.vocab.plover import load_ontology


def test_the_overview_has_every_category_and_context() -> None:
    """A line each, under its quad."""
    shown = [str(line) for line in overview(load_ontology())]
    names = [line.split()[0] for line in shown if line.startswith("  ")]
    assert names == [*load_ontology().categories, *load_ontology().contexts]
    assert "4 MATERIAL CONFLICT" in shown


def test_a_chapter_has_modes_examples_and_near_misses() -> None:
    """What belongs to the category, and what only looks like it, each with the reason."""
    ontology = load_ontology()
    shown = "\n".join(map(str, chapter(ontology.categories["MOBILIZE"], ontology)))
    assert shown.startswith("MOBILIZE  material conflict (4) · score -5.5\n")
    assert "\n  police " in shown
    examples, misses = shown.split("\nEXAMPLES\n")[1].split("\n\nNEAR MISSES\n")
    assert "    MOBILIZE troops. Forces moved, not used." in examples
    assert "    COOPERATE. Exercises held together are cooperation" in misses


def test_a_category_without_modes_has_no_list_of_them() -> None:
    """AID has none."""
    ontology = load_ontology()
    assert "MODES" not in [str(line) for line in chapter(ontology.categories["AID"], ontology)]


def test_a_category_is_found_in_small_letters(capsys: pytest.CaptureFixture[str]) -> None:
    """As one would type it."""
    assert codebook("aid") == 0
    assert capsys.readouterr().out.startswith("AID ")


def test_a_category_that_there_is_not_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are, and the status says so."""
    assert codebook("talk") == 1
    assert "there is no category 'talk'; there are AGREE, CONSULT" in capsys.readouterr().err
