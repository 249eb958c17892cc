"""The CoNLL score of coreference: the mean of the F1 of MUC, B³ and CEAF-e (Pradhan et al. 2014).

Chains are sets of mentions; two mentions are one where their spans are the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

import numpy as np

Chain = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Sums:
    """Numerators and denominators of precision and recall, by measure, over documents."""

    of: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)

    def __add__(self, other: Sums) -> Sums:
        names = self.of.keys() | other.of.keys()
        zero = (0.0, 0.0, 0.0, 0.0)
        return Sums(
            {
                n: tuple(a + b for a, b in zip(self.of.get(n, zero), other.of.get(n, zero), strict=True))  # type: ignore[misc]
                for n in names
            }
        )

    def f1(self, measure: str) -> float:
        """The harmonic mean of a measure's precision and recall."""
        right_p, all_p, right_r, all_r = self.of[measure]
        p, r = right_p / all_p if all_p else 0.0, right_r / all_r if all_r else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def conll(self) -> float:
        """The mean of the three measures' F1."""
        return (self.f1("muc") + self.f1("b3") + self.f1("ceafe")) / 3

    def __str__(self) -> str:
        parts = "  ".join(f"{name} {self.f1(name):.3f}" for name in ("mentions", "muc", "b3", "ceafe"))
        return f"CoNLL {self.conll:.3f}  ({parts})"


def score(gold: Iterable[Set[Hashable]], found: Iterable[Set[Hashable]], *, singletons: bool) -> Sums:
    """The sums of one document. singletons: whether chains of one mention count."""
    least = 1 if singletons else 2
    g = [frozenset(chain) for chain in gold if len(chain) >= least]
    f = [frozenset(chain) for chain in found if len(chain) >= least]
    right, missed_p, _, missed_r = _mentions(g, f)
    return Sums(
        {
            "mentions": (right, missed_p, right, missed_r),
            "muc": (*_muc(f, g), *_muc(g, f)),
            "b3": (*_b3(f, g), *_b3(g, f)),
            "ceafe": _ceafe(g, f),
        }
    )


def _mentions(gold: Sequence[Chain], found: Sequence[Chain]) -> tuple[float, float, float, float]:
    g = {mention for chain in gold for mention in chain}
    f = {mention for chain in found for mention in chain}
    return len(g & f), len(f), len(g & f), len(g)


def _of(chains: Sequence[Chain]) -> dict[Hashable, int]:
    return {mention: n for n, chain in enumerate(chains) for mention in chain}


def _muc(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    """Links of ``chains`` that ``others`` keep, and all of them."""
    of = _of(others)
    kept = total = 0
    for chain in chains:
        parts = {of.get(m, ("alone", m)) for m in chain}
        kept += len(chain) - len(parts)
        total += len(chain) - 1
    return kept, total


def _b3(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    of = _of(others)
    right, total = 0.0, 0
    for chain in chains:
        total += len(chain)
        for mention in chain:
            if mention in of:
                right += len(chain & others[of[mention]]) / len(chain)
    return right, total


def _ceafe(gold: Sequence[Chain], found: Sequence[Chain]) -> tuple[float, float, float, float]:
    """The best one-to-one alignment of chains (Luo 2005) by twice what they share over both sizes."""
    if not gold or not found:
        return 0.0, float(len(found)), 0.0, float(len(gold))
    of = _of(gold)
    alike = np.zeros((len(found), len(gold)))
    for n, chain in enumerate(found):
        for mention in chain:
            if mention in of:
                alike[n, of[mention]] += 1
        alike[n] /= (len(chain) + np.array([len(g) for g in gold])) / 2
    total = float(alike[_assignment(alike)].sum())
    return total, float(len(found)), total, float(len(gold))


def _assignment(gains: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> tuple[list[int], list[int]]:
    """Rows and columns of the best assignment (the Hungarian method with potentials)."""
    turned = gains.shape[0] > gains.shape[1]
    cost = -(gains.T if turned else gains)
    rows, columns = cost.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    matched, way = np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        matched[0] = row
        at = 0
        least, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=bool)
        while matched[at]:
            used[at] = True
            reduced = cost[matched[at] - 1] - u[matched[at]] - v[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better] = reduced[better]
            way[1:][better] = at
            next_ = int(np.where(used[1:], np.inf, least[1:]).argmin()) + 1
            step = least[next_]
            u[matched[used]] += step
            v[used] -= step
            least[~used] -= step
            at = next_
        while at:
            matched[at] = matched[way[at]]
            at = way[at]
    pairs = [(int(matched[c]) - 1, c - 1) for c in range(1, columns + 1) if matched[c]]
    a, b = [p[0] for p in pairs], [p[1] for p in pairs]
    return (b, a) if turned else (a, b)
