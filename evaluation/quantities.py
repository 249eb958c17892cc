"""Figures on our own text: ``python -m evaluation.quantities [--held-back] [--show] [--model FOLDER]``.

A figure is found where its words overlap annotated ones, one to one. "Bounds" asks for low, high and
approximate as annotated, "unit" for the unit as well. What is right where it is one of the annotated answers,
articles and case aside, or has its head and overlaps it; a source where it stands for the annotated words.
Every measure is an F1 over all figures; "of found" is the share among those that were found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.reading import Pairs, command
from evaluation.scores import Counts
from onrecord.record import Quantity, Record
from training.corpora import own

FOLDER = Path("training/own/figures")
MEASURES = ("found", "bounds", "unit", "what", "source", "as of")

Item = Mapping[str, Any]
_ARTICLES = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "these", "those", "our", "my", "other"}
)


def score(pairs: Pairs) -> dict[str, Counts]:
    """Counts by measure over all items, and of what was found the share that is right ("…, of found")."""
    total = {measure: Counts() for measure in MEASURES}
    total |= {f"{measure}, of found": Counts() for measure in MEASURES[1:]}
    for item, record in pairs:
        found = matched(item, record)
        gold, given = len(item["quantities"]), len(record.quantities)
        for measure in MEASURES:
            right = sum(
                _right(measure, item["quantities"][n], record.quantities[m], item["text"], record)
                for n, m in found.items()
            )
            total[measure] += Counts(right=right, wrong=given - right, missed=gold - right)
            if measure != "found":
                wrong = len(found) - right
                total[f"{measure}, of found"] += Counts(right=right, wrong=wrong, missed=wrong)
    return total


def matched(item: Item, record: Record) -> dict[int, int]:
    """The number of each annotated figure whose words are found, with that of the figure found."""
    pairs: dict[int, int] = {}
    for number, gold in enumerate(item["quantities"]):
        ((start, end),) = own.spans(item["text"], gold["words"])
        best = None
        for other, quantity in enumerate(record.quantities):
            shared = min(end, quantity.end) - max(start, quantity.start)
            if other not in pairs.values() and shared > 0:
                close = (_bounds(gold, quantity), shared)
                best = max(best, (close, other)) if best else (close, other)
        if best:
            pairs[number] = best[1]
    return pairs


def _bounds(gold: Item, quantity: Quantity) -> bool:
    return (gold["low"], gold["high"], gold["approximate"]) == (
        quantity.low,
        quantity.high,
        quantity.approximate,
    )


def _right(measure: str, gold: Item, quantity: Quantity, text: str, record: Record) -> bool:
    if measure == "found":
        return True
    if measure == "bounds":
        return _bounds(gold, quantity)
    if measure == "unit":
        return _bounds(gold, quantity) and bool(gold["unit"] == quantity.unit)
    if measure == "what":
        return any(_same(answer, quantity.what) for answer in (gold["what"], *gold["what_also"]))
    if measure == "source":
        return _source(gold, quantity, text, record)
    days = quantity.as_of
    if days is None or gold["as_of"] is None:
        return days is None and gold["as_of"] is None
    return [day and day.isoformat() for day in (days.first, days.last)] == list(gold["as_of"])


def _same(answer: str, what: str) -> bool:
    one, other = _content(answer), _content(what)
    if one == other:
        return True
    return (
        bool(one and other)
        and _head(one) == _head(other)
        and (set(one) <= set(other) or set(other) <= set(one))
    )


def _content(words: str) -> list[str]:
    return [word for word in words.lower().replace("’", "'").split() if word not in _ARTICLES]


def _head(words: list[str]) -> str:
    """The last word before "of"."""
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def _source(gold: Item, quantity: Quantity, text: str, record: Record) -> bool:
    answers = [gold["source"], *gold["source_also"]]
    source = quantity.source
    if source is None or (source.entity is None and not source.spans):
        return None in answers
    spans = [(span.start, span.end) for span in source.spans]
    for entity in record.entities:
        if entity.id == source.entity:
            spans += [(mention.start, mention.end) for mention in entity.mentions]
    wanted = own.spans(text, [answer for answer in answers if answer])
    return any(a < d and c < b for a, b in spans for c, d in wanted)


def differences(pairs: Pairs) -> Iterator[str]:
    """What is read otherwise than annotated, an item a paragraph."""
    for item, record in pairs:
        found = matched(item, record)
        lines = [f"  missed {gold['words']}" for n, gold in enumerate(item["quantities"]) if n not in found]
        for m, quantity in enumerate(record.quantities):
            if m not in found.values():
                lines.append(f"  extra  {item['text'][quantity.start : quantity.end]}")
        for n, m in found.items():
            gold, quantity = item["quantities"][n], record.quantities[m]
            wrong = [it for it in MEASURES if not _right(it, gold, quantity, item["text"], record)]
            if wrong:
                source = quantity.source and [span.cut(item["text"]) for span in quantity.source.spans]
                read = (
                    quantity.low,
                    quantity.high,
                    quantity.approximate,
                    quantity.unit,
                    quantity.what,
                    source,
                )
                lines.append(
                    f"  {gold['words']}: {', '.join(wrong)}: {read} {quantity.as_of}\n    gold {gold}"
                )
        if lines:
            yield "\n".join((f"{item['id']}: {item['text']}", *lines))


def main() -> None:
    """Print the scores of one part of our own text."""
    command(__doc__, FOLDER, "quantities", score, differences)


if __name__ == "__main__":
    main()
