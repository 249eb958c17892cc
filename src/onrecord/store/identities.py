"""Who is who across documents, as it is kept: what was decided, and what later documents are held to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.record import EntityType, Record

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entity of an earlier document, under a name that a new document has too.

    ``own`` is the id of this entity in its document alone, ``filed`` the actor it was taken for,
    ``actor`` whom it is of after all that people judged. ``company`` are the document's other
    entities and itself: ids of the vocabulary, name keys for the rest.
    """

    own: str
    filed: str
    actor: str
    document: str
    name: str
    type: EntityType
    country: str | None
    roles: tuple[str, ...]
    company: frozenset[str]
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who an entity of a document is: ``actor``, and why.

    ``own`` is its id in this document alone, which is the actor's where it is the first one seen.
    ``beside`` is the ``own`` of the sighting that it was joined to. ``token`` stands for it in the
    company of others: an id of the vocabulary, or the key of its name. ``known_by`` is that key again
    where later documents are to find it, or null where it would teach them nothing.
    """

    entity: str
    name: str
    type: EntityType
    country: str | None
    roles: tuple[str, ...]
    own: str
    actor: str
    beside: str | None
    score: float | None
    reason: str
    token: str | None
    known_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What was decided of all entities of one reading. ``day``: of publication, if known."""

    identities: tuple[Identity, ...]
    day: date | None

    @property
    def company(self) -> frozenset[str]:
        """What stands for each of them in the company of others."""
        return frozenset(one.token for one in self.identities if one.token is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is on record under the names of a new document.

    ``sightings`` in other documents by name key, the oldest first; keys without any are left out.
    ``documents`` is how many there are on record, ``counts`` in how many of them a token is: of every
    token that the vocabulary knows, of others only if they are frequent.
    """

    sightings: Mapping[str, Sequence[Sighting]]
    documents: int
    counts: Mapping[str, int]


LookUp = Callable[[Collection[str]], Seen]
"""What is on record under name keys."""

Resolve = Callable[[Record, LookUp], Resolution]
"""Decides who the entities of a record are; what is on record already it may look up, once."""

# One statement for all rows: a list a column.
_INSERT = """
INSERT INTO identity
SELECT
    $resolution, unnest($place::INTEGER[]), $document, $reading, $day, $made_at, $version, $supersedes,
    unnest($entity::VARCHAR[]), unnest($name::VARCHAR[]), unnest($type::VARCHAR[]),
    unnest($country::VARCHAR[]), unnest($roles::VARCHAR[][]), unnest($own::VARCHAR[]),
    unnest($actor::VARCHAR[]), unnest($beside::VARCHAR[]), unnest($score::DOUBLE[]),
    unnest($reason::VARCHAR[]), unnest($token::VARCHAR[]), unnest($known_by::VARCHAR[])
"""

_COLUMNS = (
    *("entity", "name", "type", "country", "own", "actor", "beside", "score", "reason", "token"),
    "known_by",
)


def insert(
    connection: DuckDBPyConnection,
    resolution: Resolution,
    *,
    number: int,
    document: str,
    reading: int,
    supersedes: int | None,
    made_at: datetime,
) -> None:
    """Keep what was decided of a reading; ``supersedes``: the number of the document's last one."""
    identities = resolution.identities
    if not identities:
        return
    columns: dict[str, object] = {
        name: [getattr(identity, name) for identity in identities] for name in _COLUMNS
    }
    connection.execute(
        _INSERT,
        {
            "resolution": number,
            "place": list(range(len(identities))),
            "document": document,
            "reading": reading,
            "day": resolution.day,
            "made_at": made_at,
            "version": __version__,
            "supersedes": supersedes,
            "roles": [list(identity.roles) for identity in identities],
            **columns,
        },
    )
