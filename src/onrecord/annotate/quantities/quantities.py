"""The figures of a document: how many of what, who says so, and for which day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.annotate.quantities.bounds import Bounded, bounded
from onrecord.annotate.quantities.counted import counted
from onrecord.annotate.quantities.days import as_of
from onrecord.annotate.quantities.refused import refused
from onrecord.annotate.syntax import Syntax
from onrecord.record import Claim, Quantity, Span, Time


def find_quantities(
    syntax: Syntax,
    times: Sequence[Time],
    claims: Sequence[Claim],
    published: date | None,
) -> tuple[Quantity, ...]:
    """Every counted figure of a text, in order; ids q1, q2, …

    Dates, durations, ages, percentages, scores and the numbers that things bear are none. The source is
    that of the innermost claim whose content holds the figure.
    """
    forms = [syntax.form(n).lower() for n in range(len(syntax))]
    taken = [Span(start=time.start, end=time.end) for time in times]
    found: list[Quantity] = []
    for sentence in syntax.sentences:
        for one in bounded(syntax, forms, sentence):
            if _overlaps(one, taken, syntax) or refused(one, syntax, forms, sentence):
                continue
            what = counted(one, syntax, forms, sentence)
            found.append(_quantity(len(found) + 1, one, what, syntax, times, claims, published))
    return tuple(found)


def _overlaps(found: Bounded, taken: Sequence[Span], syntax: Syntax) -> bool:
    """Whether the number is part of an expression of time."""
    number = syntax.span(range(found.number, found.end))
    return any(span.overlaps(number) for span in taken)


def _quantity(
    number: int,
    found: Bounded,
    what: range | None,
    syntax: Syntax,
    times: Sequence[Time],
    claims: Sequence[Claim],
    published: date | None,
) -> Quantity:
    words = range(found.first, found.stop)
    if what is not None and found.stop <= what.start <= found.stop + 3:
        words = range(found.first, max(found.stop, what.stop))
    span = syntax.span(words)
    claim = _claim(syntax.span(range(found.number, found.end)), claims)
    content = claim.content if claim is not None else ()
    return Quantity(
        id=f"q{number}",
        start=span.start,
        end=span.end,
        low=found.low,
        high=found.high,
        approximate=found.approximate,
        what=_name(found, what, syntax),
        unit="share" if found.share else found.unit.name if found.unit is not None else None,
        source=None if claim is None else claim.source,
        as_of=as_of(span, content, times, syntax, published),
        claim=None if claim is None else claim.id,
    )


def _name(found: Bounded, what: range | None, syntax: Syntax) -> str:
    """What is counted, as written; the currency's own words, or none, where nothing is named."""
    if what is None:
        named = [n for n in range(found.first, found.stop) if not found.number <= n < found.end]
        what = range(named[0], named[-1] + 1) if named and found.unit is not None else None
    return "" if what is None else " ".join(syntax.span(what).cut(syntax.text).split())


def _claim(number: Span, claims: Sequence[Claim]) -> Claim | None:
    """The innermost claim whose content holds the number: the shortest content."""
    holding = [claim for claim in claims if any(part.holds(number) for part in claim.content)]
    return min(holding, key=lambda claim: sum(part.end - part.start for part in claim.content), default=None)
