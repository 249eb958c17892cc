"""Lengths of time, and times that come again and again."""

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
    vague,
    word_after,
    word_before,
)
from onrecord.annotate.times.relative import amount, offset, singular

#: "in two weeks" after these is a length, not a day to come: "the first time in two decades".
_SUPERLATIVE: Final = re.compile(
    r"\b(?:first|time|worst|best|only|once|most|least|\w{3,12}est)\b[^,;]{0,25}\bin\s$"
)
#: Before "last" these make a verb of it.
_LASTING: Final = frozenset(
    {"will", "would", "may", "might", "could", "can", "to", "must", "should", "not", "only"}
)
_ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of ``count`` units, "X" for a count that is not told."""
    letter, times, clock = lexicon.UNITS[unit]
    if count is not None and letter in lexicon.LONG_UNITS and not float(count).is_integer():
        letter, times = "Y", lexicon.LONG_UNITS[letter]
    number = "X" if count is None else f"{count * times:g}"
    return f"P{'T' if clock else ''}{number}{letter}"


def _duration(value: str, first: date | None = None, last: date | None = None) -> Reading:
    return Reading(type="DURATION", period=Period(value=value, first=first, last=last))


def _set(value: str) -> Reading:
    return Reading(type="SET", period=Period(value=value))


def _count(words: str | None) -> float | None:
    """The number that ``words`` name, halves among them; None for "several" and for no words."""
    plain = re.sub(r"\s+", " ", (words or "").lower()).strip()
    halved = re.sub(r"[\s-]and[\s-]a[\s-]half$", "", plain)
    number = amount(halved)
    return number if halved == plain or number is None else number + 0.5


def _read_duration(scene: Scene) -> Reading | None:
    found = scene.found
    unit = singular(found["unit"])
    count = _count(found["count"])
    if found["half"] and count is not None:
        count += 0.5
    left = scene.before.lower()
    ahead = re.search(r"\bin\s$", left) is not None and _SUPERLATIVE.search(left) is None
    if ahead and count is not None and scene.future:
        return offset(scene.published, unit, count)
    return _duration(length(count, unit))


def _accept_duration(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether the words are a length of time: not an age, not a rate, not "one day"."""
    cue, after = word_before(found, sentence[0]).lower(), word_after(found, sentence[1]).lower()
    if after in ("old", "olds") or cue in ("aged", "age"):
        return False
    count = (found["count"] or "").lower()
    if found["unit"].lower().startswith("quarter") and "quarters" not in found.group():
        return False  # "a quarter of the votes"
    if re.search(r"\bage(?:d|\sof)\s$", before(found, sentence[0])):
        return False
    if found["hedged"] or count not in ("a", "an", "one"):
        return True
    if count == "one" and found["unit"].lower() != "day":
        return True
    if count != "one" and after in ("before", "after"):
        return True  # "a day after the ruling"
    return cue in lexicon.LENGTH_CUES or (after == "of" and found["unit"].lower() != "day")


def _read_bare(scene: Scene) -> Reading | None:
    return _duration(length(None, singular(scene.found["unit"])))


