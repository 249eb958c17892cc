"""Names across documents."""

from __future__ import annotations

import pytest

from onrecord.record import EntityType
from onrecord.resolve.names import initials_fit, is_full, name_key


@pytest.mark.parametrize(
    ("name", "type_", "key"),
    [
        ("Ana Vélez", "person", "ana velez"),
        ("Ilse B. Marrow", "person", "ilse marrow"),
        ("Mr. Ilse Marrow", "person", "ilse marrow"),
        ("Kim Jong-un", "person", "kim jong un"),
        ("Marrow", "person", "marrow"),
        ("The Harbour Union’s", "organization", "harbour union"),
        ("Lorne Shipping Ltd.", "organization", "lorne shipping"),
        ("Ltd", "organization", "ltd"),
        ("Mr", "person", "mr"),
    ],
)
def test_a_key_is_what_forms_of_a_name_share(name: str, type_: EntityType, key: str) -> None:
    """Case, accents, dashes, articles, initials, forms of address and of companies make no difference."""
    assert name_key(name, type_) == key


@pytest.mark.parametrize(
    ("key", "type_", "full"),
    [
        ("ana velez", "person", True),
        ("marrow", "person", False),
        ("j marrow", "person", False),
        ("lorne shipping", "organization", True),
        ("supreme court", "organization", False),
        ("interior ministry", "organization", False),
        ("first army", "organization", False),
        ("lorne", "place", False),
    ],
)
def test_a_full_name_is_one_that_hardly_two_have(key: str, type_: EntityType, full: bool) -> None:
    """A single word, an initial with a surname, or what every state has, tells little by itself."""
    assert is_full(key, type_) is full


def test_different_initials_are_different_people() -> None:
    """An initial may be missing, but not be another one."""
    assert initials_fit("George W. Bell", "George Bell")
    assert initials_fit("George H. W. Bell", "George H. Bell")
    assert not initials_fit("George W. Bell", "George H. Bell")
