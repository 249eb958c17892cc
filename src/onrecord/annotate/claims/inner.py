"""The cues of claims within claims."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.claims.linking import Attribution
from onrecord.models import Encoding, Tagged, decode
from onrecord.models.manifest import Tagger

PRIOR = -1.5
"""What is added to the score of every cue. The text that they were learned from is dense: 44 of 100 claims
lie in others, in ordinary news some 15, and the log odds of the two differ by that much."""


def inner_cues(
    encoding: Encoding, tagger: Tagger, outer: Sequence[Attribution], breaks: Sequence[int]
) -> tuple[Tagged, ...]:
    """The runs of words that are cues within contents, or cite who says the same: none of ``outer``'s."""
    scores = encoding.tags("inner").copy()
    scores[:, tagger.labels.index("B-cue")] += PRIOR
    taken = {word for one in outer for cue in one.cue for word in cue.words}
    return tuple(cue for cue in decode(scores, tagger, breaks) if taken.isdisjoint(cue.words))
