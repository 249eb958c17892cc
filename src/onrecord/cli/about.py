"""Which program this is, and with what it reads."""

from __future__ import annotations

from onrecord.pipeline import open_reader


def about() -> str:
    """Program, model and vocabulary with what identifies them, a line each."""
    reader = open_reader(workers=1).reader
    return (
        f"onrecord {reader.version}\n"
        f"model {reader.model.name} {reader.model.sha256}\n"
        f"vocabulary {reader.vocabulary}"
    )
