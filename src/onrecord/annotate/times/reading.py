"""What a rule is given and what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.annotate.times.days import Period
from onrecord.annotate.times.tense import future, past
from onrecord.record import TimeType

_LONG_AGO = 400  # days: what is told of an earlier year goes on in it
_YEAR = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A TIMEX3 type, value and the days it covers."""

    type: TimeType
    period: Period


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Where a match stands: its text and sentence, the published day, the last day or period dated before.

    ``beside`` is that day or period where it stands in the same sentence, ``near`` where it stands in this
    one or the one before.
    """

    text: str
    sentence: tuple[int, int]
    found: re.Match[str]
    published: date | None
    mentioned: Period | None
    beside: Period | None = None
    near: Period | None = None

    @cached_property
    def future(self) -> bool:
        """Whether the clause speaks of what is to come."""
        return future(self.text, self.sentence, self.found.span())

    @property
    def told(self) -> date | None:
        """The first day of what is told of, where that is of an earlier year and is not left yet."""
        near = self.near
        if near is None or near.first is None or near.last is None or self.published is None or self.future:
            return None
        long_ago = (self.published - near.last).days > _LONG_AGO
        return near.first if long_ago and (near.last - near.first).days <= _YEAR else None

    @cached_property
    def past(self) -> bool:
        """Whether the clause has a verb of the past before the match."""
        return past(self.text, self.sentence, self.found.span())

    @property
    def before(self) -> str:
        """At most 40 characters of the sentence before the match."""
        return before(self.found, self.sentence[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One shape of expression.

    ``kinds`` are the trigger words (see ``patterns.TRIGGERS``) without one of which a sentence cannot
    hold it; ``accept`` looks at a match and the start and end of its sentence and refuses what only
    looks like a time; ``read`` says what it means, or None where it means nothing (31 February).
    """

    name: str
    kinds: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[Scene], Reading | None]
    accept: Callable[[re.Match[str], tuple[int, int]], bool] | None = None


def before(found: re.Match[str], start: int) -> str:
    """At most 40 characters before a match, none before ``start``."""
    return found.string[max(start, found.start() - 40) : found.start()]


def word_before(found: re.Match[str], start: int) -> str:
    """The word right before a match, as written; "" where punctuation or nothing stands there."""
    words = re.findall(r"[\w’']+(?=[\s-]{0,3}$)", before(found, start))
    return words[-1] if words else ""


def word_after(found: re.Match[str], end: int) -> str:
    """The word right after a match, as written; "" where punctuation or nothing stands there."""
    word = re.compile(r"[\s-]{1,3}([^\W\d_][\w’']{0,30})").match(found.string, found.end(), end)
    return word[1] if word else ""


def dated(period: Period) -> Reading:
    """A DATE."""
    return Reading(type="DATE", period=period)


def vague(value: str) -> Reading:
    """A DATE that nothing places, such as PAST_REF or XXXX-WXX."""
    return Reading(type="DATE", period=Period(value=value))
