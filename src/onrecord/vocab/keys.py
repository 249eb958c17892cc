"""How written forms of one name are told to be the same: periods, apostrophes, dashes, accents and case."""

from __future__ import annotations

import unicodedata

LONGEST = 200
"""No name of a vocabulary is longer (in characters); what is longer is not looked at."""

LONGEST_ACRONYM = 4
"""Up to so many letters, capitals are part of a name: ``US`` and ``us``, ``WHO`` and ``Who``."""

_APOSTROPHES = "'’‘ʼʻ`´′"
_DASHES = "-‐‑‒–—−"
_FOLDED = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES + ".,\u00ad", ""),
        **dict.fromkeys(_DASHES, " "),
        **{"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"},
    }
)


def fold(form: str) -> str:
    """A name without periods, commas, apostrophes and accents, dashes as single spaces; case is kept."""
    plain = form.translate(_FOLDED)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(plain.split())


def is_acronym(folded: str) -> bool:
    """Whether a folded name is one short word in capitals, so that its case tells it from a word."""
    return len(folded) <= LONGEST_ACRONYM and folded.isupper() and " " not in folded


def without_article(folded: str) -> str:
    """A folded name without a leading "the"."""
    return folded[4:] if folded[:4].lower() == "the " else folded


def without_possessive(form: str) -> str:
    """A name without the ``'s`` that ends it."""
    if len(form) > 2 and form[-1] in "sS" and form[-2] in _APOSTROPHES:
        return form[:-2]
    return form
