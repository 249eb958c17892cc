"""Claims within claims, their chains and stances, on our own text.

python -m evaluation.nested [--held-back] [--model FOLDER]

A claim is found where its cue overlaps (or neither has one) and at least half of the characters of its
content are shared (intersection over union), one to one; "whole" asks the same of its source. A chain is
right where it has as many links and each is the one that is annotated: the same words, or an entity that they
mention. A claim that was not found has no chain, so it counts as wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.reading import read_all
from evaluation.scores import Counts
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from onrecord.record import Claim, Record, Reference
from training.corpora import own

FOLDER = Path("training/own/nested")
_PUBLISHED = date(2025, 6, 11)
_HALF = 0.5

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """An annotated claim: its spans, its parent's number, its chain's links, and stances that are right."""

    source: Spans
    cue: Spans
    content: Spans
    parent: int | None
    chain: Spans
    stances: tuple[str, ...]


def gold_of(item: Mapping[str, Any]) -> list[Gold]:
    """The claims of an annotated item."""
    text = item["text"]
    return [
        Gold(
            source=own.spans(text, claim["source"]),
            cue=own.spans(text, claim["cue"]),
            content=own.spans(text, claim["content"]),
            parent=claim["parent"],
            chain=own.spans(text, claim["chain"]),
            stances=(claim["stance"], *claim["stance_also"]),
        )
        for claim in item["claims"]
    ]


def score(pairs: Iterable[tuple[Mapping[str, Any], Record]]) -> dict[str, Counts]:
    """Counts by measure over all items."""
    total: dict[str, Counts] = {}
    for item, record in pairs:
        for measure, counts in _item(gold_of(item), record):
            total[measure] = total.get(measure, Counts()) + counts
    return total


def _item(gold: Sequence[Gold], record: Record) -> Iterator[tuple[str, Counts]]:
    claims = record.claims
    match = matched(gold, claims)
    for level, inner in (("first level", False), ("nested", True)):
        asked = [n for n, one in enumerate(gold) if (one.parent is not None) is inner]
        given = [claim for claim in claims if (claim.parent is not None) is inner]
        right = [n for n in asked if n in match and (claims[match[n]].parent is not None) is inner]
        yield f"{level}, found", _counts(len(right), len(given), len(asked))
        whole = sum(_sourced(gold[n], claims[match[n]]) for n in right)
        yield f"{level}, whole", _counts(whole, len(given), len(asked))
    places = {claim.id: n for n, claim in enumerate(claims)}
    for n, one in enumerate(gold):
        claim = claims[match[n]] if n in match else None
        linked = claim is not None and chained(one.chain, claim.chain, record)
        kind = "of several" if len(one.chain) > 1 else "of one or none"
        yield f"chain {kind} right", _told(linked)
        if claim is None:
            continue
        yield f"chain {kind} right, of claims found", _told(linked)
        yield "chain right, of claims found", _told(linked)
        yield "stance right, of claims found", _told(claim.stance in one.stances)
        if one.parent is not None:
            above = None if claim.parent is None else places[claim.parent]
            yield "parent right, of claims found", _told(above is not None and match.get(one.parent) == above)


def matched(gold: Sequence[Gold], claims: Sequence[Claim]) -> dict[int, int]:
    """For annotated claims the number of the claim that was read, best content first."""
    pairs = sorted(
        (
            (shared, n, m)
            for n, one in enumerate(gold)
            for m, claim in enumerate(claims)
            if (shared := _shared(one.content, _pairs(claim.content))) >= _HALF and _cued(one, claim)
        ),
        key=lambda pair: -pair[0],
    )
    found: dict[int, int] = {}
    for _, n, m in pairs:
        if n not in found and m not in found.values():
            found[n] = m
    return found


def chained(gold: Spans, chain: Sequence[Reference], record: Record) -> bool:
    """Whether a chain has the links that are annotated, in their order."""
    return len(gold) == len(chain) and all(map(lambda a, b: _link(a, b, record), gold, chain))


def _link(gold: tuple[int, int], reference: Reference, record: Record) -> bool:
    if any(_meet(gold, (span.start, span.end)) for span in reference.spans):
        return True
    return any(
        _meet(gold, (mention.start, mention.end))
        for entity in record.entities
        if entity.id == reference.entity
        for mention in entity.mentions
    )


def _cued(gold: Gold, claim: Claim) -> bool:
    if not gold.cue:
        return not claim.cue
    return any(_meet(a, b) for a in gold.cue for b in _pairs(claim.cue))


def _sourced(gold: Gold, claim: Claim) -> bool:
    spans = () if claim.source is None else _pairs(claim.source.spans)
    if not gold.source or not spans:
        return not gold.source and not spans
    return _shared(gold.source, spans) >= _HALF


def _pairs(spans: Iterable[Any]) -> Spans:
    return tuple((span.start, span.end) for span in spans)


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _shared(a: Spans, b: Spans) -> float:
    x, y = ({n for start, end in spans for n in range(start, end)} for spans in (a, b))
    return len(x & y) / len(x | y) if x | y else 1.0


def _counts(right: int, given: int, asked: int) -> Counts:
    return Counts(right=right, wrong=given - right, missed=asked - right)


def _told(right: bool) -> Counts:
    """One that was told, rightly or not: precision, recall and F1 are then the share that is right."""
    return Counts(right=int(right), wrong=int(not right), missed=int(not right))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--held-back", action="store_true", help="the part that was set aside to measure with"
    )
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    items = list(own.items(FOLDER, held_back=options.held_back))
    examples = [own.example(item) for item in items]
    records = [record for _, record in read_all(open_reader(model=options.model), examples, _PUBLISHED)]
    print(f"{len(items)} items")
    for measure, counts in sorted(score(zip(items, records, strict=True)).items()):
        print(f"{measure:45} {counts}")


if __name__ == "__main__":
    main()
