"""Words by which a number is known for what it is: "rose from", "Article", "per cent"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.vocab.tables import read_table

FigureRole = Literal["change", "idle", "measured", "numbered", "score", "street", "tally", "counts"]
"""change: what rises or falls from a number to another; idle: after a "one" that counts nothing ("one
day"); measured: what stands after a number that is no count; numbered: what bears a number ("Article 5");
score: near the numbers of a game or a vote; street: near the number of a house; tally: what has a number of
something; counts: a verb whose subject the figure is from ("registered 160,000 arrivals")."""
_ROLES = get_args(FigureRole)
_COLUMNS = ("word", "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """Words in small letters, as written, with what they say of a number beside them."""

    roles: Mapping[str, frozenset[FigureRole]]

    def has(self, form: str, role: FigureRole) -> bool:
        """Whether a word says this of a number."""
        return role in self.roles.get(form, ())


def load_figure_words(path: Path | None = None) -> FigureWords:
    """The words that ship with the package, or those of the CSV file ``path``.

    ValueError, with file, line and reason, for an unknown role and for a word given twice with one role.
    The package's own are read once.
    """
    return _shipped() if path is None else _read(path)


@cache
def _shipped() -> FigureWords:
    return _read(None)


def _read(path: Path | None) -> FigureWords:
    roles: dict[str, frozenset[FigureRole]] = {}
    name, folder = (path.name, path.parent) if path else ("figures.csv", None)
    for row in read_table(name, _COLUMNS, folder=folder):
        word, role = row.needed("word"), cast("FigureRole", row.one_of("role", _ROLES))
        if role in roles.get(word, ()):
            raise row.error(f"{word!r} is given twice as {role}")
        roles[word] = roles.get(word, frozenset()) | {role}
    return FigureWords(roles=roles)
