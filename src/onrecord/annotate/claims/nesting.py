"""Within which claim a claim lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.claims.drafts import Draft, near, size
from onrecord.record import Span

_SAME = 0.5
"""What two contents must share (intersection over union) for the one to repeat the other."""


def nested(found: Sequence[Draft]) -> tuple[Draft, ...]:
    """The claims, each with the number of its parent; one read as inner that nothing holds is dropped."""
    parents = [_parent(number, found) for number in range(len(found))]
    kept = [n for n, draft in enumerate(found) if not draft.inner or parents[n] is not None or draft.through]
    place = {number: at for at, number in enumerate(kept)}
    return tuple(replace(found[n], parent=_above(n, parents, place)) for n in kept)


def _parent(number: int, found: Sequence[Draft]) -> int | None:
    """The smallest claim that holds this one's words, or whose content it repeats from another mouth."""
    draft = found[number]
    place = draft.cue[0] if draft.cue else draft.content[0]
    # Of the first level only that which one of the first level holds: so no claim is above itself.
    around = [
        other
        for other in near(number, found)
        if (draft.inner or not found[other].inner)
        and _holds(found[other].content, place)
        and size(found[other].content) > size(draft.content)
    ]
    if around:
        return min(around, key=lambda other: size(found[other].content))
    if not draft.inner:
        return None
    told = [
        other
        for other in near(number, found)
        if not found[other].inner and _shared(found[other].content, draft.content) >= _SAME
    ]
    return max(told, key=lambda other: _shared(found[other].content, draft.content), default=None)


def _above(number: int, parents: Sequence[int | None], place: dict[int, int]) -> int | None:
    """The place of the nearest claim above that is kept."""
    above = parents[number]
    while above is not None and above not in place:
        above = parents[above]
    return None if above is None else place[above]


def _holds(content: Sequence[Span], span: Span) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in content)


def _shared(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Intersection over union of two contents."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return both / (size(a) + size(b) - both)
