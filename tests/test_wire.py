"""The record as JSON and back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from onrecord import wire
from onrecord.record import (
    Claim,
    DaySpan,
    Document,
    Entity,
    Event,
    Mention,
    Published,
    Quantity,
    Record,
    Reference,
    Role,
    Silence,
    Span,
    Time,
)

TEXT = "Minister Ana Vélez said on Friday that “two ships” had left."

CONTRACT = {
    "record": "schema document entities times quantities claims events silences",
    "document": "id text title url publisher authors language published boilerplate reader",
    "entities": "id name type country sector mentions links roles",
    "times": "start end type value first last",
    "claims": "id source cue content quotation stance commitment distanced chain parent",
    "source": "entity spans anonymous",
}


def small() -> Record:
    """A record with one of each list that is read today."""
    return Record(
        document=Document(id="d1", text=TEXT, published=Published(date=date(2025, 3, 7), basis="given")),
        entities=(
            Entity(
                id="e1",
                name="Ana Vélez",
                type="person",
                mentions=(Mention(start=9, end=18, kind="name"),),
            ),
        ),
        times=(
            Time(
                start=27,
                end=33,
                type="DATE",
                value="2025-03-07",
                first=date(2025, 3, 7),
                last=date(2025, 3, 7),
            ),
        ),
        claims=(
            Claim(
                id="c1",
                source=Reference(entity="e1", spans=(Span(start=0, end=18),)),
                cue=(Span(start=19, end=23),),
                content=(Span(start=34, end=59),),
                quotation="mixed",
            ),
        ),
    )


def test_a_record_is_one_line_of_readable_utf8() -> None:
    """Letters outside ASCII are written as they are, on a single line."""
    data = wire.encode(small())
    assert b"\n" not in data
    assert "Ana Vélez" in data.decode("utf-8")


@pytest.mark.parametrize("part", CONTRACT)
def test_fields_have_the_names_and_order_of_the_format(part: str) -> None:
    """Field names are those of the record format, in its order."""
    found = json.loads(wire.encode(small()))
    value = {**found, "record": found, "source": found["claims"][0]["source"]}[part]
    shown = value[0] if isinstance(value, list) else value
    assert " ".join(shown) == CONTRACT[part]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{", "truncated"),
        (b"[]", "Expected `object`"),
        (b'{"document":{"id":"a"}}', "missing required field `text` - at `$.document`"),
        (b'{"schema":"onrecord/2","document":{"id":"a","text":""}}', "at `$.schema`"),
        (b'{"document":{"id":"a","text":"","boilerplate":[{"start":3,"end":1}]}}', "not 3..1"),
        (b'{"document":{"id":"\xff","text":""}}', "utf-8"),
        (b'{"more":' + b"[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_record_is_refused_in_one_line(data: bytes, says: str) -> None:
    """Each kind of bad input gives a ``ValueError`` of one line that says what is wrong."""
    with pytest.raises(ValueError, match="not a record") as caught:
        wire.decode(data)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_fields_added_later_are_passed_over() -> None:
    """A field this version does not know does not make a record unreadable."""
    found = json.loads(wire.encode(small()))
    found["mood"] = found["document"]["colour"] = [1]
    assert wire.decode(json.dumps(found).encode()) == small()


def test_fields_added_since_may_be_missing() -> None:
    """A claim written before they were added is plainly put, by somebody not said to be anonymous."""
    found = json.loads(wire.encode(small()))
    (claim,) = found["claims"]
    del claim["commitment"], claim["distanced"], claim["source"]["anonymous"]
    assert wire.decode(json.dumps(found).encode()) == small()


@pytest.mark.parametrize(
    ("field", "value"), [("stance", None), ("stance", "sings"), ("commitment", "total"), ("distanced", None)]
)
def test_how_a_claim_is_put_is_one_of_the_formats_words(field: str, value: str | None) -> None:
    """Stance, commitment and distance are never null and never a word of somebody else's."""
    found = json.loads(wire.encode(small()))
    found["claims"][0][field] = value
    path = f"$.claims[0].{field}"
    assert [error.json_path for error in Draft202012Validator(wire.schema()).iter_errors(found)] == [path]
    with pytest.raises(ValueError, match=rf"at `\$\.claims\[(0|\.\.\.)\]\.{field}`"):
        wire.decode(json.dumps(found).encode())


def test_half_a_surrogate_pair_is_refused() -> None:
    """A text that UTF-8 cannot write raises ``ValueError`` instead of being altered."""
    with pytest.raises(ValueError, match="surrogates"):
        wire.encode(Record(document=Document(id="a", text="\ud800")))


def test_the_schema_refuses_what_is_not_in_the_format() -> None:
    """The generated schema tells a record from a similar object."""
    check = Draft202012Validator(wire.schema())
    found = json.loads(wire.encode(small()))
    found["claims"][0]["quotation"] = "sung"
    assert [error.json_path for error in check.iter_errors(found)] == ["$.claims[0].quotation"]


words = st.text(max_size=20)
spans = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)).map(
    lambda pair: Span(start=pair[0], end=pair[0] + pair[1])
)
several = st.lists(spans, max_size=3).map(tuple)
references = st.builds(Reference, entity=st.none() | words, spans=several)
days = st.builds(DaySpan, first=st.none() | st.dates(), last=st.none() | st.dates())
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
records = st.builds(
    Record,
    document=st.builds(Document, text=st.text(), authors=st.lists(words).map(tuple), boilerplate=several),
    entities=st.lists(
        st.builds(
            Entity,
            mentions=st.lists(st.builds(Mention), max_size=2).map(tuple),
            roles=st.lists(st.builds(Role, span=spans), max_size=2).map(tuple),
            links=st.dictionaries(words, words, max_size=2),
            sector=st.lists(words, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    times=st.lists(st.builds(Time), max_size=2).map(tuple),
    quantities=st.lists(
        st.builds(
            Quantity,
            source=st.none() | references,
            as_of=st.none() | days,
            low=numbers,
            high=numbers,
        ),
        max_size=2,
    ).map(tuple),
    claims=st.lists(
        st.builds(
            Claim,
            source=st.none() | references,
            cue=several,
            content=several,
            chain=st.lists(references, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    events=st.lists(
        st.builds(Event, trigger=spans, time=st.none() | days, score=st.floats(0, 1)), max_size=2
    ).map(tuple),
    silences=st.lists(st.builds(Silence, who=references, about=several, span=spans), max_size=2).map(tuple),
)


@given(record=records)
def test_every_record_comes_back_as_it_was(record: Record) -> None:
    """Encoding and decoding give the same record, for any Unicode and any list."""
    assert wire.decode(wire.encode(record)) == record


@given(record=records)
def test_the_schema_holds_for_every_record(record: Record) -> None:
    """Whatever is encoded is valid by the schema that is printed."""
    Draft202012Validator(wire.schema()).validate(json.loads(wire.encode(record)))
