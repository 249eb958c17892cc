"""Text of unknown origin, made safe and short enough to be shown on a terminal."""

from __future__ import annotations

import re

# What could act on a terminal or deceive the eye: C0 and C1 controls, halves of surrogate pairs,
# line and paragraph separators, and the marks that turn the direction of writing.
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def printable(text: str) -> str:
    """The text with all that could act on a terminal spelt out (``\\x1b``)."""
    return _ACTING.sub(_spell, text)


def flat(text: str) -> str:
    """The text on one line, with single spaces."""
    return printable(" ".join(text.split()))


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _spell(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
