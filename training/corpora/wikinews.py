"""Wikinews articles (Yao et al. 2020): their texts, put together from tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_HEAD = re.compile(r'^filename:<doc id="(\d+)"')
_MARKS = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "``": "“",
    "''": "”",
}
_NO_SPACE_BEFORE = re.compile(r" (?=[.,;:!?%)\]”’]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)")
_NO_SPACE_AFTER = re.compile(r"(?<=[(\[“$£€]) ")
_POSSESSIVE = re.compile(r"(?<=s) '(?= )")


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Number and text of each article; the first line is its date, the others its sentences."""
    number = ""
    lines: list[str] = []
    for line in path.read_text(encoding="utf8").splitlines():
        head = _HEAD.match(line)
        if head:
            number, lines = head[1], []
        elif line == "EDGE_LIST":
            yield number, "\n".join(_text(one) for one in lines)
            number = ""
        elif number:
            lines.append(line)


def _text(tokens: str) -> str:
    words = " ".join(_MARKS.get(token, token) for token in tokens.split())
    return _POSSESSIVE.sub("'", _NO_SPACE_AFTER.sub("", _NO_SPACE_BEFORE.sub("", words)))
