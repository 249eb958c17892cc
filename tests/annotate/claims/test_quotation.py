"""Quotation marks: what stands in them, and contents without those around them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.claims.quotation import MARKS, find_quotations, quotation, unmarked
from onrecord.record import Span

SAID = " she said"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We go,” she said.", ["We go,"]),
        ('"We go," she said, "now."', ["We go,", "now."]),
        ("‘We don’t go,’ she said.", ["We don’t go,"]),
        ("'We don't go,' she said.", ["We don't go,"]),
        ("«We go» she said.", ["We go"]),
        ("‹We go› she said.", ["We go"]),
        ("„We go“ she said.", ["We go"]),
        ("„We go” she said.", ["We go"]),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
        ("‘He said “no” twice,’ she said.", ["He said “no” twice,"]),
        ("“We [the crew] go,” she said.", ["We [the crew] go,"]),
        ("The visit was a “gaffe”.", ["gaffe"]),
        ("“We go.\n\n“We come,” she said.", ["We go.", "We come,"]),
        ("“We go, she said.\n\nIt rained.", ["We go, she said."]),
        ("the soldiers' boots and Ana's hat", []),
        ("the soldiers’ boots and Ana’s hat", []),
        ("the ’90s and rock 'n roll", []),
        ("Nothing closes ” here » or ’ there.", []),
        ("“He said “no” twice,” she said.", ["He said “no” twice,"]),
        ('"He said "no" twice," she said.', ['He said "no" twice,']),
        ("“We [the “crew”] go,” she said.", ["We [the “crew”] go,"]),
        ("»We go« she said.", ["We go"]),
        ("‚We go‘ she said.", ["We go"]),
        ("« We go », she said.", [" We go "]),
        ("“We go,“ she said.", ["We go,"]),
        ("”We go” she said.", ["We go"]),
        ('A "plain” and a “fair" word.', ["plain", "fair"]),
        ('She said,"We go," and left.', ["We go,"]),
        ("“We go\nnow,” she said.", ["We go", "now,"]),
        ('"We go\nnow," she said.', ["We go", "now,"]),
        ("“We go\n“We come,” she said.", ["We go", "We come,"]),
        ("‘We go.\n\n‘We come,’ she said.", ["We go.", "We come,"]),
        ("“We go. “Never” was it.\n\n“We come.”", ["We go. “Never” was it.", "We come."]),
        ("She said “we go. He said “we come” then.", ["we go. He said ", "we come"]),
        ("‘The soldiers’ boots are wet,’ she said.", ["The soldiers’ boots are wet,"]),
        ("'The soldiers' boots are wet.'", ["The soldiers' boots are wet."]),
        ("the ‘Five Harbours’ pact and ‘so on’", ["Five Harbours", "so on"]),
        ("the soldiers' boots and the 'gaffe'", ["gaffe"]),
        ("the '90s and the 'new' era, 'tis said", ["new"]),
        ("‘12 soldiers died,’ she said.", ["12 soldiers died,"]),
        ('He is 6\'2" tall with a 12" hat.', []),
        ('"A 12" hat is wide," she said.', ['A 12" hat is wide,']),
        ("“A”—“B”", ["A", "B"]),
        ("“”", [""]),
        ("", []),
    ],
)
def test_what_stands_in_marks(text: str, quoted: list[str]) -> None:
    """Every kind of mark; an apostrophe is none."""
    found = find_quotations(text)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == quoted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will go,” she said.", "direct"),
        ('"We will go," she said.', "direct"),
        ("‘We will go,’ she said.", "direct"),
        ("«We will go» she said.", "direct"),
        ("that “we will go” she said.", "direct"),
        ("that the visit was a “gaffe” she said.", "mixed"),
        ("that the visit was a ‘gaffe’ she said.", "mixed"),
        ("that the visit was a mistake she said.", "indirect"),
        ("that Ana's and Ben's visit was off she said.", "indirect"),
    ],
)
def test_quotation(text: str, kind: str) -> None:
    """How much of what stands before "she said" is in quotation marks."""
    content = Span(start=0, end=text.index(SAID))
    assert quotation([content], find_quotations(text), text) == kind


def test_all_parts_of_a_content_count() -> None:
    """An interrupted quotation is direct, one part in the writer's words makes it mixed."""
    text = "“We go,” she said, “now,” and soon."
    parts = [
        Span(start=text.index(part), end=text.index(part) + len(part)) for part in ("We go", "now", "soon")
    ]
    assert quotation(parts[:2], find_quotations(text), text) == "direct"
    assert quotation(parts, find_quotations(text), text) == "mixed"


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We will go,”", "We will go"),
        ("'We will go'", "We will go"),
        ("‹We will go›", "We will go"),
        ("the soldiers'", "the soldiers'"),
        (" that they went,", "that they went"),
        ("“No.”", "No."),
        ("the visit was a “gaffe,”", "the visit was a “gaffe,”"),
        ('the visit was a "gaffe"', 'the visit was a "gaffe"'),
        ("“Rocket man” is dead", "“Rocket man” is dead"),
        ("“We “never” go,”", "We “never” go"),
        ("‚We will go‘", "We will go"),
        ("»We will go«", "We will go"),
        ("the visit was a „gaffe“", "the visit was a „gaffe“"),
        ("the visit was a ‘gaffe’", "the visit was a ‘gaffe’"),
        ("'Rocket man' is dead", "'Rocket man' is dead"),
        ("“We go,” and “they come”", "“We go,” and “they come”"),
        ("’90s music", "’90s music"),
    ],
)
def test_marks_are_left_out(text: str, inner: str) -> None:
    """Quotation marks and commas at the edges go, apostrophes and full stops stay."""
    span = unmarked(0, len(text), text)
    assert span is not None
    assert span.cut(text) == inner


