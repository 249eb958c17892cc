"""Days of which the month or the year is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocab.actors import parse_day


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2024-05-12", date(2024, 5, 12), date(2024, 5, 12)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_day_has_bounds(written: str, earliest: date, latest: date) -> None:
    """What is known to month or year may be any day of it, and is written as it was."""
    day = parse_day(written)
    assert (day.earliest, day.latest, str(day)) == (earliest, latest, written)


@given(st.dates())
def test_a_whole_day_is_itself(day: date) -> None:
    """A day known to the day has no room."""
    parsed = parse_day(day.isoformat())
    assert (parsed.earliest, parsed.latest, str(parsed)) == (day, day, day.isoformat())


@pytest.mark.parametrize(
    "written",
    ["2023-02-30", "2023-13", "2023-00-01", "0000", "23", "2023-1-1", "2023-1", "", "x", "２０２３"],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    """A day that does not exist, or is not written in full, is an error that names it."""
    with pytest.raises(ValueError, match=written or "''"):
        parse_day(written)
