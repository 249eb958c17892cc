"""Universal Dependencies in CoNLL-U: English Web Treebank (Silveira et al. 2014) and GUM (Zeldes 2017).

GUM also marks entities and which are the same, in its MISC column (``Entity=(1-person-…``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.vocab import load_countries
from training.examples import Example, Mentioned, Token

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_MARK = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")


@dataclass(slots=True)
class _Text:
    """A document while it is read."""

    id: str
    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    """Of every token that bears one, its number and its entity marks."""
    sentences: int = 0


def read(path: Path) -> Iterator[Example]:
    """The documents of a CoNLL-U file, or of all in a folder but GUM's blanked Reddit texts."""
    for file in sorted(path.glob("*.conllu")) if path.is_dir() else [path]:
        if "_reddit_" not in file.name:
            for found in _texts(file.read_text(encoding="utf8").split("\n")):
                yield _example(found, entities="GUM" in file.name)


def _texts(lines: Sequence[str]) -> Iterator[_Text]:
    current: _Text | None = None
    gap, rows = "", []
    for line in lines:
        if line.startswith("# newdoc"):
            if current is not None:
                yield current
            current = _Text(id=line.split("=")[-1].strip())
            gap = ""
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            gap = "\n\n"
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            if current is None:
                raise ValueError("a sentence before the first newdoc")
            _add(current, rows, gap)
            gap, rows = " ", []
    if current is not None:
        yield current


def _add(text: _Text, rows: Sequence[Sequence[str]], gap: str) -> None:
    """Adds a sentence: its words as the text has them, its tokens, its entity marks."""
    if text.text:
        text.text += gap
    first = len(text.tokens)
    together = _together(rows)
    for row in rows:
        if not row[0].isdigit():
            continue
        number = int(row[0])
        start = len(text.text)
        text.text += row[1]
        head = int(row[6])
        text.tokens.append(
            Token(
                start=start,
                end=len(text.text),
                form=row[1],
                pos=row[3],
                lemma=row[2],
                head=first + head - 1 if head else -1,
                relation=row[7],
                sentence=text.sentences,
                plural="Number=Plur" in row[5],
            )
        )
        marks = _ENTITY.search(row[9])
        if marks:
            text.marks.append((len(text.tokens) - 1, marks[1]))
        if number not in together and "SpaceAfter=No" not in row[9]:
            text.text += " "
    text.text = text.text.rstrip(" ")
    text.sentences += 1


def _together(rows: Sequence[Sequence[str]]) -> set[int]:
    """Words that are written together with the next one: "do" of "don't"."""
    found: set[int] = set()
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            found.update(range(int(first), int(last)))
            if "SpaceAfter=No" in row[9]:
                found.add(int(last))
    return found


def _example(text: _Text, *, entities: bool) -> Example:
    return Example(
        id=text.id,
        text=text.text,
        tokens=tuple(text.tokens),
        mentions=tuple(_mentions(text)) if entities else None,
    )


def _mentions(text: _Text) -> Iterator[Mentioned]:
    spans: list[tuple[int, int, str, int]] = []
    opened: dict[str, list[tuple[int, str]]] = {}
    for number, marks in text.marks:
        for opening, closed, closing in _MARK.findall(marks):
            if opening:
                name, type_ = opening.split("-")[:2]
                opened.setdefault(name, []).append((number, type_))
            name = closing or (opening.split("-")[0] if closed else "")
            if name and opened.get(name):
                first, type_ = opened[name].pop()
                if name.isdigit():  # the few in pieces are called 12[1/2]
                    spans.append((first, number + 1, type_, int(name)))
    heads = _heads(text.tokens, [span[:2] for span in spans])
    for (first, last, type_, entity), head in zip(spans, heads, strict=True):
        yield Mentioned(
            start=text.tokens[first].start,
            end=text.tokens[last - 1].end,
            type=_type(
                type_, text.text[text.tokens[first].start : text.tokens[last - 1].end], text.tokens[head]
            ),
            entity=entity,
            head=text.tokens[head].start,
        )


def _type(type_: str, surface: str, head: Token) -> str:
    """GUM's type, with the states and the groups of people that a record tells apart."""
    if type_ == "person" and head.plural:
        return "group"
    if type_ == "place" and head.pos == "PROPN":
        known = load_countries().find(surface)
        if known is not None and known.kind == "state" and known.code is not None:
            return "country"
    return type_


def _heads(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> list[int]:
    """The head word of each span; "the two ministers" and "A and B" with one head have theirs at "and"."""
    found = []
    taken: set[int] = set()
    for first, last in sorted(spans, key=lambda span: span[1] - span[0]):
        head = head_of(tokens, first, last)
        if head in taken:
            head = next((n for n in range(first, last) if tokens[n].relation == "cc"), head)
        taken.add(head)
        found.append(((first, last), head))
    by_span = dict(found)
    return [by_span[span] for span in spans]


def head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first token of ``[first, last)`` whose own head lies outside, marks left aside."""
    outside = [n for n in range(first, last) if not first <= tokens[n].head < last]
    words = [n for n in outside if tokens[n].pos not in ("PUNCT", "ADP", "CCONJ", "SCONJ")]
    return (words or outside or [first])[0]
