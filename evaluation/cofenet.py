"""Exact segments of sources, cues and contents on CofeNet's instances of PolNeAR, beside what is published.

python -m evaluation.cofenet [--data ../shared/data] [--model FOLDER]

CofeNet (Wang et al., COLING 2022) cut PolNeAR into sentences with BIO labels. Each sentence is placed in the
article that it comes from, the whole article is read, and a segment counts where its first and last token are
those of the gold segment; marks at the edges of contents do not, since the record leaves quotation marks out.
Counted as `../shared/scoring/cofenet.py` counts, here also without the claims that lie within others, which
PolNeAR does not annotate. The published figures are of the test part, which we have not seen.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluation.reading import data_folder, read_all
from evaluation.scores import Counts, compare
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from onrecord.record import Claim, Record, Span
from training.corpora import polnear
from training.examples import CLAIM_PARTS

PUBLISHED = {
    "rules": (0.107, 0.228, 0.056),
    "CoreNLP": (0.139, None, 0.175),
    "CRF": (0.506, 0.534, 0.286),
    "BERT": (0.811, 0.740, 0.689),
    "BERT with CofeNet": (0.832, 0.753, 0.729),
}
"""F1 of sources, cues and contents on the test part: CofeNet, Table 6."""
_PUBLISHED_ON = date(2016, 10, 15)
_GAP = 12
"""Characters that may lie between two tokens of an instance."""
# How the Penn Treebank's tokenizer writes marks, and how the articles do.
_WRITTEN = {
    "``": ('"', "“", "``", "''", "”"),
    "''": ('"', "”", "''", "``", "“"),
    "`": ("'", "‘", "`", "’"),
    "'": ("'", "’", "‘", "`"),
    "-LRB-": ("(",),
    "-RRB-": (")",),
    "-LSB-": ("[",),
    "-RSB-": ("]",),
    "-LCB-": ("{",),
    "-RCB-": ("}",),
    "...": ("...", "…"),
    "--": ("--", "—", "–"),
}
_EDGES = frozenset({"``", "''", "`", "'", ",", "."})

Segment = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A sentence: its tokens, and by part the first and last token of each gold segment."""

    tokens: tuple[str, ...]
    gold: Mapping[str, frozenset[Segment]]


def instances(path: Path) -> dict[str, list[Instance]]:
    """The instances by the name of their article."""
    found: dict[str, list[Instance]] = defaultdict(list)
    for line in path.read_text(encoding="utf8").splitlines():
        if line.strip():
            row = json.loads(line)
            gold = {part: frozenset(_segments(row["labels"], part)) for part in CLAIM_PARTS}
            name = re.sub(r"_[0-9a-f]{4}$", "", row["id"].strip())
            found[name].append(Instance(tokens=tuple(row["tokens"]), gold=gold))
    return found


def _segments(labels: Sequence[str], part: str) -> Iterator[Segment]:
    start: int | None = None
    for n, label in enumerate([*labels, "O"]):
        if start is not None and label != f"I-{part}":
            yield start, n - 1
            start = None
        if start is None and label[2:] == part:
            start = n


def place(tokens: Sequence[str], text: str) -> list[tuple[int, int]] | None:
    """Where the tokens stand in the article, or None."""
    for form in _forms(tokens[0]):
        for match in re.finditer(re.escape(form), text):
            found = _place_at(tokens, text, match.start())
            if found is not None:
                return found
    return None


def _place_at(tokens: Sequence[str], text: str, start: int) -> list[tuple[int, int]] | None:
    found: list[tuple[int, int]] = []
    for n, token in enumerate(tokens):
        at = found[-1][1] if n else start
        gap = _GAP if n else 0
        places = [
            (place, place + len(form))
            for form in _forms(token)
            if (place := text.find(form, at, at + gap + len(form))) >= 0
        ]
        if not places:
            return None
        found.append(min(places))
    return found


def _forms(token: str) -> Iterator[str]:
    yield from _WRITTEN.get(token, (token,))
    if "'" in token:
        yield token.replace("'", "’")
        yield token.replace("'", "‘")
    if "\\/" in token:
        yield token.replace("\\/", "/")


def score(pairs: Iterable[tuple[list[Instance], Record]], *, nested: bool) -> dict[str, Counts]:
    """Counts by part; ``nested``: claims within others count too."""
    total = {part: Counts() for part in CLAIM_PARTS}
    for sentences, record in pairs:
        claims = [claim for claim in record.claims if nested or claim.parent is None]
        spans = {part: [span for claim in claims for span in _spans(claim, part)] for part in CLAIM_PARTS}
        for sentence in sentences:
            at = place(sentence.tokens, record.document.text)
            for part in CLAIM_PARTS if at is not None else ():
                gold, found = sentence.gold[part], _inside(spans[part], at or [])
                if part == "content":
                    gold = frozenset(_bare(sentence.tokens, segment) for segment in gold)
                    found = frozenset(_bare(sentence.tokens, segment) for segment in found)
                total[part] += compare(gold, found)
    return total


def _spans(claim: Claim, part: str) -> tuple[Span, ...]:
    if part == "source":
        return () if claim.source is None else claim.source.spans
    return claim.cue if part == "cue" else claim.content


def _inside(spans: Iterable[Span], at: Sequence[tuple[int, int]]) -> frozenset[Segment]:
    found = set()
    for span in spans:
        if span.start < at[-1][1] and at[0][0] < span.end:
            tokens = [n for n, (start, end) in enumerate(at) if start < span.end and span.start < end]
            if tokens:
                found.add((tokens[0], tokens[-1]))
    return frozenset(found)


def _bare(tokens: Sequence[str], segment: Segment) -> Segment:
    first, last = segment
    while first < last and tokens[first] in _EDGES:
        first += 1
    while last > first and tokens[last] in _EDGES:
        last -= 1
    return first, last


def table(ours: Mapping[str, Mapping[str, Counts]]) -> Iterator[str]:
    """Our rows and the published ones, a line each."""
    yield f"{'F1 of exact segments':32}" + "".join(f"{part:>9}" for part in CLAIM_PARTS)
    for name, counts in ours.items():
        yield f"{name:32}" + "".join(f"{counts[part].f1:9.3f}" for part in CLAIM_PARTS)
    for name, figures in PUBLISHED.items():
        shown = "".join(f"{'-' if figure is None else format(figure, '.3f'):>9}" for figure in figures)
        yield f"{'published, test: ' + name:32}" + shown


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    sentences = instances(options.data / "polnear" / "cofenet_valid.jsonl")
    examples = [e for e in polnear.read(options.data / "polnear" / "dev") if e.id in sentences]
    read = read_all(open_reader(model=options.model), examples, _PUBLISHED_ON)
    pairs = [(sentences[example.id], record) for example, record in read]
    ours = {
        "onrecord, dev": score(pairs, nested=True),
        "onrecord, dev, first level alone": score(pairs, nested=False),
    }
    print("\n".join(table(ours)))


if __name__ == "__main__":
    main()
