"""Days and months by their names and numbers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from onrecord.annotate.times import days, lexicon
from onrecord.annotate.times import patterns as p
from onrecord.annotate.times.days import Period
from onrecord.annotate.times.periods import COMING, PAST, narrowed
from onrecord.annotate.times.reading import (
    Reading,
    Rule,
    Scene,
    before,
    dated,
    vague,
    word_after,
    word_before,
)

_ATTACKS: Final = re.compile(r",?\s{1,3}(?:terror|attack|hijack)")  # of 2001, named by their day
_FAR: Final = 240  # days: news that says "will" of a day without a year means one nearer than this
_SOON_MONTHS: Final = 2  # "the ministry now says October" of September
_FAR_MONTHS: Final = 4  # "will … in June" of September: rather a June gone by than one nine months off
_SOON: Final = 60  # days: news names the coming weeks without a year and hardly ever last year's


def _number(word: str) -> int:
    return lexicon.MONTH_NUMBER[word.lower().rstrip(".")]


def _nearest(number: int, on: int, published: date, coming: bool) -> date | None:
    """The day and month nearest to the published day on the side that the tense names.

    Without a sign of the future it is the last one gone by, unless one comes within ``_SOON`` days.
    """
    near = [
        found
        for year in (published.year - 1, published.year, published.year + 1)
        if (found := days.valid(year, number, on)) is not None
    ]
    past = [found for found in near if found <= published]
    ahead = [found for found in near if found >= published]
    if coming and past and ahead and (ahead[0] - published).days > _FAR:
        coming = False
    if ahead and (coming or not past or (ahead[0] - published).days <= _SOON):
        if past and not coming and published - past[-1] < ahead[0] - published:
            return past[-1]
        return ahead[0]
    return past[-1] if past else None


def _read_day(scene: Scene) -> Reading | None:
    found = scene.found
    number, on = _number(found["month"]), _day(found["day"])
    year = _year(scene)
    if year is None and (number, on) == (9, 11) and _ATTACKS.match(found.string, found.end()):
        year = 2001
    if year is not None:
        first = days.valid(year, number, on)
    elif days.valid(2024, number, on) is None:  # a leap year: no year has the day
        return None
    elif scene.published is None:
        return vague(f"XXXX-{number:02}-{on:02}")
    elif scene.told is not None:
        first = min(
            (it for y in (0, 1) if (it := days.valid(scene.told.year + y, number, on)) is not None),
            key=lambda it: abs(it - scene.told) if scene.told else timedelta(),
            default=None,
        )
    else:
        first = _nearest(number, on, scene.published, scene.future)
    if first is None:
        return None
    if not found["until"]:
        return dated(days.day(first))
    last = days.valid(first.year, number, int(re.sub(r"\D", "", found["until"])))
    if last is None or last <= first:
        return None
    return dated(Period(value=f"{first}/{last}", first=first, last=last))


def _day(words: str) -> int:
    """The day that figures or an ordinal name: "15", "3rd", "thirteenth"."""
    ordinal = lexicon.ORDINALS.get(words.lower())
    return ordinal if ordinal is not None else int(re.sub(r"\D", "", words))


def _year(scene: Scene) -> int | None:
    """The year that stands with a month: "2024", "last year", "that year"; None where none does."""
    found, published = scene.found, scene.published
    if found["year"]:
        return int(found["year"])
    if found["which"] is None or published is None:
        return None
    if found["which"].lower() in ("that", "the same"):
        mentioned = scene.mentioned.first if scene.mentioned else None
        return mentioned.year if mentioned else None
    return published.year + {"last": -1, "this": 0, "next": 1}[found["which"].lower()]


def _read_month_year(scene: Scene) -> Reading | None:
    number = _number(scene.found["month"])
    year = _year(scene)
    if year is None or not 1 <= year <= 9999:
        return vague(f"XXXX-{number:02}")
    return dated(narrowed(days.month(year, number), scene.found["third"]))


def _read_month(scene: Scene) -> Reading | None:
    found, published = scene.found, scene.published
    number = _number(found["month"])
    later = _RANGE_YEAR.match(found.string, found.end())
    if later and not found["relation"]:  # "from May to August 1992"
        year = int(later["year"]) - (_number(later["month"]) < number)
        return dated(narrowed(days.month(year, number), found["third"]))
    if published is None:
        return vague(f"XXXX-{number:02}")
    relation = (found["relation"] or "").lower()
    year = published.year
    if not relation and scene.told is not None:
        dated_month = scene.near is not None and len(scene.near.value) > len("2005")
        year = scene.told.year + (dated_month and number < scene.told.month)
    elif relation in COMING:
        year += number <= published.month
    elif relation in PAST:
        year -= number >= published.month
    elif relation != "this":
        year += scene.future and number < published.month - _FAR_MONTHS
        soon = number - published.month <= _SOON_MONTHS and not scene.past
        year -= not scene.future and number > published.month and not soon
    if not 1 <= year <= 9999:
        return vague(f"XXXX-{number:02}")
    return dated(narrowed(days.month(year, number), found["third"]))


def _accept_month(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether a bare month name is a month: not a verb, not "April Ryan", not "Theresa May"."""
    cue, following = word_before(found, sentence[0]), word_after(found, sentence[1])
    if re.search(r"\d(?:st|nd|rd|th)?\sof\s$", before(found, sentence[0])):
        return False  # "45th of May": a day that is none
    if found["relation"] or found["third"] or cue.lower() in lexicon.STRONG_MONTH_CUES:
        return True
    name = found["month"].lower()
    if cue.lower() in ("a", "the") and following[:1].isupper() and not following.isupper():
        return False  # "the October Revolution"
    if cue in ("a", "the", "its", "his", "her", "their") and following[:1].islower():
        return True  # "a May election"
    if cue[:1].isupper() and cue.lower() not in lexicon.WEAK_MONTH_CUES:
        return name not in lexicon.DOUBTFUL_MONTHS
    if name not in lexicon.DOUBTFUL_MONTHS:
        return not following[:1].isupper() or cue != ""
    if following[:1].isupper():
        return False
    return cue.lower() in lexicon.WEAK_MONTH_CUES or (
        name in ("april", "june", "august") and cue != "" and not following[:1].isupper()
    )


