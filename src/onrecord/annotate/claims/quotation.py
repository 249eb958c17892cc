"""What of a text stands in quotation marks, and a content without the marks around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from onrecord.record import Quotation, Span

MARKS = "\"“”„«»‹›'‘’‚"
_EDGE = frozenset(MARKS + ",;: \t\n\r\u00a0")
_KINDS = {mark: kind for kind in ('"“”„', "«»", "‹›", "'‘’‚") for mark in kind}
"""Marks that may open and close one quotation are of one kind: web pages mix straight and curly ones."""
_SINGLE = _KINDS["'"]
_TURNED = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
"""Guillemets open in either direction (« » and » «), and are closed by the other one."""
_AFTER = frozenset("([{—–-/“„«‹‘‚\"'")
"""What a quotation may open right behind, besides a blank."""
_APART = frozenset("([{—–-/")
_TOKEN = re.compile(rf"[{MARKS}]|\n\s*")
_WORD = re.compile(r"\w+")
# "the ’90s", "rock ’n’ roll": an apostrophe before its word opens nothing.
_CLIPPED = re.compile(r"(?:\d0s|[Tt]is|[Tt]was|em|n|til)\b")
# "He said that “we go”": the conjunction is the writer's and no part of what is quoted.
_JOINING = re.compile(r"(?:that|to)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotations:
    """The stretches of a text that stand in quotation marks, the marks left out, in order and apart."""

    starts: Sequence[int]
    ends: Sequence[int]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]


class _Token(NamedTuple):
    """A mark by its shape, or the end of a line (``kind`` is empty), which may end a paragraph.

    weak: it may close, and may be something else: "the soldiers’ boots", "a 12" gun".
    """

    at: int
    kind: str
    opens: bool
    closes: bool
    weak: bool
    next_at: int


class _Found(NamedTuple):
    """A quotation by its marks. ``whole`` is not set where nothing shows how far it goes before ``end``."""

    start: int
    end: int
    whole: bool


def find_quotations(text: str) -> Quotations:
    """What stands in double or single marks or guillemets, nested quotations in the outer ones.

    A quotation goes on over the end of a line if the next mark of its kind closes it. One that is not
    closed ends with its line, where the next paragraph opens it anew, and else with its line or before
    the next quotation. A single mark that is not closed is an apostrophe. Takes time in proportion to
    the text (but for sorting what was found).
    """
    found = sorted(_pairs(text, 0, len(text)))
    starts, ends, covered = [], [], 0
    for one, following in pairwise([*found, _Found(len(text), len(text), True)]):
        if one.start < covered:
            continue
        covered = one.end if one.whole else min(one.end, following.start)
        at = one.start + 1
        for line in text[at:covered].split("\n"):
            starts.append(at)
            ends.append(at + len(line))
            at += len(line) + 1
    return Quotations(starts=starts, ends=ends)


def quotation(content: Iterable[Span], quotations: Quotations, text: str) -> Quotation:
    """direct where all words are quoted, mixed where some are, indirect where none is."""
    quoted = total = 0
    for span in content:
        joining = _JOINING.match(text, span.start, span.end)
        for word in _WORD.finditer(text, joining.end() if joining else span.start, span.end):
            total += 1
            quoted += word.start() in quotations
    if not quoted:
        return "indirect"
    return "direct" if quoted == total else "mixed"


def unmarked(start: int, end: int, text: str) -> Span | None:
    """The span without quotation marks, commas and blanks at its edges; None if nothing is left.

    A mark stays where its partner stands inside the span ("the visit was a “gaffe”"), and a single mark
    where it is an apostrophe ("the soldiers’", "’90s music"). Takes time in proportion to the span.
    """
    last = next((at for at in range(end - 1, start - 1, -1) if text[at].isalnum()), None)
    if last is None:
        return None
    # The mark before the span may be what the one at its end closes.
    pairs = [pair for pair in _pairs(text, max(0, start - 1), end) if pair.whole]
    closing = {pair.start: pair.end for pair in pairs}
    opening = {pair.end: pair.start for pair in pairs}
    while text[start] in _EDGE and not closing.get(start, last) < last and not _clips(text, start):
        start += 1
    while text[end - 1] in _EDGE and opening.get(end - 1, -1) < start:
        if end - 1 not in opening and _apostrophe(text, end - 1):
            break
        end -= 1
    return Span(start=start, end=end)


def _apostrophe(text: str, at: int) -> bool:
    """Whether a single mark that closes nothing belongs to the word before it."""
    return text[at] in "'’" and at > 0 and text[at - 1].isalnum()


def _clips(text: str, at: int) -> bool:
    """Whether the mark stands for the beginning of a word."""
    return text[at] in "'‘’" and _CLIPPED.match(text, at + 1) is not None


def _pairs(text: str, start: int, end: int) -> list[_Found]:
    """The quotations of a stretch, nested ones too, each by its marks, in no order."""
    tokens, goes_on = _look_ahead(_tokens(text, start, end), text)
    found: list[_Found] = []
    stack: list[int] = []
    opened: dict[str, list[int]] = {}
    for number, token in enumerate(tokens):
        if not token.kind:
            if stack and not _same_kind_closes(text, stack[0], goes_on[number]):
                found += _left_open(text, stack, token.at, token.next_at)
                stack, opened = [], {}
            continue
        same = opened.setdefault(token.kind, [])
        if same and _closes(text, same[-1], token):
            found.append(_Found(same[-1], token.at, True))
            closed = same[-1]
            while stack and stack[-1] >= closed:  # those inside that nothing closed go with it
                opened[_KINDS[text[stack.pop()]]].pop()
        elif token.opens and not (same and text[token.at] == "”"):
            stack.append(token.at)
            same.append(token.at)
    return [*found, *_left_open(text, stack, end, end)]


def _left_open(text: str, stack: Sequence[int], end: int, next_at: int) -> Iterator[_Found]:
    """Quotations that a line leaves open: whole where the next paragraph opens with the same mark."""
    for at in stack:
        again = at == stack[0] and text[next_at : next_at + 1] == text[at]
        if again or _KINDS[text[at]] != _SINGLE:
            yield _Found(at, end, again)


def _look_ahead(tokens: Sequence[_Token], text: str) -> tuple[list[_Token], dict[int, dict[str, _Token]]]:
    """The marks without those weak ones after which a better one closes, in the same paragraph and before
    another opens; and for each end of a line the next mark of each kind, none over a paragraph's end."""
    kept: list[_Token] = []
    lines: list[dict[str, _Token]] = []
    following: dict[str, _Token] = {}
    better: set[str] = set()
    for token in reversed(tokens):
        if not token.kind:
            if text.count("\n", token.at, token.next_at) > 1:
                following, better = {}, set()
            lines.append(dict(following))
        elif token.weak and token.kind in better:
            continue
        else:
            following[token.kind] = token
            (better.discard if token.opens else better.add)(token.kind)
        kept.append(token)
    kept.reverse()
    ends = iter(reversed(lines))
    return kept, {number: next(ends) for number, token in enumerate(kept) if not token.kind}


