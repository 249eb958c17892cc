"""Who a figure is from that no claim holds: "the office registered 160,000 arrivals", "by its own count"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.phrases import phrase
from onrecord.record import Reference
from onrecord.vocab import load_figure_words

_FAR = 3  # verbs above the number


def giver(number: int, syntax: Syntax, forms: Sequence[str], sources: Sources) -> Reference | None:
    """The subject of the verb of counting that the number hangs on, or the owner of the count it is by."""
    words = load_figure_words()
    verbs = [above for above in (number, *syntax.ancestors(number)) if syntax.pos[above] == "VERB"]
    for verb in verbs[:_FAR]:
        for owner in _owners(verb, syntax, forms):
            return _reference(owner, syntax, sources)
        subject = syntax.child(verb, "nsubj")
        if subject is None or subject == number:
            continue
        return _reference(subject, syntax, sources) if words.has(forms[verb], "counts") else None
    return None


def _owners(verb: int, syntax: Syntax, forms: Sequence[str]) -> Iterator[int]:
    """ "By the union's own count", "on the whips' reckoning"."""
    for child in syntax.children[verb]:
        case = syntax.child(child, "case")
        if (
            case is None
            or forms[case] not in ("by", "on")
            or not load_figure_words().has(forms[child], "tally")
        ):
            continue
        owner = syntax.child(child, "nmod:poss")
        if owner is not None:
            yield owner


def _reference(head: int, syntax: Syntax, sources: Sources) -> Reference | None:
    """Who is meant, if it can say things."""
    span = syntax.span(phrase(syntax, head))
    kind = sources.type_of(span, syntax.text)
    if not sources.speaks(span, syntax.text) and (
        kind is not None or syntax.pos[head] not in ("NOUN", "PROPN")
    ):
        return None
    return sources.reference((span,), syntax.text)