def _read_numeric(scene: Scene) -> Reading | None:
    found = scene.found
    if found["y"]:
        on = days.valid(int(found["y"]), int(found["m"]), int(found["d"]))
        return dated(days.day(on)) if on else None
    one, two, year = int(found["one"]), int(found["two"]), int(found["last"])
    year += 2000 if year < 100 else 0
    american, european = days.valid(year, one, two), days.valid(year, two, one)
    if found["mark"] == "." or american is None:
        on = european
    elif scene.published and european and american > scene.published >= european:
        on = european  # 05/03/2025 in an article of April: not yet May
    else:
        on = american
    return dated(days.day(on)) if on else None


_ORDINAL: Final = p.choice(lexicon.ORDINALS)
_WEEKDAY_HEAD: Final = rf"(?:{p.WEEKDAY},?{p.S})?"
_WHICH: Final = rf"(?:(?:of|in){p.S})?(?P<which>last|this|next|that|the\ssame){p.S}year(?!\w)"
_TAIL: Final = rf"(?:,?{p.S}(?:(?P<year>{p.YEAR})|{_WHICH}))?"
_OF: Final = rf"(?:{p.S}of(?:{p.S}the\syear)?)?,?{p.S}"

_RANGE_YEAR: Final = re.compile(
    rf"(?:\s(?:to|and|until|through)\s|\s?[-–]\s?)(?P<month>{p.MONTH}){p.S}(?P<year>{p.YEAR})"
)


