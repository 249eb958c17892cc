"""Our own annotated text (``training/own``): surface strings that stand for their spans.

An item is ``{"id", "text", "names": [[surface, type]], "claims": [{source, cue, content, parent}],
"held_back"}``. Names are found left to right; a claim's string is its first occurrence, or its n-th
where it is written ``string#n``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.examples import Attribution, Example, Name

_ORDINAL = re.compile(r"^(.*)#(\d+)$", re.DOTALL)
_CLOSING = re.compile(r"""[,.?!…]?["”’»']""")
# What the world's names are called in `NAME_TYPES`: the vocabulary, not the model, tells these apart.
_TYPES = {"country": "place", "publisher": "organization"}


def read(folder: Path, *, held_back: bool) -> Iterator[Example]:
    """The items of all files in ``folder``, either those held back for measuring or the others."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), start=1):
            item = json.loads(line)
            if bool(item.get("held_back")) == held_back:
                try:
                    yield example(item)
                except ValueError as error:
                    raise ValueError(f"{path.name}:{number}: {error}") from error


def example(item: dict[str, Any]) -> Example:
    """An item with its surfaces as spans; claims of the first level only, as PolNeAR has them."""
    text = item["text"]
    return Example(
        id=item["id"],
        text=text,
        names=tuple(_names(text, item["names"])),
        attributions=tuple(
            Attribution(
                source=_spans(text, claim["source"]),
                cue=_spans(text, claim["cue"]),
                content=tuple(_with_marks(text, *s) for s in _spans(text, claim["content"])),
            )
            for claim in item["claims"]
            if claim.get("parent") is None
        ),
    )


def _names(text: str, names: list[list[str]]) -> Iterator[Name]:
    at = 0
    for surface, kind in names:
        start = text.find(surface, at)
        if start < 0:
            raise ValueError(f"no name {surface!r} after character {at}")
        at = start + len(surface)
        yield Name(start=start, end=at, type=_TYPES.get(kind, kind))


def _spans(text: str, surfaces: str | list[str] | None) -> tuple[tuple[int, int], ...]:
    strings = [surfaces] if isinstance(surfaces, str) else surfaces or []
    return tuple(_find(text, string) for string in strings)


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the quotation marks around it, which PolNeAR's contents include and ours do not."""
    if start and text[start - 1] in "\"“‘«'":
        start -= 1
    closing = _CLOSING.match(text, end)
    return start, closing.end() if closing else end


def _find(text: str, string: str) -> tuple[int, int]:
    ordinal = _ORDINAL.match(string)
    surface, nth = (ordinal[1], int(ordinal[2])) if ordinal else (string, 1)
    start = -1
    for _ in range(nth):
        start = text.find(surface, start + 1 if start < 0 else start + len(surface))
        if start < 0:
            raise ValueError(f"no {string!r} in the text")
    return start, start + len(surface)
