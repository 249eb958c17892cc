"""Bodies with names of their own (``bodies.csv``), and kinds of bodies that every state has
(``generic_bodies.csv``)."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from pathlib import Path
from typing import cast

from onrecord.vocab.actors import cells
from onrecord.vocab.actors.entries import Body, GenericBody
from onrecord.vocab.actors.forms import Forms, form_key, lower_key, lower_readings
from onrecord.vocab.actors.kinds import BODY_KINDS, BodyKind
from onrecord.vocab.articles import with_article
from onrecord.vocab.countries import Countries
from onrecord.vocab.tables import Row, read_table

_BODIES = ("id", "name", "aliases", "ambiguous", "country", "sector", "kind", "wikidata", "source")
_GENERIC = ("id", "names", "sector", "kind")


class BodyIds:
    """The ids that name a body: those of named bodies, and of each kind of body in each state."""

    __slots__ = ("_codes", "_generic", "_named")

    def __init__(self, named: Container[str], generic: Container[str], codes: Container[str]) -> None:
        self._named, self._generic, self._codes = named, generic, codes

    def __contains__(self, body: object) -> bool:
        if body in self._named:
            return True
        code, _, kind = str(body).partition("-")
        return code.upper() in self._codes and kind in self._generic


class BodiesByName:
    """Bodies by the names that a text gives them, with or without a state."""

    __slots__ = ("_by_form", "_by_id", "_countries", "_generic", "_kinds", "_of_state")

    def __init__(
        self, bodies: Mapping[str, Body], generic: Mapping[str, GenericBody], countries: Countries
    ) -> None:
        self._by_id = bodies
        self._kinds = generic
        self._countries = countries
        self._by_form: Forms[tuple[Body, bool]] = Forms()
        self._of_state: dict[tuple[str, str], Body] = {}
        for body in bodies.values():
            ambiguous = {form_key(form) for form in body.ambiguous}
            for form in body.names:
                key = form_key(form)
                self._by_form.add(form, (body, key in ambiguous))
                if body.country is not None:
                    self._of_state.setdefault((body.country, key.lower()), body)
        self._generic = {lower_key(name): body for body in generic.values() for name in body.names}

    def by_id(self, id: str) -> Body:  # noqa: A002 - the field's name
        """A named body by its id, or a state's by those of both; KeyError for an unknown one."""
        if id in self._by_id:
            return self._by_id[id]
        code, _, kind = id.partition("-")
        return self.of_state(self._kinds[kind], code.upper())

    def all(self, form: str) -> tuple[Body, ...]:
        """All bodies that go by a form."""
        return tuple(body for body, _ in self._by_form.find(form))

    def find(self, form: str, country: str | None) -> Body | None:
        """The body that a form means; where that is ambiguous, the one of the country."""
        found = self._by_form.find(form)
        for body, ambiguous in found:
            if not ambiguous:
                return body
        of_country = [body for body, _ in found if country is not None and body.country == country]
        return of_country[0] if len(of_country) == 1 else None

    def generic(self, form: str) -> GenericBody | None:
        """The kind of body that a form means in any state."""
        for key in lower_readings(form):
            if body := self._generic.get(key):
                return body
        return None

    def of_state(self, generic: GenericBody, country: str) -> Body:
        """The body of that kind that a state has: one with a name of its own, or one made of both."""
        id = f"{country.lower()}-{generic.id}"  # noqa: A001 - the field's name
        if named := self._by_id.get(id):
            return named
        for name in generic.names:
            named = self._of_state.get((country, lower_key(name)))
            if named is not None and named.kind == generic.kind:
                return named
        return Body(
            id=id,
            name=f"{generic.names[0]} of {with_article(self._countries.country(country))}",
            aliases=(),
            ambiguous=frozenset(),
            country=country,
            sector=generic.sector,
            kind=generic.kind,
            wikidata=None,
            sources=(),
        )


def read_bodies(folder: Path | None, *, codes: Collection[str]) -> dict[str, Body]:
    """All named bodies by id; a form of two of them is marked as ambiguous in both."""
    bodies: dict[str, Body] = {}
    claimed: dict[str, tuple[Body, bool]] = {}
    for row in read_table("bodies.csv", _BODIES, folder=folder):
        body = _body(row, bodies, codes)
        for form, ambiguous in _claims(body):
            other, other_ambiguous = claimed.setdefault(form_key(form), (body, ambiguous))
            if other is not body and not (ambiguous and other_ambiguous):
                raise row.error(f"{form!r} belongs to {other.id} too: mark it ambiguous in both")
        bodies[body.id] = body
    return bodies


def read_generic_bodies(folder: Path | None) -> dict[str, GenericBody]:
    """All kinds of bodies by id; no two share a name."""
    bodies: dict[str, GenericBody] = {}
    claimed: dict[str, str] = {}
    for row in read_table("generic_bodies.csv", _GENERIC, folder=folder):
        row.needed("names")
        body = GenericBody(
            id=cells.new_id(row, bodies),
            names=row.several("names"),
            sector=cells.sector(row),
            kind=_kind(row),
        )
        for name in body.names:
            if (other := claimed.setdefault(lower_key(name), body.id)) != body.id:
                raise row.error(f"{name!r} belongs to {other} already")
        bodies[body.id] = body
    return bodies


def _body(row: Row, taken: Collection[str], codes: Collection[str]) -> Body:
    name, aliases = row.needed("name"), row.several("aliases")
    ambiguous = frozenset(row.several("ambiguous"))
    if not ambiguous.issubset((name, *aliases)):
        raise row.error("an ambiguous name is neither the name nor an alias")
    if len({form_key(form) for form in (name, *aliases)}) <= len(aliases):
        raise row.error("a name is given twice: case, accents, dashes and an article do not tell")
    return Body(
        id=cells.new_id(row, taken),
        name=name,
        aliases=aliases,
        ambiguous=ambiguous,
        country=cells.country(row, codes),
        sector=cells.sector(row),
        kind=_kind(row),
        wikidata=cells.wikidata(row),
        sources=cells.sources(row),
    )


def _claims(body: Body) -> Iterator[tuple[str, bool]]:
    """The forms that a body goes by, and whether another may too."""
    for form in body.names:
        yield form, form in body.ambiguous


def _kind(row: Row) -> BodyKind:
    return cast("BodyKind", row.one_of("kind", BODY_KINDS))
