"""Titles of offices as a text writes them: ``generic_offices.csv``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast

from onrecord.vocab.actors import cells
from onrecord.vocab.actors.entries import GenericOffice, Office, Title
from onrecord.vocab.actors.forms import lower_key
from onrecord.vocab.actors.kinds import OFFICE_KINDS, OfficeKind
from onrecord.vocab.countries import Countries
from onrecord.vocab.keys import LONGEST, fold, without_possessive
from onrecord.vocab.tables import Row, read_table

FORMER = frozenset(
    {"deposed", "erstwhile", "ex", "former", "formerly", "late", "onetime", "ousted", "retired"} | {"then"}
)
"""Words before a title that say that it is held no longer."""
DEPUTY = frozenset({"assistant", "associate", "deputy", "under", "vice"})
"""Words before a title that make it another one: a deputy minister is no minister."""
_RELATIONS = frozenset({"at", "for", "from", "in", "of", "on", "to", "with"})
"""Words after which nothing is said of the title: "ambassador to the former Soviet Union"."""
COMING = frozenset({"designate", "elect"})
"""Words after a title that say that it is not held yet."""

_COLUMNS = ("id", "titles", "kind", "body", "sector")
_NATIONAL = re.compile(r"([A-Z]{3}):(.*)", re.DOTALL)
_LONGEST_NATION = 4
"""Words that the name of a state before its office has at most."""


class Titles:
    """Kinds of offices by the titles that end a text."""

    __slots__ = ("_any", "_countries", "_longest", "_national")

    def __init__(self, offices: Iterable[GenericOffice], countries: Countries) -> None:
        self._countries = countries
        self._any: dict[str, GenericOffice] = {}
        self._national: dict[str, dict[str, GenericOffice]] = {}
        for office in offices:
            for title in office.titles:
                key = lower_key(title.text)
                if title.country is None:
                    self._any[key] = office
                else:
                    self._national.setdefault(key, {})[title.country] = office
        self._longest = max((len(key.split()) for key in (*self._any, *self._national)), default=0)

    def find(self, text: str, country: str | None, *, stripped: bool) -> GenericOffice | None:
        """The office whose title is the longest that the text ends with."""
        return self.split(text, country, stripped=stripped)[1]

    def split(
        self, text: str, country: str | None, *, stripped: bool = False
    ) -> tuple[str, GenericOffice | None]:
        """The text before the title that ends it, folded, and the office; all of it and null for none."""
        if not 0 < len(text) <= LONGEST:
            return text, None
        words = fold(without_possessive(text)).split()
        before, office = self._split(words, country, stripped=stripped)
        while office is None and words and words[-1].lower() in COMING:
            words.pop()
            before, office = self._split(words, country, stripped=stripped)
        return (text, None) if office is None else (before, office)

    def _split(
        self, words: list[str], country: str | None, *, stripped: bool
    ) -> tuple[str, GenericOffice | None]:
        for start in range(max(0, len(words) - self._longest), len(words)):
            before = " ".join(words[:start])
            office = self._office(" ".join(words[start:]).lower(), country, before)
            if office is not None:
                deputy = start > 0 and words[start - 1].lower() in DEPUTY
                return (before, None) if deputy and not stripped else (before, office)
        return "", None

    def _office(self, title: str, country: str | None, before: str) -> GenericOffice | None:
        national = self._national.get(title)
        if national is not None:
            if country is None:
                country = self._nation(before, national)
            if country in national:
                return national[country]
        return self._any.get(title)

    def _nation(self, before: str, codes: Collection[str]) -> str | None:
        """The state of these codes that the last words before a title name: "the then US …"."""
        words = before.split()
        for start in range(max(0, len(words) - _LONGEST_NATION), len(words)):
            name = self._countries.find(" ".join(words[start:]))
            if name is not None and name.code in codes:
                return name.code
        return None


def offices_by_title(
    offices: Iterable[Office], titles: Titles, countries: Countries
) -> dict[tuple[str, str], list[str]]:
    """The ids of a state's own offices by its code and their kind: "King of Jordan" is a monarch."""
    found: dict[tuple[str, str], list[str]] = {}
    for office in offices:
        words, of, state = office.title.rpartition(" of ")
        name = countries.find(state) if of and office.country else None
        if name is None or name.code is None or name.code != office.country or name.kind != "state":
            continue
        before, title = titles.split(words, name.code)
        if title is not None and not before:
            found.setdefault((name.code, title.id), []).append(office.id)
    return found


def is_former(text: str) -> bool:
    """Whether a text says of its title that it is held no longer: "former", "ex-", "then-", "late"."""
    if len(text) > LONGEST:
        return False
    for word in fold(text).lower().split():
        if word in FORMER:
            return True
        if word in _RELATIONS:
            break
    return False


def read_titles(
    folder: Path | None, *, codes: Collection[str], bodies: Collection[str]
) -> dict[str, GenericOffice]:
    """All kinds of offices by id; no two share a title in one state."""
    offices: dict[str, GenericOffice] = {}
    claimed: dict[tuple[str | None, str], str] = {}
    for row in read_table("generic_offices.csv", _COLUMNS, folder=folder):
        row.needed("titles")
        office = GenericOffice(
            id=cells.new_id(row, offices),
            titles=tuple(_title(row, written, codes) for written in row.several("titles")),
            kind=cast("OfficeKind", row.one_of("kind", OFFICE_KINDS)),
            body=cells.known(row, "body", bodies),
            sector=cells.sector(row),
        )
        for title in office.titles:
            key = (title.country, lower_key(title.text))
            if (other := claimed.setdefault(key, office.id)) != office.id:
                raise row.error(f"{title.text!r} belongs to {other} already")
        offices[office.id] = office
    return offices


def _title(row: Row, written: str, codes: Collection[str]) -> Title:
    found = _NATIONAL.fullmatch(written)
    if found is None:
        return Title(text=written, country=None)
    code, text = found[1], found[2].strip()
    if code not in codes:
        raise row.error(f"unknown code {code}")
    if not text:
        raise row.error(f"titles has {written!r} without a title")
    return Title(text=text, country=code)
