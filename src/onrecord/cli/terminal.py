"""Lines put on standard output: coloured on a terminal, plain in a pipe, never wider than it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.cli.lines import GLUE, Line, Style
from onrecord.cli.words import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES: dict[Style, str] = {
    "plain": "",
    "heading": "bold",
    "name": "bold cyan",
    "cue": "italic",
    "faint": "dim",
}

NARROWEST = 20
"""Columns that are left for text however narrow a terminal says it is."""


def write(lines: Iterable[Line]) -> None:
    """Show the lines on standard output.

    Whatever a document brought along is shown as text: escape sequences and markup do not act.
    """
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        with console.capture() as capture:
            for text in _fit(line, console):
                console.print(text)
        sys.stdout.write(capture.get())
    sys.stdout.flush()


def abandon() -> None:
    """Give up standard output: what Python still holds for it must not fail again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fit(line: Line, console: Console) -> Iterator[Text]:
    """The line as one or more lines that fit the console."""
    from rich.text import Text

    text = Text()
    for piece in line.pieces:
        text.append(printable(piece.text), style=STYLES[piece.style])
    if line.whole:
        text.pad_left(line.indent)
        if console.is_terminal:
            text.truncate(console.width, overflow="ellipsis")
        yield text
        return
    width = max(NARROWEST, console.width - line.indent - line.margin)
    for position, broken in enumerate(text.wrap(console, width, overflow="fold")):
        broken.plain = broken.plain.replace(GLUE, " ")
        label = "" if position else printable(line.label)
        whole = Text(" " * line.indent).append(label.ljust(line.margin), style=STYLES["faint"])
        whole.append_text(broken)
        whole.rstrip()
        yield whole
