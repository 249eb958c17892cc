"""The figures of a document: how many of what, who says so, and for which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.annotate.quantities.bounds import Bounded, bounded
from onrecord.annotate.quantities.counted import Counted, counted
from onrecord.annotate.quantities.days import as_of
from onrecord.annotate.quantities.refused import refused
from onrecord.annotate.syntax import Syntax
from onrecord.record import Claim, Quantity, Span, Time

_SMALL = 20  # a smaller number is not known again by itself


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
            words, name = _words(one, what, syntax), _name(one, what, syntax)
            unit = "share" if one.share else one.unit.name if one.unit is not None else None
            if unit is None and (what is None or what.understood):
                name, unit = _meant(one, found, syntax.starts[sentence.start], forms) or (name, None)
            made = _quantity(f"q{len(found) + 1}", one, words, syntax, times, claims, published)
            found.append(replace(made, what=name, unit=unit))
    return tuple(found)


def _overlaps(found: Bounded, taken: Sequence[Span], syntax: Syntax) -> bool:
    """Whether the number is part of an expression of time."""
    number = syntax.span(range(found.number, found.end))
    return any(span.overlaps(number) for span in taken)


def _words(found: Bounded, what: Counted | None, syntax: Syntax) -> Span:
    """The figure with its hedges and as far as what is counted follows it."""
    words = range(found.first, found.stop)
    if what is not None and not what.understood and found.end <= what.words.start:
        words = range(found.first, max(found.stop, what.words.stop))
    return syntax.span(words)


def _quantity(
    name: str,
    found: Bounded,
    span: Span,
    syntax: Syntax,
    times: Sequence[Time],
    claims: Sequence[Claim],
    published: date | None,
) -> Quantity:
    claim = _claim(syntax.span(range(found.number, found.end)), claims)
    content = claim.content if claim is not None else ()
    return Quantity(
        id=name,
        start=span.start,
        end=span.end,
        low=found.low,
        high=found.high,
        approximate=found.approximate,
        what="",
        source=None if claim is None else claim.source,
        as_of=as_of(span, content, times, syntax, published),
        claim=None if claim is None else claim.id,
    )


def _name(found: Bounded, what: Counted | None, syntax: Syntax) -> str:
    """What is counted, as written; of money that is for nothing named the currency."""
    if what is not None:
        words = what.words
    elif found.unit is not None:
        words = range(found.sign, found.number) or range(found.end, found.units)
    else:
        return ""
    return " ".join(syntax.span(words).cut(syntax.text).split())


def _meant(
    found: Bounded, before: Sequence[Quantity], start: int, forms: Sequence[str]
) -> tuple[str, str | None] | None:
    """What a number alone counts, and its unit, by the figures before it.

    The same number counts the same; a large one in a sentence with money or a measure is of that ("of 180
    billion roubles 61 billion"); else it is part of the last larger figure in the sentence. "Killed 12"
    counts who was killed, so a participle of that kind stays.
    """
    counts = [one for one in before if one.unit is None and one.what]
    for one in reversed(counts):
        if one.low is not None and (one.low, one.high) == (found.low, found.high) and one.low > _SMALL:
            return one.what, None
    near = [one for one in before if one.start >= start]
    if near and near[-1].unit is not None and found.magnified:
        return near[-1].what, near[-1].unit
    lead = forms[found.first - 1] if found.first else ""
    if lead.endswith(("ed", "ing")) and lead != "compared":
        return None
    near = [one for one in counts if one.start >= start]
    larger = [one for one in near if (one.low or one.high or 0) >= (found.low or found.high or 0)]
    last = (larger or near)[-1:]
    return (last[0].what, None) if last else None


def _claim(number: Span, claims: Sequence[Claim]) -> Claim | None:
    """The innermost claim whose content holds the number: the shortest content."""
    holding = [claim for claim in claims if any(part.holds(number) for part in claim.content)]
    return min(holding, key=lambda claim: sum(part.end - part.start for part in claim.content), default=None)
