"""Offices that a text gives somebody: in the title before a name, or in a description."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.annotate.mentions.found import Found
from onrecord.annotate.syntax.tree import ROOT, Syntax
from onrecord.record import Span
from onrecord.vocab import Actors, Countries, GenericOffice

_TITLE_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
# Before a title, and no part of it.
_ASIDE = frozenset(
    {"former", "ex", "then", "late", "onetime", "outgoing", "incoming", "current", "new", "newly", "acting"}
    | {"interim", "longtime", "veteran", "embattled", "ousted", "deposed", "retired", "first-term", "ailing"}
    | {"exiled", "jailed", "powerful", "influential", "top", "senior", "-", "elder", "younger", "erstwhile"}
    | {
        "previous",
        "future",
        "designate",
        "elected",
        "appointed",
        "same",
        "only",
        "next",
        "last",
        "one",
        "other",
    }
)
# Kinds of offices in the vocabulary that are callings or kin: they tell the sector, and are no office.
_CALLINGS = frozenset(
    {"private-person", "executive", "cultural-figure", "farmer", "politician", "official", "lawyer", "medic"}
    | {"journalist", "candidate", "activist", "analyst", "teacher", "priest"}
)
# Verbs after which somebody is no longer what he is said to have been: "resigned as governor".
_LEFT = frozenset(
    {
        "resign",
        "quit",
        "retire",
        "step",
        "oust",
        "dismiss",
        "sack",
        "fire",
        "remove",
        "replace",
        "stand",
        "serve",
    }
)
# Titles that say nothing without what they are of.
_OF_SOMETHING = frozenset(
    {"head", "chief", "leader", "secretary", "president", "minister", "chairman", "chairwoman", "chair"}
    | {"director", "member", "commander", "governor", "mayor", "speaker", "secretary-general", "founder"}
    | {"chancellor", "commissioner", "chairperson", "rector", "dean", "bishop", "archbishop", "patriarch"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An office as a mention tells it.

    ``words``: of the title; ``of``: head words of what it may be of, best first.

    ``office``: what kind of office the vocabulary takes it for; ``country``: the state told beside it.
    """

    words: range
    span: Span
    former: bool
    of: tuple[int, ...]
    office: GenericOffice


def title_of(
    mention: Found, syntax: Syntax, named: Mapping[int, Found], actors: Actors, countries: Countries
) -> Title | None:
    """The office that a mention tells, if it does.

    named: the mentions of kind name, by every word in them.
    """
    if mention.kind == "name":
        return _before(mention, syntax, named, actors, countries)
    if mention.kind == "nominal":
        return _described(mention, syntax, named, actors, countries)
    return None


def _before(
    mention: Found, syntax: Syntax, named: Mapping[int, Found], actors: Actors, countries: Countries
) -> Title | None:
    """The title just before a name: "Russian Security Council Secretary Sergei Shoigu"."""
    words = mention.words
    sentence = syntax.sentences[syntax.sentence_of[words.start]]
    first = words.start
    while first > sentence.start and _of_a_title(first - 1, syntax):
        first -= 1
    if first == words.start:
        return None
    return _title(range(first, words.start), words.start - 1, syntax, named, actors, countries)


def _of_a_title(token: int, syntax: Syntax) -> bool:
    form = syntax.form(token)
    return syntax.pos[token] in _TITLE_WORDS or form == "-" or form.lower() in ("'s", "’s", "&")


def _described(
    mention: Found, syntax: Syntax, named: Mapping[int, Found], actors: Actors, countries: Countries
) -> Title | None:
    """The office in a description: "a former head of the army's engineers"."""
    words = mention.words
    if mention.head not in words:
        return None
    return _title(range(words.start, mention.head + 1), mention.head, syntax, named, actors, countries)


