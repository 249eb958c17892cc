"""Every mention of a text: names as they are tagged, descriptions and pronouns by their head words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from onrecord.annotate.mentions.names import Name
from onrecord.annotate.syntax.phrases import phrase
from onrecord.annotate.syntax.tree import Syntax
from onrecord.models import Encoding, Heads
from onrecord.models.manifest import Floats
from onrecord.record import MentionKind, Span
from onrecord.vocab import load_countries

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM", "CCONJ"})
_PRONOUN = frozenset({"PRON", "DET"})
_OF_A_CLAUSE = frozenset({"VERB", "AUX"})
# Pronouns that stand for nobody in particular.
_NOBODY = frozenset(
    {"nobody", "nothing", "none", "anyone", "anybody", "anything", "something", "everything", "what", "there"}
    | {"no", "one's", "oneself", "how", "when", "where", "why", "whatever", "whoever"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention: its span, its syntactic words, the number of its head word among them, its kind.

    type: the likeliest class of the head ``mention``; likely: [classes] how likely each is;
    sectors: [sectors] the logarithm of how likely each sector is; name: of a name.
    """

    span: Span
    words: range
    head: int
    kind: MentionKind
    type: str
    likely: Floats
    sectors: Floats
    name: Name | None = None


def find_mentions(
    syntax: Syntax,
    names: Sequence[Name],
    encoding: Encoding,
    heads: Heads,
    kept: Set[str],
    *,
    parties: Mapping[int, range] = MappingProxyType({}),
    as_gum: bool = False,
) -> tuple[Found, ...]:
    """Names and all other mentions of the ``kept`` types, in the order of their heads.

    parties: the heads of what does or suffers something, which mention somebody of whatever type, each with
    the run of words that was found to do so. as_gum: by the rules of GUM, where a noun before another
    ("police station") is a mention and a relative pronoun is none; our own annotation has it the other way
    round.
    """
    if not len(syntax):
        return ()
    classes = heads.classes["mention"]
    tokens = np.asarray(syntax.words)
    likely = np.exp(_logarithms(encoding.tags("mention")[tokens]))
    sectors = _logarithms(encoding.tags("sector")[tokens])
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
                sectors=sectors[head],
                name=name,
            )
        )
    for head in sorted({*np.flatnonzero(worth > 0.5).tolist(), *parties}):
        kind = _kind(syntax, head, in_compounds=as_gum or head in parties)
        if head in named or kind is None or syntax.related(head) is not None:
            continue
        words = phrase(syntax, head) if kind == "nominal" else range(head, head + 1)
        if kind == "nominal" and head in parties:
            words = _fitted(syntax, head, words, parties[head])
        if _opens_a_quotation(syntax, words):
            continue
        overlooked = _overlooked(syntax, words) if kind == "nominal" else None
        found.append(
            Found(
                span=syntax.span(words),
                words=words,
                head=head,
                kind=kind if overlooked is None else "name",
                name=overlooked,
                type=classes[int(best[head])],
                likely=likely[head],
                sectors=sectors[head],
            )
        )
    if not as_gum:
        found += _relatives(syntax, found)
    found.sort(key=lambda one: (one.head, one.span.start - one.span.end))
    return tuple(_no_span_twice(found))


def _fitted(syntax: Syntax, head: int, words: range, run: range) -> range:
    """A phrase, or a run instead where the tree hangs a clause on its head or takes it for part of a name."""
    before = range(words.start, min(run.start, words.stop))
    if any(syntax.pos[n] in _OF_A_CLAUSE for n in before):
        return range(run.start, words.stop)
    return run if syntax.relations[head] in ("compound", "flat") else words


def _overlooked(syntax: Syntax, words: range) -> Name | None:
    """A state's name that the tagger of names has overlooked: all there is of a description."""
    span = syntax.span(words)
    surface = span.cut(syntax.text)
    known = load_countries().find(surface) if surface[:1].isupper() else None
    if known is None or known.kind != "state" or known.ambiguous:
        return None
    return Name(span=span, surface=surface, kind="place")


def _opens_a_quotation(syntax: Syntax, words: range) -> bool:
    """Whether a mark is opened inside that is closed only after: "a “gaffe" is no mention."""
    forms = [syntax.form(n) for n in words]
    return forms.count("“") != forms.count("”") or forms.count('"') % 2 == 1


def _logarithms(scores: Floats) -> Floats:
    """[n, classes] scores -> logarithms of probabilities."""
    top = scores - scores.max(axis=1, keepdims=True)
    found: Floats = top - np.log(np.exp(top).sum(axis=1, keepdims=True))
    return found


def _relatives(syntax: Syntax, found: Sequence[Found]) -> list[Found]:
    """The relative pronouns that stand for one of the mentions."""
    by_head = {one.head: one for one in found}
    relatives = []
    for token in range(len(syntax)):
        noun = syntax.related(token)
        if noun in by_head:
            words = range(token, token + 1)
            other = by_head[noun]
            relatives.append(
                Found(
                    span=syntax.span(words),
                    words=words,
                    head=token,
                    kind="pronoun",
                    type=other.type,
                    likely=other.likely,
                    sectors=other.sectors,
                )
            )
    return relatives


def _kind(syntax: Syntax, head: int, *, in_compounds: bool) -> MentionKind | None:
    """How a head word mentions, if it does; a noun before another where these count (``in_compounds``)."""
    pos = syntax.pos[head]
    if pos in _PRONOUN:
        if syntax.form(head).lower() in _NOBODY:
            return None
        described = syntax.child(head, "acl", "acl:relcl", "nmod") is not None
        return "nominal" if described and syntax.relations[head] != "nmod:poss" else "pronoun"
    if pos in _NOMINAL and (in_compounds or syntax.relations[head] not in ("compound", "flat")):
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
