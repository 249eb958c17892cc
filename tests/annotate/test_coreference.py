"""Coreference: what is compared, and the chains that come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
import pytest

from onrecord.annotate.coreference import Described, chain, describe
from onrecord.annotate.coreference.chains import scores
from onrecord.annotate.coreference.pairs import AFTER, FAR, NEAR, WIDTH, pairs
from onrecord.annotate.mentions import Found
from onrecord.annotate.syntax import Syntax
from onrecord.models import Encoding
from onrecord.models.heads import Ranker
from onrecord.models.manifest import Floats
from onrecord.record import Span
from tests.annotate.trees import Blank, flat, mention, ranker, tree

Speakers = Sequence[tuple[Span, Span | None]]


def _described(syntax: Syntax, mentions: Sequence[Found], speakers: Speakers = ()) -> Described:
    return describe(mentions, syntax, cast("Encoding", Blank(syntax)), speakers, {})


def _surnames(number: int) -> tuple[Syntax, list[Found]]:
    """So many persons of different names, each alone in a line."""
    syntax = flat("\n".join(f"Marrow{n:04}x" for n in range(number)))
    return syntax, [mention(syntax, f"Marrow{n:04}x", "name", "person") for n in range(number)]


def _never(_i: int, _j: int) -> bool:
    return False


def _chains(
    number: int,
    given: Sequence[int | None] | None = None,
    forbids: Callable[[int, int], bool] = _never,
    sure: Sequence[tuple[int, int]] = (),
    *,
    joins: bool,
) -> list[int]:
    described = _described(*_surnames(number))
    return chain(described, ranker(joins=joins), forbids, given or [None] * number, sure)


def test_comparisons_grow_with_the_text_and_not_with_its_square() -> None:
    """However long the document, a mention is compared with no more than `WIDTH` others."""
    assert WIDTH == NEAR + FAR + AFTER
    compared = {number: pairs(_described(*_surnames(number))).candidates for number in (200, 2_000)}
    assert {number: found.shape for number, found in compared.items()} == {
        200: (200, WIDTH),
        2_000: (2_000, WIDTH),
    }
    assert (compared[2_000] >= 0).sum() < 11 * (compared[200] >= 0).sum()


def test_a_mention_is_compared_with_those_before_it() -> None:
    """The nearest first, and never with itself or a later one."""
    candidates = pairs(_described(*_surnames(3))).candidates
    assert [[int(j) for j in row if j >= 0] for row in candidates] == [[], [0], [1, 0]]


def test_the_last_of_the_same_words_is_compared_however_far() -> None:
    """ "Marrow" is held against the "Marrow" of forty mentions ago, and against no other so far off."""
    syntax = flat("\n".join(["Keller", *(f"Marrow{n:02}x" for n in range(40)), "Keller"]))
    mentions = [mention(syntax, "Keller", "name", "person")]
    mentions += [mention(syntax, f"Marrow{n:02}x", "name", "person") for n in range(40)]
    mentions += [mention(syntax, "Keller", "name", "person", nth=1)]
    candidates = pairs(_described(syntax, mentions)).candidates
    assert [int(j) for j in candidates[-1] if 0 <= j < 41 - NEAR] == [0]


CATAPHOR = tree(
    "After her talks Marrow left\nKeller stayed",
    "ADP.3.case PRON.3.nmod:poss NOUN.5.obl.talk PROPN.5.nsubj VERB.0.root|PROPN.2.nsubj VERB.0.root",
)


def test_a_pronoun_is_compared_with_what_follows_in_its_sentence() -> None:
    """ "After her talks Marrow left": she may be Marrow, not the Keller of the next sentence."""
    mentions = [
        mention(CATAPHOR, "her", "pronoun", "person"),
        mention(CATAPHOR, "Marrow", "name", "person"),
        mention(CATAPHOR, "Keller", "name", "person"),
    ]
    candidates = pairs(_described(CATAPHOR, mentions)).candidates
    assert [int(j) for j in candidates[0] if j >= 0] == [1]


def test_what_is_not_there_is_never_chosen() -> None:
    """Where there is nothing to compare with, the score is minus infinity, whatever the ranker says."""
    compared = pairs(_described(*_surnames(2)))
    ranked = scores(compared, ranker(joins=True))
    assert np.isfinite(ranked).sum(axis=1).tolist() == [1, 2]


def test_mentions_that_are_new_stand_alone() -> None:
    """Where the ranker says of all that they are new, each is a chain."""
    assert len(set(_chains(4, joins=False))) == 4


def test_mentions_that_repeat_are_one_chain() -> None:
    """Each joins the one before it, and so all are one."""
    assert len(set(_chains(4, joins=True))) == 1


def test_a_chain_given_beforehand_holds() -> None:
    """Mentions given one chain are one, though the ranker says that they are new."""
    first, second, third = _chains(3, [7, None, 7], joins=False)
    assert first == third != second


def test_chains_given_apart_never_meet() -> None:
    """Not directly, nor by way of a mention that was given none."""
    first, second, third = _chains(3, [1, None, 2], joins=True)
    assert first != third
    assert second == first


def test_what_is_forbidden_does_not_join() -> None:
    """The next best is taken, and a mention does not enter a chain with one that it must not meet."""

    def forbids(i: int, j: int) -> bool:
        return {i, j} in ({0, 2}, {1, 2})

    numbers = _chains(4, forbids=forbids, joins=True)
    assert numbers[0] == numbers[1]
    assert numbers[2] not in numbers[:2]
    assert numbers[3] == numbers[2]


def test_what_is_sure_joins_whatever_the_ranker_says() -> None:
    """An apposition and its name, say; yet not where their chains are given apart."""
    first, second, third = _chains(3, sure=[(2, 0)], joins=False)
    assert first == third != second
    assert len(set(_chains(2, [1, 2], sure=[(1, 0)], joins=False))) == 2


def test_one_long_chain_is_made_in_linear_time() -> None:
    """2,000 mentions of one person: each is tried against a few, not all."""
    asked = 0

    def forbids(_i: int, _j: int) -> bool:
        nonlocal asked
        asked += 1
        return False

    assert len(set(_chains(2_000, forbids=forbids, joins=True))) == 1
    assert asked < 2_000 * 100


SAID = tree(
    "“We failed,” Marrow told her envoy, a lawyer.",
    "PUNCT.3.punct PRON.3.nsubj VERB.0.root PUNCT.3.punct PUNCT.3.punct PROPN.7.nsubj VERB.3.parataxis"
    " PRON.9.nmod:poss NOUN.7.iobj PUNCT.12.punct DET.12.det NOUN.9.appos PUNCT.3.punct",
)


def _said() -> Described:
    mentions = [
        mention(SAID, "We", "pronoun", "group"),
        mention(SAID, "Marrow", "name", "person"),
        mention(SAID, "her", "pronoun", "person"),
        mention(SAID, "her envoy", "nominal", "person"),
        mention(SAID, "a lawyer", "nominal", "person"),
    ]
    return _described(SAID, mentions, [(Span(start=0, end=12), Span(start=13, end=19))])


def test_a_quotations_mentions_know_their_speaker() -> None:
    """Inside, the head word of who speaks; outside, nobody."""
    described = _said()
    assert described.quoted.tolist() == [1, 0, 0, 0, 0]
    assert described.speaker[0] == described.head[1]
    assert described.speaker[1:].tolist() == [-1] * 4


def test_an_apposition_knows_its_noun() -> None:
    """The lawyer stands for the envoy; the others stand for none."""
    described = _said()
    assert described.same_as.tolist() == [-1, -1, -1, -1, described.head[3]]


@pytest.mark.parametrize("paired", [2.0, -2.0])
def test_the_ranker_scores_by_its_two_networks(paired: float) -> None:
    """A pair that scores above "new" is joined, one that scores below is not."""

    class Constant:
        def pair(self, features: Floats) -> Floats:
            return np.full(features.shape[:2], paired, dtype=np.float32)

        def alone(self, features: Floats) -> Floats:
            return np.zeros((len(features), 1), dtype=np.float32)

    found = chain(_described(*_surnames(2)), cast("Ranker", Constant()), _never, [None, None])
    assert (found[0] == found[1]) == (paired > 0)
