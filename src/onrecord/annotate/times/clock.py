"""Times of the clock, and joining them to the day they stand beside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from onrecord.annotate.times import days, lexicon
from onrecord.annotate.times import patterns as p
from onrecord.annotate.times.days import Period
from onrecord.annotate.times.reading import Reading, Rule, Scene, before
from onrecord.record import Time

_NAMED: Final = {"noon": 12, "midday": 12, "midnight": 24}
#: What may stand between a clock time and its day: "3 p.m. on Friday", "Sunday at 6 a.m.".
_LINK: Final = re.compile(r"\s{1,3}|,?\s{1,3}(?:on|at|of)\s{1,3}|,\s{1,3}")
_PART_OF: Final = re.compile(
    rf"\b(?:the\s)?(?:(?P<part>{p.PART})\sof|(?P<hours>early\shours\sof|small\shours\sof|dawn\s(?:on|of))"
    r"|(?P<dusk>dusk\s(?:on|of)))\s$",
    re.IGNORECASE,
)
_LENGTH: Final = re.compile(r"P(\d+)([YMWD])")
_CUES: Final = re.compile(r"\b(?:at|by|until|till|from|to|around|about|after|before|since)\s{1,3}$")


def _read(scene: Scene) -> Reading | None:
    found = scene.found
    if found["named"]:
        hour, minute = _NAMED[found["named"].lower()], 0
    else:
        digits = next(found[name] for name in ("h12", "h24", "bare", "clock") if found[name])
        hour = int(digits)
        minute = int(found["m12"] or found["m24"] or found["bare_m"] or 0)
        if found["half"]:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    if hour > 24 or minute > 59:
        return None
    day = scene.published
    if scene.beside and scene.beside.first and scene.beside.first == scene.beside.last:
        day = scene.beside.first
    period = days.day(day) if day else Period(value="XXXX-XX-XX")
    value = f"{period.value}T{hour:02}:{minute:02}"
    return Reading(type="TIME", period=replace(period, value=value))


def _accept(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether figures are a time of the clock: not a score nor a ratio."""
    if found["h24"] and not found["zone"]:
        return _CUES.search(before(found, sentence[0])) is not None
    return True


def join(times: list[Time], text: str) -> list[Time]:
    """The times with those that are one made one.

    A clock time with the day right beside it ("3 p.m. on Friday"), a part of a day with its day ("the night
    of August 16"), a length in two units ("six years and three months").
    """
    joined: list[Time] = []
    for time in times:
        last = joined[-1] if joined else None
        time = _of_part(time, text)
        if last is not None and text[last.end : time.start] == " and ":
            length = _lengths(last, time)
            if length is not None:
                joined[-1] = length
                continue
        if last is not None and _LINK.fullmatch(text, last.end, time.start):
            pair = _pair(last, time)
            if pair is not None:
                joined[-1] = pair
                continue
        joined.append(time)
    return joined


def _of_part(time: Time, text: str) -> Time:
    """A day with "the evening of" before it."""
    if time.type != "DATE" or time.first is None or time.first != time.last or "REF" in time.value:
        return time
    found = _PART_OF.search(text, max(0, time.start - 24), time.start)
    if found is None:
        return time
    part = found["part"] or ("evening" if found["dusk"] else "morning")
    letters = lexicon.PARTS_OF_DAY[part.lower()]
    return replace(time, start=found.start(), type="TIME", value=f"{time.value}T{letters}")


def _lengths(one: Time, two: Time) -> Time | None:
    """Years and months, or weeks and days, as one length."""
    if one.type != "DURATION" or two.type != "DURATION" or one.first or two.first:
        return None
    a, b = _LENGTH.fullmatch(one.value), _LENGTH.fullmatch(two.value)
    if a is None or b is None:
        return None
    if (a[2], b[2]) == ("W", "D"):
        value = f"P{7 * int(a[1]) + int(b[1])}D"
    elif (a[2], b[2]) in (("Y", "M"), ("Y", "D"), ("M", "D")):
        value = f"P{a[1]}{a[2]}{b[1]}{b[2]}"
    else:
        return None
    return replace(one, end=two.end, value=value)


def _pair(one: Time, two: Time) -> Time | None:
    clock, day = (one, two) if one.type == "TIME" else (two, one)
    if ":" not in clock.value or day.type != "DATE" or "REF" in day.value:
        return None
    if day.first != day.last or len(day.value) < len("XXXX-WXX-5"):
        return None
    value = day.value + clock.value[clock.value.index("T") :]
    return replace(clock, start=one.start, end=two.end, value=value, first=day.first, last=day.last)


RULES: Final = (
    Rule(
        name="clock",
        kinds=frozenset({"clock", "number"}),
        pattern=re.compile(
            r"(?<![\w.,:$€£-])(?:(?:about|around|approximately)\s)?(?:(?P<h12>\d{1,2})(?:[:.](?P<m12>\d\d))?\s?"
            r"(?P<half>[ap]\.\s?m\.|[ap]m(?!\w))|(?P<h24>\d{1,2}):(?P<m24>\d\d)(?![\d:])"
            r"|(?P<bare>[0-2]\d)(?P<bare_m>[0-5]\d)(?=\s(?:GMT|UTC|hours))"
            r"|(?P<clock>\d{1,2})\so[’']clock"
            r"|(?P<named>noon|midday|midnight)(?![\w-]))"
            rf"(?:\s(?P<zone>{p.ZONE}))?",
            re.IGNORECASE,
        ),
        read=_read,
        accept=_accept,
    ),
)
