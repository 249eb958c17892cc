"""Exports a trained network to ONNX int8 with its manifest, and holds it to PyTorch's outputs.

python -m training.export --model work/model/network.pt --out src/onrecord/models/data
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.models import Encoder
from onrecord.models.heads import HEADS
from onrecord.models.manifest import MANIFEST, MODEL, TOKENIZER, Floats
from onrecord.models.pieces import FEATURE_SIZES
from training.labels import RELATIONS
from training.network import CLASSES, FRAME_TAGS, OUTPUTS, PARTY_TAGS, TAGS, Network
from training.train import base, tokenizer

NAME = "onrecord-minilm"
UNCALIBRATED = {"events": (1.0, 0.0)}
"""Scores as they are; `training.calibrate` says better."""


class Inference(nn.Module):
    """The network as it is exported: windows come one at a time, so nothing is padded or masked."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """As `Network.forward`, the heads in the order of OUTPUTS."""
        found = self.network(ids, features)
        return tuple(found[head] for head in OUTPUTS)


class RowTable(nn.Module):
    """An embedding table in int8 with a scale a row: a large value coarsens one word, not all of them."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("table", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """[batch, pieces] -> [batch, pieces, size]."""
        rows: Tensor = self.table[ids].float() * self.scale[ids]  # type: ignore[index]
        return rows


def with_row_table(network: Network) -> Network:
    """A copy of the network, its table of word pieces in int8."""
    network = copy.deepcopy(network).eval()
    embedding = network.encoder.get_input_embeddings()
    network.encoder.set_input_embeddings(RowTable(embedding.weight.detach()))
    return network


def export(network: Network, path: Path) -> None:
    """Writes the network as ONNX, its numbers as they are."""
    network.eval()
    ids = torch.ones(1, 7, dtype=torch.long)
    features = torch.zeros(1, 7, len(FEATURE_SIZES), dtype=torch.long)
    torch.onnx.export(
        Inference(network).eval(),  # else the exporter leaves the network in training mode
        (ids, features),
        str(path),
        input_names=["ids", "features"],
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "batch", 1: "pieces"} for name in ("ids", "features", *OUTPUTS)},
        opset_version=17,
        dynamo=False,
    )


def quantize(fp32: Path, int8: Path) -> None:
    """Dynamic int8 of the products. Seven-bit weights: on processors without VNNI eight bits saturate."""
    from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(fp32), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(int8),
            op_types_to_quantize=["MatMul"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )


def _frame(network: Network, kind: str) -> dict[str, Floats]:
    last: nn.Linear = getattr(network, kind)
    return {
        f"{kind}_position": getattr(network, f"{kind}_position").weight.detach().numpy(),
        f"{kind}_weight": last.weight.detach().numpy().T,
        f"{kind}_bias": last.bias.detach().numpy(),
    }


def small_heads(network: Network, path: Path) -> None:
    """Writes the heads that are computed outside the session; `training.coref` adds its own afterwards."""
    untrained: dict[str, Floats] = {
        f"coref_{name}_{part}": np.zeros(shape, dtype=np.float32)
        for name in ("pair", "new")
        for part, shape in (("weights", (1, 1)), ("bias", 1), ("last", 1))
    }
    trained = {
        "relation_weight": network.relation.weight.detach().numpy(),
        "relation_bias": network.relation.bias.detach().numpy(),
        **_frame(network, "frame"),
        **_frame(network, "party"),
    }
    np.savez_compressed(path, **trained, **untrained)  # type: ignore[arg-type]


def manifest(network: Network, folder: Path, card: dict[str, object]) -> dict[str, object]:
    """What `onrecord.models.manifest` reads, and what a person should know (``card``)."""
    return {
        "name": NAME,
        "sha256": hashlib.sha256((folder / MODEL).read_bytes()).hexdigest(),
        "heads_sha256": hashlib.sha256((folder / HEADS).read_bytes()).hexdigest(),
        "taggers": {
            head: {
                "labels": list(labels),
                "transitions": np.round(
                    network.chain(head).transitions.detach().numpy().astype(float), 4
                ).tolist(),
            }
            for head, labels in {**TAGS, "frames": FRAME_TAGS, "parties": PARTY_TAGS}.items()
        },
        "classes": {**{head: list(labels) for head, labels in CLASSES.items()}, "relation": list(RELATIONS)},
        "calibration": UNCALIBRATED,
        "card": card,
    }


def reference(network: Network, encoder: Encoder, text: str) -> dict[str, object]:
    """What PyTorch says of each word of ``text``, read in the windows in which the reader reads it.

    By head, the number of the best tag of every word of every window; a test holds the shipped weights to it.
    """
    pieces, windows = encoder.cut(text)
    best: dict[str, list[int]] = {head: [] for head in TAGS}
    for window in windows:
        ids, features = (torch.from_numpy(array) for array in encoder.inputs(pieces, window))
        rows = pieces.first_piece[window.first : window.last] - pieces.first_piece[window.first] + 1
        with torch.inference_mode():
            outputs = network(ids, features)
        for head, tags in best.items():
            tags += outputs[head][0][torch.from_numpy(rows)].argmax(dim=1).tolist()
    return {"text": text, **best}


def _samples() -> list[str]:
    """The texts of the sample reports."""
    folder = Path("samples")
    wires = (folder / "wires.jsonl").read_text(encoding="utf8").splitlines()
    return [
        (folder / "inf-treaty.txt").read_text(encoding="utf8"),
        *(json.loads(wire)["text"] for wire in wires),
    ]


def exported(network: Network, out: Path, encoder: Path) -> Path:
    """Writes what the package needs of a network into ``out``; gives the file of its unrounded numbers."""
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    fp32 = out / "fp32.onnx"
    export(with_row_table(network), fp32)
    quantize(fp32, out / MODEL)
    tokenizer(encoder).save(str(out / TOKENIZER), pretty=False)
    small_heads(network, out / HEADS)
    card = json.loads((Path(__file__).parent / "card.json").read_text(encoding="utf8"))
    text = json.dumps(manifest(network, out, card), indent=1, ensure_ascii=False)
    (out / MANIFEST).write_text(text + "\n", encoding="utf8")
    return fp32


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("work/model/network.pt"))
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/models/data"))
    parser.add_argument("--encoder", type=Path, help="as given to training.train")
    parser.add_argument("--reference", type=Path, help="write PyTorch's reading of the samples here")
    options = parser.parse_args()
    encoder = options.encoder or base()
    network = Network(str(encoder))
    network.load_state_dict(torch.load(options.model, weights_only=True))
    exported(network, options.out, encoder).replace(options.model.with_suffix(".fp32.onnx"))
    if options.reference:
        found = [reference(network, Encoder(options.out), text) for text in _samples()]
        options.reference.write_text(json.dumps(found, ensure_ascii=False) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
