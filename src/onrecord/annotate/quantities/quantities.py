"""The figures of a document: how many of what, who says so, and for which day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.quantities.bounds import Bounded, bounded
from onrecord.annotate.quantities.counted import Counted, counted
from onrecord.annotate.quantities.givers import giver
from onrecord.annotate.quantities.holding import Holding
from onrecord.annotate.quantities.meant import Before, Meaning
from onrecord.annotate.quantities.refused import refused
from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.clauses import time_of
from onrecord.record import Claim, Entity, Quantity, Span, Time


def find_quantities(
    syntax: Syntax,
    times: Sequence[Time],
    claims: Sequence[Claim],
    entities: Sequence[Entity],
    published: date | None,
) -> tuple[Quantity, ...]:
    """Every counted figure of a text, in order; ids q1, q2, …

    Dates, durations, ages, percentages, scores and the numbers that things bear are none. The source is
    that of the innermost claim whose content holds the figure, else who is told to have counted.
    """
    forms = [syntax.form(n).lower() for n in range(len(syntax))]
    dated = _by_sentence(times, syntax)
    holding, before, sources = Holding(claims), Before(), Sources(syntax, entities)
    found: list[Quantity] = []
    for number, sentence in enumerate(syntax.sentences):
        before.next_sentence()
        near = dated.get(number, [])
        for one in bounded(syntax, forms, sentence):
            digits = syntax.span(range(one.number, one.end))
            if _in_time(digits, near) or refused(one, syntax, forms, sentence):
                continue
            what = counted(one, syntax, forms, sentence)
            span = _words(one, what, syntax)
            name, unit = _meaning(one, what, before, syntax, forms)
            claim = holding.innermost(digits)
            quantity = Quantity(
                id=f"q{len(found) + 1}",
                start=span.start,
                end=span.end,
                low=one.low,
                high=one.high,
                approximate=one.approximate,
                what=name,
                unit=unit,
                source=(holding.source(claim) if claim else None)
                or giver(one.number, syntax, forms, sources),
                as_of=time_of(span, () if claim is None else claim.content, near, syntax, published),
                claim=None if claim is None else claim.id,
            )
            before.add(quantity)
            found.append(quantity)
    return tuple(found)


def _by_sentence(times: Sequence[Time], syntax: Syntax) -> dict[int, list[Time]]:
    """The expressions of time by the number of their sentence."""
    found: dict[int, list[Time]] = {}
    if len(syntax):
        for time in times:
            found.setdefault(syntax.sentence_of[syntax.at(time.start)], []).append(time)
    return found


def _in_time(digits: Span, near: Sequence[Time]) -> bool:
    """Whether the number is part of an expression of time."""
    return any(time.start < digits.end and digits.start < time.end for time in near)


def _words(found: Bounded, what: Counted | None, syntax: Syntax) -> Span:
    """The figure with its hedges and as far as what is counted follows it."""
    words = range(found.first, found.stop)
    if what is not None and not what.understood and found.end <= what.words.start:
        words = range(found.first, max(found.stop, what.words.stop))
    return syntax.span(words)


def _meaning(
    found: Bounded, what: Counted | None, before: Before, syntax: Syntax, forms: Sequence[str]
) -> Meaning:
    """What is counted, as written, "" where nothing tells; and its unit."""
    unit = "share" if found.share else found.unit.name if found.unit is not None else None
    if unit is None and (what is None or what.understood):
        meaning = before.meaning(found, forms)
        if meaning is not None:
            return meaning
    if what is not None:
        words = what.words
    elif found.unit is not None:  # money that is for nothing named: the currency's own words
        words = range(found.sign, found.number) or range(found.end, found.units)
    else:
        return "", unit
    return " ".join(syntax.span(words).cut(syntax.text).split()), unit
