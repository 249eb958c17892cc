"""Parts and days of what lies near: "that night", "the 25th", "later in the day", "the year after next"."""

from __future__ import annotations

import re
from typing import Final

from onrecord.annotate.times import days
from onrecord.annotate.times import patterns as p
from onrecord.annotate.times.reading import (
    Reading,
    Rule,
    Scene,
    dated,
    vague,
    word_after,
    word_before,
)
from onrecord.annotate.times.relative import mentioned, part_of, unknown

_NTH_CUES: Final = frozenset(
    {"on", "until", "till", "by", "since", "from", "to", "before", "after", "through"}
)
_NTH_FOLLOWING: Final = frozenset(
    {"", "and", "or", "at", "in", "but", "when", "to", "until", "if", "for", "that"}
)


def _read_part(scene: Scene) -> Reading | None:
    """ "That night", "the previous evening", "the following morning"."""
    relation = re.sub(r"\s+", " ", scene.found["relation"].lower())
    base = mentioned(scene, "day") or (scene.published if relation != "that" else None)
    shift = {"the previous": -1, "the following": 1, "the next": 1}.get(relation, 0)
    day = days.moved(base, "day", shift) if base else None
    return part_of(day, scene.found["part"])


def _read_beyond(scene: Scene) -> Reading | None:
    """ "The year after next", "the week before last"."""
    found, published = scene.found, scene.published
    unit, shift = found["unit"].lower(), 2 if found["way"].lower() == "after next" else -2
    day = days.moved(published, unit, shift) if published else None
    return dated(days.around(day, unit)) if day else unknown(unit)


def _read_in_day(scene: Scene) -> Reading | None:
    """ "Later in the day", "earlier in the week": of the day dated before, else of the published one."""
    unit = scene.found["unit"].lower()
    base = mentioned(scene, unit) or scene.published
    return dated(days.around(base, unit)) if base else unknown(unit)


def _read_year_end(scene: Scene) -> Reading | None:
    """ "By year's end": the last third of the year."""
    if scene.published is None:
        return unknown("year")
    return dated(days.third(days.year(scene.published.year), 2))


def _read_turn(scene: Scene) -> Reading | None:
    """ "At the turn of the century": the century that had begun last."""
    return dated(days.century(scene.published.year // 100 + 1)) if scene.published else unknown("century")


def _read_night_before_last(scene: Scene) -> Reading | None:
    return part_of(days.moved(scene.published, "day", -2) if scene.published else None, "night")


def _read_nth(scene: Scene) -> Reading | None:
    """ "The 25th": of the month dated before in the sentence, else of the one nearest the published day."""
    number = int(re.sub(r"\D", "", scene.found["day"]))
    base = scene.published
    if scene.beside and scene.beside.first and scene.beside.last:
        base = scene.beside.first
    if base is None:
        return vague(f"XXXX-XX-{number:02}")
    near = [days.moved(base.replace(day=1), "month", shift) for shift in (-1, 0, 1)]
    found = [on for one in near if one and (on := days.valid(one.year, one.month, number))]
    if scene.beside is not None:
        found = [on for on in found if on.month == base.month]
    elif scene.past:
        found = [on for on in found if on <= base]
    elif scene.future:
        found = [on for on in found if on >= base]
    nearest = min(found, key=lambda on: abs(on - base), default=None)
    return dated(days.day(nearest)) if nearest else None


def _accept_nth(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether an ordinal is a day: "on the 25th.", not "the 25th anniversary"."""
    cue, after = word_before(found, sentence[0]).lower(), word_after(found, sentence[1])
    return cue in _NTH_CUES and after.lower() in _NTH_FOLLOWING


RULES: Final = (
    Rule(
        name="part of a day",
        kinds=frozenset({"deictic"}),
        pattern=re.compile(
            rf"(?<![\w-])(?P<relation>that|the\sprevious|the\sfollowing|the\snext|the\ssame)\s(?P<part>{p.PART})"
            r"(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_part,
    ),
    Rule(
        name="beyond",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            r"(?<![\w-])the\s(?P<unit>week|weekend|month|quarter|year)\s(?P<way>after\snext|before\slast)(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_beyond,
    ),
    Rule(
        name="in the day",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            r"(?<![\w-])(?:later|earlier)\sin\sthe\s(?P<unit>day|week|month|year|decade)(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_in_day,
    ),
    Rule(
        name="end of the year",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            r"(?<![\w-])(?:the\s)?year[’']s\send(?![\w-])|(?<=by\s)year-end(?![\w-])", re.IGNORECASE
        ),
        read=_read_year_end,
    ),
    Rule(
        name="turn of the century",
        kinds=frozenset({"unit"}),
        pattern=re.compile(r"(?<![\w-])the\sturn\sof\sthe\scentury(?![\w-])", re.IGNORECASE),
        read=_read_turn,
    ),
    Rule(
        name="night before last",
        kinds=frozenset({"unit"}),
        pattern=re.compile(r"(?<![\w-])the\snight\sbefore\slast(?![\w-])", re.IGNORECASE),
        read=_read_night_before_last,
    ),
    Rule(
        name="day of the month",
        kinds=frozenset({"number"}),
        pattern=re.compile(r"(?<![\w-])the\s(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?![\w-])"),
        read=_read_nth,
        accept=_accept_nth,
    ),
)
