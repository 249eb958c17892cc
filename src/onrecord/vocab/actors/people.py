"""People with the offices that they held: ``offices.csv`` and ``people.csv``."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from pathlib import Path
from typing import cast

from onrecord.vocab.actors import cells
from onrecord.vocab.actors.days import Day, parse_day
from onrecord.vocab.actors.entries import Office, Person, Term
from onrecord.vocab.actors.forms import form_key
from onrecord.vocab.actors.kinds import OFFICE_KINDS, OfficeKind
from onrecord.vocab.actors.surnames import short_names
from onrecord.vocab.tables import Row, read_table

OPEN = ".."
"""Stands for the last day of a term that had not ended when its source was written."""
SHORT = "~"
"""Begins those aliases that are short names: ``~Xi``."""

_OFFICES = ("id", "country", "title", "kind", "body", "sector", "shared")
_PEOPLE = ("id", "name", "aliases", "country", "sector", "wikidata", "terms", "source")


def read_offices(folder: Path | None, *, codes: Collection[str], bodies: Container[str]) -> dict[str, Office]:
    """All offices by id; ``bodies`` are the ids that they may name."""
    offices: dict[str, Office] = {}
    for row in read_table("offices.csv", _OFFICES, folder=folder):
        if row.text("shared") not in ("", "true"):
            raise row.error(f"shared is {row.text('shared')!r}, neither 'true' nor empty")
        office = Office(
            id=cells.new_id(row, offices),
            country=cells.country(row, codes),
            title=row.needed("title"),
            kind=cast("OfficeKind", row.one_of("kind", OFFICE_KINDS)),
            body=cells.known(row, "body", bodies),
            sector=cells.sector(row),
            shared=row.text("shared") == "true",
        )
        offices[office.id] = office
    return offices


def read_people(
    folder: Path | None, *, codes: Collection[str], offices: Mapping[str, Office]
) -> dict[str, Person]:
    """All people by id; nobody holds an office while somebody else does, unless it is shared."""
    people: dict[str, Person] = {}
    held: dict[str, list[tuple[Person, Term]]] = {}
    for row in read_table("people.csv", _PEOPLE, folder=folder):
        person = _person(row, people, codes, offices)
        people[person.id] = person
        for term in person.terms:
            holders = held.setdefault(term.office.id, [])
            _check_free(row, term, holders)
            holders.append((person, term))
    return people


def _person(
    row: Row, taken: Collection[str], codes: Collection[str], offices: Mapping[str, Office]
) -> Person:
    name, written = row.needed("name"), row.several("aliases")
    aliases = tuple(alias for alias in written if not alias.startswith(SHORT))
    short = tuple(alias.removeprefix(SHORT).strip() for alias in written if alias.startswith(SHORT))
    if "" in short:
        raise row.error(f"aliases has a {SHORT!r} without a name")
    if len({form_key(form) for form in (name, *aliases)}) <= len(aliases):
        raise row.error("a name is given twice: case, accents, dashes and an article do not tell")
    return Person(
        id=cells.new_id(row, taken),
        name=name,
        aliases=aliases,
        short=short or short_names(name, aliases),
        country=cells.country(row, codes),
        sector=cells.sector(row),
        wikidata=cells.wikidata(row),
        terms=tuple(sorted((_term(row, part, offices) for part in row.several("terms")), key=_begins)),
        sources=cells.sources(row),
    )


def _term(row: Row, written: str, offices: Mapping[str, Office]) -> Term:
    """A term from ``rus-president 2012-05-07/..``."""
    office, _, span = written.partition(" ")
    first, slash, last = span.strip().partition("/")
    if not (first and slash and last):
        raise row.error(f"{written!r} is no term: it takes 'office first/last'")
    if office not in offices:
        raise row.error(f"unknown office {office}")
    try:
        term = Term(
            office=offices[office],
            first=parse_day(first),
            last=None if last == OPEN else parse_day(last),
        )
    except ValueError as error:
        raise row.error(f"{office}: {error}") from error
    if term.last is not None and term.last.latest < term.first.earliest:
        raise row.error(f"{office}: {last} is before {first}")
    return term


def _check_free(row: Row, term: Term, holders: Iterable[tuple[Person, Term]]) -> None:
    if term.office.shared:
        return
    for person, other in holders:
        if term.surely_overlaps(other):
            raise row.error(
                f"{term.office.id} {_span(term)} overlaps the term of {person.id}, {_span(other)}"
            )


def _span(term: Term) -> str:
    last: Day | str = OPEN if term.last is None else term.last
    return f"{term.first}/{last}"


def _begins(term: Term) -> tuple[object, ...]:
    return term.first.earliest, term.first.latest
