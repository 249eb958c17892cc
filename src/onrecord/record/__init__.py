"""The types that travel between rooms. Standard library only."""

from onrecord.record.annotations import (
    Claim,
    DaySpan,
    Entity,
    EntityType,
    Event,
    Factuality,
    Mention,
    MentionKind,
    Quantity,
    Quotation,
    Reference,
    Role,
    Silence,
    SilenceKind,
    Stance,
    Time,
    TimeType,
)
from onrecord.record.document import Basis, Document, Model, Published, Reader
from onrecord.record.record import SCHEMA, Record
from onrecord.record.spans import Span, merge

__all__ = [
    "SCHEMA",
    "Basis",
    "Claim",
    "DaySpan",
    "Document",
    "Entity",
    "EntityType",
    "Event",
    "Factuality",
    "Mention",
    "MentionKind",
    "Model",
    "Published",
    "Quantity",
    "Quotation",
    "Reader",
    "Record",
    "Reference",
    "Role",
    "Silence",
    "SilenceKind",
    "Span",
    "Stance",
    "Time",
    "TimeType",
    "merge",
]