def _title(
    before: range,
    head: int,
    syntax: Syntax,
    named: Mapping[int, Found],
    actors: Actors,
    countries: Countries,
) -> Title | None:
    """The title that ends with word ``head`` of the words ``before``."""
    text = syntax.text[syntax.starts[before.start] : syntax.ends[before.stop - 1]]
    code = _state(before, syntax, countries)
    office = actors.office_title(text, code, stripped=True)
    if office is None or office.id in _CALLINGS:
        return None
    first = head
    while first > before.start and _in_title(first - 1, syntax, named, countries):
        first -= 1
    while first < head and (syntax.form(first).lower() in _ASIDE or syntax.pos[first] == "NUM"):
        first += 1
    last = head
    of = _complements(head, syntax)
    if syntax.lemmas[head].lower() in _OF_SOMETHING and first == head:
        last = _with_complement(head, syntax, named, countries)
    possessor = next(
        (
            c
            for n in range(before.start, head + 1)
            for c in syntax.children[n]
            if syntax.relations[c] == "nmod:poss"
        ),
        None,
    )
    inside = [named[n].head for n in range(head - 1, before.start - 1, -1) if n in named]
    ordered = [*of, *inside, *([] if possessor is None else [possessor])]
    lowered = text.lower()
    former = actors.former(text)
    if not former and "acting" not in lowered:
        former = _was(head, syntax)
    return Title(
        words=range(first, last + 1),
        span=syntax.span(range(first, last + 1)),
        former=former,
        of=tuple(dict.fromkeys(ordered)),
        office=office,
    )


def _was(head: int, syntax: Syntax) -> bool:
    """Whether he is told to have been it: "was president until 2019", "resigned as governor"."""
    copula = syntax.child(head, "cop")
    if copula is not None:
        form = syntax.form(copula).lower()
        had = any(syntax.form(c).lower() in ("had", "'d") for c in syntax.children[head])
        return form in ("was", "were") or (form == "been" and had)
    case = syntax.child(head, "case")
    verb = syntax.heads[head]
    if case is None or verb == ROOT or syntax.form(case).lower() != "as":
        return False
    return syntax.lemmas[verb].lower() in _LEFT and syntax.form(verb).lower() != syntax.lemmas[verb].lower()


def _in_title(token: int, syntax: Syntax, named: Mapping[int, Found], countries: Countries) -> bool:
    """Whether a word before a title's noun is part of the title: no state, no owner, no article."""
    form = syntax.form(token)
    if form.lower() in ("'s", "’s", "'", "’") or syntax.pos[token] not in _TITLE_WORDS | {"PUNCT", "ADV"}:
        return False
    if syntax.pos[token] == "PUNCT" and form != "-":
        return False
    if token in named:
        name = named[token]
        told = countries.find(name.span.cut(syntax.text)) is not None
        return not told and (name.name is None or name.name.kind not in ("group", "place"))
    return True


def _complements(head: int, syntax: Syntax) -> list[int]:
    """The nouns that follow a title with "of", "for", "at" or "in", in order."""
    found = []
    for child in syntax.children[head]:
        case = syntax.child(child, "case")
        if case is None or child < head or not syntax.relations[child].startswith("nmod"):
            continue
        if syntax.form(case).lower() in ("of", "for", "at", "in", "with"):
            found.append(child)
    return found


def _with_complement(head: int, syntax: Syntax, named: Mapping[int, Found], countries: Countries) -> int:
    """The last word of a title with its "of …", left out where that is just a state."""
    for child in _complements(head, syntax):
        case = syntax.child(child, "case")
        if case is None or syntax.form(case).lower() not in ("of", "for"):
            continue
        if child in named and countries.find(syntax.text[named[child].span.start : named[child].span.end]):
            return head
        return max(child, syntax.extents[1][child]) if syntax.extents[1][child] - head < 8 else child
    return head


def _state(words: range, syntax: Syntax, countries: Countries) -> str | None:
    """The state that is named among some words."""
    for n in words:
        if syntax.form(n)[:1].isupper():
            known = countries.find(syntax.form(n))
            if known is not None and known.code is not None:
                return known.code
    return None
