"""What is measured of a line to tell page furniture from article: a vector of named numbers.

Every feature looks at one line alone; where it stands and what surrounds it is weighed in
``furniture``.
"""

from __future__ import annotations

import re

from onrecord.intake.furniture_words import (
    ADDRESSING,
    ASKING,
    FINITE,
    FUNCTION,
    LABELS,
    PAGE,
    PLATFORMS,
    REPORTING,
    SHARED,
)

LONGEST = 60
"""Words: no longer line is furniture. Licence notices, the longest kind, have 30 to 50."""

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_NUMBER = re.compile(r"\d+\Z")
_LABEL = re.compile(r"([^:.!?“”\"]{2,40}):(?:\s|\Z)")
_ADDRESS = re.compile(r"https?://|\bwww\.|\w@\w|(?<![^\W_])@\w")
_MARK = re.compile(r"[»›→|•·©®]|>>|\s>\s|\s/\s|\.\.\.\Z")
_HASHTAG = re.compile(r"(?<!\S)#\w")
_SLASH = re.compile(r"[^\W\d]/[^\W\d]")
_RIGHTS = re.compile(r"©|\bcopyright\b(?! (?:law|court|act|case|bill)s?\b)|\brights reserved\b", re.I)
_ITSELF = re.compile(
    r"\b(?:this|our|the (?:full|whole))"
    r" (?:article|story|post|site|website|page|piece|video|content)\b",
    re.I,
)
_CREDIT = re.compile(
    r"(?:photo|photograph|image|picture|video|illustration|graphic|map|audio)s?"
    r"(?: (?:by|source|credit|courtesy|via)\b|:)",
    re.I,
)
_QUOTE = re.compile(r"[“”\"«]|(?<!\w)[‘']\w")
_COUNT = re.compile(r"\(\d{1,6}\)\Z|\d+[\s-](?:min|mins|minutes?|comments?|shares?|views?|replies)\b", re.I)


def is_too_long(line: str) -> bool:
    """Whether ``line`` is longer than any furniture; looks at its first characters only."""
    return len(line) > LONGEST * 12 or len(line.split(None, LONGEST)) > LONGEST


def _is_finite(word: str) -> bool:
    return word in FINITE or (len(word) > 4 and word.endswith("ed") and word not in LABELS)


def measure(line: str) -> dict[str, float]:
    """The features of ``line`` by name, each between 0 and 1 (the bias is 1).

    The word classes are those of ``furniture_words``. A word that no class holds and that is no
    number counts as ``other``: names and the matter of the news.
    """
    found = _WORD.findall(line)
    words = [word.lower().replace("’", "'") for word in found]
    count = max(len(words), 1)
    page = sum(word in PAGE for word in words)
    shared = sum(word in SHARED for word in words)
    platforms = sum(word in PLATFORMS for word in words) + found.count("X")
    addressing = sum(word in ADDRESSING for word in words)
    asking = bool(words) and words[0] in ASKING
    finite = any(_is_finite(word) for word in words[1:])
    web = page + shared + platforms
    other = sum(_is_other(word) for word in words) - found.count("X")
    label = _LABEL.match(line)
    labels = bool(label) and any(w in PAGE or w in SHARED or w in ASKING for w in _words(label))
    return {
        "bias": 1.0,
        "one word": float(count == 1),
        "two or three words": float(2 <= count <= 3),
        "four to eight words": float(4 <= count <= 8),
        "over sixteen words": float(count > 16),
        "opens with a request": float(asking),
        "request alone": float(asking and count == 1),
        "request and page word": float(asking and web + addressing > int(words[0] in SHARED | PAGE)),
        "request and other words": float(asking) * other / count,
        "page words": page / count,
        "a page word": float(page > 0),
        "shared words": shared / count,
        "opens with a shared word": float(bool(words) and words[0] in SHARED),
        "platforms": platforms / count,
        "a platform at the end": float(bool(words) and (words[-1] in PLATFORMS or found[-1] == "X")),
        "addresses the reader": float(addressing > 0),
        "other words": max(other, 0) / count,
        "other words, counted": min(max(other, 0), 8) / 8,
        "web words only": float(other <= 0 and web > 0),
        "finite verb": float(finite),
        "finite verb and no page word": float(finite and page + platforms == 0),
        "reported speech": float(any(word in REPORTING for word in words)),
        "quotation mark": float(_QUOTE.search(line) is not None),
        "full stop": float(line.endswith(".") and not line.endswith("...")),
        "full stop and no web word": float(line.endswith(".") and web + addressing == 0),
        "question or exclamation": float(line.endswith(("?", "!"))),
        "label of the page": float(labels),
        "label of another kind": float(bool(label) and not labels),
        "address": float(_ADDRESS.search(line) is not None),
        "separators": float(_MARK.search(line) is not None),
        "hashtag": float(_HASHTAG.search(line) is not None),
        "rights": float(_RIGHTS.search(line) is not None),
        "speaks of itself": float(_ITSELF.search(line) is not None),
        "credit": float(_CREDIT.search(line) is not None),
        "slash between words": float(_SLASH.search(line) is not None),
        "count of the page": float(_COUNT.search(line) is not None),
        "capitals": float(line.isupper() and count > 1),
        "no word": float(not words),
    }


def _words(label: re.Match[str] | None) -> list[str]:
    return [word.lower() for word in _WORD.findall(label.group(1))] if label else []


def _is_other(word: str) -> bool:
    return not (
        word in PAGE
        or word in SHARED
        or word in ASKING
        or word in PLATFORMS
        or word in ADDRESSING
        or word in FUNCTION
        or _NUMBER.match(word)
    )
