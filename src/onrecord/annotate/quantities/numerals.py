"""Numbers as English writes them: "12,000", "2.5 million", "half a dozen", "tens of thousands".

A reading starts at one word and takes as many as belong to the number; nothing is looked at twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_ONES: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL: Final = {word: at for at, word in enumerate(_ONES, 1)}
TENS: Final = {word: 10 * at for at, word in enumerate(_TENS, 2)}
MAGNITUDES: Final = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5,
    "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12, "score": 20,
}  # fmt: skip
#: Letters that stand for a magnitude, right after digits or a space away.
LETTERS: Final = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "trn": 1e12, "tr": 1e12, "cr": 1e7, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
#: Plurals that give a number only from below.
VAGUE: Final = {
    "tens": 10, "dozens": 24, "scores": 40, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_FEW: Final = 3  # "several", "a few", "a handful": from three up
_LONGEST: Final = 17  # characters of digits: longer ones name things, and count nothing in the world
_MOST_DIGITS: Final = 13
_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{2,3})*(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED: Final = re.compile(r"(\d+(?:\.\d+)?)([a-z]{1,8})")
_GROUP: Final = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number in the words ``[first, stop)``: from low to high (null where open).

    plain: its last factor can be shared with a number before it ("two to three million"): 1 where it
    cannot. fraction: a part of a whole or a rate ("one in five").
    """

    first: int
    stop: int
    low: float | None
    high: float | None
    approximate: bool = False
    plain: float = 1.0
    share: bool = False


def numeral(forms: Sequence[str], first: int, stop: int) -> Numeral | None:
    """The number that begins with the word ``first`` (small letters) and ends before ``stop``; or None."""
    form = forms[first]
    if form[0] in "0123456789":
        return _rate(_figures(forms, first, stop), forms, stop)
    if form in ("a", "an"):
        return _article(forms, first, stop)
    if form == "half":
        return _half(forms, first, stop)
    if form in VAGUE:
        return _vague(forms, first, stop)
    if form == "several":
        return _few(forms, first, first + 1, stop)
    if form in SMALL or form in TENS:
        return _rate(_words(forms, first, stop), forms, stop)
    return None


def _exact(first: int, stop: int, value: float, plain: float = 1.0) -> Numeral:
    return Numeral(first=first, stop=stop, low=value, high=value, plain=plain)


def _figures(forms: Sequence[str], first: int, stop: int) -> Numeral | None:
    """Digits with or without a magnitude: "12,000", "12 000", "2.5 million", "4bn"."""
    form, at = forms[first], first + 1
    glued = _GLUED.fullmatch(form)
    if glued and glued[2] in LETTERS and len(glued[1]) <= _LONGEST:
        factor = LETTERS[glued[2]]
        return _exact(first, at, float(glued[1]) * factor, factor)
    if not _DIGITS.fullmatch(form) or len(form) > _LONGEST:
        return None
    digits = form.replace(",", "")
    if len(digits) > _MOST_DIGITS:
        return None
    value = float(digits)
    if 1 <= len(form) <= 3 and value >= 1:
        while at < stop and _GROUP.fullmatch(forms[at]) and at - first < 4:  # "12 000"
            value, at = value * 1000 + float(forms[at]), at + 1
    return _magnified(forms, first, at, stop, value)


def _magnified(forms: Sequence[str], first: int, at: int, stop: int, value: float) -> Numeral:
    """A number with the magnitudes and the half after it: "two million", "2 and a half million"."""
    if _are(forms, at, stop, "and", "a", "half"):
        value, at = value + 0.5, at + 3
    factor = 1.0
    while at < stop and forms[at] in MAGNITUDES:
        factor, at = factor * MAGNITUDES[forms[at]], at + 1
    if factor == 1 and at < stop and forms[at] in LETTERS and forms[at - 1][0] in "0123456789":
        factor, at = LETTERS[forms[at]], at + 1
    if factor > 1 and _are(forms, at, stop, "and", "a", "half"):
        value, at = value + 0.5, at + 3
    return _exact(first, at, value * factor, factor)


def _words(forms: Sequence[str], first: int, stop: int, *, article: bool = False) -> Numeral:
    """Number words: "twenty-five", "two hundred and forty thousand", "a hundred and twenty"."""
    total, current, at, factor = 0.0, float(article), first + article, 1.0
    while at < stop:
        form = forms[at]
        if form in TENS:
            current, at = current + TENS[form], at + 1
            if at + 1 < stop and forms[at] == "-" and SMALL.get(forms[at + 1], 10) < 10:
                current, at = current + SMALL[forms[at + 1]], at + 2
        elif form in SMALL:
            current, at = current + SMALL[form], at + 1
        elif form == "hundred":
            current, at, factor = current * 100, at + 1, 100.0
        elif form in MAGNITUDES:
            factor = MAGNITUDES[form]
            total, current, at = total + current * factor, 0.0, at + 1
        else:
            break
        again = at < stop and (forms[at] in MAGNITUDES or _goes_on(forms, at, factor))
        if not again and _are(forms, at, stop, "and", "a", "half"):
            half = _magnified(forms, first, at, stop, total + current)
            return half if half.plain > 1 else _exact(first, at + 3, total + current + 0.5)
        if (
            not again
            and factor > 1
            and at + 1 < stop
            and forms[at] == "and"
            and _goes_on(forms, at + 1, factor)
        ):
            at, again = at + 1, True
        if not again:
            break
    return _exact(first, at, total + current, factor)


