"""Who a figure is from that no claim holds: "the office registered 160,000 arrivals", "by its own count"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.phrases import phrase
from onrecord.record import Reference
from onrecord.vocab import load_figure_words

_FAR = 3  # verbs above the number
_REACH = 30  # words to the owner of a count


def giver(number: int, syntax: Syntax, forms: Sequence[str], sources: Sources) -> Reference | None:
    """The subject of the verb of counting that the number hangs on, or the owner of the count it is by."""
    words = load_figure_words()
    owner = _owner(number, syntax, forms)
    if owner is not None:
        return _reference(owner, syntax, sources)
    verbs = [above for above in (number, *syntax.ancestors(number)) if syntax.pos[above] == "VERB"]
    for verb in verbs[:_FAR]:
        subject = syntax.child(verb, "nsubj")
        if subject is None or subject == number:
            continue
        return _reference(subject, syntax, sources) if words.has(forms[verb], "counts") else None
    return None


def _owner(number: int, syntax: Syntax, forms: Sequence[str]) -> int | None:
    """ "By the union's own count", "on the whips' reckoning", in the figure's part of the sentence."""
    sentence = syntax.sentences[syntax.sentence_of[number]]
    words = load_figure_words()
    before = range(number - 1, max(sentence.start, number - _REACH) - 1, -1)
    after = range(number + 1, min(sentence.stop, number + _REACH))
    for step in (before, after):
        for at in step:
            if forms[at] == ";":
                break
            case = syntax.child(at, "case") if words.has(forms[at], "tally") else None
            if case is not None and forms[case] in ("by", "on"):
                return syntax.child(at, "nmod:poss")
    return None


def _reference(head: int, syntax: Syntax, sources: Sources) -> Reference | None:
    """Who is meant, if it can say things."""
    span = syntax.span(phrase(syntax, head))
    kind = sources.type_of(span, syntax.text)
    if not sources.speaks(span, syntax.text) and (
        kind is not None or syntax.pos[head] not in ("NOUN", "PROPN")
    ):
        return None
    return sources.reference((span,), syntax.text)
