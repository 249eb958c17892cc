"""The shipped model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from onrecord.models import SHIPPED, Encoder, ModelError
from onrecord.models.manifest import MANIFEST, MODEL, checked, load_manifest

REFERENCE = Path(__file__).parent / "reference.json"
TEXT = "The envoy said the talks had failed. " * 40


def test_every_word_has_scores_of_every_tag(encoder: Encoder) -> None:
    """A text longer than a window comes out whole, each word once."""
    encoding = encoder.encode(TEXT)
    assert len(encoding.windows) > 1
    for head in ("names", "claims", "inner"):
        tagger = encoder.manifest.taggers[head]
        assert encoding.tags(head).shape == (encoding.pieces.words, len(tagger.labels))


def test_every_word_has_scores_of_every_class(encoder: Encoder) -> None:
    """Heads that choose one class for a word score all that the manifest names, relations aside."""
    encoding = encoder.encode(TEXT)
    for head, classes in encoder.manifest.classes.items():
        if head != "relation":
            assert encoding.tags(head).shape == (encoding.pieces.words, len(classes))


def test_the_window_over_two_words_reads_both(encoder: Encoder) -> None:
    """Near words have a window in common, and every word one that owns it."""
    encoding = encoder.encode(TEXT)
    for first in range(encoding.pieces.words - 5):
        window = encoding.windows[encoding.window_over(first, first + 5)]
        assert window.first <= first < first + 5 < window.last
        owner = encoding.windows[encoding.owner[first]]
        assert owner.own_first <= first < owner.own_last


def test_reading_twice_gives_the_same(encoder: Encoder) -> None:
    """Nothing in the model depends on what was read before."""
    first, second = encoder.encode(TEXT), encoder.encode(TEXT)
    np.testing.assert_array_equal(first.tags("claims"), second.tags("claims"))


def test_links_are_probabilities(encoder: Encoder) -> None:
    """Finding nothing and finding each single word of the window are one distribution."""
    encoding = encoder.encode("The envoy said the talks had failed.")
    candidates = [range(n, n + 1) for n in range(encoding.pieces.words)]
    scores = encoding.link("cue", range(4, 5), candidates)
    assert np.exp(scores).sum() == pytest.approx(1.0, abs=1e-4)


def test_a_link_out_of_the_window_is_impossible(encoder: Encoder) -> None:
    """What lies in a window far away cannot be found."""
    encoding = encoder.encode(TEXT)
    far = encoding.pieces.words - 1
    assert encoding.link("cue", range(1), [range(far, far + 1)])[1] == -np.inf


def test_a_word_of_a_thousand_pieces_is_read(encoder: Encoder) -> None:
    """One word longer than the encoder's positions does not stop the reading."""
    encoding = encoder.encode("x1" * 40 + " " + "9z" * 48 + " said so.")
    assert len(encoding.tags("claims")) == encoding.pieces.words


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    """Weights that are not those of the manifest are named, not run."""
    shutil.copy(SHIPPED / MANIFEST, tmp_path)
    (tmp_path / MODEL).write_bytes(b"something else")
    with pytest.raises(ModelError, match=r"model\.onnx: SHA-256 is"):
        checked(tmp_path / MODEL, load_manifest(tmp_path).sha256)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    """A folder without a model says which file is wanted."""
    with pytest.raises(ModelError, match=r"manifest\.json"):
        Encoder(tmp_path)


def test_shipped_weights_say_what_pytorch_said(encoder: Encoder) -> None:
    """Int8 in ONNX gives at least 96 of 100 words the tag that the trained network gives in PyTorch."""
    for text, expected in ((one.pop("text"), one) for one in json.loads(REFERENCE.read_text("utf8"))):
        encoding = encoder.encode(text)
        for head, tags in expected.items():
            found = np.concatenate([output[head][1:].argmax(axis=1) for output in encoding.outputs])
            assert len(found) == len(tags)
            assert (found == np.array(tags)).mean() >= 0.96


def test_the_manifest_says_where_the_model_comes_from() -> None:
    """The shipped manifest names the base, the corpora and their licences."""
    card = json.loads((SHIPPED / MANIFEST).read_text(encoding="utf8"))["card"]
    assert card["base"]
    assert all(corpus["licence"] for corpus in card["trained_on"])
