"""Every mention of a text: names as they are tagged, descriptions and pronouns by their head words."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np

from onrecord.annotate.mentions.names import Name
from onrecord.annotate.syntax.phrases import phrase
from onrecord.annotate.syntax.tree import Syntax
from onrecord.models import Encoding, Heads
from onrecord.models.manifest import Floats
from onrecord.record import MentionKind, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM", "CCONJ"})
_PRONOUN = frozenset({"PRON", "DET"})
# Pronouns that stand for nobody in particular.
_NOBODY = frozenset(
    {"nobody", "nothing", "none", "anyone", "anybody", "anything", "something", "everything", "what", "there"}
    | {"no", "one's", "oneself", "how", "when", "where", "why", "whatever", "whoever"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention: its span, its syntactic words, the number of its head word among them, its kind.

    type: the likeliest class of the head ``mention``; likely: [classes] how likely each is; name: of a name.
    """

    span: Span
    words: range
    head: int
    kind: MentionKind
    type: str
    likely: Floats
    name: Name | None = None


def find_mentions(
    syntax: Syntax, names: Sequence[Name], encoding: Encoding, heads: Heads, kept: Set[str]
) -> tuple[Found, ...]:
    """Names and all other mentions of the ``kept`` types, in the order of their heads."""
    if not len(syntax):
        return ()
    classes = heads.classes["mention"]
    scores = encoding.tags("mention")[np.asarray(syntax.words)].astype(np.float64)
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely = (likely / likely.sum(axis=1, keepdims=True)).astype(np.float32)
    keeps = np.array([name in kept for name in classes])
    worth = likely[:, keeps].sum(axis=1)
    best = np.where(keeps, likely, 0).argmax(axis=1)
    named: set[int] = set()
    found = []
    for name in names:
        words = syntax.within(name.span)
        named.update(words)
        head = syntax.head_of(words)
        found.append(
            Found(
                span=name.span,
                words=words,
                head=head,
                kind="name",
                type=classes[int(best[head])],
                likely=likely[head],
                name=name,
            )
        )
    for head in np.flatnonzero(worth > 0.5).tolist():
        kind = _kind(syntax, head)
        if head in named or kind is None:
            continue
        words = phrase(syntax, head) if kind == "nominal" else range(head, head + 1)
        found.append(
            Found(
                span=syntax.span(words),
                words=words,
                head=head,
                kind=kind,
                type=classes[int(best[head])],
                likely=likely[head],
            )
        )
    found.sort(key=lambda one: (one.head, one.span.start - one.span.end))
    return tuple(_no_span_twice(found))


def _kind(syntax: Syntax, head: int) -> MentionKind | None:
    pos = syntax.pos[head]
    if pos in _PRONOUN:
        return None if syntax.form(head).lower() in _NOBODY else "pronoun"
    if pos in _NOMINAL:
        return "nominal"
    return None


def _no_span_twice(found: Sequence[Found]) -> list[Found]:
    """The mentions, of those with one span the first; a name always."""
    by_span: dict[tuple[int, int], Found] = {}
    for one in found:
        key = (one.span.start, one.span.end)
        if key not in by_span or (one.kind == "name" and by_span[key].kind != "name"):
            by_span[key] = one
    return list(by_span.values())
