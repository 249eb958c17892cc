"""The day an article was published: read from a field, a line of the text or the address.

A day is the one written down, in the publisher's own time zone: nothing is converted.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

from onrecord.intake.lines import find_lines
from onrecord.intake.wordlist import wordlist

_HEAD, _TAIL, _LONGEST = 8, 6, 160
_EARLIEST = 1800

_MONTH_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        start=1,
    )
}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:1[89]|20|21)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?<!\d)(?P<year>(?:1[89]|20|21)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:1[89]|20|21)\d\d)/(?P<month>\d\d)/(?P<day>\d\d)(?!\d)",
        rf"\b{_MONTH}\s{_DAY}\s?,?\s{_YEAR}",
        rf"{_DAY}(?:\sof)?[\s-]{_MONTH}\s?,?[\s-]{_YEAR}",
    )
)
_COMPACT = re.compile(r"(?P<year>(?:1[89]|20|21)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_PATH_DAY = re.compile(
    r"/(?P<year>(?:1[89]|20|21)\d\d)[/-]?(?P<month>\d\d|[a-z]{3})[/-]?(?P<day>\d\d)(?!\d)", re.I
)

# What may stand beside the day in a line that says when an article was published.
_BESIDE = re.compile(
    r"(?:published|posted|updated|modified|created|issued|released|filed|last|first|originally|date|on|at|and"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|[ap]\.?m\.?|gmt|utc|[a-z]?[ecmp][ds]?t|bst|cet|cest|msk|ist|z|t|\d\d?[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?"
    r"|[+-]\d\d:?\d\d|\d\d?\s?(?=[ap]m))(?![^\W\d_])|[\s,;:|–—•·()./-]+",
    re.I,
)
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.I)
_SAYS = re.compile(r"\b(?:published|posted|updated|modified|issued|released|filed|date)\b", re.I)
_DATELINE = re.compile(r"[^\W\d_][^–—]{0,60}?[–—]|[^\W\d_][^–—]{0,60}?\s--?\s")
_BY = re.compile(r"by ", re.I)
_WORD = re.compile(r"[^\W\d_][^\s,;:/()|]*")
# The small words that names of places hold, and the words that open a phrase of time and no name.
_PARTICLES = wordlist(
    "al am an and au aux da das de del della der des di do dos du el en la le les of on upon"
)
_NO_PLACE = wordlist("after as at before by during from in on since until when while")


def parse_day(value: str) -> date | None:
    """The day that ``value``, a field of metadata or of an option, names; null where it names none.

    ISO 8601 days and instants, ``20250321``, "March 21, 2025", "21 March 2025 14:05 GMT", RFC 2822.
    """
    value = value.strip()[:_LONGEST]
    if match := _COMPACT.match(value):
        return _date(match)
    return _first_day(value)


def find_day(text: str) -> date | None:
    """The day of publication that a line at the head or the tail of ``text`` gives, or a dateline.

    A line gives it where it holds the day and beside it only the time, the weekday, a byline or
    words such as "published" and "updated"; a day told in a sentence is not looked at.
    """
    lines = [line.text for line in find_lines(text)]
    head, tail = lines[:_HEAD], lines[max(len(lines) - _TAIL, _HEAD) :]
    candidates = [line for line in head + tail if is_day_line(line) or _is_dated_byline(line)]
    for line in sorted(candidates, key=lambda line: _UPDATED.search(line) is not None):
        return _first_day(line)
    return next((day for line in head if (day := _day_of_dateline(line))), None)


def find_day_in_address(url: str) -> date | None:
    """The day in the path of an address: ``/2025/03/21/``, ``/2025-03-21``, ``/20250321``,
    ``/2025/mar/21``.
    """
    try:
        path = urlsplit(url).path
    except ValueError:  # "http://[": no address
        return None
    match = _PATH_DAY.search(path)
    return _date(match) if match else None


def is_day_line(line: str) -> bool:
    """Whether ``line`` holds a day and nothing but what goes with it: time, weekday, "published
    on".
    """
    if len(line) > _LONGEST or not any(character.isdigit() for character in line):
        return False
    match = next((found for form in _FORMS if (found := form.search(line))), None)
    if match is None or _date(match) is None:
        return False
    rest = line[: match.start()] + " " + line[match.end() :]
    second = next((found for form in _FORMS if (found := form.search(rest))), None)
    if second and _SAYS.search(rest):
        rest = rest[: second.start()] + " " + rest[second.end() :]
    return not _BESIDE.sub("", rest)


def is_future(day: date, today: date) -> bool:
    """Whether ``day`` is later than tomorrow: where it is still ``today``, it may be tomorrow
    elsewhere.
    """
    return day > today + timedelta(days=1)


def _is_dated_byline(line: str) -> bool:
    """Whether a short line opens with "By" and ends with a day: "By Jane Roe | March 21, 2025"."""
    return len(line) <= 100 and bool(_BY.match(line)) and not line.endswith(".") and len(line.split()) <= 14


def _day_of_dateline(line: str) -> date | None:
    """The day in what opens ``line`` up to a dash, where only a place stands before the day."""
    dateline = _DATELINE.match(line[:80])
    match = _first_match(dateline.group()) if dateline else None
    return _date(match) if match and _is_place(line[: match.start()]) else None


def _is_place(text: str) -> bool:
    """Whether ``text`` is the place of a dateline, nothing, or "Published on": words with a capital,
    and the particles of names between them.
    """
    if _SAYS.match(text) and not _BESIDE.sub("", text):
        return True
    words = _WORD.findall(text)
    capital = all(not word[0].islower() or word.split("-")[0] in _PARTICLES for word in words)
    return capital and not (words and (words[0].lower() in _NO_PLACE or words[-1] in _PARTICLES))


def _first_day(value: str) -> date | None:
    match = _first_match(value)
    return _date(match) if match else None


def _first_match(value: str) -> re.Match[str] | None:
    found = [match for form in _FORMS if (match := form.search(value))]
    return min(found, key=lambda match: match.start(), default=None)


def _date(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTH_NUMBERS.get(month[:3], 0)
    year, day = int(match["year"]), int(match["day"])
    try:
        return date(year, number, day) if year >= _EARLIEST else None
    except ValueError:  # a day that no calendar has, such as February 30
        return None
