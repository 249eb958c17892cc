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
    """One claim: the spans ``(start, end)`` of its source, cue and content."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text with what is annotated in it; a layer that nobody annotated is None."""

    id: str
    text: str
    names: tuple[Name, ...] | None = None
    attributions: tuple[Attribution, ...] | None = None
