"""How a source puts what it says: cues, negation, what governs them and what follows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.claims.stance import Manner, read_cue
from onrecord.annotate.syntax import Syntax
from onrecord.record import Commitment, Span, Stance
from onrecord.vocab import load_cues
from tests.annotate.trees import EMPTY, flat, tree


def spans(text: str, surfaces: str) -> list[Span]:
    """The spans of words set apart by a bar; none for no words."""
    found = [(text.index(words), len(words)) for words in surfaces.split("|") if words]
    return [Span(start=at, end=at + size) for at, size in found]


def manner(syntax: Syntax, cue: str, content: str) -> Manner:
    """How a cue and a content of a text are read, each by its surface."""
    return read_cue(spans(syntax.text, cue), spans(syntax.text, content), syntax)


def stance(cue: str, content: str = "that it fell") -> Stance:
    """The stance of a cue with nothing to go by but its words."""
    return manner(flat(f"They {cue} {content}."), cue, content).stance


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "asserts"),
        ("has repeatedly denied", "denies"),
        ("did not deny", "declines"),
        ("didn’t confirm", "declines"),
        ("cannot confirm", "declines"),
        ("could not say", "declines"),
        ("would neither confirm nor deny", "declines"),
        ("stopped short of confirming", "declines"),
        ("has yet to acknowledge", "declines"),
        ("refused to rule out", "suggests"),
        ("did not rule out", "suggests"),
        ("cast serious doubt on", "doubts"),
        ("is not convinced", "doubts"),
        ("does not believe", "doubts"),
        ("owned up to", "confirms"),
        ("waved away", "denies"),
        ("put the toll at", "estimates"),
        ("are accused of", "alleges"),
        ("reportedly", "alleges"),
        ("according to", "asserts"),
        ("no longer believes", "doubts"),
        ("gave no details", "declines"),
        ("refused", "declines"),
        ("quoted him as saying", "asserts"),
    ],
)
def test_stance_of_a_cue(cue: str, expected: Stance) -> None:
    """The cue's own words, what turns them and what governs them make the stance."""
    assert stance(cue) == expected


def test_two_negations_cancel() -> None:
    """Who does not refuse to confirm confirms."""
    assert stance("did not refuse to confirm") == "confirms"


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said he hoped", "suggests"),
        ("denied saying", "denies"),
        ("said he did not believe", "doubts"),
        ("did not say he believed", "declines"),
        ("urged them again, saying", "demands"),
    ],
)
def test_the_verb_that_tells_more_decides(cue: str, expected: Stance) -> None:
    """In a joint cue the verb that says how it is meant goes before "say"; a denial stays one."""
    assert stance(cue) == expected


def test_hope_may_stand_before_said() -> None:
    """ "He hoped, he said, that …" is a hope as well."""
    syntax = flat("They hoped, he said, that it fell.")
    assert manner(syntax, "hoped|said", "that it fell").stance == "suggests"


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("told", "that it fell", "asserts"),
        ("told", "VERB to leave", "demands"),
        ("warned", "not VERB to leave", "demands"),
        ("agreed", "VERB to leave", "promises"),
        ("insisted", "on leaving", "demands"),
        ("promised", "VERB to leave", "promises"),
    ],
)
def test_what_follows_counts(cue: str, content: str, expected: Stance) -> None:
    """Something to do is demanded or promised with the same verb that asserts a sentence."""
    words = content.removeprefix("not VERB ").removeprefix("VERB ")
    lead = "not " if content.startswith("not") else ""
    first = "ADP" if words.startswith("on ") else "PART"
    negation = "PART.4.advmod " if lead else ""
    size = 4 if not lead else 5
    if words.startswith("that"):
        parse = "PRON.2.nsubj VERB.0.root SCONJ.5.mark PRON.5.nsubj VERB.2.ccomp PUNCT.2.punct"
    else:
        parse = f"PRON.2.nsubj VERB.0.root {negation}{first}.{size}.mark VERB.2.xcomp PUNCT.2.punct"
    assert manner(tree(f"They {cue} {lead}{words}.", parse), cue, lead + words).stance == expected


