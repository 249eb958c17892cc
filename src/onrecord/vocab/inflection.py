"""The forms in which an English word is written, so that a cue is known by any of them.

A parser's lemma is a guess ("hop" for "hoped"); the words of a small vocabulary can be inflected instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.vocab.tables import read_table

_COLUMNS = ("word", "forms")
_VOWELS = frozenset("aeiou")


def load_inflections(path: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """Irregular forms by word: those that ship with the package, or those of the CSV file ``path``.

    ValueError, with file, line and reason, for a word without forms and for a word given twice.
    """
    name, folder = (path.name, path.parent) if path else ("inflections.csv", None)
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table(name, _COLUMNS, folder=folder):
        word = row.needed("word")
        if word in found:
            raise row.error(f"{word!r} is given twice")
        row.needed("forms")
        found[word] = row.several("forms")
    return found


def inflect(words: Iterable[str], irregular: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """For every form of every word, in small letters, the words that it may be a form of."""
    found: dict[str, set[str]] = {}
    for word in words:
        for form in (word, *regular(word), *irregular.get(word, ())):
            found.setdefault(form, set()).add(word)
    return {form: frozenset(bases) for form, bases in found.items()}


def regular(word: str) -> tuple[str, ...]:
    """The forms that rules give a noun or verb: plural or third person, past, participle.

    Where two spellings occur ("signaled", "signalled") both are given; that some are nobody's
    ("sayed") does no harm. Words of one or two letters do not change.
    """
    if len(word) < 3:
        return ()
    last, before = word[-1], word[-2]
    if last == "y" and before not in _VOWELS:
        stem = word[:-1]
        return (f"{stem}ies", f"{stem}ied", f"{word}ing")
    if word.endswith("ie"):
        return (f"{word}s", f"{word}d", f"{word[:-2]}ying")
    if last == "e":
        return (f"{word}s", f"{word}d", f"{word[:-1]}ing", f"{word}ing")
    if last in "sxz" or word.endswith(("ch", "sh")):
        return (f"{word}es", f"{word}ed", f"{word}ing")
    plain = (f"{word}s", f"{word}es", f"{word}ed", f"{word}ing")
    doubled = before in _VOWELS and last not in _VOWELS and last not in "wy"
    return (*plain, f"{word}{last}ed", f"{word}{last}ing") if doubled else plain
