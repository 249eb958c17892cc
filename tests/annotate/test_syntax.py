"""Syntax: words, trees, phrases."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.syntax import parse
from onrecord.annotate.syntax.parse import best_tree, parse_tokens
from onrecord.annotate.syntax.phrases import phrase
from onrecord.annotate.syntax.tokens import tokens
from onrecord.annotate.syntax.tree import ROOT
from onrecord.models import Encoder
from onrecord.models.manifest import Floats
from onrecord.record import Span
from tests.annotate.trees import tree


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    "words",
    [
        "the U.S. envoy",
        "12,000 troops",
        "3.5 percent",
        "at 10:30",
        "do n't",
        "DO N'T",
        "do n’t",
        "ca n't",
        "Russia 's",
        "Russia ’s",
        "they 're",
        "O'Brien left",
        "O'Brien 's ship",
        "Cote D'Ivoire",
        "Mr. Marrow",
        "J. D. Marrow",
        "Chang Je - won",
        "100 - odd",
        "see https://example.org/a-b?c=d now",
        "write to i.marrow@example.org today",
        "he left .",
        "the ministers '",
        "no -- never",
        "wait ...",
        "( HW )",
        "“ No , ”",
    ],
)
def test_words_are_cut_as_treebanks_cut_them(words: str) -> None:
    """Abbreviations, numbers, names and addresses are one word; possessives and "n't" their own."""
    text = words
    for joint in (" n't", " N'T", " n’t", " 's", " ’s", " 're", " .", " '", " - ", " ,", " -- ", " ..."):
        text = text.replace(joint, joint.strip())
    text = text.replace("( ", "(").replace(" )", ")").replace("“ ", "“").replace(" ”", "”")
    assert _cut(text) == words.split()


@settings(deadline=None)
@given(st.text(min_size=1, max_size=120))
def test_words_hold_all_but_white_space_once(text: str) -> None:
    """For any Unicode, words are in order, disjoint, and nothing but white space lies between them."""
    at = 0
    for start, end in tokens(text, Span(start=0, end=len(text))):
        assert not text[at:start].strip()
        assert at <= start < end
        assert not any(map(str.isspace, text[start:end]))
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", ["a", "'", "a'", "a.", "1,", "n't", "-", "a@", "http://", "A. "])
def test_hostile_text_is_cut_in_linear_time(piece: str) -> None:
    """Forty thousand characters of one kind take no more than a few seconds."""
    text = piece * (40_000 // len(piece))
    start = time.process_time()
    assert _cut(text)
    assert time.process_time() - start < 5


def _by_force(scores: Floats) -> float:
    """The best total of all trees with one root."""
    size = len(scores)
    best = -np.inf
    for heads in itertools.product(range(size + 1), repeat=size):
        if heads.count(0) == 1 and all(_reaches_root(heads, word) for word in range(1, size + 1)):
            best = max(best, sum(float(scores[n, head]) for n, head in enumerate(heads)))
    return best


def _reaches_root(heads: tuple[int, ...], word: int) -> bool:
    for _ in heads:
        word = heads[word - 1]
        if word == 0:
            return True
    return False


_MATRICES = st.lists(
    st.lists(st.integers(-20, 0), min_size=5, max_size=5).map(lambda row: [float(n) for n in row]),
    min_size=4,
    max_size=4,
).map(lambda rows: np.array(rows, dtype=np.float32))


@settings(deadline=None)
@given(scores=_MATRICES)
def test_a_tree_has_one_root_and_no_circle(scores: Floats) -> None:
    """Whatever the scores: one word hangs on nothing, and all others on it."""
    heads = tuple((best_tree(scores) + 1).tolist())
    assert heads.count(0) == 1
    assert all(_reaches_root(heads, word) for word in range(1, 5))


@settings(deadline=None)
@given(scores=_MATRICES)
def test_the_best_tree_is_found(scores: Floats) -> None:
    """No tree under the same root is better, by trying all."""
    heads = best_tree(scores)
    root = int((heads == ROOT).argmax())
    fixed = scores.copy()
    fixed[np.arange(4) != root, 0] = -1e6
    total = sum(float(scores[n, head + 1]) for n, head in enumerate(heads.tolist()))
    assert total == pytest.approx(_by_force(fixed))


def test_one_word_is_its_own_tree() -> None:
    """A sentence of one word has a root and nothing else."""
    assert best_tree(np.zeros((1, 2), dtype=np.float32)).tolist() == [ROOT]


MINISTER = tree(
    "The minister of Norway, who left, met O'Brien's two envoys.",
    "DET.2.det NOUN.9.nsubj ADP.4.case PROPN.2.nmod PUNCT.7.punct PRON.7.nsubj VERB.2.acl:relcl PUNCT.7.punct"
    " VERB.0.root PROPN.13.nmod:poss PART.10.case NUM.13.nummod NOUN.9.obj.envoy PUNCT.9.punct",
)


def _phrase(form: str) -> str:
    head = next(n for n in range(len(MINISTER)) if MINISTER.form(n) == form)
    return MINISTER.span(phrase(MINISTER, head)).cut(MINISTER.text)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("minister", "The minister of Norway"),
        ("Norway", "Norway"),
        ("O'Brien", "O'Brien"),
        ("envoys", "O'Brien's two envoys"),
    ],
)
def test_a_phrase_is_what_annotators_mark(head: str, words: str) -> None:
    """No preposition before it, possessor and complement in it, nothing after a comma."""
    assert _phrase(head) == words


def test_a_coordination_runs_over_its_parts() -> None:
    """Headed by its "and", a phrase runs from its first part to its last."""
    syntax = tree(
        "the envoys and two ministers left",
        "DET.2.det NOUN.6.nsubj CCONJ.5.cc NUM.5.nummod NOUN.2.conj VERB.0.root",
    )
    assert syntax.span(phrase(syntax, 2)).cut(syntax.text) == "the envoys and two ministers"
    assert syntax.span(phrase(syntax, 1)).cut(syntax.text) == "the envoys"


def test_a_predicate_keeps_its_sentence_out() -> None:
    """Of "Marrow is now a lawyer in Oslo" only the noun's own words are its phrase."""
    syntax = tree(
        "Marrow is now a lawyer on Monday",
        "PROPN.5.nsubj AUX.5.cop ADV.5.advmod DET.5.det NOUN.0.root ADP.7.case PROPN.5.obl",
    )
    assert syntax.span(phrase(syntax, 4)).cut(syntax.text) == "a lawyer"


