"""Finding the time expressions of a text: which rules to try, which of their matches stand."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from onrecord.annotate.times import calendar, clock, durations, holidays, nearby, periods, relative
from onrecord.annotate.times.days import Period
from onrecord.annotate.times.patterns import TRIGGERS
from onrecord.annotate.times.reading import Reading, Rule, Scene
from onrecord.record import Span, Time

RULES: Final[tuple[Rule, ...]] = (
    *calendar.RULES,
    *periods.RULES,
    *nearby.RULES,
    *relative.RULES,
    *durations.RULES,
    *clock.RULES,
    *holidays.RULES,
)
_TOKEN: Final = re.compile(r"[A-Za-z]{1,20}|\d{1,6}")
#: Readings that place nothing and so cannot anchor a later "the following day".
_NO_ANCHOR: Final = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")

_NONE: Final[frozenset[str]] = frozenset()
_NUMBER: Final = frozenset({"number"})
_FIGURE: Final = frozenset({"number", "decade"})
_YEAR: Final = frozenset({"number", "year", "decade"})
_REACH: Final = 80  # characters: no pattern reaches farther from its trigger word

_Match = tuple[re.Match[str], Rule]


def find_times(text: str, sentences: Sequence[Span], published: date | None) -> tuple[Time, ...]:
    """The time expressions of ``sentences``, in order and disjoint, as TIMEX3 has them.

    What counts from today is resolved against ``published``; where that is None, values are left
    open ("XXXX-WXX-5") and first and last day null. Rules after HeidelTime (Strötgen and Gertz
    2010) in kind: patterns, then resolution against the published day and the days mentioned.
    """
    times: list[Time] = []
    mentioned: Period | None = None
    before: Period | None = None
    for sentence in sentences:
        limits = (sentence.start, sentence.end)
        found: list[Time] = []
        beside: Period | None = None
        for match, rule in _standing(text, limits):
            scene = Scene(
                text=text,
                sentence=limits,
                found=match,
                published=published,
                mentioned=mentioned,
                beside=beside,
                near=beside or before,
            )
            reading = rule.read(scene)
            if reading is None:
                continue
            found.append(_time(match, reading))
            beside = _anchor(reading) or beside
            mentioned = beside or mentioned
        before = beside
        times.extend(clock.join(found, text))
    return tuple(times)


def _standing(text: str, sentence: tuple[int, int]) -> Iterable[_Match]:
    """The matches in a sentence that overlap none longer, in order."""
    places = _places(text, sentence)
    matches = [
        (match, rule)
        for rule in RULES
        for window in _window(rule, places, sentence)
        for match in rule.pattern.finditer(text, *window)
        if rule.accept is None or rule.accept(match, sentence)
    ]
    return _disjoint(matches)


def _places(text: str, sentence: tuple[int, int]) -> dict[str, tuple[int, int]]:
    """Kind of expression -> where the first and the last word start that may be part of one."""
    if not any(map(_kinds, _TOKEN.findall(text, *sentence))):
        return {}
    places: dict[str, tuple[int, int]] = {}
    for token in _TOKEN.finditer(text, *sentence):
        at = token.start()
        for kind in _kinds(token.group()):
            places[kind] = (places[kind][0] if kind in places else at, at)
    return places


def _kinds(token: str) -> frozenset[str]:
    """The kinds of expression that a word or figure may be part of."""
    if token[0] > "9":
        return TRIGGERS.get(token.lower(), _NONE)
    if len(token) == 4:
        return _YEAR
    return _FIGURE if len(token) == 2 else _NUMBER


def _window(
    rule: Rule, places: dict[str, tuple[int, int]], sentence: tuple[int, int]
) -> Iterable[tuple[int, int]]:
    """The stretch of the sentence, if any, that can hold what the rule finds."""
    found = [places[kind] for kind in rule.kinds if kind in places]
    if found:
        start = min(first for first, _ in found) - _REACH
        end = max(last for _, last in found) + _REACH
        yield max(start, sentence[0]), min(end, sentence[1])


def _disjoint(matches: list[_Match]) -> list[_Match]:
    """The longest of each heap of overlapping matches; of equals, the one whose rule comes first."""
    matches.sort(key=lambda found: found[0].start())
    kept: list[_Match] = []
    for heap in _heaps(matches):
        taken: list[_Match] = []
        for match, rule in sorted(heap, key=lambda found: found[0].start() - found[0].end()):
            at = bisect(taken, match.start(), key=lambda found: found[0].start())
            clear = at == 0 or taken[at - 1][0].end() <= match.start()
            if clear and (at == len(taken) or match.end() <= taken[at][0].start()):
                taken.insert(at, (match, rule))
        kept.extend(taken)
    return kept


def _heaps(matches: list[_Match]) -> Iterable[list[_Match]]:
    """Runs of matches, sorted by start, of which each overlaps one before it."""
    heap: list[_Match] = []
    end = -1
    for match, rule in matches:
        if heap and match.start() >= end:
            yield heap
            heap = []
        heap.append((match, rule))
        end = max(end, match.end())
    if heap:
        yield heap


def _time(match: re.Match[str], reading: Reading) -> Time:
    return Time(
        start=match.start(),
        end=match.end(),
        type=reading.type,
        value=reading.period.value,
        first=reading.period.first,
        last=reading.period.last,
    )


def _anchor(reading: Reading) -> Period | None:
    """What a later "the following day" may count from, if this reading is such."""
    period = reading.period
    if reading.type not in ("DATE", "TIME") or period.first is None or period.value in _NO_ANCHOR:
        return None
    return Period(value=period.value.partition("T")[0], first=period.first, last=period.last)
