"""The CoNLL score, on cases with known values."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.chains import Sums, score


def _score(gold: str, found: str, *, singletons: bool = False) -> Sums:
    """Chains as words whose letters are mentions: "ab cd"."""
    return score(
        [set(chain) for chain in gold.split()], [set(c) for c in found.split()], singletons=singletons
    )


def _f1(sums: Sums) -> dict[str, float]:
    return {measure: round(sums.f1(measure), 4) for measure in ("muc", "b3", "ceafe")}


@pytest.mark.parametrize(
    ("gold", "found", "muc", "b3", "ceafe"),
    [
        ("ab cde", "ab cde", 1.0, 1.0, 1.0),
        ("ab cde", "edc ba", 1.0, 1.0, 1.0),
        # two chains made one: precision 2/3, 1/2, 2/3; recall 1, 1, 1/3
        ("ab cd", "abcd", 0.8, 0.6667, 0.4444),
        # one chain made two, the same turned round
        ("abcd", "ab cd", 0.8, 0.6667, 0.4444),
        # the example of Pradhan et al. (2014), figure 1: 0.40, 0.46, 0.52
        ("abc defg", "ab cd fghi", 0.4, 0.4545, 0.52),
        ("ab", "cd", 0.0, 0.0, 0.0),
        ("ab", "", 0.0, 0.0, 0.0),
        ("", "ab", 0.0, 0.0, 0.0),
    ],
)
def test_known_values(gold: str, found: str, muc: float, b3: float, ceafe: float) -> None:
    """MUC counts links, B³ mentions, CEAF-e chains."""
    assert _f1(_score(gold, found)) == {"muc": muc, "b3": b3, "ceafe": ceafe}


def test_the_conll_score_is_the_mean_of_three() -> None:
    """Of the F1 of MUC, B³ and CEAF-e; the F1 of mentions is beside it."""
    sums = _score("abc defg", "ab cd fghi")
    assert sums.conll == pytest.approx((0.4 + 5 / 11 + 0.52) / 3)
    assert sums.f1("mentions") == pytest.approx(2 * 6 / 8 * 6 / 7 / (6 / 8 + 6 / 7))


def test_chains_of_one_count_only_where_asked() -> None:
    """With them, B³, CEAF-e and mentions see a chain too many; MUC, which counts links, does not."""
    assert _score("ab c", "ab d").conll == 1.0
    with_them = _score("ab c", "ab d", singletons=True)
    assert with_them.f1("muc") == 1.0
    assert with_them.f1("mentions") == with_them.f1("b3") == pytest.approx(2 / 3)
    assert with_them.f1("ceafe") == 0.5


def test_documents_are_summed_before_they_are_divided() -> None:
    """A long document counts for more than a short one."""
    total = _score("abcdef", "abcdef") + _score("gh", "ij")
    assert total.f1("muc") == pytest.approx(5 / 6)
    assert (Sums() + total).of == total.of


_PARTITIONS = st.lists(st.integers(0, 3), min_size=1, max_size=8).map(
    lambda of: [{n for n, chain in enumerate(of) if chain == number} for number in sorted(set(of))]
)


@settings(deadline=None)
@given(gold=_PARTITIONS, found=_PARTITIONS)
def test_the_best_alignment_of_chains_is_found(gold: list[set[int]], found: list[set[int]]) -> None:
    """CEAF-e agrees with trying every one-to-one alignment."""
    few, many = sorted((gold, found), key=len)
    best = max(
        sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(few, order, strict=True))
        for order in permutations(many, len(few))
    )
    right, all_found, _, all_gold = score(gold, found, singletons=True).of["ceafe"]
    assert right == pytest.approx(best)
    assert (all_found, all_gold) == (len(found), len(gold))


@settings(deadline=None)
@given(gold=_PARTITIONS, found=_PARTITIONS)
def test_turned_round_the_score_is_the_same(gold: list[set[int]], found: list[set[int]]) -> None:
    """What is precision one way is recall the other."""
    one, other = (score(a, b, singletons=True) for a, b in ((gold, found), (found, gold)))
    assert one.conll == pytest.approx(other.conll)
    assert 0 <= one.conll <= 1 + 1e-9
