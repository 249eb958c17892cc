"""Who says it by the syntax alone."""

from __future__ import annotations

import pytest

from onrecord.annotate.claims.subjects import subject
from onrecord.record import Span
from tests.annotate.trees import EMPTY, tree

CASES = [
    (
        "Two envoys said no",
        "NUM.2.nummod NOUN.3.nsubj.envoy VERB.0.root INTJ.3.obj",
        "said",
        "Two envoys",
    ),
    (
        "The envoys came and wanted peace",
        "DET.2.det NOUN.3.nsubj.envoy VERB.0.root CCONJ.5.cc VERB.3.conj NOUN.5.obj",
        "wanted",
        "The envoys",
    ),
    (
        "They recall an officer shouting orders",
        "PRON.2.nsubj VERB.0.root DET.4.det NOUN.2.obj VERB.4.acl NOUN.5.obj",
        "shouting",
        "an officer",
    ),
    (
        "It rests on Oslo 's claim",
        "PRON.2.nsubj VERB.0.root ADP.6.case PROPN.6.nmod:poss PART.4.case NOUN.2.obl",
        "claim",
        "Oslo",
    ),
    (
        "She was told to leave",
        "PRON.3.nsubj:pass AUX.3.aux:pass VERB.0.root PART.5.mark VERB.3.xcomp",
        "was told",
        None,
    ),
    ("Leave , shouted", "VERB.3.ccomp PUNCT.1.punct VERB.0.root", "shouted", None),
    ("A claim of theft", "DET.2.det NOUN.0.root ADP.4.case NOUN.2.nmod", "claim", None),
]


@pytest.mark.parametrize(("text", "parse", "cue", "expected"), CASES)
def test_the_subject_of_a_cue(text: str, parse: str, cue: str, expected: str | None) -> None:
    """Its own, that of the verb it is joined to, the noun a participle hangs on, the owner of a noun."""
    start = text.index(cue)
    found = subject(Span(start=start, end=start + len(cue)), tree(text, parse))
    assert (None if found is None else found.cut(text)) == expected


def test_without_a_parse_nobody_is_named() -> None:
    """A document in which nothing can be read."""
    assert subject(Span(start=0, end=1), EMPTY) is None