def _read_counted(scene: Scene) -> Reading | None:
    """ "The last day of February", "the first Sunday in May"."""
    found = scene.found
    month = _read_month_year(scene) if found["year"] or found["which"] else _read_month(scene)
    period = month.period if month else None
    if period is None or period.first is None or period.last is None:
        return None
    last = found["nth"].lower() == "last"
    nth = 0 if last else lexicon.ORDINALS[found["nth"].lower()] - 1
    if found["day"].lower() == "day":
        on = period.last if last else days.moved(period.first, "day", nth)
    else:
        number = lexicon.WEEKDAY_NUMBER[found["day"].lower().rstrip(".")]
        start = period.last if last else period.first
        shift = -((start.isoweekday() - number) % 7) if last else (number - start.isoweekday()) % 7 + 7 * nth
        on = days.moved(start, "day", shift)
    return dated(days.day(on)) if on is not None and period.first <= on <= period.last else None


def _read_week_of(scene: Scene) -> Reading | None:
    """ "The week of April 13": the week that holds the day."""
    found = _read_day(scene)
    return dated(days.week(found.period.first)) if found and found.period.first else None


RULES: Final = (
    Rule(
        name="counted day",
        kinds=frozenset({"month"}),
        pattern=re.compile(
            rf"(?<![\w-])(?i:the)\s(?P<nth>first|second|third|fourth|last)\s(?P<day>day|{p.WEEKDAY})\s(?:of|in)\s"
            rf"(?P<relation>(?!))?(?P<third>(?!))?(?P<month>{p.MONTH}){_TAIL}"
        ),
        read=_read_counted,
    ),
    Rule(
        name="week of",
        kinds=frozenset({"month"}),
        pattern=re.compile(
            rf"(?<![\w-])[Tt]he\sweek\s(?:of|starting|beginning)\s(?:(?P<month>{p.MONTH}){p.S}(?P<day>{p.DAY})"
            rf"(?P<until>(?!))?{_TAIL})"
        ),
        read=_read_week_of,
    ),
    Rule(
        name="month day",
        kinds=frozenset({"month"}),
        pattern=re.compile(
            rf"(?<![\w-]){_WEEKDAY_HEAD}(?P<month>{p.MONTH}){p.S}(?:the{p.S})?(?P<day>{p.DAY})"
            rf"(?:{p.TO}(?P<until>{p.DAY}))?{_TAIL}"
        ),
        read=_read_day,
    ),
    Rule(
        name="day month",
        kinds=frozenset({"month"}),
        pattern=re.compile(
            rf"(?<![\w.,:/-])(?:{p.WEEKDAY},?{p.S})?(?:the{p.S})?(?P<day>{p.DAY}|(?<=the\s){_ORDINAL}(?=\sof\s))"
            rf"(?:{p.TO}(?P<until>{p.DAY}))?(?:{p.S}of)?{p.S}(?P<month>{p.MONTH}){_TAIL}"
        ),
        read=_read_day,
    ),
    Rule(
        name="month year",
        kinds=frozenset({"month"}),
        pattern=re.compile(
            rf"(?<![\w-]){p.THIRD}(?P<month>{p.MONTH})"
            rf"(?:{_OF}(?P<year>{p.YEAR})|{p.S}{_WHICH})"
        ),
        read=_read_month_year,
    ),
    Rule(
        name="month",
        kinds=frozenset({"month"}),
        pattern=re.compile(rf"(?<![\w-]){p.RELATION}{p.THIRD}(?P<month>{p.LONG_MONTH}|{p.SHORT_MONTH})"),
        read=_read_month,
        accept=_accept_month,
    ),
    Rule(
        name="numeric",
        kinds=frozenset({"number"}),
        pattern=re.compile(
            r"(?<![\w./-])(?:(?P<y>[12]\d{3})[-/](?P<m>\d\d)[-/](?P<d>\d\d)"
            r"|(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?P=mark)(?P<last>\d{4}|\d\d))"
            r"(?![\w/-]|\.\d)"
        ),
        read=_read_numeric,
    ),
)
