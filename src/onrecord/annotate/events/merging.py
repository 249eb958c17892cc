"""The same happening told more than once is one event: its first telling, with the words of the others.

A later telling of the same category repeats an earlier one where nothing that the two tell is at odds, and
either it points back ("the visit", "their talks") or another sentence uses the same verb or noun of the same
parties; or where both are one phrase ("fired tear gas"). What somebody says ("accused", "demanded") is the
same only where it points back: two accusations by the same party are two.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.annotate.syntax import Syntax
from onrecord.record import DaySpan, Event
from onrecord.vocab.plover import load_ontology

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "such"})
_STEM: Final = 4  # letters by which "bombed" and "bombing", "attacks" and "attacked" are one word
_NEAR: Final = 24  # earlier happenings of a category among which a telling may find its own
#: What a noun is to a verb with which it tells one thing.
_OF_A_PHRASE: Final = frozenset({"obj", "obl", "compound", "nsubj:pass"})
#: Tellings that may be of one happening: a writer may go along with a report later or before.
_OPEN: Final = frozenset({"happened", "unknown", "possible"})


def merged(events: Sequence[Event], syntax: Syntax) -> tuple[Event, ...]:
    """The events in order, each happening once; ids v1, v2, …"""
    kept: list[_Telling] = []
    places: dict[str, deque[int]] = {}
    for event in events:
        telling = _Telling.of(event, syntax)
        near = places.setdefault(event.type, deque(maxlen=_NEAR))
        same = next((n for n in near if telling.repeats(kept[n])), None)
        if same is None:
            near.appendleft(len(kept))
            kept.append(telling)
        else:
            kept[same] = kept[same].joined(telling)
    return tuple(replace(one.event, id=f"v{n}") for n, one in enumerate(kept, start=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """An event and how it is told. head: of its words, with the word above it if both may be one phrase.

    stems: those of its words; back: it points back to what was told.
    """

    event: Event
    sentence: int
    head: int
    above: int | None
    stems: frozenset[str]
    back: bool

    @staticmethod
    def of(event: Event, syntax: Syntax) -> _Telling:
        words = syntax.within(event.trigger)
        head = syntax.head_of(words)
        noun = syntax.pos[head] == "NOUN"
        before = [syntax.form(word).lower() for word in syntax.children[head] if word < head]
        owned = any(syntax.relations[word] == "nmod:poss" for word in syntax.children[head])
        return _Telling(
            event=event,
            sentence=syntax.sentence_of[head],
            head=head,
            above=syntax.heads[head] if syntax.relations[head] in _OF_A_PHRASE else None,
            stems=frozenset(
                syntax.lemmas[word].lower()[:_STEM]
                for word in words
                if syntax.pos[word] in ("NOUN", "VERB", "PROPN", "ADJ")
            ),
            back=noun and (owned or not _DEFINITE.isdisjoint(before)),
        )

    def repeats(self, other: _Telling) -> bool:
        """Whether this, told later, is the same happening as the other."""
        a, b = self.event, other.event
        if a.type != b.type or not self._agrees(other):
            return False
        if self.sentence == other.sentence:
            return self.head in (other.head, other.above) or self.above == other.head
        shared = bool({*a.actor, *a.recipient} & {*b.actor, *b.recipient})
        silent = not (a.actor or a.recipient)
        if self.back:
            return shared or silent
        said = load_ontology().categories[a.type].quad.startswith("verbal") and a.type != "CONSULT"
        return shared and not said and not self.stems.isdisjoint(other.stems)

    def _agrees(self, other: _Telling) -> bool:
        """Whether modes, parties, times and factualities may be those of one happening."""
        a, b = self.event, other.event
        return (
            (a.mode == b.mode or None in (a.mode, b.mode))
            and (a.factuality == b.factuality or {a.factuality, b.factuality} <= _OPEN)
            and all(
                not one or not two or bool({*one} & {*two})
                for one, two in ((a.actor, b.actor), (a.recipient, b.recipient))
            )
            and _meet(a.time, b.time)
        )

    def joined(self, later: _Telling) -> _Telling:
        """This telling with what the later one adds to it."""
        a, b = self.event, later.event
        told = (a.factuality, b.factuality)
        event = replace(
            a,
            mode=a.mode or b.mode,
            contexts=tuple(dict.fromkeys((*a.contexts, *b.contexts))),
            actor=a.actor or b.actor,
            recipient=a.recipient or b.recipient,
            time=a.time or b.time,
            place=a.place or b.place,
            factuality="happened" if "happened" in told else a.factuality,
            claims=tuple(dict.fromkeys((*a.claims, *b.claims))),
            score=max(a.score, b.score),
            mentions=(*a.mentions, *b.mentions),
        )
        return replace(self, event=event, stems=self.stems | later.stems)


def _meet(a: DaySpan | None, b: DaySpan | None) -> bool:
    """Whether two times may be one: they share a day, or one is not known."""
    if a is None or b is None:
        return True
    starts = [day for day in (a.first, b.first) if day]
    ends = [day for day in (a.last, b.last) if day]
    return not starts or not ends or max(starts) <= min(ends)
