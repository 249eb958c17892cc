"""The encoder: a text in, what every head says of every word out. One pass whatever the number of heads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.models.heads import Heads, load_heads
from onrecord.models.manifest import (
    MODEL,
    TOKENIZER,
    Floats,
    Manifest,
    ModelError,
    checked,
    load_manifest,
)
from onrecord.models.pieces import Ints, Pieces, cut, sentence_starts
from onrecord.models.windows import OVERLAP, Window, windows

SHIPPED = Path(__file__).parent / "data"


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """A text as the model sees it.

    outputs: for each window, by head, [1 + words, size]; row 0 is [CLS], row n the window's n-th word.
    """

    pieces: Pieces
    windows: tuple[Window, ...]
    outputs: tuple[Mapping[str, Floats], ...]

    def tags(self, head: str) -> Floats:
        """[words, size] what a head says of each word, from the window that owns the word."""
        return np.concatenate(
            [
                output[head][1 + window.own_first - window.first : 1 + window.own_last - window.first]
                for window, output in zip(self.windows, self.outputs, strict=True)
            ]
        )

    @cached_property
    def owner(self) -> Ints:
        """[words] the number of the window that owns each word."""
        return np.repeat(np.arange(len(self.windows)), [w.own_last - w.own_first for w in self.windows])

    def null(self, head: str) -> Floats:
        """[windows, size] what a head says of [CLS], which stands for nothing."""
        return np.stack([output[head][0] for output in self.outputs])

    def window_over(self, first: int, last: int) -> int:
        """The number of the window that reads words ``first`` to ``last``, else that owns ``first``."""
        number = int(self.owner[first])
        for other in (number, number + 1, number - 1):
            if 0 <= other < len(self.windows):
                window = self.windows[other]
                if window.first <= first and last < window.last:
                    return other
        return number

    def link(self, kind: str, words: range, candidates: list[range]) -> Floats:
        """Log-probability that ``words`` find nothing, and each of the candidate runs of words.

        [1 + candidates]. It is judged within the window that owns the first of ``words``; a candidate
        outside has -inf. Each word's probability of a run is that of the run's words together, and
        the words' log-probabilities are averaged.
        """
        number = int(self.owner[words.start])
        window = self.windows[number]
        asked = _rows(np.array([[words.start, words.stop]]), window)[0]
        runs = _rows(np.array([[0, 0], *((c.start, c.stop) for c in candidates)]), window)
        runs[0] = 0, 1  # [CLS] stands for nothing
        total = self._shares(kind, number)[asked[0] : asked[1]]
        found = total[:, runs[:, 1]] - total[:, runs[:, 0]]
        outside = runs[:, 0] == runs[:, 1]
        logs = np.log(np.maximum(found, 1e-12)).mean(axis=0)
        return np.where(outside, -np.inf, logs).astype(np.float32)

    def _shares(self, kind: str, number: int) -> npt.NDArray[np.float64]:
        """[1 + words, 2 + words] of a window: the probability that a word finds a row before each column."""
        if (kind, number) not in self._kept_shares:
            output = self.outputs[number]
            query, key = output[f"{kind}_query"], output[f"{kind}_key"]
            scores = (query @ key.T / np.sqrt(key.shape[1])).astype(np.float64)
            shares = np.exp(scores - scores.max(axis=1, keepdims=True))
            shares /= shares.sum(axis=1, keepdims=True)
            total = np.zeros((len(shares), len(shares) + 1))
            np.cumsum(shares, axis=1, out=total[:, 1:])
            self._kept_shares[kind, number] = total
        return self._kept_shares[kind, number]

    @cached_property
    def _kept_shares(self) -> dict[tuple[str, int], npt.NDArray[np.float64]]:
        return {}


def _rows(runs: Ints, window: Window) -> Ints:
    """[runs, 2] first and last rows in a window's output of runs of words, empty where they lie outside."""
    rows: Ints = np.clip(runs, window.first, window.last) - window.first + 1
    return rows


class Encoder:
    """A loaded model. `encode` may be called from several threads at once; each uses one core."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.manifest: Manifest = load_manifest(folder)
        self.heads: Heads = load_heads(folder, self.manifest)
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        except Exception as error:  # the library raises bare Exception
            raise ModelError(f"{folder / TOKENIZER}: {error}") from error
        self._edges = [self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]")]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            checked(folder / MODEL, self.manifest.sha256), options, providers=["CPUExecutionProvider"]
        )
        self._heads = [output.name for output in self._session.get_outputs()]

    def encode(self, text: str) -> Encoding:
        """Cuts ``text`` into windows and reads each."""
        pieces, found = self.cut(text)
        return Encoding(pieces=pieces, windows=found, outputs=tuple(self._read(pieces, w) for w in found))

    def cut(self, text: str, *, overlap: int = OVERLAP) -> tuple[Pieces, tuple[Window, ...]]:
        """The pieces of a text and the windows that they are read in."""
        pieces = cut(text, self._tokenizer)
        sizes = np.diff(np.append(pieces.first_piece, len(pieces))).tolist()
        return pieces, windows(sizes, sentence_starts(pieces, text), overlap=overlap)

    def run(self, ids: Ints, features: Ints) -> dict[str, Floats]:
        """The bare model: ids [batch, pieces], features [batch, pieces, 4]; by head [batch, pieces, size]."""
        outputs = self._session.run(self._heads, {"ids": ids, "features": features})
        return dict(zip(self._heads, outputs, strict=True))

    def inputs(self, pieces: Pieces, window: Window) -> tuple[Ints, Ints]:
        """What the bare model is given for a window, a batch of one: ids and features."""
        first = int(pieces.first_piece[window.first])
        last = len(pieces)
        if window.last < pieces.words:
            last = int(pieces.first_piece[window.last])
        # One word may have more pieces than the encoder has positions; its first ones must do.
        last = min(last, first + POSITIONS - 2)
        ids = np.array([[self._edges[0], *pieces.ids[first:last], self._edges[1]]], dtype=np.int64)
        features = np.zeros((1, ids.shape[1], pieces.features.shape[1]), dtype=np.int64)
        features[0, 1:-1] = pieces.features[first:last]
        return ids, features

    def _read(self, pieces: Pieces, window: Window) -> dict[str, Floats]:
        outputs = self.run(*self.inputs(pieces, window))
        first_pieces = pieces.first_piece[window.first : window.last]
        rows = np.concatenate([[0], first_pieces - first_pieces[0] + 1])
        return {head: output[0][rows] for head, output in outputs.items()}


POSITIONS = 512  # what BERT encoders are trained with
