"""Page furniture in plain text: share buttons, "read more", notices, credits, bylines and date
lines.

A line is judged as a kind, not by a list of strings: a logistic regression over named features
(``furniture_features``, ``furniture_weights``) says how likely it is furniture by itself; where it
stands decides how likely it must be. An article's sentence lost is worse than a share button kept,
so a line among article lines must be near certain.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from onrecord.intake.byline import is_byline
from onrecord.intake.days import is_day_line
from onrecord.intake.furniture_features import is_too_long, measure
from onrecord.intake.furniture_weights import WEIGHTS
from onrecord.intake.lines import Line, find_lines
from onrecord.record import Span

CERTAIN = 0.9
"""Where a line stands among article lines: precision 0.99 on the held-back lines."""
LIKELY = 0.5
"""Beside furniture, at the end of the text, or repeated: precision 0.88 on held-back lines without
context.
"""
LIKELY_SENTENCE = 0.7
"""The same for a line that ends like a sentence: those are what must not be lost."""
HEAD = 8
"""Lines at the head in which a byline or a line with the day is looked for; at the tail as many."""


_FEWEST_WITH_TAIL = 5  # lines: shorter texts have no tail in which furniture would be expected


def estimate(line: str) -> float:
    """The probability that ``line``, seen by itself, is page furniture."""
    if is_too_long(line):
        return 0.0
    features = measure(line)
    score = sum(WEIGHTS[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-score))


def find_furniture(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` that are page furniture: one span a line, without its line break, in
    order.

    Bylines and lines that hold nothing but the day of publication count as furniture where they
    stand at the head or the tail.
    """
    lines = find_lines(text)
    marked = _spread(lines, _seeds(lines))
    return tuple(
        Span(start=line.start, end=line.end) for line, mark in zip(lines, marked, strict=True) if mark
    )


def _seeds(lines: Sequence[Line]) -> list[float]:
    """How likely each line is furniture by itself; 1 for a byline or a line with the day."""
    last = len(lines) - 1
    known: dict[str, float] = {}  # a page of one short line over and over costs no more than one
    seeds = []
    for index, line in enumerate(lines):
        if line.text not in known:
            known[line.text] = estimate(line.text)
        tail = last - index < HEAD
        edge = tail or index < HEAD
        sure = edge and (is_byline(line.text, tail=tail) or is_day_line(line.text))
        seeds.append(1.0 if sure else known[line.text])
    return seeds


def _spread(lines: Sequence[Line], likely: Sequence[float]) -> list[bool]:
    """Which lines are furniture: the certain ones, and the likely ones that touch furniture.

    The end of the text counts as furniture, its head does not: headlines stand there.
    """
    repeated = Counter(line.text for line in lines)
    enough = [_threshold(line.text) for line in lines]
    marked = [
        p >= CERTAIN or (repeated[line.text] > 1 and p >= threshold)
        for line, p, threshold in zip(lines, likely, enough, strict=True)
    ]
    beside = False
    for index in range(len(lines)):
        marked[index] = marked[index] or (beside and likely[index] >= enough[index])
        beside = marked[index]
    beside = len(lines) >= _FEWEST_WITH_TAIL
    for index in reversed(range(len(lines))):
        marked[index] = marked[index] or (beside and likely[index] >= enough[index])
        beside = marked[index]
    return marked


def _threshold(line: str) -> float:
    """How likely a line must be furniture to be marked where its surroundings speak for it."""
    if line.endswith(('"', "”", "'", "’")) or line.startswith(('"', "“")):
        return CERTAIN
    return LIKELY_SENTENCE if line.endswith(".") and len(line.split(None, 4)) > 4 else LIKELY
