"""Looking at the record: the view, which changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from onrecord.record import Basis, Model, Published, Reader, Record
from onrecord.store import actors, file, judgements, readings
from onrecord.store.actors import Actor
from onrecord.store.errors import NotOnRecordError, StoreError
from onrecord.store.ids import find, short_ids
from onrecord.store.judgements import Judgement
from onrecord.store.migrations import pending

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A document of the record, as a line of a list: its reading that stands."""

    id: str
    short: str
    title: str
    publisher: str | None
    published: date | None
    names: int
    claims: int
    times: int
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of a document: when, by what, of which state of it, and whether it stands.

    ``digest`` is the SHA-256 of what was read: two readings with the same one read the same.
    """

    number: int
    digest: str
    reader: Reader
    read_at: datetime
    published: Published | None
    names: int
    claims: int
    times: int
    stands: bool


class View(file.RecordFile):
    """What a record file holds, read only. It shows the file as it was when it was opened."""

    def __init__(self, connection: DuckDBPyConnection, path: Path) -> None:
        super().__init__(connection, path)
        self._judged: Mapping[str, str] | None = None

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        wait: float = 10.0,
        on_wait: Callable[[str], None] | None = None,
    ) -> Self:
        """Open the file to look at it; ``wait`` and ``on_wait`` as in ``Writer.open``.

        Raises ``StoreError`` for a file that is not there, not a record or of another form.
        """
        place = Path(path)
        if not place.exists():
            raise StoreError(f"there is no record at {path} (`onrecord read` makes one)")

        def check(connection: DuckDBPyConnection) -> None:
            if pending(connection, path=str(path)):
                raise StoreError(f"{path} has an older form (`onrecord read` brings it up to date)")

        return cls._open(place, check, read_only=True, wait=wait, on_wait=on_wait)

    def documents(self) -> Iterator[Listing]:
        """Every document of the record, in the order in which they first came in."""
        with file.naming(self._path, "read"):
            shorts = short_ids(self._ids())
            rows = self._connection.cursor().execute(_DOCUMENTS)
            while found := rows.fetchmany(1000):
                for row in found:
                    yield _listing(row, shorts[row[0]])

    def record(self, name: str) -> Record:
        """The record that stands for the document whose id is ``name`` or alone begins so.

        Raises ``NotOnRecordError`` or ``AmbiguousIdError``, each naming what there is instead.
        """
        return self._record(_CURRENT, self.find(name))

    def readings(self, name: str) -> tuple[Reading, ...]:
        """Every reading of a document, the oldest first; ``name`` as for ``record``."""
        with file.naming(self._path, "read"):
            rows = self._connection.execute(_READINGS, {"document": self.find(name)}).fetchall()
        return tuple(_reading(row) for row in rows)

    def reading(self, number: int) -> Record:
        """The record of one reading, whether or not it still stands."""
        return self._record("SELECT record::VARCHAR FROM reading WHERE number = $key", number)

    def find(self, name: str) -> str:
        """The id that is ``name``, or the only one that begins with it."""
        with file.naming(self._path, "read"):
            return find(self._connection, self._path, name)

    def short_ids(self) -> dict[str, str]:
        """For each document's id its shortest beginning that tells it from the others."""
        with file.naming(self._path, "read"):
            return short_ids(self._ids())

    def actor_of(self, name: str, entity: str) -> str:
        """The id of the actor that an entity of a document is; ``name`` as for ``record``.

        Raises ``NotOnRecordError`` where the document has no such entity, or it was never resolved.
        """
        document = self.find(name)
        with file.naming(self._path, "read"):
            row = self._connection.execute(_IDENTITY, {"document": document, "entity": entity}).fetchone()
            if row is None:
                raise NotOnRecordError(f"document {document} of {self._path} has no entity {entity!r}")
            own, actor = row
            return self._judged_now().get(own, actor)

    def actors(self, name: str | None = None, *, described: bool = False) -> Iterator[Actor]:
        """The actors of the record with their documents; those in most documents first.

        ``name``: only those one of whose names holds these words, or with this id. ``described``:
        also those that are described and never named.
        """
        with file.naming(self._path, "read"):
            yield from actors.actors(
                self._connection,
                self._judged_now(),
                self.judgements(),
                name=name,
                described=described,
            )

    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged of who is who, the oldest first."""
        with file.naming(self._path, "read"):
            return judgements.all_judgements(self._connection)

    def unresolved(self) -> int:
        """How many documents were added without deciding who their entities are."""
        with file.naming(self._path, "read"):
            row = self._connection.execute(_UNRESOLVED).fetchone()
        return int(row[0]) if row else 0

    def _judged_now(self) -> Mapping[str, str]:
        if self._judged is None:
            self._judged = judgements.judged(self._connection)
        return self._judged

    def _ids(self) -> list[str]:
        rows = self._connection.execute("SELECT DISTINCT document FROM standing").fetchall()
        return [document for (document,) in rows]

    def _record(self, query: str, key: str | int) -> Record:
        with file.naming(self._path, "read"):
            row = self._connection.execute(query, {"key": key}).fetchone()
        if row is None:
            raise NotOnRecordError(f"{self._path} holds no reading {key!r}")
        try:
            return readings.decode(row[0])
        except ValueError as error:
            raise StoreError(f"{self._path} is damaged at {key!r}: {error}") from error


_LAST = "SELECT arg_max(reading, number) AS number FROM standing"

_DOCUMENTS = f"""
WITH last AS ({_LAST} GROUP BY document), first AS (
    SELECT document, min(number) AS number FROM standing GROUP BY document
)
SELECT
    reading.document, coalesce(title, opening), publisher, published,
    names, claims_made, times_named, read_at
FROM reading JOIN last USING (number) JOIN first ON first.document = reading.document
ORDER BY first.number
"""  # noqa: S608 (put together from constants)

_CURRENT = f"""
SELECT record::VARCHAR FROM reading WHERE number = ({_LAST} WHERE document = $key)
"""  # noqa: S608 (put together from constants)

_READINGS = f"""
SELECT
    number, digest, version, model, model_sha256, vocabulary, read_at,
    published, published_basis, names, claims_made, times_named,
    number = ({_LAST} WHERE document = $document)
FROM reading WHERE document = $document ORDER BY number
"""  # noqa: S608 (put together from constants)

_IDENTITY = """
SELECT own, actor FROM current_identity WHERE document = $document AND entity = $entity
"""

_UNRESOLVED = """
SELECT count(*) FROM current_reading WHERE names > 0 AND number NOT IN (SELECT reading FROM identity)
"""


def _listing(row: tuple[Any, ...], short: str) -> Listing:
    return Listing(
        id=row[0],
        short=short,
        title=row[1],
        publisher=row[2],
        published=row[3],
        names=row[4],
        claims=row[5],
        times=row[6],
        read_at=row[7].replace(tzinfo=UTC),
    )


def _reading(row: tuple[Any, ...]) -> Reading:
    basis: Basis | None = row[8]
    return Reading(
        number=row[0],
        digest=row[1],
        reader=Reader(version=row[2], model=Model(name=row[3], sha256=row[4]), vocabulary=row[5]),
        read_at=row[6].replace(tzinfo=UTC),
        published=None if basis is None else Published(date=row[7], basis=basis),
        names=row[9],
        claims=row[10],
        times=row[11],
        stands=row[12],
    )
