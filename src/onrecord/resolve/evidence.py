"""What speaks for and against two entities of two documents being one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record import EntityType
from onrecord.resolve.company import Company
from onrecord.resolve.names import initials_fit
from onrecord.resolve.subjects import AT, FORMER, Subject
from onrecord.store import Sighting

JOIN = 0.70
"""From this score on two are held to be one: a person's full name with the same state, and a little of
company or office. What that joins, rightly and wrongly, is in docs/decisions."""
MARGIN, MARGIN_OF_TWO = 0.02, 0.10
"""By so much the best of several has to lead, or none is taken; the second, where the two are surely two."""

NAME: Mapping[EntityType, tuple[float, float]] = {
    "person": (0.50, 0.25),
    "organization": (0.60, 0.45),
    "publisher": (0.60, 0.50),
    "place": (0.60, 0.60),
    "country": (0.60, 0.60),
    "group": (0.65, 0.60),
    "facility": (0.55, 0.40),
    "other": (0.50, 0.35),
}
"""What the same name says by itself: a full one, and one of a single word or of words that many have."""
SAME_COUNTRY = 0.10
SAME_ROLE, SAME_TITLE, SAME_BODY = 0.20, 0.10, 0.10
OTHER_ROLE = -0.10
OTHER_TYPE = -0.10
COMPANY_MOST, COMPANY = 0.30, 3.75
LATE, LATE_DAYS = -0.10, 5 * 365

_SMALL = frozenset(
    {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "deputy", "vice", "senior", "chief"}
)

_FAMILIES: tuple[frozenset[EntityType], ...] = (
    frozenset({"organization", "publisher", "group", "facility", "other"}),
    frozenset({"place", "country", "facility", "other"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How much speaks for two being one, from 0 to 1, and in which words.

    ``rank`` tells apart those of which as much as can be speaks: it is not cut where the score is.
    """

    score: float
    rank: float
    reasons: tuple[str, ...]


def may_be(subject: Subject, sighting: Sighting) -> bool:
    """Whether nothing forbids that the two are one: neither type, nor state, nor initials."""
    entity = subject.entity
    if entity.country and sighting.country and entity.country != sighting.country:
        return False
    if entity.type == "person" and not initials_fit(entity.name, sighting.name):
        return False
    return entity.type == sighting.type or any({entity.type, sighting.type} <= one for one in _FAMILIES)


def weigh(subject: Subject, sighting: Sighting, company: Company, day: date | None) -> Evidence:
    """What speaks for a subject in this company being the one that was seen, which nothing forbids."""
    entity = subject.entity
    full, single = NAME[entity.type]
    score, reasons = (full, ["same full name"]) if subject.full else (single, ["same name"])
    if entity.type != sighting.type:
        score += OTHER_TYPE
        reasons.append(f"though {sighting.type} there")
    if entity.country and entity.country == sighting.country:
        score += SAME_COUNTRY
        reasons.append(f"same country {entity.country}")
    if subject.roles and sighting.roles:
        change, words = _roles(subject.roles, sighting.roles)
        score += change
        reasons += [words] if change else []
    if day and sighting.day and abs((day - sighting.day).days) > LATE_DAYS:
        score += LATE
        reasons.append(f"though {abs((day - sighting.day).days) // 365} years apart")
    shared = COMPANY * company.kinship(sighting.company, subject.key)
    return Evidence(
        score=round(min(1.0, max(0.0, score + min(COMPANY_MOST, shared))), 3),
        rank=score + shared,
        reasons=tuple(reasons),
    )


def are_two(one: Sequence[Sighting], other: Sequence[Sighting]) -> bool:
    """Whether two actors of one name are surely two, and not one that was not recognized."""
    states = [{sighting.country for sighting in seen} - {None} for seen in (one, other)]
    if states[0] and states[1] and states[0].isdisjoint(states[1]):
        return True
    roles = [[role for sighting in seen for role in sighting.roles] for seen in (one, other)]
    return bool(roles[0] and roles[1]) and _roles(roles[0], roles[1])[0] < 0


def _roles(mine: Sequence[str], theirs: Sequence[str]) -> tuple[float, str]:
    """What the offices of two say: the same one, the same or a like title, the same body, or only others."""
    found, other_words = (0.0, ""), ""
    for one in mine:
        title, of = _parted(one)
        for other in theirs:
            title_there, of_there = _parted(other)
            one_body = bool(of) and of == of_there
            if title == title_there and one_body:
                return SAME_ROLE, f"same office {title}"
            if _words(title) & _words(title_there):
                if one_body or not (of and of_there):
                    found = max(found, (SAME_TITLE, f"like title {title_there}"))
                elif not found[0]:
                    # Of others, as far as one can tell: neither for nor against.
                    found = (0.0, "like title")
            elif one_body and not of.startswith("state/"):
                found = max(found, (SAME_BODY, f"same body {of}"))
            elif not (one.startswith(FORMER) or other.startswith(FORMER)):
                other_words = title_there
    if found[1] or not other_words:
        return found[0], found[1] if found[0] else ""
    return OTHER_ROLE, f"though {other_words} there"


def _parted(role: str) -> tuple[str, str]:
    """A role's title, and what it is of or nothing."""
    title, _, of = role.removeprefix(FORMER).partition(AT)
    return title, of


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    """The words of a title that make two alike: "campaign chairwoman" is like "chair of the board"."""
    words = (word.removesuffix("man").removesuffix("wo").removesuffix("person") for word in title.split())
    return frozenset(word for word in words if word not in _SMALL)
