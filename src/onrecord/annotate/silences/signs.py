"""The signs of silence in a sentence: a word of the vocabulary, negated where it must be, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.silences.nouns import noun
from onrecord.annotate.silences.speakers import subjects
from onrecord.annotate.silences.verbs import Told, adjective, verb
from onrecord.annotate.silences.word import Word
from onrecord.annotate.syntax import Syntax
from onrecord.record import SilenceKind
from onrecord.vocab import Unsaid, load_silences

_WHAT: Final = frozenset(
    ["what", "who", "whom", "where", "when", "why", "how", "whether", "its", "his", "her", "their"]
)
_NEAR: Final = 8  # words: the rest of an expression of several words stands within them


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A word that tells of a silence, who is silent (head words), and which kind it is."""

    at: int
    word: str
    who: tuple[int, ...]
    kind: SilenceKind


def signs(sentence: range, syntax: Syntax, forms: Sequence[str], sources: Sources) -> Iterator[Sign]:
    """The silences that a sentence tells of, by the words of the vocabulary, in order."""
    vocabulary = load_silences()
    for at in sentence:
        if forms[at] == "not" and forms[at - 1] == "but" and at > sentence.start:
            yield from _but_not(at, sentence, syntax, forms)
        for entry in vocabulary.beginning(forms[at]):
            if not _stands(entry, at, forms, sentence):
                continue
            word = Word(entry=entry, at=at, syntax=syntax, forms=forms, sources=sources)
            who, kind = _told(word)
            if who:
                yield Sign(at=at, word=entry.words[0], who=who, kind=kind)
                break


def _but_not(at: int, sentence: range, syntax: Syntax, forms: Sequence[str]) -> Iterator[Sign]:
    """ "Reported the arrivals but not what they discussed": the later part was left out."""
    if at + 1 >= sentence.stop or (
        syntax.pos[at + 1] not in ("DET", "NOUN", "PROPN", "ADJ", "NUM") and forms[at + 1] not in _WHAT
    ):
        return
    vocabulary = load_silences()
    verb = next((n for n in range(at - 2, sentence.start - 1, -1) if syntax.pos[n] == "VERB"), None)
    if verb is not None and vocabulary.does(forms[verb], "reports"):
        yield Sign(at=at, word="not", who=tuple(subjects(verb, syntax, forms)), kind="omitted")


def _stands(entry: Unsaid, at: int, forms: Sequence[str], sentence: range) -> bool:
    """Whether the other words of an entry stand shortly after its first."""
    vocabulary = load_silences()
    near = range(at + 1, min(at + _NEAR, sentence.stop))
    return all(any(vocabulary.is_form(forms[n], word) for n in near) for word in entry.words[1:])


def _told(word: Word) -> Told:
    """Who is silent and how, as the word tells it by its part of speech."""
    kind = word.entry.kind
    if _conditional(word):
        return (), kind
    if word.entry.part in ("noun", "item"):
        return noun(word), kind
    if word.entry.part == "adjective":
        who = adjective(word)
        return who, "omitted" if who and word.is_text(who[0]) else kind
    return verb(word) if word.syntax.pos[word.at] in ("VERB", "AUX", "ADJ") else ((), kind)


def _conditional(word: Word) -> bool:
    """Whether it stands under a condition or is to come: "if they do not answer", "should"."""
    for above in (word.at, *word.syntax.ancestors(word.at)):
        relation = word.syntax.relations[above]
        if relation == "advcl" and _marks(word, above, "if", "unless"):
            return True
        if relation in ("ccomp", "acl:relcl"):
            break
    children = word.syntax.children[word.at]
    above = word.syntax.heads[word.at]
    around = (*children, *(word.syntax.children[above] if above >= 0 else ()))
    if any(word.forms[child] in ("should", "must", "ought") for child in around):
        return True
    will = any(word.forms[child] in ("will", "wo") for child in children)
    return will and any(_marks(word, child, "until", "unless", "if") for child in children)


def _marks(word: Word, clause: int, *words: str) -> bool:
    return word.syntax.relations[clause] == "advcl" and any(
        word.forms[child] in words and word.syntax.relations[child] == "mark"
        for child in word.syntax.children[clause]
    )
