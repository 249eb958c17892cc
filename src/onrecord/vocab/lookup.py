"""All that the vocabulary knows under a name on a day, and what the name resolves to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.vocab.actors import (
    LEADING,
    Actors,
    Agent,
    Body,
    GenericBody,
    GenericOffice,
    Person,
    load_actors,
)
from onrecord.vocab.actors.forms import form_key
from onrecord.vocab.countries import Countries, CountryName, load_countries
from onrecord.vocab.publishers import Publisher, Publishers, load_publishers

_LONGEST_NATION = 4
"""Words that the name of a state has at most where it stands before a body or an office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a name means on a day.

    ``people`` go by the name, or by its last part after a ``title``, or held the office ``title`` of
    ``state`` on the day; first those who led a state then, then those in office, then the others.
    ``short``: the name is a surname or a short name of theirs. ``bodies`` has also the body that a
    ``generic_body`` and a ``state`` make. ``words`` are what is left of the name without the state.
    """

    name: str
    on: date
    country: CountryName | None = None
    publisher: Publisher | None = None
    people: tuple[Person, ...] = ()
    short: bool = False
    bodies: tuple[Body, ...] = ()
    generic_body: GenericBody | None = None
    title: GenericOffice | None = None
    agent: Agent | None = None
    state: str | None = None
    words: str = ""

    def __bool__(self) -> bool:
        """Whether anything is known under the name."""
        return bool(self.country or self.publisher or self.people or self.bodies or self.kinds)

    @property
    def kinds(self) -> tuple[GenericBody | GenericOffice | Agent, ...]:
        """What the name means of any state or anybody: a kind of body or office, a common noun."""
        return tuple(kind for kind in (self.generic_body, self.title, self.agent) if kind)

    @property
    def leading(self) -> tuple[Person, ...]:
        """Those of the people who led a state on the day."""
        return tuple(person for person in self.people if led(person, self.on))

    @property
    def serving(self) -> tuple[Person, ...]:
        """Those of the people who held an office on the day."""
        return tuple(person for person in self.people if served(person, self.on))

    @property
    def person(self) -> Person | None:
        """The one whom the name means: the only one, else the only one to lead a state, else in office."""
        for group in (self.people, self.leading, self.serving):
            if len(group) == 1:
                return group[0]
            if group is not self.people and len(group) > 1:
                return None
        return None

    @property
    def id(self) -> str | None:
        """What the name resolves to, as entities of a record have it; null where the text has to tell."""
        ids = tuple(self._ids())
        return ids[0] if len(ids) == 1 else None

    def _ids(self) -> Iterator[str | None]:
        """An id for each reading, null for those that tell nobody."""
        place, bodies = self._apart()
        if place:
            yield None if place.ambiguous or not place.code else f"state/{place.code}"
        if self.publisher:
            yield f"publisher/{self.publisher.id}"
        if self.people:
            yield f"person/{self.person.id}" if self.person else None
        for body in bodies:
            alone = self.state is not None or not is_ambiguous(body, self.name)
            yield f"body/{body.id}" if alone else None

    def _apart(self) -> tuple[CountryName | None, tuple[Body, ...]]:
        """The state and the bodies of the name, without what says the same again.

        The Holy See is the state before it is a body; the Kremlin and the Houthis are bodies before
        they stand for a state or for a group.
        """
        name, bodies = self.country, self.bodies
        elsewhere = [body for body in bodies if name and body.country not in (name.code, None)]
        if name is None or not bodies or (elsewhere and name.kind != "group"):
            return name, bodies
        return (name, ()) if name.kind == "state" else (None, bodies)


def look_up(
    name: str,
    on: date,
    *,
    actors: Actors | None = None,
    countries: Countries | None = None,
    publishers: Publishers | None = None,
) -> Found:
    """What is known under a name on a day, in the vocabulary that ships unless others are given.

    A name is also found after a title ("President Putin"), and an office or kind of body with its
    state before or after it ("Russian foreign minister", "Foreign Ministry of Russia").
    """
    actors, countries = actors or load_actors(), countries or load_countries()
    name = " ".join(name.split())
    people = actors.people(name)
    short = not people
    people = people or actors.by_short(name)
    title = actors.office_title(name)
    found = Found(
        name=name,
        on=on,
        country=countries.find(name),
        publisher=(publishers or load_publishers()).find(name),
        people=_ranked(people, on),
        short=short and bool(people),
        bodies=actors.bodies_named(name),
        generic_body=actors.generic_body(name),
        title=title if title and _is_all(name, actors) else None,
        agent=actors.agent(name),
    )
    return found or _of_state(name, on, actors, countries) or _after_title(name, on, actors) or found


def led(person: Person, on: date) -> bool:
    """Whether somebody led a state on a day."""
    return any(term.holds(on) and term.office.kind in LEADING for term in person.terms)


def served(person: Person, on: date) -> bool:
    """Whether somebody held an office on a day."""
    return any(term.holds(on) for term in person.terms)


def is_ambiguous(body: Body, name: str) -> bool:
    """Whether a name of a body means other things too."""
    return form_key(name) in {form_key(form) for form in body.ambiguous}


def _ranked(people: tuple[Person, ...], on: date) -> tuple[Person, ...]:
    return tuple(
        sorted(people, key=lambda person: (not led(person, on), not served(person, on), person.name))
    )


def _is_all(name: str, actors: Actors) -> bool:
    """Whether a name is a title and nothing more."""
    return not actors.split_title(name)[0]


def _of_state(name: str, on: date, actors: Actors, countries: Countries) -> Found | None:
    """An office or a kind of body, with the state before or after it."""
    for state, rest in _states(name, countries):
        if generic := actors.generic_body(rest):
            bodies = (actors.state_body(generic, state),)
            return Found(name=name, on=on, state=state, words=rest, generic_body=generic, bodies=bodies)
        before, title = actors.split_title(rest, state)
        if title and not before:
            people = _ranked(actors.holders_of(title, state, on), on)
            return Found(name=name, on=on, state=state, words=rest, title=title, people=people)
    return None


def _states(name: str, countries: Countries) -> Iterator[tuple[str, str]]:
    """The states that a name begins or ends with, and what is left of it without them."""
    words = name.split()
    for length in range(min(_LONGEST_NATION, len(words) - 1), 0, -1):
        found = countries.find(" ".join(words[:length]))
        if found and found.code:
            yield found.code, " ".join(words[length:])
    rest, of, last = name.rpartition(" of ")
    found = countries.find(last) if of else None
    if found and found.code:
        yield found.code, rest


def _after_title(name: str, on: date, actors: Actors) -> Found | None:
    """Somebody whose name stands after a title: "President Putin"."""
    words = name.split()
    for start in range(len(words) - 1, 0, -1):
        title, rest = actors.office_title(" ".join(words[:start])), " ".join(words[start:])
        if title is None:
            continue
        if people := actors.people(rest):
            return Found(name=name, on=on, title=title, people=_ranked(people, on))
        if people := actors.by_short(rest):
            held = tuple(person for person in people if _held(person, title, on))
            return Found(name=name, on=on, title=title, people=_ranked(held or people, on), short=True)
    return None


def _held(person: Person, title: GenericOffice, on: date) -> bool:
    """Whether somebody has held an office of a kind by a day."""
    return any(term.office.kind == title.kind and term.first.earliest <= on for term in person.terms)
