"""All steps on text that no newspaper prints."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from onrecord.annotate import Annotated, annotate, steps
from onrecord.models import Encoder
from onrecord.record import Document, Record

LETTERS = "bdfgklmnprstvz"
VOWELS = "aeiou"


def _name(number: int) -> str:
    """An invented full name, another one for each number below 140,000."""
    syllables = []
    for _ in range(3):
        number, rest = divmod(number, len(LETTERS) * len(VOWELS))
        consonant, vowel = divmod(rest, len(VOWELS))
        syllables.append(LETTERS[consonant] + VOWELS[vowel])
    return f"{syllables[1].title()}lan {''.join(reversed(syllables)).title()}sen"


def _named(number: int) -> str:
    """A text with so many different persons, one of two of whom speaks."""
    return " ".join(f"{_name(n)} told {_name(n + 1)} that talks had failed." for n in range(0, number, 2))


def _endless(words: int) -> str:
    """One sentence of so many words."""
    return "The envoy said that talks " + "of Norway and the two ministers " * (words // 6) + "failed."


BAD = {
    "nothing": "",
    "white space": " \n\t\n ",
    "a mark": "“",
    "a control character": "\x1b",
    "an invisible word": "\u200b \ufffd",
    "a word": "Marrow",
    "a pronoun": "He",
    "Cyrillic": "Министр Анна Кузнецова заявила: «Мы вернёмся». Она уехала в Москву.",
    "Arabic": "قالت الوزيرة ليلى حداد إن المحادثات فشلت، وغادرت إلى عمّان.",
    "Chinese": "外交部长马丽说：“我们会回来的。”她星期一离开了北京。",
    "names in three scripts": "Анна Кузнецова met 马丽 and ليلى حداد in Oslo, and they said “no”.",
    "capitals": "NORWAY'S MINISTER MARROW SAYS TALKS FAILED\n\nUS AND UK SAY SHE LIED, SHE SAYS",
    "combining marks": "I\u0307lse Ma\u0301rrow’s e\u0301nvoy\u200b said “\u202eno\u202c”.",
    "no full stop": _endless(5_000),
    "only names": " ".join(_name(n) for n in range(400)),
    "only pronouns": "he she it they " * 300,
    "only quotation marks": "“he ” ”she “" * 200,
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_read(encoder: Encoder, kind: str) -> None:
    """Whatever the text, there is a record of it, and its spans cut words out of the text."""
    text = BAD[kind]
    record = annotate(Document(id="bad", text=text), steps(encoder))
    assert record.document.text == text
    for start, end in _spans(record):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


def _spans(record: Record) -> list[tuple[int, int]]:
    found = [(m.start, m.end) for entity in record.entities for m in entity.mentions]
    found += [(role.span.start, role.span.end) for entity in record.entities for role in entity.roles]
    for claim in record.claims:
        parts = (*claim.cue, *claim.content, *(claim.source.spans if claim.source else ()))
        found += [(part.start, part.end) for part in parts]
    return found


@pytest.mark.parametrize("kind", ["nothing", "white space", "a mark", "a control character"])
def test_where_there_are_no_words_there_is_nobody(encoder: Encoder, kind: str) -> None:
    """No entities and no claims come out of nothing."""
    record = annotate(Document(id="bad", text=BAD[kind]), steps(encoder))
    assert (record.entities, record.claims) == ((), ())


def test_no_two_entities_share_an_id_or_a_mention(encoder: Encoder) -> None:
    """Ids are of one entity each, and every mention is in one chain; a nationality alone is of two kinds."""
    text = "\n\n".join([BAD["capitals"], BAD["names in three scripts"], _named(40), "Marrow said she left."])
    record = annotate(Document(id="many", text=text), steps(encoder))
    ids = [entity.id for entity in record.entities]
    spans = [(m.start, m.end, m.kind) for entity in record.entities for m in entity.mentions]
    assert len(set(ids)) == len(ids)
    assert len(set(spans)) == len(spans)


def test_references_lead_to_entities(encoder: Encoder) -> None:
    """Whoever a claim or an office speaks of is in the record."""
    record = annotate(Document(id="many", text=_named(40)), steps(encoder))
    ids = {entity.id for entity in record.entities}
    of = {role.of for entity in record.entities for role in entity.roles}
    said = {claim.source.entity for claim in record.claims if claim.source is not None}
    assert (of | said) - {None} <= ids


@pytest.mark.parametrize(("make", "size"), [(_named, 2_000), (_endless, 12_000)])
def test_a_text_four_times_as_long_costs_no_more_than_eight_times(
    encoder: Encoder, make: Callable[[int], str], size: int
) -> None:
    """All steps after the encoder, on 2,000 persons and on a sentence of 12,000 words: no square in it."""
    long, short = (_seconds(encoder, make(number)) for number in (size, size // 4))
    assert long < 8 * max(short, 0.2)


def _seconds(encoder: Encoder, text: str) -> float:
    """What the steps after the encoder cost, in time of this thread: libraries wait busily in others."""
    taken = steps(encoder)
    annotated = Annotated(document=Document(id="long", text=text))
    for name in ("sentences", "encoding"):
        annotated = taken[name](annotated)
    start = time.thread_time()
    for name, step in taken.items():
        if name not in ("sentences", "encoding"):
            annotated = step(annotated)
    return time.thread_time() - start
