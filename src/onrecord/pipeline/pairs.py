"""One pair of parties in one text, classified with the model that ships."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.annotate.events.pairs import Stretch, classify
from onrecord.models import Encoder


def classify_event(text: str, *, actor: Stretch, recipient: Stretch) -> Mapping[str, float]:
    """The probability of each PLOVER category of what the actor does to the recipient.

    ``actor`` and ``recipient`` are code points ``(start, end)`` of ``text``, a sentence or a few. The
    probabilities sum to 1: that something is done is taken for granted. Raises ``ValueError`` where the two
    overlap or hold no words of the text, ``ModelError`` where the model cannot be used.
    """
    return classify(text, actor, recipient, _encoder())


@cache
def _encoder() -> Encoder:
    return Encoder()
