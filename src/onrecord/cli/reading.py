"""Reading documents into the record: what ``onrecord read`` does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from onrecord import intake, pipeline, wire
from onrecord.cli.events import likely
from onrecord.cli.progress import Bar, tell
from onrecord.cli.words import counted
from onrecord.intake import Failure, Given, Notice
from onrecord.models import ModelError
from onrecord.record import Document, Reader, Record
from onrecord.resolve import identify
from onrecord.store import StoreError, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A document of which the record already holds what this reader reads in it."""

    document: Document


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run has done so far, counted as it goes, so that it can be told when it is stopped."""

    read: int = 0
    restored: int = 0
    unchanged: int = 0
    failed: int = 0
    claims: int = 0
    names: int = 0
    times: int = 0
    figures: int = 0
    silences: int = 0
    events: int = 0

    def add(self, record: Record) -> None:
        """Count a document that was read, and what it holds."""
        self.read += 1
        self.claims += len(record.claims)
        self.names += len(record.entities)
        self.times += len(record.times)
        self.figures += len(record.quantities)
        self.silences += len(record.silences)
        self.events += len(record.events)

    def summary(self, path: Path | None) -> str:
        """The run in one line, with the file that keeps what was read."""
        parts = [f"{counted(self.read, 'document')} read"]
        for number, what in (
            (self.restored, "changed back"),
            (self.unchanged, "unchanged"),
            (self.failed, "failed"),
        ):
            if number:
                parts.append(f"{number} {what}")
        found = ", ".join(
            counted(number, what)
            for number, what in (
                (self.claims, "claim"),
                (self.events, "event"),
                (self.names, "name"),
                (self.times, "time"),
                (self.figures, "figure"),
                (self.silences, "silence"),
            )
        )
        return f"{', '.join(parts)}; {found}" + (f" → {path}" if path else "")


def read(
    places: list[str],
    given: Given,
    *,
    record_file: Path | None,
    min_score: float,
    as_json: bool,
    workers: int | None,
    wait: float,
) -> int:
    """Read all that the places hold, keep it in the record file, and print it if that is asked for.

    What is printed lacks the events whose score is below ``min_score``; what is kept does not.

    Gives the exit status: 0, 1 where something could not be read or kept, 130 after Ctrl-C.
    """
    tally = Tally()
    status = 0
    try:
        _read(
            places,
            given,
            tally,
            record_file,
            min_score=min_score,
            as_json=as_json,
            workers=workers,
            wait=wait,
        )
    except KeyboardInterrupt:
        tell("interrupted; what was read until then is kept" if record_file else "interrupted")
        status = 130
    except (StoreError, ModelError) as error:
        tell(str(error))
        status = 1
    if tally.read or tally.unchanged or tally.failed or tally.restored:
        print(tally.summary(record_file), file=sys.stderr)
    return status or int(tally.failed > 0)


def _read(
    places: list[str],
    given: Given,
    tally: Tally,
    record_file: Path | None,
    *,
    min_score: float,
    as_json: bool,
    workers: int | None,
    wait: float,
) -> None:
    with ExitStack() as stack:
        reader = pipeline.open_reader(workers)
        writer = None
        if record_file is not None:
            writer = stack.enter_context(Writer.open(record_file, wait=wait, on_wait=tell))
            writer.resolve_rest(identify)
        items: Iterable[intake.Outcome | Known] = one_an_id(intake.read(places, given))
        if writer is not None and not as_json:
            items = unread(items, writer, reader.reader)
        # Records printed on a terminal and a bar that moves on it would write over each other.
        shown = sys.stderr.isatty() and not (as_json and sys.stdout.isatty())
        bar = stack.enter_context(Bar(intake.count(places) if shown else None, shown=shown))
        results: Iterator[Record | Failure | Notice | Known] = reader.read(items)
        for item in results:
            _take(item, tally, writer, bar, min_score if as_json else None)


def one_an_id(items: Iterable[intake.Outcome]) -> Iterator[intake.Outcome]:
    """The items, a second document that goes by the id of another one of this run left out and said.

    Kept, the two would take each other's place at every reading.
    """
    seen: dict[str, int] = {}
    for item in items:
        if isinstance(item, Document) and seen.setdefault(item.id, hash(item)) != hash(item):
            yield Failure(item.id, "a second document with this id in one run: not read")
        else:
            yield item


def unread(
    items: Iterable[intake.Outcome | Known], writer: Writer, reader: Reader
) -> Iterator[intake.Outcome | Known]:
    """The items, each document that need not be read again marked as known."""
    for item in items:
        if isinstance(item, Document) and writer.knows(item, reader):
            yield Known(document=item)
        else:
            yield item


def undated(record: Record) -> int:
    """How many of its times count from a published day that is not known: "XXXX-WXX-5"."""
    if record.document.published is not None:
        return 0
    return sum(time.first is None and time.value.startswith("XX") for time in record.times)


def _take(
    item: Record | Failure | Notice | Known,
    tally: Tally,
    writer: Writer | None,
    bar: Bar,
    printed_above: float | None,
) -> None:
    """Keep, print, count or tell one thing that came out of reading.

    ``printed_above``: the score below which a record is printed without its events; None to print nothing.
    """
    match item:
        case Record():
            kept = writer.add(item, resolve=identify) if writer else "added"
            if kept == "added":
                tally.add(item)
            elif kept == "restored":
                tally.restored += 1
            else:
                tally.unchanged += 1
            if printed_above is not None:
                sys.stdout.buffer.write(wire.encode(likely(item, printed_above)) + b"\n")
                sys.stdout.buffer.flush()
            if (number := undated(item)) and kept != "unchanged":
                said = f"no published day is known, so {counted(number, 'time')} stay open (--published DATE)"
                bar.tell(str(Notice(item.document.title or item.document.id, said)))
        case Known():
            tally.unchanged += 1
        case Failure():
            tally.failed += 1
            bar.tell(str(item))
        case Notice():
            bar.tell(str(item))
    if not isinstance(item, Notice):
        bar.advance()
