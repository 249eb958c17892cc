"""What the words of a window are to one run of words in it, read anew for each such run.

As semantic roles are labelled for a predicate (He et al. 2017): the words of the run's window are tagged for
it alone, so that what belongs to one run may belong to others too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.models.decode import Tagged, decode
from onrecord.models.encoder import Encoding
from onrecord.models.heads import Frames, positions
from onrecord.models.manifest import Floats, Tagger


def framed(
    runs: Sequence[Tagged],
    encoding: Encoding,
    kind: str,
    frames: Frames,
    tagger: Tagger,
    breaks: Sequence[int],
) -> list[list[Tagged]]:
    """For each of ``runs`` the words that are something to it, by the heads ``kind``_query and ``kind``_key.

    No run of words that is found crosses a word in ``breaks``.
    """
    if not runs:
        return []
    numbers = [encoding.window_over(run.first, run.last) for run in runs]
    scores = [_scores(run, n, encoding, kind, frames) for run, n in zip(runs, numbers, strict=True)]
    begins = np.cumsum([0, *map(len, scores)]).tolist()
    starts = list(begins[:-1])
    ordered = np.asarray(breaks)
    for number, begin in zip(numbers, begins, strict=False):
        window = encoding.windows[number]
        inside = ordered[(ordered > window.first) & (ordered < window.last)]
        starts += (inside - window.first + begin).tolist()
    found: list[list[Tagged]] = [[] for _ in runs]
    for run in decode(np.concatenate(scores), tagger, starts):
        owner = int(np.searchsorted(begins, run.first, side="right")) - 1
        shift = encoding.windows[numbers[owner]].first - begins[owner]
        found[owner].append(Tagged(first=run.first + shift, last=run.last + shift, kind=run.kind))
    return found


def _scores(run: Tagged, number: int, encoding: Encoding, kind: str, frames: Frames) -> Floats:
    """[words of the window, tags]"""
    window, output = encoding.windows[number], encoding.outputs[number]
    first, last = max(run.first, window.first) - window.first, min(run.last, window.last) - window.first
    query = output[f"{kind}_query"][1 + first : 1 + last].mean(axis=0)
    return frames(query, output[f"{kind}_key"][1:], positions(first, last - 1, window.last - window.first))
