"""The network: one encoder, one pass, a head for each task.

Heads: ``names``, ``claims`` and ``inner`` (the cues of claims within claims) tag words (BIO, scored by a
linear-chain CRF, Lafferty et al. 2001); ``frame`` tags the words of a window once more for each cue, with
what is source and content to it, as semantic roles are labelled for a predicate (He et al. 2017);
``pos``, ``lemma``, ``mention`` and ``sector`` say of each word its part of speech, how its lemma is made of
it, and the kind of thing whose mention it heads with its part of society. ``cue``, ``source``, ``arc`` and
``coref`` are links: each word of a content finds its cue, of a cue its source, each word its syntactic head,
each head of a mention an earlier one of the same thing, by the product of a query and a key vector, as in a
biaffine parser (Dozat and Manning 2017). ``relation`` names the dependency between a word and its head from
the product of a vector of each (a biaffine form of low rank, Kim et al. 2017). A new head is one entry here,
one loss in `training.losses` and one decoder in the package.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from onrecord.models.heads import POSITIONS
from onrecord.models.pieces import FEATURE_SIZES
from training.examples import CLAIM_PARTS, NAME_TYPES
from training.labels import (
    CONTEXTS,
    EVENT_TYPES,
    FACTUALITIES,
    LEMMA_RULES,
    MENTION_TYPES,
    MODES,
    PARTS_OF_SPEECH,
    RELATIONS,
    SECTOR_NAMES,
)

LINKS = {"cue": 64, "source": 64, "arc": 128, "coref": 128}
"""Every link, and the size of its query and key vectors."""
RELATION_SIZE = 96


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of a BIO scheme over ``kinds``, outside first."""
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BI"))


TAGS = {
    "names": bio(NAME_TYPES),
    "claims": bio(CLAIM_PARTS),
    "inner": bio(("cue",)),
    "events": bio(EVENT_TYPES),
}
PARTY_TAGS = bio(("actor", "recipient", "both", "place"))
FRAME_TAGS = bio(("source", "content"))
FRAME_SIZE = 96
"""Of each half of a frame's query and key: the half that is added and the half that is multiplied."""
CLASSES = {
    "pos": PARTS_OF_SPEECH,
    "lemma": LEMMA_RULES,
    "mention": MENTION_TYPES,
    "sector": SECTOR_NAMES,
    "mode": MODES,
    "factuality": FACTUALITIES,
    "contexts": CONTEXTS,
    "pair": EVENT_TYPES,
}
SYNTAX = ("arc_query", "arc_key", "relation_dependent", "relation_head")


