"""What is said on standard error while documents are read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from onrecord.cli.words import flat

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


def tell(line: str) -> None:
    """Say a line on standard error under the program's name."""
    print(f"onrecord: {flat(line)}", file=sys.stderr)


class Bar:
    """A bar that grows with the documents where it is ``shown``, and goes when it is done.

    ``total`` is how many there are, or None where that is not known beforehand.
    """

    def __init__(self, total: int | None, *, shown: bool) -> None:
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        if shown:
            self._progress = _progress()
            self._task = self._progress.add_task("reading", total=total)

    def advance(self) -> None:
        """One document more is done."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    def tell(self, line: str) -> None:
        """Say a line above the bar."""
        if self._progress is None:
            tell(line)
        else:
            from rich.text import Text

            self._progress.console.print(Text(f"onrecord: {flat(line)}"), soft_wrap=True)

    def __enter__(self) -> Self:
        if self._progress is not None:
            self._progress.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self._progress is not None:
            self._progress.stop()


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
