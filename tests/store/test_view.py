"""Looking at the record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Record
from onrecord.store import AmbiguousIdError, NotOnRecordError, StoreError, View, Writer
from onrecord.store.ids import SHORT, short_ids
from tests.store.samples import document, record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record file with three documents, one of them read twice."""
    path = tmp_path / "kept.duckdb"
    with Writer.open(path) as writer:
        writer.add(record("talks-2025-03-07"))
        writer.add(record("talks-2025-03-08"))
        writer.add(Record(document=document("talks", title="Talks", published=date(2025, 3, 7))))
        writer.add(record("talks-2025-03-07", version="2.0"))
    return path


def test_documents_are_listed_once_in_the_order_they_came(path: Path) -> None:
    """A document read twice is one line, at the place of its first reading."""
    with View.open(path) as view:
        assert [listing.id for listing in view.documents()] == [
            "talks-2025-03-07",
            "talks-2025-03-08",
            "talks",
        ]


def test_a_listing_counts_what_was_read(path: Path) -> None:
    """A line of the list has the numbers of names, claims and times."""
    with View.open(path) as view:
        first = next(iter(view.documents()))
    assert (first.names, first.claims, first.times) == (1, 1, 1)


def test_a_document_without_a_title_is_listed_by_its_first_words(path: Path) -> None:
    """The title stands in the list, or the opening of the text where there is none."""
    with View.open(path) as view:
        titles = [listing.title for listing in view.documents()]
    assert titles[0].startswith("Minister Ana Vélez")
    assert titles[2] == "Talks"


def test_a_unique_beginning_of_an_id_is_enough(path: Path) -> None:
    """A document is found by a beginning that no other id has."""
    with View.open(path) as view:
        assert view.record("talks-2025-03-08").document.id == "talks-2025-03-08"
        assert view.find("talks-2025-03-08"[:-1] + "8") == "talks-2025-03-08"


def test_a_whole_id_wins_over_a_beginning(path: Path) -> None:
    """An id that others begin with names its own document."""
    with View.open(path) as view:
        assert view.record("talks").document.title == "Talks"


def test_an_ambiguous_beginning_names_the_candidates(path: Path) -> None:
    """Where several ids begin so, the error lists them."""
    with View.open(path) as view, pytest.raises(AmbiguousIdError, match="talks-2025-03-07, talks"):
        view.record("talks-")


def test_an_unknown_id_is_said_to_be_unknown(path: Path) -> None:
    """Where no id begins so, the error names what was asked for."""
    with View.open(path) as view, pytest.raises(NotOnRecordError, match="begins 'xyz'"):
        view.readings("xyz")


def test_a_percent_sign_is_no_wildcard(path: Path) -> None:
    """What is asked for is taken as it is written."""
    with View.open(path) as view, pytest.raises(NotOnRecordError):
        view.record("t%")


def test_a_number_that_no_reading_has_is_said_so(path: Path) -> None:
    """Asking for a reading that is not there is an error of its own."""
    with View.open(path) as view, pytest.raises(NotOnRecordError, match="no reading 99"):
        view.reading(99)


def test_a_view_cannot_write(path: Path) -> None:
    """The connection of a view refuses changes."""
    import duckdb

    with View.open(path) as view, pytest.raises(duckdb.InvalidInputException, match="read-only"):
        view._connection.execute("DELETE FROM reading")


def test_a_damaged_record_is_named(path: Path) -> None:
    """A stored record that is not one gives an error that names the document."""
    with Writer.open(path) as writer:
        writer._connection.execute("UPDATE reading SET record = '{}' WHERE document = 'talks'")
    with View.open(path) as view, pytest.raises(StoreError, match="damaged at 'talks'"):
        view.record("talks")


@given(ids=st.lists(st.text(min_size=1), unique=True, max_size=20))
def test_short_ids_tell_every_document_apart(ids: list[str]) -> None:
    """A short id begins only its own id, or is the whole of it."""
    for name, short in short_ids(ids).items():
        assert name.startswith(short)
        assert short == name or [other for other in ids if other.startswith(short)] == [name]


def test_short_ids_are_not_too_short() -> None:
    """An id that differs at once is still shown recognisably."""
    assert short_ids(["a" * 64, "b" * 64]) == {"a" * 64: "a" * SHORT, "b" * 64: "b" * SHORT}
