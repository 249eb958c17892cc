"""Time expressions by rules."""

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.sentences import split
from onrecord.annotate.times import days, find_times
from onrecord.annotate.times.finder import RULES
from onrecord.record import Time

FRIDAY = date(2025, 3, 21)


def find(text: str, published: date | None = FRIDAY) -> tuple[Time, ...]:
    """The times of a text."""
    return find_times(text, split(text), published)


def values(text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    """Words and value of each."""
    return [(text[it.start : it.end], it.value) for it in find(text, published)]


#: Sentence, words, value, with Friday 21 March 2025 as the published day.
RESOLVED = [
    ("He arrived on Friday.", "Friday", "2025-03-21"),
    ("He arrived on Saturday.", "Saturday", "2025-03-15"),
    ("He will arrive on Monday.", "Monday", "2025-03-24"),
    ("On Monday, he will arrive.", "Monday", "2025-03-24"),
    ("He said the plane left on Monday.", "Monday", "2025-03-17"),
    ("He said he would leave on Monday.", "Monday", "2025-03-24"),
    ('He would bring "a plan" and leave on Monday.', "Monday", "2025-03-24"),
    ("He left last Friday.", "last Friday", "2025-03-14"),
    ("He welcomed him last summer.", "last summer", "2024-SU"),
    ("It was signed on December 20.", "December 20", "2024-12-20"),
    ("The vote on April 4 is disputed.", "April 4", "2025-04-04"),
    ("It began in December.", "December", "2024-12"),
    ("They came on June 16 of last year.", "June 16 of last year", "2024-06-16"),
    ("It fell two decades ago.", "two decades ago", "200"),
    ("The wall fell on 9 November 1989.", "9 November 1989", "1989-11-09"),
    ("They met on the 5th of May 2023.", "the 5th of May 2023", "2023-05-05"),
    ("The winter of 2023 was mild.", "The winter of 2023", "2023-WI"),
    ("It opens at 3 p.m. on Saturday and will close again.", "3 p.m. on Saturday", "2025-03-22T15:00"),
    ("MINISTER TO QUIT IN MAY", "MAY", "2025-05"),
    ("The Sept. 11 attacks came first.", "Sept. 11", "2001-09-11"),
    ("It closed on Christmas Day.", "Christmas Day", "2024-12-25"),
]


@pytest.mark.parametrize(("text", "words", "value"), RESOLVED)
def test_an_expression_is_resolved_against_the_published_day(text: str, words: str, value: str) -> None:
    """Words and value are those a reader of that day would give."""
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the capital.",
        "Theresa May and April Ryan spoke.",
        "A 20-year-old conscript died.",
        "Resolution 2231 was cited.",
        "The Boeing 747 and flight 1990 left.",
        "Some 2024 soldiers and 2000 troops came.",
        "The team won 3-2, and 24/7 the line was open.",
        "On 31 February nothing happened.",
        "The Sunday Telegraph and the Sun reported it.",
        "He read it in USA Today.",
        "About 1,500 people came to room 2019.",
        "In the year 0 and on 00/00/0000 nothing was counted.",
        "The number is 20242024202420242024.",
        "A quarter of the votes were void.",
        "The pause will last as agreed.",
        "A 34-year-old man fell.",
        "The October Revolution and the Easter Rising were remembered.",
        "It was the 25th anniversary.",
        "On 31 February and the 45th of May, in the year 0.",
        "9" * 400,
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Verbs, names, numbers of things and impossible days are not read as times."""
    assert values(text) == []


def test_early_mid_and_late_narrow_the_days_and_not_the_value() -> None:
    """Thirds show in first and last day only."""
    late = find("It happened in late February.")[0]
    assert (late.value, late.first, late.last) == ("2025-02", date(2025, 2, 19), date(2025, 2, 28))


def test_a_length_has_no_days_unless_it_hangs_on_the_published_day() -> None:
    """ "For three months" is unplaced, "the past three months" ends today."""
    assert find("It rained for three months.")[0].first is None
    past = find("It rained over the past three months.")[0]
    assert (past.value, past.first, past.last) == ("P3M", date(2024, 12, 21), FRIDAY)


def test_the_following_day_counts_from_the_day_mentioned() -> None:
    """And from nothing less exact than a day."""
    assert values("He fell on March 3. The following day he died.")[1][1] == "2025-03-04"
    assert values("He fell in 2019. The following day he died.")[1][1] == "XXXX-XX-XX"


def test_without_a_published_day_values_stay_open() -> None:
    """Relative values keep their places unfilled and have no days."""
    found = find("He left on Friday, last week, on March 21 and yesterday.", None)
    assert [it.value for it in found] == ["XXXX-WXX-5", "XXXX-WXX", "XXXX-03-21", "XXXX-XX-XX"]
    assert all(it.first is None and it.last is None for it in found)


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last"),
    [
        ("The bridge fell overnight.", "overnight", "2025-03-20TNI", "2025-03-20", "2025-03-21"),
        (
            "He left on the night of March 5.",
            "the night of March 5",
            "2025-03-05TNI",
            "2025-03-05",
            "2025-03-05",
        ),
        ("It ran from May to August 1992.", "May", "1992-05", "1992-05-01", "1992-05-31"),
        ("The signing is on the 25th.", "the 25th", "2025-03-25", "2025-03-25", "2025-03-25"),
        ("It met on the third of March.", "the third of March", "2025-03-03", "2025-03-03", "2025-03-03"),
        ("It is due in the week of April 7.", "the week of April 7", "2025-W15", "2025-04-07", "2025-04-13"),
        ("Polls open the year after next.", "the year after next", "2027", "2027-01-01", "2027-12-31"),
        ("It came four decades ago.", "four decades ago", "198", "1980-01-01", "1989-12-31"),
        ("It lasted six years and three months.", "six years and three months", "P6Y3M", None, None),
        ("Talks took three or four days.", "three or four days", "P4D", None, None),
        ("Australia votes this winter.", "this winter", "2025-WI", "2025-06-01", "2025-08-31"),
        ("Norway votes this summer.", "this summer", "2025-SU", "2025-06-01", "2025-08-31"),
        ("Shelling goes on each April.", "each April", "XXXX-04", None, None),
        (
            "They met on March 5. Two nights later it rained.",
            "Two nights later",
            "2025-03-07TNI",
            "2025-03-07",
            "2025-03-07",
        ),
        ("On 2 March, a Sunday, he fell.", "a Sunday", "2025-03-02", "2025-03-02", "2025-03-02"),
    ],
)
def test_an_expression_is_read(
    text: str, words: str, value: str, first: str | None, last: str | None
) -> None:
    """Value and days of the shapes that news uses, published on Friday 21 March 2025."""
    found = {text[it.start : it.end]: it for it in find(text, FRIDAY)}
    assert words in found
    it = found[words]
    assert it.value == value
    assert [day and day.isoformat() for day in (it.first, it.last)] == [first, last]


def test_rules_have_names_of_their_own() -> None:
    """A rule can be told from every other."""
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


_TABLE = """
the last next early late mid- Friday Fri. May March 31 February 2024 2024-25 30 two a few years
weeks ago later of to – , . ( ) 3 p.m. 25:99 0 99th century winter every day Easter 9/11 at
time now é 𝒳 in 31/12/9999 1000 thousands decades before 9999
"""
_WORDS = st.sampled_from(_TABLE.split())


@given(st.lists(_WORDS, max_size=14).map(" ".join), st.none() | st.dates())
def test_spans_are_ordered_disjoint_and_in_the_text(text: str, published: date | None) -> None:
    """Whatever the words and the published day, the first of them and the last included."""
    found = find(text, published)
    for one, two in pairwise(found):
        assert one.end <= two.start
    for it in found:
        assert text[it.start : it.end].strip() == text[it.start : it.end] != ""
        assert (it.first is None) == (it.last is None)
        assert it.first is None or it.last is None or it.first <= it.last


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.integers(0, 2))
def test_thirds_of_a_month_lie_within_it_and_meet(day: date, number: int) -> None:
    """The three thirds cover the month once."""
    month = days.month(day.year, day.month)
    part = days.third(month, number)
    limits = [month.first, part.first, part.last, month.last]
    placed = [limit for limit in limits if limit is not None]
    assert len(placed) == 4
    assert placed == sorted(placed)
    if number:
        before = days.third(month, number - 1).last
        assert before == placed[1] - timedelta(days=1)


@pytest.mark.parametrize(("year", "month", "day"), [(2024, 3, 31), (2025, 4, 20), (1961, 4, 2)])
def test_easter_falls_where_the_church_has_it(year: int, month: int, day: int) -> None:
    """Three known Easters."""
    assert days.easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    "piece", ["1 ", "one ", "the ", "a few ", "9", "2024 ", "early ", "week ", "1:1:", "twenty-", "January "]
)
def test_hostile_text_costs_linear_time(piece: str) -> None:
    """Forty thousand characters of triggers in one sentence take no more than a few seconds."""
    text = piece * (40_000 // len(piece)) + "years"
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 5
