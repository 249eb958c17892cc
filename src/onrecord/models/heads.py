"""The small heads that are computed outside the session: what they choose from, and their weights."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.models.manifest import Floats, Manifest, ModelError, checked

HEADS = "heads.npz"
_STEPS = np.array([1, 2, 3, 4, 5, 8, 12, 20, 40, 80])
POSITIONS = 2 * len(_STEPS) + 1
"""How many places a word may have to a cue: so far before it, in it, so far after it."""


def positions(first: int, last: int, words: int) -> npt.NDArray[np.int64]:
    """[words] where each word stands to a cue from word ``first`` to word ``last``, both in it."""
    places = np.arange(words)
    before = np.searchsorted(_STEPS, first - places, side="right")
    after = np.searchsorted(_STEPS, places - last, side="right")
    found: npt.NDArray[np.int64] = len(_STEPS) - before + after
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """A network of two layers that gives one number: weights [in, hidden], bias [hidden], last [hidden]."""

    weights: Floats
    bias: Floats
    last: Floats

    def __call__(self, features: Floats) -> Floats:
        """[..., in] -> [...]."""
        hidden = np.maximum(features @ self.weights + self.bias, 0)
        scores: Floats = hidden @ self.last
        return scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranker:
    """Scores who a mention may be: ``paired`` one before it, ``new`` nobody yet."""

    paired: Layers
    new: Layers

    def pair(self, features: Floats) -> Floats:
        """[n, candidates, size] -> [n, candidates]."""
        return self.paired(features)

    def alone(self, features: Floats) -> Floats:
        """[n, size] -> [n, 1]."""
        return self.new(features)[:, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Scores what each word is to a cue: its source, its content, or nothing.

    position: [POSITIONS, size]; weight: [2 * size, tags]; bias: [tags]. Half of the two vectors is added,
    half multiplied.
    """

    position: Floats
    weight: Floats
    bias: Floats

    def __call__(self, query: Floats, key: Floats, places: npt.NDArray[np.int64]) -> Floats:
        """[2 * size] of the cue, [words, 2 * size], [words] -> [words, tags]."""
        size = self.position.shape[1]
        added = np.maximum(query[:size] + key[:, :size] + self.position[places], 0)
        scores: Floats = (
            np.concatenate([added, query[size:] * key[:, size:]], axis=1) @ self.weight + self.bias
        )
        return scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """classes: by head, what each number stands for. relation_weight: [relations, 3 * size] over the
    product of a word's and its head's vectors, and the two themselves; relation_bias: [relations].
    frames: what words are to a cue; parties: what they are to the trigger of an event. ranker: which
    mentions are the same.
    """

    classes: Mapping[str, Sequence[str]]
    relation_weight: Floats
    relation_bias: Floats
    frames: Frames
    parties: Frames
    ranker: Ranker


def load_heads(folder: Path, manifest: Manifest) -> Heads:
    """Reads ``heads.npz``, which must be the one that the manifest names. Raises `ModelError`."""
    path = folder / HEADS
    content = checked(path, manifest.heads_sha256)
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            return Heads(
                classes=manifest.classes,
                relation_weight=arrays["relation_weight"],
                relation_bias=arrays["relation_bias"],
                frames=_frames(arrays, "frame"),
                parties=_frames(arrays, "party"),
                ranker=Ranker(paired=_layers(arrays, "coref_pair"), new=_layers(arrays, "coref_new")),
            )
    except (KeyError, ValueError) as error:
        raise ModelError(f"{path}: {error}") from error


def _frames(arrays: Mapping[str, Floats], name: str) -> Frames:
    return Frames(
        position=arrays[f"{name}_position"], weight=arrays[f"{name}_weight"], bias=arrays[f"{name}_bias"]
    )


def _layers(arrays: Mapping[str, Floats], name: str) -> Layers:
    return Layers(weights=arrays[f"{name}_weights"], bias=arrays[f"{name}_bias"], last=arrays[f"{name}_last"])
