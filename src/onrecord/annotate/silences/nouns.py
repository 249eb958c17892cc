"""Nouns that tell of a silence: "gave no details", "no comment from Tehran", "his silence"."""

from __future__ import annotations

from typing import Final

from onrecord.annotate.silences.negation import negated
from onrecord.annotate.silences.word import Word

_FEW: Final = frozenset(["few", "little", "scant", "no", "sparse", "zero", "neither", "nor"])


def noun(word: Word) -> tuple[int, ...]:
    """ "Gave no details", "no comment from Tehran", "without explanation", "his silence"."""
    at, relation = word.at, word.syntax.relations[word.at]
    if word.syntax.pos[at] != "NOUN" or relation in ("compound", "nmod:poss"):
        return ()
    if word.entry.needs == "nothing":
        return _held(word)
    verb = word.syntax.heads[at]
    case = word.syntax.child(at, "case")
    if case is not None and word.forms[case] == "without" and word.with_case(at, "from") is None:
        return word.subjects(verb) if verb >= 0 and word.entry.part == "noun" else ()
    none = _none(word)
    giver = word.with_case(at, "from")
    if verb < 0 or relation in ("root", "parataxis"):
        return word.parties(giver) if none else ()
    if relation == "conj":
        verb, relation = word.syntax.heads[verb], word.syntax.relations[verb]
    if verb < 0 or relation not in ("obj", "nsubj", "nsubj:pass", "obl", "xcomp", "iobj"):
        return word.parties(giver) if none else ()
    refused = word.does(verb, "refuses")
    if not (none or refused or negated(verb, word.syntax, word.forms)):
        return ()
    if not none and word.entry.words == ("word",) and word.syntax.child(at, "amod") is not None:
        return ()  # "never uttered a bad word"
    if relation in ("nsubj", "nsubj:pass") or word.syntax.child(verb, "aux:pass") is not None:
        return _wanting(word, verb, giver) if none or word.does(verb, "gives", "keeps") else ()
    if word.does(verb, "receives"):
        return word.parties(giver if giver is not None else word.with_case(verb, "from"))
    if not (refused or word.does(verb, "gives")) or (
        word.entry.part == "item" and word.forms[verb] in ("had", "has", "have", "having")
    ):
        return ()
    return word.subjects(verb)


def _none(word: Word) -> bool:
    """ "No details", "few details", "neither a date nor a name"."""
    before = [child for child in word.syntax.children[word.at] if child < word.at]
    several = word.forms[word.at - 1] if word.at else ""
    without = word.syntax.child(word.at, "case")
    return (
        any(word.forms[child] in _FEW for child in before)
        or several in _FEW
        or word.forms[max(0, word.at - 2) : word.at] == ["not", "a"]
        or (without is not None and word.forms[without] == "without")
    )


def _wanting(word: Word, verb: int, giver: int | None) -> tuple[int, ...]:
    """ "No comment came from Tehran", "no reason was given by the court", "no mention in the report"."""
    if giver is not None:
        return word.parties(giver)
    cases = ("from", "by", "in") if word.entry.kind == "omitted" else ("from", "by")
    for head in (word.at, verb):
        found = word.with_case(head, *cases)
        if found is not None:
            return word.parties(found)
    return ()


def _held(word: Word) -> tuple[int, ...]:
    """ "Ankara's silence", "the silence of the court", unless it is broken or kept for the dead."""
    head = word.syntax.heads[word.at]
    if head >= 0 and word.does(head, "breaks"):
        return ()
    owner = word.syntax.child(word.at, "nmod:poss")
    if owner is None:
        owner = word.with_case(word.at, "of", "from")
    if owner is None and head >= 0 and word.does(head, "keeps"):
        return word.subjects(head)  # "maintained silence", "responded with silence"
    return () if owner is None or word.does(owner, "duration") else word.parties(owner)
