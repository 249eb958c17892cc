"""The layer that syntax adds: words and what each depends on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.record import Span

ROOT = -1
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})


@dataclass(frozen=True, kw_only=True)
class Syntax:
    """The syntactic words of a text, in parallel sequences.

    starts, ends: code points. words: the number of the encoder's word that speaks for each. pos: UPOS.
    heads: the number of each word's head, ROOT for a root. relations: UD relations. sentences: for each
    sentence its words ``[first, last)``.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[int]
    pos: Sequence[str]
    lemmas: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    sentences: Sequence[range]

    def __len__(self) -> int:
        return len(self.starts)

    def form(self, token: int) -> str:
        """A word as it is written."""
        return self.text[self.starts[token] : self.ends[token]]

    def span(self, tokens: range) -> Span:
        """The code points of a run of words."""
        return Span(start=self.starts[tokens.start], end=self.ends[tokens.stop - 1])

    def at(self, offset: int) -> int:
        """The number of the word that holds a code point, or the last one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def within(self, span: Span) -> range:
        """The words that begin in a span, or the one that holds it."""
        first = self.at(span.start)
        if self.ends[first] <= span.start:
            first += 1
        last = bisect_right(self.starts, span.end - 1)
        return range(first, max(last, first + 1))

    @cached_property
    def sentence_of(self) -> Sequence[int]:
        """The number of each word's sentence."""
        return [number for number, sentence in enumerate(self.sentences) for _ in sentence]

    @cached_property
    def children(self) -> Sequence[Sequence[int]]:
        """Of each word the words that depend on it, in order."""
        found: list[list[int]] = [[] for _ in self.starts]
        for token, head in enumerate(self.heads):
            if head != ROOT:
                found[head].append(token)
        return found

    @cached_property
    def extents(self) -> tuple[Sequence[int], Sequence[int]]:
        """Of each word the first and the last word of all that hangs on it, itself included."""
        first, last = list(range(len(self))), list(range(len(self)))
        for token in range(len(self)):
            for above in self.ancestors(token):
                first[above] = min(first[above], token)
                last[above] = max(last[above], token)
        return first, last

    def child(self, token: int, *relations: str) -> int | None:
        """The first word that depends on ``token`` in one of the relations."""
        return next((c for c in self.children[token] if self.relations[c] in relations), None)

    def ancestors(self, token: int) -> Iterator[int]:
        """The head of a word, its head, and so on up to the root."""
        while self.heads[token] != ROOT:
            token = self.heads[token]
            yield token

    def related(self, token: int) -> int | None:
        """The noun that a relative pronoun stands for: the one on which its clause hangs."""
        if self.form(token).lower() not in RELATIVE or self.pos[token] not in ("PRON", "DET"):
            return None
        for above in (token, *self.ancestors(token)):
            if self.relations[above] == "acl:relcl":
                return self.heads[above] if self.heads[above] < token else None
        return None

    def head_of(self, tokens: range) -> int:
        """The word of a run on which the others depend, marks and prepositions aside."""
        outside = [n for n in tokens if self.heads[n] not in tokens]
        words = [n for n in outside if self.pos[n] not in ("PUNCT", "ADP", "CCONJ", "SCONJ")]
        return (words or outside or [tokens.start])[0]

    def noun_of(self, tokens: range) -> int:
        """The word by which a run names somebody: its head, or its last noun where the tree errs."""
        head = self.head_of(tokens)
        if self.pos[head] in ("NOUN", "PROPN", "PRON", "NUM"):
            return head
        return next((n for n in reversed(tokens) if self.pos[n] in ("NOUN", "PROPN")), head)
