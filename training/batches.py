"""Examples as windows of numbers, and windows as batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.models.heads import positions
from onrecord.models.lemmas import rule
from onrecord.models.pieces import Ints, Pieces, cut, marked, sentence_starts
from onrecord.models.windows import WIDTH, windows
from training.examples import Attribution, Example, Happening
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
from training.network import FRAME_TAGS, PARTY_TAGS, TAGS

NO_LINK = -1  # the word belongs to no claim
UNTOLD = -1  # nobody says of this word what is asked
UNRECORDED = -2  # heads no mention that a record keeps; another kind it may
_MARKS = ("[CLS]", "[SEP]", "[MASK]")
ROOT = -1
UNTOLD_ARC = -2
SHOUTED = 0.02  # of all lines
MASKED = 0.06  # of all pieces: what a word is must then be told by those around it


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One window with its gold. Words count from 1 after [CLS]; gold of a missing layer is None.

    inner: [words] the tags of cues of claims within claims.
    frames: for each claim with a cue in the window, [2, words]: whether the word is in its cue, and its tag.
    contents, cues: [words] the number of the claim whose content or cue the word is in, or NO_LINK.
    sources: [pairs, 2] a word and the number of a claim whose source it is in; claims share sources.
    syntax: by layer, [words]; ``pos``, ``lemma`` and ``relation`` are class numbers or UNTOLD, ``arc`` is the
    number of the head's word in the window, ROOT, or UNTOLD_ARC, ``sentence`` a number. Empty without gold.
    mention: [words] the class of what the word heads the mention of; entity: [words] its number or UNTOLD;
    sector: [words] the class of its sector or UNTOLD.
    events: [words] the tags of triggers; parties: as ``frames``, for each trigger whose parties are told;
    mode, factuality: [words] the class of the event whose trigger the word is in, or UNTOLD; contexts:
    [words, contexts] 1 for those it has, UNTOLD outside triggers. pair: [categories] 1 for those that what
    the one marked party does to the other may have.
    """

    ids: Ints
    features: Ints
    first_piece: Ints
    names: Ints | None
    claims: Ints | None
    inner: Ints | None
    frames: Ints
    contents: Ints
    cues: Ints
    sources: Ints
    syntax: Mapping[str, Ints]
    mention: Ints | None
    entity: Ints | None
    sector: Ints | None
    events: Ints | None
    parties: Ints
    mode: Ints | None
    factuality: Ints | None
    contexts: Ints | None
    pair: Ints | None


