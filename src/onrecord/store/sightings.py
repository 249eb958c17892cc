"""Looking up, for a new document, who was seen under its names in others."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.store.identities import Resolution, Seen, Sighting

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_KEYS = 20_000
"""Names whose sightings are remembered, those asked for last: the same ones come again and again."""

MOST_NAMES = 100_000
"""Up to so many names on record, all are remembered, so that a new one is not looked up in the file."""

_NAMES = "SELECT DISTINCT known_by FROM identity WHERE known_by IS NOT NULL LIMIT ?"

_SIGHTINGS = """
SELECT known_by, resolution, own, actor, name, type, country, roles FROM identity
WHERE known_by IN ({}) ORDER BY resolution, place
"""

# The rows of one resolution lie together, so that only parts of the column are read.
_SCENES = """
SELECT
    resolution, any_value(document), any_value(day), list(token) FILTER (token IS NOT NULL),
    bool_and(supersedes IS NULL)
FROM identity WHERE resolution IN ({}) GROUP BY resolution
"""

FREQUENT = 6
"""Names that are rarer than this are counted by their sightings."""

# By the first reading of each document: so nothing needs to be taken off for a newer one.

_COUNTS = """
SELECT token, count(DISTINCT document) AS documents FROM identity
WHERE token IS NOT NULL AND supersedes IS NULL
GROUP BY token HAVING documents >= $frequent OR contains(token, '/')
"""

_DOCUMENTS = "SELECT count(DISTINCT document) FROM identity"

_SUPERSEDED = "SELECT DISTINCT supersedes FROM identity WHERE supersedes IS NOT NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What all sightings of one document share."""

    document: str
    day: date | None
    company: frozenset[str]
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A sighting as it is remembered: from which resolution, and whether that was its document's first."""

    resolution: int
    first: bool
    sighting: Sighting


class Sightings:
    """The sightings of a file that nobody else writes to: what was asked for once is remembered."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection
        self._seen: OrderedDict[str, list[_Kept]] = OrderedDict()
        self._superseded: set[int] = set()
        self._documents = 0
        self._counts: dict[str, int] = {}
        self._names: set[str] | None = None
        self._counted = False

    def look_up(self, document: str, judged: Callable[[], Mapping[str, str]], keys: Collection[str]) -> Seen:
        """What is on record under the keys in documents other than ``document``.

        ``judged`` gives the actor of those ids that people's judgements bear on.
        """
        if not self._counted:
            self._count()
        self._fetch([key for key in keys if key not in self._seen])
        found: dict[str, list[Sighting]] = {}
        for key in keys:
            self._seen.move_to_end(key)
            sightings = [
                one.sighting
                for one in self._seen[key]
                if one.sighting.document != document and one.resolution not in self._superseded
            ]
            if sightings:
                found[key] = sightings
        while len(self._seen) > max(MOST_KEYS, len(keys)):
            self._seen.popitem(last=False)
        return Seen(
            sightings=_judged(found, judged()) if found else found,
            documents=self._documents,
            counts=self._counts,
        )

    def add(self, resolution: Resolution, *, number: int, document: str, supersedes: int | None) -> None:
        """Remember the sightings of a resolution that was just kept."""
        if not self._counted or not resolution.identities:
            return
        if supersedes is None:
            self._documents += 1
        else:
            self._superseded.add(supersedes)
        scene = _Scene(
            document=document,
            day=resolution.day,
            company=resolution.company,
            first=supersedes is None,
        )
        if self._names is not None:
            self._names.update(one.known_by for one in resolution.identities if one.known_by is not None)
            if len(self._names) > MOST_NAMES:
                self._names = None
        for one in resolution.identities:
            if one.known_by is not None and one.known_by in self._seen:
                sighting = _sighting(scene, one.own, one.actor, one.name, one.type, one.country, one.roles)
                self._seen[one.known_by].append(
                    _Kept(resolution=number, first=scene.first, sighting=sighting)
                )
        if scene.first:
            for token in scene.company:
                if token in self._counts or "/" in token:
                    self._counts[token] = self._counts.get(token, 0) + 1
                elif (documents := self._documents_with(token)) >= FREQUENT:
                    self._counts[token] = documents

    def _documents_with(self, key: str) -> int:
        """In how many documents a name is that is not frequent."""
        return len({one.sighting.document for one in self._seen.get(key, ()) if one.first})

    def _count(self) -> None:
        """Read once what is counted from then on."""
        self._counted = True
        ((self._documents,),) = self._connection.execute(_DOCUMENTS).fetchall()
        names = self._connection.execute(_NAMES, [MOST_NAMES + 1]).fetchall()
        self._names = {name for (name,) in names} if len(names) <= MOST_NAMES else None
        if self._documents:
            self._counts = dict(self._connection.execute(_COUNTS, {"frequent": FREQUENT}).fetchall())
            self._superseded = {number for (number,) in self._connection.execute(_SUPERSEDED).fetchall()}

    def _fetch(self, keys: Sequence[str]) -> None:
        """Remember what the file has under the keys."""
        for key in keys:
            self._seen[key] = []
        if self._names is not None:
            keys = [key for key in keys if key in self._names]
        if not keys:
            return
        # Written out one by one the keys are looked up in the index; as a list they would be joined.
        rows = self._connection.execute(_SIGHTINGS.format(_marks(keys)), list(keys)).fetchall()
        scenes = self._scenes({row[1] for row in rows})
        for key, number, *fields in rows:
            kept = _Kept(
                resolution=number,
                first=scenes[number].first,
                sighting=_sighting(scenes[number], *fields),
            )
            self._seen[key].append(kept)

    def _scenes(self, numbers: Collection[int]) -> dict[int, _Scene]:
        """The documents of these resolutions, each with its day and company."""
        if not numbers:
            return {}
        rows = self._connection.execute(_SCENES.format(_marks(numbers)), list(numbers)).fetchall()
        return {
            number: _Scene(document=document, day=day, company=frozenset(company), first=first)
            for number, document, day, company, first in rows
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
