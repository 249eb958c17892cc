"""Through whom a claim comes: the sources of the claims around it, its outlet, its own source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.annotate.claims.drafts import Draft
from onrecord.record import Reference

Chain = tuple[Reference, ...]


def chains(
    drafts: Sequence[Draft],
    speakers: Sequence[Reference | None],
    outlets: Sequence[Reference | None],
    text: str,
) -> tuple[Chain, ...]:
    """Of each claim its chain, outermost first. ``speakers``, ``outlets``: its source, and who carries it.

    Whoever speaks to an outlet still does in his next claims, until somebody else speaks, and already did in
    what he says before in the same paragraph.
    """
    carried = _carried(drafts, speakers, outlets, text)
    found: dict[int, Chain] = {}
    for number in range(len(drafts)):
        above: list[int] = []
        at: int | None = number
        while at is not None and at not in found:
            above.append(at)
            at = drafts[at].parent
        for one in reversed(above):
            parent = drafts[one].parent
            before = () if parent is None else found[parent]
            found[one] = _links((*before, carried[one], speakers[one]))
    return tuple(found[number] for number in range(len(drafts)))


def _carried(
    drafts: Sequence[Draft],
    speakers: Sequence[Reference | None],
    outlets: Sequence[Reference | None],
    text: str,
) -> list[Reference | None]:
    """The outlets, those that were told before or after included."""
    found = list(outlets)
    outer = [n for n, draft in enumerate(drafts) if draft.parent is None and speakers[n] is not None]
    follows = [(a, b) for a, b in pairwise(outer) if _same(speakers[a], speakers[b])]
    for a, b in follows:
        found[b] = found[b] or found[a]
    for a, b in reversed(follows):
        if "\n" not in text[drafts[a].content[0].start : drafts[b].content[0].start]:
            found[a] = found[a] or found[b]
    return found


def _links(references: Iterable[Reference | None]) -> Chain:
    """The references that are there; the same one twice in a row is one link."""
    links: list[Reference] = []
    for reference in references:
        if reference is None:
            continue
        if links and _same(links[-1], reference):
            links.pop()
        links.append(reference)
    return tuple(links)


def _same(a: Reference | None, b: Reference | None) -> bool:
    if a is None or b is None:
        return False
    return a.entity == b.entity if a.entity is not None else b.entity is None and a.spans == b.spans
