"""Texts parsed and marked by hand, so that tests of what comes after need no model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import cast

import numpy as np

from onrecord.annotate.entities import find_entities
from onrecord.annotate.mentions import Found, Name
from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.tokens import tokens
from onrecord.models import Encoding, Heads
from onrecord.models.heads import Frames, Ranker
from onrecord.models.manifest import Floats
from onrecord.models.pieces import Ints
from onrecord.record import Entity, MentionKind, Span
from onrecord.vocab.actors.kinds import SECTORS

CLASSES = ("none", "person", "group", "organization", "country", "place", "publisher", "facility", "other")
SECTOR_NAMES = ("none", *sorted(SECTORS))
_OF_NAMES = {"person": "person", "group": "group", "place": "place", "facility": "facility"}


def tree(lines: str, parses: str) -> Syntax:
    """A text of one sentence a line with its parse: ``NOUN.2.nsubj`` is a noun, the subject of word 2.

    Words count from 1 in their sentence, 0 is no head. A fourth part is the lemma; without it that is the
    word in small letters, of a name the word.
    """
    starts: list[int] = []
    ends: list[int] = []
    heads: list[int] = []
    pos, relations, lemmas, sentences = [], [], [], []
    at = 0
    for line, parse in zip(lines.split("\n"), parses.split("|"), strict=True):
        first = len(starts)
        spans = tokens(lines, Span(start=at, end=at + len(line)))
        for (start, end), word in zip(spans, parse.split(), strict=True):
            tag, head, relation, *lemma = word.split(".")
            form = lines[start:end]
            starts.append(start)
            ends.append(end)
            pos.append(tag)
            heads.append(first + int(head) - 1 if int(head) else -1)
            relations.append(relation)
            lemmas.append(lemma[0] if lemma else form if tag == "PROPN" else form.lower())
        sentences.append(range(first, len(starts)))
        at += len(line) + 1
    return Syntax(
        text=lines,
        starts=starts,
        ends=ends,
        words=range(len(starts)),
        pos=pos,
        lemmas=lemmas,
        heads=heads,
        relations=relations,
        sentences=sentences,
    )


EMPTY = Syntax(text="", starts=[], ends=[], words=[], pos=[], lemmas=[], heads=[], relations=[], sentences=[])


def flat(lines: str) -> Syntax:
    """A text of names and little else: in each line all words are names that hang on the first."""
    parses = []
    for line in lines.split("\n"):
        size = len(list(tokens(line, Span(start=0, end=len(line)))))
        parses.append(" ".join(["PROPN.0.root", *["PROPN.1.dep"] * (size - 1)]))
    return tree(lines, "|".join(parses))


def mention(
    syntax: Syntax, surface: str, kind: MentionKind, type_: str, *, nth: int = 0, as_: str = ""
) -> Found:
    """The ``nth`` place of ``surface`` as a mention; ``as_``: what the tagger takes a name for.

    Of its sector the encoder says nothing.
    """
    start = -1
    for _ in range(nth + 1):
        start = syntax.text.index(surface, start + 1)
    span = Span(start=start, end=start + len(surface))
    words = syntax.within(span)
    name = None
    if kind == "name":
        name = Name(span=span, surface=surface, kind=as_ or _OF_NAMES.get(type_, "organization"))
    likely = np.zeros(len(CLASSES), dtype=np.float32)
    likely[CLASSES.index(type_)] = 1
    return Found(
        span=span,
        words=words,
        head=syntax.head_of(words),
        kind=kind,
        type=type_,
        likely=likely,
        sectors=np.full(len(SECTOR_NAMES), -np.log(len(SECTOR_NAMES)), dtype=np.float32),
        name=name,
    )


@dataclass
class Blank:
    """Stands in for an encoding: a window over all words, of which the encoder says one thing or nothing."""

    syntax: Syntax
    said: Mapping[str, Floats] | None = None

    def tags(self, head: str) -> Floats:
        """[words, size] what is said, else nothing."""
        if self.said is not None and head in self.said:
            return self.said[head]
        return np.zeros((len(self.syntax), 4), dtype=np.float32)

    def null(self, head: str) -> Floats:
        """[1, size] nothing."""
        return np.zeros((1, 4), dtype=np.float32)

    @property
    def owner(self) -> Ints:
        """The only window."""
        return np.zeros(len(self.syntax), dtype=np.int64)

    @property
    def pieces(self) -> SimpleNamespace:
        """A paragraph for each sentence."""
        size = len(self.syntax)
        features = np.zeros((size, 4), dtype=np.int64)
        for sentence in self.syntax.sentences:
            features[sentence.start, 1] = 2
        return SimpleNamespace(first_piece=np.arange(size), features=features)


@dataclass
class Always:
    """A ranker that wants every mention to be the same as the one before it (``joins``), or to be new."""

    joins: bool

    def pair(self, features: Floats) -> Floats:
        """[n, candidates] the nearer the better, above 0 if joining."""
        columns = np.arange(features.shape[1], dtype=np.float32)
        scores = np.tile(100 - columns if self.joins else -100 - columns, (len(features), 1))
        return scores.astype(np.float32)

    def alone(self, features: Floats) -> Floats:
        """[n, 1] zero."""
        return np.zeros((len(features), 1), dtype=np.float32)


def ranker(*, joins: bool) -> Ranker:
    """`Always` as the type that the reader takes."""
    return cast("Ranker", Always(joins))


def entities(
    syntax: Syntax, mentions: Sequence[Found], day: date | None = None, *, joins: bool = False
) -> tuple[Entity, ...]:
    """The entities that the mentions are gathered to, with a ranker that joins all it may, or nothing."""
    heads = Heads(
        classes={"mention": CLASSES, "sector": SECTOR_NAMES},
        relation_weight=np.zeros((0, 0), dtype=np.float32),
        relation_bias=np.zeros(0, dtype=np.float32),
        frames=cast("Frames", None),
        parties=cast("Frames", None),
        ranker=ranker(joins=joins),
    )
    ordered = sorted(mentions, key=lambda one: (one.head, one.span.start - one.span.end))
    return find_entities(syntax.text, ordered, syntax, cast("Encoding", Blank(syntax)), heads, [], day)
