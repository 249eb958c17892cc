"""Whether scores mean what they say."""

from __future__ import annotations

import math
import random

import pytest

from evaluation.calibration import Scored, bins, error
from training.calibrate import fit


def test_bins_hold_what_lies_in_them() -> None:
    """The ends too; an empty one is left out."""
    found = [Scored(score=score, right=right) for score, right in ((0.0, False), (0.8, True), (1.0, True))]
    assert [(it.low, it.events, it.right) for it in bins(found)] == [
        (0.0, 1, 0.0),
        (0.8, 1, 1.0),
        (0.9, 1, 1.0),
    ]


def test_what_is_right_as_often_as_it_says_has_no_error() -> None:
    """Half of those with the score one half."""
    even = [Scored(score=0.5, right=number % 2 == 0) for number in range(10)]
    assert error(bins(even)) == pytest.approx(0)
    assert error(bins([Scored(score=0.9, right=False)])) == pytest.approx(0.9)


def test_the_fit_finds_the_function_that_made_the_scores() -> None:
    """Scores that are too sure of themselves are pulled back."""
    draw = random.Random(5)
    found = []
    for _ in range(20_000):
        odds = draw.uniform(-4, 4)
        right = draw.random() < 1 / (1 + math.exp(-(0.5 * odds - 0.7)))
        found.append(Scored(score=1 / (1 + math.exp(-odds)), right=right))
    slope, intercept = fit(found)
    assert slope == pytest.approx(0.5, abs=0.05)
    assert intercept == pytest.approx(-0.7, abs=0.08)
