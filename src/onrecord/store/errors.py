"""What can go wrong with a record file, each said in one line."""

from __future__ import annotations


class StoreError(Exception):
    """The file cannot be used as a record; the message says why, and the file is as it was."""


class StoreBusyError(StoreError):
    """Another process holds the file and did not let go of it in time."""


class NotOnRecordError(StoreError):
    """No document of the record has this id, or one that begins so."""


class AmbiguousIdError(StoreError):
    """Several documents of the record have an id that begins so."""
