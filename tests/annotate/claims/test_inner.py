"""The cues of claims within claims."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np

from onrecord.annotate.claims.inner import PRIOR, inner_cues
from onrecord.annotate.claims.linking import Attribution
from onrecord.models import Encoding, Tagged
from onrecord.models.manifest import Tagger

LABELS = ("O", "B-cue", "I-cue")
OUTER = Attribution(
    source=(Tagged(first=0, last=1, kind="source"),),
    cue=(Tagged(first=1, last=2, kind="cue"),),
    content=(Tagged(first=2, last=5, kind="content"),),
)


def _cues(*scores: float) -> list[tuple[int, int]]:
    """Of words that are cues with these scores, and none with 0."""
    table = np.zeros((len(scores), 3), dtype=np.float32)
    table[:, 1] = scores
    table[:, 2] = -9
    encoding = cast("Encoding", SimpleNamespace(tags=lambda _head: table))
    tagger = Tagger(labels=LABELS, transitions=np.zeros((3, 3), dtype=np.float32))
    return [(cue.first, cue.last) for cue in inner_cues(encoding, tagger, [OUTER], [])]


def test_no_cue_of_an_outer_claim_is_an_inner_one() -> None:
    """The encoder's cues but for those that are taken."""
    assert _cues(-9, 9, -9, 9, -9) == [(3, 4)]


def test_cues_are_rarer_than_in_what_was_learned_from() -> None:
    """A score that would suffice there does not here."""
    assert _cues(-9, -9, -9, -PRIOR - 0.1, -9) == []
    assert _cues(-9, -9, -9, -PRIOR + 0.1, -9) == [(3, 4)]
