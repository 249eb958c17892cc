"""The noun phrase that a word heads, as annotators mark mentions."""

from __future__ import annotations

from onrecord.annotate.syntax.tree import Syntax

# What depends on the head of a phrase without being part of it.
_OUTSIDE = frozenset(
    {
        "case",
        "cc",
        "mark",
        "cop",
        "aux",
        "aux:pass",
        "nsubj",
        "nsubj:pass",
        "nsubj:outer",
        "csubj",
        "csubj:pass",
    }
    | {"expl", "discourse", "vocative", "parataxis", "conj", "appos", "advcl", "advcl:relcl", "ccomp", "list"}
    | {"orphan", "reparandum", "dislocated", "punct", "obl:agent", "obl:unmarked", "iobj", "obj", "xcomp"}
    | {"root", "dep", "cc:preconj", "csubj:outer"}
)
# What belongs to a predicate rather than to its noun: "he is a lawyer in the end".
_OF_A_PREDICATE = frozenset({"obl", "advmod"})
_STOPS = frozenset(',;:()[]—–"“”')


def phrase(syntax: Syntax, head: int) -> range:
    """The words of the phrase that ``head`` heads: no preposition before it, nothing after a comma.

    A coordination's head is its first "and": the phrase runs from the first to the last of its parts.
    """
    if syntax.relations[head] == "cc":
        return _coordination(syntax, head)
    outside = _OUTSIDE
    if syntax.child(head, "cop") is not None:
        outside = outside | _OF_A_PREDICATE
    first_of, last_of = syntax.extents
    first = last = head
    for child in reversed([c for c in syntax.children[head] if c < head]):
        # An adverb before a noun is the sentence's ("not", "then"); of a number it hangs on the number.
        if syntax.relations[child] not in outside and syntax.relations[child] != "advmod":
            first = min(first, first_of[child])
    for child in (c for c in syntax.children[head] if c > head):
        relation = syntax.relations[child]
        if relation == "punct" and syntax.form(child) == "-":
            continue
        if relation in outside or syntax.form(first_of[child]) in _STOPS:
            break
        # "troops had been deployed" is a sentence, "troops deployed there" a phrase.
        if relation == "acl" and syntax.child(child, "aux", "nsubj", "nsubj:pass") is not None:
            break
        last = max(last, last_of[child])
    while last > head and syntax.pos[last] == "PUNCT":
        last -= 1
    while first < head and syntax.pos[first] in ("PUNCT", "ADP", "CCONJ", "SCONJ"):
        first += 1
    if (
        syntax.form(first).lower() in ("least", "most")
        and first > 0
        and syntax.form(first - 1).lower() == "at"
    ):
        first -= 1
    return range(first, last + 1)


def _coordination(syntax: Syntax, conjunction: int) -> range:
    last = syntax.heads[conjunction]
    first = syntax.heads[last]
    if syntax.relations[last] != "conj" or first < 0:
        return range(conjunction, conjunction + 1)
    parts = [first, *(c for c in syntax.children[first] if syntax.relations[c] == "conj")]
    phrases = [phrase(syntax, part) for part in parts]
    return range(min(one.start for one in phrases), max(one.stop for one in phrases))
