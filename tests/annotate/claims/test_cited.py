"""Who is cited by who says it."""

from __future__ import annotations

from onrecord.annotate.claims.cited import cited
from onrecord.annotate.claims.drafts import Draft
from onrecord.record import Span
from tests.annotate.trees import tree

FIRE = tree(
    "The daily told it was arson , citing the ministry",
    "DET.2.det NOUN.3.nsubj VERB.0.root.tell PRON.6.nsubj AUX.6.cop NOUN.3.ccomp PUNCT.8.punct"
    " VERB.10.case.cite DET.10.det NOUN.3.obl",
)
GROWTH = tree(
    "Oslo said no , citing low growth",
    "PROPN.2.nsubj VERB.0.root.say INTJ.2.obj PUNCT.5.punct VERB.2.advcl.cite ADJ.7.amod NOUN.5.obj",
)
REPORT = tree(
    "Oslo said no , citing a report",
    "PROPN.2.nsubj VERB.0.root.say INTJ.2.obj PUNCT.5.punct VERB.2.advcl.cite DET.7.det NOUN.5.obj",
)


def _span(text: str, surface: str) -> Span:
    return Span(start=text.index(surface), end=text.index(surface) + len(surface))


def _draft(text: str, source: str, cue: str, content: str) -> Draft:
    return Draft(
        source=(_span(text, source),), cue=(_span(text, cue),), content=(_span(text, content),), inner=False
    )


def _told(text: str, found: tuple[Draft, ...]) -> list[tuple[str, str, str, bool]]:
    return [
        (one.source[0].cut(text), one.cue[0].cut(text), one.content[0].cut(text), one.inner) for one in found
    ]


def test_who_is_cited_says_the_same() -> None:
    """Within the claim of who cites him; a content ends where the citation begins."""
    text = FIRE.text
    outer = _draft(text, "The daily", "told", "it was arson , citing the ministry")
    assert _told(text, cited([outer], FIRE, text, lambda _span: True)) == [
        ("The daily", "told", "it was arson", False),
        ("the ministry", "citing", "it was arson", True),
    ]


def test_a_claim_that_only_cites_goes() -> None:
    """That the daily cites the ministry is no claim beside the ministry's own."""
    text = FIRE.text
    outer = _draft(text, "The daily", "told", "it was arson")
    citing = _draft(text, "The daily", "citing", "the ministry")
    assert len(cited([outer, citing], FIRE, text, lambda _span: True)) == 2


def test_a_reason_is_nobodys_claim() -> None:
    """ "Citing low growth" cites nobody; it stays a claim of who says so."""
    text = GROWTH.text
    claims = [_draft(text, "Oslo", "said", "no"), _draft(text, "Oslo", "citing", "low growth")]
    assert cited(claims, GROWTH, text, lambda _span: False) == tuple(claims)


def test_a_document_speaks() -> None:
    """Though it is nobody."""
    text = REPORT.text
    found = cited([_draft(text, "Oslo", "said", "no")], REPORT, text, lambda _span: False)
    assert _told(text, found)[1] == ("a report", "citing", "no", True)
