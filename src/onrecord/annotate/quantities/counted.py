"""What a number counts: the noun phrase that it stands in, or the one that the sentence gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.annotate.quantities.bounds import Bounded
from onrecord.annotate.quantities.refused import COUNTING
from onrecord.annotate.syntax import Syntax
from onrecord.vocab import load_figure_words

_MONEY_FOR: Final = frozenset({"in", "of", "worth"})
_DETERMINERS: Final = frozenset({"the", "a", "an", "those", "these", "them"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_WITHIN: Final = frozenset({"of", "'s", "’s", "'", "’"})
_CUTTING: Final = frozenset({"ADP", "PART", "VERB", "SCONJ"})
_VERBAL: Final = frozenset({"VERB", "AUX", "ADJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The words of what is counted; understood: they stand elsewhere, and what was counted before may be
    meant instead."""

    words: range
    understood: bool = False


def counted(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> Counted | None:
    """What is counted, number and hedges left out; None where the sentence names nothing."""
    if found.unit is not None:
        money = found.unit.kind == "money"
        words = (_money if money else _measured)(found, syntax, forms, sentence)
        return None if words is None else Counted(words=words)
    main = syntax.head_of(range(found.number, found.end))
    head = syntax.heads[main]
    if found.end + 1 < sentence.stop and forms[found.end] in "-–" and forms[found.end + 1] in COUNTING:
        upper = syntax.heads[head] if 0 <= head < found.end + 2 else head
        words = _noun(found.end + 2, upper, syntax, forms, sentence)
    elif found.stop <= head < sentence.stop and (
        syntax.relations[main] != "nsubj" and syntax.pos[head] not in _VERBAL
    ):
        words = _noun(found.stop, head, syntax, forms, sentence)
    else:
        words = _of(main, found, syntax, forms, sentence) or _run(found.stop, syntax, forms, sentence)
    if words is not None:
        return Counted(words=words)
    words = _tallied(found, syntax, forms, sentence) or _understood(main, found, syntax, sentence)
    return None if words is None else Counted(words=words, understood=True)


def _noun(first: int, head: int, syntax: Syntax, forms: Sequence[str], sentence: range) -> range | None:
    """From right after the number, or its "of", to the end of the noun and the noun's own "of"."""
    if not first <= head < sentence.stop or (forms[first] in _DETERMINERS and first < head):
        return None  # "221 million the day before"
    for n in range(first + 1, head):  # "nine districts, plus four officials", "voices at one time"
        ends = forms[n] == "," or (syntax.pos[n] in _CUTTING and forms[n] not in _WITHIN)
        if ends and syntax.pos[n - 1] in _NOUNS:
            head = n - 1
            break
    start = first
    while start < head and forms[start] in ("of", *_DETERMINERS, ",", "-"):
        start += 1
    stop = max(_end(head, syntax, forms), start + 1)
    while stop + 1 < sentence.stop and forms[stop] == "-" and syntax.ends[stop - 1] == syntax.starts[stop]:
        stop += 2  # "e-mails"
    return range(start, stop)


def _end(head: int, syntax: Syntax, forms: Sequence[str]) -> int:
    """Where a counted noun ends: after what hangs on it with "of", before all else."""
    _, last_of = syntax.extents
    end = head + 1
    for child in syntax.children[head]:
        if child <= head:
            continue
        relation = syntax.relations[child]
        case = syntax.child(child, "case")
        if relation in ("compound", "flat", "fixed", "goeswith") and child == end:
            end = last_of[child] + 1
        elif relation == "nmod" and case == end and forms[case] == "of":
            end = _end(child, syntax, forms)
        else:
            break
    return end


def _of(main: int, found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> range | None:
    """What follows "of": "dozens of tanks", "two of his ministers"."""
    at = found.stop
    if at + 1 >= sentence.stop or forms[at] != "of" or forms[at + 1] in ("a", "an"):
        return None  # "47 of a calibre that": not of 47 calibres
    for child in syntax.children[main]:
        if child > at and syntax.pos[child] == "NUM":  # "two of the five accused"
            return _run(child + 1, syntax, forms, sentence)
        if child > at and syntax.child(child, "case") == at:
            return _noun(_bare(at + 1, forms), child, syntax, forms, sentence)
    return _run(_bare(at + 1, forms), syntax, forms, sentence)


def _bare(first: int, forms: Sequence[str]) -> int:
    """After the article, if there is one."""
    return first + (first + 1 < len(forms) and forms[first] in _DETERMINERS)


def _participle(at: int, syntax: Syntax, forms: Sequence[str]) -> bool:
    """ "Suspected" in "834 suspected cases", whatever the parser hangs on it."""
    follows = at + 1 < len(syntax) and syntax.pos[at + 1] in _NOUNS
    return follows and syntax.pos[at] == "VERB" and forms[at].endswith(("ed", "ing"))


def _run(first: int, syntax: Syntax, forms: Sequence[str], sentence: range) -> range | None:
    """The noun that stands right after, with the adjectives before it, whatever the parser makes of it."""
    at = first
    while at < sentence.stop and (
        syntax.pos[at] in ("ADJ", "ADV", *_NOUNS) or forms[at] == "-" or _participle(at, syntax, forms)
    ):
        if syntax.pos[at] in _NOUNS and (at + 1 == sentence.stop or syntax.pos[at + 1] not in _NOUNS):
            return _noun(first, at, syntax, forms, sentence)
        at += 1
    return None


def _money(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> range | None:
    """What the money is: "$2 billion in military aid", "$40m of debt", "$5m worth of grain"; else nothing."""
    at = found.stop
    main = syntax.head_of(range(found.number, found.end))
    rate = at < sentence.stop and forms[at] in ("a", "an", "per")
    if (
        not rate and syntax.heads[main] >= at and syntax.pos[syntax.heads[main]] == "NOUN"
    ):  # "a $100 million loan"
        return _noun(at, syntax.heads[main], syntax, forms, sentence)
    if at < sentence.stop and forms[at] == "worth":
        at += 1
    if at + 1 >= sentence.stop or forms[at] not in _MONEY_FOR:
        return None
    head = next((n for n in range(at + 1, min(at + 8, sentence.stop)) if syntax.child(n, "case") == at), None)
    if head is None or syntax.pos[head] not in ("NOUN", "PROPN") or _places(forms, at, head, syntax):
        return None
    return _noun(at + 1, head, syntax, forms, sentence)


def _places(forms: Sequence[str], at: int, head: int, syntax: Syntax) -> bool:
    """ "In" a place or a time, not in aid."""
    return forms[at] == "in" and (syntax.pos[head] == "PROPN" or forms[at + 1] in ("the", "a", "an", "his"))


def _measured(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> range:
    """The unit with what it measures: "tonnes of grain", "kilometres"."""
    head = syntax.head_of(range(found.end, found.stop)) if found.end < found.stop else found.end - 1
    stop = max(found.stop, _end(head, syntax, forms))
    if stop == found.stop and stop < sentence.stop and forms[stop] == "of":
        child = next((n for n in range(stop + 1, sentence.stop) if syntax.child(n, "case") == stop), None)
        stop = stop if child is None else _end(child, syntax, forms)
    return range(found.end, stop)


def _tallied(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> range | None:
    """ "The number of tankers rose to 300": what the number before it is of."""
    for at in range(found.first - 1, sentence.start, -1):
        if forms[at] == "of" and load_figure_words().has(forms[at - 1], "tally"):
            return _run(_bare(at + 1, forms), syntax, forms, sentence)
    return None


def _understood(main: int, found: Bounded, syntax: Syntax, sentence: range) -> range | None:
    """What a number alone counts: the subject of "rose to 45", the verb of "killed 12"."""
    relation, head = syntax.relations[main], syntax.heads[main]
    if head < 0 or head not in sentence:
        return None
    if relation in ("obl", "nmod", "xcomp") or syntax.lemmas[head] in (
        "put",
        "reach",
        "hit",
        "top",
        "total",
        "number",
        "be",
    ):
        for name in ("obj", "nsubj", "nsubj:pass"):
            subject = syntax.child(head, name)
            if subject is not None and subject != main and syntax.pos[subject] in ("NOUN", "PROPN"):
                return range(subject, subject + 1)
    if found.number <= head < found.stop:
        return None
    return range(head, head + 1)
