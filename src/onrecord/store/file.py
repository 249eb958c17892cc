"""Opening the record file: alone, with patience, and without trusting what is in it."""

from __future__ import annotations

import errno
import os
import re
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from onrecord.store.errors import StoreBusyError, StoreError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# A file from elsewhere may hold views and macros that read other files or load extensions: with
# these settings nothing that it holds can reach beyond the file, nor change them.
CONFINED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}

WRITING: dict[str, str | bool | int | float | list[str]] = {"threads": 1}
"""A writer adds a row here and a row there, which its other threads only wake up for: with one it took
a quarter less of the processor, which the model is waiting for."""

POLL = 0.1
"""Seconds between two attempts at a file that is held by another process."""

_LEFT_TO_OPENING = {errno.EEXIST, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}

_HOLDER = re.compile(r"held in (?P<program>[^\n]{1,500}) \(PID (?P<pid>\d{1,10})\)")
_LOCKED = re.compile(r"could not set lock on file|used by another process", re.IGNORECASE)


class RecordFile:
    """A record file that is open, until it is closed: what looking at it and adding to it share."""

    def __init__(self, connection: DuckDBPyConnection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def _open(
        cls,
        path: Path,
        check: Callable[[DuckDBPyConnection], None],
        *,
        read_only: bool,
        wait: float,
        on_wait: Callable[[str], None] | None,
    ) -> Self:
        """Open the file, and close it again where ``check`` refuses what is in it."""
        opened = cls(connect(path, read_only=read_only, wait=wait, on_wait=on_wait), path)
        try:
            with naming(path, "read" if read_only else "written"):
                check(opened._connection)
        except BaseException:
            opened.close()
            raise
        return opened

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def connect(
    path: Path,
    *,
    read_only: bool,
    wait: float,
    on_wait: Callable[[str], None] | None,
) -> DuckDBPyConnection:
    """A connection to the file, after up to ``wait`` seconds while another process holds it.

    ``on_wait`` is told once who that is. Raises ``StoreBusyError`` when the time is over and
    ``StoreError`` when the file cannot be opened at all.
    """
    import duckdb

    deadline = time.monotonic() + wait
    told = False
    while True:
        try:
            return _connect(path, read_only=read_only)
        except duckdb.IOException as error:
            if not _LOCKED.search(str(error)):
                raise StoreError(f"{path} cannot be opened: {reason(error)}") from error
            who = holder(str(error))
            left = deadline - time.monotonic()
            if left <= 0:
                raise StoreBusyError(f"{path} is in use by {who}") from error
            if on_wait is not None and not told:
                on_wait(f"{path} is in use by {who}; waiting for up to {wait:g} s")
                told = True
            time.sleep(min(POLL, left))
        except duckdb.PermissionException as error:
            # DuckDB would load an extension for it: it is a database of another program.
            raise StoreError(f"{path} is not a DuckDB file") from error
        except duckdb.Error as error:
            raise StoreError(f"{path} cannot be opened: {reason(error)}") from error


def create(path: Path, fill: Callable[[DuckDBPyConnection], None]) -> None:
    """Make the file with what ``fill`` puts in it, so that it is there complete or not at all.

    Does nothing where another process was quicker. Raises ``StoreError`` where it cannot be made.
    """
    import duckdb

    log = path.with_name(path.name + ".wal")
    if log.exists() and not path.exists():
        raise StoreError(f"{log} is what is left of a record that is gone; move it away first")
    if not path.parent.is_dir():
        raise StoreError(f"{path} cannot be made: there is no folder {path.parent}")
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}.new")
    try:
        with _connect(draft, read_only=False) as connection:
            fill(connection)
        os.link(draft, path)
    except duckdb.Error as error:
        raise StoreError(f"{path} cannot be made: {reason(error)}") from error
    except OSError as error:
        # Another process was quicker, or the file system has no hard links: then the file is made
        # in place when it is opened for writing.
        if error.errno not in _LEFT_TO_OPENING:
            raise StoreError(f"{path} cannot be made: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)


def _connect(path: Path, *, read_only: bool) -> DuckDBPyConnection:
    import duckdb

    # An absolute path is never taken for ":memory:" or for the address of a service.
    config = CONFINED if read_only else CONFINED | WRITING
    return duckdb.connect(str(path.absolute()), read_only=read_only, config=config)


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """All of what is done inside, or nothing of it."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def naming(path: Path, done: str) -> Iterator[None]:
    """Turn what DuckDB raises into a ``StoreError`` of one line: the file cannot be ``done``."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise StoreError(f"{path} cannot be {done}: {reason(error)}") from error
    except RuntimeError as error:
        # So DuckDB reports Ctrl-C while it is at work.
        if str(error) != "Query interrupted":
            raise
        raise KeyboardInterrupt from error


def holder(message: str) -> str:
    """Who holds the file, from DuckDB's refusal: "process 4594 (python3.11)"."""
    found = _HOLDER.search(message)
    if found is None:
        return "another process"
    return f"process {found['pid']} ({Path(found['program']).name})"


def reason(error: Exception) -> str:
    """The first line of what DuckDB says, without the name of its class of error."""
    lines = str(error).splitlines() or [type(error).__name__]
    kind, separator, rest = lines[0].partition(" Error: ")
    return rest if separator and " " not in kind else lines[0]


def utc_now() -> datetime:
    """The present in UTC, without a zone, as the file keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)
