"""Looking up, for a new document, who was seen under its names in others."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.store.identities import Resolution, Sighting

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_KEYS = 20_000
"""Names whose sightings are remembered, those asked for last: the same ones come again and again."""

_SIGHTINGS = """
SELECT known_by, resolution, own, actor, name, type, country, roles FROM identity
WHERE known_by IN ({}) ORDER BY resolution, place
"""

# The rows of one resolution lie together, so that only parts of the column are read.
_SCENES = """
SELECT resolution, any_value(document), any_value(day), list(token) FILTER (token IS NOT NULL)
FROM identity WHERE resolution IN ({}) GROUP BY resolution
"""

_SUPERSEDED = "SELECT DISTINCT supersedes FROM identity WHERE supersedes IS NOT NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What all sightings of one document share."""

    document: str
    day: date | None
    company: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A sighting as it is remembered, with the number of the resolution that it came from."""

    resolution: int
    sighting: Sighting


class Sightings:
    """The sightings of a file that nobody else writes to: what was asked for once is remembered."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection
        self._seen: OrderedDict[str, list[_Seen]] = OrderedDict()
        self._superseded: set[int] | None = None

    def look_up(
        self, document: str, judged: Callable[[], Mapping[str, str]], keys: Collection[str]
    ) -> dict[str, list[Sighting]]:
        """All sightings under the keys in documents other than ``document``, the oldest first.

        ``judged`` gives the actor of those ids that people's judgements bear on.
        """
        self._fetch([key for key in keys if key not in self._seen])
        superseded = self._superseded or set()
        found: dict[str, list[Sighting]] = {}
        for key in keys:
            self._seen.move_to_end(key)
            sightings = [
                one.sighting
                for one in self._seen[key]
                if one.sighting.document != document and one.resolution not in superseded
            ]
            if sightings:
                found[key] = sightings
        while len(self._seen) > max(MOST_KEYS, len(keys)):
            self._seen.popitem(last=False)
        return _judged(found, judged()) if found else found

    def add(self, resolution: Resolution, *, number: int, document: str, supersedes: int | None) -> None:
        """Remember the sightings of a resolution that was just kept."""
        if supersedes is not None and self._superseded is not None:
            self._superseded.add(supersedes)
        scene = _Scene(document=document, day=resolution.day, company=resolution.company)
        for one in resolution.identities:
            if one.known_by is not None and one.known_by in self._seen:
                sighting = _sighting(scene, one.own, one.actor, one.name, one.type, one.country, one.roles)
                self._seen[one.known_by].append(_Seen(resolution=number, sighting=sighting))

    def _fetch(self, keys: Sequence[str]) -> None:
        """Remember what the file has under the keys."""
        for key in keys:
            self._seen[key] = []
        if not keys:
            return
        if self._superseded is None:
            self._superseded = {number for (number,) in self._connection.execute(_SUPERSEDED).fetchall()}
        # Written out one by one the keys are looked up in the index; as a list they would be joined.
        rows = self._connection.execute(_SIGHTINGS.format(_marks(keys)), list(keys)).fetchall()
        scenes = self._scenes({row[1] for row in rows})
        for key, number, *fields in rows:
            self._seen[key].append(_Seen(resolution=number, sighting=_sighting(scenes[number], *fields)))

    def _scenes(self, numbers: Collection[int]) -> dict[int, _Scene]:
        """The documents of these resolutions, each with its day and company."""
        if not numbers:
            return {}
        rows = self._connection.execute(_SCENES.format(_marks(numbers)), list(numbers)).fetchall()
        return {
            number: _Scene(document=document, day=day, company=frozenset(company))
            for number, document, day, company in rows
        }


def _sighting(
    scene: _Scene,
    own: str,
    actor: str,
    name: str,
    type_: str,
    country: str | None,
    roles: Iterable[str],
) -> Sighting:
    return Sighting(
        own=own,
        filed=actor,
        actor=actor,
        document=scene.document,
        name=name,
        type=type_,  # type: ignore[arg-type]  # written from an entity's
        country=country,
        roles=tuple(roles),
        company=scene.company,
        day=scene.day,
    )


def _judged(found: dict[str, list[Sighting]], actors: Mapping[str, str]) -> dict[str, list[Sighting]]:
    """The sightings with the actors that people judged them to be of."""
    if not actors:
        return found
    return {
        key: [replace(one, actor=actors.get(one.own, one.actor)) for one in sightings]
        for key, sightings in found.items()
    }


def _marks(values: Collection[object]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))
