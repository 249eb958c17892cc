"""What a record says of a document: entities, times, quantities, claims, events and silences.

The fields are those of the record format (``docs/record-format.md``), in its order and with its names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from onrecord.record.spans import Span

EntityType = Literal["person", "organization", "country", "place", "group", "publisher", "facility", "other"]
MentionKind = Literal["name", "nominal", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Quotation = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts",
    "confirms",
    "denies",
    "doubts",
    "estimates",
    "alleges",
    "suggests",
    "demands",
    "promises",
    "declines",
]
Commitment = Literal["strong", "plain", "weak"]
Factuality = Literal["happened", "did_not_happen", "possible", "planned", "conditional", "unknown"]
SilenceKind = Literal["not_confirmed", "not_denied", "no_comment", "gave_no_details", "omitted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where a document names, describes or refers back to an entity."""

    start: int
    end: int
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or position of an entity, as the text gives it. ``of`` is an entity's id."""

    title: str
    of: str | None
    former: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that a document names. ``country`` is ISO 3166-1 alpha-3."""

    id: str
    name: str
    type: EntityType
    country: str | None = None
    sector: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: TIMEX3 type and value, first and last day (null without an anchor)."""

    start: int
    end: int
    type: TimeType
    value: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Who is meant, and the words that mean them. ``entity`` is an entity's id or null.

    anonymous: somebody speaks who is neither named nor the holder of an office that names him.
    """

    entity: str | None
    spans: tuple[Span, ...]
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """A first and a last day, each null where it is not known."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A bounded number of something, by a source, as of a day.

    low, high: null where open. unit: a currency by its ISO 4217 code, a measure by its English name,
    "share" for a part ("one in five": 0.2), null for what is counted one by one.
    """

    id: str
    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    what: str
    unit: str | None = None
    source: Reference | None = None
    as_of: DaySpan | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a source is said to have said: source, cue and content, and how it is put.

    commitment: how far the cue binds the source to the content. distanced: the writer holds it at arm's
    length ("claimed", "so-called"). chain: outermost first, this claim's own source last. parent: the claim
    whose content holds this one.
    """

    id: str
    source: Reference | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotation: Quotation
    stance: Stance = "asserts"
    commitment: Commitment = "plain"
    distanced: bool = False
    chain: tuple[Reference, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, in PLOVER's terms.

    score: how likely it is that the text tells an event of this type, calibrated. mentions: the words of
    every telling, the trigger's first.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: Span
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    time: DaySpan | None
    place: str | None
    factuality: Factuality
    claims: tuple[str, ...]
    score: float
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Somebody is said not to have confirmed, denied, answered, detailed or mentioned something.

    about: what is not said; claim: the id of the claim that it points back to ("the report", "it").
    """

    id: str
    who: Reference
    kind: SilenceKind
    about: tuple[Span, ...]
    span: Span
    claim: str | None = None
