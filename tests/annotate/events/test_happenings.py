"""What the encoder says of events."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from onrecord.annotate.events.happenings import Happening, find_happenings
from onrecord.models import Encoding, Heads, Manifest
from onrecord.models.heads import Frames
from onrecord.models.manifest import Floats, Tagger
from onrecord.models.windows import Window
from onrecord.record import Span

TRIGGERS = ("O", "B-ACCUSE", "I-ACCUSE", "B-CONSULT", "I-CONSULT")
PARTIES = ("O", "B-actor", "I-actor", "B-recipient", "I-recipient")
CLASSES = {
    "mode": ("none", "ACCUSE allege", "CONSULT visit"),
    "contexts": ("military", "legal"),
    "factuality": ("happened", "planned"),
}


def _row(size: int, **high: float) -> Floats:
    row = np.zeros(size, dtype=np.float32)
    for place, score in high.items():
        row[int(place[1:])] = score
    return row


def _read(
    triggers: list[Floats], calibration: tuple[float, float] = (1.0, 0.0), **said: Floats
) -> tuple[Happening, ...]:
    """Of a text of single letters, a word each; by default nothing is said of them."""
    words = len(triggers)
    outputs = {
        name: np.zeros((words + 1, size), dtype=np.float32)
        for name, size in (("mode", 3), ("contexts", 2), ("factuality", 2), ("party_query", 2))
    }
    outputs["party_key"] = np.zeros((words + 1, 2), dtype=np.float32)
    outputs["events"] = np.stack([_row(5), *triggers])
    for name, rows in said.items():
        outputs[name][1:] = rows
    starts = np.arange(words) * 2
    encoding = Encoding(
        pieces=cast("object", SimpleNamespace(words=words, starts=starts, ends=starts + 1)),  # type: ignore[arg-type]
        windows=(Window(first=0, last=words, own_first=0, own_last=words),),
        outputs=(outputs,),
    )
    frames = Frames(
        position=np.zeros((21, 1), dtype=np.float32),
        weight=np.array([[0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 9.0, 0.0, -9.0, 0.0]], dtype=np.float32),
        bias=_row(5, _0=1.0),
    )
    manifest = SimpleNamespace(
        taggers={
            name: Tagger(labels=labels, transitions=np.zeros((5, 5), dtype=np.float32))
            for name, labels in (("events", TRIGGERS), ("parties", PARTIES))
        },
        calibration={"events": calibration},
    )
    heads = SimpleNamespace(classes=CLASSES, parties=frames)
    return find_happenings(
        encoding, cast("Heads", heads), cast("Manifest", manifest), [Span(start=0, end=2 * words)]
    )


def test_a_trigger_has_only_modes_of_its_category() -> None:
    """However likely another category's mode is."""
    mode = np.array([[0, 9, 1], [0, 9, 1]], dtype=np.float32)
    (found,) = _read([_row(5), _row(5, _3=9.0)], mode=mode)
    assert (found.trigger.kind, found.mode) == ("CONSULT", "visit")


def test_contexts_are_those_likelier_than_not_and_one_factuality() -> None:
    """Several contexts or none."""
    (found,) = _read([_row(5, _1=9.0)], contexts=_row(2, _0=2.0, _1=-1.0), factuality=_row(2, _1=3.0))
    assert (found.contexts, found.factuality) == (("military",), "planned")


def test_parties_are_read_for_each_trigger() -> None:
    """What a word is to one trigger it need not be to another."""
    query = np.array([[0, 1], [0, 0], [0, -1]], dtype=np.float32)
    key = np.array([[0, 0], [0, 1], [0, 0]], dtype=np.float32)
    first, second = _read([_row(5, _1=9.0), _row(5), _row(5, _3=9.0)], party_query=query, party_key=key)
    assert [(run.first, run.kind) for run in first.parties] == [(1, "actor")]
    assert [(run.first, run.kind) for run in second.parties] == [(1, "recipient")]


def test_scores_are_calibrated() -> None:
    """The logarithm of the odds, stretched and shifted."""
    raw = 9 - np.log(4)
    (plain,) = _read([_row(5, _1=9.0)])
    assert plain.score == pytest.approx(1 / (1 + np.exp(-raw)))
    (scaled,) = _read([_row(5, _1=9.0)], calibration=(0.5, -1.0))
    assert scaled.score == pytest.approx(1 / (1 + np.exp(1 - raw / 2)))
