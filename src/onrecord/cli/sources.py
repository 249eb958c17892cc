"""The sources of a record, as a reader is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.cli.lines import Piece
from onrecord.cli.sections import cut
from onrecord.cli.words import flat
from onrecord.record import Record, Reference

NOBODY = "no source named"


class Sources:
    """The sources of a record, as a reader is told of them."""

    def __init__(self, record: Record) -> None:
        self._text = record.document.text
        self._names = {entity.id: flat(entity.name) for entity in record.entities}

    def shown(self, links: Sequence[Reference | None]) -> Iterator[Piece]:
        """Through whom a claim comes and, brighter, whose it is: "Tass, citing Sergei Shoigu"."""
        *through, own = links
        yield Piece(text=", citing ".join(map(self.label, through)))
        if through and own is None:
            yield Piece(text=", naming no source")
            return
        yield Piece(text=", citing " if through else "")
        yield Piece(text=self.label(own), style="name")

    def label(self, reference: Reference | None) -> str:
        """The words or the name, whichever holds the other, or else both: "Ana Vélez (she)"."""
        words, name = self._words(reference), self._name(reference)
        if not words and name is not None:
            return _noted(name, reference, "not named here")
        # Among the commas of a chain a description with commas of its own would look like a link.
        if name is None or (_holds(words, name) and "," not in words):
            return _noted(words or NOBODY, reference)
        return _noted(name, reference) if _holds(name, words) else _noted(name, reference, words)

    def heading(self, reference: Reference | None) -> str:
        """Under which words a source's claims are put together."""
        return _noted(self._name(reference) or self._words(reference) or NOBODY, reference)

    def key(self, reference: Reference | None) -> tuple[str | None, str]:
        """What tells one source from another: two officials may be described by the same words."""
        if reference is not None and reference.entity in self._names:
            return reference.entity, ""
        return None, self._words(reference)

    def _words(self, reference: Reference | None) -> str:
        return cut(reference.spans, self._text) if reference else ""

    def _name(self, reference: Reference | None) -> str | None:
        return self._names.get(reference.entity or "") if reference else None


def _noted(shown: str, reference: Reference | None, *notes: str) -> str:
    """The source with notes in brackets, that it is anonymous among them."""
    if reference is not None and reference.anonymous:
        notes = (*notes, "anonymous")
    return f"{shown} ({'; '.join(notes)})" if notes else shown


def _holds(longer: str, shorter: str) -> bool:
    """Whether the one has the other in it, as whole words."""
    return re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer) is not None
