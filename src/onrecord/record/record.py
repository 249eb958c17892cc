"""The record of one document: the one thing that readers make, the store keeps and exporters write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.record.annotations import Claim, Entity, Event, Quantity, Silence, Time
from onrecord.record.document import Document

SCHEMA: Literal["onrecord/1"] = "onrecord/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A document and everything that was read in it."""

    schema: Literal["onrecord/1"] = SCHEMA
    document: Document
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    silences: tuple[Silence, ...] = ()
