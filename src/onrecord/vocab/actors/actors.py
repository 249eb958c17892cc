"""All that is known of actors, to be looked up as a text names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from onrecord.vocab.actors.agents import find_agent, read_agents
from onrecord.vocab.actors.bodies import BodiesByName, BodyIds, read_bodies, read_generic_bodies
from onrecord.vocab.actors.entries import Agent, Body, GenericBody, GenericOffice, Office, Person, Term
from onrecord.vocab.actors.kinds import LEADER, LEADING, SINGLE, OfficeKind
from onrecord.vocab.actors.people import read_offices, read_people
from onrecord.vocab.actors.persons import PeopleByName
from onrecord.vocab.actors.titles import Titles, is_former, offices_by_title, read_titles
from onrecord.vocab.countries import Countries, load_countries


class Actors:
    """People, offices, bodies, titles and nouns; each lookup takes the same time however many there are."""

    __slots__ = (
        "_agents",
        "_bodies",
        "_bodies_by_name",
        "_held",
        "_of_kind",
        "_offices",
        "_offices_titled",
        "_people",
        "_people_by_name",
        "_titles",
        "_titles_by_id",
    )

    def __init__(
        self,
        *,
        people: Mapping[str, Person],
        offices: Mapping[str, Office],
        bodies: Mapping[str, Body],
        generic_bodies: Mapping[str, GenericBody],
        titles: Mapping[str, GenericOffice],
        agents: Mapping[str, Agent],
        countries: Countries,
    ) -> None:
        self._people = people
        self._offices = offices
        self._bodies = bodies
        self._titles_by_id = titles
        self._agents = agents
        self._people_by_name = PeopleByName(people.values())
        self._bodies_by_name = BodiesByName(bodies, generic_bodies, countries)
        self._titles = Titles(titles.values(), countries)
        self._of_kind: dict[tuple[str | None, OfficeKind], list[str]] = {}
        for office in offices.values():
            self._of_kind.setdefault((office.country, office.kind), []).append(office.id)
        self._offices_titled = offices_by_title(offices.values(), self._titles, countries)
        self._held: dict[str, list[tuple[Person, Term]]] = {}
        for person in people.values():
            for term in person.terms:
                self._held.setdefault(term.office.id, []).append((person, term))

    def __iter__(self) -> Iterator[Person]:
        """Every person, in the order of the table."""
        return iter(self._people.values())

    def __len__(self) -> int:
        return len(self._people)

    @property
    def offices(self) -> Iterable[Office]:
        """Every office, in the order of the table."""
        return self._offices.values()

    @property
    def bodies(self) -> Iterable[Body]:
        """Every body with a name of its own, in the order of the table."""
        return self._bodies.values()

    @property
    def titles(self) -> Iterable[GenericOffice]:
        """Every kind of office, in the order of the table."""
        return self._titles_by_id.values()

    def person(self, id: str) -> Person:  # noqa: A002 - the field's name
        """A person by id; KeyError for an unknown one."""
        return self._people[id]

    def office(self, id: str) -> Office:  # noqa: A002 - the field's name
        """An office by id; KeyError for an unknown one."""
        return self._offices[id]

    def people(self, form: str) -> tuple[Person, ...]:
        """Those who go by a full name or alias.

        Case, dashes, spaces, apostrophes and accents make no difference so long as there is a
        capital; acronyms of up to four letters ("MBS") match as written. Where nobody is found,
        middle initials and Jr. are set aside, and then the order of family and given name, in names
        of two or three words and where one person only is left.
        """
        return self._people_by_name.full(form)

    def by_short(self, form: str) -> tuple[Person, ...]:
        """Those who go by a surname or short name: all Kims for "Kim"."""
        return self._people_by_name.short(form)

    def holders(
        self, office: str | tuple[str | None, OfficeKind], on: date | None = None
    ) -> tuple[Person, ...]:
        """Who held an office on a day, or ever, for the newest first.

        The office is an id, or a state's code (null: above states) and a kind. Who may have held it,
        because a day is known to month or year only, counts, after those who surely did; on the day
        of a handover both do. KeyError for an unknown id.
        """
        ids = [self._offices[office].id] if isinstance(office, str) else self._of_kind.get(office, [])
        return self._holders(ids, on)

    def _holders(self, ids: Iterable[str], on: date | None) -> tuple[Person, ...]:
        held = [pair for one in ids for pair in self._held.get(one, ())]
        if on is not None:
            held = [(person, term) for person, term in held if term.holds(on)]
        held.sort(key=lambda pair: pair[1].first.earliest, reverse=True)
        if on is not None:
            held.sort(key=lambda pair: not pair[1].surely_holds(on))
        return tuple({person.id: person for person, _ in held}.values())

    def holders_of(self, title: GenericOffice, country: str, on: date | None = None) -> tuple[Person, ...]:
        """Who held the office that a title means in a state, as ``holders`` does.

        That is the state's office of that title ("King of Jordan"), else its only one of that kind:
        for the Germans' prime minister, their chancellor. A "leader" may be either head.
        """
        offices = self._offices_titled.get((country, title.id), [])
        if not offices and title.kind in SINGLE:
            kinds = LEADING if title.id == LEADER else (title.kind,)
            offices = [id for kind in kinds for id in self._of_kind.get((country, kind), ())]  # noqa: A001
        return self._holders(offices, on)

    def in_office(self, person: Person, on: date) -> tuple[Term, ...]:
        """The terms that a person was serving on a day, the newest first."""
        return tuple(term for term in reversed(person.terms) if term.holds(on))

    def offices_before(self, person: Person, on: date) -> tuple[Term, ...]:
        """The terms that had ended before a day, the newest first."""
        return tuple(term for term in reversed(person.terms) if term.is_over(on))

    def sector(self, person: Person, on: date | None) -> tuple[str, ...]:
        """The sectors of the office held on a day, else the person's own.

        Of several offices the first term's in ``in_office`` counts. Without a day the person's own
        are given.
        """
        if on is not None:
            for term in self.in_office(person, on):
                if term.office.sector:
                    return term.office.sector
        return person.sector

    def body(self, form: str, country: str | None = None) -> Body | None:
        """The named body that a form means; an ambiguous form needs the country."""
        return self._bodies_by_name.find(form, country)

    def body_by_id(self, id: str) -> Body:  # noqa: A002 - the field's name
        """A body by id, a named one or a state's of a kind (``rus-army``); KeyError for an unknown one."""
        return self._bodies_by_name.by_id(id)

    def bodies_named(self, form: str) -> tuple[Body, ...]:
        """All named bodies that a form may mean."""
        return self._bodies_by_name.all(form)

    def generic_body(self, form: str) -> GenericBody | None:
        """The kind of body that a form means in any state: "Foreign Ministry", in any case."""
        return self._bodies_by_name.generic(form)

    def state_body(self, generic: GenericBody, country: str) -> Body:
        """The body of a kind that a state has: "Foreign Ministry of Russia", ``rus-foreign-ministry``.

        A body with a name of its own wins where it is of the same kind and goes by one of the kind's
        names. KeyError for an unknown country.
        """
        return self._bodies_by_name.of_state(generic, country)

    def office_title(
        self, text: str, country: str | None = None, *, stripped: bool = False
    ) -> GenericOffice | None:
        """The kind of office whose title is the longest that a text ends with, in any case.

        A title that means an office in one state only needs that state, given or named before the
        title ("the US secretary of state"). What stands before the title is set aside, and a
        "-designate" or "-elect" after it; but a "deputy" or "vice" makes it another one, which is
        found if the table has it. With ``stripped`` these are set aside too.
        """
        return self._titles.find(text, country, stripped=stripped)

    def split_title(self, text: str, country: str | None = None) -> tuple[str, GenericOffice | None]:
        """The words before the title that ends a text, and its office; the text and null for none."""
        return self._titles.split(text, country)

    @staticmethod
    def former(text: str) -> bool:
        """Whether a text says that its title is held no longer: "former", "ex-", "then-", "late"."""
        return is_former(text)

    def agent(self, noun: str) -> Agent | None:
        """A common noun for who acts, in small letters, in singular or plural."""
        return find_agent(self._agents, noun)


def load_actors(path: Path | None = None) -> Actors:
    """The actors that ship with the package, or those of the six tables in the folder ``path``.

    ValueError, with file, line and reason, for a table that contradicts itself or another one. The
    states are the package's own. Its own tables are read once.
    """
    return _shipped() if path is None else _read(path)


@cache
def _shipped() -> Actors:
    return _read(None)


def _read(folder: Path | None) -> Actors:
    countries = load_countries()
    codes = frozenset(countries.codes)
    bodies = read_bodies(folder, codes=codes)
    generic_bodies = read_generic_bodies(folder)
    offices = read_offices(folder, codes=codes, bodies=BodyIds(bodies, generic_bodies, codes))
    return Actors(
        people=read_people(folder, codes=codes, offices=offices),
        offices=offices,
        bodies=bodies,
        generic_bodies=generic_bodies,
        titles=read_titles(folder, codes=codes, bodies=generic_bodies.keys()),
        agents=read_agents(folder),
        countries=countries,
    )
