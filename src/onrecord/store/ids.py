"""Ids as people write them: their beginnings will do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.store.errors import AmbiguousIdError, NotOnRecordError
from onrecord.store.judgements import Side

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHORT = 8
"""Characters of an id that are shown at least, if they tell it from all others."""

# Eleven are enough to say that there are many.
_FIND = """
SELECT DISTINCT document FROM standing
WHERE starts_with(document, $name) ORDER BY length(document), document LIMIT 11
"""

_OWN = "SELECT own FROM current_identity WHERE document = $document AND entity = $entity"

_ACTOR = "SELECT 1 FROM current_identity WHERE actor = $id OR own = $id LIMIT 1"


def find(connection: DuckDBPyConnection, path: Path, name: str) -> str:
    """The id of a document that is ``name``, or the only one that begins with it.

    Raises ``NotOnRecordError`` or ``AmbiguousIdError``, each naming what there is instead.
    """
    found = [document for (document,) in connection.execute(_FIND, {"name": name}).fetchall()]
    if name in found or len(found) == 1:
        return name if name in found else str(found[0])
    if not found:
        raise NotOnRecordError(f"no document of {path} has an id that begins {name!r}")
    raise AmbiguousIdError(
        f"several documents of {path} have ids that begin {name!r}: "
        + ", ".join(found[:3])
        + (", …" if len(found) > 3 else "")
    )


def find_side(connection: DuckDBPyConnection, path: Path, words: str) -> Side:
    """The actor with this id, or the entity that is written ``DOCUMENT:ENTITY``.

    The beginning of the document's id will do. Raises ``StoreError`` where there is none.
    """
    if connection.execute(_ACTOR, {"id": words}).fetchone():
        return Side(id=words)
    name, colon, entity = words.rpartition(":")
    if not colon or not name:
        raise NotOnRecordError(f"no actor of {path} has the id {words!r}")
    document = find(connection, path, name)
    row = connection.execute(_OWN, {"document": document, "entity": entity}).fetchone()
    if row is None:
        raise NotOnRecordError(f"document {document} of {path} has no entity {entity!r}")
    return Side(id=row[0], document=document, entity=entity)


def short_ids(ids: list[str]) -> dict[str, str]:
    """For each id its shortest beginning that no other shares, of at least ``SHORT`` characters."""
    ordered = sorted(ids)
    shorts = {}
    for position, name in enumerate(ordered):
        around = ordered[max(0, position - 1) : position] + ordered[position + 1 : position + 2]
        shared = max((_shared(name, other) for other in around), default=0)
        shorts[name] = name[: max(SHORT, shared + 1)]
    return shorts


def _shared(one: str, other: str) -> int:
    """How many characters two ids share from the start."""
    for position, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return position
    return min(len(one), len(other))