def test_subjunctive_is_a_demand() -> None:
    """ "Insisted that he be freed" demands it."""
    parse = "PRON.2.nsubj VERB.0.root SCONJ.6.mark PRON.6.nsubj AUX.6.aux:pass VERB.2.ccomp PUNCT.2.punct"
    assert manner(tree("They insisted that he be freed.", parse), "insisted", "that he be freed") == Manner(
        stance="demands", commitment="strong"
    )


def test_what_is_so_is_not_promised() -> None:
    """ "Assured them that nothing was lost" asserts, "assured them that nothing would be lost" promises."""
    lost = "PRON.2.nsubj VERB.0.root PRON.2.iobj SCONJ.7.mark PRON.7.nsubj AUX.7.aux:pass VERB.2.ccomp"
    past = tree("They assured them that nothing was lost.", f"{lost} PUNCT.2.punct")
    assert manner(past, "assured", "that nothing was lost").stance == "asserts"
    will = lost.replace("AUX.7.aux:pass VERB", "AUX.7.aux AUX.8.aux:pass VERB").replace(".7.", ".8.")
    ahead = tree("They assured them that nothing would be lost.", f"{will} PUNCT.2.punct")
    assert manner(ahead, "assured", "that nothing would be lost").stance == "promises"


@pytest.mark.parametrize(("middle", "expected"), [("", "denies"), ("not ", "asserts")])
def test_what_is_called_untrue_is_denied(middle: str, expected: Stance) -> None:
    """ "Said the report was false" denies it; "was not false" does not."""
    last = 7 if middle else 6
    part = f"PART.{last}.advmod " if middle else ""
    parse = (
        f"PRON.2.nsubj VERB.0.root DET.4.det NOUN.{last}.nsubj AUX.{last}.cop {part}ADJ.2.ccomp PUNCT.2.punct"
    )
    syntax = tree(f"They said the report was {middle}false.", parse)
    assert manner(syntax, "said", f"the report was {middle}false").stance == expected


def test_called_false_is_denied() -> None:
    """ "Called the report baseless" denies it too."""
    parse = "PRON.2.nsubj VERB.0.root DET.4.det NOUN.2.obj ADJ.2.xcomp PUNCT.2.punct"
    syntax = tree("They called the report baseless.", parse)
    assert manner(syntax, "called", "the report baseless").stance == "denies"


@pytest.mark.parametrize(
    ("words", "parse", "expected"),
    [
        ("Leave it", "VERB.4.ccomp PRON.1.obj", "demands"),
        ("Please wait", "INTJ.2.discourse VERB.4.ccomp", "demands"),
        ("Left it", "VERB.4.ccomp.leave PRON.1.obj", "asserts"),
    ],
)
def test_bidding_is_a_demand(words: str, parse: str, expected: Stance) -> None:
    """An imperative that is merely said demands what it bids."""
    syntax = tree(f"{words} they said.", f"{parse} PRON.4.nsubj VERB.0.root PUNCT.4.punct")
    assert manner(syntax, "said", words).stance == expected


def test_what_appears_is_suggested() -> None:
    """ "Appeared to show" suggests."""
    assert stance("appeared to show") == "suggests"


def test_negated_subject_turns_the_cue() -> None:
    """ "Neither Lustadt nor Kassel has confirmed": the negation stands outside the cue."""
    parse = (
        "DET.6.nsubj PROPN.6.nsubj CCONJ.4.cc PROPN.2.conj AUX.6.aux VERB.0.root DET.8.det "
        "NOUN.6.obj PUNCT.6.punct"
    )
    syntax = tree("Neither Lustadt nor Kassel has confirmed the report.", parse)
    assert manner(syntax, "has confirmed", "the report").stance == "declines"


def test_nobody_turns_the_cue() -> None:
    """So does "no official"."""
    parse = "DET.2.det NOUN.4.nsubj AUX.4.aux VERB.0.root PRON.4.obj PUNCT.4.punct"
    assert manner(tree("No official has denied it.", parse), "has denied", "it").stance == "declines"


def test_governor_outside_the_cue_counts() -> None:
    """A cue that was found without what governs it ("refused to") is still withheld."""
    parse = "PRON.2.nsubj VERB.0.root PART.4.mark VERB.2.xcomp DET.6.det NOUN.4.obj PUNCT.2.punct"
    syntax = tree("They refused to confirm the report.", parse)
    assert manner(syntax, "confirm", "the report").stance == "declines"


