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

The heads of events (EVENTS) read two upper layers of their own, beside the encoder's: what is learned of
events leaves all other heads as they are.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping

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
EVENTS = ("events", "mode", "factuality", "contexts", "pair", "party_query", "party_key")
UPPER = 2
"""Of the encoder's layers, those that events have for themselves."""
OF_EVENTS = (
    "upper.",
    "features.3.",
    "events.",
    "mode.",
    "factuality.",
    "contexts.",
    "pair.",
    "party",
    "crf.events.",
    "crf.parties.",
)
"""How the names of the weights begin that belong to events alone."""


class Network(nn.Module):
    """Encoder and heads. ``encoder`` is the name or folder of any Hugging Face encoder."""

    def __init__(self, encoder: str, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder, attention_probs_dropout_prob=0.0, add_pooling_layer=False
        )
        size = self.encoder.config.hidden_size
        self.upper = copy.deepcopy(self.encoder.encoder.layer[-UPPER:])
        # A word that is no party is read as if there were no such mark.
        parties = nn.Embedding(FEATURE_SIZES[-1], size, padding_idx=0)
        nn.init.zeros_(parties.weight)
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

    def load(self, weights: Mapping[str, Tensor]) -> None:
        """Takes up an earlier network's weights, whose heads may be fewer.

        Events' own layers, if it has none, begin as its upper ones.
        """
        missing = self.load_state_dict(weights, strict=False).missing_keys
        if any(name.startswith("upper.") for name in missing):
            self.upper.load_state_dict(self.encoder.encoder.layer[-UPPER:].state_dict())

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """[batch, pieces] and [batch, pieces, 4] -> [batch, pieces, size], and the same for events."""
        *tables, parties = self.features
        embedded = self.encoder.get_input_embeddings()(ids)
        for n, table in enumerate(tables):
            embedded = embedded + table(features[..., n])
        if not self.training or features[..., -1].any():
            embedded = embedded + parties(features[..., -1])
        hidden = self.encoder.embeddings(inputs_embeds=embedded)
        allowed = None if mask is None else mask[:, None, None].bool()
        layers = self.encoder.encoder.layer
        for layer in layers[:-UPPER]:
            hidden = layer(hidden, allowed)
        of_events = hidden
        for layer in layers[-UPPER:]:
            hidden = layer(hidden, allowed)
        for layer in self.upper:
            of_events = layer(of_events, allowed)
        return self.dropout(hidden), self.dropout(of_events)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> dict[str, Tensor]:
        """What every head says of every piece; this is what is exported."""
        hidden, of_events = self.encode(ids, features, mask)
        read = {
            **dict.fromkeys(OUTPUTS, hidden),
            **dict.fromkeys(SYNTAX, self.syntax(hidden)),
            **dict.fromkeys(EVENTS, of_events),
        }
        return {head: getattr(self, head)(read[head]) for head in OUTPUTS}


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
