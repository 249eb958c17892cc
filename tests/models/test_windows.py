"""Windows over a long text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.windows import windows

sizes = st.lists(st.integers(1, 30), max_size=400)


@given(sizes=sizes, draw=st.data())
def test_every_word_is_owned_by_exactly_one_window(sizes: list[int], draw: st.DataObject) -> None:
    """The owned parts follow each other without gap or overlap, each inside its window."""
    starts = sorted(draw.draw(st.sets(st.integers(0, max(0, len(sizes) - 1)), max_size=40)))
    found = windows(sizes, starts, width=60, overlap=15)
    at = 0
    for window in found:
        assert window.own_first == at
        assert window.first <= window.own_first < window.own_last <= window.last
        at = window.own_last
    assert at == len(sizes)


@given(sizes=sizes)
def test_no_window_is_wider_than_allowed(sizes: list[int]) -> None:
    """A window holds at most its width in pieces."""
    for window in windows(sizes, [], width=60, overlap=15):
        assert sum(sizes[window.first : window.last]) <= 60


def test_a_word_wider_than_a_window_stands_alone() -> None:
    """A word of hundreds of pieces does not stop the cutting."""
    found = windows([3, 500, 3], [0], width=60, overlap=15)
    assert [(w.first, w.last) for w in found] == [(0, 1), (1, 2), (2, 3)]


def test_windows_begin_at_sentences() -> None:
    """Where a sentence starts within the overlap, the next window starts with it."""
    found = windows([1] * 100, [0, 20, 38, 55, 75, 90], width=60, overlap=20)
    assert [(w.first, w.last) for w in found] == [(0, 55), (38, 90), (75, 100)]


def test_an_empty_text_has_no_windows() -> None:
    """Nothing to read, nothing read."""
    assert windows([], []) == ()
