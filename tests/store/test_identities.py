"""Who is who, as the record keeps it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import Record
from onrecord.resolve import identify
from onrecord.store import NotOnRecordError, Resolution, StoreError, View, Writer
from onrecord.store.migrations import MIGRATIONS, migrate
from tests.resolve.samples import crowd, entity, record

NORWAY = entity("state/NOR", "Norway", "country", "NOR")


def report(name: str, *others: str, version: str = "1.0", country: str | None = "NOR") -> Record:
    """A document on Ana Vélez, two officials, Norway and others."""
    officials = entity("e2", "two officials", "group", kind="nominal")
    return record(
        name,
        entity("e1", "Ana Vélez", country=country),
        officials,
        NORWAY,
        *crowd("Ilse Marrow", *others),
        version=version,
    )


def keep(path: Path, records: Iterable[Record]) -> None:
    """Add records with who is who."""
    with Writer.open(path) as writer:
        for one in records:
            writer.add(one, resolve=identify)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record file with two documents on the same people."""
    path = tmp_path / "kept.duckdb"
    keep(path, [report("first"), report("second")])
    return path


def test_a_document_is_resolved_when_it_is_added(path: Path) -> None:
    """Its entities are those of earlier documents, the vocabulary's, or themselves."""
    with View.open(path) as view:
        assert view.actor_of("first", "e1") == view.actor_of("second", "e1")
        assert view.actor_of("second", "state/NOR") == "state/NOR"
        assert view.actor_of("first", "e2") != view.actor_of("second", "e2")


def test_an_actor_has_its_documents_and_why(path: Path) -> None:
    """The actors come with names, counts, and the reason for each document."""
    with View.open(path) as view:
        found = {actor.name: actor for actor in view.actors()}
    assert set(found) == {"Ana Vélez", "Norway", "Ilse Marrow"}
    ana = found["Ana Vélez"]
    assert (ana.type, ana.country, ana.documents, ana.mentions) == ("person", "NOR", 2, 2)
    first, second = ana.occurrences
    assert (first.document, first.entity, first.reason) == ("first", "e1", "first of this name")
    assert second.beside == first.own
    assert second.score is not None
    assert second.reason.startswith("same full name, same country NOR, 2 shared companions: ")


def test_actors_are_found_by_a_part_of_their_name(path: Path) -> None:
    """Case and accents make no difference; an id finds its actor; what is described comes on demand."""
    with View.open(path) as view:
        assert [actor.name for actor in view.actors("velez")] == ["Ana Vélez"]
        assert [actor.id for actor in view.actors("state/NOR")] == ["state/NOR"]
        assert list(view.actors("officials")) == []
        assert len(list(view.actors("officials", described=True))) == 2
        assert list(view.actors("%")) == []


def test_the_ledger_of_decisions_can_be_read_by_sql(path: Path) -> None:
    """A row for each entity, with when and by which version of the program it was decided."""
    from onrecord import __version__

    with Writer.open(path) as writer:
        rows = writer._connection.execute(
            "SELECT document, reading, entity, version, score > 0.7 FROM current_identity "
            "WHERE name = 'Ana Vélez' ORDER BY reading"
        ).fetchall()
    assert rows == [("first", 1, "e1", __version__, None), ("second", 2, "e1", __version__, True)]


def test_a_newer_reading_is_resolved_anew(path: Path) -> None:
    """What the newer reading says of an entity decides; the older decision stays as a row."""
    with Writer.open(path) as writer:
        writer.add(report("second", version="2.0", country="SWE"), resolve=identify)
        kept = writer._connection.execute(
            "SELECT country FROM identity WHERE document = 'second' AND entity = 'e1' ORDER BY resolution"
        ).fetchall()
    assert kept == [("NOR",), ("SWE",)]
    with View.open(path) as view:
        assert view.actor_of("first", "e1") != view.actor_of("second", "e1")


def test_a_superseded_reading_is_no_evidence(path: Path) -> None:
    """What only an older reading of a document said does not join a later one, remembered or not."""
    for writers in (1, 2):
        place = path.with_name(f"{writers}.duckdb")
        later = report("third", version="1.0", country="NOR")
        readings = [report("only"), report("only", version="2.0", country="SWE"), later]
        for part in [readings] if writers == 1 else [readings[:2], readings[2:]]:
            keep(place, part)
        with View.open(place) as view:
            (third,) = [actor for actor in view.actors("velez") if actor.country == "NOR"]
        assert [one.document for one in third.occurrences] == ["third"]


def test_a_reading_that_stands_again_is_resolved_again(path: Path) -> None:
    """An article changed back is again on whom it was on at first."""
    with Writer.open(path) as writer:
        before = report("second")
        other = record("second", entity("e1", "Kim Ode"), text="other")
        assert writer.add(other, resolve=identify) == "added"
        assert writer.add(before, resolve=identify) == "restored"
    with View.open(path) as view:
        assert view.actor_of("second", "e1") == view.actor_of("first", "e1")


def test_what_was_added_unresolved_is_resolved_later(tmp_path: Path) -> None:
    """Documents without a decision are counted, have no actors, and get them at once when asked."""
    path = tmp_path / "kept.duckdb"
    with Writer.open(path) as writer:
        writer.add(report("first"))
        writer.add(record("empty"))
    with View.open(path) as view:
        assert view.unresolved() == 1
        assert list(view.actors()) == []
        with pytest.raises(NotOnRecordError, match="no entity 'e1'"):
            view.actor_of("first", "e1")
    with Writer.open(path) as writer:
        assert writer.resolve_rest(identify) == 1
        assert writer.resolve_rest(identify) == 0
        writer.add(report("second"), resolve=identify)
    with View.open(path) as view:
        assert view.unresolved() == 0
        assert view.actor_of("first", "e1") == view.actor_of("second", "e1")


