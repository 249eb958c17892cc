"""Names in a text: what the encoder tags, put right at the edges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.models import Encoding, decode
from onrecord.models.manifest import Tagger
from onrecord.record import Span
from onrecord.vocab import load_countries

_CLOSING = {")": "(", "]": "["}
_WORD = re.compile(r"\w*")
# "Jane Roe of Norway": no name ends with a small word.
_SMALL = re.compile(r"(?:\s+(?:of|and|the|in|for|to|at|on|by|from|with|who|was|is))+$")
_EDGE = "-\"“”«»'‘’,;:–— \t\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as the encoder sees it: its place, its surface and its kind."""

    span: Span
    surface: str
    kind: str


def find_names(text: str, encoding: Encoding, tagger: Tagger, sentences: Sequence[Span]) -> tuple[Name, ...]:
    """The names of ``text`` in order; none crosses a sentence's end."""
    pieces = encoding.pieces
    if not pieces.words:
        return ()
    starts = pieces.starts.tolist()
    breaks = [bisect_left(starts, sentence.start) for sentence in sentences]
    found = []
    for run in decode(encoding.tags("names"), tagger, breaks):
        span = trimmed(text, starts[run.first], int(pieces.ends[run.last - 1]))
        if span is not None:
            found.append(Name(span=span, surface=span.cut(text), kind=run.kind))
    return tuple(rejoined(found, text))


def rejoined(names: Sequence[Name], text: str) -> list[Name]:
    """Neighbours that the vocabulary knows as one name joined: "North" and "Korean"."""
    countries = load_countries()
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is not None and text[last.span.end : name.span.start] == " ":
            span = Span(start=last.span.start, end=name.span.end)
            known = countries.find(span.cut(text))
            if known is not None and not known.ambiguous:
                joined[-1] = Name(span=span, surface=span.cut(text), kind=name.kind)
                continue
        joined.append(name)
    return joined


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without marks, "the", a possessive or an unopened bracket at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    if text[end - 1] == "-":
        half = _WORD.match(text, end)  # "Kim Jong-" is half a name
        end = half.end() if half else end
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    small = _SMALL.search(text, max(start, end - 40), end)
    if small:
        end = small.start()
    if text[start:end].lower().startswith("the ") and end - start > 4:
        start += 4
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    opening = _CLOSING.get(text[end - 1 : end])
    if opening is not None and opening not in text[start:end]:
        end -= 1
    if start >= end or not any(map(str.isalnum, text[start:end])):
        return None
    # "K-pop", "Gen Z": a letter is no name, but for the platform.
    if end - start == 1 and text[start] != "X":
        return None
    return Span(start=start, end=end)
