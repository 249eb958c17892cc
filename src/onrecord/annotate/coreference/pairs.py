"""Which earlier mentions each mention is compared with, and what is seen when two are.

Each is compared with the `NEAR` mentions before it, with the last one of the same text and of the same
head word, and, where it is a pronoun, with the `AFTER` next ones of its sentence; so the work grows with
the length of the text, not with its square.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.annotate.coreference.describe import (
    DEFINITENESS,
    KINDS,
    PLURAL,
    PRONOUN_CLASSES,
    Described,
)
from onrecord.models.manifest import Floats
from onrecord.models.pieces import Ints

NEAR = 24
FAR = 4
AFTER = 3
WIDTH = NEAR + FAR + AFTER
_PRONOUN = KINDS.index("pronoun")
_ASKING = ("he", "she", "it", "they", "who", "which", "I", "we")


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """candidates: [n, WIDTH] the number of the mention compared with, -1 for none.
    features: [n, WIDTH, size] of each pair; alone: [n, size] of each mention by itself.
    """

    candidates: Ints
    features: Floats
    alone: Floats


def pairs(d: Described) -> Pairs:
    """All comparisons among described mentions."""
    candidates = _candidates(d)
    return Pairs(candidates=candidates, features=_features(d, candidates), alone=_alone(d))


def _candidates(d: Described) -> Ints:
    n = len(d)
    numbers = np.arange(n)
    near = numbers[:, None] - 1 - np.arange(NEAR)
    near[near < 0] = -1
    far = np.full((n, FAR), -1, dtype=np.int64)
    last: dict[tuple[int, int], list[int]] = {}
    for i in range(n):
        if d.kind[i] == _PRONOUN:
            continue
        seen: list[int] = []
        for key in ((0, int(d.text[i])), (1, int(d.head_word[i]))):
            seen += [j for j in last.get(key, ()) if j < i - NEAR and j not in seen]
            last.setdefault(key, [])[:] = [i, *last.get(key, ())][:2]
        far[i, : len(seen[:FAR])] = seen[:FAR]
    after = numbers[:, None] + 1 + np.arange(AFTER)
    inside = after < n
    after = np.where(inside, after, 0)
    ahead = inside & (d.kind == _PRONOUN)[:, None] & (d.kind[after] != _PRONOUN)
    ahead &= d.sentence[after] == d.sentence[:, None]
    return np.concatenate([near, far, np.where(ahead, after, -1)], axis=1)


def _features(d: Described, candidates: Ints) -> Floats:
    j = np.maximum(candidates, 0)
    i = np.arange(len(d))[:, None]

    def same(values: Ints) -> Ints:
        equal: Ints = (values[j] == values[i]) & (values[i] >= 0)
        return equal

    def clash(values: Ints, none: int) -> Ints:
        other: Ints = (values[j] != values[i]) & (values[i] != none) & (values[j] != none)
        return other

    product = np.einsum("nd,nkd->nk", d.query, d.key[j]) / np.float32(np.sqrt(d.query.shape[1]))
    alike = np.einsum("nc,nkc->nk", d.likely, d.likely[j])
    apart = np.abs(d.sentence[i] - d.sentence[j])
    words_i, words_j = d.words[i][:, :, :, None], d.words[j][:, :, None, :]
    shared = (words_i == words_j) & (words_i >= 0)
    of_i, of_j = shared.any(3), shared.any(2)
    count_i, count_j = (d.words[i] >= 0).sum(2), (d.words[j] >= 0).sum(2)
    head_i, head_j = d.head_word[i][..., None], d.head_word[j][..., None]
    beside = (d.words[i][:, :, :, None] == d.beside[j][:, :, None, :]) & (d.words[i] >= 0)[..., None]
    nested = (d.start[i] >= d.start[j]) & (d.end[i] <= d.end[j])
    around = (d.start[j] >= d.start[i]) & (d.end[j] <= d.end[i])
    kind_pair = d.kind[i] * len(KINDS) + d.kind[j]
    both_pronouns = (d.kind[i] == _PRONOUN) & (d.kind[j] == _PRONOUN)
    columns = [
        product,
        product - d.null[i],
        alike,
        np.log1p(apart),
        apart == 0,
        apart == 1,
        np.log1p(np.abs(i - j)),
        j > i,
        d.paragraph[j] == d.paragraph[i],
        same(d.text),
        same(d.head_word),
        of_i.sum(2) / np.maximum(count_i, 1),
        of_j.sum(2) / np.maximum(count_j, 1),
        of_i.sum(2) > 1,
        (d.words[j] == head_i).any(2),
        (d.words[i] == head_j).any(2),
        (d.beside[j] == head_i).any(2),
        (d.beside[i] == head_j).any(2),
        beside.any(3).sum(2) > 1,
        (d.number[j] == d.number[i]) & (d.number[i] > 0),
        clash(d.number, 0),
        (d.gender[j] == d.gender[i]) & (d.gender[i] > 0),
        clash(d.gender, 0),
        same(d.country),
        clash(d.country, -1),
        same(d.sort),
        clash(d.sort, -1),
        same(d.part),
        clash(d.part, -1),
        same(d.sort) & same(d.part) & (d.kind[i] != d.kind[j]),
        (d.same_as[i] == d.head[j]) | (d.same_as[j] == d.head[i]),
        (d.speaker[i] >= 0) & (d.speaker[i] == d.head[j]),
        (d.speaker[j] >= 0) & (d.speaker[j] == d.head[i]),
        same(d.speaker),
        d.quoted[i] == d.quoted[j],
        (d.quoted[i] > 0) & (d.quoted[j] == 0),
        (d.quoted[i] == 0) & (d.quoted[j] > 0),
        nested,
        around,
        (d.governor[i] == d.governor[j]) & (d.sentence[i] == d.sentence[j]),
        (d.governor[i] == d.head[j]) & ~nested,
        d.start[i] - d.end[j] == 1,
        d.subject[j],
        d.subject[i] & d.subject[j],
        both_pronouns & (d.pronoun[i] == d.pronoun[j]),
        both_pronouns & (d.pronoun[i] != d.pronoun[j]),
        np.log1p(d.often[j]),
        d.definite[j] == DEFINITENESS.index("a"),
        d.number[j] == PLURAL,
        d.quoted[j] > 0,
        *(kind_pair == pair for pair in range(len(KINDS) ** 2)),
    ]
    shape = candidates.shape
    size = len(columns)
    # What a pronoun looks for: its class crossed with what the other is.
    sought = np.stack(
        [
            *np.moveaxis(d.likely[j][..., 1:7] > 0.5, 2, 0),
            apart == 0,
            d.subject[j].astype(bool),
            d.number[j] == PLURAL,
        ],
        axis=2,
    )
    asking = d.pronoun[:, None] == np.array([PRONOUN_CLASSES.index(name) for name in _ASKING])
    classes = d.likely.shape[1]
    found = np.zeros((*shape, size + classes + asking.shape[1] * sought.shape[2]), dtype=np.float32)
    for n, column in enumerate(columns):
        found[:, :, n] = column
    found[:, :, size : size + classes] = d.likely[j]
    for n in range(asking.shape[1]):
        rows = np.flatnonzero(asking[:, n])
        first = size + classes + n * sought.shape[2]
        found[rows, :, first : first + sought.shape[2]] = sought[rows]
    return found


def _alone(d: Described) -> Floats:
    columns = [
        d.null,
        np.log1p(d.often),
        d.quoted > 0,
        d.subject,
        d.same_as >= 0,
        d.speaker >= 0,
        d.country >= 0,
        d.number == PLURAL,
        np.log1p(d.sentence),
        *(d.kind == k for k in range(len(KINDS))),
        *(d.definite == k for k in range(len(DEFINITENESS))),
        *(d.pronoun == k for k in range(len(PRONOUN_CLASSES))),
        *d.likely.T,
    ]
    return np.stack(columns, axis=1).astype(np.float32)
