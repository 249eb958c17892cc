"""Where the corpora are, and the reader run over their texts."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.scores import Counts
from onrecord.models import SHIPPED
from onrecord.pipeline import ReaderPipeline, open_reader
from onrecord.record import Document, Published, Record
from training.corpora import own
from training.examples import Example

Pairs = Iterable[tuple[Mapping[str, Any], Record]]
"""Annotated items, each with the record that was made of its text."""

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


def command(
    description: str | None,
    folder: Path,
    counted: str,
    score: Callable[[Pairs], Mapping[str, Counts]],
    differences: Callable[[Pairs], Iterable[str]],
) -> None:
    """Print the scores of one part of our own text; ``counted`` is the list of an item that is scored."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--held-back", action="store_true", help="score the part that is held back")
    parser.add_argument("--show", action="store_true", help="print what is read differently")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    items = list(own.items(folder, held_back=options.held_back))
    pairs = list(zip(items, read_items(open_reader(model=options.model), items), strict=True))
    if options.show:
        for line in differences(pairs):
            print(line)
    print(f"{len(items)} items, {sum(len(item[counted]) for item in items)} {counted}")
    for measure, counts in score(pairs).items():
        print(f"{measure:18} {counts}")
