"""Bad input, end to end: every claim points at its words, none at what is not article, in linear time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from onrecord.pipeline import ReaderPipeline
from onrecord.record import Claim, Document, Record, Span

FURNITURE = "Share this: the editor said readers should subscribe."
REPORT = "The ministry said the bridge had been closed. “Nobody was hurt,” its spokesman added.\n\n"

HOSTILE = {
    "no quotation is closed": "“We will rebuild the bridge, the minister said. "
    "'Nobody asked us, her deputy told reporters. \"Ask again, he said.\n\n" * 12,
    "marks alone": REPORT + "“" * 10_000,
    "marks of every kind": REPORT + "\"“”„«»‹›'‘’‚" * 850,
    "marks around every word": REPORT + "He said “he ‘said ”«no» " * 700,
    "one sentence of 5,000 words": "The envoy said that "
    + "the ferry left and the train came " * 714
    + "late.",
    "one sentence of claims": "The envoy said "
    + "the mayor said that the police believed " * 300
    + "it was over.",
    "headlines in capitals": "MINISTER DENIES BRIDGE WAS SHUT\n\nENVOY: ‘NO TALKS TODAY’\n\n"
    "MAYOR SAID POLICE BELIEVE FERRY IS SAFE\n\n" * 20,
    "a live blog": "\n\n".join(
        f"{hour:02}:{minute:02} GMT\nThe mayor said ferry {hour} had left, citing police. "
        "“All is well,” she added."
        for hour in range(24)
        for minute in (5, 40)
    ),
}


def _document(article: str) -> Document:
    """The article with furniture before and after it that reads like claims."""
    text = f"{FURNITURE}\n\n{article}\n\n{FURNITURE}"
    size = len(FURNITURE)
    furniture = (Span(start=0, end=size), Span(start=len(text) - size, end=len(text)))
    return Document(id="d", text=text, boilerplate=furniture)


def _spans(claim: Claim) -> Iterator[Span]:
    yield from (*claim.cue, *claim.content)
    for reference in (*((claim.source,) if claim.source else ()), *claim.chain):
        yield from reference.spans


@pytest.fixture(scope="module", params=HOSTILE)
def record(request: pytest.FixtureRequest, reader: ReaderPipeline) -> Record:
    """What the shipped reader makes of one of them."""
    return reader.read_one(_document(HOSTILE[request.param]))


def test_every_hostile_text_has_claims(record: Record) -> None:
    """Somebody is said to say something in each, and it is found: what follows is not said of nothing."""
    assert record.claims


def test_every_span_of_a_claim_has_words_of_the_article(record: Record) -> None:
    """Source, cue, content and chain lie in the text, say something, and touch nothing that is furniture."""
    text, furniture = record.document.text, record.document.boilerplate
    for claim in record.claims:
        assert claim.content
        for span in _spans(claim):
            assert span.end <= len(text)
            assert any(map(str.isalnum, span.cut(text)))
            assert not any(span.overlaps(mark) for mark in furniture)


def test_parents_lead_to_the_first_level(record: Record) -> None:
    """Every parent is a claim of the record, and no claim is above itself."""
    parents = {claim.id: claim.parent for claim in record.claims}
    assert len(parents) == len(record.claims)
    for name in parents:
        above, steps = parents[name], 0
        while above is not None:
            above, steps = parents[above], steps + 1
            assert steps <= len(parents)


@pytest.mark.parametrize(
    "part",
    [REPORT, "He said “he ‘said ”«no» and left.\n\n", "the mayor said that the police believed it, "],
    ids=["a report", "open marks", "one sentence"],
)
def test_time_grows_with_the_text(reader: ReaderPipeline, part: str) -> None:
    """Four times the text costs about four times as much: quadratic would be sixteen. Twice as much again
    is left to a busy machine; benchmarks/steps.py measures it closely."""
    few = max(1, 2_000 // len(part))
    short, long = (_seconds(reader, part * times) for times in (few, 4 * few))
    assert long < 8 * short


def _seconds(reader: ReaderPipeline, text: str) -> float:
    """Processor time, the less of two runs."""
    runs = []
    for _ in range(2):
        began = time.process_time()
        reader.read_one(Document(id="d", text=text))
        runs.append(time.process_time() - began)
    return min(runs)