def test_a_file_of_the_first_form_is_brought_up_to_date(tmp_path: Path) -> None:
    """A record from before there were actors keeps its documents and can be resolved."""
    import duckdb

    path = tmp_path / "kept.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.store.migrations.MIGRATIONS", MIGRATIONS[:1])
        with duckdb.connect(str(path)) as connection:
            migrate(connection, path=str(path))
    with pytest.raises(StoreError, match="older form"):
        View.open(path)
    keep(path, [report("first"), report("second")])
    with View.open(path) as view:
        assert len(list(view.actors("velez"))) == 1


def test_a_document_whose_resolution_fails_leaves_nothing(path: Path) -> None:
    """The record and who is who in it are kept together or not at all, and the next one is kept."""

    def fail(*_: object) -> Resolution:
        raise RuntimeError("no")

    with Writer.open(path) as writer:
        with pytest.raises(RuntimeError, match="no"):
            writer.add(report("third"), resolve=fail)
        assert writer.add(report("third"), resolve=identify) == "added"
    with View.open(path) as view:
        assert len(view.readings("third")) == 1
        assert len({view.actor_of(name, "e1") for name in ("first", "second", "third")}) == 1


NAMES = ["Ilse Marrow", "Kim Ode", "Lorne Bay", "Vélez"]


@pytest.mark.parametrize("names", [0, 100])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    documents=st.lists(
        st.tuples(
            st.integers(0, 4),
            st.lists(st.sampled_from(NAMES), max_size=4),
            st.sampled_from([None, "NOR", "SWE"]),
        ),
        max_size=7,
    )
)
def test_what_a_writer_remembers_is_what_the_file_holds(
    tmp_path: Path, names: int, documents: list[tuple[int, list[str], str | None]]
) -> None:
    """One writer for all documents decides as one that is opened for each, re-readings included.

    So it does where the record has more names than it remembers.
    """
    records = [
        report(f"d{name}", *others, version=str(number), country=country)
        for number, (name, others, country) in enumerate(documents)
    ]
    found = []
    for number, parts in enumerate(([records], [[one] for one in records])):
        path = tmp_path / f"{number}.duckdb"
        path.unlink(missing_ok=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("onrecord.store.sightings.MOST_NAMES", names)
            for part in parts:
                keep(path, part)
        if records:
            with View.open(path) as view:
                found.append([(actor.id, actor.occurrences) for actor in view.actors(described=True)])
    assert not found or found[0] == found[1]


ADDING = """
import sys
from onrecord.resolve import identify
from onrecord.store import Writer
from tests.store.test_identities import report
with Writer.open(sys.argv[1], wait=30) as writer:
    for number in range(int(sys.argv[3])):
        writer.add(report(f"{sys.argv[2]}{number:05}"), resolve=identify)
        print(number, flush=True)
"""


def start(path: Path, name: str, documents: int) -> subprocess.Popen[str]:
    """Another process that adds documents and prints each one's number."""
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(path), name, str(documents)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.mark.parametrize("pause", [0.0, 0.01])
def test_sudden_death_leaves_every_document_with_its_identities(tmp_path: Path, pause: float) -> None:
    """After SIGKILL all documents on record are resolved, and all alike."""
    path = tmp_path / "kept.duckdb"
    process = start(path, "d", 100_000)
    assert process.stdout is not None
    for _ in range(4):
        process.stdout.readline()
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with Writer.open(path) as writer:
        writer.add(report("after"), resolve=identify)
    with View.open(path) as view:
        assert view.unresolved() == 0
        ids = [listing.id for listing in view.documents()]
        assert len(ids) >= 5
        (ana,) = view.actors("velez")
    assert [one.document for one in ana.occurrences] == ids


def test_two_processes_take_turns_and_join_the_same_people(tmp_path: Path) -> None:
    """Two that add to one file wait for one another, and what one has added the other knows."""
    path = tmp_path / "kept.duckdb"
    processes = [start(path, name, 3) for name in "ab"]
    assert [process.wait(60) for process in processes] == [0, 0]
    for process in processes:
        process.communicate()
    with View.open(path) as view:
        (ana,) = view.actors("velez")
    assert ana.documents == 6


def _judge(path: str) -> None:
    with Writer.open(path, wait=30) as writer:
        writer.judge("different", "first:e1", "second:e1", by="Kim")


def test_a_judgement_of_another_process_is_heeded(path: Path) -> None:
    """A document that is added after a judgement is joined as that one says."""
    process = multiprocessing.get_context("spawn").Process(target=_judge, args=(str(path),))
    process.start()
    process.join(60)
    assert process.exitcode == 0
    keep(path, [report("third")])
    with View.open(path) as view:
        assert view.actor_of("first", "e1") != view.actor_of("second", "e1")
        (judgement,) = view.judgements()
    assert judgement.by == "Kim"
    assert judgement.at.tzinfo is UTC
    assert judgement.at <= datetime.now(UTC)


def test_a_day_is_kept_with_the_decision(tmp_path: Path) -> None:
    """The day of publication is there for later documents to be compared with."""
    path = tmp_path / "kept.duckdb"
    keep(path, [record("d1", entity("e1", "Ana Vélez"), day=date(2025, 3, 7))])
    with Writer.open(path) as writer:
        assert writer._connection.execute("SELECT day FROM identity").fetchall() == [(date(2025, 3, 7),)]