def test_a_mark_whose_partner_is_outside_goes() -> None:
    """A content that begins right behind its opening mark loses the one that closes it."""
    text = "‘We will go’ she said."
    span = unmarked(1, text.index(SAID), text)
    assert span is not None
    assert span.cut(text) == "We will go"


def test_marks_alone_are_no_content() -> None:
    """Nothing is claimed where only marks are left."""
    assert unmarked(0, 3, "“,”") is None


@given(st.text(alphabet=MARKS + "ab .\n", max_size=80))
def test_quotations_lie_in_the_text(text: str) -> None:
    """In order, apart, within one line each, whatever the marks."""
    found = find_quotations(text)
    at = 0
    for start, end in zip(found.starts, found.ends, strict=True):
        assert at <= start <= end <= len(text)
        assert "\n" not in text[start:end]
        at = end


@given(st.text(alphabet=MARKS + "ab .,\n", max_size=60))
def test_an_unmarked_span_lies_in_its_span(text: str) -> None:
    """And says something, whatever the marks."""
    span = unmarked(0, len(text), text)
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        assert any(map(str.isalnum, span.cut(text)))


@given(st.text(alphabet=MARKS + "ab7s .,\n", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_unmarking_loses_no_word(text: str, one: int, other: int) -> None:
    """Of any part of any text no letter or digit is lost."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    span = unmarked(start, end, text) if start < end else None
    kept = "" if span is None else span.cut(text)
    assert list(filter(str.isalnum, kept)) == list(filter(str.isalnum, text[start:end]))


@pytest.mark.parametrize("part", ["“", '"', "'", "”", "‘", "«", "“‘", "“”", "“a", "'as' a ", "“\n", '"\n\n'])
def test_marks_cost_linear_time(part: str) -> None:
    """Four times the marks cost about four times as much: quadratic would be sixteen."""
    for read in (find_quotations, lambda text: unmarked(0, len(text), text)):
        short, long = (_seconds(read, f"a {part * times} b") for times in (2_000, 8_000))
        assert long < 10 * max(short, 0.001)


def _seconds(read: Callable[[str], object], text: str) -> float:
    """The least of three runs, in processor time, so that what else the machine does counts for little."""
    runs = []
    for _ in range(3):
        began = time.process_time()
        read(text)
        runs.append(time.process_time() - began)
    return min(runs)
