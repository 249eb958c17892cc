"""Numbers that count nothing: percentages, ages, scores, addresses, and the numbers that things bear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.annotate.quantities.bounds import Bounded
from onrecord.annotate.syntax import Syntax
from onrecord.vocab import load_figure_words

_DASHES: Final = frozenset({"-", "–", "‑"})
_PER: Final = frozenset({"cent", "mille"})
#: Hyphenated to a number, these leave it a count: "a 300-strong force".
COUNTING: Final = frozenset({"strong", "man", "odd", "plus", "person"})
_FORCE: Final = 20  # "a seven-man crew" is a kind of crew, "a 300-man garrison" has a number
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_AGES: Final = range(5, 116)
_YEARS: Final = range(1500, 2101)


def refused(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> bool:
    """Whether a number is no figure of something, by the words around it."""
    return (
        (found.low is None and found.high is None)
        or _measures_otherwise(found, forms, sentence)
        or _hyphened(found, syntax, forms, sentence)
        or _names(found, syntax, forms, sentence)
        or _is_age(found, syntax, forms, sentence)
        or _is_score(found, forms, sentence)
        or _is_year(found, syntax, forms)
        or _is_idle(found, syntax, forms)
    )


def _measures_otherwise(found: Bounded, forms: Sequence[str], sentence: range) -> bool:
    """Percentages, degrees, "three times"."""
    at = found.end
    if at >= sentence.stop:
        return False
    after = forms[at + 1] if at + 1 < sentence.stop else ""
    if load_figure_words().has(forms[at], "measured") or (forms[at] == "per" and after in _PER):
        return True
    return forms[at] in ("basis", "percentage") and after in ("point", "points")


def _hyphened(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> bool:
    """ "Two-state", "S-300", "COVID-19", "a 34-year-old"; not "300-strong" nor a range."""
    first, at = found.number, found.end
    if at + 1 < sentence.stop and forms[at] in _DASHES and _tight(syntax, at - 1, at + 1):
        small = found.low is not None and found.low < _FORCE
        return forms[at + 1] not in COUNTING or (small and forms[at + 1] != "strong")
    if at < sentence.stop and syntax.ends[at - 1] == syntax.starts[at] and forms[at][0] in "/:°#":
        return True
    if first > sentence.start and syntax.ends[first - 1] == syntax.starts[first]:
        before = forms[first - 1]
        if before in ("#", "№", "/", ":") or (before == "+" and found.unit is None):
            return True
        if before in _DASHES and first - 1 > sentence.start:
            return syntax.ends[first - 2] == syntax.starts[first - 1] and not found.first < first - 1
    return False


def _tight(syntax: Syntax, first: int, last: int) -> bool:
    """Whether no space stands between the words from ``first`` to ``last``."""
    return all(syntax.ends[n] == syntax.starts[n + 1] for n in range(first, last))


def _names(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> bool:
    """A number that something bears: "Article 5", "Boeing 737", "10 Downing Street", "Group of Seven"."""
    first, at = found.number, found.end
    if found.unit is not None or found.first < first:
        return False
    if at == first + 1 and first == sentence.start and at < sentence.stop and forms[at] in (".", ")"):
        return True  # "1. Background"
    counts = _counts(found, syntax)
    if first > sentence.start:
        before = first - 1
        if load_figure_words().has(forms[before], "numbered") and not (
            counts and syntax.pos[before] not in ("NOUN", "PROPN", "SYM")
        ):
            return not (counts and syntax.pos[before] == "NOUN" and forms[before] in ("case", "count", "top"))
        capital = syntax.form(before)[:1].isupper() and before > sentence.start
        if capital and not counts and syntax.pos[before] == "PROPN":
            return True
        if capital and not counts and syntax.heads[first] == before and syntax.pos[before] == "NOUN":
            return True
        if forms[before] == "at" and _CLOCK.fullmatch(forms[first]):
            return True  # "at 10.30"
        if forms[before] == "of" and before > sentence.start and forms[before - 1] in ("age", "ages"):
            return True
        written = syntax.form(first)
        if (
            written[:1].isupper()
            and (syntax.form(before)[:1].isupper() or forms[before] == "of")
            and not _headline(syntax, sentence)
        ):
            return True
    following = [syntax.form(n) for n in range(at, min(at + 3, sentence.stop))]
    return (
        any(load_figure_words().has(word.lower(), "street") and word[:1].isupper() for word in following[1:])
        and following[0][:1].isupper()
    )


def _headline(syntax: Syntax, sentence: range) -> bool:
    """Whether so many words of a sentence have a capital that one says nothing."""
    words = [syntax.form(n) for n in sentence if syntax.form(n)[0].isalpha()]
    return 4 * sum(word[0].isupper() for word in words) >= 3 * len(words)


def _counts(found: Bounded, syntax: Syntax) -> bool:
    """Whether the number counts a noun that follows it."""
    heads = [syntax.heads[n] for n in range(found.number, found.end)]
    return any(head >= found.end for head in heads)


def _is_age(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> bool:
    """ "Jane Roe, 45, said", "she is 45"."""
    first, at = found.number, found.end
    if found.low not in _AGES or found.low != found.high or at >= sentence.stop or first < sentence.start + 2:
        return False
    subject = syntax.child(first, "nsubj")
    if at == first + 1 and subject is not None and syntax.child(first, "cop") is not None:
        return forms[subject] in ("he", "she", "who", "i") or syntax.pos[subject] == "PROPN"
    closed = forms[first - 1] in (",", "(") and forms[at] in (",", ")", ".", ";")
    return closed and syntax.pos[first - 2] == "PROPN" and at == first + 1


def _is_score(found: Bounded, forms: Sequence[str], sentence: range) -> bool:
    """ "3-1", "by 212 votes to 210" is one; "a vote of 52-48"."""
    at, first = found.end, found.number
    if found.unit is not None:
        return False
    after = at + 1 < sentence.stop and forms[at] in _DASHES and forms[at + 1][0].isdigit()
    before = first - 2 >= sentence.start and forms[first - 1] in _DASHES and forms[first - 2][0].isdigit()
    if after or before:
        return True
    if any(form in _DASHES for form in forms[first:at]) and found.low != found.high:
        near = forms[max(sentence.start, first - 6) : min(sentence.stop, at + 4)]
        return any(load_figure_words().has(form, "score") for form in near)
    return False


def _is_year(found: Bounded, syntax: Syntax, forms: Sequence[str]) -> bool:
    """Four digits that are a year though no expression of time holds them: "the 2015 accord"."""
    form = forms[found.number]
    if found.unit is not None or found.end != found.number + 1 or not (len(form) == 4 and form.isdigit()):
        return False
    if int(form) not in _YEARS or found.first < found.number:
        return False
    head = syntax.heads[found.number]
    plural = head >= found.end and forms[head].endswith(("s", "men", "people"))
    return not plural or syntax.pos[found.end] == "PROPN"


def _is_idle(found: Bounded, syntax: Syntax, forms: Sequence[str]) -> bool:
    """ "One" that counts nothing: "one of the most", "no one", "one day"."""
    if forms[found.number : found.end] != ["one"]:
        return False
    head = syntax.heads[found.number]
    if syntax.relations[found.number] != "nummod" or head < found.end:
        return True
    return load_figure_words().has(forms[head], "idle") or (
        found.number > 0 and forms[found.number - 1] in ("no", "not", "the", "this", "that")
    )
