"""People by the names that a text gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.vocab.actors.entries import Person
from onrecord.vocab.actors.forms import Forms
from onrecord.vocab.keys import LONGEST, fold, without_possessive

_GENERATION = frozenset(("jr", "sr"))
_MOST_TURNED = 3
"""Names of more words have too many orders to be told by their words alone."""


class PeopleByName:
    """People by full name or alias, and by surname or short name."""

    __slots__ = ("_full", "_short")

    def __init__(self, people: Iterable[Person]) -> None:
        self._full: Forms[Person] = Forms(spaces=False)
        self._short: Forms[Person] = Forms(spaces=False)
        for person in people:
            for form in person.names:
                self._full.add(form, person)
            for form in person.short:
                self._short.add(form, person)

    def full(self, form: str) -> tuple[Person, ...]:
        """Those who go by a full name; without middle initials, or in another order, if need be.

        Family and given name may stand in another order where that leaves one person only.
        """
        if found := self._full.find(form):
            return found
        if (plain := _without_initials(form)) != form and (found := self._full.find(plain)):
            return found
        turned = {person.id: person for name in _turned(form) for person in self._full.find(name)}
        return tuple(turned.values()) if len(turned) == 1 else ()

    def short(self, form: str) -> tuple[Person, ...]:
        """Those who go by a surname or a short name."""
        return self._short.find(form)


def _turned(name: str) -> Iterator[str]:
    """A name of two or three words with the first or the last of them at the other end."""
    words = fold(without_possessive(name)).split() if len(name) <= LONGEST else []
    if 2 <= len(words) <= _MOST_TURNED:
        yield " ".join((*words[1:], words[0]))
        if len(words) > 2:
            yield " ".join((words[-1], *words[:-1]))


def _without_initials(form: str) -> str:
    """A name without the initials in its middle and without Jr. or Sr.: "Joseph R. Biden Jr."."""
    if len(form) > LONGEST:
        return form
    words = form.split()
    while len(words) > 2 and fold(words[-1]).lower() in _GENERATION:
        words.pop()
    middle = [word for word in words[1:-1] if len(fold(word)) > 1]
    return " ".join((*words[:1], *middle, *words[1:][-1:]))