def _accept_bare(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether a bare plural is a length: "for years", "months of talks"."""
    cue, after = word_before(found, sentence[0]).lower(), word_after(found, sentence[1]).lower()
    if cue == "of" and before(found, sentence[0]).lower().endswith("matter of "):
        return True
    if after in ("before", "after") and cue not in ("all", "early"):
        return True  # "hours after the vote"
    if after == "of":
        return cue in ("", "after", "for", "by", "following", "despite", "through", "in", "from")
    return cue in ("for", "lasted", "last", "in", "within", "took", "take", "over")


def _read_compound(scene: Scene) -> Reading | None:
    return _duration(length(_count(scene.found["count"]), singular(scene.found["unit"])))


def _read_long(scene: Scene) -> Reading | None:
    """ "Hours-long", "decade-long"."""
    word = scene.found["unit"].lower()
    return _duration(length(1 if word == singular(word) else None, singular(word)))


def _read_window(scene: Scene) -> Reading | None:
    """ "The past three months", "the next two weeks", "recent days"."""
    found, published = scene.found, scene.published
    unit = singular(found["unit"])
    ahead = found["way"].lower() in ("next", "coming")
    counted = found["count"] is not None or found["unit"].lower() == unit
    if not counted and found["way"].lower() in ("recent", "coming"):
        return vague("FUTURE_REF" if ahead else "PAST_REF")
    count = _count(found["count"]) if found["count"] else (1.0 if counted else None)
    if published is None or count is None or not count.is_integer():
        return _duration(length(count, unit))
    end = days.moved(published, unit, int(count) if ahead else -int(count))
    if end is None or unit in ("hour", "minute", "second"):
        return _duration(length(count, unit))
    return _duration(length(count, unit), min(published, end), max(published, end))


def _accept_window(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether the words are a window on time: "the past year", but not "the last day"."""
    unit = found["unit"].lower()
    if (
        found["way"].lower() == "last"
        and found["the"] is None
        and word_before(found, sentence[0]) in _LASTING
    ):
        return False  # "will last four days"
    if found["count"] or unit != singular(unit):
        return True
    return unit != "day" and found["way"].lower() != "recent" and found["the"] is not None


def _read_every(scene: Scene) -> Reading | None:
    found = scene.found
    if found["day"]:
        return _set(f"XXXX-WXX-{lexicon.WEEKDAY_NUMBER[found['day'].lower().rstrip('.')]}")
    if found["month"]:
        return _set(f"XXXX-{lexicon.MONTH_NUMBER[found['month'].lower()]:02}")
    if found["part"]:
        return _set(f"XXXX-XX-XXT{lexicon.PARTS_OF_DAY[found['part'].lower()]}")
    word = (found["count"] or "").lower()
    count = 2.0 if word in ("other", "second") else _count(word) if word else 1.0
    return _set(length(count, singular(found["unit"])))


def _read_rate(scene: Scene) -> Reading | None:
    return _set(length(1, scene.found["unit"].lower()))


def _accept_rate(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether "a day" is a rate: after a plural, a number, "times" or "per"."""
    if found["times"] or found["per"]:
        return True
    if word_after(found, sentence[1]).lower() in ("ago", "earlier", "later", "before", "after", "of"):
        return False
    return bool(re.search(r"(?:[a-z]{3}s|\d|illion)\s$", before(found, sentence[0])))


def _read_plural(scene: Scene) -> Reading | None:
    return _set(f"XXXX-WXX-{lexicon.WEEKDAY_NUMBER[scene.found['day'].lower()[:-1]]}")


def _read_adverb(scene: Scene) -> Reading | None:
    return _set(_ADVERBS[scene.found["word"].lower()])


def _accept_adverb(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether "daily" is no newspaper: not "the daily Le Monde", "a weekly magazine"."""
    after = word_after(found, sentence[1])
    return not after[:1].isupper() and after not in ("newspaper", "magazine", "paper")


_HALF: Final = rf"{p.COUNT}[\s-]and[\s-]a[\s-]half|half\san?|a\squarter\sof\sa"
_ALONE: Final = r"(?![\w]|-(?:\w))"

RULES: Final = (
    Rule(
        name="duration",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            rf"(?<![\w$€£.,-])(?P<hedged>{p.HEDGE})(?P<count>{_HALF}|{p.COUNT}|{p.NUMBER}){p.S}"
            rf"(?:(?:more|straight|consecutive|additional|full|whole|long)\s)?"
            rf"(?P<unit>{p.UNITS})(?P<half>\sand\sa\shalf)?(?![\w-]|\sold)",
            re.IGNORECASE,
        ),
        read=_read_duration,
        accept=_accept_duration,
    ),
    Rule(
        name="bare plural",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            r"(?<![\w-])(?:the\s(?=\w{4,7}\s(?:before|after)(?!\w)))?(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_bare,
        accept=_accept_bare,
    ),
    Rule(
        name="compound",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            rf"(?<![\w$€£.,-])(?P<count>{p.NUMBER}|half|several)-(?P<unit>{p.UNIT})(?:-long)?"
            r"(?![\w-]|\solds?(?!\w))",
            re.IGNORECASE,
        ),
        read=_read_compound,
    ),
    Rule(
        name="long",
        kinds=frozenset({"unit"}),
        pattern=re.compile(rf"(?<![\w-])(?P<unit>{p.UNIT}s?|centuries)-long(?![\w-])", re.IGNORECASE),
        read=_read_long,
    ),
    Rule(
        name="window",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            rf"(?<![\w-])(?P<the>the\s)?(?P<way>past|last|next|coming|recent)\s"
            rf"(?:(?P<count>few|several|couple\sof|{_HALF}|{p.COUNT}){p.S})?(?P<unit>{p.UNITS})(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_window,
        accept=_accept_window,
    ),
    Rule(
        name="every",
        kinds=frozenset({"unit", "weekday", "month", "deictic"}),
        pattern=re.compile(
            rf"(?<![\w-])(?:every|each)\s(?:single\s|(?:other|second|third)\s(?=[A-Z]))?(?:(?P<day>{p.WEEKDAY})|(?P<month>{p.LONG_MONTH})"
            rf"|(?P<part>{p.PART})"
            rf"|(?:(?P<count>other|second|few|{p.NUMBER})\s)?(?P<unit>{p.UNITS}))(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_every,
    ),
    Rule(
        name="rate",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            rf"(?<![\w-])(?P<times>(?:(?:once|twice|thrice)|(?:{p.COUNT})\stimes)\s)?"
            r"(?:(?P<per>per|each|every)|an?)\s(?P<unit>minute|hour|day|week|month|year)(?![\w-])",
            re.IGNORECASE,
        ),
        read=_read_rate,
        accept=_accept_rate,
    ),
    Rule(
        name="weekdays",
        kinds=frozenset({"weekday"}),
        pattern=re.compile(rf"(?<![\w-])(?P<day>{p.WEEKDAYS_PLURAL})"),
        read=_read_plural,
    ),
    Rule(
        name="adverb",
        kinds=frozenset({"adverb"}),
        pattern=re.compile(rf"(?<![\w-])(?P<word>(?i:{p.choice(_ADVERBS)}))(?![\w-])(?!\s[A-Z])"),
        read=_read_adverb,
        accept=_accept_adverb,
    ),
)
