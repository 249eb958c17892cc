"""What is source and content to a cue, read anew for each cue: so claims may lie within claims.

As semantic roles are labelled for a predicate (He et al. 2017), the words of the cue's window are tagged
for it alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.annotate.claims.linking import Attribution
from onrecord.models import Encoding, Heads, Tagged, decode
from onrecord.models.heads import positions
from onrecord.models.manifest import Floats, Tagger


def frames(
    cues: Sequence[Tagged], encoding: Encoding, heads: Heads, tagger: Tagger, breaks: Sequence[int]
) -> tuple[Attribution, ...]:
    """The claim of each cue; its source or content may be empty. No run crosses a word in ``breaks``."""
    if not cues:
        return ()
    numbers = [encoding.window_over(cue.first, cue.last) for cue in cues]
    scores = [_scores(cue, number, encoding, heads) for cue, number in zip(cues, numbers, strict=True)]
    begins = np.cumsum([0, *map(len, scores)]).tolist()
    starts = list(begins[:-1])
    ordered = np.asarray(breaks)
    for number, begin in zip(numbers, begins, strict=False):
        window = encoding.windows[number]
        inside = ordered[(ordered > window.first) & (ordered < window.last)]
        starts += (inside - window.first + begin).tolist()
    runs = decode(np.concatenate(scores), tagger, starts)
    found: list[list[Tagged]] = [[] for _ in cues]
    for run in runs:
        owner = int(np.searchsorted(begins, run.first, side="right")) - 1
        shift = encoding.windows[numbers[owner]].first - begins[owner]
        found[owner].append(Tagged(first=run.first + shift, last=run.last + shift, kind=run.kind))
    return tuple(
        Attribution(
            source=tuple(run for run in parts if run.kind == "source"),
            cue=(cue,),
            content=tuple(run for run in parts if run.kind == "content"),
            inner=True,
        )
        for cue, parts in zip(cues, found, strict=True)
    )


def _scores(cue: Tagged, number: int, encoding: Encoding, heads: Heads) -> Floats:
    """[words of the window, tags]"""
    window, output = encoding.windows[number], encoding.outputs[number]
    first, last = max(cue.first, window.first) - window.first, min(cue.last, window.last) - window.first
    query = output["frame_query"][1 + first : 1 + last].mean(axis=0)
    return heads.frames(
        query, output["frame_key"][1:], positions(first, last - 1, window.last - window.first)
    )
