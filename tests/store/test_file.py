"""Opening the record file: bad files, other processes, sudden death."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.store import StoreBusyError, StoreError, View, Writer
from onrecord.store.file import holder, naming, reason
from onrecord.store.migrations import MIGRATIONS
from tests.store.samples import record

ADDING = """
import sys
from onrecord.store import Writer
from tests.store.samples import record
with Writer.open(sys.argv[1]) as writer:
    for number in range(int(sys.argv[2])):
        writer.add(record(f"d{number:05}"))
        print(number, flush=True)
    sys.stdin.read()
"""


def start(path: Path, documents: int) -> subprocess.Popen[str]:
    """Another process that adds documents, prints each one's number and then keeps the file."""
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(path), str(documents)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


def finish(process: subprocess.Popen[str]) -> None:
    """Kill the process without warning and wait for its end."""
    process.send_signal(signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("pause", [0.0, 0.003, 0.01, 0.03])
def test_sudden_death_loses_at_most_the_document_in_hand(tmp_path: Path, pause: float) -> None:
    """After SIGKILL every document that was said to be kept is there, and the file goes on."""
    path = tmp_path / "kept.duckdb"
    process = start(path, 100_000)
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(5)]
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    said += process.communicate()[0].splitlines()
    with View.open(path) as view:
        ids = [listing.id for listing in view.documents()]
        assert [view.record(name).claims for name in ids] == [record().claims] * len(ids)
    assert len(said) <= len(ids) <= len(said) + 1
    with Writer.open(path) as writer:
        assert writer.add(record("after")) == "added"


def test_a_second_writer_waits_and_says_for_whom(tmp_path: Path) -> None:
    """While another process holds the file it is named once; when it ends, the wait is over."""
    path = tmp_path / "kept.duckdb"
    process = start(path, 1)
    assert process.stdout is not None
    process.stdout.readline()
    told: list[str] = []

    def let_go(line: str) -> None:
        told.append(line)
        finish(process)

    with Writer.open(path, wait=30, on_wait=let_go) as writer:
        assert writer.add(record("second")) == "added"
    assert len(told) == 1
    assert f"process {process.pid}" in told[0]


def test_patience_ends_with_who_holds_the_file(tmp_path: Path) -> None:
    """When the time is over, writer and view alike name the process that holds the file."""
    path = tmp_path / "kept.duckdb"
    process = start(path, 1)
    assert process.stdout is not None
    process.stdout.readline()
    try:
        with pytest.raises(StoreBusyError, match=f"in use by process {process.pid} "):
            Writer.open(path, wait=0.2)
        with pytest.raises(StoreBusyError, match=f"in use by process {process.pid} "):
            View.open(path, wait=0)
    finally:
        finish(process)


def test_a_holder_that_is_not_named_is_another_process() -> None:
    """Without a process number in DuckDB's message the holder is still spoken of."""
    assert holder("Could not set lock on file") == "another process"
    assert holder("lock is held in /usr/bin/my tool (PID 12). See") == "process 12 (my tool)"


def test_a_reason_is_one_line_without_the_class_of_error() -> None:
    """DuckDB's message is cut to what a reader needs."""
    assert reason(Exception("IO Error: Cannot open\nmore")) == "Cannot open"
    assert reason(Exception("Corrupt file: bad")) == "Corrupt file: bad"
    assert reason(ValueError()) == "ValueError"


def foreign(path: Path, kind: str) -> None:
    """Make a file that is not a record."""
    if kind == "sqlite":
        database = sqlite3.connect(path)
        database.execute("CREATE TABLE reading (number INTEGER)")
        database.close()
    elif kind == "duckdb":
        import duckdb

        with duckdb.connect(str(path)) as connection:
            connection.execute("CREATE TABLE reading (number INTEGER)")
    elif kind == "newer":
        with Writer.open(path) as writer:
            writer._connection.execute(
                "INSERT INTO onrecord_migration VALUES (999, 'later', now()::TIMESTAMP, '9')"
            )
    elif kind == "cut":
        Writer.open(path).close()
        path.write_bytes(path.read_bytes()[:6000])
    else:
        path.write_bytes({"empty": b"", "text": b"No database.\n" * 999}[kind])


