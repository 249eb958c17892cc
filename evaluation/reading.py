"""Where the corpora are, and the reader run over their texts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.pipeline import ReaderPipeline
from onrecord.record import Document, Published, Record
from training.examples import Example

ROOT = Path(__file__).parent.parent


def data_folder() -> Path | None:
    """The annotated corpora: $ONRECORD_DATA, or shared/data beside the project; None without any."""
    folder = Path(os.environ.get("ONRECORD_DATA", ROOT.parent / "shared" / "data"))
    return folder if folder.is_dir() else None


def read_all(
    reader: ReaderPipeline, examples: Iterable[Example], published: date
) -> Iterator[tuple[Example, Record]]:
    """Each example with the record that the reader makes of its text."""
    kept = list(examples)
    documents = (
        Document(id=e.id, text=e.text, published=Published(date=published, basis="given")) for e in kept
    )
    for example, found in zip(kept, reader.read(documents), strict=True):
        if not isinstance(found, Record):
            raise RuntimeError(str(found))
        yield example, found


def read_items(
    reader: ReaderPipeline, items: Iterable[Mapping[str, Any]], published: date = date(2025, 6, 11)
) -> Iterator[Record]:
    """The record that the reader makes of each annotated item, published when it says or on that day."""
    documents = (
        Document(
            id=item["id"],
            text=item["text"],
            published=Published(
                date=date.fromisoformat(item["published"]) if "published" in item else published,
                basis="given",
            ),
        )
        for item in items
    )
    for found in reader.read(documents):
        if not isinstance(found, Record):
            raise RuntimeError(str(found))
        yield found
