""" "Tass quoted Shoigu as saying" is Shoigu's claim, told by Tass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate.claims.drafts import Draft, in_order, near
from onrecord.annotate.claims.quotation import unmarked
from onrecord.record import Span

_AS_SAYING = re.compile(r"[,\s]*\b(as\s+(?:having\s+)?[a-z]+(?:ing|ed|id|ld))\b[\s,:]*", re.IGNORECASE)
_QUOTING = frozenset({"quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing"})
_PASSIVE = frozenset({"was", "were", "been", "is", "are"})
_LONGEST = 160
"""Characters of a quoted speaker's name and description, at most."""


def quoted(found: Sequence[Draft], text: str) -> tuple[Draft, ...]:
    """The claims, who quotes and who is quoted joined to one where two were read."""
    return in_order(_joined(found, text))


def _joined(found: Sequence[Draft], text: str) -> Iterator[Draft]:
    joined: set[int] = set()
    for number, outer in enumerate(found):
        for other in near(number, found):
            inner = found[other]
            if inner.inner and other not in joined and _quotes(outer, inner, text):
                joined |= {number, other}
                cue = (*outer.cue, *inner.cue)
                yield replace(inner, cue=cue, through=outer.source, inner=outer.inner)
                break
        else:
            said = _as_saying(outer, text)
            if said is not None:
                joined.add(number)
                yield said
    yield from (draft for number, draft in enumerate(found) if number not in joined)


def _quotes(outer: Draft, inner: Draft, text: str) -> bool:
    """Whether the inner cue is the "as saying" that the outer one needs."""
    if not (outer.cue and inner.cue and inner.source):
        return False
    spoken = inner.cue[-1].cut(text).lower().startswith("as ")
    if not spoken or not _is_quoting(outer, text):
        return False
    first, last = outer.cue[-1].end, inner.cue[-1].start
    return first <= inner.source[0].start < last <= first + _LONGEST and "." not in text[first:last]


def _is_quoting(draft: Draft, text: str) -> bool:
    """Whether somebody else is quoted, in the active voice: "Tass quoted", not "was quoted"."""
    words = draft.cue[-1].cut(text).lower().split() if draft.cue else [""]
    return words[-1] in _QUOTING and _PASSIVE.isdisjoint(words)


def _as_saying(draft: Draft, text: str) -> Draft | None:
    """The same from the words alone, where the inner claim was not read."""
    if not draft.source or not _is_quoting(draft, text):
        return None
    start = draft.cue[-1].end
    match = _AS_SAYING.search(text, start, start + _LONGEST)
    if match is None or not text[start : match.start()].strip() or "." in text[start : match.start()]:
        return None
    parts = tuple(
        rest
        for span in draft.content
        if (rest := span if span.end <= start else unmarked(max(span.start, match.end()), span.end, text))
    )
    speaker = unmarked(start, match.start(), text)
    if not parts or speaker is None:
        return None
    cue = (*draft.cue, Span(start=match.start(1), end=match.end(1)))
    return replace(draft, source=(speaker,), cue=cue, content=parts, through=draft.source)
