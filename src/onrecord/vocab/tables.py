"""CSV tables that ship with the package: reading them strictly, and the one version of them all."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

NONE = "-"
"""What a cell says that names nothing on purpose; where one is needed, empty is an oversight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table, with where it stands for the sake of errors."""

    file: str
    line: int
    cells: Mapping[str, str]

    def error(self, reason: str) -> ValueError:
        """The error that names the file, the line and the reason."""
        return ValueError(f"{self.file}, line {self.line}: {reason}")

    def text(self, column: str) -> str:
        """A cell, empty or not."""
        return self.cells[column]

    def needed(self, column: str) -> str:
        """A cell that must say something; ValueError where it is empty."""
        value = self.cells[column]
        if not value:
            raise self.error(f"{column} is empty")
        return value

    def one_of(self, column: str, allowed: tuple[str, ...]) -> str:
        """A cell that must hold one of a few words; ValueError where it does not."""
        value = self.needed(column)
        if value not in allowed:
            raise self.error(f"{column} is {value!r}, not one of {', '.join(allowed)}")
        return value

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell, set apart by semicolons; ValueError where one is empty."""
        value = self.cells[column]
        if not value:
            return ()
        parts = tuple(map(str.strip, value.split(";")))
        if "" in parts:
            raise self.error(f"{column} has an empty part")
        return parts


def data_folder() -> Traversable:
    """The folder of the tables that ship with the package."""
    return resources.files("onrecord.vocab") / "data"


def read_table(
    name: str, columns: tuple[str, ...], *, folder: Path | Traversable | None = None
) -> Iterator[Row]:
    """The rows of a CSV table in UTF-8 whose header is ``columns``; ValueError where it is not."""
    text = ((folder or data_folder()) / name).read_text(encoding="utf-8")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = tuple(next(reader, ()))
    if header != columns:
        raise ValueError(f"{name}, line 1: the header is {header}, not {columns}")
    for cells in reader:
        if len(cells) != len(columns):
            raise ValueError(f"{name}, line {reader.line_num}: {len(cells)} cells, not {len(columns)}")
        values = dict(zip(columns, map(str.strip, cells), strict=True))
        yield Row(file=name, line=reader.line_num, cells=values)


@cache
def version() -> str:
    """The vocabulary's version: twelve hex digits of the SHA-256 over the tables that ship."""
    digest = hashlib.sha256()
    tables = (entry for entry in data_folder().iterdir() if entry.name.endswith(".csv"))
    for table in sorted(tables, key=lambda entry: entry.name):
        content = table.read_bytes()
        digest.update(f"{table.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]
