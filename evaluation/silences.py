"""Silences on our own text: ``python -m evaluation.silences [--held-back] [--show] [--model FOLDER]``.

A silence is found where its kind is the annotated one (or another that a second reader would accept) and who
is silent is right: the same words, or an entity that they mention. "Any kind" asks only for who. Silences are
matched one to one within their sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.reading import Pairs, command
from evaluation.scores import Counts
from onrecord.record import Record, Silence
from training.corpora import own

FOLDER = Path("training/own/silences")

Item = Mapping[str, Any]


def score(pairs: Pairs) -> dict[str, Counts]:
    """Counts by measure over all items."""
    total = {"kind and who": Counts(), "who, any kind": Counts()}
    for item, record in pairs:
        for measure, any_kind in (("kind and who", False), ("who, any kind", True)):
            right = len(matched(item, record, any_kind=any_kind))
            total[measure] += Counts(
                right=right,
                wrong=len(record.silences) - right,
                missed=len(item["silences"]) - right,
            )
    return total


def matched(item: Item, record: Record, *, any_kind: bool) -> dict[int, int]:
    """The number of each annotated silence that is found, with that of the one found for it."""
    pairs: dict[int, int] = {}
    for number, gold in enumerate(item["silences"]):
        for other, silence in enumerate(record.silences):
            if other not in pairs.values() and _right(gold, silence, item["text"], record, any_kind=any_kind):
                pairs[number] = other
                break
    return pairs


def _right(gold: Item, silence: Silence, text: str, record: Record, *, any_kind: bool) -> bool:
    if not any_kind and silence.kind not in (gold["kind"], *gold["kind_also"]):
        return False
    who, name = own.spans(text, [gold["who"], gold["who_name"]])
    anchors = [who, *own.spans(text, gold["about"])]
    if not any(silence.span.start <= start < silence.span.end for start, _ in anchors):
        return False
    spans = [(span.start, span.end) for span in silence.who.spans]
    if any(_touch(span, who) for span in spans):
        return True
    for entity in record.entities:
        if entity.id == silence.who.entity:
            return any(_touch((m.start, m.end), part) for m in entity.mentions for part in (who, name))
    return False


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def differences(pairs: Pairs) -> Iterator[str]:
    """What is read otherwise than annotated, an item a paragraph."""
    for item, record in pairs:
        found = matched(item, record, any_kind=False)
        missed = [gold for number, gold in enumerate(item["silences"]) if number not in found]
        extra = [one for number, one in enumerate(record.silences) if number not in found.values()]
        if missed or extra:
            yield "\n".join((f"{item['id']}: {item['text']}", *_lines(missed, extra, item["text"])))


def _lines(missed: Sequence[Item], extra: Sequence[Silence], text: str) -> Iterator[str]:
    for gold in missed:
        yield f"  missed {gold['kind']}: {gold['who']}"
    for one in extra:
        yield f"  extra  {one.kind}: {' '.join(span.cut(text) for span in one.who.spans)}"


def main() -> None:
    """Print the scores of one part of our own text."""
    command(__doc__, FOLDER, "silences", score, differences)


if __name__ == "__main__":
    main()
