"""Exact segments as CofeNet counts them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import cofenet
from onrecord.record import Claim, Document, Record, Reference, Span

TEXT = 'It rained. "We go," Ana said (again).'
TOKENS = ["``", "We", "go", ",", "''", "Ana", "said", "-LRB-", "again", "-RRB-", "."]
LABELS = [*["B-content"], *["I-content"] * 4, "B-source", "B-cue", "O", "O", "O", "O"]


@pytest.fixture
def sentences(tmp_path: Path) -> list[cofenet.Instance]:
    """The one sentence of one article."""
    row = {"id": "article_01ab", "tokens": TOKENS, "labels": LABELS}
    path = tmp_path / "valid.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf8")
    return cofenet.instances(path)["article"]


def _record(content: str, **more: str | None) -> Record:
    def span(surface: str) -> Span:
        return Span(start=TEXT.index(surface), end=TEXT.index(surface) + len(surface))

    claim = Claim(
        id="c1",
        source=Reference(entity=None, spans=(span("Ana"),)),
        cue=(span("said"),),
        content=(span(content),),
        quotation="direct",
        parent=more.get("parent"),
    )
    return Record(document=Document(id="article", text=TEXT), claims=(claim,))


def _f1(sentences: list[cofenet.Instance], record: Record, *, nested: bool = True) -> list[float]:
    return [counts.f1 for counts in cofenet.score([(sentences, record)], nested=nested).values()]


def test_a_sentence_is_placed_in_its_article() -> None:
    """Its marks and brackets may be written otherwise there."""
    at = cofenet.place(TOKENS, TEXT)
    assert at is not None
    assert [TEXT[a:b] for a, b in at] == ['"', "We", "go", ",", '"', "Ana", "said", "(", "again", ")", "."]
    assert cofenet.place(["Never", "here"], TEXT) is None


def test_marks_around_contents_do_not_count(sentences: list[cofenet.Instance]) -> None:
    """The gold has them in, the record leaves them out."""
    assert _f1(sentences, _record("We go")) == [1, 1, 1]


def test_a_word_too_few_is_wrong(sentences: list[cofenet.Instance]) -> None:
    """Segments count whole."""
    assert _f1(sentences, _record("go")) == [1, 1, 0]


def test_claims_within_claims_can_be_left_out(sentences: list[cofenet.Instance]) -> None:
    """PolNeAR does not annotate them."""
    assert _f1(sentences, _record("We go", parent="c0"), nested=False) == [0, 0, 0]


def test_the_table_has_the_published_figures(sentences: list[cofenet.Instance]) -> None:
    """Beside ours, with a dash where nothing was published."""
    ours = {"ours": cofenet.score([(sentences, _record("We go"))], nested=True)}
    lines = list(cofenet.table(ours))
    assert lines[1].split() == ["ours", "1.000", "1.000", "1.000"]
    assert any("CoreNLP" in line and line.split()[-2] == "-" for line in lines)
