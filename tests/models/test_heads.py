"""The small heads beside the encoder."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from onrecord.models import SHIPPED, Encoder, ModelError, load_manifest
from onrecord.models.heads import HEADS, Layers, load_heads
from onrecord.models.manifest import MANIFEST, Floats


def _manifest(folder: Path) -> None:
    """A manifest that names the heads in a folder."""
    manifest = json.loads((SHIPPED / MANIFEST).read_text(encoding="utf8"))
    manifest["heads_sha256"] = hashlib.sha256((folder / HEADS).read_bytes()).hexdigest()
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf8")


def _refusal(folder: Path) -> str:
    with pytest.raises(ModelError) as refused:
        load_heads(folder, load_manifest(folder))
    return str(refused.value)


def test_the_shipped_heads_fit_the_encoder(encoder: Encoder) -> None:
    """Relations are scored of what the encoder says of a word and its head."""
    size = encoder.encode("Talks failed.").tags("relation_head").shape[1]
    relations = encoder.heads.classes["relation"]
    assert encoder.heads.relation_weight.shape == (len(relations), 3 * size)
    assert encoder.heads.relation_bias.shape == (len(relations),)


def test_other_heads_than_the_manifests_are_refused(tmp_path: Path) -> None:
    """In one line, with the file and both hashes."""
    shutil.copy(SHIPPED / MANIFEST, tmp_path)
    (tmp_path / HEADS).write_bytes(b"something else")
    refused = _refusal(tmp_path)
    assert refused.startswith(f"{tmp_path / HEADS}: SHA-256 is ")
    assert "\n" not in refused


def test_missing_heads_are_named(tmp_path: Path) -> None:
    """A model without the file says which one is wanted."""
    shutil.copy(SHIPPED / MANIFEST, tmp_path)
    assert _refusal(tmp_path) == f"{tmp_path / HEADS}: No such file or directory"


@pytest.mark.parametrize("missing", ["relation_weight", "coref_pair_bias", "coref_new_last"])
def test_a_missing_array_is_named(tmp_path: Path, missing: str) -> None:
    """Heads that an older program wrote are refused in one line."""
    with np.load(SHIPPED / HEADS) as arrays:
        kept: dict[str, Floats] = {name: arrays[name] for name in arrays.files if name != missing}
    np.savez(tmp_path / HEADS, **kept)  # type: ignore[arg-type]
    _manifest(tmp_path)
    refused = _refusal(tmp_path)
    assert refused.startswith(f"{tmp_path / HEADS}: ")
    assert missing in refused
    assert "\n" not in refused


def test_two_layers_give_one_number() -> None:
    """Weights, bias, nothing below zero, and the last layer's sum."""
    layers = Layers(
        weights=np.array([[1, -1], [2, 0]], dtype=np.float32),
        bias=np.array([0, 1], dtype=np.float32),
        last=np.array([1, 10], dtype=np.float32),
    )
    assert layers(np.array([[[1, 1], [0, 0], [3, -2]]], dtype=np.float32)).tolist() == [[3, 10, 0]]
