"""Claims on PolNeAR: words, whole claims, exact segments.

python -m evaluation.claims [--data ../shared/data] [--part dev] [--model FOLDER]

Words and whole claims are counted as `../shared/scoring/polnear.py` counts them: a word is a run of
letters and digits; a claim is right where its cue overlaps and at least half of the characters of
source and of content are shared (intersection over union), one to one. Segments: every span of source,
cue and content, right where its first and last word are, counted in sentences that hold an attribution.
Claims of the first level are counted, which are what PolNeAR annotates; with --all those within others too,
as the shared scorer does.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from evaluation.reading import data_folder, read_all
from evaluation.scores import Counts, compare
from onrecord.annotate.sentences import split
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from onrecord.record import Claim, Record, Span
from training.corpora import own, polnear
from training.examples import CLAIM_PARTS, Attribution, Example

_WORD = re.compile(r"\w+")
_PUBLISHED = date(2016, 10, 15)  # the time of the dev part

Parts = Mapping[str, Sequence[tuple[int, int]]]


def score(pairs: Iterable[tuple[Example, Record]], *, nested: bool = False) -> dict[str, Counts]:
    """Counts by measure over all documents; ``nested``: claims within others are counted as well."""
    total: dict[str, Counts] = {}
    for example, record in pairs:
        gold = [_gold_parts(a) for a in example.attributions or () if nested or not a.inner]
        found = [_found_parts(c) for c in record.claims if nested or c.parent is None]
        for measure, counts in _document(example.text, gold, found).items():
            total[measure] = total.get(measure, Counts()) + counts
    return total


def _document(text: str, gold: list[Parts], found: list[Parts]) -> dict[str, Counts]:
    words = [match.span() for match in _WORD.finditer(text)]
    measures = {"claims": _whole(gold, found)}
    sentences = split(text)
    cited = [
        s
        for s in sentences
        if any(a < s.end and s.start < b for p in gold for spans in p.values() for a, b in spans)
    ]
    for part in CLAIM_PARTS:
        there, here = _characters(gold, part), _characters(found, part)
        starts = [start for start, _ in words]
        measures[f"{part} words"] = compare(
            {s for s in starts if s in there}, {s for s in starts if s in here}
        )
        measures[f"{part} segments"] = compare(
            _segments(gold, part, words, cited), _segments(found, part, words, cited)
        )
    return measures


def _segments(
    claims: list[Parts], part: str, words: list[tuple[int, int]], sentences: Sequence[Span]
) -> set[tuple[int, int]]:
    """The first and last word of each span, cut at the ends of sentences as CofeNet's instances are."""
    found = set()
    for claim in claims:
        for start, end in claim[part]:
            for sentence in sentences:
                a, b = max(start, sentence.start), min(end, sentence.end)
                inside = [n for n, (x, y) in enumerate(words) if x < b and a < y] if a < b else []
                if inside:
                    found.add((inside[0], inside[-1]))
    return found


def _whole(gold: list[Parts], found: list[Parts]) -> Counts:
    free = list(range(len(found)))
    right = 0
    for claim in gold:
        content = _set(claim["content"])
        best = max(free, key=lambda n: _shared(content, _set(found[n]["content"])), default=None)
        if best is not None and _matches(claim, found[best]):
            right += 1
            free.remove(best)
    return Counts(right=right, wrong=len(free), missed=len(gold) - right)


def _matches(gold: Parts, found: Parts) -> bool:
    cued = not gold["cue"] or bool(_set(gold["cue"]) & _set(found["cue"]))
    sourced = not gold["source"] or _shared(_set(gold["source"]), _set(found["source"])) >= 0.5
    return cued and sourced and _shared(_set(gold["content"]), _set(found["content"])) >= 0.5


def _shared(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def _set(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {n for start, end in spans for n in range(start, end)}


def _characters(claims: list[Parts], part: str) -> set[int]:
    return {n for claim in claims for n in _set(claim[part])}


def _gold_parts(attribution: Attribution) -> Parts:
    return {part: getattr(attribution, part) for part in CLAIM_PARTS}


def _found_parts(claim: Claim) -> Parts:
    source = () if claim.source is None else claim.source.spans
    spans = {"source": source, "cue": claim.cue, "content": claim.content}
    return {part: [(s.start, s.end) for s in found] for part, found in spans.items()}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--part", default="dev", help="dev, train, or own (our own held-back text)")
    parser.add_argument("--all", action="store_true", help="count claims within claims too")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    if options.part == "own":
        examples = list(own.read(Path("training/own/claims"), held_back=True))
    else:
        examples = list(polnear.read(options.data / "polnear" / options.part))
    read = read_all(open_reader(model=options.model), examples, _PUBLISHED)
    found = score(read, nested=options.all)
    print(f"{len(examples)} documents")
    for measure, counts in sorted(found.items()):
        print(f"{measure:18} {counts}")


if __name__ == "__main__":
    main()
