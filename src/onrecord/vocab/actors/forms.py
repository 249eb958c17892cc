"""Looking entries up by a written form, with the rules of case that names have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from onrecord.vocab.keys import LONGEST, fold, is_acronym, without_article, without_possessive

T = TypeVar("T")


class Forms(Generic[T]):
    """Entries by their forms; several may share one.

    Periods, apostrophes, dashes, accents, a leading "the" and a possessive make no difference. Case
    makes none, so long as there is a capital at all or the form has none ("350.org"), except in words
    of up to four capitals, which match as they are written. Where ``spaces`` are set aside, "Jong-un"
    is "Jongun" too.
    """

    __slots__ = ("_entries", "_small", "_spaces")

    def __init__(self, *, spaces: bool = True) -> None:
        self._entries: dict[str, tuple[T, ...]] = {}
        self._small: set[str] = set()
        self._spaces = spaces

    def add(self, form: str, entry: T) -> None:
        """Give an entry a form, besides those that have it."""
        folded = without_article(fold(form))
        key = self._key(folded)
        if folded == key:
            self._small.add(folded)
        before = self._entries.setdefault(key, (entry,))
        if before[-1] is not entry:
            self._entries[key] = (*before, entry)

    def find(self, form: str) -> tuple[T, ...]:
        """The entries that go by a form, in the order in which they were added."""
        for folded in _readings(form):
            if folded == folded.lower() and folded not in self._small:
                continue
            if found := self._entries.get(self._key(folded)):
                return found
        return ()

    def _key(self, folded: str) -> str:
        if is_acronym(folded):
            return folded
        lower = folded.lower()
        return lower if self._spaces else lower.replace(" ", "")


def form_key(form: str) -> str:
    """What two forms have in common that are one; acronyms keep their case."""
    folded = without_article(fold(form))
    return folded if is_acronym(folded) else folded.lower()


def lower_key(form: str) -> str:
    """A form for words whose case tells nothing, such as titles: folded, in small letters."""
    return without_article(fold(form)).lower()


def lower_readings(form: str) -> Iterator[str]:
    """The keys of a form for words whose case tells nothing: as it is, and without a possessive."""
    for folded in _readings(form):
        yield folded.lower()


def _readings(form: str) -> Iterator[str]:
    """A form folded, with and without its possessive and its article; none for what is too long."""
    if 0 < len(form) <= LONGEST:
        for written in (form, without_possessive(form)):
            folded = fold(written)
            yield folded
            if (bare := without_article(folded)) != folded:
                yield bare
