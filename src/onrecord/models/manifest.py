"""What ships with a model: which heads it has and how to read them, where it comes from, its scores."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
MANIFEST = "manifest.json"


class ModelError(Exception):
    """A model that cannot be used, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """A head that tags words. labels: [tags], outside first; transitions: [tags, tags] CRF scores."""

    labels: tuple[str, ...]
    transitions: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A model's name, the hashes of its weights, and its heads by name.

    classes: of each head that chooses one class for a word, what its numbers stand for. calibration: of each
    score that is given out, by what the logarithm of its odds is multiplied, and what is added.
    """

    name: str
    sha256: str
    heads_sha256: str
    taggers: Mapping[str, Tagger]
    classes: Mapping[str, tuple[str, ...]]
    calibration: Mapping[str, tuple[float, float]]


def load_manifest(folder: Path) -> Manifest:
    """Reads ``manifest.json``. Raises `ModelError` where a file is missing or malformed."""
    path = folder / MANIFEST
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
        return Manifest(
            name=data["name"],
            sha256=data["sha256"],
            heads_sha256=data["heads_sha256"],
            taggers={
                head: Tagger(
                    labels=tuple(tagger["labels"]),
                    transitions=np.array(tagger["transitions"], dtype=np.float32),
                )
                for head, tagger in data["taggers"].items()
            },
            classes={head: tuple(labels) for head, labels in data["classes"].items()},
            calibration={
                name: (float(slope), float(intercept))
                for name, (slope, intercept) in data["calibration"].items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: not a model's manifest: {error!r}") from error


def checked(path: Path, sha256: str) -> bytes:
    """The bytes of a file of the model, which must be those that the manifest names."""
    try:
        found = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror}") from error
    digest = hashlib.sha256(found).hexdigest()
    if digest != sha256:
        raise ModelError(f"{path}: SHA-256 is {digest[:12]}…, the manifest says {sha256[:12]}…")
    return found