def _goes_on(forms: Sequence[str], at: int, factor: float) -> bool:
    """Whether a number word adds to what stands before it: "hundred forty", not "two three"."""
    return factor > 1 and (forms[at] in SMALL or forms[at] in TENS)


def _article(forms: Sequence[str], first: int, stop: int) -> Numeral | None:
    """ "A hundred", "a dozen", "a couple of", "a few thousand", "a handful of"."""
    at = first + 1
    if at >= stop:
        return None
    form = forms[at]
    if form in MAGNITUDES:
        if form == "score" and not _are(forms, at + 1, stop, "of"):
            return None
        return _words(forms, first, stop, article=True)
    if form in ("couple", "pair"):
        many = Numeral(first=first, stop=at + 1, low=2, high=2, approximate=form == "couple")
        return _counted(many, forms, at + 1, stop)
    if form in ("few", "handful"):
        return _few(forms, first, at + 1, stop)
    if form == "half" and at + 1 < stop and forms[at + 1] in MAGNITUDES:  # "a half million"
        return _magnified(forms, first, at + 1, stop, 0.5)
    if form in ("good", "further", "whole", "full") and at + 1 < stop and forms[at + 1] in MAGNITUDES:
        return _magnified(forms, first, at + 1, stop, 1.0)
    if _are(forms, at, stop, "quarter", "of", "a") and at + 3 < stop and forms[at + 3] in MAGNITUDES:
        return _magnified(forms, first, at + 3, stop, 0.25)
    return None


def _half(forms: Sequence[str], first: int, stop: int) -> Numeral | None:
    """ "Half a million", "half a dozen"; half of something is a part and no number."""
    if first + 2 < stop and forms[first + 1] == "a" and forms[first + 2] in MAGNITUDES:
        return _magnified(forms, first, first + 2, stop, 0.5)
    return None


def _vague(forms: Sequence[str], first: int, stop: int) -> Numeral | None:
    """ "Dozens", "tens of thousands", "hundreds upon hundreds"."""
    low, at = float(VAGUE[forms[first]]), first + 1
    while at + 1 < stop and forms[at] in ("of", "upon", "and") and forms[at + 1] in VAGUE:
        low *= VAGUE[forms[at + 1]] if forms[at] == "of" else 1
        at += 2
    if forms[first] == "tens" and at == first + 1:
        return None
    return Numeral(first=first, stop=at, low=low, high=None, approximate=True)


def _few(forms: Sequence[str], first: int, at: int, stop: int) -> Numeral:
    return _counted(Numeral(first=first, stop=at, low=_FEW, high=None, approximate=True), forms, at, stop)


def _counted(few: Numeral, forms: Sequence[str], at: int, stop: int) -> Numeral:
    """A few or a couple of a magnitude: "several hundred", "a couple of thousand"."""
    if at + 1 < stop and forms[at] == "of" and forms[at + 1] in MAGNITUDES:
        at += 1
    factor = 1.0
    while at < stop and forms[at] in MAGNITUDES:
        factor, at = factor * MAGNITUDES[forms[at]], at + 1
    if factor == 1:
        return few
    high = None if few.high is None else few.high * factor
    return Numeral(
        first=few.first, stop=at, low=(few.low or 1) * factor, high=high, approximate=True, plain=factor
    )


def _rate(found: Numeral | None, forms: Sequence[str], stop: int) -> Numeral | None:
    """A number, or the part that it is of another: "one in five", "nine out of ten"."""
    if found is None or found.stop >= stop:
        return found
    at = found.stop
    at += 1 if forms[at] in ("in", "of") else 2 if _are(forms, at, stop, "out", "of") else 0
    if at in (found.stop, stop) or (forms[at - 1] == "of" and at == found.stop + 1):
        return found
    if forms[at] == "every":
        at += 1
    whole = None
    if at < stop and (forms[at][0] in "0123456789" or forms[at] in SMALL or forms[at] in TENS):
        whole = _figures(forms, at, stop) if forms[at][0] in "0123456789" else _words(forms, at, stop)
    if whole is None or not whole.low or not found.low or not found.low < whole.low <= 100_000:
        return found
    if forms[found.stop] == "in" and found.low > 9:
        return found  # "40 in 2019"
    part = found.low / whole.low
    return Numeral(first=found.first, stop=whole.stop, low=part, high=part, share=True)


def _are(forms: Sequence[str], at: int, stop: int, *words: str) -> bool:
    return at + len(words) <= stop and all(forms[at + n] == word for n, word in enumerate(words))
