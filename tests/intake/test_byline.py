"""Who wrote an article."""

from __future__ import annotations

import pytest

from onrecord.intake.byline import find_byline, find_names, is_byline
from tests.intake.samples import ARTICLE


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Duarte", ("Ana Duarte",)),
        ("By Ana Duarte and Ali bin Hassan", ("Ana Duarte", "Ali bin Hassan")),
        ("BY ANA DUARTE", ("Ana Duarte",)),
        (
            "By Ana Duarte, Marek Halloran and Jo O’Neill",
            ("Ana Duarte", "Marek Halloran", "Jo O’Neill"),
        ),
        ("By Ana Duarte in Geneva", ("Ana Duarte",)),
        ("By Ana Duarte | March 21, 2025", ("Ana Duarte",)),
        ("By Ana Duarte, Diplomatic Correspondent", ("Ana Duarte",)),
        ("Author: Ana Duarte", ("Ana Duarte",)),
        ("Follow Ana Duarte on Facebook and X.", ("Ana Duarte",)),
        ("Ana Duarte is a staff writer at the Harbour Gazette.", ("Ana Duarte",)),
        ("(Reporting by Ana Duarte in Geneva; editing by Jo Li)", ("Ana Duarte",)),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    """Each way of saying who wrote gives the names."""
    assert find_byline(f"{ARTICLE}\n\n{line}") == names
    assert is_byline(line, tail=True)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday Moscow had left the talks",
        "By Northern Wire Staff",
        "By the river, two tanks burned.",
        "By Friday, Petra Lund had left.",
        "Follow the Gazette on X",
        "Follow us on Facebook",
        "Petra Lund is the foreign minister of Norland.",
    ],
)
def test_no_bylines(line: str) -> None:
    """Sentences, staffs and outlets are no authors."""
    assert find_byline(f"{line}\n\n{ARTICLE}") == ()


def test_by_counts_before_notices() -> None:
    """Where a line says "By", a name in a notice is not taken for another author."""
    text = f"By Ana Duarte\n\n{ARTICLE}\n\nFollow Jo Li on Facebook."
    assert find_byline(text) == ("Ana Duarte",)


def test_a_field_for_authors() -> None:
    """A field gives its names; an address or an outlet in it gives none."""
    assert find_names("By Ana Duarte and Jo Li") == ("Ana Duarte", "Jo Li")
    assert find_names("https://gazette.example/ana") == ()
    assert find_names("Harbour News") == ()
