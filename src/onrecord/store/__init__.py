"""The kept record: one DuckDB file, one writer at a time, nothing ever erased.

What the file holds is described in ``onrecord.store.migrations``; how an addition decides between a
new reading and a known one, in ``onrecord.store.writer``.
"""

from onrecord.store.errors import (
    AmbiguousIdError,
    NotOnRecordError,
    StoreBusyError,
    StoreError,
)
from onrecord.store.view import Listing, Reading, View
from onrecord.store.writer import Kept, Writer

__all__ = [
    "AmbiguousIdError",
    "Kept",
    "Listing",
    "NotOnRecordError",
    "Reading",
    "StoreBusyError",
    "StoreError",
    "View",
    "Writer",
]
