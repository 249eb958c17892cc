"""Names of states, peoples, capitals, seats of government and places, and the state each tells.

The tables are ``data/states.csv`` (a state or territory a row), ``places.csv`` (cities and
regions), ``groups.csv`` (peoples, religions and camps that tell no state) and ``ambiguous.csv``
(forms with more than one reading, which overrule the other tables).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.vocab.keys import LONGEST, fold, is_acronym, without_article, without_possessive
from onrecord.vocab.tables import NONE, Row, read_table

Status = Literal["member", "observer", "state", "territory"]
NameKind = Literal["state", "nationality", "people", "capital", "metonym", "place", "group"]

_STATES = (
    "code",
    "status",
    "name",
    "other_names",
    "nationality",
    "people",
    "capitals",
    "metonyms",
)
_NAME_KINDS = get_args(NameKind)
_STATUSES = (*get_args(Status), "former")
_KINDS: tuple[tuple[str, NameKind], ...] = (
    ("name", "state"),
    ("other_names", "state"),
    ("nationality", "nationality"),
    ("people", "people"),
    ("capitals", "capital"),
    ("metonyms", "metonym"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryName:
    """A written form and the state it tells.

    ``code`` is ISO 3166-1 alpha-3 (XKX for Kosovo), null where the form tells none: a group, a
    region of several states, a state that is no more, or a form whose readings are evenly matched.
    ``ambiguous``: the form has another reading, for which the context has to speak; ``candidates``
    are the states it may mean, and ``code`` the one that world news mostly means, if any.
    ``former``: a state that is no more. ``note`` says what is disputed or what else it may be.
    """

    code: str | None
    form: str
    kind: NameKind
    ambiguous: bool = False
    candidates: tuple[str, ...] = ()
    former: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state or territory: its code, English short name, standing, adjective and capitals."""

    code: str
    name: str
    status: Status
    adjective: str | None
    capitals: tuple[str, ...]


