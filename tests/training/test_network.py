"""The network, its losses, and its export. Needs PyTorch, so it imports what it tests in the tests."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from training.network import Network

pytestmark = [
    pytest.mark.training,
    # what PyTorch says of its own exporter is not ours to mend
    pytest.mark.filterwarnings("default"),
]

TEXT = "Ilse Marrow said the talks had failed. “We will return,” she told the Highland Wire."


@pytest.fixture(scope="module")
def network() -> Network:
    """The untrained network on the shipped base."""
    import torch

    from training.network import Network
    from training.train import base

    torch.manual_seed(3)
    return Network(str(base())).eval()


def test_the_chain_loss_is_the_gold_paths_share_of_all_paths() -> None:
    """The CRF's loss agrees with summing over every path by hand."""
    import torch

    from training.network import Chain

    torch.manual_seed(5)
    chain = Chain(3)
    torch.nn.init.normal_(chain.transitions)
    scores, gold = torch.randn(1, 4, 3), torch.tensor([[0, 2, 1, 1]])

    def total(path: tuple[int, ...]) -> float:
        emitted = sum(float(scores[0, n, tag]) for n, tag in enumerate(path))
        moved = sum(float(chain.transitions[a, b]) for a, b in itertools.pairwise(path))
        return emitted + moved

    every = [total(path) for path in itertools.product(range(3), repeat=4)]
    expected = (np.logaddexp.reduce(every) - total((0, 2, 1, 1))) / 4
    assert float(chain.loss(scores, gold, torch.ones(1, 4))) == pytest.approx(expected, abs=1e-4)


def test_padding_does_not_change_the_chain_loss() -> None:
    """Words that are masked count for nothing."""
    import torch

    from training.network import Chain

    torch.manual_seed(6)
    chain, scores = Chain(3), torch.randn(1, 5, 3)
    gold = torch.tensor([[1, 2, 0, 0, 0]])
    mask = torch.tensor([[1.0, 1.0, 1.0, 0.0, 0.0]])
    short = chain.loss(scores[:, :3], gold[:, :3], torch.ones(1, 3))
    assert float(chain.loss(scores, gold, mask)) == pytest.approx(float(short), abs=1e-5)


def test_a_few_steps_learn_a_sentence(network: Network) -> None:
    """All losses fall on one annotated sentence: gold, links and gradients are joined up."""
    import copy

    import torch

    from training.batches import batch, trainings
    from training.examples import Attribution, Example, Name
    from training.losses import losses
    from training.train import base, tokenizer

    example = Example(
        id="one",
        text=TEXT,
        names=(Name(start=0, end=11, type="person"),),
        attributions=(
            Attribution(source=((0, 11),), cue=((12, 16),), content=((17, 37),)),
            Attribution(source=((59, 62),), cue=((63, 67),), content=((39, 58),)),
        ),
    )
    items = list(trainings([example], tokenizer(base()), random.Random(1)))
    learner = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(learner.parameters(), lr=5e-4)
    seen = []
    for _ in range(8):
        found = losses(learner, batch(items))
        torch.stack(list(found.values())).sum().backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        optimizer.zero_grad()
        seen.append({task: float(loss.detach()) for task, loss in found.items()})
    assert set(seen[0]) == {"names", "claims", "cue", "source", "frames"}
    assert all(seen[-1][task] < seen[0][task] * 0.8 for task in seen[0])


def test_onnx_gives_what_pytorch_gives(network: Network, tmp_path: Path) -> None:
    """The exported network agrees with the network, on texts of other lengths than it was traced with."""
    import onnxruntime
    import torch

    from onrecord.models.pieces import FEATURE_SIZES
    from training.export import export, with_row_table
    from training.network import OUTPUTS

    network = with_row_table(network)
    export(network, tmp_path / "fp32.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "fp32.onnx")
    for length in (3, 40, 200):
        ids = torch.randint(1000, 20000, (1, length))
        features = torch.randint(0, 3, (1, length, len(FEATURE_SIZES)))
        with torch.inference_mode():
            expected = network(ids, features, torch.ones_like(ids))
        found = session.run(None, {"ids": ids.numpy(), "features": features.numpy()})
        for head, output in zip(OUTPUTS, found, strict=True):
            np.testing.assert_allclose(output, expected[head].numpy(), atol=2e-4)
