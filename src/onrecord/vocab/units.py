"""Units of measurement and currencies, by the words and signs that stand for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.vocab.tables import Row, read_table

UnitKind = Literal[
    "money", "length", "area", "mass", "volume", "energy", "power", "electric potential", "speed", "data",
    "radioactivity", "radiation", "pressure", "frequency",
]  # fmt: skip
_KINDS = get_args(UnitKind)
_COLUMNS = ("unit", "kind", "words", "symbols")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a figure measures in: a currency by its ISO 4217 code, any other unit by its English name."""

    name: str
    kind: UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Units by their words in small letters, one word or several, and by their signs as written."""

    words: Mapping[tuple[str, ...], Unit]
    symbols: Mapping[str, Unit]

    @property
    def longest(self) -> int:
        """How many words the longest name has."""
        return max(map(len, self.words))


def load_units(path: Path | None = None) -> Units:
    """The units that ship with the package, or those of the CSV file ``path``.

    ValueError, with file, line and reason, for an unknown kind, a currency that is no code of three
    letters, and words or a sign given twice. The package's own are read once.
    """
    return _shipped() if path is None else _read(path)


@cache
def _shipped() -> Units:
    return _read(None)


def _read(path: Path | None) -> Units:
    words: dict[tuple[str, ...], Unit] = {}
    symbols: dict[str, Unit] = {}
    name, folder = (path.name, path.parent) if path else ("units.csv", None)
    for row in read_table(name, _COLUMNS, folder=folder):
        unit = _unit(row)
        for sign in row.several("symbols"):
            if sign in symbols:
                raise row.error(f"the sign {sign!r} is given twice")
            symbols[sign] = unit
        for form in sorted(_forms(row)):
            if words.setdefault(form, unit) != unit:
                raise row.error(f"{' '.join(form)!r} is given twice")
    return Units(words=words, symbols=symbols)


def _unit(row: Row) -> Unit:
    kind = cast("UnitKind", row.one_of("kind", _KINDS))
    name = row.needed("unit")
    if kind == "money" and not (len(name) == 3 and name.isalpha() and name.isupper()):
        raise row.error(f"unit is {name!r}, not a code of ISO 4217")
    return Unit(name=name, kind=kind)


def _forms(row: Row) -> set[tuple[str, ...]]:
    """Each name with its plural: of "kilometre per hour" the first word's, else the last word's."""
    forms = set()
    for name in row.several("words"):
        words = name.lower().split()
        at = words.index("per") - 1 if "per" in words else len(words) - 1
        plural = "es" if words[at].endswith(("s", "x", "ch", "sh")) else "s"
        for ending in ("", plural):
            forms.add((*words[:at], words[at] + ending, *words[at + 1 :]))
    return forms
