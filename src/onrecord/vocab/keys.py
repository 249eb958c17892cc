"""When two written forms are one name: without periods, apostrophes, dashes, accents and case."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LONGEST = 200
"""No name of a vocabulary is longer (in characters); what is longer is not looked at."""

LONGEST_ACRONYM = 4
"""Up to so many letters, capitals are part of a name: ``US`` and ``us``, ``NIS`` and ``Nis``."""

_APOSTROPHES = "'’‘ʼʻ`´′"
_DASHES = "-‐‑‒–—−"
_FOLDED = str.maketrans(
    dict.fromkeys(_APOSTROPHES + ".,\u00ad", "")
    | dict.fromkeys(_DASHES, " ")
    | {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"}
)


# Loading asks for the same key several times, an article for the same names again and again; the
# cache holds one load of all tables.
@lru_cache(maxsize=32_768)
def fold(form: str) -> str:
    """A name without periods, commas, apostrophes, accents; dashes as spaces; case is kept."""
    plain = form if form.isascii() and form.isalnum() else form.translate(_FOLDED)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(plain.split())


def is_acronym(folded: str) -> bool:
    """Whether a folded name is one short word in capitals, told from a word by its case."""
    return len(folded) <= LONGEST_ACRONYM and folded.isupper() and " " not in folded


def without_article(folded: str) -> str:
    """A folded name without a leading "the"."""
    return folded[4:] if folded[:4].lower() == "the " else folded


def without_possessive(form: str) -> str:
    """A name without the ``'s`` that ends it."""
    if len(form) > 2 and form[-1] in "sS" and form[-2] in _APOSTROPHES:
        return form[:-2]
    return form
