"""A long text as overlapping windows of pieces, each within what the encoder reads at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Measured on PolNeAR dev: docs/evaluation.md, "Windows".
WIDTH = 190
OVERLAP = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Words ``[first, last)`` are read together; the window answers for words ``[own_first, own_last)``."""

    first: int
    last: int
    own_first: int
    own_last: int


def windows(
    sizes: Sequence[int], sentence_starts: Sequence[int], *, width: int = WIDTH, overlap: int = OVERLAP
) -> tuple[Window, ...]:
    """Cuts words into windows at sentence starts where it can, each word owned by one window.

    sizes: [words] pieces of each word. sentence_starts: sorted indices of words that start a
    sentence. A window holds at most ``width`` pieces (a single longer word stands alone), and starts
    with up to ``overlap`` pieces that the one before it ends with: whole sentences where they fit.
    In an overlap each window answers for the half that lies further from its own edge.
    """
    if not sizes:
        return ()
    total = [0]
    for size in sizes:
        total.append(total[-1] + size)
    bounds: list[tuple[int, int]] = []
    first = 0
    while first < len(sizes):
        last = _last(total, sentence_starts, first, width)
        bounds.append((first, last))
        if last >= len(sizes):
            break
        first = _restart(total, sentence_starts, first, last, overlap)
    seams = [(a[1] + b[0] + 1) // 2 for a, b in pairwise(bounds)]
    return tuple(
        Window(first=first, last=last, own_first=own_first, own_last=own_last)
        for (first, last), own_first, own_last in zip(bounds, [0, *seams], [*seams, len(sizes)], strict=True)
    )


def _last(total: Sequence[int], starts: Sequence[int], first: int, width: int) -> int:
    """The end of the window from ``first``: the last sentence start that fits, else what fits."""
    fits = max(first + 1, bisect_right(total, total[first] + width) - 1)
    if fits >= len(total) - 1:
        return len(total) - 1
    at = bisect_right(starts, fits) - 1
    # A window less than two thirds full would waste more than a cut sentence costs.
    if at >= 0 and starts[at] > first and total[starts[at]] - total[first] > width * 2 // 3:
        return starts[at]
    return fits


def _restart(total: Sequence[int], starts: Sequence[int], first: int, last: int, overlap: int) -> int:
    """Where the next window begins: at a sentence start at most ``overlap`` pieces back."""
    back = max(first + 1, bisect_left(total, total[last] - overlap))
    at = bisect_left(starts, back)
    if at < len(starts) and starts[at] < last:
        return starts[at]
    at_boundary = at < len(starts) and starts[at] == last
    return last if at_boundary else min(back, last)
