"""A document with what has been found in it so far, layer by layer, stand-off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from onrecord.annotate.claims.linking import Attribution
from onrecord.annotate.events.happenings import Happening
from onrecord.annotate.syntax import Syntax
from onrecord.models import Encoding
from onrecord.record import Claim, Document, Entity, Event, Quantity, Silence, Span, Time


@dataclass(frozen=True, kw_only=True)
class Annotated:
    """A document and its layers; a step gives back a copy with its own layer filled."""

    document: Document
    sentences: tuple[Span, ...] = ()
    encoding: Encoding | None = None
    syntax: Syntax | None = None
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    silences: tuple[Silence, ...] = ()
    happenings: tuple[Happening, ...] = ()
    events: tuple[Event, ...] = ()

    @cached_property
    def readable(self) -> str:
        """The text with what is not article blanked out: as long as the text, so offsets hold."""
        text = self.document.text
        parts, at = [], 0
        for span in self.document.boilerplate:
            parts.append(text[at : span.start])
            # Line breaks stay: they part the paragraphs around.
            parts.append("".join(c if c == "\n" else " " for c in span.cut(text)))
            at = span.end
        return "".join((*parts, text[at:]))

    @property
    def encoded(self) -> Encoding:
        """The encoding, for steps that come after it."""
        if self.encoding is None:
            raise ValueError("this step comes before the encoder has read the document")
        return self.encoding

    @property
    def parsed(self) -> Syntax:
        """The syntax, for steps that come after it."""
        if self.syntax is None:
            raise ValueError("this step comes before the document is parsed")
        return self.syntax


Step = Callable[[Annotated], Annotated]
"""A pure function from a document with some layers to the same with more."""
