"""Files of earlier forms."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord import wire
from onrecord.record import Record
from onrecord.resolve import identify
from onrecord.store import StoreError, View, Writer
from onrecord.store.migrations import MIGRATIONS, migrate
from onrecord.store.readings import reading_key
from tests.store.samples import TEXT, counted, eventful, record, reported

WORDS = 'A key written as ,"stance":null, is a text like any other.'

FORMER = """
INSERT INTO reading (
    number, document, digest, version, model, model_sha256, vocabulary, read_at, title, url, publisher,
    authors, language, published, published_basis, opening, names, claims_made, times_named, record,
    entities, times, claims
)
SELECT
    $number, $document, $digest, $version, $model, $model_sha256, $vocabulary,
    TIMESTAMP '2025-03-08 12:00:00', NULL, NULL, NULL, [], 'en', NULL, NULL, 'Minister', 1, 1, 1, $record,
    shaped.entities, shaped.times, shaped.claims
FROM (SELECT from_json($record, $shape) AS shaped)
"""


def former_json(kept: Record) -> str:
    """The JSON of a record as it was written when nobody looked for the stance of claims."""
    found = json.loads(wire.encode(kept))
    for claim in found["claims"]:
        claim["stance"] = None
        del claim["commitment"], claim["distanced"]
        for reference in filter(None, (claim["source"], *claim["chain"])):
            del reference["anonymous"]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def former_shape() -> str:
    """What a reading's columns were before their claims said how they are put."""
    spans = [{"start": "INTEGER", "end": "INTEGER"}]
    reference = {"entity": "VARCHAR", "spans": spans}
    entity = {"id": "VARCHAR", "name": "VARCHAR", "type": "VARCHAR", "country": "VARCHAR"}
    time = {"start": "INTEGER", "end": "INTEGER", "type": "VARCHAR", "value": "VARCHAR"}
    claim = {"id": "VARCHAR", "source": reference, "cue": spans, "content": spans, "quotation": "VARCHAR"}
    mentions = [{"start": "INTEGER", "end": "INTEGER", "kind": "VARCHAR"}]
    return json.dumps(
        {
            "entities": [{**entity, "sector": ["VARCHAR"], "mentions": mentions}],
            "times": [{**time, "first": "DATE", "last": "DATE"}],
            "claims": [{**claim, "stance": "VARCHAR", "chain": [reference], "parent": "VARCHAR"}],
        }
    )


def former_file(path: Path, *records: Record, steps: int = 2) -> None:
    """A record file as the program made it that knew only the first steps."""
    import duckdb

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.store.migrations.MIGRATIONS", MIGRATIONS[:steps])
        with duckdb.connect(str(path)) as connection:
            migrate(connection, path=str(path))
            for number, kept in enumerate(records, start=1):
                name = kept.document.id
                key = reading_key(kept.document, kept.document.reader)._asdict()
                values = {"number": number, "document": name, "record": former_json(kept), **key}
                connection.execute(FORMER, {**values, "shape": former_shape()})
                connection.execute(
                    "INSERT INTO standing VALUES (?, ?, ?, now()::TIMESTAMP)", [number, name, number]
                )


