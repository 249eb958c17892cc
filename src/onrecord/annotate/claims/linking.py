"""Which source, cue and content belong together: each content finds its cue, each cue its source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.models import Encoding, Tagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Runs of words that make one claim. Source and cue may be wanting.

    inner: found as a claim within another, or as that of somebody who is cited.
    """

    source: tuple[Tagged, ...]
    cue: tuple[Tagged, ...]
    content: tuple[Tagged, ...]
    inner: bool = False


def link(runs: Sequence[Tagged], encoding: Encoding) -> tuple[Attribution, ...]:
    """Joins runs of kind source, cue and content into claims, in the order of their contents.

    A content that finds no cue is a claim of its own (a quotation that nobody introduces); a cue
    without a content says nothing and is dropped, as is a source that no cue finds.
    """
    sources = [run for run in runs if run.kind == "source"]
    cues = [run for run in runs if run.kind == "cue"]
    contents_of: dict[int | None, list[Tagged]] = {}
    for content in (run for run in runs if run.kind == "content"):
        contents_of.setdefault(_find("cue", content, cues, encoding), []).append(content)
    bare = [Attribution(source=(), cue=(), content=(c,)) for c in contents_of.pop(None, [])]
    cued = []
    for number, contents in contents_of.items():
        if number is not None:
            found = _find("source", cues[number], sources, encoding)
            source = () if found is None else (sources[found],)
            cued.append(Attribution(source=source, cue=(cues[number],), content=tuple(contents)))
    return tuple(sorted([*bare, *cued], key=lambda claim: claim.content[0].first))


def _find(kind: str, run: Tagged, candidates: Sequence[Tagged], encoding: Encoding) -> int | None:
    """The number of the candidate that ``run`` most probably belongs to; None if to none of them."""
    window = encoding.windows[int(encoding.owner[run.first])]
    # Candidates are in order: only those that the window sees can be found.
    first = bisect_right(candidates, window.first, key=lambda c: c.last)
    last = bisect_left(candidates, window.last, key=lambda c: c.first)
    if first >= last:
        return None
    scores = encoding.link(kind, run.words, [c.words for c in candidates[first:last]])
    best = int(scores.argmax())
    return first + best - 1 if best else None
