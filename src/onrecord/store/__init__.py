"""The kept record: one DuckDB file, one writer at a time, nothing ever erased.

What the file holds is described in ``onrecord.store.migrations``; how an addition decides between a
new reading and a known one, in ``onrecord.store.writer``; what follows from people's judgements of who
is who, in ``onrecord.store.judgements``.
"""

from onrecord.store.actors import Actor, Occurrence
from onrecord.store.errors import (
    AmbiguousIdError,
    NotOnRecordError,
    StoreBusyError,
    StoreError,
)
from onrecord.store.identities import Identity, LookUp, Resolution, Resolve, Seen, Sighting
from onrecord.store.judgements import LOCAL, Judgement, JudgementKind, Side
from onrecord.store.view import Listing, Reading, View
from onrecord.store.writer import Kept, Writer

__all__ = [
    "LOCAL",
    "Actor",
    "AmbiguousIdError",
    "Identity",
    "Judgement",
    "JudgementKind",
    "Kept",
    "Listing",
    "LookUp",
    "NotOnRecordError",
    "Occurrence",
    "Reading",
    "Resolution",
    "Resolve",
    "Seen",
    "Side",
    "Sighting",
    "StoreBusyError",
    "StoreError",
    "View",
    "Writer",
]
