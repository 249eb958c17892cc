"""The embedded model: pieces, windows, one ONNX session, decoding. Knows arrays, not politics."""

from onrecord.models.decode import Tagged, decode
from onrecord.models.encoder import SHIPPED, Encoder, Encoding
from onrecord.models.heads import Heads
from onrecord.models.manifest import Manifest, ModelError, load_manifest
from onrecord.models.pieces import Pieces

__all__ = [
    "SHIPPED",
    "Encoder",
    "Encoding",
    "Heads",
    "Manifest",
    "ModelError",
    "Pieces",
    "Tagged",
    "decode",
    "load_manifest",
]
