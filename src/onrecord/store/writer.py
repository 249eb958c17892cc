"""Adding to the record: the one writer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, Self

from onrecord import wire
from onrecord.record import Document, Reader, Record
from onrecord.store import file
from onrecord.store.errors import StoreError
from onrecord.store.migrations import migrate

Kept = Literal["added", "restored", "unchanged"]

OPENING = 80
"""Code points of the text that are kept as a document's first words."""

_SPANS = '[{"start":"INTEGER","end":"INTEGER"}]'
_REFERENCE = f'{{"entity":"VARCHAR","spans":{_SPANS}}}'
# The parts of a record's JSON that become nested columns, as DuckDB's from_json wants to be told.
_SHAPE = (
    '{"entities":[{"id":"VARCHAR","name":"VARCHAR","type":"VARCHAR","country":"VARCHAR",'
    '"sector":["VARCHAR"],"mentions":[{"start":"INTEGER","end":"INTEGER","kind":"VARCHAR"}]}],'
    '"times":[{"start":"INTEGER","end":"INTEGER","type":"VARCHAR","value":"VARCHAR",'
    '"first":"DATE","last":"DATE"}],'
    f'"claims":[{{"id":"VARCHAR","source":{_REFERENCE},"cue":{_SPANS},"content":{_SPANS},'
    f'"quotation":"VARCHAR","stance":"VARCHAR","chain":[{_REFERENCE}],"parent":"VARCHAR"}}]}}'
)

_ADD = """
INSERT INTO reading
SELECT
    (SELECT coalesce(max(number), 0) + 1 FROM reading),
    $document, $digest, $version, $model, $model_sha256, $vocabulary, $read_at,
    $title, $url, $publisher, $authors, $language, $published, $published_basis,
    $opening, $names, $claims, $times, $record, shaped.entities, shaped.times, shaped.claims
FROM (SELECT from_json($record::JSON, $shape) AS shaped)
RETURNING number
"""

_STAND = """
INSERT INTO standing
SELECT coalesce(max(number), 0) + 1, $document, $reading, $since FROM standing
"""

_KNOWN = """
SELECT number FROM reading
WHERE document = $document AND digest = $digest AND version = $version
    AND model = $model AND model_sha256 = $model_sha256 AND vocabulary = $vocabulary
"""

_STANDS = """
SELECT number, version, model, model_sha256, vocabulary FROM reading
WHERE number = (SELECT arg_max(reading, number) FROM standing WHERE document = $document)
"""


class Writer(file.RecordFile):
    """Adds documents to a record file, of which it is the only writer while it is open.

    A reading is known by the document's id, a digest of what was read (the text and what its
    publisher says of it: a corrected day changes what "Friday" means) and the reader. One that is
    not known is added and stands from then on: a newer reader's, or that of a changed article. A
    known one adds nothing; but if what stands was made by the same reader from another version of
    the document, the known one stands again, since that is what the publisher says now.
    """

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

    def add(self, record: Record, *, read_at: datetime | None = None) -> Kept:
        """Keep the record of a document, whole or not at all; ``read_at`` is now unless given.

        ``"added"`` as a new reading, ``"restored"`` as a known one that stands again, or
        ``"unchanged"``. When it returns, the record is on the disk. Raises ``ValueError`` for a
        record that does not say what made it, ``StoreError`` where it cannot be written.
        """
        key = reading_key(record.document, record.document.reader)
        data = wire.encode(record).decode("utf-8")
        at = file.utc_now() if read_at is None else read_at.astimezone(UTC).replace(tzinfo=None)
        with file.naming(self._path, "written"), file.transaction(self._connection):
            kept, number = self._decide(key)
            if kept == "added":
                number = self._execute(_ADD, _row(record, key, at, data))[0][0]
            if kept != "unchanged":
                stand = {"document": record.document.id, "reading": number, "since": at}
                self._execute(_STAND, stand)
        return kept

    def knows(self, document: Document, reader: Reader) -> bool:
        """Whether adding what ``reader`` reads in the document would change nothing."""
        with file.naming(self._path, "written"):
            return self._decide(reading_key(document, reader))[0] == "unchanged"

    def _decide(self, key: dict[str, str]) -> tuple[Kept, int]:
        """What adding a reading with this key means, and the number of the known reading or 0."""
        known = self._execute(_KNOWN, key)
        if not known:
            return "added", 0
        number = known[0][0]
        stands = self._execute(_STANDS, {"document": key["document"]})
        if not stands:
            raise StoreError(f"{self._path} is damaged: no reading of {key['document']!r} stands")
        made_alike = stands[0][1:] == tuple(key[part] for part in _READER)
        if stands[0][0] != number and made_alike:
            return "restored", number
        return "unchanged", number

    def _execute(self, query: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()


_READER = ("version", "model", "model_sha256", "vocabulary")


def reading_key(document: Document, reader: Reader | None) -> dict[str, str]:
    """What tells this reading from others: the columns of ``reading`` that are unique together."""
    if reader is None:
        raise ValueError(f"the record of {document.id!r} does not say what made it")
    read = wire.encode(Record(document=replace(document, reader=None)))
    return {
        "document": document.id,
        "digest": hashlib.sha256(read).hexdigest(),
        "version": reader.version,
        "model": reader.model.name,
        "model_sha256": reader.model.sha256,
        "vocabulary": reader.vocabulary,
    }


def _row(record: Record, key: dict[str, str], at: datetime, data: str) -> dict[str, object]:
    document = record.document
    published = document.published
    return {
        **key,
        "read_at": at,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "authors": list(document.authors),
        "language": document.language,
        "published": published and published.date,
        "published_basis": published and published.basis,
        "opening": opening(document.text),
        "names": len(record.entities),
        "claims": len(record.claims),
        "times": len(record.times),
        "record": data,
        "shape": _SHAPE,
    }


def opening(text: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text[: 4 * OPENING].split())
    if len(words) <= OPENING:
        return words
    return words[: OPENING + 1].rpartition(" ")[0] or words[:OPENING]