def test_negation_of_the_content_is_not_the_cue_s() -> None:
    """ "Said that it did not fall" says so."""
    parse = (
        "PRON.2.nsubj VERB.0.root SCONJ.7.mark PRON.7.nsubj AUX.7.aux PART.7.advmod "
        "VERB.2.ccomp PUNCT.2.punct"
    )
    syntax = tree("They said that it did not fall.", parse)
    assert manner(syntax, "said", "that it did not fall").stance == "asserts"


def test_object_of_a_plain_verb_decides() -> None:
    """ "Repeated its demand" demands, but "said in a warning" says."""
    repeated = "PRON.2.nsubj VERB.0.root PRON.4.nmod:poss NOUN.2.obj ADP.6.case NOUN.4.nmod PUNCT.2.punct"
    syntax = tree("They repeated its demand for talks.", repeated)
    assert manner(syntax, "repeated its demand", "for talks").stance == "demands"
    said = "PRON.2.nsubj VERB.0.root ADP.5.case DET.5.det NOUN.2.obl PRON.7.nsubj VERB.2.ccomp PUNCT.2.punct"
    syntax = tree("They said in a pledge it fell.", said)
    assert manner(syntax, "said in a pledge", "it fell").stance == "asserts"


def test_noun_or_verb_by_the_parse() -> None:
    """A noun cue is read as a noun, with the negation before it."""
    parse = "PRON.3.nmod:poss PART.1.case NOUN.4.nsubj VERB.0.root PUNCT.4.punct"
    syntax = tree("Hers 's denial stood.", parse)
    assert manner(syntax, "denial", "stood").stance == "denies"


@pytest.mark.parametrize(
    ("cue", "commitment"),
    [
        ("said", "plain"),
        ("insisted", "strong"),
        ("confirmed", "strong"),
        ("hinted", "weak"),
        ("categorically rejected", "strong"),
        ("rejected", "plain"),
        ("may have confirmed", "weak"),
        ("seemed to confirm", "weak"),
        ("did not rule out", "weak"),
    ],
)
def test_commitment(cue: str, commitment: Commitment) -> None:
    """How far the words bind the source; adverbs and modals shift it."""
    assert manner(flat(f"They {cue} it fell."), cue, "it fell").commitment == commitment


@pytest.mark.parametrize(
    ("cue", "distanced"),
    [("claimed", True), ("said", False), ("reportedly said", True), ("did not claim", False)],
)
def test_distance(cue: str, distanced: bool) -> None:
    """ "Claimed" holds the content at arm's length, "said" does not."""
    assert manner(flat(f"They {cue} it fell."), cue, "it fell").distanced is distanced


@pytest.mark.parametrize("cue", ["", "bridged", "—"])
def test_unknown_cue_asserts(cue: str) -> None:
    """Without a cue, or with one that nobody knows, it is a plain assertion."""
    assert manner(flat("They bridged — it fell."), cue, "it fell") == Manner()


def test_text_without_words() -> None:
    """A text that has no words has no cue either."""
    assert read_cue([Span(start=0, end=1)], [], EMPTY) == Manner()


WORDS = sorted({word for cue in load_cues() for word in cue.words})[::9]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["not", "refused", "to", "never", "no", *WORDS]), min_size=1, max_size=30))
def test_any_words_are_read(words: list[str]) -> None:
    """Whatever words a cue has, in whatever order, it is read, and the same each time."""
    text = " ".join(words)
    syntax = flat(text)
    whole = [Span(start=0, end=len(text))]
    assert read_cue(whole, whole, syntax) == read_cue(whole, whole, syntax)


def test_a_sentence_that_begins_with_for_is_no_complement() -> None:
    """ "He said: For those who stay there is work" demands nothing."""
    text = tree(
        "He said For those there is work",
        "PRON.2.nsubj VERB.0.root.say ADP.4.case PRON.6.obl PRON.6.expl VERB.2.ccomp NOUN.6.nsubj",
    )
    assert manner(text, "said", "For those there is work").stance == "asserts"
