"""Who is silent: the subject of the verb, wherever the sentence has it, or whom the noun names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.annotate.silences.negation import NOBODY
from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.phrases import phrase
from onrecord.record import Span
from onrecord.vocab import load_silences

_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
_CLIMBED: Final = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis", "obl", "dep", "advmod"})
_DID: Final = frozenset({"did", "has", "had", "have", "does", "would"})
_DATELINE: Final = 6  # words
_MOST: Final = 6


def subjects(verb: int, syntax: Syntax, forms: Sequence[str]) -> Iterator[int]:
    """The head words of those who do what the verb says, each party of "A and B" by itself.

    "X declined to comment, as did Y" has both.
    """
    found = _subject(verb, syntax, forms)
    if found is not None:
        yield from parties(found, syntax, forms)
    yield from _likewise(verb, syntax, forms)


def _likewise(verb: int, syntax: Syntax, forms: Sequence[str]) -> Iterator[int]:
    """ "…, as did Y": the parser makes a copula of "did" or a verb with Y as subject."""
    sentence = syntax.sentences[syntax.sentence_of[verb]]
    for n in range(verb + 2, sentence.stop):
        if forms[n] in _DID and forms[n - 1] in ("as", "so"):
            other = syntax.heads[n] if syntax.heads[n] > n else syntax.child(n, "nsubj")
            if other is not None and syntax.pos[other] in _NOMINAL:
                yield from parties(other, syntax, forms)


def parties(head: int, syntax: Syntax, forms: Sequence[str]) -> Iterator[int]:
    """The heads of a coordination, or the one noun; of "none of the ministries" the ministries."""
    nobody = forms[head] in NOBODY or (forms[head] == "one" and forms[head - 1] == "no")
    if nobody or forms[head] in ("one", "both", "either", "all", "most", "some"):
        inner = next((c for c in syntax.children[head] if syntax.relations[c] == "nmod" and c > head), None)
        if inner is not None:
            head = inner
        elif nobody:
            return
    yield _name(head, syntax)
    for child in syntax.children[head]:
        if syntax.relations[child] == "conj" and syntax.pos[child] in _NOMINAL:
            yield _name(child, syntax)


def _name(head: int, syntax: Syntax) -> int:
    """Of "the state newspaper Rodong Sinmun" the name."""
    for child in syntax.children[head]:
        if child == head + 1 and syntax.relations[child] == "appos" and syntax.pos[child] == "PROPN":
            return child
    return head


def span(head: int, syntax: Syntax) -> Span:
    """The phrase that names a party, the others of a coordination left out."""
    return syntax.span(phrase(syntax, head))


def _subject(verb: int, syntax: Syntax, forms: Sequence[str]) -> int | None:
    for _ in range(_MOST):
        agent = _agent(verb, syntax, forms)
        if agent is not None:
            return agent
        found = _own(verb, syntax)
        if found is not None:
            related = syntax.related(found)
            return found if related is None else related
        head, relation = syntax.heads[verb], syntax.relations[verb]
        if head < 0:
            return None
        if relation in ("acl", "acl:relcl"):
            noun = _of_noun(verb, head, syntax)
            if noun is not None:
                return noun
            if syntax.relations[head] == "obj" and syntax.heads[head] >= 0:
                head = syntax.heads[head]  # "made no attempt to deny"
        elif relation not in _CLIMBED:
            return None
        elif relation == "advcl":
            head = _speaking(verb, head, syntax, forms)
        verb = head
    return None


def _own(verb: int, syntax: Syntax) -> int | None:
    """The subject that a verb has itself: of two the nearer one, since a dateline is often the other."""
    found = [
        c for c in syntax.children[verb] if syntax.relations[c] in ("nsubj", "nsubj:pass", "nsubj:outer")
    ]
    if not found:  # "X did not dispute it but said": the parser may give X to the later verb
        later = (c for c in syntax.children[verb] if syntax.relations[c] == "conj")
        found = [s for c in later if (s := syntax.child(c, "nsubj")) is not None and s < verb]
    before = [c for c in found if c < verb]
    if not before:
        return found[0] if found else None
    return _after_dateline(before[-1], syntax)


def _after_dateline(subject: int, syntax: Syntax) -> int:
    """Of "NICOSIA - Israel made no statement", where the parser takes the place for the subject, Israel."""
    first = syntax.sentences[syntax.sentence_of[subject]].start
    dash = subject + 1
    if subject - first > _DATELINE or dash + 1 >= len(syntax) or syntax.form(dash) not in ("-", "–", "—"):
        return subject
    spaced = syntax.starts[dash] > syntax.ends[subject]
    return dash + 1 if spaced and syntax.pos[dash + 1] in _NOMINAL else subject


def _of_noun(verb: int, noun: int, syntax: Syntax) -> int | None:
    """Who does what hangs on a noun: "the officer declining", "his refusal to say"; None: the verb above."""
    if syntax.child(verb, "mark") is None:
        return noun if syntax.pos[noun] in _NOMINAL else None
    return syntax.child(noun, "nmod:poss")


def _speaking(verb: int, head: int, syntax: Syntax, forms: Sequence[str]) -> int:
    """Of "said the North had fired, declining to give a number" who said it, not who fired.

    A participle behind a comma that the parser hangs on the reported clause is the speaker's.
    """
    first = syntax.extents[0][verb]
    while first < verb and syntax.pos[first] == "PUNCT":
        first += 1
    if first - 2 <= head or forms[first - 1] != ",":
        return head
    if syntax.relations[first - 2] == "parataxis":  # "…, a spokesman said, without identifying them"
        return first - 2
    above = syntax.heads[head]
    return above if syntax.relations[head] == "ccomp" and above >= 0 else head


def _agent(verb: int, syntax: Syntax, forms: Sequence[str]) -> int | None:
    """Who does it in the passive: "was not confirmed by the ministry"."""
    if syntax.child(verb, "aux:pass", "nsubj:pass") is None:
        return None
    return with_case(verb, ("by",), syntax, forms)


def appealed(noun: int, syntax: Syntax, forms: Sequence[str]) -> int | None:
    """To whom a call or a request went: "calls to the embassy", "attempts to reach the general"."""
    if not load_silences().does(forms[noun], "appeal"):
        return None
    found = with_case(noun, ("to", "with", "from", "at"), syntax, forms)
    if found is not None:
        return found
    for child in syntax.children[noun]:
        if syntax.relations[child] == "acl":
            return syntax.child(child, "obj")
    return None


def with_case(head: int, cases: Sequence[str], syntax: Syntax, forms: Sequence[str]) -> int | None:
    """The first noun that hangs on a word with one of the prepositions."""
    for child in syntax.children[head]:
        case = syntax.child(child, "case")
        if case is not None and forms[case] in cases and syntax.pos[child] in _NOMINAL:
            return child
    return None
