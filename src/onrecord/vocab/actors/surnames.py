"""The short name by which news calls somebody, where the tables do not give it: the surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

_GENERATION = frozenset(("jr", "jr.", "sr", "sr."))
_ROMAN = re.compile(r"[IVX]+")
_PARTICLES = frozenset(
    {"al", "as", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do"}
    | {"dos", "du", "el", "la", "le", "lo", "ter", "van", "von"}
)
"""Words before a surname that go with it, and without which it is known as well."""
_BOUND = frozenset(
    {"abd", "abdel", "abdul", "abu", "ben", "bin", "bint", "ibn", "mac", "ould", "san", "st", "st."} | {"umm"}
)
"""Words before a surname without which it is another one: bin Salman is not Salman."""
_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|el)[-‐‑–’']+(?=\w)", re.IGNORECASE)
_SYLLABLES = re.compile(r"(?!(?i:a[dlnrstz]|ash|el)-)[A-Z]\w+-[a-z]\w*")
"""A given name of two syllables, after the family name: Lai Tung-kwok."""
_STYLES = frozenset(
    {"abbot", "archbishop", "ayatollah", "baron", "bishop", "cardinal", "chairman", "comandante"}
    | {"commander", "count", "crown", "duke", "emir", "emperor", "empress", "general", "grand", "imam"}
    | {"king", "lady", "lord", "marshal", "mullah", "patriarch", "pope", "president", "prince"}
    | {"princess", "queen", "sayyid", "shah", "sheik", "sheikh", "sir", "subcomandante", "sultan"}
)


def short_names(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """The surnames of a name and of those of its aliases that are names and no styles.

    The last word, with the particles before it and without: "von der Leyen" and "Leyen",
    "al-Assad" and "Assad". A numeral goes: King Charles III is Charles. Before a given name of two
    syllables stands the family name: Lai Tung-kwok is Lai.
    """
    found = dict.fromkeys(_surnames(name))
    for alias in aliases:
        words = alias.split()
        if (
            len(words) > 1
            and words[0].lower() not in _STYLES
            and not {"of", "the"} & {*map(str.lower, words)}
        ):
            found.update(dict.fromkeys(_surnames(alias)))
    return tuple(found)


def _surnames(name: str) -> Iterator[str]:
    words = name.replace(",", " ").split()
    while len(words) > 1 and (words[-1].lower() in _GENERATION or _ROMAN.fullmatch(words[-1])):
        words.pop()
    if not words:
        return
    if _SYLLABLES.fullmatch(words[-1]):
        if len(words) == 2:
            yield words[0]
        return
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES | _BOUND:
        start -= 1
    yield " ".join(words[start:])
    if start < len(words) - 1 and words[-2].lower() not in _BOUND:
        yield words[-1]
    if (bare := _ARTICLE.sub("", words[-1], count=1)) != words[-1] and bare[:1].isupper():
        yield bare
