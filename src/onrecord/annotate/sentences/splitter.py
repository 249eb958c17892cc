"""Sentence ends within a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.annotate.sentences import abbreviations as known
from onrecord.annotate.sentences.paragraphs import stretches
from onrecord.record import Span

#: A run of stops with the marks that close on it. The look-behind makes each run be tried once, and
#: the possessive quantifiers forbid going back into it: hostile runs cost linear time.
_STOP: Final = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closed>[\"'”’»)\]}]*+)(?=\s)")
_OPENING: Final = re.compile(r"[\s\"'“‘«(\[{—–―-]*+")
_WORD: Final = re.compile(r"[^\s\"“”«»()\[\],;:!?—]{1,40}")
_SPOKEN: Final = re.compile(
    r"\s{1,3}(?:[A-Z][\w.'’-]{0,30}\s{1,3}){1,4}(?:" + "|".join(known.SPEECH) + r")\b"
)
_QUOTES: Final = "\"'”’»"
_BEFORE: Final = 24  # characters looked at before a stop: longer words are no abbreviations


def split(text: str, boilerplate: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The sentences of ``text`` in order, trimmed, none crossing a paragraph or in ``boilerplate``.

    Together they hold every character outside ``boilerplate`` that is no white space. Single line
    breaks end a paragraph unless the text is hard-wrapped (see ``paragraphs``).
    """
    return tuple(span for start, end in stretches(text, boilerplate) for span in _sentences(text, start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _STOP.finditer(text, start, end):
        if found.end() > start and _ends(text, found, start, end):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        yield Span(start=start + left, end=start + right)


def _ends(text: str, found: re.Match[str], start: int, end: int) -> bool:
    """Whether the stop ends its sentence."""
    opening = _OPENING.match(text, found.end(), end)
    at = opening.end() if opening else found.end()
    if at >= end:
        return text[found.end() : end].strip() != ""
    stop, closed = found["stop"], found["closed"]
    if text[at].islower() or text[at] in ",;:":
        return False
    if closed and closed[-1] in _QUOTES and stop[-1] in "?!":
        return _SPOKEN.match(text, found.end(), end) is None
    if closed or stop != ".":
        return stop != "!" or _word_before(text, found.start(), start) not in known.EXCLAIMED
    return _full_stop_ends(text, found.start(), at, start, end)


def _full_stop_ends(text: str, stop: int, at: int, start: int, end: int) -> bool:
    """Whether the single full stop at ``stop`` ends the sentence that goes on, if so, at ``at``."""
    before = _word_before(text, stop, start)
    match = _WORD.match(text, at, end)
    after = match.group().rstrip(".'’") if match else ""
    if not before or not before[-1].isalnum():
        return True
    if before.isdigit() and stop - start < _BEFORE and text[start:stop].strip() == before:
        return False  # "1. Withdraw the troops": the number of a paragraph
    plain = before.capitalize() if before.isupper() and len(before) > 1 else before
    if plain in known.TITLES or plain in known.NEVER:
        return False
    if plain in known.NUMBERED and after[:1].isdigit():
        return False
    if before in known.CLOCK:
        return after not in known.AFTER_CLOCK
    if len(before) == 1 and before.isupper():
        return _letter_ends(text, stop, start, after)
    if plain in known.LIGHT or _dotted(before):
        return after in known.STARTERS or _quote_opens(text, stop + 1, at)
    return True


def _letter_ends(text: str, stop: int, start: int, after: str) -> bool:
    """Whether a stop after one capital ends a sentence: "vitamin C. The", not "J. D. Vance"."""
    left = text[max(start, stop - _BEFORE) : stop - 1]
    if text[stop - 1] == "I" and left.rstrip()[-1:].islower():
        return True
    return after in known.STARTERS and len(after) > 1


def _dotted(word: str) -> bool:
    """Whether ``word`` is letters each parted by a stop, as in "U.S" before its last stop."""
    letters = word.split(".")
    return len(letters) > 1 and all(len(letter) == 1 and letter.isalpha() for letter in letters)


def _quote_opens(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in '“‘"')


def _word_before(text: str, stop: int, start: int) -> str:
    """The word that ends at ``stop``, without opening marks; "" after space or a very long word."""
    left = max(start, stop - _BEFORE)
    piece = text[left:stop]
    if not piece or piece[-1].isspace():
        return ""
    word = piece.split()[-1]
    for mark in "(\"“”‘'[/—–":
        word = word.rpartition(mark)[2]
    return word
