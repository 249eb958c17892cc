"""Mentions: names, descriptions, pronouns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import numpy as np

from onrecord.annotate.mentions import KEPT, Found, Name, find_mentions
from onrecord.annotate.syntax import Syntax
from onrecord.models import Encoding, Heads
from onrecord.models.heads import Frames, Ranker
from onrecord.record import Span
from tests.annotate.trees import CLASSES, EMPTY, SECTOR_NAMES, Blank, tree

KINDS = (*CLASSES, "event")
HEADS = Heads(
    classes={"mention": KINDS, "sector": SECTOR_NAMES},
    relation_weight=np.zeros((0, 0), dtype=np.float32),
    relation_bias=np.zeros(0, dtype=np.float32),
    frames=cast("Frames", None),
    parties=cast("Frames", None),
    ranker=cast("Ranker", None),
)
ENVOY = tree(
    "The two envoys of Norway, who saw her, fled.",
    "DET.3.det NUM.3.nummod NOUN.11.nsubj.envoy ADP.5.case PROPN.3.nmod PUNCT.8.punct PRON.8.nsubj"
    " VERB.3.acl:relcl PRON.8.obj PUNCT.8.punct VERB.0.root PUNCT.11.punct",
)


def _find(
    syntax: Syntax,
    types: Mapping[str, str],
    *names: tuple[str, str],
    as_gum: bool = False,
    parties: Mapping[int, range] | None = None,
) -> tuple[Found, ...]:
    """The mentions where the encoder reads the words in ``types`` as heads of these types."""
    scores = np.zeros((len(syntax), len(KINDS)), dtype=np.float32)
    for n in range(len(syntax)):
        scores[n, KINDS.index(types.get(syntax.form(n), "none"))] = 9
    encoding = cast("Encoding", Blank(syntax, {"mention": scores}))
    found = []
    for surface, kind in names:
        start = syntax.text.index(surface)
        found.append(Name(span=Span(start=start, end=start + len(surface)), surface=surface, kind=kind))
    return find_mentions(syntax, found, encoding, HEADS, KEPT, parties=parties or {}, as_gum=as_gum)


def _shown(syntax: Syntax, found: tuple[Found, ...]) -> list[tuple[str, str, str]]:
    return [(one.span.cut(syntax.text), one.kind, one.type) for one in found]


def test_names_descriptions_and_pronouns_are_mentions() -> None:
    """Each with its phrase, in the order of their head words."""
    types = {"envoys": "group", "Norway": "country", "her": "person"}
    assert _shown(ENVOY, _find(ENVOY, types, ("Norway", "place"))) == [
        ("The two envoys of Norway", "nominal", "group"),
        ("Norway", "name", "country"),
        ("who", "pronoun", "group"),
        ("her", "pronoun", "person"),
    ]


def test_a_relative_pronoun_is_of_the_noun_or_nobody() -> None:
    """It has its noun's type; where the noun is no mention, it is none; GUM has none at all."""
    types = {"envoys": "group", "who": "person"}
    assert ("who", "pronoun", "group") in _shown(ENVOY, _find(ENVOY, types))
    assert _find(ENVOY, {"who": "person"}) == ()
    assert [one.kind for one in _find(ENVOY, types, as_gum=True)] == ["nominal"]


def test_a_head_names_its_own_likeliest_type() -> None:
    """What a record does not keep is no mention."""
    assert _find(ENVOY, {"envoys": "event"}) == ()


def test_a_name_is_a_mention_whatever_its_words_head() -> None:
    """The encoder of mentions need not agree that there is one; it gives a name the likeliest kept type."""
    (found,) = _find(ENVOY, {}, ("Norway", "place"))
    assert (found.kind, found.type in KEPT) == ("name", True)


def test_the_words_of_a_name_are_no_other_mention() -> None:
    """ "Ilse Marrow" is not also "Ilse" and "Marrow"."""
    syntax = tree("Ilse Marrow left", "PROPN.3.nsubj PROPN.1.flat VERB.0.root")
    types = {"Ilse": "person", "Marrow": "person"}
    assert _shown(syntax, _find(syntax, types, ("Ilse Marrow", "person"))) == [
        ("Ilse Marrow", "name", "person")
    ]


def test_a_name_within_a_description_is_kept_beside_it() -> None:
    """Nested mentions that both matter: the ministry's spokeswoman and the ministry."""
    syntax = tree("a Highland Council spokeswoman", "DET.4.det PROPN.3.compound PROPN.4.compound NOUN.0.root")
    types = {"Council": "organization", "spokeswoman": "person"}
    found = _find(syntax, types, ("Highland Council", "organization"))
    assert _shown(syntax, found) == [
        ("Highland Council", "name", "organization"),
        ("a Highland Council spokeswoman", "nominal", "person"),
    ]


def test_a_noun_before_another_counts_in_gum_alone() -> None:
    """ "police" of "police station" is a mention by GUM's rules and none by ours."""
    syntax = tree("the police station", "DET.3.det NOUN.3.compound NOUN.0.root")
    types = {"police": "organization", "station": "facility"}
    assert [one.type for one in _find(syntax, types)] == ["facility"]
    assert [one.type for one in _find(syntax, types, as_gum=True)] == ["organization", "facility"]


def test_pronouns_for_nobody_are_no_mentions() -> None:
    """ "nothing" and "there" stand for nobody in particular."""
    syntax = tree("there is nothing", "PRON.2.expl VERB.0.root PRON.2.nsubj")
    assert _find(syntax, {"there": "other", "nothing": "other"}) == ()


def test_a_pronoun_that_is_described_is_a_description() -> None:
    """ "those of Norway" has a phrase."""
    syntax = tree("those of Norway left", "PRON.4.nsubj ADP.3.case PROPN.1.nmod VERB.0.root")
    (found,) = _find(syntax, {"those": "group"})
    assert (found.span.cut(syntax.text), found.kind) == ("those of Norway", "nominal")


def test_no_span_is_two_mentions() -> None:
    """Of two heads with one phrase the first counts; a name always."""
    found = _find(ENVOY, {"Norway": "country"}, ("Norway", "place"))
    assert [one.kind for one in found] == ["name"]


def test_a_party_is_mentioned_where_the_tree_errs() -> None:
    """In whole, though the tree takes it for a part of the name of whom it shot, and without what it did."""
    syntax = tree(
        "A patrol shot two smugglers", "DET.5.det NOUN.5.compound VERB.5.amod NUM.5.nummod NOUN.0.root"
    )
    runs = [range(2), range(3, 5)]
    parties = {syntax.noun_of(run): run for run in runs}
    assert list(parties) == [1, 4]
    found = _find(syntax, {"patrol": "group", "smugglers": "group"}, parties=parties)
    assert [one.span.cut(syntax.text) for one in found] == ["A patrol", "two smugglers"]


def test_nothing_is_mentioned_in_an_empty_text() -> None:
    """No words, no mentions."""
    assert _find(EMPTY, {}) == ()