def test_a_code_point_is_in_its_word() -> None:
    """A place within a word is that word's; white space is the word's before it."""
    assert MINISTER.form(MINISTER.at(5)) == "minister"
    assert MINISTER.form(MINISTER.at(3)) == "The"
    assert MINISTER.at(0) == 0


@pytest.mark.parametrize(
    "surface", ["The minister", "minister of", "Norway", "O'Brien", "O'Brien's", "envoys."]
)
def test_the_words_of_a_span_are_those_that_begin_in_it(surface: str) -> None:
    """A span of whole words gives these and no others."""
    start = MINISTER.text.index(surface)
    span = Span(start=start, end=start + len(surface))
    assert MINISTER.span(MINISTER.within(span)) == span


def test_a_span_inside_a_word_is_that_words() -> None:
    """Where no word begins in a span, the one that holds it is meant."""
    assert [MINISTER.form(n) for n in MINISTER.within(Span(start=6, end=8))] == ["minister"]


def test_extents_are_all_that_hangs_on_a_word() -> None:
    """The first and last word of what depends on each, itself included."""
    first, last = MINISTER.extents
    assert (first[8], last[8]) == (0, len(MINISTER) - 1)
    assert (first[1], last[1]) == (0, 7)
    assert (first[12], last[12]) == (9, 12)
    assert (first[0], last[0]) == (0, 0)


def test_the_head_of_a_run_is_the_word_the_others_hang_on() -> None:
    """Marks and prepositions are no heads where there is another word."""
    assert MINISTER.form(MINISTER.head_of(range(4))) == "minister"
    assert MINISTER.form(MINISTER.head_of(range(2, 4))) == "Norway"
    assert MINISTER.form(MINISTER.head_of(range(4, 5))) == ","


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    """ "who" is the minister; other words stand for nothing."""
    assert MINISTER.related(5) == 1
    assert MINISTER.related(1) is None


def test_nothing_is_parsed_of_nothing(encoder: Encoder) -> None:
    """An empty text has no words and no sentences."""
    assert len(parse("", encoder.encode(""), encoder.heads, [])) == 0


@pytest.mark.parametrize("words", [1, 2, 40, 900])
def test_every_sentence_has_one_root(encoder: Encoder, words: int) -> None:
    """Also one that is longer than the encoder sees at once; from every word the way up ends there."""
    text = " ".join(["Marrow", *["and Keller"] * (words // 2)])
    spans = list(tokens(text, Span(start=0, end=len(text))))
    syntax = parse_tokens(text, encoder.encode(text), encoder.heads, [spans])
    assert [syntax.relations.count("root"), list(syntax.heads).count(ROOT)] == [1, 1]
    for token in range(len(syntax)):
        assert len(list(itertools.islice(syntax.ancestors(token), len(syntax)))) < len(syntax)
