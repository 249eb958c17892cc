"""A word of the vocabulary of silences where it stands in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.silences import speakers
from onrecord.annotate.syntax import Syntax
from onrecord.record import EntityType
from onrecord.vocab import Governing, Unsaid, load_silences


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """An entry and its place. forms: every word of the text in small letters; at: the number of its first."""

    entry: Unsaid
    at: int
    syntax: Syntax
    forms: Sequence[str]
    sources: Sources

    def does(self, at: int, *roles: Governing) -> bool:
        """Whether the word ``at`` governs silences in one of these ways."""
        return any(load_silences().does(self.forms[at], role) for role in roles)

    def subjects(self, verb: int) -> tuple[int, ...]:
        """The head words of those who do what a verb says."""
        return tuple(speakers.subjects(verb, self.syntax, self.forms))

    def parties(self, head: int | None) -> tuple[int, ...]:
        """The head words of a coordination, nobody of None."""
        return () if head is None else tuple(speakers.parties(head, self.syntax, self.forms))

    def with_case(self, head: int, *cases: str) -> int | None:
        """The first noun that hangs on a word with one of the prepositions."""
        return speakers.with_case(head, cases, self.syntax, self.forms)

    def is_text(self, head: int) -> bool:
        """Whether a document is silent, or an "it" that is nobody who could speak."""
        text = self.does(head, "document") and not self.does(head, "outlet")
        return text or (self.forms[head] == "it" and self._type(head) in (None, "other"))

    def is_document(self, head: int) -> bool:
        """Whether it is a document or an outlet."""
        kind = self._type(head)
        named = kind == "organization" and self.syntax.pos[head] == "PROPN"  # "the Herald"
        return kind == "publisher" or named or self.does(head, "document")

    def _type(self, head: int) -> EntityType | None:
        return self.sources.type_of(speakers.span(head, self.syntax), self.syntax.text)
