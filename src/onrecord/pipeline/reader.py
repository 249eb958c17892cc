"""Reads documents into records, several at a time.

The encoder leaves Python's lock while it computes, so threads serve: one model in memory, one core a
thread. No more documents are in hand than twice the threads, whatever the length of the input.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import onrecord
from onrecord.annotate import annotate, steps
from onrecord.intake import Failure
from onrecord.models import SHIPPED, Encoder
from onrecord.record import Document, Model, Reader, Record
from onrecord.vocab import version

T = TypeVar("T")

SWITCH = 0.0005
"""Seconds: how soon a thread back from the encoder gets Python's lock. A document comes back once a window,
and Python's own 0.005 may be waited for each time. With this and cheaper links the benchmark's ratio to the
bare encoder went from 1.59 to 1.28; the two were not measured apart."""


@dataclass(frozen=True, slots=True)
class ReaderPipeline:
    """A reader with its model loaded. ``reader`` says what its records are made by."""

    encoder: Encoder
    reader: Reader
    workers: int

    def read_one(self, document: Document) -> Record:
        """The record of one document."""
        return annotate(replace(document, reader=self.reader), steps(self.encoder))

    def _try(self, document: Document) -> Record | Failure:
        """The record, or what went wrong: one document that we cannot read does not stop the others."""
        try:
            return self.read_one(document)
        except Exception as error:  # a fault of ours, which is said with the document's name
            return Failure(document.id, f"a fault in onrecord, please report it: {error!r}")

    def read(self, items: Iterable[Document | T]) -> Iterator[Record | Failure | T]:
        """A record for each document, in order; whatever else comes is passed on in its place."""
        interval = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
        pending: deque[Future[Record | Failure] | T] = deque()
        with ThreadPoolExecutor(self.workers, thread_name_prefix="onrecord") as pool:
            try:
                for item in items:
                    if isinstance(item, Document):
                        pending.append(pool.submit(self._try, item))
                    else:
                        pending.append(item)
                    while len(pending) > 2 * self.workers or _ready(pending):
                        yield _result(pending.popleft())
                while pending:
                    yield _result(pending.popleft())
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
                sys.setswitchinterval(interval)


def _ready(pending: deque[Future[Record | Failure] | T]) -> bool:
    """Whether the oldest item can be given out without waiting."""
    if not pending:
        return False
    oldest = pending[0]
    return not isinstance(oldest, Future) or oldest.done()


def _result(item: Future[Record | Failure] | T) -> Record | Failure | T:
    return item.result() if isinstance(item, Future) else item


def open_reader(workers: int | None = None, model: Path = SHIPPED) -> ReaderPipeline:
    """Loads the model. workers: documents read at once; default, one for each core this process may use."""
    encoder = Encoder(model)
    reader = Reader(
        version=onrecord.__version__,
        model=Model(name=encoder.manifest.name, sha256=encoder.manifest.sha256),
        vocabulary=version(),
    )
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return ReaderPipeline(encoder=encoder, reader=reader, workers=workers or cores or 1)
