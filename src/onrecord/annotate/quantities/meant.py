"""What a number alone counts: told by the figures before it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.quantities.bounds import Bounded
from onrecord.record import Quantity

_SMALL = 20  # a smaller number is not known again by itself

Meaning = tuple[str, str | None]
"""What is counted, and its unit."""


class Before:
    """The figures read so far, as far as they tell what a later number alone counts."""

    def __init__(self) -> None:
        self._known: dict[tuple[float | None, float | None], str] = {}
        self._near: list[Quantity] = []
        self._sentence_before: list[Quantity] = []

    def next_sentence(self) -> None:
        """What was near moves away."""
        self._sentence_before, self._near = self._near, []

    def add(self, quantity: Quantity) -> None:
        """Remember a figure."""
        self._near.append(quantity)
        if quantity.unit is None and quantity.what and (quantity.low or 0) > _SMALL:
            self._known[quantity.low, quantity.high] = quantity.what

    def meaning(self, found: Bounded, forms: Sequence[str]) -> Meaning | None:
        """What the number counts; None where nothing before it tells.

        The same number counts the same; a large one in a sentence with money or a measure is of that ("of
        180 billion roubles 61 billion"); else it is part of the last larger figure in the sentence,
        or in the one before. "Killed 12" counts who was killed, so a participle of that kind stays.
        """
        if (found.low, found.high) in self._known:
            return self._known[found.low, found.high], None
        if self._near and self._near[-1].unit is not None and found.magnified:
            return self._near[-1].what, self._near[-1].unit
        lead = forms[found.first - 1] if found.first else ""
        if lead.endswith(("ed", "ing")) and lead != "compared":
            return None
        near = self._near or self._sentence_before
        counts = [one for one in near if one.unit is None and one.what]
        larger = [one for one in counts if (one.low or one.high or 0) >= (found.low or found.high or 0)]
        last = (larger or counts)[-1:]
        return (last[0].what, None) if last else None
