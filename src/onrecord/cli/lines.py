"""What is shown, as lines of styled pieces that know nothing of a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "heading", "name", "cue", "faint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words in one style."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of output. Where it must be broken, what follows is indented by ``hang`` columns.

    ``whole`` lines are never broken: on a terminal they are cut at its edge, in a pipe not at all.
    """

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    hang: int = 0
    whole: bool = False

    def __str__(self) -> str:
        return " " * self.indent + "".join(piece.text for piece in self.pieces)


def plain(text: str, *, indent: int = 0, style: Style = "plain") -> Line:
    """A line in one style, broken to its own indent."""
    return Line(pieces=(Piece(text=text, style=style),), indent=indent, hang=indent)
