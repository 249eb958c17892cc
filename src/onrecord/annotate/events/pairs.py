"""What one party does to another: the probability of each category for a pair that is given.

The two are marked in what the encoder reads, as entities are for the classification of relations (Zhou and
Chen 2022), by a feature of their words instead of marks in the text.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from onrecord.models import Encoder
from onrecord.models.pieces import PARTIES, marked

Stretch = tuple[int, int]
"""Code points ``[start, end)``."""


def classify(text: str, actor: Stretch, recipient: Stretch, encoder: Encoder) -> Mapping[str, float]:
    """Category to probability; they sum to 1.

    What is beyond the window that holds most of the two is not read. ValueError where a stretch has no word,
    or lies outside the text, or the two overlap.
    """
    for name, (start, end) in (("actor", actor), ("recipient", recipient)):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{name} {start}–{end} does not lie in a text of {len(text)} characters")
    if actor[0] < recipient[1] and recipient[0] < actor[1]:
        raise ValueError("actor and recipient overlap")
    plain, windows = encoder.cut(text)
    pieces = marked(plain, actor, recipient)
    for number, name in enumerate(PARTIES):
        if number not in pieces.features[:, -1] and number:
            raise ValueError(f"the {name} has no word")
    inputs = [encoder.inputs(pieces, window) for window in windows]
    ids, features = max(inputs, key=lambda given: np.count_nonzero(given[1][..., -1]))
    scores, parties = encoder.run(ids, features)["pair"][0], features[0, :, -1]
    own = [scores[parties == number] for number in range(1, len(PARTIES))]
    total = np.mean([scores[0], *(rows.mean(axis=0) for rows in own if len(rows))], axis=0)
    shares = np.exp(total - total.max())
    return dict(zip(encoder.heads.classes["pair"], (shares / shares.sum()).tolist(), strict=True))
