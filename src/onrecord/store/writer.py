"""Adding to the record: the one writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from onrecord.record import Document, Reader, Record
from onrecord.store import file, identities, judgements, readings
from onrecord.store.errors import StoreError
from onrecord.store.identities import Resolve
from onrecord.store.ids import find_side
from onrecord.store.judgements import Judgement, JudgementKind
from onrecord.store.migrations import migrate
from onrecord.store.readings import ReadingKey, reading_key
from onrecord.store.sightings import Sightings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Kept = Literal["added", "restored", "unchanged"]

_STAND = "INSERT INTO standing VALUES ($number, $document, $reading, $since)"

_STANDS = "SELECT arg_max(reading, number) FROM standing WHERE document = $document"

# By the numbers of its readings, which lie in order, rather than by the document's id.
_LAST_RESOLUTION = """
SELECT max(resolution) FROM identity
WHERE reading IN (SELECT number FROM reading WHERE document = $document)
"""

_UNRESOLVED = """
SELECT number FROM current_reading
WHERE names > 0 AND number NOT IN (SELECT reading FROM identity) ORDER BY number
"""

_JUDGE = """
INSERT INTO judgement VALUES (
    $number, $kind, $a, $a_document, $a_entity, $b, $b_document, $b_entity, $author, $made_at, $note
)
"""

MOST_ABSENT = 1000
"""Documents that are remembered as not on record yet; a pipeline asks only a few ahead."""


class Writer(file.RecordFile):
    """Adds documents to a record file, of which it is the only writer while it is open.

    A reading is known by the document's id, a digest of what was read (the text and what its
    publisher says of it: a corrected day changes what "Friday" means) and the reader. One that is
    not known is added and stands from then on: a newer reader's, or that of a changed article. A
    known one adds nothing; but if what stands was made by the same reader from another version of
    the document, the known one stands again, since that is what the publisher says now.
    """

    def __init__(self, connection: DuckDBPyConnection, path: Path) -> None:
        super().__init__(connection, path)
        # What need not be asked of the file again, since nobody else writes to it.
        self._numbers: dict[str, int] = {}
        self._absent: set[str] = set()
        self._judged: Mapping[str, str] | None = None
        self._sightings = Sightings(connection)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        wait: float = 10.0,
        on_wait: Callable[[str], None] | None = None,
    ) -> Self:
        """Open the file, or make it; ``wait`` is how many seconds to let another process finish.

        ``on_wait`` is told once, in a line, who holds the file. Raises ``StoreBusyError`` when they
        still do at the end, ``StoreError`` for a file that is not a record or of a newer program.
        """
        place, fill = Path(path), partial(migrate, path=str(path))
        if not place.exists():
            file.create(place, fill)
        return cls._open(place, fill, read_only=False, wait=wait, on_wait=on_wait)

    def add(self, record: Record, *, resolve: Resolve | None = None, read_at: datetime | None = None) -> Kept:
        """Keep the record of a document, whole or not at all; ``read_at`` is now unless given.

        ``resolve`` decides who its entities are, which is kept with it. ``"added"`` as a new
        reading, ``"restored"`` as a known one that stands again, or ``"unchanged"``. When it
        returns, the record is on the disk. Raises ``ValueError`` for a record that does not say
        what made it, ``StoreError`` where it cannot be written.
        """
        document = record.document
        key = reading_key(document, document.reader)
        at = _utc(read_at)
        with self._writing():
            kept, number = self._decide(document.id, key)
            if kept == "unchanged":
                return kept
            new = number == 0 and document.id in self._absent
            if kept == "added":
                number = self._next("reading")
                readings.insert(self._connection, record, key, number=number, read_at=at)
                self._absent.discard(document.id)
            stand = {
                "number": self._next("standing"),
                "document": document.id,
                "reading": number,
                "since": at,
            }
            self._execute(_STAND, stand)
            if resolve is not None:
                self._resolve(record, resolve, reading=number, at=at, new=new)
        return kept

    def resolve_rest(self, resolve: Resolve) -> int:
        """Decide who is who in those documents that were added without it; gives their number."""
        with file.naming(self._path, "written"):
            numbers = [number for (number,) in self._execute(_UNRESOLVED, {})]
        for number in numbers:
            with self._writing():
                ((data,),) = self._execute(
                    "SELECT record::VARCHAR FROM reading WHERE number = $number", {"number": number}
                )
                self._resolve(readings.decode(data), resolve, reading=number, at=file.utc_now(), new=False)
        return len(numbers)

    def judge(self, kind: JudgementKind, a: str, b: str, *, by: str, note: str | None = None) -> Judgement:
        """Keep that somebody judged two to be the same, or different.

        Each is an actor's id or ``DOCUMENT:ENTITY``. Raises ``StoreError`` where one of them is not
        on record, or both are one and the same.
        """
        at = file.utc_now()
        with self._writing():
            one, other = (find_side(self._connection, self._path, words) for words in (a, b))
            if one.id == other.id:
                raise StoreError(f"{a} and {b} are one thing: there is nothing to judge")
            number = self._next("judgement")
            self._execute(
                _JUDGE,
                {
                    "number": number,
                    "kind": kind,
                    "a": one.id,
                    "a_document": one.document,
                    "a_entity": one.entity,
                    "b": other.id,
                    "b_document": other.document,
                    "b_entity": other.entity,
                    "author": by,
                    "made_at": at,
                    "note": note,
                },
            )
            self._judged = None
        return Judgement(
            number=number, kind=kind, a=one, b=other, by=by, at=at.replace(tzinfo=UTC), note=note
        )

    def knows(self, document: Document, reader: Reader) -> bool:
        """Whether adding what ``reader`` reads in the document would change nothing."""
        with file.naming(self._path, "written"):
            return self._decide(document.id, reading_key(document, reader))[0] == "unchanged"

    def _decide(self, document: str, key: ReadingKey) -> tuple[Kept, int]:
        """What adding a reading with this key means, and the number of the known reading or 0."""
        if document in self._absent:
            return "added", 0
        known = readings.known_readings(self._connection, document)
        if not known:
            if len(self._absent) >= MOST_ABSENT:
                self._absent.clear()
            self._absent.add(document)
        if key not in known:
            return "added", 0
        ((stands,),) = self._execute(_STANDS, {"document": document})
        standing = next((other for other, number in known.items() if number == stands), None)
        if standing is None:
            raise StoreError(f"{self._path} is damaged: no reading of {document!r} stands")
        if standing != key and standing.reader == key.reader:
            return "restored", known[key]
        return "unchanged", known[key]

    def _resolve(self, record: Record, resolve: Resolve, *, reading: int, at: datetime, new: bool) -> None:
        """Decide and keep who the entities of a reading are; ``new``: it is its document's first."""
        document = record.document.id
        resolution = resolve(record, partial(self._sightings.look_up, document, self._judged_now))
        supersedes = None
        if not new:
            ((supersedes,),) = self._execute(_LAST_RESOLUTION, {"document": document})
        number = self._next("identity", "resolution")
        identities.insert(
            self._connection,
            resolution,
            number=number,
            document=document,
            reading=reading,
            supersedes=supersedes,
            made_at=at,
        )
        self._sightings.add(resolution, number=number, document=document, supersedes=supersedes)
        if self._judged and (supersedes or any(one.beside in self._judged for one in resolution.identities)):
            # The new entities may be of actors that people judged.
            self._judged = None

    def _judged_now(self) -> Mapping[str, str]:
        if self._judged is None:
            self._judged = judgements.judged(self._connection)
        return self._judged

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All of what is done inside, or nothing of it, and what was remembered goes with it."""
        try:
            with file.naming(self._path, "written"), file.transaction(self._connection):
                yield
        except BaseException:
            self._numbers.clear()
            self._absent.clear()
            self._judged = None
            self._sightings = Sightings(self._connection)
            raise

    def _next(self, table: str, column: str = "number") -> int:
        """The next number of a table whose rows are counted in this column."""
        if table not in self._numbers:
            ((last,),) = self._execute(f"SELECT coalesce(max({column}), 0) FROM {table}", {})  # noqa: S608
            self._numbers[table] = last
        self._numbers[table] += 1
        return self._numbers[table]

    def _execute(self, query: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()


def _utc(at: datetime | None) -> datetime:
    """A time as the file keeps it; now, where there is none."""
    return file.utc_now() if at is None else at.astimezone(UTC).replace(tzinfo=None)
