"""Claims: linking, quotation, spans, sources."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate import Annotated, steps
from onrecord.annotate.claims import find_attributions, find_claims
from onrecord.annotate.claims.linking import Attribution, link
from onrecord.annotate.claims.sources import Sources, named
from onrecord.models import Encoder, Encoding, Heads, Pieces, Tagged
from onrecord.models.heads import POSITIONS
from onrecord.models.manifest import Floats, Tagger
from onrecord.models.pieces import Ints
from onrecord.models.windows import Window
from onrecord.pipeline import ReaderPipeline
from onrecord.record import Claim, Document, Entity, Mention, MentionKind, Record, Span
from tests.annotate.trees import EMPTY, tree


@dataclass
class _Links:
    """Stands in for an encoding: which run each run finds, by the first word of both."""

    found: Mapping[tuple[str, int], int]
    words: int = 1000
    owner = np.zeros(1000, dtype=np.int64)

    @property
    def windows(self) -> tuple[Window, ...]:
        """One over all words."""
        return (Window(first=0, last=self.words, own_first=0, own_last=self.words),)

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
    assert found == (Attribution(source=(source,), cue=(cue,), content=(before, after)),)


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
    assert [(a.source, a.cue) for a in found] == [((source,), (said,)), ((source,), (added,))]


def test_a_quotation_that_nobody_introduces_stands_alone() -> None:
    """A content that finds no cue is still a claim; a cue without content is none."""
    content, cue = _run(0, "content"), _run(5, "cue")
    assert _link([content, cue], {}) == (Attribution(source=(), cue=(), content=(content,)),)


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
LABELS_OF_INNER = ("O", "B-cue", "I-cue")
LABELS_OF_FRAMES = ("O", "B-source", "I-source", "B-content", "I-content")


@dataclass
class _Tags(_Links):
    """Stands in for an encoding whose words bear these labels."""

    pieces: Pieces = field(kw_only=True)
    labels: str = field(kw_only=True)

    @property
    def outputs(self) -> tuple[Mapping[str, Floats], ...]:
        """Nothing that `_beside` looks at."""
        blank = np.zeros((1 + len(self.labels), 2), dtype=np.float32)
        return ({"frame_query": blank, "frame_key": blank},)

    def window_over(self, first: int, last: int) -> int:
        """The only one."""
        return 0

    def tags(self, head: str) -> Floats:
        if head == "inner":
            scores = np.zeros((len(self.labels), 3), dtype=np.float32)
            scores[np.arange(len(self.labels)), [1 if label == "I" else 0 for label in self.labels]] = 9
            return scores
        initials = {"-": 0, "I": 6, "S": 1, "s": 2, "C": 3, "c": 4, "T": 5, "t": 6}
        scores = np.zeros((len(self.labels), len(LABELS)), dtype=np.float32)
        scores[np.arange(len(self.labels)), [initials[label] for label in self.labels]] = 9
        return scores


def _attributions(
    encoder: Encoder, text: str, labels: str, found: Mapping[tuple[str, int], int]
) -> tuple[Attribution, ...]:
    """Of a text whose words bear these labels: S a source, C a cue, T a content, small letters the rest; I is
    an inner cue within a content, to which the word before it is source and the word after it content."""
    taggers = {
        "claims": _tagger(LABELS),
        "inner": _tagger(LABELS_OF_INNER),
        "frames": _tagger(LABELS_OF_FRAMES),
    }
    encoding = _Tags(found=found, words=len(labels), pieces=encoder.cut(text)[0], labels=labels)
    heads = cast("Heads", SimpleNamespace(frames=_beside))
    return find_attributions(cast("Encoding", encoding), heads, taggers)


def _tagger(labels: tuple[str, ...]) -> Tagger:
    return Tagger(labels=labels, transitions=np.zeros((len(labels), len(labels)), dtype=np.float32))


def _beside(query: Floats, key: Floats, places: Ints) -> Floats:
    """Scores for which a cue's source is the word before it and its content the word after it."""
    scores = np.zeros((len(places), len(LABELS_OF_FRAMES)), dtype=np.float32)
    middle = POSITIONS // 2
    scores[places == middle - 1, LABELS_OF_FRAMES.index("B-source")] = 9
    scores[places == middle + 1, LABELS_OF_FRAMES.index("B-content")] = 9
    return scores


def test_attributions_are_read_off_the_tags(encoder: Encoder) -> None:
    """Source, cue and content of one claim, each a run of words."""
    (found,) = _attributions(encoder, "She said talks failed.", "SCTt-", {("cue", 2): 1, ("source", 1): 0})
    assert found.source == (Tagged(first=0, last=1, kind="source"),)
    assert found.cue == (Tagged(first=1, last=2, kind="cue"),)
    assert not found.inner
    assert found.content == (Tagged(first=2, last=4, kind="content"),)


def test_a_content_goes_on_in_the_next_paragraph(encoder: Encoder) -> None:
    """A paragraph's end parts a content; one cue may own both parts."""
    links = {("cue", 1): 0, ("cue", 2): 0}
    (found,) = _attributions(encoder, "Said talks\n\nfailed now.", "CTtt-", links)
    assert [(run.first, run.last) for run in found.content] == [(1, 2), (2, 4)]


def test_a_claim_within_a_content_is_read_for_its_cue(encoder: Encoder) -> None:
    """The frame of the inner cue gives its source and its content."""
    links = {("cue", 2): 1, ("source", 1): 0}
    outer, inner = _attributions(encoder, "Oslo said Bergen wants talks.", "SCTIt-", links)
    assert not outer.inner
    assert inner == Attribution(
        source=(Tagged(first=2, last=3, kind="source"),),
        cue=(Tagged(first=3, last=4, kind="cue"),),
        content=(Tagged(first=4, last=5, kind="content"),),
        inner=True,
    )


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
        source=(_word(4, "source"),),
        cue=(_word(5, "cue"),),
        content=(Tagged(first=6, last=8, kind="content"),),
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


HOSTILE = {
    "never closed": "“We go, the minister said. " * 40,
    "capitals": "MINISTER DENIES REBELS SAID ARMY WILL LEAVE\n\nENVOY: NO TALKS, SAYS SOURCE\n\n" * 30,
    "a live blog": "\n\n".join(
        f"{hour:02}:15 GMT — The ministry said a train was hit, citing the police, who said nobody was hurt."
        for hour in range(24)
    ),
    "marks within marks": "He said “she said ‘they said «no»’” and " * 60,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_claim_of_a_hostile_text_points_at_its_words(reader: ReaderPipeline, name: str) -> None:
    """Ids are all different, parents are there and hold their claims, chains end with the source."""
    text = HOSTILE[name]
    claims = {claim.id: claim for claim in _read(reader, text).claims}
    assert claims
    for claim in claims.values():
        assert all(span.cut(text).strip() for span in (*claim.cue, *claim.content))
        assert claim.parent is None or claim.parent in claims
        assert claim.source is None or claim.chain[-1] == claim.source


def test_time_grows_with_length(reader: ReaderPipeline) -> None:
    """Eight times the claims take about eight times as long after the encoder: quadratic would be 64."""
    taken = steps(reader.encoder)
    seconds = []
    for times in (20, 160):
        text = HOSTILE["a live blog"][:900] * times
        annotated = Annotated(document=Document(id="d", text=text))
        spent = 0.0
        for name, step in taken.items():
            began = time.process_time()
            annotated = step(annotated)
            if name in ("attributions", "claims"):
                spent += time.process_time() - began
        seconds.append(spent)
    assert seconds[1] < 8 * 2.5 * seconds[0]
