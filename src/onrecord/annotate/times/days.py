"""Arithmetic on days: the periods that the calendar knows. Pure functions; no text."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

_SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS: Final = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A TIMEX3 value with its first and last day; both null where nothing places it."""

    value: str
    first: date | None = None
    last: date | None = None


def day(on: date) -> Period:
    """One day."""
    return Period(value=on.isoformat(), first=on, last=on)


def week(of: date) -> Period:
    """The week, Monday to Sunday, that holds ``of``; cut at the ends of the calendar."""
    year, number, _ = of.isocalendar()
    first = date.fromordinal(max(1, of.toordinal() - of.weekday()))
    last = date.fromordinal(min(date.max.toordinal(), of.toordinal() + 6 - of.weekday()))
    return Period(value=f"{year:04}-W{number:02}", first=first, last=last)


def weekend(of: date) -> Period:
    """Saturday and Sunday of the week that holds ``of``."""
    whole = week(of)
    last = whole.last or of
    first = date.fromordinal(max(1, last.toordinal() - 1))
    return Period(value=f"{whole.value}-WE", first=first, last=last)


def month(year: int, number: int) -> Period:
    """A month of a year from 1 to 9999."""
    last = date(year, number, monthrange(year, number)[1])
    return Period(value=f"{year:04}-{number:02}", first=date(year, number, 1), last=last)


def quarter(year: int, number: int) -> Period:
    """A quarter, 1 to 4."""
    return _months(f"{year:04}-Q{number}", year, 3 * number - 2, 3)


def half(year: int, number: int) -> Period:
    """A half of a year, 1 or 2."""
    return _months(f"{year:04}-H{number}", year, 6 * number - 5, 6)


def season(year: int, name: str, *, southern: bool = False) -> Period:
    """A meteorological season of the north, or the south, named for the year it starts in."""
    number = _SEASON_MONTH[name]
    return _months(f"{year:04}-{name}", year, (number + 5) % 12 + 1 if southern else number, 3)


def year(number: int) -> Period:
    """A year from 1 to 9999."""
    return years(f"{number:04}", number, 1)


def decade(first: int) -> Period:
    """The ten years from ``first``, a multiple of ten."""
    return years(f"{first // 10:03}", first, 10)


def century(number: int) -> Period:
    """A century by its number: the 19th is 1800 to 1899, as TIMEX3 counts."""
    return years(f"{number - 1:02}", (number - 1) * 100, 100)


def years(value: str, first: int, count: int) -> Period:
    """``count`` years from ``first``, called ``value``."""
    return Period(
        value=value,
        first=date(max(1, first), 1, 1),
        last=date(min(9999, first + count - 1), 12, 31),
    )


def _months(value: str, year: int, number: int, count: int) -> Period:
    end = year * 12 + number - 1 + count - 1
    last = month(min(9999, end // 12), end % 12 + 1).last
    return Period(value=value, first=date(year, number, 1), last=last)


def valid(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day (31 February)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def moved(on: date, unit: str, count: int) -> date | None:
    """The day ``count`` units after ``on`` (before, if negative); None outside years 1 to 9999.

    A day that the month reached does not have becomes its last: 31 January and a month is
    28 February.
    """
    if unit in _DAYS:
        ordinal = on.toordinal() + count * _DAYS[unit]
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    if unit not in _MONTHS:
        return on
    months = on.year * 12 + on.month - 1 + count * _MONTHS[unit]
    year, number = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, number + 1, min(on.day, monthrange(year, number + 1)[1]))


def around(on: date, unit: str) -> Period:
    """The period of the size of ``unit`` that holds ``on``: its day, week, month, year, decade."""
    if unit in ("week", "fortnight"):
        return week(on)
    if unit == "weekend":
        return weekend(on)
    if unit == "month":
        return month(on.year, on.month)
    if unit == "quarter":
        return quarter(on.year, (on.month - 1) // 3 + 1)
    if unit == "year":
        return year(on.year)
    if unit == "decade":
        return decade(on.year // 10 * 10)
    if unit == "century":
        return century(on.year // 100 + 1)
    return day(on)


def third(period: Period, number: int) -> Period:
    """The first, middle or last third (0, 1, 2), in days up to a month, then in months, then years.

    n parts are cut at n//3 and 2n//3: 11 and 21 of a month of 30 or 31 days, May and September.
    """
    if period.first is None or period.last is None:
        return period
    first, last = period.first, period.last
    length = (last - first).days + 1
    unit = "day" if length <= 31 else "month" if length <= 366 else "year"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    parts = length if unit == "day" else months if unit == "month" else months // 12
    start = moved(first, unit, parts * number // 3)
    following = moved(first, unit, parts * (number + 1) // 3)
    end = moved(following, "day", -1) if number < 2 and following else last
    return replace(period, first=start, last=end)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm; Meeus 1991)."""
    golden = year % 19
    hundreds, rest = divmod(year, 100)
    shift = (hundreds - (hundreds + 8) // 25 + 1) // 3
    moon = (19 * golden + hundreds - hundreds // 4 - shift + 15) % 30
    sunday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    number, on = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, number, on + 1)


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    return date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7)
