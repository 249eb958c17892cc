"""What is not said: the clause or object of the verb, and the claim that "the report" points back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from onrecord.annotate.syntax import Syntax
from onrecord.record import Claim, Reference, SilenceKind, Span
from onrecord.vocab import load_silences

_SAID: Final = frozenset({"ccomp", "xcomp", "obj", "csubj"})
_REACHED: Final = frozenset({"reached", "contacted", "drawn"})
_CASES: Final = frozenset({"on", "about", "to", "of", "for", "over", "regarding", "into", "concerning", "as"})
_LIGHT: Final = frozenset(
    {"the", "this", "that", "these", "those", "its", "his", "her", "their", "on", "about"}
)
_FAR: Final = 1500  # characters back: farther off no short word points


def about(at: int, syntax: Syntax, forms: Sequence[str]) -> tuple[Span, ...]:
    """The spans of what is not said, none where nothing is named."""
    if forms[at] == "not":
        return (_after(at, syntax),)
    for head in (at, *([syntax.heads[at]] if syntax.pos[at] == "NOUN" and syntax.heads[at] >= 0 else [])):
        found = _objects(head, at, syntax, forms)
        if found:
            return found
    return ()


def _after(at: int, syntax: Syntax) -> Span:
    """What follows "but not", up to a mark."""
    sentence = syntax.sentences[syntax.sentence_of[at]]
    stop = next((n for n in range(at + 2, sentence.stop) if syntax.pos[n] == "PUNCT"), sentence.stop)
    return syntax.span(range(at + 1, stop))


def _objects(head: int, at: int, syntax: Syntax, forms: Sequence[str]) -> tuple[Span, ...]:
    first_of, last_of = syntax.extents
    noun = syntax.pos[head] == "NOUN"
    for child in syntax.children[head]:
        if child == at or (child < head and syntax.relations[child] != "nsubj:pass"):
            continue
        case = syntax.child(child, "case")
        relation = syntax.relations[child]
        if (
            relation in _SAID
            or (relation == "nsubj:pass" and forms[head] not in _REACHED)
            or (noun and relation in ("acl", "advcl"))
        ):
            pass
        elif not (relation in ("obl", "nmod") and case is not None and forms[case] in _CASES):
            continue
        if load_silences().does(forms[child], "appeal") or load_silences().does(forms[child], "asked"):
            continue  # "did not respond to a request"
        first, last = first_of[child], last_of[child]
        while first < last and (first == case or syntax.pos[first] in ("PUNCT", "ADP")):
            first += 1
        while last > first and syntax.pos[last] == "PUNCT":
            last -= 1
        return (syntax.span(range(first, last + 1)),)
    return ()


class Told:
    """The claims of a document in the order of their contents, to which "the report" can point back."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        outer = [claim for claim in claims if claim.parent is None and claim.content]
        self._claims = sorted(outer, key=lambda claim: claim.content[0].start)
        self._starts = [claim.content[0].start for claim in self._claims]

    def before(
        self, said: Sequence[Span], who: Reference, kind: SilenceKind, at: int, text: str
    ) -> str | None:
        """The id of the claim that a short word, or a bare "did not comment", points back to.

        It is the last one before the sentence, which starts at ``at``, that somebody else makes.
        """
        words = [word.strip(".,").lower() for part in said for word in part.cut(text).split()]
        nouns = [word for word in words if word not in _LIGHT]
        if nouns and not all(load_silences().does(word, "points") for word in nouns):
            return None
        if not nouns and kind in ("gave_no_details", "omitted"):
            return None  # of what he said himself
        number = bisect_left(self._starts, at) - 1
        while number >= 0 and at - self._starts[number] <= _FAR:
            source = self._claims[number].source
            if source is None or source.entity is None or source.entity != who.entity:
                return self._claims[number].id
            number -= 1
        return None
