"""What is shown, as lines of styled pieces that know nothing of a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GLUE = "\ue000"
"""Stands for a space at which no line may be broken: a sign for private use, a column wide, since
what breaks lines takes a no-break space for a space like any other."""

Style = Literal["plain", "heading", "name", "cue", "faint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words in one style."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of output: a label in the margin, and pieces that are broken to the margin's width.

    The margin is ``indent`` blank columns and ``margin`` for the label. ``whole`` lines are never
    broken: on a terminal they are cut at its edge, in a pipe not at all.
    """

    pieces: tuple[Piece, ...] = ()
    label: str = ""
    indent: int = 0
    margin: int = 0
    whole: bool = False

    def __str__(self) -> str:
        words = "".join(piece.text for piece in self.pieces).replace(GLUE, " ")
        return " " * self.indent + self.label.ljust(self.margin) + words


def plain(text: str, *, indent: int = 0, style: Style = "plain") -> Line:
    """A line in one style."""
    return Line(pieces=(Piece(text=text, style=style),), indent=indent)


def glued(text: str) -> str:
    """The text with its spaces made such that no line is broken there."""
    return text.replace(" ", GLUE)
