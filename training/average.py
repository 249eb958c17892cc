"""The mean of several networks' weights, as one network.

python -m training.average --out work/model/mean.pt work/model/network.pt work/second/network.pt
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(networks: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of every weight; the networks must have the same ones."""
    first = networks[0]
    return {
        name: torch.stack([network[name] for network in networks]).float().mean(dim=0).to(weight.dtype)
        for name, weight in first.items()
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("networks", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    networks = [torch.load(path, weights_only=True) for path in options.networks]
    torch.save(average(networks), options.out)


if __name__ == "__main__":
    main()
