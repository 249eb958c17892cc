"""Words beside a number that say how far it is meant: "about", "at least", "or so"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.vocab.tables import read_table

Bound = Literal["both", "low", "high"]
_BOUNDS = get_args(Bound)
_PLACES = ("before", "after")
_COLUMNS = ("words", "place", "bound", "approximate")
_YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """What a number with these words is: its own value (both), the lowest possible or the highest."""

    bound: Bound
    approximate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """Hedges by their words in small letters, those before a number and those after it."""

    before: Mapping[tuple[str, ...], Hedge]
    after: Mapping[tuple[str, ...], Hedge]
    longest: int


def load_hedges(path: Path | None = None) -> Hedges:
    """The hedges that ship with the package, or those of the CSV file ``path``.

    ValueError, with file, line and reason, for an unknown place or bound and for words given twice. The
    package's own are read once.
    """
    return _shipped() if path is None else _read(path)


@cache
def _shipped() -> Hedges:
    return _read(None)


def _read(path: Path | None) -> Hedges:
    places: dict[str, dict[tuple[str, ...], Hedge]] = {place: {} for place in _PLACES}
    name, folder = (path.name, path.parent) if path else ("hedges.csv", None)
    for row in read_table(name, _COLUMNS, folder=folder):
        words = tuple(row.needed("words").split())
        found = places[row.one_of("place", _PLACES)]
        if words in found:
            raise row.error(f"{' '.join(words)!r} is given twice")
        found[words] = Hedge(
            bound=cast("Bound", row.one_of("bound", _BOUNDS)),
            approximate=row.one_of("approximate", _YES_NO) == "yes",
        )
    longest = max((len(words) for found in places.values() for words in found), default=0)
    return Hedges(before=places["before"], after=places["after"], longest=longest)
