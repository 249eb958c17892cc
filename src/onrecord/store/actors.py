"""The actors of a record: who was told apart across its documents, after all that people judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.record import EntityType
from onrecord.store.judgements import Judgement
from onrecord.vocab.keys import fold

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """An actor in one document: under which id and name, how often, and why it is held to be this actor.

    ``own`` stands for it in this document alone, ``beside`` for the occurrence that it was joined to.
    """

    document: str
    entity: str
    name: str
    mentions: int
    score: float | None
    reason: str
    own: str
    beside: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or something across the documents of a record.

    ``id`` is the vocabulary's where that knows it. ``judgements`` are those that are about it.
    """

    id: str
    name: str
    type: EntityType
    country: str | None
    sector: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]
    judgements: tuple[Judgement, ...]

    @property
    def documents(self) -> int:
        """In how many documents it occurs."""
        return len({occurrence.document for occurrence in self.occurrences})

    @property
    def mentions(self) -> int:
        """How often it is mentioned in all of them."""
        return sum(occurrence.mentions for occurrence in self.occurrences)


_FOLDED = "lower(strip_accents(replace(name, '-', ' ')))"

_ACTORS = f"""
WITH judged AS (
    SELECT unnest($owns::VARCHAR[]) AS own, unnest($actors::VARCHAR[]) AS judged
), said AS MATERIALIZED (
    SELECT coalesce(judged, actor) AS actor, current_identity.* EXCLUDE (actor)
    FROM current_identity LEFT JOIN judged USING (own)
), wanted AS MATERIALIZED (
    SELECT * FROM said
    WHERE $name IS NULL OR actor IN (SELECT actor FROM said WHERE contains({_FOLDED}, $name) OR actor = $id)
), read_there AS (
    SELECT number AS reading, unnest(entities) AS entity FROM reading
    WHERE number IN (SELECT reading FROM wanted)
)
SELECT actor, list({{
    document: document, entity: wanted.entity, name: name, type: type, country: country,
    sector: read_there.entity.sector, mentions: len(read_there.entity.mentions), score: score,
    reason: reason, own: own, beside: beside
}} ORDER BY resolution, place)
FROM wanted LEFT JOIN read_there
    ON read_there.reading = wanted.reading AND read_there.entity.id = wanted.entity
GROUP BY actor
HAVING count(token) > 0 OR $described
ORDER BY
    count(DISTINCT document) DESC, sum(len(read_there.entity.mentions)) DESC,
    min({{resolution: resolution, place: place}})
"""  # noqa: S608 (put together from constants)


def actors(
    connection: DuckDBPyConnection,
    judged: Mapping[str, str],
    judgements: Sequence[Judgement],
    *,
    name: str | None,
    described: bool,
) -> Iterator[Actor]:
    """The actors in most documents first; those with a name like ``name`` or that very id, if it is given."""
    about: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        for actor in {judged.get(side.id, side.id) for side in (judgement.a, judgement.b)}:
            about.setdefault(actor, []).append(judgement)
    rows = connection.cursor().execute(
        _ACTORS,
        {
            "owns": list(judged),
            "actors": list(judged.values()),
            "described": described,
            "name": None if name is None else fold(name).lower(),
            "id": name,
        },
    )
    while found := rows.fetchmany(500):
        for actor, occurrences in found:
            yield _actor(actor, occurrences, about.get(actor, ()))


def _actor(actor: str, rows: Sequence[Mapping[str, Any]], judgements: Sequence[Judgement]) -> Actor:
    types = Counter(row["type"] for row in rows)
    countries = Counter(row["country"] for row in rows if row["country"] is not None)
    sectors = Counter(code for row in rows for code in row["sector"] or ())
    return Actor(
        id=actor,
        name=_name([row["name"] for row in rows]),
        type=types.most_common(1)[0][0],
        country=countries.most_common(1)[0][0] if countries else None,
        sector=tuple(code for code, _ in sectors.most_common()),
        occurrences=tuple(
            Occurrence(
                document=row["document"],
                entity=row["entity"],
                name=row["name"],
                mentions=row["mentions"] or 0,
                score=row["score"],
                reason=row["reason"],
                own=row["own"],
                beside=row["beside"],
            )
            for row in rows
        ),
        judgements=tuple(judgements),
    )


def _name(names: Sequence[str]) -> str:
    """The name that it has in most documents; of those equally frequent the longest, then the first."""
    counts = Counter(names)
    return max(names, key=lambda name: (counts[name], len(name)))
