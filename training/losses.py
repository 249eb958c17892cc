"""What each head is trained to minimise."""

from __future__ import annotations

import torch
from torch import Tensor

from training.batches import Batch
from training.network import LINK_SIZE, LINKS, Network

LINK_WEIGHT = 0.3  # a link's loss is a mean over far fewer words than a tag's


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of every task that the batch has gold for."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.encode(batch.ids, batch.features, batch.mask)
        index = batch.first_piece[..., None].expand(-1, -1, hidden.shape[-1])
        words = hidden.gather(1, index)
        scores = {task: getattr(network, task)(words) for task in batch.gold}
        links = {
            kind: _scores(network, kind, words, hidden[:, :1])
            for kind in (LINKS if "claims" in batch.gold else ())
        }
    found = {
        task: network.chain(task).loss(scores[task].float(), gold, batch.word_mask)
        for task, gold in batch.gold.items()
    }
    for kind, link in links.items():
        found[kind] = LINK_WEIGHT * _link_loss(link.float(), batch, kind)
    return found


def _scores(network: Network, kind: str, words: Tensor, null: Tensor) -> Tensor:
    """[batch, words, 1 + words]: how well each word finds nothing ([CLS]) or each other word."""
    query = getattr(network, f"{kind}_query")(words)
    key = getattr(network, f"{kind}_key")(torch.cat([null, words], dim=1))
    product: Tensor = query @ key.transpose(1, 2) / LINK_SIZE**0.5
    return product


def _link_loss(scores: Tensor, batch: Batch, kind: str) -> Tensor:
    """Mean negative log-likelihood that a linking word finds any of the words it should.

    What it should find may lie outside the window: then it should find nothing.
    """
    padding = torch.nn.functional.pad(batch.word_mask, (1, 0), value=1.0)
    scores = scores.masked_fill(padding[:, None] == 0, -1e4)
    lost = ~batch.links[kind].any(dim=2, keepdim=True)
    right = torch.cat([lost, batch.links[kind]], dim=2)
    likelihood = scores.masked_fill(~right, -1e4).logsumexp(2) - scores.logsumexp(2)
    linking = batch.linking[kind]
    return -(likelihood * linking).sum() / linking.sum().clamp(min=1)
