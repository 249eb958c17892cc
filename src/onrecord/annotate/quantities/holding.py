"""Which claim holds a place in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from onrecord.record import Claim, Reference, Span

_WISHES = frozenset({"demands", "promises"})


class Holding:
    """The claims of a document, to be found by what stands in their contents."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        parts = sorted(
            ((part.start, part.end, number) for number, claim in enumerate(claims) for part in claim.content)
        )
        self._claims = claims
        self._by_id: dict[str | None, Claim] = {claim.id: claim for claim in claims}
        self._parts = parts
        self._starts = [start for start, _, _ in parts]
        self._reach = list(accumulate((end for _, end, _ in parts), max))
        self._lengths = [sum(part.end - part.start for part in claim.content) for claim in claims]

    def source(self, claim: Claim) -> Reference | None:
        """Whose a figure in the claim is.

        Of "had been told of 33, he said" his, since nobody else is named, and of "they wanted 40 men, he
        said" his too: what they wanted is his figure.
        """
        while claim.parent in self._by_id and (claim.source is None or claim.stance in _WISHES):
            claim = self._by_id[claim.parent]
        return claim.source

    def innermost(self, place: Span) -> Claim | None:
        """The claim with the shortest content of those that hold a place; None where none does."""
        best: int | None = None
        at = bisect_right(self._starts, place.start) - 1
        while at >= 0 and self._reach[at] >= place.end:
            _, end, number = self._parts[at]
            if end >= place.end and (best is None or self._lengths[number] < self._lengths[best]):
                best = number
            at -= 1
        return None if best is None else self._claims[best]
