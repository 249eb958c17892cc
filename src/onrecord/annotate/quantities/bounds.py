"""Numbers with what stands beside them: hedges, ranges, currencies and units of measurement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.annotate.quantities.numerals import Numeral, numeral
from onrecord.annotate.syntax import Syntax
from onrecord.vocab import Hedge, Unit, load_figure_words, load_hedges, load_units

#: Hedges that are prepositions as well: "over 300 homes", but "a row over 300 homes".
_PREPOSITIONS: Final = frozenset(
    {"about", "around", "over", "above", "under", "below", "near", "beyond", "within", "past"}
)
_DASHES: Final = frozenset({"-", "–", "—", "‑"})
_CHANGE_REACH: Final = 9  # words before "from"
_MILLION: Final = 1e6
_NEXT_TO: Final = 3  # "two or three", "five or six", "10 or 12": no further apart, in parts of the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded:
    """A number with its bounds in the words ``[first, stop)``, hedges and unit included.

    sign: the first word of a currency's sign before the number, else the number's; number: the first word
    of the numeral itself; end: where it ends, before unit and later hedges; units: where the unit after it
    ends; low, high: null where open; share: a part of a whole; magnified: told in millions or more.
    """

    first: int
    stop: int
    sign: int
    number: int
    end: int
    units: int
    low: float | None
    high: float | None
    approximate: bool
    unit: Unit | None
    share: bool
    magnified: bool = False


def bounded(syntax: Syntax, forms: Sequence[str], sentence: range) -> Iterator[Bounded]:
    """The numbers of a sentence, in order; forms: every word of the text in small letters."""
    at = sentence.start
    while at < sentence.stop:
        found = numeral(forms, at, sentence.stop)
        if found is None:
            at += 1
            continue
        for one in _ranged(found, syntax, forms, sentence):
            yield _hedged(one, syntax, forms, sentence)
            at = one.stop


def _ranged(found: Numeral, syntax: Syntax, forms: Sequence[str], sentence: range) -> Iterator[Bounded]:
    """A number, or the two that a range or a change joins; odds and scores ("80 to 1") have no bounds."""
    first = _currency_before(syntax, found.first, sentence)
    joined = _second(found, syntax, forms, sentence)
    if joined is None:
        yield _plain(found, first, syntax, forms, sentence)
        return
    start, other = joined
    low, high = found.low or 0.0, other.low or 0.0
    if found.plain == 1 and other.plain > 1 and low < 1000:
        low *= other.plain
    lead = forms[first - 1] if first > sentence.start else ""
    changes = _changes(forms, first, sentence)
    if low >= high and not changes and lead != "from" and start == found.stop + 1:
        yield replace(_plain(found, first, syntax, forms, sentence), low=None, high=None, stop=other.stop)
        return
    if low >= high or (lead == "from" and changes):
        yield _plain(replace(found, low=low, high=low), first, syntax, forms, sentence)
        yield _plain(other, start, syntax, forms, sentence)
        return
    whole = replace(found, stop=other.stop, low=low, high=high)
    spans = lead in ("between", "from")
    yield _plain(whole, first - spans, syntax, forms, sentence)


def _second(
    found: Numeral, syntax: Syntax, forms: Sequence[str], sentence: range
) -> tuple[int, Numeral] | None:
    """The number that a range ends with and the first of its words, its currency's sign included."""
    at = found.stop
    if found.share or found.low is None or found.high != found.low or at + 1 >= sentence.stop:
        return None
    link = forms[at]
    before = forms[found.first - 1] if found.first > sentence.start else ""
    if (
        link not in _DASHES
        and link not in ("to", "or")
        and not (link == "and" and _between(before, forms, found))
    ):
        return None
    start = at + 1
    at = start
    while at < sentence.stop - 1 and at < start + 2 and _sign(syntax, start, at + 1) is not None:
        at += 1
    other = numeral(forms, at, sentence.stop)
    if other is None or other.low is None or other.high != other.low or other.share:
        return None
    if link == "or" and not found.low < other.low <= found.low * _NEXT_TO:
        return None
    return start, other


def _between(before: str, forms: Sequence[str], found: Numeral) -> bool:
    return before == "between" or (found.first > 1 and forms[found.first - 2] == "between")


def _changes(forms: Sequence[str], at: int, sentence: range) -> bool:
    """Whether a verb of change stands shortly before: "rose from 10 to 20"."""
    near = forms[max(sentence.start, at - _CHANGE_REACH) : at]
    words = load_figure_words()
    return any(words.has(form, "change") or words.has(_stem(form), "change") for form in near)


