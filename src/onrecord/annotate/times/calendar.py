"""Expressions that the calendar names: days, months, years, decades, centuries, quarters, seasons."""

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
    before,
    dated,
    vague,
    word_after,
    word_before,
)

_SOON: Final = 60  # days: news names the coming weeks without a year and hardly ever last year's
_PAST: Final = frozenset({"last", "this past", "past", "the previous"})
_COMING: Final = frozenset({"next", "this coming", "coming", "the following"})


def _number(word: str) -> int:
    return lexicon.MONTH_NUMBER[word.lower().rstrip(".")]


def _narrowed(period: Period, part: str | None) -> Period:
    """The third of ``period`` that a word such as "early" names."""
    if part is None:
        return period
    return days.third(period, lexicon.THIRDS[re.sub(r"\s+", " ", part.lower()).strip(" -")])


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
    if ahead and (coming or not past or (ahead[0] - published).days <= _SOON):
        if past and not coming and published - past[-1] < ahead[0] - published:
            return past[-1]
        return ahead[0]
    return past[-1] if past else None


def _read_day(scene: Scene) -> Reading | None:
    found = scene.found
    number, on = _number(found["month"]), int(re.sub(r"\D", "", found["day"]))
    if found["year"]:
        first = days.valid(int(found["year"]), number, on)
    elif days.valid(2024, number, on) is None:  # a leap year: no year has the day
        return None
    elif scene.published is None:
        return vague(f"XXXX-{number:02}-{on:02}")
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


def _read_month_year(scene: Scene) -> Reading | None:
    year = int(scene.found["year"])
    return dated(_narrowed(days.month(year, _number(scene.found["month"])), scene.found["third"]))


def _read_month(scene: Scene) -> Reading | None:
    found, published = scene.found, scene.published
    number = _number(found["month"])
    if published is None:
        return vague(f"XXXX-{number:02}")
    relation = (found["relation"] or "").lower()
    year = published.year
    if relation in _COMING:
        year += number <= published.month
    elif relation in _PAST:
        year -= number >= published.month
    elif relation != "this":
        year += scene.future and number < published.month
        year -= not scene.future and number > published.month
    if not 1 <= year <= 9999:
        return vague(f"XXXX-{number:02}")
    return dated(_narrowed(days.month(year, number), found["third"]))


