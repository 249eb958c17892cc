"""Names put right at the edges."""

from __future__ import annotations

import pytest

from onrecord.annotate.mentions.names import Name, rejoined, trimmed
from onrecord.record import Span


@pytest.mark.parametrize(
    ("before", "tagged", "after", "name"),
    [
        ("", "the Red Cross", " said", "Red Cross"),
        ("", "Marrow's", " ship", "Marrow"),
        ("", "Marrow’s", " ship", "Marrow"),
        ("(", "Tass)", "", "Tass"),
        ("", "Institute (Oslo)", "", "Institute (Oslo)"),
        ("", "“Marrow,", "”", "Marrow"),
        ("", "Chang Je-", "won said", "Chang Je-won"),
        ("", "Marrow -", " a ship", "Marrow"),
        ("", "The", " end", "The"),
        ("", "Ilse Marrow of", " Norway", "Ilse Marrow"),
        ("", "Congress of the", " two", "Congress"),
    ],
)
def test_edges(before: str, tagged: str, after: str, name: str) -> None:
    """Marks, articles, possessives and stray brackets go; half a hyphenated name is made whole."""
    text = before + tagged + after
    span = trimmed(text, len(before), len(before) + len(tagged))
    assert span is not None
    assert span.cut(text) == name


def test_marks_alone_are_no_name() -> None:
    """Nothing is left of a tagged dash."""
    assert trimmed("– –", 0, 3) is None


def _name(text: str, surface: str) -> Name:
    start = text.index(surface)
    return Name(span=Span(start=start, end=start + len(surface)), surface=surface, kind="group")


def test_halves_of_a_known_name_are_joined() -> None:
    """ "North" and "Korean" side by side are one nationality; other neighbours stay two names."""
    text = "a North Korean ship, French Kurds"
    names = [_name(text, surface) for surface in ("North", "Korean", "French", "Kurds")]
    assert [name.surface for name in rejoined(names, text)] == ["North Korean", "French", "Kurds"]
