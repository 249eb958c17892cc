"""Claims: linking, quotation, spans, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.claims import find_attributions, find_claims
from onrecord.annotate.claims.linking import Attribution, link
from onrecord.annotate.claims.quotation import quotation, unmarked
from onrecord.annotate.claims.sources import Sources, named
from onrecord.models import Encoder, Encoding, Pieces, Tagged
from onrecord.models.manifest import Floats, Tagger
from onrecord.models.windows import Window
from onrecord.pipeline import ReaderPipeline
from onrecord.record import Claim, Document, Entity, Mention, MentionKind, Record, Span
from tests.annotate.trees import EMPTY, tree


@dataclass
class _Links:
    """Stands in for an encoding: which run each run finds, by the first word of both."""

    found: Mapping[tuple[str, int], int]
    windows = (Window(first=0, last=1000, own_first=0, own_last=1000),)
    owner = np.zeros(1000, dtype=np.int64)

    def link(self, kind: str, words: range, candidates: list[range]) -> Floats:
        wanted = self.found.get((kind, words.start))
        scores = [-0.5, *(0.0 if c.start == wanted else -2.0 for c in candidates)]
        return np.array(scores, dtype=np.float32)


def _link(runs: list[Tagged], found: Mapping[tuple[str, int], int]) -> tuple[Attribution, ...]:
    return link(runs, cast("Encoding", _Links(found)))


def _run(first: int, kind: str) -> Tagged:
    return Tagged(first=first, last=first + 2, kind=kind)


def test_a_content_in_two_parts_is_one_claim() -> None:
    """Both parts of an interrupted quotation find one cue, which finds its source."""
    before, source, cue, after = (
        _run(0, "content"),
        _run(3, "source"),
        _run(6, "cue"),
        _run(9, "content"),
    )
    found = _link([before, source, cue, after], {("cue", 0): 6, ("cue", 9): 6, ("source", 6): 3})
    assert found == (Attribution(source=source, cue=cue, content=(before, after)),)


def test_two_cues_share_a_source() -> None:
    """ "He said … and added …": one source, two claims."""
    source, said, one, added, two = (
        _run(0, "source"),
        _run(2, "cue"),
        _run(4, "content"),
        _run(6, "cue"),
        _run(8, "content"),
    )
    links = {("cue", 4): 2, ("cue", 8): 6, ("source", 2): 0, ("source", 6): 0}
    found = _link([source, said, one, added, two], links)
    assert [(a.source, a.cue) for a in found] == [(source, said), (source, added)]


def test_a_quotation_that_nobody_introduces_stands_alone() -> None:
    """A content that finds no cue is still a claim; a cue without content is none."""
    content, cue = _run(0, "content"), _run(5, "cue")
    assert _link([content, cue], {}) == (Attribution(source=None, cue=None, content=(content,)),)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will go,” she said.", "direct"),
        ('"We will go," she said.', "direct"),
        ("‘We will go,’ she said.", "direct"),
        ("that the visit was a “gaffe” she said.", "mixed"),
        ("that the visit was a mistake she said.", "indirect"),
        ("that Ana's and Ben's visit was off she said.", "indirect"),
    ],
)
def test_quotation(encoder: Encoder, text: str, kind: str) -> None:
    """How much of what stands before "she said" is in quotation marks."""
    pieces = encoder.cut(text)[0]
    end = int(np.searchsorted(pieces.starts, text.index(" she")))
    assert quotation([Tagged(first=0, last=end, kind="content")], pieces, text) == kind


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We will go,”", "We will go"),
        ("'We will go'", "We will go"),
        ("the soldiers'", "the soldiers'"),
        (" that they went,", "that they went"),
        ("“No.”", "No."),
        ("the visit was a “gaffe,”", "the visit was a “gaffe,”"),
        ('the visit was a "gaffe"', 'the visit was a "gaffe"'),
        ("“Rocket man” is dead", "“Rocket man” is dead"),
        ("“We “never” go,”", "We “never” go"),
    ],
)
def test_marks_are_left_out(text: str, inner: str) -> None:
    """Quotation marks and commas at the edges go, apostrophes and full stops stay."""
    span = unmarked(0, len(text), text)
    assert span is not None
    assert span.cut(text) == inner


def test_marks_alone_are_no_content() -> None:
    """Nothing is claimed where only marks are left."""
    assert unmarked(0, 3, "“,”") is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ilse Marrow", "person"),
        ("Foreign Minister Ilse Marrow", "person"),
        ("Ilse Marrow, a spokeswoman for the Highland Wire,", "person"),
        ("the Highland Wire", "outlet"),
        ("a Highland Wire reporter", None),
        ("a friend of Ilse Marrow's brother", None),
        ("Ilse Marrow of Norway", "person"),
        ("a lawyer for Ilse Marrow", None),
        ("a spokeswoman for Ms. Ilse Marrow", None),
        ("Ilse Marrow supporters", None),
        ("Ilse Marrow and her sister", None),
        ("Secretary of State Ilse Marrow", "person"),
        ("the Highland Wire (HW)", "outlet"),
        ("The state-run news agency Highland Wire", "outlet"),
        ("editors at the Highland Wire", None),
        ("neither the ministry nor Highland Wire", None),
    ],
)
def test_who_a_source_is(source: str, expected: str | None) -> None:
    """A source is the one it names, not one it is described by."""
    person = Entity(id="person", name="Ilse Marrow", type="person")
    outlet = Entity(id="outlet", name="Highland Wire", type="publisher")
    entities = [
        replace(entity, mentions=_mentions(source, entity.name))
        for entity in (person, outlet)
        if entity.name in source
    ]
    assert named(Span(start=0, end=len(source)), source, entities) == expected


def _mentions(text: str, surface: str, kind: MentionKind = "name") -> tuple[Mention, ...]:
    start = text.index(surface)
    return (Mention(start=start, end=start + len(surface), kind=kind),)


LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


@dataclass
class _Tags(_Links):
    """Stands in for an encoding whose words bear these labels."""

    pieces: Pieces
    labels: str

    def tags(self, head: str) -> Floats:
        initials = {"-": 0, "S": 1, "s": 2, "C": 3, "c": 4, "T": 5, "t": 6}
        scores = np.zeros((len(self.labels), len(LABELS)), dtype=np.float32)
        scores[np.arange(len(self.labels)), [initials[label] for label in self.labels]] = 9
        return scores


def _attributions(
    encoder: Encoder, text: str, labels: str, found: Mapping[tuple[str, int], int]
) -> tuple[Attribution, ...]:
    """Of a text whose words bear these labels: S a source, C a cue, T a content, small letters the rest."""
    tagger = Tagger(labels=LABELS, transitions=np.zeros((len(LABELS), len(LABELS)), dtype=np.float32))
    encoding = _Tags(found=found, pieces=encoder.cut(text)[0], labels=labels)
    return find_attributions(cast("Encoding", encoding), tagger)


def test_attributions_are_read_off_the_tags(encoder: Encoder) -> None:
    """Source, cue and content of one claim, each a run of words."""
    (found,) = _attributions(encoder, "She said talks failed.", "SCTt-", {("cue", 2): 1, ("source", 1): 0})
    assert found.source == Tagged(first=0, last=1, kind="source")
    assert found.cue == Tagged(first=1, last=2, kind="cue")
    assert found.content == (Tagged(first=2, last=4, kind="content"),)


def test_a_content_goes_on_in_the_next_paragraph(encoder: Encoder) -> None:
    """A paragraph's end parts a content; one cue may own both parts."""
    links = {("cue", 1): 0, ("cue", 2): 0}
    (found,) = _attributions(encoder, "Said talks\n\nfailed now.", "CTtt-", links)
    assert [(run.first, run.last) for run in found.content] == [(1, 2), (2, 4)]


