"""Claims by their spans: joined where one quotes the other, each within its parent."""

from __future__ import annotations

from onrecord.annotate.claims.drafts import Draft, drafts
from onrecord.annotate.claims.linking import Attribution
from onrecord.annotate.claims.nesting import nested
from onrecord.annotate.claims.quoting import quoted
from onrecord.models import Encoder, Pieces, Tagged
from onrecord.record import Span
from tests.annotate.trees import flat


def _runs(pieces: Pieces, text: str, kind: str, *surfaces: str) -> tuple[Tagged, ...]:
    """The words of each surface; ``text.rindex`` where it is written with a # before it."""
    found = []
    for surface in surfaces:
        bare = surface.removeprefix("#")
        start = text.rindex(bare) if surface != bare else text.index(bare)
        words = [n for n in range(pieces.words) if start <= pieces.starts[n] < start + len(bare)]
        found.append(Tagged(first=words[0], last=words[-1] + 1, kind=kind))
    return tuple(found)


class _Text:
    """A text whose attributions are given by their surfaces."""

    def __init__(self, encoder: Encoder, text: str) -> None:
        self.text, self.pieces = text, encoder.cut(text)[0]
        self.attributions: list[Attribution] = []

    def said(self, source: str, cue: str, *content: str, inner: bool = False) -> _Text:
        """Adds one."""
        self.attributions.append(
            Attribution(
                source=_runs(self.pieces, self.text, "source", source) if source else (),
                cue=_runs(self.pieces, self.text, "cue", cue) if cue else (),
                content=_runs(self.pieces, self.text, "content", *content),
                inner=inner,
            )
        )
        return self

    def drafts(self) -> tuple[Draft, ...]:
        """What is made of them."""
        read = drafts(self.attributions, self.pieces, flat(self.text), self.text)
        return nested(quoted(read, self.text))

    def words(self, spans: tuple[Span, ...]) -> list[str]:
        """Spans as their words."""
        return [span.cut(self.text) for span in spans]


def test_a_claim_within_a_content_has_the_outer_one_as_parent(encoder: Encoder) -> None:
    """Also three deep: the parent is the innermost that holds the cue."""
    text = _Text(encoder, "Oslo said Bergen feared that Turku wanted more fish.")
    text.said("Oslo", "said", "Bergen feared that Turku wanted more fish")
    text.said("Turku", "wanted", "more fish", inner=True)
    text.said("Bergen", "feared", "that Turku wanted more fish", inner=True)
    found = text.drafts()
    assert [(text.words(one.source), one.parent) for one in found] == [
        (["Oslo"], None),
        (["Bergen"], 0),
        (["Turku"], 1),
    ]


def test_who_is_cited_is_within_the_claim_whose_content_he_gave(encoder: Encoder) -> None:
    """ "Citing the harbour office" stands outside the content, and repeats it."""
    text = _Text(encoder, "The daily said, citing the harbour office, that two ships had sunk.")
    text.said("The daily", "said", "that two ships had sunk")
    text.said("the harbour office", "citing", "that two ships had sunk", inner=True)
    assert [one.parent for one in text.drafts()] == [None, 0]


def test_an_inner_claim_that_nothing_holds_is_dropped(encoder: Encoder) -> None:
    """It was read as inner, and there is no outer one."""
    text = _Text(encoder, "Oslo wants peace. Bergen said no.")
    text.said("Bergen", "said", "no").said("Oslo", "wants", "peace", inner=True)
    assert [text.words(one.source) for one in text.drafts()] == [["Bergen"]]


def test_a_quoted_speaker_is_the_source_and_who_quotes_him_is_kept(encoder: Encoder) -> None:
    """The two claims that were read become one."""
    text = _Text(encoder, "Tass quoted Ana Vélez as saying that the bridge was open.")
    text.said("Tass", "quoted", "Ana Vélez as saying that the bridge was open")
    text.said("Ana Vélez", "as saying", "that the bridge was open", inner=True)
    (one,) = text.drafts()
    assert text.words(one.source) == ["Ana Vélez"]
    assert text.words(one.cue) == ["quoted", "as saying"]
    assert text.words(one.content) == ["that the bridge was open"]
    assert text.words(one.through) == ["Tass"]


def test_a_quoted_speaker_is_found_by_the_words_alone(encoder: Encoder) -> None:
    """Where no inner claim was read, "as saying" shows it; the quotation before it stays."""
    text = _Text(encoder, "“It was open,” Tass quoted Ana Vélez as saying on Friday.")
    text.said("Tass", "quoted", "“It was open,”", "Ana Vélez as saying")
    (one,) = text.drafts()
    assert text.words(one.source) == ["Ana Vélez"]
    assert text.words(one.content) == ["It was open"]
    assert text.words(one.through) == ["Tass"]


def test_as_and_a_participle_quote_nobody_after_other_cues(encoder: Encoder) -> None:
    """ "Described the talks as going well" has no other speaker."""
    text = _Text(encoder, "Oslo described the talks as going well.")
    text.said("Oslo", "described", "the talks as going well")
    (one,) = text.drafts()
    assert text.words(one.content) == ["the talks as going well"]
    assert not one.through


def test_a_source_keeps_the_comma_that_closes_its_apposition(encoder: Encoder) -> None:
    """As PolNeAR has it; a comma that closes nothing goes."""
    text = _Text(encoder, "Ana Vélez, the envoy, said no, and Oslo, said Bergen.")
    text.said("Ana Vélez, the envoy,", "said", "no").said("Bergen", "#said", "Oslo,")
    first, second = text.drafts()
    assert text.words(first.source) == ["Ana Vélez, the envoy,"]
    assert text.words(second.content) == ["Oslo"]


def test_marks_alone_are_no_claim(encoder: Encoder) -> None:
    """Nothing is claimed where only marks are left."""
    text = _Text(encoder, "He said “.” and left.")
    text.said("He", "said", "“.”")
    assert text.drafts() == ()


def test_what_the_writer_infers_is_no_claim(encoder: Encoder) -> None:
    """ "Appears" without anybody who says so; with a source it is one."""
    text = _Text(encoder, "Talks appear to be over. Oslo appears to confirm it.")
    text.said("", "appear", "to be over").said("Oslo", "appears to confirm", "it")
    assert [text.words(one.source) for one in text.drafts()] == [["Oslo"]]