class Countries:
    """All names, to be looked up by their written form, and all states, by their code."""

    __slots__ = ("_by_code", "_by_folded", "_by_lower")

    def __init__(self, countries: Iterable[Country], names: Mapping[str, CountryName]) -> None:
        self._by_code = {country.code: country for country in countries}
        self._by_folded = dict(names)
        self._by_lower = {key.lower(): name for key, name in names.items() if not is_acronym(key)}

    def __iter__(self) -> Iterator[CountryName]:
        """Every name, in the order of the tables."""
        return iter(self._by_folded.values())

    def __len__(self) -> int:
        return len(self._by_folded)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all states and territories, in the order of the table."""
        return tuple(self._by_code)

    def country(self, code: str) -> Country:
        """A state or territory by its code; KeyError for an unknown one."""
        return self._by_code[code]

    def name(self, code: str) -> str:
        """The English short name of a state or territory; KeyError for an unknown code."""
        return self._by_code[code].name

    def find(self, form: str) -> CountryName | None:
        """What a written form names, or null; a leading "the" and a possessive are set aside.

        Periods, apostrophes, dashes and accents make no difference. Case makes none either, so long
        as there is a capital at all ("turkey" is a bird), except in words of up to four letters:
        these match as they are written, or in capitals where they name a state or a capital
        ("IRAN", but not "NIS").
        """
        if not 0 < len(form) <= LONGEST:
            return None
        for written in (form, without_possessive(form)):
            folded = fold(written)
            for key in (folded, without_article(folded)):
                name = self._by_folded.get(key) or self._in_other_case(key)
                if name is not None:
                    return name
        return None

    def _in_other_case(self, folded: str) -> CountryName | None:
        if folded == folded.lower():
            return None
        name = self._by_lower.get(folded.lower())
        if name is not None and is_acronym(folded) and name.kind not in ("state", "capital"):
            return None
        return name


def load_countries(path: Path | None = None) -> Countries:
    """The names that ship with the package, or those of the four tables in the folder ``path``.

    ValueError, with file, line and reason, for a table that contradicts itself. The package's own
    are read once.
    """
    return _shipped() if path is None else _read(path)


@cache
def _shipped() -> Countries:
    return _read(None)


def _read(folder: Path | None) -> Countries:
    states = tuple(read_table("states.csv", _STATES, folder=folder))
    countries = tuple(_countries(states))
    codes = frozenset(country.code for country in countries)
    unsure = _ambiguous(folder, codes)
    names = dict(unsure)
    # The order is that of precedence: "Singapore" is a state before it is a capital, and Georgia's
    # adjective comes before anybody's town.
    for row, name in chain(_state_names(states), _place_names(folder, codes), _group_names(folder)):
        _add(row, name, names, unsure)
    return Countries(countries, names)


def _countries(rows: Iterable[Row]) -> Iterator[Country]:
    seen: set[str] = set()
    for row in rows:
        code, status = row.needed("code"), row.one_of("status", _STATUSES)
        if (status == "former") != (code == NONE):
            raise row.error(f"a former state has the code {NONE!r}, every other one of its own")
        if status == "former":
            continue
        if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
            raise row.error(f"{code!r} is no alpha-3 code")
        if code in seen:
            raise row.error(f"{code} has a row already")
        seen.add(code)
        yield Country(
            code=code,
            name=row.needed("name"),
            status=cast("Status", status),
            adjective=next(iter(row.several("nationality")), None),
            capitals=row.several("capitals"),
        )


def _state_names(rows: tuple[Row, ...]) -> Iterator[tuple[Row, CountryName]]:
    for column, kind in _KINDS:
        for row in rows:
            former = row.text("status") == "former"
            code = None if former else row.text("code")
            for form in row.several(column):
                yield row, CountryName(code=code, form=form, kind=kind, former=former)


def _place_names(folder: Path | None, codes: frozenset[str]) -> Iterator[tuple[Row, CountryName]]:
    columns = ("code", "kind", "names", "adjectives", "note")
    for row in read_table("places.csv", columns, folder=folder):
        row.one_of("kind", ("city", "region"))
        row.needed("names")
        code, note = _code(row, "code", codes), row.text("note")
        for form in row.several("names"):
            yield row, CountryName(code=code, form=form, kind="place", note=note)
        for form in row.several("adjectives"):
            yield row, CountryName(code=code, form=form, kind="nationality", note=note)


def _group_names(folder: Path | None) -> Iterator[tuple[Row, CountryName]]:
    for row in read_table("groups.csv", ("theme", "names"), folder=folder):
        row.one_of("theme", ("region", "people", "religion", "politics"))
        row.needed("names")
        for form in row.several("names"):
            yield row, CountryName(code=None, form=form, kind="group")


def _ambiguous(folder: Path | None, codes: frozenset[str]) -> dict[str, CountryName]:
    columns = ("form", "kind", "code", "candidates", "note")
    names: dict[str, CountryName] = {}
    for row in read_table("ambiguous.csv", columns, folder=folder):
        code, form = _code(row, "code", codes), row.needed("form")
        candidates = () if row.needed("candidates") == NONE else row.several("candidates")
        for candidate in candidates:
            if candidate not in codes:
                raise row.error(f"unknown code {candidate}")
        if code is not None and code not in candidates:
            raise row.error(f"{code} is not among the candidates")
        kind = cast("NameKind", row.one_of("kind", _NAME_KINDS))
        name = CountryName(
            code=code,
            form=form,
            kind=kind,
            ambiguous=True,
            candidates=candidates,
            note=row.needed("note"),
        )
        if names.setdefault(fold(form), name).form != form:
            # An accent apart ("Malé", "Male") is one form; what it says must then be one thing.
            earlier = names[fold(form)]
            if (earlier.code, earlier.kind, earlier.candidates) != (code, kind, candidates):
                raise row.error(f"{form!r} was given otherwise as {earlier.form!r}")
    return names


def _code(row: Row, column: str, codes: frozenset[str]) -> str | None:
    code = row.needed(column)
    if code == NONE:
        return None
    if code not in codes:
        raise row.error(f"unknown code {code}")
    return code


def _add(
    row: Row,
    name: CountryName,
    names: dict[str, CountryName],
    unsure: Mapping[str, CountryName],
) -> None:
    key = fold(name.form)
    if key in unsure:
        candidates = unsure[key].candidates
        if name.code is not None and name.code not in candidates:
            raise row.error(f"{name.form!r} is ambiguous, and {name.code} not among its candidates")
        return
    earlier = names.setdefault(key, name)
    if earlier.code != name.code:
        raise row.error(
            f"{name.form!r} tells {name.code} here and {earlier.code} before: "
            "list it in ambiguous.csv or take one out"
        )
