"""Our own annotated text (``training/own``): surface strings that stand for their spans.

An item is ``{"id", "text", "names": [[surface, type]], "claims": [{source, cue, content, parent, chain,
stance}], "held_back"}``; names, chain and stance may be missing. Names are found left to right; a claim's
string is its first occurrence, or its n-th where it is written ``string#n``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.examples import Attribution, Example, Name

_ORDINAL = re.compile(r"^(.*)#(\d+)$", re.DOTALL)
_CLOSING = re.compile(r"""[,.?!…]?["”’»']""")
# What the world's names are called in `NAME_TYPES`: the vocabulary, not the model, tells these apart.
_TYPES = {"country": "place", "publisher": "organization"}


def items(folder: Path, *, held_back: bool) -> Iterator[dict[str, Any]]:
    """The items of all files in ``folder``, either those held back for measuring or the others."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            item = json.loads(line)
            if bool(item.get("held_back")) == held_back:
                yield item


def read(folder: Path, *, held_back: bool) -> Iterator[Example]:
    """The items as examples. ValueError names the one that does not hold together."""
    for item in items(folder, held_back=held_back):
        try:
            yield example(item)
        except ValueError as error:
            raise ValueError(f"{folder.name}, {item['id']}: {error}") from error


def example(item: dict[str, Any]) -> Example:
    """An item with its surfaces as spans, claims in PolNeAR's manner."""
    text = item["text"]
    return Example(
        id=item["id"],
        text=text,
        names=tuple(_names(text, item["names"])) if "names" in item else None,
        attributions=tuple(part for claim in item["claims"] for part in _attributions(text, claim)),
        nested=True,
    )


def _attributions(text: str, claim: dict[str, Any]) -> Iterator[Attribution]:
    """The claim; of "Tass quoted Shoigu as saying Z" Tass's, as PolNeAR has it, and within it Shoigu's."""
    source, cue = spans(text, claim["source"]), spans(text, claim["cue"])
    content = tuple(_with_marks(text, *s) for s in spans(text, claim["content"]))
    inner = claim.get("parent") is not None
    if len(cue) == 2 and source and cue[0] < source[0] < cue[1] and len(claim.get("chain", ())) > 1:
        quoted = (source[0][0], cue[1][1])
        outer = tuple(merged(text, sorted((*content, quoted))))
        yield Attribution(source=spans(text, claim["chain"][-2]), cue=cue[:1], content=outer, inner=inner)
        cue, inner = cue[1:], True
    yield Attribution(source=source, cue=cue, content=content, inner=inner)


def merged(text: str, parts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, as one where nothing but blanks and marks lies between them."""
    last: tuple[int, int] | None = None
    for start, end in parts:
        if last is not None and not any(map(str.isalnum, text[last[1] : start])):
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _names(text: str, names: list[list[str]]) -> Iterator[Name]:
    at = 0
    for surface, kind in names:
        start = text.find(surface, at)
        if start < 0:
            raise ValueError(f"no name {surface!r} after character {at}")
        at = start + len(surface)
        yield Name(start=start, end=at, type=_TYPES.get(kind, kind))


def spans(text: str, surfaces: str | list[str] | None) -> tuple[tuple[int, int], ...]:
    """Where the surfaces stand, in their order. ValueError where one does not."""
    strings = [surfaces] if isinstance(surfaces, str) else surfaces or []
    return tuple(_find(text, string) for string in strings)


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the quotation marks around it, which PolNeAR's contents include and ours do not."""
    if start and text[start - 1] in "\"“‘«'":
        start -= 1
    closing = _CLOSING.match(text, end)
    return start, closing.end() if closing else end


def _find(text: str, string: str) -> tuple[int, int]:
    ordinal = None if string in text else _ORDINAL.match(string)
    surface, nth = (ordinal[1], int(ordinal[2])) if ordinal else (string, 1)
    start = -1
    for _ in range(nth):
        start = text.find(surface, start + 1 if start < 0 else start + len(surface))
        if start < 0:
            raise ValueError(f"no {string!r} in the text")
    return start, start + len(surface)
