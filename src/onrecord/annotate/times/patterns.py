"""Pieces that the patterns of the rules are made of, and the words that call for a rule.

Every piece is bounded in length, so that no text can make a pattern take more than linear time.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.annotate.times import lexicon


def choice(words: object) -> str:
    """A group of literal alternatives, the longest first."""
    listed = sorted((str(word) for word in iter_words(words)), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", S) for word in listed) + ")"


def iter_words(words: object) -> list[object]:
    """The words of a table: its keys if it is a mapping."""
    if isinstance(words, dict | tuple | list | frozenset):
        return list(words)
    raise TypeError(f"not a table of words: {words!r}")


S: Final = r"\s{1,3}"
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
_WEEKDAYS: Final = "|".join(
    shape(day) for day in lexicon.WEEKDAYS for shape in (str.capitalize, str.upper)
)
_SHORT_WEEKDAYS: Final = "|".join(map(str.capitalize, lexicon.WEEKDAY_ABBREVIATIONS))
WEEKDAY: Final = rf"(?:(?:{_WEEKDAYS})(?!\w)|(?:{_SHORT_WEEKDAYS})\.)"
WEEKDAYS_PLURAL: Final = rf"(?:{_WEEKDAYS})[sS](?!\w)"
PART: Final = choice(lexicon.PARTS_OF_DAY)
THIRD: Final = choice(lexicon.THIRDS)
EARLY: Final = r"(?:early|late|mid)"
UNIT: Final = r"(?:minute|hour|day|night|week(?:end)?|fortnight|month|quarter|year|decade|century)"
UNITS: Final = (
    r"(?:seconds|minutes?|hours?|days?|nights?|week(?:end)?s?|fortnights?|months?|quarters?|years?"
    r"|decades?|century|centuries)(?!\w)"
)
HEDGE: Final = (
    r"(?:(?:about|around|nearly|almost|some|roughly|approximately|barely|at\sleast|at\smost"
    r"|more\sthan|less\sthan|fewer\sthan|just\sover|just\sunder|up\sto|no\smore\sthan"
    r"|well\sover|an\sestimated)\s{1,3})?"
)
NUMBER: Final = r"(?:\d{1,3}(?:,\d{3}|\.\d)?(?![\d,])|\d{4}(?!\d)|" + choice(lexicon.NUMBERS) + r"(?!\w))"
FEW: Final = r"(?:a\sfew|several|many|some|dozens\sof|hundreds\sof|thousands\sof|numerous|countless)"
COUNT: Final = rf"(?:{FEW}|{NUMBER})"
ZONE: Final = r"(?:GMT|UTC|EST|EDT|ET|CST|CDT|PST|PDT|PT|CET|CEST|BST|MSK|IST|JST|KST|EET|EEST)(?!\w)"

#: Word, in small letters -> kinds of expression that it may be part of.
TRIGGERS: Final[dict[str, str]] = (
    dict.fromkeys((*lexicon.MONTHS, *lexicon.MONTH_ABBREVIATIONS), "month")
    | dict.fromkeys((*lexicon.WEEKDAYS, *lexicon.WEEKDAY_ABBREVIATIONS), "weekday")
    | dict.fromkeys((f"{day}s" for day in lexicon.WEEKDAYS), "weekday")
    | dict.fromkeys((*lexicon.UNITS, *(f"{unit}s" for unit in lexicon.UNITS), "centuries"), "unit")
    | dict.fromkeys(lexicon.SEASONS, "season")
    | dict.fromkeys(
        ("today", "yesterday", "tomorrow", "tonight", "morning", "afternoon", "evening", "night"),
        "deictic",
    )
    | dict.fromkeys(("now", "nowadays", "currently", "recently", "present", "time"), "reference")
    | dict.fromkeys(
        ("daily", "weekly", "monthly", "yearly", "annually", "hourly", "quarterly", "nightly"),
        "adverb",
    )
    | dict.fromkeys(("half", *(f"q{at}" for at in range(1, 5))), "quarter")
    | dict.fromkeys((*lexicon.DECADE_WORDS, "s"), "decade")
    | dict.fromkeys(
        ("a", "am", "pm", "p", "noon", "midnight", "midday", "clock", *ZONE[3:-7].lower().split("|")),
        "clock",
    )
    | dict.fromkeys(
        (
            word
            for name in (
                *lexicon.HOLIDAYS, *lexicon.EASTER_HOLIDAYS, *lexicon.UNPLACED_HOLIDAYS,
                "thanksgiving",
            )
            for word in name.replace("'", " ").split()[:1]
        ),
        "holiday",
    )
)  # fmt: skip
