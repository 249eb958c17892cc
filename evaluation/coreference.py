"""Coreference on GUM's development part with predicted mentions: the CoNLL score.

python -m evaluation.coreference [--data ../shared/data] [--model FOLDER]

All that GUM annotates counts, abstract things and events too, and spans must be the same. Chains of one
mention are counted once with and once without. Mentions are found by GUM's rules (`find_mentions`), where a
name's span is its whole phrase with a title before and 's after it.
"""

from __future__ import annotations

import argparse
from collections.abc import Hashable, Iterable
from pathlib import Path

from evaluation.chains import Sums, score
from evaluation.reading import data_folder
from onrecord.annotate.coreference import chain
from onrecord.annotate.mentions import Found
from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.phrases import phrase
from onrecord.models import SHIPPED, Encoder
from training.coref import ALL, prepare
from training.corpora import universal
from training.examples import Example

Spans = set[Hashable]


def chains_of(encoder: Encoder, example: Example) -> list[Spans]:
    """The chains that the reader's ranker makes of a document, with spans as GUM marks them."""
    prepared = prepare(encoder, example, ALL, as_gum=True)
    if prepared is None:
        return []
    mentions = prepared.mentions
    numbers = chain(prepared.described, encoder.heads.ranker, lambda _i, _j: False, [None] * len(mentions))
    found: dict[int, Spans] = {}
    for mention, number in zip(mentions, numbers, strict=True):
        found.setdefault(number, set()).add(_span(mention, prepared.syntax))
    return list(found.values())


def _span(mention: Found, syntax: Syntax) -> tuple[int, int]:
    if mention.kind == "pronoun":
        return mention.span.start, mention.span.end
    words = phrase(syntax, mention.head)
    last = words.stop
    if last < len(syntax) and syntax.relations[last] == "case" and syntax.form(last)[0] in "'’":
        words = range(words.start, last + 1)
    span = syntax.span(words)
    return span.start, span.end


def gold_chains(example: Example) -> list[Spans]:
    """The annotated chains."""
    found: dict[int, Spans] = {}
    for mention in example.mentions or ():
        found.setdefault(mention.entity, set()).add((mention.start, mention.end))
    return list(found.values())


def measure(encoder: Encoder, examples: Iterable[Example]) -> tuple[Sums, Sums]:
    """The sums with and without chains of one mention."""
    with_all, without = Sums(), Sums()
    for example in examples:
        gold, found = gold_chains(example), chains_of(encoder, example)
        with_all += score(gold, found, singletons=True)
        without += score(gold, found, singletons=False)
    return with_all, without


def development(data: Path, *, news: bool = False) -> list[Example]:
    """GUM's development documents, or its news alone."""
    examples = universal.read(data / "gum" / "dep" / "dev")
    return [example for example in examples if not news or "_news_" in example.id]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder())
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    encoder = Encoder(options.model)
    for name, news in (("all", False), ("news", True)):
        examples = development(options.data, news=news)
        for label, sums in zip(("with chains of one", "without"), measure(encoder, examples), strict=True):
            print(f"GUM dev, {name:4} ({len(examples):2}), {label:18} {sums}")


if __name__ == "__main__":
    main()