def _stem(form: str) -> str:
    for ending in ("ped", "ing", "ed", "es", "s", "d"):
        if form.endswith(ending):
            return form[: -len(ending)]
    return form


def _plain(found: Numeral, first: int, syntax: Syntax, forms: Sequence[str], sentence: range) -> Bounded:
    """A number with its currency or unit, not hedged yet."""
    unit = _sign(syntax, first, found.first) if first < found.first else None
    stop = found.stop
    if unit is None and first < found.first and first + 1 < found.first:
        unit = _sign(syntax, first + 1, found.first)  # "between $2 and …"
    after, stop = _unit_after(syntax, forms, stop, sentence)
    return Bounded(
        first=first,
        stop=stop,
        sign=_currency_before(syntax, found.first, sentence),
        number=found.first,
        end=found.stop,
        units=stop,
        low=found.low,
        high=found.high,
        approximate=found.approximate,
        unit=unit or after,
        share=found.share,
        magnified=found.plain >= _MILLION,
    )


def _currency_before(syntax: Syntax, first: int, sentence: range) -> int:
    """The first word of a currency's sign that stands before a number: "$", "US$", "Rs", "EUR"."""
    for size in (3, 2, 1):
        start = first - size
        if start >= sentence.start and _sign(syntax, start, first) is not None:
            return start
    return first


def _sign(syntax: Syntax, first: int, stop: int) -> Unit | None:
    """The currency whose sign the words ``[first, stop)`` are, written without a space within."""
    if not first < stop <= len(syntax):
        return None
    unit = load_units().symbols.get(syntax.text[syntax.starts[first] : syntax.ends[stop - 1]].rstrip("."))
    return unit if unit is not None and unit.kind == "money" else None


def _unit_after(syntax: Syntax, forms: Sequence[str], at: int, sentence: range) -> tuple[Unit | None, int]:
    """The unit that the words after a number name, and where they end."""
    units = load_units()
    for size in range(min(units.longest, sentence.stop - at), 0, -1):
        unit = units.words.get(tuple(forms[at : at + size]))
        if unit is not None:
            return unit, at + size
    if at < sentence.stop:
        written = syntax.form(at)
        unit = units.symbols.get(written)
        if unit is not None and len(written) > 1:
            return unit, at + 1
    return None, at


def _hedged(found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range) -> Bounded:
    """The number with the bounds that the words beside it give."""
    hedges = load_hedges()
    while (before := _before(found, syntax, forms, sentence)) is not None:
        found = replace(_with(found, before[0]), first=before[1])
    stop = found.stop + (found.stop < sentence.stop - 1 and forms[found.stop] in _DASHES)
    for size in range(min(hedges.longest, sentence.stop - stop), 0, -1):
        hedge = hedges.after.get(tuple(forms[stop : stop + size]))
        if hedge is not None:
            return replace(_with(found, hedge), stop=stop + size)
    return found


def _before(
    found: Bounded, syntax: Syntax, forms: Sequence[str], sentence: range
) -> tuple[Hedge, int] | None:
    """The longest hedge right before a number and its first word; "more than the 10,000 that" has one too."""
    hedges = load_hedges()
    definite = found.first > sentence.start and forms[found.first - 1] == "the"
    stop = found.first - definite
    for size in range(min(hedges.longest, stop - sentence.start), 0, -1):
        words = tuple(forms[stop - size : stop])
        hedge = hedges.before.get(words)
        if hedge is None or (definite and (hedge.bound == "both" or size == 1)):
            continue
        if not _governs(words, stop - 1, syntax, forms, found):
            return hedge, stop - size
    return None


def _governs(words: tuple[str, ...], at: int, syntax: Syntax, forms: Sequence[str], found: Bounded) -> bool:
    """Whether a hedge is a preposition here and says nothing of the number: "talks about 300 men"."""
    if words == ("up", "to") and at > 1:
        return forms[at - 2].startswith("own")  # "owned up to 83"
    if len(words) > 1 or words[0] not in _PREPOSITIONS:
        return False
    return syntax.relations[at] == "case" and syntax.heads[at] >= found.end


def _with(found: Bounded, hedge: Hedge) -> Bounded:
    approximate = found.approximate or hedge.approximate
    low, high = found.low, found.high
    if hedge.bound == "low" and low is not None:
        high = None
    elif hedge.bound == "high" and high is not None:
        low = None
    return replace(found, low=low, high=high, approximate=approximate)
