"""Expressions that count from the published day or from a day mentioned before."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from onrecord.annotate.times import days, lexicon
from onrecord.annotate.times import patterns as p
from onrecord.annotate.times.days import Period
from onrecord.annotate.times.reading import (
    Reading,
    Rule,
    Scene,
    dated,
    vague,
    word_after,
    word_before,
)

#: What stands for an unknown period of the size of a unit.
_UNKNOWN: Final = {
    "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
#: Days that a mentioned period may last for a later expression in a unit to count from it: "two days
#: later" counts from a day or a week, "two months later" from a month too. Others: a week.
_PRECISION: Final = {
    "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525,
}  # fmt: skip
_FROM_DAY: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def unknown(unit: str) -> Reading:
    """A DATE of the size of ``unit`` that nothing places."""
    return vague(_UNKNOWN.get(unit, "XXXX-XX-XX"))


def part_of(day: date | None, part: str | None, value: str = "XXXX-XX-XX") -> Reading:
    """A day, or its morning, afternoon, evening or night; ``value`` where the day is not known."""
    period = days.day(day) if day else Period(value=value)
    if part is None:
        return dated(period)
    letters = f"{period.value}T{lexicon.PARTS_OF_DAY[part.lower()]}"
    return Reading(type="TIME", period=Period(value=letters, first=period.first, last=period.last))


def mentioned(scene: Scene, unit: str) -> date | None:
    """The last day of what was dated before, where that is no vaguer than ``unit`` counts."""
    period = scene.mentioned
    if period is None or period.first is None or period.last is None:
        return None
    longest = _PRECISION.get(unit, 7)
    return period.last if (period.last - period.first).days < longest else None


def _read_weekday(scene: Scene) -> Reading | None:
    found = scene.found
    number = lexicon.WEEKDAY_NUMBER[found["day"].lower().rstrip(".")]
    relation = re.sub(r"\s+", " ", (found["relation"] or "").lower())
    base = scene.published
    if relation.startswith(("that", "the")):
        base = mentioned(scene, "day")
    if relation == "a":
        on = scene.beside.first if scene.beside else None
        if on is not None and on == (scene.beside and scene.beside.last) and on.isoweekday() == number:
            return part_of(on, found["part"])  # "on 18 August, a Sunday"
    if base is None:
        return part_of(None, found["part"], f"XXXX-WXX-{number}")
    back = -((base.isoweekday() - number) % 7)
    monday = 1 - base.isoweekday() + number - 1
    if found["week"]:
        shift = monday + {"last": -7, "this": 0, "next": 7}[found["week"].lower()]
    elif relation in ("last", "the previous"):
        shift = back or -7
    elif relation == "next":
        shift = monday + 7
    elif relation == "that":
        shift = monday
    elif relation in ("this", "this coming"):
        shift = monday if relation == "this" or monday > 0 else monday + 7
    elif relation in ("the following", "the next", "later") or (relation != "earlier" and scene.future):
        shift = back + 7 if back or relation in ("the following", "the next") else 0
    else:
        shift = back
    day = days.moved(base, "day", shift)
    return part_of(day, found["part"], f"XXXX-WXX-{number}")


def _accept_weekday(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether the name of a day means one: not a newspaper's nor an event's."""
    cue, after = word_before(found, sentence[0]), word_after(found, sentence[1])
    if cue.istitle() and cue.lower() in lexicon.NOT_A_WEEKDAY_BEFORE:
        return False
    return not (after[:1].isupper() and after.lower() in lexicon.NOT_A_WEEKDAY_AFTER)


def _read_deictic(scene: Scene) -> Reading | None:
    found, published = scene.found, scene.published
    if found["over"]:
        return _overnight(published)
    if found["two"]:
        shift, part = (-2 if found["two"].lower() == "before" else 2), None
    elif found["this"]:
        shift = -1 if found["this"].lower() == "last" else 0
        part = found["this_part"]
    else:
        word = found["word"].lower()
        shift = _FROM_DAY[word]
        part = "night" if word == "tonight" else found["part"]
    day = days.moved(published, "day", shift) if published else None
    return part_of(day, part)


def _overnight(published: date | None) -> Reading:
    """The night to the published day."""
    start = days.moved(published, "day", -1) if published else None
    reading = part_of(start, "night")
    period = Period(value=reading.period.value, first=start, last=published if start else None)
    return Reading(type="TIME", period=period)


