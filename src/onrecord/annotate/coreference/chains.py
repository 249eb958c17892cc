"""Chains of mentions: each mention joins the one before it that it most probably repeats, if any.

A mention-ranking model (Denis and Baldridge 2008; Lee et al. 2017): a small network scores every pair
from what syntax, words and the encoder say of the two, another scores that the mention is new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from onrecord.annotate.coreference.describe import Described
from onrecord.annotate.coreference.pairs import Pairs, pairs
from onrecord.models.heads import Ranker
from onrecord.models.manifest import Floats

_NEGLIGIBLE = 1e-3
Forbids = Callable[[int, int], bool]


def scores(compared: Pairs, ranker: Ranker) -> Floats:
    """[n, 1 + WIDTH] how well each mention is new, or the same as each it is compared with."""
    paired = ranker.pair(compared.features)
    paired[compared.candidates < 0] = -np.inf
    return np.concatenate([ranker.alone(compared.alone), paired], axis=1)


def chain(
    described: Described,
    ranker: Ranker,
    forbids: Forbids,
    given: Sequence[int | None],
    sure: Iterable[tuple[int, int]] = (),
) -> list[int]:
    """[n] the number of each mention's chain.

    given: a chain that is known beforehand, by any number of one's own, or None; two mentions given
    different chains never meet. sure: mentions that are one whatever the ranker says. forbids: whether
    mentions of two numbers must not be in one chain.
    """
    compared = pairs(described)
    ranked = scores(compared, ranker)
    shares = np.exp(ranked - ranked.max(axis=1, keepdims=True))
    groups = _Groups(given)
    for i, j in sure:
        groups.join(i, j, _nothing)
    for i in range(len(described)):
        # Training makes all mentions of an entity likely together, so a chain's mentions count together.
        together: dict[int, float] = {}
        member: dict[int, int] = {}
        for share, j in zip(shares[i, 1:].tolist(), compared.candidates[i].tolist(), strict=True):
            if share > _NEGLIGIBLE:
                group = groups.of(j)
                together[group] = together.get(group, 0.0) + share
                member.setdefault(group, j)
        for group in sorted(together, key=lambda group: -together[group]):
            if together[group] < shares[i, 0] or groups.join(i, member[group], forbids):
                break
    return groups.numbers()


def _nothing(_i: int, _j: int) -> bool:
    return False


class _Groups:
    """Growing chains; a join that would put together what must stay apart is refused."""

    def __init__(self, given: Sequence[int | None]) -> None:
        self._of = list(range(len(given)))
        self._members = [[n] for n in self._of]
        self._given = list(given)
        first: dict[int, int] = {}
        for n, known in enumerate(given):
            if known is not None:
                self._unite(n, first.setdefault(known, n))

    def of(self, i: int) -> int:
        """The number of a mention's chain so far."""
        return self._of[i]

    def join(self, i: int, j: int, forbids: Forbids) -> bool:
        """Puts ``i`` and ``j`` in one chain. False where that must not be."""
        a, b = self._of[i], self._of[j]
        if a == b:
            return True
        known = {self._given[a], self._given[b]} - {None}
        if len(known) > 1:
            return False
        # Long chains are asked for their last members; a clash is seen at the next of its kind anyway.
        for one in self._members[a][-8:]:
            if any(forbids(one, other) for other in self._members[b][-8:]):
                return False
        self._unite(i, j)
        return True

    def _unite(self, i: int, j: int) -> None:
        a, b = sorted((self._of[i], self._of[j]))
        if a == b:
            return
        for member in self._members[b]:
            self._of[member] = a
        self._members[a] += self._members[b]
        self._members[b] = []
        if self._given[a] is None:
            self._given[a] = self._given[b]

    def numbers(self) -> list[int]:
        return list(self._of)
