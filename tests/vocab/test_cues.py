"""Cues: how they are found in words as written, and what the loader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocab import load_cues
from onrecord.vocab.cues import LONGEST_CUE
from onrecord.vocab.inflection import inflect, load_inflections, regular

CUES = "cue,part,stance,negated,commitment,distanced,infinitive"
MODIFIERS = "words,effect,alone"
INFLECTIONS = "word,forms"
GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-vocabulary-entry.md"


def write_tables(folder: Path, cues: str = "", modifiers: str = "", inflections: str = "") -> Path:
    """The three tables with a row or none each."""
    for name, header, row in (
        ("cues.csv", CUES, cues),
        ("modifiers.csv", MODIFIERS, modifiers),
        ("inflections.csv", INFLECTIONS, inflections),
    ):
        (folder / name).write_text(f"{header}\n{row}\n" if row else f"{header}\n", encoding="utf-8")
    return folder


def longest(words: str) -> set[tuple[str, str]]:
    """The cues that begin with the first word, each with its part."""
    found = load_cues().cues_at(words.split(), 0)
    return {(" ".join(match.entry.words), match.entry.part) for match in found}


@pytest.mark.parametrize(
    ("written", "cue"),
    [
        ("said", ("say", "verb")),
        ("Says", ("say", "verb")),
        ("denied", ("deny", "verb")),
        ("admitting", ("admit", "verb")),
        ("hoped", ("hope", "verb")),
        ("ruled out", ("rule out", "verb")),
        ("According to", ("accord to", "phrase")),
        ("owned up to", ("own up to", "verb")),
        ("swore", ("swear", "verb")),
        ("denials", ("denial", "noun")),
        ("convinced", ("convinced", "adjective")),
    ],
)
def test_cue_is_found_as_it_is_written(written: str, cue: tuple[str, str]) -> None:
    """A cue is known by any form of its words, in capitals too."""
    assert cue in longest(written)


def test_longest_cue_goes_first() -> None:
    """ "Own up to" is not "own up"."""
    assert longest("owned up to it") == {("own up to", "verb")}


def test_other_words_may_stand_in_a_cue() -> None:
    """ "Cast serious new doubt on" is "cast doubt on"; a doubt further off is none of its own."""
    assert longest("cast serious new doubt on") == {("cast doubt on", "verb")}
    far = "cast his eyes over all of the many doubts"
    assert "cast doubt" not in {cue for cue, _ in longest(far)}


def test_a_match_tells_its_words() -> None:
    """Where each word of a cue stands is told, and the words between are not."""
    (match,) = load_cues().cues_at(["he", "put", "the", "toll", "at"], 1)
    assert match.at == (1, 3, 4)


def test_one_word_may_have_several_parts() -> None:
    """ "Claims" is a verb or a noun; who knows the sentence decides."""
    assert longest("claims") == {("claim", "verb"), ("claim", "noun")}


@pytest.mark.parametrize("words", ["refused", "stopped short of", "has yet", "never", "n’t", "cannot"])
def test_modifier_is_found_as_it_is_written(words: str) -> None:
    """What negates or withholds is found, with a typographic apostrophe too."""
    (match,) = load_cues().modifiers_at(words.split(), 0)
    assert len(match.at) == len(words.split())
    assert match.entry.effect in ("negates", "withholds")


def test_unknown_word_is_no_cue() -> None:
    """A word that attributes nothing finds nothing."""
    assert longest("bridge") == set()
    assert load_cues().bases("bridge") == frozenset()


def test_shipped_cues_cover_every_stance() -> None:
    """The vocabulary has the size that was promised, and words for each stance."""
    cues = load_cues()
    assert len(cues) >= 450
    for stance in ("asserts", "confirms", "denies", "doubts", "estimates", "alleges"):
        assert sum(cue.stance == stance for cue in cues) >= 20, stance
    for stance in ("suggests", "demands", "promises", "declines"):
        assert sum(cue.stance == stance for cue in cues) >= 20, stance


def test_every_cue_finds_itself() -> None:
    """No row is hidden by another: its own words find it."""
    cues = load_cues()
    hidden = [cue for cue in cues if cue not in {m.entry for m in cues.cues_at(cue.words, 0)}]
    assert hidden == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("say,verb,utters,declines,plain,no,", "stance is 'utters'"),
        ("say,adverb,asserts,declines,plain,no,", "part is 'adverb'"),
        ("say,verb,asserts,declines,loud,no,", "commitment is 'loud'"),
        ("say,verb,asserts,declines,plain,perhaps,", "distanced is 'perhaps'"),
        ("say,verb,asserts,,plain,no,", "negated is empty"),
        ("say,verb,asserts,declines,plain,no,maybe", "infinitive is 'maybe'"),
        ("Say,verb,asserts,declines,plain,no,", "not words in small letters"),
        ("say  so,verb,asserts,declines,plain,no,", "not words in small letters"),
        (",verb,asserts,declines,plain,no,", "cue is empty"),
        (f"{' '.join('a' * (LONGEST_CUE + 1))},verb,asserts,declines,plain,no,", "more than 6 words"),
        ("say,verb,asserts,declines,plain,no,\nsay,verb,denies,declines,plain,no,", "is given twice"),
    ],
)
def test_loader_refuses_a_cue(tmp_path: Path, row: str, reason: str) -> None:
    """A row that cannot be is refused with file, line and reason."""
    with pytest.raises(ValueError, match=rf"cues\.csv, line \d+: .*{reason}"):
        load_cues(write_tables(tmp_path, cues=row))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("not,turns,", "effect is 'turns'"),
        ("refuse,withholds,shrugs", "alone is 'shrugs'"),
        ("not,negates,\nnot,negates,", "is given twice"),
    ],
)
def test_loader_refuses_a_modifier(tmp_path: Path, row: str, reason: str) -> None:
    """So is a modifier."""
    with pytest.raises(ValueError, match=rf"modifiers\.csv, line \d+: .*{reason}"):
        load_cues(write_tables(tmp_path, modifiers=row))


@pytest.mark.parametrize(("row", "reason"), [("say,", "forms is empty"), ("say,said\nsay,saith", "twice")])
def test_loader_refuses_an_inflection(tmp_path: Path, row: str, reason: str) -> None:
    """So are irregular forms."""
    with pytest.raises(ValueError, match=rf"inflections\.csv, line \d+: .*{reason}"):
        load_cues(write_tables(tmp_path, inflections=row))


def test_cue_of_the_guide_can_be_added(tmp_path: Path) -> None:
    """The row that the guide shows is a cue, found by its inflected words."""
    row = GUIDE.read_text("utf-8").partition('```csv title="cues.csv"\n')[2].partition("\n```")[0]
    (match,) = load_cues(write_tables(tmp_path, cues=row)).cues_at(["they", "soft", "pedalled"], 1)
    assert match.entry.stance == "denies"


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("deny", "denies"),
        ("deny", "denied"),
        ("portray", "portrayed"),
        ("hope", "hoping"),
        ("admit", "admitted"),
        ("signal", "signalled"),
        ("signal", "signaled"),
        ("stress", "stresses"),
        ("lie", "lying"),
        ("agree", "agreeing"),
        ("echo", "echoes"),
    ],
)
def test_regular_forms(word: str, form: str) -> None:
    """The rules of English spelling give the forms of a word."""
    assert form in regular(word)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_word_is_a_form_of_itself(word: str) -> None:
    """Whatever the word, it is found as it stands and in each form that rules give it."""
    forms = inflect([word], load_inflections())
    assert all(word in forms[form] for form in (word, *regular(word)))


@given(st.lists(st.text(max_size=8), min_size=1, max_size=40), st.data())
def test_any_words_can_be_asked(words: list[str], data: st.DataObject) -> None:
    """A match stands in the words it was asked of, in order, beginning with the first."""
    first = data.draw(st.integers(0, len(words) - 1))
    cues = load_cues()
    found = [match.at for match in cues.cues_at(words, first)]
    found += [match.at for match in cues.modifiers_at(words, first)]
    for at in found:
        assert at[0] == first
        assert list(at) == sorted(set(at))
        assert at[-1] < len(words)
