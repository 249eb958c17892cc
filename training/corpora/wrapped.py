"""PolNeAR's claims within claims that we put around them: what PolNeAR itself does not annotate.

A sentence whose claims lie wholly in it becomes what somebody else says. So the reader sees many thousand
cues, sources and contents at the second level, as diverse as those at the first.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.annotate.sentences import split
from training.examples import Attribution, Example

Span = tuple[int, int]
_LONGEST = 320  # characters: longer sentences are lists or badly cut
# First words that lose their capital inside a sentence.
_LOWERED = frozenset(
    [
        "A",
        "An",
        "And",
        "As",
        "At",
        "But",
        "By",
        "For",
        "From",
        "He",
        "Her",
        "His",
        "I’m",
        "If",
        "In",
        "It",
        "Its",
        "On",
        "She",
        "So",
        "That",
        "The",
        "Their",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "To",
        "We",
        "What",
        "When",
        "While",
        "With",
    ]
)
_SOURCES = [
    "the ministry",
    "Foreign Minister Adeyemi",
    "a senior official",
    "two diplomats briefed on the talks",
    "the newspaper Nordlys",
    "a report by the commission",
    "officials",
    "the spokesman",
    "analysts",
    "the opposition",
    "Tashkent",
    "state television",
    "she",
    "he",
    "they",
    "the statement",
    "the agency",
    "Ms. Okafor",
    "an aide to the president",
    "people familiar with the matter",
    "the inquiry",
    "Brussels",
    "a government lawyer",
    "witnesses",
    "the general",
    "critics",
    "the embassy",
    "the court",
    "the letter",
    "residents",
]
_BEFORE = [
    "said",
    "said",
    "said on Tuesday",
    "added",
    "claimed",
    "insisted",
    "reported",
    "wrote",
    "acknowledged",
    "denied",
    "also said",
    "told reporters",
    "has said",
    "complained",
    "confirmed",
    "argued",
    "noted",
    "warned",
    "recalled",
    "suggested",
    "believes",
    "alleged",
    "pointed out",
    "is understood to have said",
]
_AFTER = [
    "said",
    "added",
    "wrote",
    "claimed",
    "recalled",
    "told the committee",
    "explained",
    "says",
    "reported",
    "argued",
]
_CUES = {
    "told reporters": "told",
    "told the committee": "told",
    "said on Tuesday": "said",
}


@dataclass(frozen=True, slots=True)
class _Frame:
    """Text before and after a sentence, with the source and the cue in the one that has them."""

    before: str
    after: str
    source: str
    cue: str


def read(examples: Iterable[Example], count: int) -> Iterator[Example]:
    """``count`` sentences of the examples, each within a claim; the same ones every time."""
    draw = random.Random(5)  # noqa: S311
    found = [one for example in examples for one in _sentences(example)]
    draw.shuffle(found)
    for number, (sentence, attributions) in enumerate(found[:count]):
        yield _wrapped(f"wrapped-{number}", sentence, attributions, draw)


def _sentences(example: Example) -> Iterator[tuple[str, list[Attribution]]]:
    """Sentences with the claims that lie in them, offsets counted from their start."""
    for sentence in split(example.text):
        text = example.text[sentence.start : sentence.end]
        touching = [
            a
            for a in example.attributions or ()
            if any(s < sentence.end and sentence.start < e for s, e in _all(a))
        ]
        whole = all(sentence.start <= s and e <= sentence.end for a in touching for s, e in _all(a))
        if touching and whole and len(text) < _LONGEST and "\n" not in text and text[-1] in '.\u201d"':
            yield text, [_moved(a, -sentence.start) for a in touching if a.cue and a.content]


def _wrapped(name: str, sentence: str, attributions: list[Attribution], draw: random.Random) -> Example:
    frame = _frame(draw, quotable=not any(mark in sentence for mark in '\u201c\u201d"'))
    lowered = not frame.before.endswith("\u201c") and sentence.split(" ")[0] in _LOWERED
    body = sentence[0].lower() + sentence[1:] if lowered and frame.before else sentence
    if frame.after and body.endswith("."):
        body = body[:-1]
    text = frame.before + body + frame.after
    start, end = len(frame.before), len(frame.before) + len(body)
    marked = frame.before.endswith("\u201c")
    source_from = 0 if not frame.after else end
    source = text.index(frame.source, source_from)
    cue = text.index(frame.cue, source + len(frame.source) if source_from == 0 or _follows(frame) else end)
    content = (start - marked, min(len(text), end + 2 * marked)) if frame.after else (start, end)
    if frame.before.endswith(" that "):
        content = (start - len("that "), end)
    outer = Attribution(
        source=((source, source + len(frame.source)),), cue=((cue, cue + len(frame.cue)),), content=(content,)
    )
    inner = [_clipped(_moved(a, start), end) for a in attributions]
    return Example(
        id=name,
        text=text,
        attributions=(
            outer,
            *(Attribution(source=a.source, cue=a.cue, content=a.content, inner=True) for a in inner),
        ),
        nested=True,
    )


def _frame(draw: random.Random, *, quotable: bool) -> _Frame:
    source = draw.choice(_SOURCES)
    if draw.random() < 0.6:
        verb = draw.choice(_BEFORE)
        that = draw.choice(("that ", "that ", ""))
        return _Frame(
            source[0].upper() + source[1:] + f" {verb} {that}",
            "",
            source[0].upper() + source[1:],
            _CUES.get(verb, verb),
        )
    verb = draw.choice(_AFTER)
    marks = ("\u201c", ",\u201d ") if quotable and draw.random() < 0.6 else ("", ", ")
    told = draw.random() < 0.8 or verb.startswith("told")
    after = f"{marks[1]}{source} {verb}." if told else f"{marks[1]}{verb} {source}."
    return _Frame(marks[0], after, source, _CUES.get(verb, verb))


def _follows(frame: _Frame) -> bool:
    """Whether the cue stands after the source."""
    return not frame.after or frame.after.index(frame.source) < frame.after.index(frame.cue)


def _all(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue, *attribution.content)


def _moved(attribution: Attribution, by: int) -> Attribution:
    return Attribution(
        source=tuple((s + by, e + by) for s, e in attribution.source),
        cue=tuple((s + by, e + by) for s, e in attribution.cue),
        content=tuple((s + by, e + by) for s, e in attribution.content),
    )


def _clipped(attribution: Attribution, end: int) -> Attribution:
    """Without the full stop that was taken away."""
    return Attribution(
        source=attribution.source,
        cue=attribution.cue,
        content=tuple((s, min(e, end)) for s, e in attribution.content),
    )
