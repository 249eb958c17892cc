"""The categories, modes and contexts of PLOVER, told in our words, and cases that are easily confused.

After the PLOVER codebook of the Open Event Data Alliance, draft 0.8 (2021). Where it contradicts itself, a
category's own chapter goes before its summary tables: SANCTION is material conflict, and ACCUSE scores -3, as
its modes do, where the table of scores drops the sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar, cast, get_args

from onrecord.vocab.plover.codes import Code
from onrecord.vocab.tables import NONE, Row, data_folder, read_table

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
QUADS: tuple[Quad, ...] = get_args(Quad)
"""In the order of their numbers, from 1."""

_CATEGORIES = ("category", "quad", "score", "recipient", "definition")
_MODES = ("category", "mode", "score", "definition")
_CONTEXTS = ("context", "definition")
_CASES = ("near", "coded", "trigger", "text", "why")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How a category's event is done, by its name in the codebook; score as in `Category`."""

    name: str
    score: float
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category. score: -10, the utmost conflict, to 10, the utmost cooperation.

    needs_recipient: the codebook asks for a recipient. modes: by name, in the codebook's order.
    """

    name: str
    quad: Quad
    score: float
    needs_recipient: bool
    definition: str
    modes: Mapping[str, Mode]

    @property
    def quad_code(self) -> int:
        """1 to 4, from verbal cooperation to material conflict."""
        return QUADS.index(self.quad) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence and how it is coded, and why. code: None where it tells no event.

    near: the category that it is easily taken for, or None where it is a plain example. trigger: the words
    that decide, as the text has them.
    """

    text: str
    trigger: str
    code: Code | None
    near: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """categories: by name, in the codebook's order; contexts: name to definition; cases: in order."""

    categories: Mapping[str, Category]
    contexts: Mapping[str, str]
    cases: tuple[Case, ...]

    def score(self, category: str, mode: str | None) -> float:
        """How cooperative an event is, from -10 to 10. KeyError for a category or mode that there is not."""
        found = self.categories[category]
        return found.score if mode is None else found.modes[mode].score


def load_ontology(folder: Path | None = None) -> Ontology:
    """The ontology that ships with the package, or that of ``folder`` (plover_*.csv), validated.

    ValueError, with file, line and reason, for a name given twice, a score that is no number from -10 to 10,
    a mode of no category, and a case whose code or trigger there is not. The package's own is read once.
    """
    return _shipped() if folder is None else _read(folder)


@cache
def _shipped() -> Ontology:
    return _read(None)


def _read(folder: Path | None) -> Ontology:
    where = folder or data_folder()
    modes: dict[str, dict[str, Mode]] = {}
    listed = list(read_table("plover_modes.csv", _MODES, folder=where))
    for row in listed:
        mode = Mode(name=row.needed("mode"), score=_score(row), definition=row.needed("definition"))
        _add(modes.setdefault(row.needed("category"), {}), mode.name, mode, row)
    categories: dict[str, Category] = {}
    for row in read_table("plover_categories.csv", _CATEGORIES, folder=where):
        name = row.needed("category")
        category = Category(
            name=name,
            quad=cast("Quad", row.one_of("quad", QUADS)),
            score=_score(row),
            needs_recipient=row.one_of("recipient", ("yes", "no")) == "yes",
            definition=row.needed("definition"),
            modes=modes.get(name, {}),
        )
        _add(categories, name, category, row)
    for row in listed:
        if row.text("category") not in categories:
            raise row.error(f"there is no category {row.text('category')!r}")
    contexts: dict[str, str] = {}
    for row in read_table("plover_contexts.csv", _CONTEXTS, folder=where):
        _add(contexts, row.needed("context"), row.needed("definition"), row)
    cases = tuple(_case(row, categories) for row in read_table("plover_cases.csv", _CASES, folder=where))
    return Ontology(categories=categories, contexts=contexts, cases=cases)


def _case(row: Row, categories: Mapping[str, Category]) -> Case:
    near = row.text("near") or None
    if near is not None and near not in categories:
        raise row.error(f"there is no category {near!r}")
    text, trigger = row.needed("text"), row.needed("trigger")
    if trigger not in text:
        raise row.error(f"{trigger!r} does not stand in the text")
    coded = row.needed("coded")
    code = None if coded == NONE else coded_as(row, coded, categories)
    return Case(text=text, trigger=trigger, code=code, near=near, why=row.needed("why"))


def coded_as(row: Row, coded: str, categories: Mapping[str, Category]) -> Code:
    """The code that a row gives as ``CATEGORY`` or ``CATEGORY mode``."""
    category, _, mode = coded.partition(" ")
    if category not in categories:
        raise row.error(f"there is no category {category!r}")
    if mode and mode not in categories[category].modes:
        raise row.error(f"{category} has no mode {mode!r}")
    return Code(category=category, mode=mode or None)


def _add(table: dict[str, _T], name: str, value: _T, row: Row) -> None:
    if name in table:
        raise row.error(f"{name!r} is given twice")
    table[name] = value


def _score(row: Row) -> float:
    try:
        score = float(row.needed("score"))
    except ValueError:
        score = float("nan")
    if not -10 <= score <= 10:
        raise row.error(f"score is {row.text('score')!r}, no number from -10 to 10")
    return score
