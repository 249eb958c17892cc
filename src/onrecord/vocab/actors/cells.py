"""Cells that several tables of actors have: ids, states, sectors, sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Container

from onrecord.vocab.actors.kinds import SECTORS
from onrecord.vocab.tables import NONE, Row

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)


def new_id(row: Row, taken: Container[str]) -> str:
    """The row's id, in small letters with hyphens, which no row before has."""
    id = row.needed("id")  # noqa: A001 - the field's name
    if not _SLUG.fullmatch(id):
        raise row.error(f"{id!r} is no id in small letters with hyphens")
    if id in taken:
        raise row.error(f"{id} has a row already")
    return id


def known(row: Row, column: str, ids: Container[str]) -> str | None:
    """The id of a row of another table, null for an empty cell."""
    id = row.text(column)  # noqa: A001 - the field's name
    if id and id not in ids:
        raise row.error(f"unknown {column} {id}")
    return id or None


def country(row: Row, codes: Collection[str]) -> str | None:
    """A state's code, null for none on purpose."""
    code = row.needed("country")
    if code == NONE:
        return None
    if code not in codes:
        raise row.error(f"unknown code {code}")
    return code


def sector(row: Row) -> tuple[str, ...]:
    """The codes of sectors, the main one first; none on purpose gives an empty tuple."""
    if row.needed("sector") == NONE:
        return ()
    codes = row.several("sector")
    for code in codes:
        if code not in SECTORS:
            raise row.error(f"unknown sector {code}")
    if len(set(codes)) < len(codes):
        raise row.error("a sector is given twice")
    return codes


def wikidata(row: Row) -> str | None:
    """A Wikidata id, null for an empty cell."""
    id = row.text("wikidata")  # noqa: A001 - the field's name
    if id and not _WIKIDATA.fullmatch(id):
        raise row.error(f"{id!r} is no Wikidata id")
    return id or None


def sources(row: Row) -> tuple[str, ...]:
    """The words that say where the row's facts are from, at least one."""
    row.needed("source")
    return row.several("source")
