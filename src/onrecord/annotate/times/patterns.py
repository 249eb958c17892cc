"""Pieces that the patterns of the rules are made of, and the words that call for a rule.

Every piece is bounded in length, so that no text can make a pattern take more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from onrecord.annotate.times import lexicon

S: Final = r"\s{1,3}"


def choice(words: Iterable[str]) -> str:
    """A group of literal alternatives, the longest first."""
    listed = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", S) for word in listed) + ")"


YEAR: Final = r"(?:1\d{3}|20\d{2})(?!\d|[.,:]\d)"
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d|\w)"
TO: Final = r"(?:\s?[-–—]\s?|\s(?:to|through|until)\s)"
_LONG_MONTHS: Final = "|".join((*map(str.capitalize, lexicon.MONTHS), *map(str.upper, lexicon.MONTHS)))
_SHORT_MONTHS: Final = "|".join(
    shape(month) for month in lexicon.MONTH_ABBREVIATIONS for shape in (str.capitalize, str.upper)
)
LONG_MONTH: Final = rf"(?:{_LONG_MONTHS})(?!\w)"
MONTH: Final = rf"(?:(?:{_LONG_MONTHS})(?!\w)|(?:{_SHORT_MONTHS})(?:\.|(?!\w)))"
SHORT_MONTH: Final = rf"(?:{_SHORT_MONTHS})\."
_WEEKDAYS: Final = "|".join(shape(day) for day in lexicon.WEEKDAYS for shape in (str.capitalize, str.upper))
_SHORT_WEEKDAYS: Final = "|".join(map(str.capitalize, lexicon.WEEKDAY_ABBREVIATIONS))
WEEKDAY: Final = rf"(?:(?:{_WEEKDAYS})(?!\w)|(?:{_SHORT_WEEKDAYS})\.)"
WEEKDAYS_PLURAL: Final = rf"(?:{_WEEKDAYS})[sS](?!\w)"
PART: Final = choice(lexicon.PARTS_OF_DAY)
#: "early", "the end of", or nothing; "last", "this coming", or nothing.
THIRD: Final = rf"(?:(?P<third>(?i:{choice(lexicon.THIRDS)}))(?:{S}|-))?"
RELATION: Final = r"(?:(?P<relation>(?i:last|next|this\scoming|this\spast|this|coming))\s{1,3})?"
UNIT: Final = r"(?:minute|hour|day|night|week(?:end)?|fortnight|month|quarter|year|decade|century)"
UNITS: Final = (
    r"(?:seconds|minutes?|hours?|days?|nights?|week(?:end)?s?|fortnights?|months?|quarters?|years?"
    r"|decades?|century|centuries)(?!\w)"
)
HEDGE: Final = (
    r"(?:(?:about|around|nearly|almost|some|roughly|approximately|barely|at\sleast|at\smost"
    r"|more\sthan|less\sthan|fewer\sthan|just\sover|just\sunder|(?<!ed\s)(?<!ion\s)over(?=\s(?:\d|a\s|one|two|three|four|five|six|seven|eight|nine|ten|several))|up\sto|no\smore\sthan"
    r"|well\sover|an\sestimated)\s{1,3})?"
)
#: Number words, "a" and "an" among them, in few alternatives: a list of a hundred words is tried
#: in full at every place where there is none.
_SMALL: Final = choice(word for word in lexicon.NUMBERS if "-" not in word and word not in lexicon.TENS)
_NUMBER_WORDS: Final = rf"(?:{choice(lexicon.TENS)}(?:-{choice(lexicon.ONES)})?|{_SMALL})(?!\w)"
NUMBER: Final = r"(?:\d{1,3}(?:,\d{3}|\.\d)?(?![\d,])|\d{4}(?!\d)" rf"|(?=[acefhnost]){_NUMBER_WORDS})"
FEW: Final = r"(?:a\sfew|several|many|some|dozens\sof|hundreds\sof|thousands\sof|numerous|countless)"
COUNT: Final = rf"(?:{FEW}|{NUMBER}(?:\s(?:or|to)\s{NUMBER})?)"
ZONE: Final = r"(?:GMT|UTC|EST|EDT|ET|CST|CDT|PST|PDT|PT|CET|CEST|BST|MSK|IST|JST|KST|EET|EEST)(?!\w)"

#: Kind of expression -> the words, in small letters, one of which it holds.
_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "month": (*lexicon.MONTHS, *lexicon.MONTH_ABBREVIATIONS),
    "weekday": (
        *lexicon.WEEKDAYS, *lexicon.WEEKDAY_ABBREVIATIONS, *(f"{day}s" for day in lexicon.WEEKDAYS)
    ),
    "unit": (*lexicon.UNITS, *(f"{unit}s" for unit in lexicon.UNITS), "centuries"),
    "season": tuple(lexicon.SEASONS),
    "deictic": (
        "today", "yesterday", "tomorrow", "tonight", "overnight", "morning", "afternoon", "evening", "night"
    ),
    "reference": (
        "now", "nowadays", "current", "currently", "recent", "recently", "soon", "present",
        "past", "future", "time",
    ),
    "adverb": (
        "daily", "annual", "weekly", "monthly", "yearly", "annually", "hourly", "quarterly", "nightly"
    ),
    "quarter": ("half", "quarter", "q"),
    "decade": tuple(lexicon.DECADE_WORDS),
    "clock": ("m", "am", "pm", "noon", "midnight", "midday", "clock", "gmt", "utc"),
    "holiday": tuple(
        name.replace("'", " ").split()[0]
        for name in (
            *lexicon.HOLIDAYS, *lexicon.EASTER_HOLIDAYS, *lexicon.UNPLACED_HOLIDAYS, "thanksgiving"
        )
    ),
}  # fmt: skip
#: Word, in small letters -> the kinds of expression that may hold it.
TRIGGERS: Final[dict[str, frozenset[str]]] = {
    word: frozenset(kind for kind, words in _KINDS.items() if word in words)
    for word in sorted({word for words in _KINDS.values() for word in words})
}
