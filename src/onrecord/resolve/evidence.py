"""What speaks for and against two entities of two documents being one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2

from onrecord.record import EntityType
from onrecord.resolve.names import initials_fit
from onrecord.resolve.subjects import AT, FORMER, Subject
from onrecord.store import Sighting

JOIN = 0.60
"""From this score on two are held to be one. The weights below were set such that a full name with its
state is just enough where nothing speaks against it; what that gives is in docs/decisions."""
MARGIN = 0.10
"""By so much the best of several has to lead, or none is taken."""

FULL_NAME, SINGLE_NAME = 0.50, 0.25
SAME_COUNTRY = 0.10
SAME_ROLE, SAME_TITLE, SAME_BODY = 0.20, 0.10, 0.10
OTHER_ROLE = -0.15
OTHER_TYPE = -0.10
SHARED_MOST, SHARED_EACH = 0.30, 0.10
STRANGERS, STRANGERS_FROM = -0.05, 8
SOON, SOON_DAYS = 0.05, 31
LATE, LATE_DAYS = -0.10, 5 * 365

# How much one shared companion that the vocabulary knows says, as a part of one that is named in no
# other document. States and outlets are in nearly all documents; people and bodies lie between.
_KNOWN_WEIGHT = {"state": 0.1, "publisher": 0.1, "person": 0.4, "body": 0.3}

_FAMILIES: tuple[frozenset[EntityType], ...] = (
    frozenset({"organization", "publisher", "group", "facility", "other"}),
    frozenset({"place", "country", "facility", "other"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How much speaks for two being one, from 0 to 1, and in which words."""

    score: float
    reasons: tuple[str, ...]
    shared: tuple[str, ...]


def may_be(subject: Subject, sighting: Sighting) -> bool:
    """Whether nothing forbids that the two are one: neither type, nor state, nor initials."""
    entity = subject.entity
    if entity.country and sighting.country and entity.country != sighting.country:
        return False
    if entity.type == "person" and not initials_fit(entity.name, sighting.name):
        return False
    return entity.type == sighting.type or any({entity.type, sighting.type} <= one for one in _FAMILIES)


def weigh(
    subject: Subject,
    company: frozenset[str],
    day: date | None,
    sighting: Sighting,
    rarity: Callable[[str], float],
) -> Evidence:
    """What speaks for a subject in this company being the one that was seen, which nothing forbids.

    rarity: of a companion, from 0 to 1: how much it says that both have it.
    """
    entity = subject.entity
    score, reasons = (FULL_NAME, ["same full name"]) if subject.full else (SINGLE_NAME, ["same name"])
    if entity.type != sighting.type:
        score += OTHER_TYPE
        reasons.append(f"though {sighting.type} there")
    if entity.country and entity.country == sighting.country:
        score += SAME_COUNTRY
        reasons.append(f"same country {entity.country}")
    for change, words in (_roles(subject.roles, sighting.roles), _time(day, sighting.day)):
        if change:
            score += change
            reasons.append(words)
    mine, theirs = company - {subject.key}, sighting.company - {subject.key}
    shared = tuple(sorted(mine & theirs, key=lambda token: (-rarity(token), token)))
    if shared:
        score += min(SHARED_MOST, SHARED_EACH * sum(map(rarity, shared)))
    elif min(_locals(mine), _locals(theirs)) >= STRANGERS_FROM:
        score += STRANGERS
        reasons.append("though no companion is shared")
    return Evidence(score=round(min(1.0, max(0.0, score)), 3), reasons=tuple(reasons), shared=shared)


def rarity_in(counts: dict[str, int]) -> Callable[[str], float]:
    """How much a shared companion says, by the number of documents on record that name it."""

    def rarity(token: str) -> float:
        kind, slash, _ = token.partition("/")
        if slash and kind in _KNOWN_WEIGHT:
            return _KNOWN_WEIGHT[kind]
        return 1 / (1 + log2(max(1, counts.get(token, 1))))

    return rarity


def _locals(tokens: Iterable[str]) -> int:
    return sum("/" not in token for token in tokens)


def _roles(mine: Sequence[str], theirs: Sequence[str]) -> tuple[float, str]:
    """What the offices of two say: the same one, the same title or body alone, or only others."""
    found = (0.0, "")
    for one in mine:
        title, of = _parted(one)
        for other in theirs:
            title_there, of_there = _parted(other)
            if title == title_there and of and of == of_there:
                return SAME_ROLE, f"same office {title}"
            if title == title_there and not (of and of_there):
                found = max(found, (SAME_TITLE, f"same title {title}"))
            elif of and of == of_there and not of.startswith("state/"):
                found = max(found, (SAME_BODY, f"same body {of}"))
    if found[0] or not (_current(mine) and _current(theirs)):
        return found
    return OTHER_ROLE, f"though {_parted(_current(theirs)[0])[0]} there"


def _current(roles: Sequence[str]) -> list[str]:
    return [role for role in roles if not role.startswith(FORMER)]


def _parted(role: str) -> tuple[str, str]:
    """A role's title, and what it is of or nothing."""
    title, _, of = role.removeprefix(FORMER).partition(AT)
    return title, of


def _time(one: date | None, other: date | None) -> tuple[float, str]:
    """What the days between two documents say."""
    if one is None or other is None:
        return 0.0, ""
    days = abs((one - other).days)
    if days <= SOON_DAYS:
        return SOON, "within a month"
    if days > LATE_DAYS:
        return LATE, f"though {days // 365} years apart"
    return 0.0, ""
