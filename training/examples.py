"""Annotated texts as they come from the corpora, before they become numbers."""

from __future__ import annotations

from dataclasses import dataclass

NAME_TYPES = ("person", "organization", "place", "facility", "group", "other")
CLAIM_PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at code points ``[start, end)``."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One claim: the spans ``(start, end)`` of its source, cue and content.

    inner: it lies within another claim, or repeats another's content for one that is cited.
    """

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    inner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A syntactic word of Universal Dependencies at code points ``[start, end)``.

    ``head`` is the number of its head among the example's tokens, or -1 where it is a root.
    """

    start: int
    end: int
    form: str
    pos: str
    lemma: str
    head: int
    relation: str
    sentence: int
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A mention at ``[start, end)`` of the entity numbered ``entity``.

    head: where its head word starts; sector: the entity's main one, None where nobody annotated it.
    """

    start: int
    end: int
    type: str
    entity: int
    head: int
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event: the spans of its trigger and its parties, its PLOVER category and mode, and its factuality.

    A layer that nobody annotated is None: only the trigger is always told.
    """

    trigger: tuple[int, int]
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    factuality: str | None = None
    actors: tuple[tuple[int, int], ...] | None = None
    recipients: tuple[tuple[int, int], ...] | None = None
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two parties ``(start, end)`` and the categories, any of them, of what the one does to the other."""

    actor: tuple[int, int]
    recipient: tuple[int, int]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text with what is annotated in it; a layer that nobody annotated is None.

    nested: claims within claims are annotated too. pair: the two parties that are marked in the text.
    """

    id: str
    text: str
    names: tuple[Name, ...] | None = None
    attributions: tuple[Attribution, ...] | None = None
    nested: bool = False
    tokens: tuple[Token, ...] | None = None
    mentions: tuple[Mentioned, ...] | None = None
    events: tuple[Happening, ...] | None = None
    pair: Pair | None = None
