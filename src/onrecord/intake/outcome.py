"""What reading yields besides documents, what the user gives, and how much is read at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LARGEST = 20 * 1024 * 1024
"""Bytes: the most that is read of one document: a file, a line of JSON Lines, a web page."""
EMPTY = "an empty file"
TOO_LARGE = f"more than the {LARGEST // (1024 * 1024)} MB that are read of one document"


class UnreadableError(ValueError):
    """An input that cannot be read; the message is the reason, in one line, without the place."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read: exit status 1.

    ``place`` is the file's name, ``name:line`` in JSON Lines, or the address. A document may still
    follow where only a field of it was no good, such as a published day in the future.
    """

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be said though nothing went wrong: the exit status does not change."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line gives of every document: it counts for more than a page's own metadata,
    and for less than the fields of a JSON Lines object, which speak of that one document.

    ``allow_private`` lets addresses lead into private networks and to this machine.
    """

    published: date | None = None
    publisher: str | None = None
    allow_private: bool = False
