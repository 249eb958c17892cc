"""Adding to the record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import Document, Record
from onrecord.store import StoreError, View, Writer
from onrecord.store.readings import OPENING, opening
from tests.store.samples import TEXT, document, reader, record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record file can be made."""
    return tmp_path / "kept.duckdb"


def test_an_added_document_comes_back_as_it_was(path: Path) -> None:
    """What the view returns equals what the writer was given."""
    with Writer.open(path) as writer:
        assert writer.add(record()) == "added"
    with View.open(path) as view:
        assert view.record("d1") == record()


def test_the_same_reading_again_changes_nothing(path: Path) -> None:
    """A document that the same reader has read is known, and adding it leaves one reading."""
    with Writer.open(path) as writer:
        writer.add(record())
        assert writer.knows(document(), reader())
        assert writer.add(record()) == "unchanged"
    with View.open(path) as view:
        assert len(view.readings("d1")) == 1


def test_a_newer_reader_supersedes_and_the_older_reading_stays(path: Path) -> None:
    """The newer reading stands, and the older one can still be had."""
    with Writer.open(path) as writer:
        writer.add(record(version="1.0"))
        assert not writer.knows(document(), reader("2.0"))
        assert writer.add(record(version="2.0")) == "added"
    with View.open(path) as view:
        older, newer = view.readings("d1")
        assert (older.stands, newer.stands) == (False, True)
        assert view.record("d1") == record(version="2.0")
        assert view.reading(older.number) == record(version="1.0")


def test_an_older_reader_does_not_take_the_place_of_a_newer(path: Path) -> None:
    """Reading again with a reader whose reading was superseded changes nothing."""
    with Writer.open(path) as writer:
        writer.add(record(version="1.0"))
        writer.add(record(version="2.0"))
        assert writer.add(record(version="1.0")) == "unchanged"
    with View.open(path) as view:
        assert view.record("d1") == record(version="2.0")


def test_a_changed_article_is_a_new_reading(path: Path) -> None:
    """The same id with another text stands, and the text it had before is kept."""
    with Writer.open(path) as writer:
        writer.add(record())
        assert writer.add(record(text=TEXT + " Corrected.")) == "added"
    with View.open(path) as view:
        assert view.record("d1").document.text.endswith("Corrected.")
        assert [one.stands for one in view.readings("d1")] == [False, True]


def test_a_corrected_day_is_a_new_reading(path: Path) -> None:
    """The day of publication is part of what is read, since days of the text hang on it."""
    first, second = (Record(document=document(published=date(2025, 3, day))) for day in (7, 8))
    with Writer.open(path) as writer:
        writer.add(first)
        assert writer.add(second) == "added"


def test_an_article_changed_back_stands_again_without_a_new_reading(path: Path) -> None:
    """The reading of the text as it was first is taken up again, not made twice."""
    with Writer.open(path) as writer:
        writer.add(record())
        writer.add(record(text="Another text."))
        assert not writer.knows(document(), reader())
        assert writer.add(record()) == "restored"
    with View.open(path) as view:
        assert view.record("d1") == record()
        assert [one.stands for one in view.readings("d1")] == [True, False]


def test_the_time_of_reading_is_kept_in_utc(path: Path) -> None:
    """A time given in another zone comes back as the same instant in UTC."""
    at = datetime(2025, 3, 7, 1, 30, tzinfo=timezone(timedelta(hours=3)))
    with Writer.open(path) as writer:
        writer.add(record(), read_at=at)
    with View.open(path) as view:
        kept = view.readings("d1")[0].read_at
    assert (kept, kept.tzinfo) == (at, UTC)


def test_a_record_without_its_reader_is_refused(path: Path) -> None:
    """Nothing is kept of which one could not say what made it."""
    with Writer.open(path) as writer, pytest.raises(ValueError, match="what made it"):
        writer.add(Record(document=Document(id="d1", text="x")))


def test_a_document_that_fails_leaves_nothing(path: Path) -> None:
    """When the second half of an addition fails, the first half is undone."""
    with Writer.open(path) as writer:
        writer._connection.execute("DROP TABLE standing")
        with pytest.raises(StoreError, match=r"kept\.duckdb cannot be written"):
            writer.add(record())
        found = writer._connection.execute("SELECT count(*) FROM reading").fetchone()
    assert found == (0,)


def test_sql_reaches_claims_without_reading_json(path: Path) -> None:
    """The views give a claim's words by SQL, counted in code points past an emoji."""
    with Writer.open(path) as writer:
        writer.add(record(version="1.0"))
        writer.add(record(version="2.0"))
        rows = writer._connection.execute(
            """
            SELECT name, substring(
                record ->> '$.document.text', content[1]."start" + 1,
                content[1]."end" - content[1]."start"
            )
            FROM claim JOIN current_reading ON current_reading.number = claim.reading
            JOIN entity ON entity.reading = claim.reading AND entity.id = claim.source.entity
            """
        ).fetchall()
    assert rows == [("Ana Vélez", record().claims[0].content[0].cut(TEXT))]


def test_sql_reaches_mentions_and_times(path: Path) -> None:
    """Mentions and times are rows of their own with their positions and days."""
    with Writer.open(path) as writer:
        writer.add(record())
        mentions = writer._connection.execute("FROM mention").fetchall()
        times = writer._connection.execute("FROM time").fetchall()
    assert mentions == [(1, "e1", 9, 18, "name")]
    assert times == [(1, 31, 37, "DATE", "2025-03-07", date(2025, 3, 7), None)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1), text=st.text(), title=st.none() | st.text())
def test_any_text_comes_back_to_the_last_character(
    path: Path, name: str, text: str, title: str | None
) -> None:
    """Ids, titles and texts of any Unicode, zero characters included, survive the store."""
    kept = Record(document=document(name, text, title=title))
    with Writer.open(path) as writer:
        writer.add(kept)
    with View.open(path) as view:
        assert view.record(name) == kept


@given(text=st.text(max_size=500))
def test_an_opening_is_short_and_on_one_line(text: str) -> None:
    """The first words are at most as long as agreed and hold no break."""
    first = opening(text)
    assert len(first) <= OPENING
    assert len(first.splitlines()) <= 1