def _accept_month(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether a bare month name is a month: not a verb, not "April Ryan", not "Theresa May"."""
    cue, following = word_before(found, sentence[0]), word_after(found, sentence[1])
    if re.search(r"\d(?:st|nd|rd|th)?\sof\s$", before(found, sentence[0])):
        return False  # "45th of May": a day that is none
    if found["relation"] or found["third"] or cue.lower() in lexicon.STRONG_MONTH_CUES:
        return True
    name = found["month"].lower()
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


def _read_year(scene: Scene) -> Reading | None:
    found = scene.found
    year = int(found["year"])
    if not found["until"]:
        return dated(_narrowed(days.year(year), found["third"]))
    last = int(found["until"])
    last += year // 100 * 100 if last < 100 else 0
    if not year < last <= year + 100:
        return None
    return dated(days.years(f"{year:04}/{last:04}", year, last - year + 1))


def _accept_year(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether four digits are a year: not a number of things nor the number of a thing."""
    cue = word_before(found, sentence[0]).lower()
    following = word_after(found, sentence[1]).lower()
    if found["third"] or found["named"]:
        return True
    if following in lexicon.COUNTED or cue in lexicon.NUMBERED:
        return False
    year = int(found["year"])
    if not 1900 <= year <= 2100:
        return cue in lexicon.STRONG_YEAR_CUES or cue in ("of", "from", "to")
    if found["until"] or cue in lexicon.STRONG_YEAR_CUES:
        return True
    left = before(found, sentence[0])
    if left.endswith("(") or cue.endswith(("'s", "’s", "s'", "s’")):
        return True
    if cue == "and":
        return bool(re.search(r"\b(?:1[89]|20)\d\d,?\sand\s$", left)) or bool(following)
    return cue in lexicon.YEAR_CUES


def _read_decade(scene: Scene) -> Reading | None:
    found = scene.found
    if found["digits"]:
        first = int(found["digits"])
    else:
        tens = int(found["short"]) if found["short"] else lexicon.DECADE_WORDS[found["word"].lower()]
        first = (1900 if tens >= 30 or found["word"] else 2000) + tens
    return dated(_narrowed(days.decade(first), found["third"]))


def _read_century(scene: Scene) -> Reading | None:
    word = scene.found["number"].lower()
    number = lexicon.ORDINALS[word] if word in lexicon.ORDINALS else int(re.sub(r"\D", "", word))
    if not 1 <= number <= 99:
        return None
    return dated(_narrowed(days.century(number), scene.found["third"]))


def _read_quarter(scene: Scene) -> Reading | None:
    found, published = scene.found, scene.published
    word = (found["number"] or found["q"]).lower()
    number = {"last": 4, "final": 4}.get(word) or lexicon.ORDINALS.get(word) or int(word)
    halves = found["unit"] == "half"
    if number > (2 if halves else 4):
        return None
    letter = "H" if halves else "Q"
    if not found["year"] and published is None:
        return vague(f"XXXX-{letter}{number}")
    make = days.half if halves else days.quarter
    if found["year"]:
        return dated(make(int(found["year"]), number))
    year = (published or date.max).year
    which = (found["relation"] or "").lower()
    if which in ("last", "next"):
        year += 1 if which == "next" else -1
    elif not which and not scene.future:
        first = make(year, number).first
        year -= first is not None and published is not None and first > published
    return dated(make(year, number)) if 1 <= year <= 9999 else None


def _read_season(scene: Scene) -> Reading | None:
    found, published = scene.found, scene.published
    name = lexicon.SEASONS[found["season"].lower()]
    if found["year"]:
        return dated(_narrowed(days.season(int(found["year"]), name), found["third"]))
    if published is None:
        return vague(f"XXXX-{name}")
    if not 2 < published.year < 9998:
        return None
    near = [days.season(published.year + at, name) for at in (-2, -1, 0, 1)]
    relation = (found["relation"] or "").lower()
    ended = [it for it in near if it.last and it.last < published]
    begun = [it for it in near if it.first and it.first <= published]
    ahead = [it for it in near if it.first and it.first > published]
    if relation in _PAST:
        chosen = ended[-1]
    elif relation in _COMING:
        chosen = ahead[0]
    elif relation == "this":
        current = begun[-1].last is not None and begun[-1].last >= published
        chosen = begun[-1] if current or name == "WI" and published.month < 6 else near[2]
    else:
        chosen = ahead[0] if scene.future else begun[-1]
    return dated(_narrowed(chosen, found["third"]))


def _accept_season(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether a season is one: "in the fall", not "the fall of the capital" nor "Arab Spring"."""
    if found["relation"] or found["year"] or found["third"]:
        return True
    after = word_after(found, sentence[1]).lower()
    cue = word_before(found, sentence[0]).lower()
    return cue in ("in", "by", "until", "since", "during", "through") and after not in ("of", "on")


_WEEKDAY_HEAD: Final = rf"(?:{p.WEEKDAY},?{p.S})?"
_TAIL: Final = rf"(?:,?{p.S}(?P<year>{p.YEAR}))?"
_RELATION: Final = r"(?:(?P<relation>last|next|this\scoming|this\spast|this|coming)\s{1,3})?"
_THIRD: Final = rf"(?:(?P<third>{p.THIRD})(?:{p.S}|-))?"
_OF: Final = rf"(?:{p.S}of(?:{p.S}the\syear)?)?,?{p.S}"

RULES: Final = (
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
            rf"(?<![\w.,:/-])(?:{p.WEEKDAY},?{p.S})?(?:the{p.S})?(?P<day>{p.DAY})"
            rf"(?:{p.TO}(?P<until>{p.DAY}))?(?:{p.S}of)?{p.S}(?P<month>{p.MONTH}){_TAIL}"
        ),
        read=_read_day,
    ),
    Rule(
        name="month year",
        kinds=frozenset({"month"}),
        pattern=re.compile(
            rf"(?<![\w-]){_THIRD}(?P<month>{p.MONTH}){_OF}(?P<year>{p.YEAR})"
        ),
        read=_read_month_year,
    ),
    Rule(
        name="month",
        kinds=frozenset({"month"}),
        pattern=re.compile(
            rf"(?<![\w-]){_RELATION}{_THIRD}(?P<month>{p.LONG_MONTH}|{p.SHORT_MONTH})"
        ),
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
    Rule(
        name="year",
        kinds=frozenset({"year"}),
        pattern=re.compile(
            rf"(?:(?<![\w$€£#.,:/-])|(?<=\bpost-)|(?<=\bpre-)){_THIRD}(?P<named>the\syear\s)?"
            rf"(?P<year>{p.YEAR})(?:[-–/](?P<until>\d{{4}}|\d\d)(?!\d|-))?(?![\w%°]|-[\w])"
        ),
        read=_read_year,
        accept=_accept_year,
    ),
    Rule(
        name="decade",
        kinds=frozenset({"decade"}),
        pattern=re.compile(
            rf"(?<![\w-])(?:the{p.S})?{_THIRD}(?:(?P<digits>(?:1\d|20)\d0)[’']?s"
            rf"|[’'](?P<short>\d0)s|(?P<word>(?<=the\s){p.choice(lexicon.DECADE_WORDS)}))(?!\w)"
        ),
        read=_read_decade,
    ),
    Rule(
        name="century",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            rf"(?<![\w-])(?:the{p.S})?{_THIRD}(?P<number>\d{{1,2}}(?:st|nd|rd|th)"
            rf"|{p.choice(lexicon.ORDINALS)})[\s-]century(?!\w)",
            re.IGNORECASE,
        ),
        read=_read_century,
    ),
    Rule(
        name="quarter",
        kinds=frozenset({"quarter", "unit"}),
        pattern=re.compile(
            r"(?<![\w-])(?:(?:the\s)?(?:(?P<number>first|second|third|fourth|last|final)[\s-]"
            r"(?P<unit>quarter|half(?=\sof\s(?:the\syear|(?:last|this|next)\syear|[12]\d{3}))))"
            rf"(?:\sof\s(?:the\syear|(?P<relation>last|this|next)\syear))?|Q(?P<q>[1-4]))"
            rf"(?:(?:\sof)?,?{p.S}(?P<year>{p.YEAR}))?(?![\w-])"
        ),
        read=_read_quarter,
    ),
    Rule(
        name="season",
        kinds=frozenset({"season"}),
        pattern=re.compile(
            rf"(?<![\w-]){_RELATION}(?:the{p.S})?{_THIRD}"
            rf"(?P<season>spring|summer|autumn|fall|winter)"
            rf"(?:(?:{p.S}of)?{p.S}(?P<year>{p.YEAR}))?(?![\w-])"
        ),
        read=_read_season,
        accept=_accept_season,
    ),
)