def test_nothing_is_attributed_in_an_empty_text(encoder: Encoder) -> None:
    """No words, no attributions."""
    assert _attributions(encoder, "", "", {}) == ()


TALKS = "Ilse Marrow left.\nShe said talks failed."
TREE = tree(
    TALKS,
    "PROPN.3.nsubj PROPN.1.flat VERB.0.root PUNCT.3.punct"
    "|PRON.2.nsubj VERB.0.root NOUN.4.nsubj.talk VERB.2.ccomp PUNCT.2.punct",
)
MARROW = Entity(
    id="e1",
    name="Ilse Marrow",
    type="person",
    mentions=(Mention(start=0, end=11, kind="name"), Mention(start=18, end=21, kind="pronoun")),
)


def _claims(encoder: Encoder, entities: tuple[Entity, ...]) -> tuple[Claim, ...]:
    encoding = _Links({})
    said = Attribution(
        source=_word(4, "source"), cue=_word(5, "cue"), content=(Tagged(first=6, last=8, kind="content"),)
    )
    stand_in = cast("Encoding", SimpleNamespace(pieces=encoder.cut(TALKS)[0], link=encoding.link))
    return find_claims(TALKS, stand_in, [said], TREE, entities)


def _word(first: int, kind: str) -> Tagged:
    return Tagged(first=first, last=first + 1, kind=kind)


