"""The record of one document as JSON, and back: the edge where what comes in is validated.

The form is the record format (``onrecord/1``): one JSON object, its field names and their order
those of the types in ``onrecord.record``. Fields this version does not know are passed over, as the
format allows fields to be added.
"""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.record import Record

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def encode(record: Record) -> bytes:
    """The record as one line of JSON in UTF-8, without the line's end.

    Raises ``ValueError`` where a text holds half of a surrogate pair, which UTF-8 cannot write.
    """
    return _encoder.encode(record)


def decode(data: bytes) -> Record:
    """The record that one JSON object holds.

    Raises ``ValueError`` with one line that says what is wrong and in which field.
    """
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"not a record: {error}") from error
    except RecursionError:
        raise ValueError("not a record: nested too deeply") from None


def schema() -> dict[str, Any]:
    """The JSON Schema of a record (draft 2020-12), generated from the types."""
    generated: dict[str, Any] = msgspec.json.schema(Record)
    for definition in generated["$defs"].values():
        if "description" in definition:
            definition["description"] = " ".join(definition["description"].split())
    return {"$schema": DIALECT, "title": "A record of onrecord", **generated}