def _same_kind_closes(text: str, opened: int, following: dict[str, _Token]) -> bool:
    """Whether the next mark of the kind of one that is open closes it, beyond the end of the line."""
    token = following.get(_KINDS[text[opened]])
    return token is not None and not token.weak and _closes(text, opened, token)


def _closes(text: str, opened: int, token: _Token) -> bool:
    mark = _TURNED.get(text[opened])
    return token.closes if mark is None else text[token.at] == mark


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """Ends of lines, and the marks that may open or close, judged by what stands beside them."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        kind = _KINDS.get(text[at], "")
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        opens, closes = _shape(text[at], before, after)
        if kind == _SINGLE and _clips(text, at):
            opens = False
        weak = closes and _is_weak(text, at, before)
        if opens or closes or not kind:
            found.append(_Token(at, kind, opens, closes, weak, match.end()))
    return found


def _shape(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark may open and whether it may close, by the characters beside it ("" at an end)."""
    free = not before or before.isspace()
    joined = bool(after) and not after.isspace()
    opening = joined and not before.isalnum() and (free or before in _AFTER or after.isalnum())
    closing = not free and before not in _AFTER and not after.isalnum()
    match mark:
        case "„" | "«" | "‹":
            return True, mark in _TURNED
        case "“":
            return not closing, closing
        case "”" | "»" | "›":
            return (free or before in _APART) and after.isalnum(), True
        case '"':
            return opening, not (joined and (free or before in _APART))
        case "’":
            return False, not free and not after.isalnum()
        case "‚":
            return free and after.isalnum(), False
    return opening, not free and not after.isalnum()


def _is_weak(text: str, at: int, before: str) -> bool:
    """A plural's apostrophe or the sign for inches, with a word to follow."""
    if text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].isalpha():
        return False
    return before.isdigit() if text[at] == '"' else text[at] in "'’" and before in "sS"
