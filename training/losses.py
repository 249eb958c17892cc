"""What each head is trained to minimise."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, pad

from training.batches import UNRECORDED, Batch, Frames
from training.labels import CONTEXTS, MENTION_TYPES
from training.labels import UNRECORDED as UNRECORDED_TYPES
from training.network import EVENTS, LINKS, SYNTAX, Network

LINK_WEIGHTS = {"cue": 0.3, "source": 0.3, "arc": 0.6, "coref": 0.5}
FRAME_WEIGHT = 1.0
CONTEXT_WEIGHT = 0.15
PAIR_WEIGHT = 0.5
CLASS_WEIGHTS = {
    "pos": 0.3,
    "lemma": 0.2,
    "relation": 0.4,
    "mention": 0.5,
    "sector": 0.3,
    "mode": 0.5,
    "factuality": 0.5,
}
# A place named by a common noun ("the border") is annotated in GUM, and left out by our own text.
_MAY_BE_UNRECORDED = [MENTION_TYPES.index(name) for name in ("none", "place", *UNRECORDED_TYPES)]


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of every task that the batch has gold for."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, of_events = network.encode(batch.ids, batch.features, batch.mask)
        index = batch.first_piece[..., None].expand(-1, -1, hidden.shape[-1])
        words, happening = hidden.gather(1, index), of_events.gather(1, index)
        null = hidden[:, :1]
        syntax, root = (
            (network.syntax(words), network.syntax(null)) if "arc" in batch.links else (words, null)
        )
        read = {**dict.fromkeys((*batch.gold, *batch.classes), words), **dict.fromkeys(EVENTS, happening)}
        scores = {task: getattr(network, task)(read[task]) for task in batch.gold}
        links = {
            kind: _scores(network, kind, *((syntax, root) if f"{kind}_query" in SYNTAX else (words, null)))
            for kind in batch.links
        }
        classes = {head: getattr(network, head)(read[head]) for head in batch.classes if head != "relation"}
        if batch.arc is not None:
            classes["relation"] = _relations(network, syntax, root, batch.arc)
        if batch.contexts is not None:
            contexts = network.contexts(happening)
        if batch.pair is not None:
            pair = network.pair(of_events)
    found = {
        task: network.chain(task).loss(scores[task].float(), gold, batch.word_mask)
        for task, gold in batch.gold.items()
    }
    for name, kind, frames, around in (
        ("frames", "frame", batch.frames, words),
        ("parties", "party", batch.parties, happening),
    ):
        if frames is not None:
            found[name] = FRAME_WEIGHT * network.chain(name).loss(
                _frames(network, kind, around, frames).float(), frames.gold, batch.word_mask[frames.rows]
            )
    if batch.contexts is not None and (told := batch.contexts >= 0).any():
        found["contexts"] = (
            CONTEXT_WEIGHT
            * len(CONTEXTS)
            * binary_cross_entropy_with_logits(contexts[told].float(), batch.contexts[told].float())
        )
    if batch.pair is not None:
        found["pair"] = PAIR_WEIGHT * _pair_loss(pair.float(), batch.features[..., -1], batch.pair)
    for kind, link in links.items():
        found[kind] = LINK_WEIGHTS[kind] * _link_loss(link.float(), batch, kind)
    for head, scored in classes.items():
        found[head] = CLASS_WEIGHTS[head] * _class_loss(scored.float(), batch.classes[head])
    return found


def _frames(network: Network, kind: str, words: Tensor, frames: Frames) -> Tensor:
    """[frames, words, tags]: what each word of a cue's or a trigger's window is to it."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        queries, keys = getattr(network, f"{kind}_query")(words), getattr(network, f"{kind}_key")(words)
        of_cue = (frames.cues[..., None] * queries[frames.rows]).sum(1)
        query = of_cue / frames.cues.sum(1, keepdim=True)
        return network.frames(kind, query, keys[frames.rows], frames.positions)


def _scores(network: Network, kind: str, words: Tensor, null: Tensor) -> Tensor:
    """[batch, words, 1 + words]: how well each word finds nothing ([CLS]) or each other word."""
    query = getattr(network, f"{kind}_query")(words)
    key = getattr(network, f"{kind}_key")(torch.cat([null, words], dim=1))
    product: Tensor = query @ key.transpose(1, 2) / LINKS[kind] ** 0.5
    return product


def _relations(network: Network, syntax: Tensor, root: Tensor, arc: Tensor) -> Tensor:
    """[batch, words, relations] of each word to its gold head."""
    heads = network.relation_head(torch.cat([root, syntax], dim=1))
    chosen = heads.gather(1, (arc + 1).clamp(min=0)[..., None].expand(-1, -1, heads.shape[-1]))
    dependents = network.relation_dependent(syntax)
    related: Tensor = network.relation(torch.cat([dependents * chosen, dependents, chosen], dim=-1))
    return related


def _link_loss(scores: Tensor, batch: Batch, kind: str) -> Tensor:
    """Mean negative log-likelihood that a linking word finds any of the words it should.

    What it should find may lie outside the window: then it should find nothing.
    """
    allowed = batch.word_mask[:, None] > 0
    if kind in batch.within:
        allowed = allowed & batch.within[kind]
    allowed = pad(allowed.expand(-1, scores.shape[1], -1), (1, 0), value=True)
    scores = scores.masked_fill(~allowed, -1e4)
    lost = ~batch.links[kind].any(dim=2, keepdim=True)
    right = torch.cat([lost, batch.links[kind]], dim=2)
    likelihood = scores.masked_fill(~right, -1e4).logsumexp(2) - scores.logsumexp(2)
    linking = batch.linking[kind]
    return -(likelihood * linking).sum() / linking.sum().clamp(min=1)


def _class_loss(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean negative log-likelihood of the class, or of any that the word may have."""
    told = gold >= 0
    lost = cross_entropy(scores[told], gold[told], reduction="sum") if told.any() else scores.sum() * 0
    open_ = scores[gold == UNRECORDED]
    if len(open_):
        lost = lost - (open_[:, _MAY_BE_UNRECORDED].logsumexp(1) - open_.logsumexp(1)).sum()
    return lost / (told.sum() + len(open_)).clamp(min=1)


def _pair_loss(scores: Tensor, parties: Tensor, gold: Tensor) -> Tensor:
    """Mean negative log-likelihood of any of the categories that a pair may have.

    scores [batch, pieces, categories]: those of [CLS] and the means of each party's pieces are averaged, as
    `onrecord.annotate.events.pairs` does.
    """
    total = scores[:, 0]
    for party in (1, 2):
        own = (parties == party).float()[..., None]
        total = total + (scores * own).sum(1) / own.sum(1).clamp(min=1)
    total = total / 3
    likelihood = total.masked_fill(gold == 0, -1e4).logsumexp(1) - total.logsumexp(1)
    return -likelihood.mean()