class Network(nn.Module):
    """Encoder and heads. ``encoder`` is the name or folder of any Hugging Face encoder."""

    def __init__(self, encoder: str, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder, attention_probs_dropout_prob=0.0, add_pooling_layer=False
        )
        size = self.encoder.config.hidden_size
        parties = _table(FEATURE_SIZES[-1], size)
        nn.init.zeros_(parties.weight)  # an earlier network knows of no marked parties
        self.features = nn.ModuleList([*(_table(n, size) for n in FEATURE_SIZES[:-1]), parties])
        self.dropout = nn.Dropout(dropout)
        self.names = _tagger(size, len(TAGS["names"]))
        self.claims = _tagger(size, len(TAGS["claims"]))
        self.inner = _tagger(size, len(TAGS["inner"]))
        self.events = _tagger(size, len(TAGS["events"]))
        self.mode = _tagger(size, len(MODES))
        self.factuality = _tagger(size, len(FACTUALITIES))
        self.contexts = _tagger(size, len(CONTEXTS))
        self.pair = _tagger(size, len(EVENT_TYPES))
        self.party_query = nn.Linear(size, 2 * FRAME_SIZE)
        self.party_key = nn.Linear(size, 2 * FRAME_SIZE)
        self.party_position = _table(POSITIONS, FRAME_SIZE)
        self.party = nn.Linear(2 * FRAME_SIZE, len(PARTY_TAGS))
        self.frame_query = nn.Linear(size, 2 * FRAME_SIZE)
        self.frame_key = nn.Linear(size, 2 * FRAME_SIZE)
        self.frame_position = _table(POSITIONS, FRAME_SIZE)
        self.frame = nn.Linear(2 * FRAME_SIZE, len(FRAME_TAGS))
        self.pos = _tagger(size, len(PARTS_OF_SPEECH))
        self.lemma = nn.Linear(size, len(LEMMA_RULES))
        self.mention = _tagger(size, len(MENTION_TYPES))
        self.sector = _tagger(size, len(SECTOR_NAMES))
        self.syntax = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Dropout(2 * dropout))
        for kind, width in LINKS.items():
            self.add_module(f"{kind}_query", nn.Linear(size, width))
            self.add_module(f"{kind}_key", nn.Linear(size, width))
        self.relation_dependent = nn.Linear(size, RELATION_SIZE)
        self.relation_head = nn.Linear(size, RELATION_SIZE)
        self.relation = nn.Linear(3 * RELATION_SIZE, len(RELATIONS))
        self.crf = nn.ModuleDict(
            {
                task: Chain(len(tags))
                for task, tags in {**TAGS, "frames": FRAME_TAGS, "parties": PARTY_TAGS}.items()
            }
        )

    def chain(self, task: str) -> Chain:
        """The CRF of a tagging task."""
        found = self.crf[task]
        assert isinstance(found, Chain)  # noqa: S101 - tells the type checker what is put in above
        return found

    def frames(self, kind: str, query: Tensor, key: Tensor, positions: Tensor) -> Tensor:
        """[frames, 2 * FRAME_SIZE], [frames, words, 2 * FRAME_SIZE], [frames, words] -> scores of tags.

        What each word is to a cue (``frame``) or to a trigger (``party``); `onrecord.models.heads.Frames`
        does the same.
        """
        place = getattr(self, f"{kind}_position")(positions)
        added = query[:, None, :FRAME_SIZE] + key[..., :FRAME_SIZE] + place
        multiplied = query[:, None, FRAME_SIZE:] * key[..., FRAME_SIZE:]
        scores: Tensor = getattr(self, kind)(torch.cat([torch.relu(added), multiplied], dim=-1))
        return scores

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """[batch, pieces] and [batch, pieces, 4] -> [batch, pieces, size]."""
        embedded = self.encoder.get_input_embeddings()(ids)
        for n, table in enumerate(self.features):
            embedded = embedded + table(features[..., n])
        hidden: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        dropped: Tensor = self.dropout(hidden)
        return dropped

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """What every head says of every piece; this is what is exported."""
        hidden = self.encode(ids, features, mask)
        syntax = self.syntax(hidden)
        return {head: getattr(self, head)(syntax if head in SYNTAX else hidden) for head in OUTPUTS}


OUTPUTS = (
    *TAGS,
    *CLASSES,
    *(f"{kind}_{part}" for kind in LINKS for part in ("query", "key")),
    "relation_dependent",
    "relation_head",
    "frame_query",
    "frame_key",
    "party_query",
    "party_key",
)


def _table(rows: int, size: int) -> nn.Embedding:
    table = nn.Embedding(rows, size)
    nn.init.normal_(table.weight, std=0.02)
    return table


def _tagger(size: int, tags: int) -> nn.Module:
    return nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Linear(size, tags))


class Chain(nn.Module):
    """A linear-chain CRF over tags: its loss in training; its transitions go into the manifest."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood a word. scores [batch, words, tags], tags and mask [batch, words]."""
        words = torch.arange(scores.shape[1], device=scores.device)
        emitted = scores.gather(2, tags[..., None])[..., 0]
        moved = self.transitions[tags[:, :-1], tags[:, 1:]]
        gold = (emitted * mask).sum(1) + (moved * mask[:, 1:]).sum(1)
        total = scores[:, 0]
        for t in words[1:].tolist():
            step = torch.logsumexp(total[:, :, None] + self.transitions, dim=1) + scores[:, t]
            total = torch.where(mask[:, t, None] > 0, step, total)
        return (torch.logsumexp(total, dim=1) - gold).sum() / mask.sum()
