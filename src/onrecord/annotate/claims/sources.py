"""Which entity a source is: by the mention that its words are, else by the name that they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.syntax import Syntax
from onrecord.record import Entity, EntityType, Mention, Reference, Span

# "A lawyer for Jane Roe" and "supporters of Roe" are not Roe.
_OTHERS = re.compile(
    r"\b(?:about|across|against|and|around|at|by|for|from|in|inside|near|nor|of|on|or|outside|than|to|under|with"
    r"|within)\s+(?:the\s+)?(?:(?:mr|mrs|ms|dr|sen|rep|gov|gen)\.?\s+)?$",
    re.IGNORECASE,
)
# What may follow a name without making somebody else of it: nothing, an apposition, where he is from.
_GOES_ON = re.compile(r"\s*(?:$|[,(]|\b(?:of|who|from|in|at)\b)")

_SPEAKING = frozenset({"person", "group", "organization", "publisher", "country"})
# Before an office they say that it is one of many: "a spokesman", "another minister".
_ANY = frozenset({"a", "an", "another", "one", "some"})


class Sources:
    """The entities of a document, to be found by the words of a source."""

    def __init__(self, syntax: Syntax, entities: Sequence[Entity]) -> None:
        self._syntax = syntax
        self._entities = entities
        self._by_id = {entity.id: entity for entity in entities}
        # Of two entities with one mention ("Iranian") the first is the one meant: the state, not its people.
        self._by_span = {(m.start, m.end): e.id for e in reversed(entities) for m in e.mentions}
        self._by_head: dict[int, str] = {}
        for entity in entities:
            for mention in sorted(entity.mentions, key=lambda m: m.start - m.end):
                words = syntax.within(Span(start=mention.start, end=mention.end))
                self._by_head.setdefault(syntax.head_of(words), entity.id)

    def reference(self, spans: Sequence[Span], text: str) -> Reference | None:
        """Who is meant by the words of a source, which may lie apart; None where there are none."""
        if not spans:
            return None
        found = self.entity(spans[0], text)
        return Reference(
            entity=found,
            spans=tuple(spans),
            anonymous=found is not None and self._anonymous(self._by_id[found], spans[0]),
        )

    def speaks(self, span: Span, text: str) -> bool:
        """Whether words mean somebody who can say things."""
        found = self.entity(span, text)
        return found is not None and self._by_id[found].type in _SPEAKING

    def type_of(self, span: Span, text: str) -> EntityType | None:
        """The type of the entity that words mean; None where they mean none."""
        found = self.entity(span, text)
        return None if found is None else self._by_id[found].type

    def is_person(self, entity: str) -> bool:
        """Whether the entity is one person."""
        return self._by_id[entity].type == "person"

    def _anonymous(self, entity: Entity, source: Span) -> bool:
        """Whether it is somebody without a name whom no office tells: "two officials", "a spokesman"."""
        if entity.type not in ("person", "group") or any(m.kind == "name" for m in entity.mentions):
            return False
        if not entity.roles or entity.type == "group":
            return True
        first = self._syntax.within(source).start
        return self._syntax.lemmas[first] in _ANY

    def entity(self, source: Span, text: str) -> str | None:
        """The id of the entity that a source is, or None."""
        exact = self._by_span.get((source.start, source.end))
        if exact is not None:
            return exact
        if len(self._syntax):
            found = self._by_head.get(self._syntax.noun_of(self._syntax.within(source)))
            if found is not None:
                return found
        return named(source, text, self._entities)


def named(source: Span, text: str, entities: Sequence[Entity]) -> str | None:
    """The id of the entity that a source names itself as; None where it only describes somebody.

    The name may have titles and descriptions before it ("President Jane Roe", "the state news agency Tass")
    and an apposition after it ("Jane Roe, a spokeswoman"). "A ministry spokeswoman" is not the ministry, and
    "Russia and China" is nobody in particular.
    """
    for entity in entities:
        for mention in entity.mentions:
            inside = source.start <= mention.start and mention.end <= source.end
            if inside and _is(entity.type, mention, source, text):
                return entity.id
    return None


def _is(kind: EntityType, mention: Mention, source: Span, text: str) -> bool:
    before, after = text[source.start : mention.start], text[mention.end : source.end]
    if "," in before or _OTHERS.search(before):
        return False
    if kind == "person":
        return bool(_GOES_ON.match(after))
    described = kind in ("organization", "publisher", "country") or before.lower().strip() in ("", "the")
    return described and (not after.strip() or after.lstrip()[0] in ",(")
