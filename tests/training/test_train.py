"""What is read in which epoch. Needs PyTorch, so it imports what it tests in the tests."""

from __future__ import annotations

from collections import Counter

import pytest

pytestmark = pytest.mark.training


@pytest.mark.parametrize("number", [1, 2, 5, 6, 10, 100])
def test_all_epochs_together_read_every_corpus_as_often_as_told(number: int) -> None:
    """Whatever the number of epochs, so that training on from any checkpoint leaves nothing out."""
    from training.train import Settings, epochs

    settings = Settings(epochs=number)
    plan = epochs(settings)
    assert len(plan) <= number
    assert all(plan)
    assert Counter(corpus for epoch in plan for corpus in epoch) == dict(settings.rounds)


def test_epochs_are_planned_the_same_every_time() -> None:
    """A training that goes on reads what it would have read."""
    from training.train import Settings, epochs

    assert epochs(Settings()) == epochs(Settings())


def test_a_corpus_is_spread_over_the_epochs() -> None:
    """With as many rounds as epochs, it is in each."""
    from training.train import Settings, epochs

    plan = epochs(Settings(epochs=4, rounds=(("ewt", 4), ("gum", 8), ("own", 4))))
    assert [epoch.count("ewt") for epoch in plan] == [1, 1, 1, 1]
