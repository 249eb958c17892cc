"""Documents in, records out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

import onrecord
from onrecord.intake import Failure
from onrecord.models import Encoder, Encoding
from onrecord.pipeline import ReaderPipeline
from onrecord.record import Document, Published, Record, Span

TEXT = (
    "Norway's Foreign Minister Ilse Marrow told Reuters on Friday that the talks had failed.\n\n"
    "“We will return in May,” she added. Follow Jane Roe on Facebook."
)


def _document(number: int) -> Document:
    return Document(
        id=str(number),
        text=TEXT * (1 + number % 3),
        published=Published(date=date(2025, 3, 21), basis="given"),
    )


def test_order_is_kept_and_what_is_no_document_passes(reader: ReaderPipeline) -> None:
    """Records come in the order of their documents, other items in their place."""
    items: list[Document | str] = [_document(0), "a failure", *map(_document, range(1, 9)), "end"]
    found = list(reader.read(items))
    ids = [item.document.id if isinstance(item, Record) else item for item in found]
    assert ids == ["0", "a failure", *map(str, range(1, 9)), "end"]


def test_a_long_input_is_not_taken_in_at_once(reader: ReaderPipeline) -> None:
    """The first record comes while most of the input is still to be read."""
    taken = []

    def documents() -> Iterator[Document]:
        for number in range(100):
            taken.append(number)
            yield _document(number)

    next(iter(reader.read(documents())))
    assert len(taken) <= 2 * reader.workers + 1


def test_a_fault_in_one_document_does_not_stop_the_others(
    reader: ReaderPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What we cannot read is named with what went wrong, and the rest is read."""
    encode = Encoder.encode

    def failing(self: Encoder, text: str) -> Encoding:
        if "Marrow" not in text:
            raise KeyError("marrow")
        return encode(self, text)

    monkeypatch.setattr(Encoder, "encode", failing)
    bad = Document(id="bad", text="Nobody said anything.")
    first, second, third = reader.read([_document(0), bad, _document(1)])
    assert isinstance(first, Record)
    assert isinstance(third, Record)
    assert isinstance(second, Failure)
    assert second.place == "bad"
    assert "KeyError('marrow')" in second.reason


def test_the_record_says_who_read_it(reader: ReaderPipeline) -> None:
    """Version, model and vocabulary are in every record."""
    made_by = reader.read_one(_document(0)).document.reader
    assert made_by == reader.reader
    assert made_by is not None
    assert made_by.version == onrecord.__version__
    assert made_by.model.sha256 == reader.encoder.manifest.sha256


def test_a_report_is_read(reader: ReaderPipeline) -> None:
    """One real run: names with their states, a claim with its parts, days resolved."""
    record = reader.read_one(_document(0))
    text = record.document.text
    entities = {entity.name: entity for entity in record.entities}
    assert entities["Ilse Marrow"].type == "person"
    assert (entities["Norway"].type, entities["Norway"].country) == ("country", "NOR")
    assert entities["Reuters"].type == "publisher"
    first = record.claims[0]
    assert first.source is not None
    assert first.source.entity == entities["Ilse Marrow"].id
    assert [span.cut(text) for span in first.cue] == ["told"]
    assert "the talks had failed" in first.content[0].cut(text)
    assert first.quotation == "indirect"
    assert [c.quotation for c in record.claims][1] == "direct"
    days = {text[t.start : t.end]: t.first for t in record.times}
    assert days["Friday"] == date(2025, 3, 21)


def test_boilerplate_is_kept_out(reader: ReaderPipeline) -> None:
    """Nothing is extracted from what is marked as not the article."""
    document = _document(0)
    start = document.text.index("Follow")
    marked = Document(
        id="b",
        text=document.text,
        boilerplate=(Span(start=start, end=len(document.text)),),
    )
    names = {entity.name for entity in reader.read_one(marked).entities}
    assert "Jane Roe" not in names
    assert "Ilse Marrow" in names
