"""A reading as a row of the file, and what tells it from others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord import wire
from onrecord.record import Document, Reader, Record

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OPENING = 80
"""Code points of the text that are kept as a document's first words."""

_SPANS = '[{"start":"INTEGER","end":"INTEGER"}]'
_REFERENCE = f'{{"entity":"VARCHAR","spans":{_SPANS},"anonymous":"BOOLEAN"}}'
# The parts of a record's JSON that become nested columns, as DuckDB's from_json wants to be told.
_SHAPE = (
    '{"entities":[{"id":"VARCHAR","name":"VARCHAR","type":"VARCHAR","country":"VARCHAR",'
    '"sector":["VARCHAR"],"mentions":[{"start":"INTEGER","end":"INTEGER","kind":"VARCHAR"}]}],'
    '"times":[{"start":"INTEGER","end":"INTEGER","type":"VARCHAR","value":"VARCHAR",'
    '"first":"DATE","last":"DATE"}],'
    f'"claims":[{{"id":"VARCHAR","source":{_REFERENCE},"cue":{_SPANS},"content":{_SPANS},'
    f'"quotation":"VARCHAR","stance":"VARCHAR","commitment":"VARCHAR","distanced":"BOOLEAN",'
    f'"chain":[{_REFERENCE}],"parent":"VARCHAR"}}],'
    '"quantities":[{"id":"VARCHAR","start":"INTEGER","end":"INTEGER","low":"DOUBLE","high":"DOUBLE",'
    f'"approximate":"BOOLEAN","what":"VARCHAR","unit":"VARCHAR","source":{_REFERENCE},'
    '"as_of":{"first":"DATE","last":"DATE"},"claim":"VARCHAR"}],'
    f'"silences":[{{"id":"VARCHAR","who":{_REFERENCE},"kind":"VARCHAR","about":{_SPANS},'
    '"span":{"start":"INTEGER","end":"INTEGER"},"claim":"VARCHAR"}],'
    '"events":[{"id":"VARCHAR","type":"VARCHAR","mode":"VARCHAR","contexts":["VARCHAR"],'
    '"trigger":{"start":"INTEGER","end":"INTEGER"},"actor":["VARCHAR"],"recipient":["VARCHAR"],'
    '"time":{"first":"DATE","last":"DATE"},"place":"VARCHAR","factuality":"VARCHAR",'
    f'"claims":["VARCHAR"],"score":"DOUBLE","mentions":{_SPANS}}}]}}'
)

_INSERT = """
INSERT INTO reading
SELECT
    $number, $document, $digest, $version, $model, $model_sha256, $vocabulary, $read_at,
    $title, $url, $publisher, $authors, $language, $published, $published_basis,
    $opening, $names, $claims, $times, $record, shaped.entities, shaped.times, shaped.claims,
    shaped.quantities, shaped.silences, shaped.events
FROM (SELECT from_json($record, $shape) AS shaped)
"""

_KNOWN = """
SELECT digest, version, model, model_sha256, vocabulary, number FROM reading
WHERE document = $document
"""


class ReadingKey(NamedTuple):
    """What tells one reading of a document from another: what was read, and what read it."""

    digest: str
    version: str
    model: str
    model_sha256: str
    vocabulary: str

    @property
    def reader(self) -> tuple[str, ...]:
        """What read it."""
        return self[1:]


def reading_key(document: Document, reader: Reader | None) -> ReadingKey:
    """The key of what ``reader`` reads in the document; ``ValueError`` where there is no reader."""
    if reader is None:
        raise ValueError(f"the record of {document.id!r} does not say what made it")
    read = wire.encode(Record(document=replace(document, reader=None)))
    return ReadingKey(
        digest=hashlib.sha256(read).hexdigest(),
        version=reader.version,
        model=reader.model.name,
        model_sha256=reader.model.sha256,
        vocabulary=reader.vocabulary,
    )


def known_readings(connection: DuckDBPyConnection, document: str) -> dict[ReadingKey, int]:
    """The numbers of all readings of a document."""
    rows: Sequence[Any] = connection.execute(_KNOWN, {"document": document}).fetchall()
    return {ReadingKey(*row[:5]): row[5] for row in rows}


def insert(
    connection: DuckDBPyConnection, record: Record, key: ReadingKey, *, number: int, read_at: datetime
) -> None:
    """Keep the record as the reading with this number."""
    document = record.document
    published = document.published
    connection.execute(
        _INSERT,
        {
            "number": number,
            "document": document.id,
            **key._asdict(),
            "read_at": read_at,
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
            "record": wire.encode(record).decode("utf-8"),
            "shape": _SHAPE,
        },
    )


def decode(data: str) -> Record:
    """The record that a row holds. ``ValueError`` says what is wrong with it.

    Readings from before the stance of claims was read say that it is null, which is here as if they
    did not speak of it. In JSON these characters are nothing but that field: in a string of the text
    its quotation marks would have backslashes before them.
    """
    return wire.decode(data.replace(',"stance":null', "").encode("utf-8"))


def opening(text: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text[: 4 * OPENING].split())
    if len(words) <= OPENING:
        return words
    return words[: OPENING + 1].rpartition(" ")[0] or words[:OPENING]
