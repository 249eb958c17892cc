"""Clauses: which verb a word belongs to, and the time that is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from onrecord.annotate.syntax.tree import Syntax
from onrecord.record import DaySpan, Span, Time

#: Clauses that share the time of the one on which they hang: "shelled the town, killing 12".
_SHARING: Final = frozenset({"advcl", "conj", "xcomp", "acl", "acl:relcl"})


def time_of(
    place: Span, content: Sequence[Span], times: Sequence[Time], syntax: Syntax, published: date | None
) -> DaySpan | None:
    """The first and last day of the time in the clause of a place in the text; None where none dates it.

    content: that of the innermost claim that holds the place; a time outside it dates the saying. "Since
    June" lasts to the published day.
    """
    word = syntax.at(place.start)
    sentence = syntax.sentences[syntax.sentence_of[word]]
    clauses = _clauses(word, syntax)
    best: tuple[int, int, Time] | None = None
    for time in times:
        at = syntax.at(time.start)
        if at not in sentence or (time.first is None and time.last is None):
            continue
        if time.start < place.end and place.start < time.end:
            continue
        if content and not any(part.start <= time.start < part.end for part in content):
            continue
        clause = _clause(at, syntax)
        if clause in clauses:
            rank = (clauses.index(clause), abs(at - word), time)
            best = rank if best is None or rank[:2] < best[:2] else best
    if best is None:
        return None
    time = best[2]
    if published is not None and _since(syntax.at(time.start), syntax, sentence) and time.first:
        return DaySpan(first=time.first, last=max(published, time.first))
    return DaySpan(first=time.first, last=time.last)


def _since(at: int, syntax: Syntax, sentence: range) -> bool:
    return at > sentence.start and syntax.form(at - 1).lower() == "since"


def _clause(word: int, syntax: Syntax) -> int:
    """The verb, or the root, that a word belongs to."""
    for above in (word, *syntax.ancestors(word)):
        if syntax.pos[above] == "VERB" or syntax.heads[above] < 0 or syntax.child(above, "cop") is not None:
            return above
    return word


def _clauses(word: int, syntax: Syntax) -> list[int]:
    """The clause of a word and those whose time it shares, inmost first."""
    found = [_clause(word, syntax)]
    while syntax.heads[found[-1]] >= 0 and syntax.relations[found[-1]] in _SHARING:
        found.append(_clause(syntax.heads[found[-1]], syntax))
    return found
