"""What the tables of actors hold: people with their terms, offices, bodies, titles and nouns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.vocab.actors.days import Day
from onrecord.vocab.actors.kinds import AgentNumber, AgentType, BodyKind, OfficeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office of one state or body: President of Russia.

    ``country`` is ISO 3166-1 alpha-3, null for an office above states. ``body`` is the id of the
    body whose office it is, a named one or a state's of a kind (``rus-foreign-ministry``); null where
    that is the state itself. ``shared``: several hold it at once.
    """

    id: str
    country: str | None
    title: str
    kind: OfficeKind
    body: str | None
    sector: tuple[str, ...]
    shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An office that somebody held from a first to a last day; no last day where no end is known."""

    office: Office
    first: Day
    last: Day | None

    def holds(self, on: date) -> bool:
        """Whether the office may have been held on a day: its first and last day count in full."""
        return self.first.earliest <= on and (self.last is None or on <= self.last.latest)

    def surely_holds(self, on: date) -> bool:
        """Whether the office was held on a day, whatever the days known to month or year only are."""
        return self.first.latest <= on and (self.last is None or on <= self.last.earliest)

    def is_over(self, on: date) -> bool:
        """Whether the term had surely ended before a day."""
        return self.last is not None and self.last.latest < on

    def surely_overlaps(self, other: Term) -> bool:
        """Whether two terms share more than the day on which one hands over to the other."""
        return _surely_before(self.first, other.last) and _surely_before(other.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the news, with the offices held.

    ``aliases`` are other full forms, ``short`` the surnames and short names that news uses.
    ``sector`` is what he or she is without an office that is listed; ``country`` is null for nobody
    of one state.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    country: str | None
    sector: tuple[str, ...]
    wikidata: str | None
    terms: tuple[Term, ...]
    sources: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A ministry, party, alliance, company or other body with a name of its own.

    ``country`` is null for international ones. ``ambiguous`` are those of its names that mean other
    things too ("Congress"): the text has to show the country, or more.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    ambiguous: frozenset[str]
    country: str | None
    sector: tuple[str, ...]
    kind: BodyKind
    wikidata: str | None
    sources: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericBody:
    """A kind of body that many states have, with the names it goes by in any of them."""

    id: str
    names: tuple[str, ...]
    sector: tuple[str, ...]
    kind: BodyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words for an office; with a ``country``, they mean it in that state only."""

    text: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericOffice:
    """A kind of office that many states or bodies have, with its titles.

    ``body`` is the id of the generic body whose office it is, null for none.
    """

    id: str
    titles: tuple[Title, ...]
    kind: OfficeKind
    body: str | None
    sector: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A common noun for somebody or something that acts: "soldier", "ministry".

    ``plural`` is null where there is none; ``number`` is that of ``noun``.
    """

    noun: str
    plural: str | None
    type: AgentType
    sector: tuple[str, ...]
    number: AgentNumber


def _surely_before(first: Day, last: Day | None) -> bool:
    return last is None or first.latest < last.earliest