@pytest.mark.parametrize("opener", [Writer.open, View.open])
@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("empty", "not a valid DuckDB"),
        ("text", "not a valid DuckDB"),
        ("cut", "cannot be opened"),
        ("sqlite", "is not a DuckDB file"),
        ("duckdb", "is a DuckDB file, but not a record"),
        ("newer", "written by a newer onrecord .*number 999"),
    ],
)
def test_a_file_that_is_no_record_is_refused_and_left_alone(
    tmp_path: Path, opener: Callable[[Path], Writer | View], kind: str, says: str
) -> None:
    """Each foreign file gives one line that names it, and keeps every byte."""
    path = tmp_path / "kept.duckdb"
    foreign(path, kind)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=says) as caught:
        opener(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["kept.duckdb"]


def test_a_view_of_nothing_makes_no_file(tmp_path: Path) -> None:
    """Looking for a record that is not there says so and creates none."""
    with pytest.raises(StoreError, match="there is no record at"):
        View.open(tmp_path / "none.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A record is not made in a folder that is not there."""
    with pytest.raises(StoreError, match="there is no folder"):
        Writer.open(tmp_path / "none" / "kept.duckdb")


def test_the_log_of_a_lost_record_is_not_thrown_away(tmp_path: Path) -> None:
    """A write-ahead log without its file stops the making of a new record beside it."""
    (tmp_path / "kept.duckdb.wal").write_bytes(b"x")
    with pytest.raises(StoreError, match="move it away first"):
        Writer.open(tmp_path / "kept.duckdb")


def test_without_hard_links_the_file_is_made_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a file system without hard links a record can be made all the same."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with Writer.open(tmp_path / "kept.duckdb") as writer:
        writer.add(record())
    with View.open(tmp_path / "kept.duckdb") as view:
        assert view.record("d1") == record()
    assert [found.name for found in tmp_path.iterdir()] == ["kept.duckdb"]


def test_a_file_cannot_reach_beyond_itself(tmp_path: Path) -> None:
    """A view planted in a record that reads another file is refused when it is used."""
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nhidden\n")
    path = tmp_path / "kept.duckdb"
    Writer.open(path).close()
    import duckdb

    with duckdb.connect(str(path)) as connection:
        connection.execute("DROP VIEW current_reading; DROP TABLE standing")
        connection.execute(
            f"CREATE VIEW standing AS SELECT 1 AS number, word AS document, 1 AS reading, "
            f"now() AS since FROM read_csv('{secret}')"
        )
    with View.open(path) as view, pytest.raises(StoreError, match="disabled by configuration"):
        list(view.documents())


def test_the_ledger_says_which_program_made_the_file(tmp_path: Path) -> None:
    """Every step the file has been through is a row, made once however often it is opened."""
    from onrecord import __version__

    for _ in range(2):
        with Writer.open(tmp_path / "kept.duckdb") as writer:
            rows = writer._connection.execute("SELECT number, version FROM onrecord_migration").fetchall()
    assert rows == [(migration.number, __version__) for migration in MIGRATIONS]


def test_an_interrupt_while_duckdb_works_is_an_interrupt(tmp_path: Path) -> None:
    """DuckDB reports Ctrl-C as a ``RuntimeError``; it ends as it does anywhere else."""
    with pytest.raises(KeyboardInterrupt), naming(tmp_path / "kept.duckdb", "read"):
        raise RuntimeError("Query interrupted")
    with pytest.raises(RuntimeError, match="other"), naming(tmp_path / "kept.duckdb", "read"):
        raise RuntimeError("other")
