"""What one party that is given does to another."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.vocab.plover import load_ontology

TEXT = "Norland expelled three diplomats of Eastmark on Friday."


def test_the_shares_of_all_categories_sum_to_one() -> None:
    """In PLOVER's order, and the likeliest is what the text says."""
    shares = onrecord.classify_event(TEXT, actor=(0, 7), recipient=(36, 44))
    assert list(shares) == list(load_ontology().categories)
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=lambda name: shares[name]) == "SANCTION"


def test_which_two_are_asked_about_matters() -> None:
    """In one sentence one party does two things to two others."""
    text = "Norland praised Eastmark on Friday and accused Sarn of spying."
    pairs = [((0, 7), (text.index(name), text.index(name) + len(name))) for name in ("Eastmark", "Sarn")]
    first, second = (onrecord.classify_event(text, actor=a, recipient=r) for a, r in pairs)
    assert first["SUPPORT"] > second["SUPPORT"]
    assert second["ACCUSE"] > first["ACCUSE"]


def test_a_pair_far_into_a_long_text_is_read() -> None:
    """In the window that holds the two."""
    before = "Nothing of note was said on Monday. " * 80
    shares = onrecord.classify_event(
        before + TEXT, actor=(len(before), len(before) + 7), recipient=(len(before) + 36, len(before) + 44)
    )
    assert max(shares, key=lambda name: shares[name]) == "SANCTION"


@pytest.mark.parametrize(
    ("actor", "recipient", "reason"),
    [
        ((0, 0), (36, 44), "actor 0–0 does not lie"),
        ((0, 7), (36, 99), "recipient 36–99 does not lie"),
        ((-1, 7), (36, 44), "actor -1–7 does not lie"),
        ((0, 7), (5, 16), "overlap"),
        ((0, 7), (7, 8), "the recipient has no word"),
    ],
)
def test_a_pair_that_is_none_is_refused(
    actor: tuple[int, int], recipient: tuple[int, int], reason: str
) -> None:
    """One line that says which of the two, and why."""
    with pytest.raises(ValueError, match=reason):
        onrecord.classify_event(TEXT, actor=actor, recipient=recipient)
