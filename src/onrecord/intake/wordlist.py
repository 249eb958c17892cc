"""Word lists as they are written in this room: words with blanks between them."""

from __future__ import annotations


def wordlist(text: str) -> frozenset[str]:
    """The words of ``text``."""
    return frozenset(text.split())