def rows(path: Path) -> list[tuple[Any, ...]]:
    """The readings of a file, without the column that changes its form."""
    import duckdb

    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute("SELECT * EXCLUDE (claims) FROM reading ORDER BY number").fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file from before the stance of claims was read, with two documents."""
    path = tmp_path / "kept.duckdb"
    former_file(path, record("first"), record("second", TEXT + WORDS))
    return path


@pytest.mark.parametrize("steps", range(1, len(MIGRATIONS)))
def test_a_view_asks_to_bring_an_older_file_up_to_date(tmp_path: Path, steps: int) -> None:
    """A view changes nothing, so it sends whoever has a file of an earlier form to the writer."""
    former_file(tmp_path / "kept.duckdb", record(), steps=steps)
    with pytest.raises(StoreError, match="older form"):
        View.open(tmp_path / "kept.duckdb")


@pytest.mark.parametrize("steps", range(1, len(MIGRATIONS)))
def test_an_older_file_has_all_its_documents_after_the_steps_it_lacked(tmp_path: Path, steps: int) -> None:
    """From every earlier form, what was kept is read as it was."""
    path = tmp_path / "kept.duckdb"
    former_file(path, record("first"), record("second", TEXT + WORDS), steps=steps)
    Writer.open(path).close()
    with View.open(path) as view:
        assert view.record("first") == record("first")
        assert view.record("second") == record("second", TEXT + WORDS)


def test_the_steps_leave_every_kept_row_as_it_was(path: Path) -> None:
    """Readings are not rewritten: their JSON is to the last byte what it was."""
    before = rows(path)
    Writer.open(path).close()
    after = rows(path)
    assert [row[: len(before[0])] for row in after] == before
    assert {row[len(before[0]) :] for row in after} == {(None, None, None)}  # nobody looked for figures then


def test_what_nobody_looked_for_is_null_in_the_columns(path: Path) -> None:
    """An older claim keeps its words in SQL and says nothing of how it is put."""
    query = 'SELECT cue[1]."start", source.anonymous, stance, commitment, distanced FROM claim LIMIT 1'
    with Writer.open(path) as writer:
        assert writer._connection.execute(query).fetchall() == [(23, None, None, None, None)]


def test_an_older_file_takes_what_is_read_now(path: Path) -> None:
    """A newer reading with all it says is kept beside the older one, and a known one is still known."""
    now = reported("first", version="2.0")
    with Writer.open(path) as writer:
        assert writer.add(record("second", TEXT + WORDS)) == "unchanged"
        assert writer.add(now) == "added"
        stances = writer._connection.execute("SELECT stance FROM claim ORDER BY reading, id").fetchall()
    assert stances == [(None,), (None,), ("denies",), ("asserts",)]
    with View.open(path) as view:
        assert view.record("first") == now
        assert view.reading(1) == record("first")


def test_who_is_who_is_decided_for_an_older_file(path: Path) -> None:
    """Readings from before are resolved from their records."""
    with Writer.open(path) as writer:
        assert writer.resolve_rest(identify) == 2
    with View.open(path) as view:
        assert view.unresolved() == 0
        assert {actor.name for actor in view.actors("velez")} == {"Ana Vélez"}


def test_a_text_that_looks_like_an_old_field_is_left_alone(tmp_path: Path) -> None:
    """The characters of a null field are taken out of the JSON of claims, never of a text."""
    kept = replace(record(), document=replace(record().document, text=TEXT + WORDS, title=WORDS))
    with Writer.open(tmp_path / "kept.duckdb") as writer:
        writer.add(kept)
    with View.open(tmp_path / "kept.duckdb") as view:
        assert view.record("d1") == kept


def test_figures_and_silences_are_columns(tmp_path: Path) -> None:
    """SQL finds how many of what who says, and who did not confirm it."""
    with Writer.open(tmp_path / "kept.duckdb") as writer:
        writer.add(counted())
        figures = writer._connection.execute(
            "SELECT low, high, approximate, what, unit, source.entity, as_of.last, claim FROM quantity"
        ).fetchall()
        silences = writer._connection.execute(
            'SELECT who.entity, kind, about[1]."start", span."end", claim FROM silence'
        ).fetchall()
    assert figures == [(2.0, None, True, "ships", None, "e1", date(2025, 3, 7), "c1")]
    assert silences == [("e1", "not_confirmed", 43, 63, None)]
    with View.open(tmp_path / "kept.duckdb") as view:
        assert view.record("d1") == counted()


def test_how_a_claim_is_put_is_a_column(tmp_path: Path) -> None:
    """SQL finds what an unnamed source denies, held at arm's length, and through whom it came."""
    with Writer.open(tmp_path / "kept.duckdb") as writer:
        writer.add(reported())
        found = writer._connection.execute(
            "SELECT id, stance, commitment, chain[1].entity, chain[2].anonymous FROM claim"
            " WHERE distanced AND source.anonymous"
        ).fetchall()
    assert found == [("c1", "denies", "weak", "e1", True)]


def test_events_and_their_parties_are_rows(tmp_path: Path) -> None:
    """SQL finds what is planned for when, and who takes part in it."""
    with Writer.open(tmp_path / "kept.duckdb") as writer:
        writer.add(eventful())
        events = writer._connection.execute(
            'SELECT id, type, mode, contexts, trigger."start", time.first, time.last, place, factuality, '
            "claims, score, len(mentions) FROM event"
        ).fetchall()
        parties = writer._connection.execute("SELECT event, role, entity FROM party ORDER BY ALL").fetchall()
    assert events == [
        (
            *("v1", "CONSULT", "visit", ["diplomatic", "military"], 44, date(2025, 3, 7), None),
            *("e2", "planned", ["c1"], 0.75, 2),
        )
    ]
    assert parties == [("v1", "actor", "e1"), ("v1", "recipient", "e1"), ("v1", "recipient", "e2")]
    with View.open(tmp_path / "kept.duckdb") as view:
        assert view.record("d1") == eventful()
