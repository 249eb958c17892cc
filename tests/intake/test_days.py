"""The day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.days import find_day, find_day_in_address, is_day_line, is_future, parse_day
from tests.intake.samples import ARTICLE

DAY = date(2025, 3, 21)


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-21",
        "2025-03-21T23:30:00-05:00",
        "20250321",
        "20250321T101500Z",
        "2025/03/21",
        "Fri, 21 Mar 2025 14:05:00 GMT",
        "March 21, 2025",
        "Mar. 21 2025",
        "21st of March 2025",
    ],
)
def test_fields(value: str) -> None:
    """Days in the forms of metadata are read, as written and without a change of time zone."""
    assert parse_day(value) == DAY


@pytest.mark.parametrize("value", ["", "soon", "2025-02-30", "2025-13-01", "March 2025", "0001-01-01"])
def test_no_days(value: str) -> None:
    """What names no day of the calendar gives none."""
    assert parse_day(value) is None


@pytest.mark.parametrize(
    "line",
    [
        "Published March 21, 2025",
        "21 March 2025 14:05 GMT",
        "2025-03-21",
        "Friday, March 21, 2025 5:02 p.m. EDT",
        "Published: 21 March 2025, 10:00 | Updated: 22 March 2025, 9:12 am",
        "By Ana Duarte | March 21, 2025",
        "GENEVA, March 21, 2025 (Northern Wire) — Envoys met.",
        "The Hague, Netherlands, Friday, 21 March 2025 – Envoys met.",
        "RIO DE JANEIRO/Port-au-Prince, 21 March 2025 -- Envoys met.",
        "Frankfurt am Main, 21 March 2025 — Envoys met.",
        "Published on March 21, 2025 — Harbour Gazette",
    ],
)
def test_lines(line: str) -> None:
    """A line that says when the article was published gives the day."""
    assert find_day(f"{line}\n\n{ARTICLE}") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "The truce began on March 3, 2025.",
        "On 4 May 2024 the pact lapsed.",
        "March 3, 2025 was a Monday",
        "Moscow signed the treaty on 5 May 1992 — a deal that lapsed.",
        "Moscow, on 5 May 1992 — a Tuesday — signed the treaty.",
        "On 4 May 2024 — a Saturday — the pact lapsed.",
        "Documents released on 5 May 1992 — a Tuesday — tell of the pact.",
    ],
)
def test_sentences(line: str) -> None:
    """A day told in a sentence is not the day of publication."""
    assert find_day(f"{line}\n\n{ARTICLE}") is None
    assert not is_day_line(line)


def test_published_before_updated() -> None:
    """Where both are said, the day of publication is taken."""
    assert find_day(f"Updated March 25, 2025\nPublished March 21, 2025\n\n{ARTICLE}") == DAY


@pytest.mark.parametrize(
    "path",
    [
        "/2025/03/21/talks",
        "/world/2025-03-21-talks",
        "/news/20250321/talks",
        "/world/2025/mar/21/talks",
    ],
)
def test_addresses(path: str) -> None:
    """The path of an address gives the day."""
    assert find_day_in_address(f"https://gazette.example{path}") == DAY


def test_an_address_without_a_day() -> None:
    """Numbers in an address are not taken for a day."""
    assert find_day_in_address("https://gazette.example/news/article-48213377") is None


def test_what_is_no_address() -> None:
    """What cannot be taken apart as an address gives no day, and no error."""
    assert find_day_in_address("http://[gazette.example/2025/03/21") is None


def test_tomorrow_is_not_the_future() -> None:
    """Where it is today here, it may be tomorrow elsewhere."""
    assert not is_future(date(2025, 3, 22), DAY)
    assert is_future(date(2025, 3, 23), DAY)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_what_is_written_is_read(day: date) -> None:
    """Every day is read back from each of its forms."""
    for form in (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
    ):
        assert parse_day(form) == day


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Any text, in a field or as an article, gives a day or none, and no error."""
    for day in (parse_day(text), find_day(text)):
        assert day is None or day.year >= 1800
