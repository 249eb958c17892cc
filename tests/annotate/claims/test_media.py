"""The outlet through which somebody speaks."""

from __future__ import annotations

import pytest

from onrecord.annotate.claims.drafts import Draft
from onrecord.annotate.claims.media import Media
from onrecord.record import Entity, Mention, Span
from tests.annotate.trees import EMPTY, tree

TEXTS = {
    "told": (
        "Vélez told Yonhap that it was over",
        "PROPN.2.nsubj VERB.0.root PROPN.2.iobj SCONJ.7.mark PRON.7.nsubj AUX.7.cop ADV.2.ccomp",
        "told",
        "that it was over",
        "Yonhap",
    ),
    "interview": (
        "Vélez said in an interview with Yonhap it was over",
        "PROPN.2.nsubj VERB.0.root ADP.5.case DET.5.det NOUN.2.obl ADP.7.case PROPN.5.nmod PRON.10.nsubj"
        " AUX.10.cop ADV.2.ccomp",
        "said",
        "it was over",
        "Yonhap",
    ),
    "in the source's description": (
        "Vélez , quoted by Yonhap , said it was over",
        "PROPN.7.nsubj PUNCT.3.punct VERB.1.acl.quote ADP.5.case PROPN.3.obl:agent PUNCT.1.punct VERB.0.root"
        " PRON.10.nsubj AUX.10.cop ADV.7.ccomp",
        "said",
        "it was over",
        "Yonhap",
    ),
    "as a description": (
        "Vélez said in a Yonhap studio it was over",
        "PROPN.2.nsubj VERB.0.root ADP.6.case DET.6.det PROPN.6.compound NOUN.2.obl PRON.9.nsubj AUX.9.cop"
        " ADV.2.ccomp",
        "said",
        "it was over",
        None,
    ),
    "within the content": (
        "Vélez said that Yonhap was wrong",
        "PROPN.2.nsubj VERB.0.root SCONJ.6.mark PROPN.6.nsubj AUX.6.cop ADJ.2.ccomp",
        "said",
        "that Yonhap was wrong",
        None,
    ),
    "in a clause beside": (
        "Vélez said no and Yonhap left",
        "PROPN.2.nsubj VERB.0.root INTJ.2.obj CCONJ.6.cc PROPN.6.nsubj VERB.2.conj",
        "said",
        "no",
        None,
    ),
}


def _span(text: str, surface: str) -> Span:
    return Span(start=text.index(surface), end=text.index(surface) + len(surface))


@pytest.mark.parametrize("name", TEXTS)
def test_the_outlet_hangs_on_the_cue(name: str) -> None:
    """It is found where it hangs on the cue, outside source and content."""
    text, parse, cue, content, expected = TEXTS[name]
    at = _span(text, "Yonhap")
    outlet = Entity(
        id="publisher/yonhap",
        name="Yonhap",
        type="publisher",
        mentions=(Mention(start=at.start, end=at.end, kind="name"),),
    )
    draft = Draft(
        source=(_span(text, text[: text.index(cue)].rstrip()),),
        cue=(_span(text, cue),),
        content=(_span(text, content),),
        inner=False,
    )
    found = Media(tree(text, parse), [outlet]).of(draft, None)
    assert (None if found is None else found.spans[0].cut(text)) == expected


def test_without_a_parse_nobody_carries_a_claim() -> None:
    """A document in which nothing can be read."""
    draft = Draft(source=(), cue=(Span(start=0, end=1),), content=(Span(start=2, end=3),), inner=False)
    assert Media(EMPTY, []).of(draft, None) is None
