"""Days of which sometimes only the month or the year is known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The earliest and the latest day that a day can be, known to the day, the month or the year."""

    earliest: date
    latest: date

    def __str__(self) -> str:
        """As it is written in a table: ``2024-05-12``, ``2024-05`` or ``2024``."""
        written = self.earliest.isoformat()
        if self.earliest == self.latest:
            return written
        return written[:7] if self.earliest.month == self.latest.month else written[:4]


# People take office on the same days: new years, inaugurations, whole cabinets at once.
@lru_cache(maxsize=16_384)
def parse_day(text: str) -> Day:
    """The day that ``2024-05-12``, ``2024-05`` or ``2024`` means; ValueError where there is none."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no day, month or year")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is not None and month is not None and day is not None:
            known = date(year, month, day)
            return Day(earliest=known, latest=known)
        last_month = month or 12
        return Day(
            earliest=date(year or 0, month or 1, 1),
            latest=date(year or 0, last_month, monthrange(year or 0, last_month)[1]),
        )
    except ValueError as error:
        raise ValueError(f"there is no {text}") from error
