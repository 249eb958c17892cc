"""JSON Lines."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake import jsonl
from onrecord.intake.documents import Input
from onrecord.intake.jsonl import parse_input, read_inputs, read_lines
from onrecord.intake.outcome import EMPTY, TOO_LARGE, Failure, UnreadableError


def test_fields() -> None:
    """The fields of an object are read, those it does not know are passed over."""
    line = b'{"text": "A", "id": "7", "url": "u", "title": "t", "publisher": "p", "published": "d", "x": [1]}'
    assert parse_input("f:1", line) == Input(
        place="f:1", text="A", id="7", url="u", title="t", publisher="p", published="d"
    )


@pytest.mark.parametrize(
    "line",
    [
        b'{"text": "A',
        b"[]",
        b'{"text": 7}',
        b"{}",
        b'{"text": " "}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b'{"text": " ", "html": " "}',
        rb'{"text": "\ud800"}',
    ],
)
def test_bad_lines(line: bytes) -> None:
    """A line that is no object with a text is refused."""
    with pytest.raises(UnreadableError):
        parse_input("f:1", line)


def test_a_blank_text_beside_a_page() -> None:
    """A text of blanks says nothing: the page beside it is read."""
    assert parse_input("f:1", b'{"text": " \\n", "html": "<p>A"}') == Input(place="f:1", page="<p>A")


@pytest.mark.parametrize("name", ["a\u001b[2J", "a\nb", "a\u202eb", "\0"])
def test_an_id_that_cannot_be_printed(name: str) -> None:
    """An id with control characters is said with its line, and the next line read."""
    line = json.dumps({"text": "A", "id": name}).encode()
    failure, after = read_inputs("f", [line + b'\n{"text": "B"}'])
    assert failure == Failure("f:1", "an “id” with characters that cannot be printed")
    assert after == Input(place="f:2", text="B")


def test_the_line_is_named_and_the_rest_read() -> None:
    """A truncated line is said with its number; the lines after it are read."""
    outcomes = list(read_inputs("f", [b'{"text": "A"}\n\n{"text": "B\n{"text"', b': "C"}']))
    assert [type(outcome) for outcome in outcomes] == [Input, Failure, Input]
    assert [outcome.place for outcome in outcomes] == ["f:1", "f:3", "f:4"]


def test_nothing_but_blank_lines() -> None:
    """A stream without an object is empty."""
    assert list(read_inputs("f", [b"\n \n"])) == [Failure("f", EMPTY)]


def test_a_byte_order_mark_is_dropped() -> None:
    """A byte order mark before the first object does no harm."""
    assert list(read_inputs("f", [b'\xef\xbb\xbf{"text": "A"}'])) == [Input(place="f:1", text="A")]


def test_a_long_line_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line longer than a document may be is said, never held whole, and the next one read."""
    monkeypatch.setattr(jsonl, "LARGEST", 20)
    pieces = [b'{"text": "', *[b"a" * 10] * 10, b'"}\n{"text": "B"}\n']
    assert list(read_inputs("f", pieces)) == [
        Failure("f:1", TOO_LARGE),
        Input(place="f:2", text="B"),
    ]


@given(st.lists(st.binary(max_size=8)), st.lists(st.integers(0, 60)))
def test_lines_do_not_depend_on_the_pieces(lines: list[bytes], cuts: list[int]) -> None:
    """However a stream is cut, its lines are the same."""
    whole = b"\n".join(lines)
    edges = [0, *sorted(min(cut, len(whole)) for cut in cuts), len(whole)]
    pieces = [whole[start:end] for start, end in itertools.pairwise(edges)]
    expected = whole.split(b"\n")
    assert list(read_lines(pieces)) == (expected if expected[-1] else expected[:-1])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_text_is_verbatim(text: str) -> None:
    """Any text comes back to the last character."""
    assert parse_input("f:1", json.dumps({"text": text}).encode()).text == text