def trainings(
    examples: Iterable[Example], tokenizer: Tokenizer, draw: random.Random, *, overlap: int = 0
) -> Iterator[Training]:
    """The windows of all examples, cut anew at other places every time."""
    cls, sep, mask = (np.array(tokenizer.token_to_id(name), dtype=np.int64) for name in _MARKS)
    for example in _shouted(examples, draw):
        pieces = cut(example.text, tokenizer)
        pair = None
        if example.pair is not None:
            pieces = marked(pieces, example.pair.actor, example.pair.recipient)
            pair = np.array([name in example.pair.types for name in EVENT_TYPES], dtype=np.int64)
        if not pieces.words:
            continue
        sizes = np.diff(np.append(pieces.first_piece, len(pieces))).tolist()
        width = draw.randint(WIDTH * 2 // 3, WIDTH)
        starts = sentence_starts(pieces, example.text)
        gold = _gold(example, pieces)
        hidden = np.array([draw.random() < MASKED for _ in range(len(pieces))])
        for window in windows(sizes, starts, width=width, overlap=overlap):
            words = slice(window.first, window.last)
            a = int(pieces.first_piece[window.first])
            b = int(pieces.first_piece[window.last]) if window.last < pieces.words else len(pieces)
            if b - a > 500:
                continue  # one word of hundreds of pieces: nothing to learn from
            edge = np.zeros((1, pieces.features.shape[1]), dtype=np.int64)
            yield Training(
                ids=np.concatenate([[cls], np.where(hidden[a:b], mask, pieces.ids[a:b]), [sep]]),
                features=np.concatenate([edge, pieces.features[a:b], edge]),
                first_piece=pieces.first_piece[words] - a + 1,
                names=None if gold.names is None else gold.names[words],
                claims=None if gold.claims is None else gold.claims[words],
                inner=None if gold.inner is None else gold.inner[words],
                frames=gold.inside(gold.frames, window.first, window.last),
                contents=gold.contents[words],
                cues=gold.cues[words],
                sources=gold.sources_in(window.first, window.last),
                syntax=gold.syntax_in(window.first, window.last),
                mention=None if gold.mention is None else gold.mention[words],
                entity=None if gold.entity is None else gold.entity[words],
                sector=None if gold.sector is None else gold.sector[words],
                events=None if gold.events is None else gold.events[words],
                parties=gold.inside(gold.parties, window.first, window.last),
                mode=None if gold.mode is None else gold.mode[words],
                factuality=None if gold.factuality is None else gold.factuality[words],
                contexts=None if gold.contexts is None else gold.contexts[words],
                pair=pair,
            )


def _shouted(examples: Iterable[Example], draw: random.Random) -> Iterator[Example]:
    """The examples, a few of their lines in capitals: headlines are, and corpora have too few."""
    for example in examples:
        lines = example.text.split("\n")
        text = "\n".join(line.upper() if draw.random() < SHOUTED else line for line in lines)
        yield replace(example, text=text) if len(text) == len(example.text) else example


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gold:
    """The gold of a whole text, by word, as in `Training`."""

    names: Ints | None
    claims: Ints | None
    inner: Ints | None
    frames: Ints
    contents: Ints
    cues: Ints
    sources: Ints
    syntax: Mapping[str, Ints]
    mention: Ints | None
    entity: Ints | None
    sector: Ints | None
    events: Ints | None
    parties: Ints
    mode: Ints | None
    factuality: Ints | None
    contexts: Ints | None

    def inside(self, frames: Ints, first: int, last: int) -> Ints:
        """The frames whose cue lies in the window, whole."""
        inside = frames[:, :, first:last]
        whole: Ints = inside[inside[:, 0].sum(1) == frames[:, 0].sum(1)]
        return whole

    def syntax_in(self, first: int, last: int) -> dict[str, Ints]:
        found = {layer: values[first:last] for layer, values in self.syntax.items()}
        if found:
            arc = found["arc"]
            outside = (arc >= 0) & ((arc < first) | (arc >= last))
            found["arc"] = np.where(outside, UNTOLD_ARC, np.where(arc >= 0, arc - first, arc))
        return found

    def sources_in(self, first: int, last: int) -> Ints:
        words = self.sources[:, 0]
        found = self.sources[(words >= first) & (words < last)]
        shifted: Ints = found - np.array([first, 0])
        return shifted


def _gold(example: Example, pieces: Pieces) -> _Gold:
    names = claims = inner = None
    frames: list[Ints] = []
    contents = np.full(pieces.words, NO_LINK, dtype=np.int64)
    cues = contents.copy()
    sources: list[tuple[int, int]] = []
    if example.names is not None:
        names = np.zeros(pieces.words, dtype=np.int64)
        for name in example.names:
            _tag(names, pieces.words_over(name.start, name.end), TAGS["names"].index(f"B-{name.type}"))
    if example.attributions is not None:
        claims = np.zeros(pieces.words, dtype=np.int64)
        if example.nested:
            inner = np.zeros(pieces.words, dtype=np.int64)
        frames = [_frame(attribution, pieces) for attribution in example.attributions if attribution.cue]
        # content first: where the few overlapping annotations meet, the shorter parts win
        for part in ("content", "source", "cue"):
            for number, attribution in enumerate(example.attributions):
                if attribution.inner:
                    continue
                for start, end in getattr(attribution, part):
                    words = pieces.words_over(start, end)
                    _tag(claims, words, TAGS["claims"].index(f"B-{part}"))
                    if part == "source":
                        sources += [(word, number) for word in range(words.start, words.stop)]
                    else:
                        (contents if part == "content" else cues)[words] = number
    if inner is not None:
        for attribution in example.attributions or ():
            for start, end in attribution.cue if attribution.inner else ():
                _tag(inner, pieces.words_over(start, end), TAGS["inner"].index("B-cue"))
    return _Gold(
        names=names,
        claims=claims,
        inner=inner,
        frames=np.stack(frames) if frames else np.zeros((0, 2, pieces.words), dtype=np.int64),
        contents=contents,
        cues=cues,
        sources=np.array(sources, dtype=np.int64).reshape(-1, 2),
        syntax=_syntax(example, pieces),
        **_mentions(example, pieces),
        **_events(example, pieces),
    )


def _events(example: Example, pieces: Pieces) -> dict[str, Any]:
    """The gold of events: tags of triggers, their parties, modes and factualities."""
    none = np.zeros((0, 2, pieces.words), dtype=np.int64)
    if example.events is None:
        return {"events": None, "parties": none, "mode": None, "factuality": None, "contexts": None}
    tags: Ints | None = np.zeros(pieces.words, dtype=np.int64)
    mode = np.full(pieces.words, UNTOLD, dtype=np.int64)
    factuality = mode.copy()
    contexts = np.full((pieces.words, len(CONTEXTS)), UNTOLD, dtype=np.int64)
    parties = []
    for event in example.events:
        words = pieces.words_over(*event.trigger)
        if event.type is None:
            tags = None  # a corpus of factuality alone
        elif tags is not None:
            _tag(tags, words, TAGS["events"].index(f"B-{event.type}"))
            name = "none" if event.mode is None else f"{event.type} {event.mode}"
            mode[words] = MODES.index(name) if name in MODES else UNTOLD
            contexts[words] = [name in event.contexts for name in CONTEXTS]
        if event.factuality is not None:
            factuality[words] = FACTUALITIES.index(event.factuality)
        if event.actors is not None:
            parties.append(_parties(event, words, pieces))
    return {
        "events": tags,
        "parties": np.stack(parties) if parties else none,
        "mode": mode,
        "factuality": factuality,
        "contexts": contexts,
    }


def _parties(event: Happening, trigger: slice, pieces: Pieces) -> Ints:
    """[2, words]: the words of the trigger, and what each word is to it."""
    found = np.zeros((2, pieces.words), dtype=np.int64)
    found[0, trigger] = 1
    actors, recipients = set(event.actors or ()), set(event.recipients or ())
    kinds = (
        ("place", {event.place} if event.place else set()),
        ("recipient", recipients - actors),
        ("actor", actors - recipients),
        ("both", actors & recipients),
    )
    for kind, spans in kinds:
        for start, end in sorted(spans):
            _tag(found[1], pieces.words_over(start, end), PARTY_TAGS.index(f"B-{kind}"))
    return found


def _frame(attribution: Attribution, pieces: Pieces) -> Ints:
    """[2, words]: the words of the cue, and what each word is to it."""
    found = np.zeros((2, pieces.words), dtype=np.int64)
    for part in ("content", "source"):
        for start, end in getattr(attribution, part):
            _tag(found[1], pieces.words_over(start, end), FRAME_TAGS.index(f"B-{part}"))
    for start, end in attribution.cue:
        words = pieces.words_over(start, end)
        found[0, words] = 1
    return found


def _syntax(example: Example, pieces: Pieces) -> dict[str, Ints]:
    """The gold of syntax. A token is told at its first word; a word within a token has none."""
    if example.tokens is None:
        return {}
    words = pieces.words_at([t.start for t in example.tokens], [t.end for t in example.tokens]).tolist()
    found = {
        layer: np.full(pieces.words, UNTOLD, dtype=np.int64)
        for layer in ("pos", "lemma", "relation", "sentence")
    }
    found["arc"] = np.full(pieces.words, UNTOLD_ARC, dtype=np.int64)
    for token, word in zip(example.tokens, words, strict=True):
        if found["pos"][word] != UNTOLD:
            continue  # two tokens in one word: the first is told
        found["pos"][word] = PARTS_OF_SPEECH.index(token.pos)
        found["lemma"][word] = _LEMMA.get(rule(token.form, token.lemma), UNTOLD)
        found["sentence"][word] = token.sentence
        head = ROOT if token.head < 0 else words[token.head]
        if head != word:
            found["arc"][word] = head
            found["relation"][word] = _RELATION.get(token.relation, UNTOLD)
    return found


def _mentions(example: Example, pieces: Pieces) -> dict[str, Any]:
    if example.mentions is None:
        return {"mention": None, "entity": None, "sector": None}
    # In GUM a word without a mention has none; our own text leaves out what a record does not keep.
    mention = np.full(pieces.words, UNRECORDED if example.tokens is None else 0, dtype=np.int64)
    entity = np.full(pieces.words, UNTOLD, dtype=np.int64)
    sector = entity.copy()
    ordered = sorted(example.mentions, key=lambda one: one.start - one.end)
    words = pieces.words_at([one.head for one in ordered], [one.head + 1 for one in ordered])
    for one, word in zip(ordered, words.tolist(), strict=True):
        mention[word] = MENTION_TYPES.index(one.type)
        entity[word] = one.entity
        sector[word] = UNTOLD if one.sector is None else SECTOR_NAMES.index(one.sector)
    return {"mention": mention, "entity": entity, "sector": sector}


_LEMMA = {name: n for n, name in enumerate(LEMMA_RULES)}
_RELATION = {name: n for n, name in enumerate(RELATIONS)}


def _tag(tags: Ints, words: slice, begin: int) -> None:
    tags[words] = begin + 1
    tags[words.start : words.start + 1] = begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """The claims of a batch that have a cue, each with the words of its window.

    rows: [frames] the number of the window. cues: [frames, words] 1 where the word is in the cue.
    positions: [frames, words] where it stands to the cue. gold: [frames, words] what it is to the cue.
    """

    rows: Tensor
    cues: Tensor
    positions: Tensor
    gold: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Windows padded to one length. gold: per task [batch, words]; word_mask [batch, words].

    links: by kind, [batch, words, words] whether the one word is to find the other.
    linking: by kind, [batch, words] which words are to find one, or to find that there is none.
    within: by kind, [batch, words, words] which words may be found; all where the kind is missing.
    classes: per head that chooses a class, [batch, words]; negative where there is nothing to learn.
    arc: [batch, words] the number of the word's syntactic head, where ``relation`` is told.
    contexts: [batch, words, contexts]; pair: [batch, categories], as in `Training`.
    """

    ids: Tensor
    features: Tensor
    mask: Tensor
    first_piece: Tensor
    word_mask: Tensor
    gold: dict[str, Tensor]
    links: dict[str, Tensor] = field(default_factory=dict)
    linking: dict[str, Tensor] = field(default_factory=dict)
    within: dict[str, Tensor] = field(default_factory=dict)
    classes: dict[str, Tensor] = field(default_factory=dict)
    arc: Tensor | None = None
    frames: Frames | None = None
    parties: Frames | None = None
    contexts: Tensor | None = None
    pair: Tensor | None = None


def batches(items: Sequence[Training], pieces: int, draw: random.Random) -> list[Batch]:
    """Batches of about ``pieces`` pieces, windows of like length together, in random order.

    Windows with the same annotated layers go together, so that a batch has gold for all its rows.
    """
    kinds: dict[tuple[bool, ...], list[Training]] = {}
    for item in items:
        layers = (
            item.names is None,
            item.claims is None,
            item.inner is None,
            not item.syntax,
            item.mention is None,
            item.events is None,
            item.factuality is None,
            item.pair is None,
        )
        kinds.setdefault(layers, []).append(item)
    found: list[Batch] = []
    for kind in kinds.values():
        ordered = sorted(kind, key=lambda item: len(item.ids) + draw.random() * 12)
        group: list[Training] = []
        for item in ordered:
            if group and (len(group) + 1) * max(len(item.ids), len(group[-1].ids)) > pieces:
                found.append(batch(group))
                group = []
            group.append(item)
        found.append(batch(group))
    draw.shuffle(found)
    return found


def batch(group: Sequence[Training]) -> Batch:
    """Pads a group of windows to tensors."""
    gold = {
        task: _pad([getattr(item, task) for item in group], 0)
        for task in TAGS
        if getattr(group[0], task) is not None
    }
    ids = _pad([item.ids for item in group], 0)
    links: dict[str, Tensor] = {}
    linking: dict[str, Tensor] = {}
    within: dict[str, Tensor] = {}
    classes: dict[str, Tensor] = {}
    arc = None
    if group[0].claims is not None:
        links = _claim_links(group)
        linking["cue"] = _pad([item.contents for item in group], NO_LINK) >= 0
        linking["source"] = _pad([item.cues for item in group], NO_LINK) >= 0
    if group[0].syntax:
        told = {
            layer: _pad([item.syntax[layer] for item in group], UNTOLD if layer != "arc" else UNTOLD_ARC)
            for layer in group[0].syntax
        }
        classes |= {layer: told[layer] for layer in ("pos", "lemma", "relation")}
        arc = told["arc"]
        numbers = torch.arange(arc.shape[1])
        links["arc"] = arc[..., None] == numbers
        linking["arc"] = arc > UNTOLD_ARC
        within["arc"] = (told["sentence"][:, :, None] == told["sentence"][:, None]) & (
            told["sentence"][:, None] >= 0
        )
    if group[0].mention is not None:
        classes["mention"] = _pad([_array(item.mention) for item in group], UNTOLD)
        classes["sector"] = _pad([_array(item.sector) for item in group], UNTOLD)
        entity = _pad([_array(item.entity) for item in group], UNTOLD)
        numbers = torch.arange(entity.shape[1])
        earlier = (numbers[None, :] < numbers[:, None])[None] & (entity >= 0)[:, None]
        links["coref"] = (entity[:, :, None] == entity[:, None]) & earlier
        linking["coref"] = entity >= 0
        within["coref"] = earlier
    if group[0].factuality is not None:
        for head in ("mode", "factuality"):
            classes[head] = _pad([_array(getattr(item, head)) for item in group], UNTOLD)
    return Batch(
        ids=ids,
        features=torch.nn.utils.rnn.pad_sequence(
            [torch.from_numpy(item.features) for item in group], batch_first=True
        ),
        mask=_pad([np.ones_like(item.ids) for item in group], 0),
        first_piece=_pad([item.first_piece for item in group], 0),
        word_mask=_pad([np.ones_like(item.first_piece) for item in group], 0).float(),
        gold=gold,
        links=links,
        linking=linking,
        within=within,
        classes=classes,
        arc=arc,
        frames=_frames([item.frames for item in group], group),
        parties=_frames([item.parties for item in group], group),
        contexts=None
        if group[0].contexts is None
        else _pad([_array(item.contexts) for item in group], UNTOLD),
        pair=None if group[0].pair is None else _pad([_array(item.pair) for item in group], 0),
    )


def _frames(frames: Sequence[Ints], group: Sequence[Training]) -> Frames | None:
    rows = [row for row, found in enumerate(frames) for _ in found]
    if not rows:
        return None
    size = max(len(item.first_piece) for item in group)
    padded = [np.pad(frame, ((0, 0), (0, size - frame.shape[1]))) for found in frames for frame in found]
    cues = np.stack([frame[0] for frame in padded])
    return Frames(
        rows=torch.tensor(rows),
        cues=torch.from_numpy(cues),
        positions=torch.from_numpy(
            np.stack([positions(int(cue.argmax()), int(np.flatnonzero(cue)[-1]), size) for cue in cues])
        ),
        gold=torch.from_numpy(np.stack([frame[1] for frame in padded])),
    )


def _array(values: Ints | None) -> Ints:
    """The values, which windows of one group all have."""
    if values is None:
        raise ValueError("windows with and without this layer in one batch")
    return values


def _claim_links(group: Sequence[Training]) -> dict[str, Tensor]:
    """Contents find their cue, cues their source."""
    size = max(len(item.cues) for item in group)
    cue_of = torch.zeros(len(group), size, size, dtype=torch.bool)
    source_of = torch.zeros_like(cue_of)
    for row, item in enumerate(group):
        contents, cues = torch.from_numpy(item.contents), torch.from_numpy(item.cues)
        n = len(cues)
        cue_of[row, :n, :n] = (contents[:, None] == cues[None]) & (contents >= 0)[:, None]
        for word, claim in item.sources.tolist():
            source_of[row, :n, word] |= cues == claim
    return {"cue": cue_of, "source": source_of}


def _pad(rows: Sequence[Ints], value: int) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence(
        [torch.from_numpy(row) for row in rows], batch_first=True, padding_value=value
    )
