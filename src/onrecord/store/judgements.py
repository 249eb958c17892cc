"""What people judged of who is who, and what follows from it.

A judgement says of two that they are the same, or that they are different; each of the two is an
actor, or an entity of a document by its own id. Nothing is rewritten: whose an entity is, is worked
out from the judgements and from what was decided without them. Later judgements overrule earlier
ones, and any judgement overrules what was decided automatically.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

JudgementKind = Literal["same", "different"]

LOCAL = "actor/"
"""How ids begin that the record made; those of the vocabulary begin otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two that a judgement is about: its id, and the entity it was named by, if it was."""

    id: str
    document: str | None = None
    entity: str | None = None

    def __str__(self) -> str:
        return self.id if self.document is None else f"{self.document}:{self.entity}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What somebody said of two: that they are the same, or that they are different."""

    number: int
    kind: JudgementKind
    a: Side
    b: Side
    by: str
    at: datetime
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What was decided without people: the entity ``own`` is ``actor``, since it is as ``beside``."""

    own: str
    actor: str
    beside: str | None


def actors_of(links: Sequence[Link], judgements: Sequence[Judgement]) -> dict[str, str]:
    """Of each id in the links its actor, after the judgements, the oldest of which come first.

    The latest judgement is heeded first; an earlier one, and then a link, only where it does not go
    against what is settled by then.
    """
    parts = _Partition()
    for judgement in reversed(judgements):
        if judgement.kind == "same":
            parts.join(judgement.a.id, judgement.b.id)
        else:
            parts.part(judgement.a.id, judgement.b.id)
    filed = {link.own: link.actor for link in links}
    for link in links:
        # Along the sighting it was joined to, if that one is still of this actor: what was joined
        # to a sighting that turns out to be another's goes with it.
        near = link.beside if link.beside and filed.get(link.beside) == link.actor else link.actor
        parts.join(link.own, near)
    names = _names(parts, links)
    return {link.own: names[parts.find(link.own)] for link in links}


def _names(parts: _Partition, links: Sequence[Link]) -> dict[str, str]:
    """Of each part its actor's id: the vocabulary's, else the first that its entities were filed under."""
    names: dict[str, str] = {}
    for node in parts.nodes():
        if not node.startswith(LOCAL):
            names.setdefault(parts.find(node), node)
    for link in links:
        if parts.find(link.actor) == parts.find(link.own):
            names.setdefault(parts.find(link.own), link.actor)
    for link in links:
        names.setdefault(parts.find(link.own), link.own)
    return names


class _Partition:
    """Ids in parts that are joined one by one, but for those that must stay apart."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}

    def nodes(self) -> Iterable[str]:
        """Every id, in the order in which it came up."""
        return self._parents

    def find(self, node: str) -> str:
        """The id that stands for the part of this one."""
        self._parents.setdefault(node, node)
        root = node
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[node] != root:
            self._parents[node], node = root, self._parents[node]
        return root

    def join(self, a: str, b: str) -> None:
        """Make one part of two, unless they must stay apart."""
        a, b = self.find(a), self.find(b)
        if a == b or b in self._apart.get(a, ()):
            return
        self._parents[b] = a
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart.setdefault(a, set()).add(other)

    def part(self, a: str, b: str) -> None:
        """Keep two apart from now on, unless they are one already."""
        a, b = self.find(a), self.find(b)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)


_JUDGEMENTS = """
SELECT
    number, kind, a, a_document, a_entity, b, b_document, b_entity, author, made_at, note
FROM judgement ORDER BY number
"""

# Whole actors, so that what follows for one entity of them is seen for all.
_LINKS = """
WITH touched AS (SELECT unnest($ids) AS id), actors AS (
    SELECT id AS actor FROM touched
    UNION SELECT actor FROM current_identity WHERE own IN (SELECT id FROM touched)
)
SELECT own, actor, beside FROM current_identity SEMI JOIN actors USING (actor)
ORDER BY resolution, place
"""


def all_judgements(connection: DuckDBPyConnection) -> tuple[Judgement, ...]:
    """Every judgement of the record, the oldest first."""
    return tuple(
        Judgement(
            number=row[0],
            kind=row[1],
            a=Side(id=row[2], document=row[3], entity=row[4]),
            b=Side(id=row[5], document=row[6], entity=row[7]),
            by=row[8],
            at=row[9].replace(tzinfo=UTC),
            note=row[10],
        )
        for row in connection.execute(_JUDGEMENTS).fetchall()
    )


def judged(connection: DuckDBPyConnection) -> dict[str, str]:
    """The actor of each entity, by its own id, that the judgements may bear on."""
    judgements = all_judgements(connection)
    if not judgements:
        return {}
    ids = list({side.id for judgement in judgements for side in (judgement.a, judgement.b)})
    rows = connection.execute(_LINKS, {"ids": ids}).fetchall()
    return actors_of([Link(own=own, actor=actor, beside=beside) for own, actor, beside in rows], judgements)