def test_a_source_is_found_through_its_pronoun(encoder: Encoder) -> None:
    """ "She said …" is Ilse Marrow's claim, as her chain holds the pronoun."""
    (claim,) = _claims(encoder, (MARROW,))
    assert claim.source is not None
    assert (claim.source.entity, [span.cut(TALKS) for span in claim.source.spans]) == ("e1", ["She"])
    assert [span.cut(TALKS) for span in claim.content] == ["talks failed"]
    assert (claim.id, claim.quotation, claim.chain) == ("c1", "indirect", (claim.source,))


def test_a_source_of_no_chain_is_left_open(encoder: Encoder) -> None:
    """Where no entity has the pronoun, the claim has its source's words and no entity."""
    (claim,) = _claims(encoder, (replace(MARROW, mentions=MARROW.mentions[:1]),))
    assert claim.source is not None
    assert claim.source.entity is None


LAWYER = tree(
    "the lawyer for Ilse Marrow, a widow, left",
    "DET.2.det NOUN.10.nsubj ADP.4.case PROPN.2.nmod PROPN.4.flat PUNCT.8.punct DET.8.det NOUN.2.appos"
    " PUNCT.8.punct VERB.0.root",
)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("the lawyer for Ilse Marrow", "e2"),
        ("the lawyer", "e2"),
        ("lawyer for Ilse Marrow, a widow", "e2"),
        ("Ilse Marrow", "e1"),
        ("for Ilse Marrow", "e1"),
        ("left", None),
    ],
)
def test_a_source_is_its_head_words_entity(source: str, found: str | None) -> None:
    """Where its words are no mention, the mention with the same head word is meant, not one inside."""
    entities = [
        replace(MARROW, mentions=_mentions(LAWYER.text, "Ilse Marrow")),
        Entity(
            id="e2", name="lawyer", type="person", mentions=_mentions(LAWYER.text, "the lawyer", "nominal")
        ),
    ]
    start = LAWYER.text.index(source)
    span = Span(start=start, end=start + len(source))
    assert Sources(LAWYER, entities).entity(span, LAWYER.text) == found


def test_where_there_is_nobody_a_source_is_nobody() -> None:
    """Neither without entities nor without words does looking fail."""
    assert Sources(LAWYER, []).entity(Span(start=0, end=10), LAWYER.text) is None
    assert Sources(EMPTY, []).entity(Span(start=0, end=1), "-") is None


def _read(reader: ReaderPipeline, text: str) -> Record:
    return reader.read_one(Document(id="d", text=text))


@settings(deadline=None, max_examples=60)
@given(text=st.text(max_size=200))
def test_every_span_lies_in_any_text(reader: ReaderPipeline, text: str) -> None:
    """For any Unicode, every span of every layer cuts words out of the text."""
    record = _read(reader, text)
    spans = [(m.start, m.end) for e in record.entities for m in e.mentions]
    spans += [(t.start, t.end) for t in record.times]
    for claim in record.claims:
        parts = (*claim.cue, *claim.content, *(claim.source.spans if claim.source else ()))
        spans += [(part.start, part.end) for part in parts]
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize(
    "text",
    ['"' * 10_000, "“" * 10_000, "He said " + "and then " * 2_500 + "it ended.", "A" * 100_000],
)
def test_hostile_text_is_read(reader: ReaderPipeline, text: str) -> None:
    """Ten thousand quotation marks, a sentence of 5,000 words, one endless word: read like any other."""
    assert _read(reader, text).document.text == text