def _accept_deictic(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether "Today" and "Now" are times: not "USA Today", "Larry King Now", "here and now"."""
    if "word" not in found.re.groupindex or found["word"] is None or not found["word"][0].isupper():
        return True
    return not word_before(found, sentence[0])[:1].isupper()


def _read_reference(scene: Scene) -> Reading | None:
    word = scene.found["word"].lower()
    if word.endswith("time"):
        return dated(scene.mentioned) if scene.mentioned else vague("PAST_REF")
    if word.endswith(("past", "recent", "recently", "ago")):
        return vague("PAST_REF")
    return vague("FUTURE_REF" if word.endswith(("future", "soon")) else "PRESENT_REF")


def _read_unit(scene: Scene) -> Reading | None:
    """ "Last week", "the end of the year", "earlier this month", "the weekend"."""
    found, published = scene.found, scene.published
    unit = found["unit"].lower()
    relation = re.sub(r"\s+", " ", (found["relation"] or "").lower())
    anchored = relation in ("that", "that same", "the same", "the previous", "the following", "the next")
    base = published
    if anchored:
        base = mentioned(scene, unit)
    shift = {"last": -1, "this past": -1, "the previous": -1}.get(relation, 0)
    if relation in ("next", "the next", "the following", "this coming"):
        shift = 1
    elif unit == "weekend" and relation == "the" and base and base.weekday() < 5:
        shift = 0 if scene.future else -1
    elif unit == "weekend" and relation == "this" and base and base.weekday() < 2:
        shift = 0 if scene.future else -1  # said on a Monday of the days just gone
    day = days.moved(base, unit, shift) if base else None
    if day is None:
        return unknown(unit)
    period = days.around(day, unit)
    third = re.sub(r"\s+", " ", (found["third"] or "").lower())
    if third == "earlier" and published and period.first and period.first <= published:
        return dated(Period(value=period.value, first=period.first, last=_to(period, published)))
    if third == "later" and published and period.last and period.last >= published:
        start = max(published, period.first or published)
        return dated(Period(value=period.value, first=start, last=period.last))
    return dated(days.third(period, lexicon.THIRDS[third]) if third else period)


def _to(period: Period, day: date) -> date:
    return min(period.last or day, day)


def _accept_unit(found: re.Match[str], _: tuple[int, int]) -> bool:
    """Whether "the" stands with what makes it a time: "the weekend", "the end of the year"."""
    relation = found["relation"].lower()
    if relation == "the":
        return found["unit"] == "weekend" or found["third"] is not None
    return not (found["unit"] == "day" and relation in ("last", "next", "this"))


def _read_offset(scene: Scene) -> Reading | None:
    """ "Two decades ago", "three days later", "a week earlier", "the day before"."""
    found = scene.found
    unit = singular(found["unit"])
    count = 1.0 if (found["count"] or "").lower() == "the" else amount(found["count"])
    way = re.sub(r"\s+", " ", found["way"].lower())
    if count is not None and found["half"]:
        count += 0.5
    if count is None:
        ahead = ("from now", "hence", "from today", "later", "afterwards", "after", "after that", "on")
        return vague("FUTURE_REF" if way in ahead else "PAST_REF")
    back = way in ("ago", "earlier", "before", "previously", "prior")
    from_today = way in ("ago", "from now", "hence", "from today")
    base = scene.published if from_today else mentioned(scene, unit)
    reading = offset(base, unit, -count if back else count)
    if unit == "night" and reading.period.first:
        return part_of(reading.period.first, "night")
    return reading


def offset(base: date | None, unit: str, count: float) -> Reading:
    """The day, week, month, year or decade ``count`` units from ``base``."""
    if unit in ("hour", "minute", "second"):
        return part_of(base, None) if base else unknown("day")
    if not float(count).is_integer():
        unit, count = _smaller(unit, count)
    day = days.moved(base, unit, int(count)) if base else None
    return dated(days.around(day, unit)) if day else unknown(unit)


def _smaller(unit: str, count: float) -> tuple[str, int]:
    """Half a year as six months, half a decade as five years, half a week as days."""
    finer = {"decade": ("year", 10), "century": ("year", 100), "year": ("month", 12)}
    name, parts = finer.get(unit, ("day", {"week": 7, "month": 30}.get(unit, 1)))
    return name, round(count * parts)


def singular(unit: str) -> str:
    """The unit that a word names: "centuries" is century."""
    unit = unit.lower()
    return "century" if unit == "centuries" else unit.removesuffix("s")


def amount(words: str | None) -> float | None:
    """The number that ``words`` name, "a few" and "several" being none (None)."""
    plain = re.sub(r"\s+", " ", (words or "").lower()).strip()
    plain = re.split(r" (?:or|to) ", plain)[-1]  # "three or four"
    if plain in lexicon.HALVES:
        return lexicon.HALVES[plain]
    if plain in lexicon.NUMBERS:
        return float(lexicon.NUMBERS[plain])
    digits = plain.replace(",", "")
    return float(digits) if re.fullmatch(r"\d{1,7}(?:\.\d)?", digits) else None


def _accept_offset(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether "before" and "after" end the expression: "two years before", not "… before the war"."""
    if found["way"].lower() == "on":
        return found["count"] is not None
    if found["way"].lower() not in ("before", "after", "prior"):
        return True
    return word_after(found, sentence[1]) == ""


_PART: Final = rf"(?:{p.S}(?P<part>{p.PART})(?!\w))?"

RULES: Final = (
    Rule(
        name="weekday",
        kinds=frozenset({"weekday"}),
        pattern=re.compile(
            r"(?<![\w-])(?:(?P<relation>(?i:last|next|this\scoming|this|that|the\sfollowing|the\snext"
            rf"|the\sprevious|early|late|later|earlier)|(?<=,\s)a)\s)?(?P<day>{p.WEEKDAY}){_PART}"
            r"(?:\s(?:of\s)?(?P<week>last|this|next)\sweek(?!\w|end))?"
        ),
        read=_read_weekday,
        accept=_accept_weekday,
    ),
    Rule(
        name="deictic",
        kinds=frozenset({"deictic"}),
        pattern=re.compile(
            r"(?<![\w-])(?:the\sday\s(?P<two>before|after)\s(?:yesterday|tomorrow)|(?P<over>overnight)(?!\s(?:bag|train))"
            r"|(?:(?:early|earlier|later?)\s)?"
            r"(?:(?P<this>this|last)\s(?P<this_part>(?<=this\s)(?:morning|afternoon|evening)"
            r"|(?<=last\s)(?:night|evening))"
            rf"|(?P<word>today|yesterday|tomorrow|tonight)(?:\s(?P<part>{p.PART}))?))(?!\w)",
            re.IGNORECASE,
        ),
        read=_read_deictic,
        accept=_accept_deictic,
    ),
    Rule(
        name="reference",
        kinds=frozenset({"reference"}),
        pattern=re.compile(
            r"(?<![\w-])(?P<word>(?:right\s)?now(?!\s(?:that|and))|nowadays|currently"
            r"|recently|(?<!as\s)soon(?!\s(?:as|after|to\b))|(?:current|recent)(?=\s[a-z])"
            r"|the\s(?:near|distant|foreseeable|recent)\s(?:past|future)(?!\w)|moments\sago"
            r"|the\s(?:past|future)(?!\s(?!and|or|but|to|is|was|has|of|with)\w)"
            r"|(?<=\bat\s)present|(?<=\bat\s)(?:the|that)\stime(?!\sof))(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_reference,
        accept=_accept_deictic,
    ),
    Rule(
        name="unit",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            rf"(?<![\w-]){p.THIRD}(?P<relation>(?:last|next|this\spast|this\scoming|this|that(?:\ssame)?"
            rf"|the\ssame|the\sprevious|the\sfollowing|the\snext(?=\s(?:day|morning))|the))"
            r"\s(?P<unit>day|week(?:end)?|month|quarter|year|decade|century)(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_unit,
        accept=_accept_unit,
    ),
    Rule(
        name="offset",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            rf"(?<![\w-])(?:{p.HEDGE}(?P<count>half\san?|a\squarter\sof\sa|{p.COUNT}|the(?=\s\w{{3,9}}\s(?:before|after))){p.S})?"
            rf"(?P<unit>{p.UNITS})(?P<half>\sand\sa\shalf)?\s"
            r"(?P<way>ago|earlier|later|before|after\sthat|after|afterwards|previously|prior|from\s(?:now|today)|hence"
            r"|on(?=[,.;:]))(?!\w)",
            re.IGNORECASE,
        ),
        read=_read_offset,
        accept=_accept_offset,
    ),
)
