"""A text cut into syntactic words as the English treebanks of Universal Dependencies cut it.

"U.S.", "12,000" and "Mr." are one word each, "don't" is "do" and "n't", "Russia's" is "Russia" and "'s",
and a hyphen stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.sentences.abbreviations import LIGHT, TITLES
from onrecord.record import Span

_ABBREVIATED = "|".join(
    re.escape(word) for word in sorted(TITLES | LIGHT, key=len, reverse=True) if word.isalpha()
)
_TOKEN = re.compile(
    rf"""
    https?://[^\s<>"]+ | [\w.+-]+@[\w-]+\.[\w.-]+\w          # addresses
    | [^\W\d_]+?(?=n['’]t\b) | n['’]t\b                       # do n't
    | ['’](?:s|re|ve|ll|d|m)\b                                 # Russia 's
    | (?:[^\W\d_]\.){{2,}}                                     # U.S.
    | \b(?:{_ABBREVIATED})\.                                   # Mr.
    | \b[A-Z]\.(?=\s[A-Z])                                     # John F. Kennedy
    | \d+(?:[.,:/]\d+)+                                        # 12,000
    | [^\W\d_]+(?:['’](?!(?:s|re|ve|ll|d|m|t)\b)[^\W\d_]{{2,}})+  # D'Ivoire
    | [^\W_]+
    | \.{{2,}} | -{{2,}} | ([!?*=~_])\1+
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokens(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """Start and end of each word of a sentence."""
    for found in _TOKEN.finditer(text, sentence.start, sentence.end):
        yield found.start(), found.end()
