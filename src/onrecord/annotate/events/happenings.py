"""What the encoder says of events: triggers, their category, mode and factuality, and the parties' words."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.models import Encoding, Heads, Tagged, decode
from onrecord.models.framing import framed
from onrecord.models.manifest import Floats, Manifest
from onrecord.record import Span

NO_MODE = "none"
_FARTHEST = 30.0  # logarithm of odds that no score exceeds


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A trigger and what is read of it. parties: runs of words of kind actor, recipient, both or place.

    score: how likely the trigger is one, of its category, between 0 and 1, calibrated.
    """

    trigger: Tagged
    mode: str | None
    contexts: tuple[str, ...]
    factuality: str
    parties: tuple[Tagged, ...]
    score: float


def find_happenings(
    encoding: Encoding, heads: Heads, manifest: Manifest, sentences: Sequence[Span]
) -> tuple[Happening, ...]:
    """The events of a text in order; no trigger crosses a sentence's end."""
    pieces = encoding.pieces
    if not pieces.words:
        return ()
    starts = pieces.starts.tolist()
    breaks = [bisect_left(starts, sentence.start) for sentence in sentences]
    tagger = manifest.taggers["events"]
    scores = encoding.tags("events")
    triggers = decode(scores, tagger, breaks)
    parties = framed(triggers, encoding, "party", heads.parties, manifest.taggers["parties"], ())
    calibration = manifest.calibration["events"]
    modes, contexts, factualities = map(encoding.tags, ("mode", "contexts", "factuality"))
    return tuple(
        Happening(
            trigger=trigger,
            mode=_mode(trigger, modes, heads.classes["mode"]),
            contexts=_likelier(_mean(contexts, trigger), heads.classes["contexts"]),
            factuality=heads.classes["factuality"][int(_mean(factualities, trigger).argmax())],
            parties=tuple(run for run in found if _near(run, trigger, breaks)),
            score=_likely(scores[trigger.first], tagger.labels.index(f"B-{trigger.kind}"), *calibration),
        )
        for trigger, found in zip(triggers, parties, strict=True)
    )


def _near(run: Tagged, trigger: Tagged, breaks: Sequence[int]) -> bool:
    """Whether words stand in the trigger's sentence or the one before it, as the nearest mostly do."""
    own = bisect_right(breaks, trigger.first)
    first = breaks[max(0, own - 2)] if own else 0
    return first <= run.first and (own == len(breaks) or run.first < breaks[own])


def _mean(scores: Floats, trigger: Tagged) -> Floats:
    mean: Floats = scores[trigger.first : trigger.last].mean(axis=0)
    return mean


def _mode(trigger: Tagged, scores: Floats, classes: Sequence[str]) -> str | None:
    """The likeliest mode of the trigger's category, or that it has none."""
    mean = _mean(scores, trigger)
    own = [n for n, name in enumerate(classes) if name == NO_MODE or name.split(" ")[0] == trigger.kind]
    best = classes[max(own, key=lambda n: float(mean[n]))]
    return None if best == NO_MODE else best.split(" ")[1]


def _likelier(scores: Floats, classes: Sequence[str]) -> tuple[str, ...]:
    """Those that are likelier than not."""
    return tuple(name for name, score in zip(classes, scores.tolist(), strict=True) if score > 0)


def _likely(scores: Floats, label: int, slope: float, intercept: float) -> float:
    """How likely a label is: Platt's (1999) logistic function of the logarithm of its odds."""
    others = np.delete(scores.astype(np.float64), label)
    odds = float(scores[label]) - float(np.logaddexp.reduce(others))
    return 1 / (1 + math.exp(-max(-_FARTHEST, min(_FARTHEST, slope * odds + intercept))))
