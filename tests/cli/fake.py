"""A pipeline without a model, and the program run with it.

``main`` is the program ``onrecord`` with that pipeline, for what can only be seen from outside:
signals and pipes. A document that says "wait" is read for ever, and a file says when that began.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from onrecord.record import Document, Entity, Mention, Model, Reader, Record

T = TypeVar("T")


class FakePipeline:
    """Names the first word of each document, and remembers what it has read."""

    def __init__(self, version: str = "1.0") -> None:
        self.reader = Reader(version=version, model=Model(name="fake", sha256="f" * 64), vocabulary="2025.1")
        self.seen: list[str] = []

    def read(self, items: Iterable[Document | T]) -> Iterator[Record | T]:
        """A record for each document; whatever else comes is passed on in its place."""
        for item in items:
            yield self._record(item) if isinstance(item, Document) else item

    def _record(self, document: Document) -> Record:
        self.seen.append(document.text)
        if "wait" in document.text:
            Path("waiting").touch()
            time.sleep(60)
        first = document.text.split()[0]
        start = document.text.index(first)
        mention = Mention(start=start, end=start + len(first), kind="name")
        return Record(
            document=replace(document, reader=self.reader),
            entities=(Entity(id="e1", name=first, type="other", mentions=(mention,)),),
        )


def main() -> None:
    """Run the program with the fake pipeline."""
    from unittest import mock

    from onrecord import cli

    with mock.patch("onrecord.pipeline.open_reader", return_value=FakePipeline()):
        cli.main()
