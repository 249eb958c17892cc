"""The example of a ledger in the reference."""

from __future__ import annotations

from pathlib import Path

from onrecord.cli.claims import said
from onrecord.cli.paragraphs import Paragraphs
from onrecord.record import Claim, Document, Entity, Record, Reference, Span

REFERENCE = Path(__file__).parents[2] / "docs" / "reference.md"

TEXT = """Port News (PN) claimed, citing the Foreign Ministry, that the visit was a "gaffe".

“Eastmark wants talks,” she said."""


def span(words: str) -> Span:
    """Where the words stand in the text."""
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def record() -> Record:
    """What the example shows: a chain, a pronoun, a claim within a claim."""
    agency = Reference(entity="pn", spans=(span("PN"),))
    ministry = Reference(entity=None, spans=(span("the Foreign Ministry"),))
    she = Reference(entity="marrow", spans=(span("she"),))
    eastmark = Reference(entity=None, spans=(span("Eastmark"),))
    claims = (
        Claim(
            id="c1",
            source=ministry,
            cue=(span("claimed"),),
            content=(span('that the visit was a "gaffe"'),),
            quotation="mixed",
            stance="alleges",
            distanced=True,
            chain=(agency, ministry),
        ),
        Claim(
            id="c2",
            source=she,
            cue=(span("said"),),
            content=(span("Eastmark wants talks"),),
            quotation="direct",
            chain=(she,),
        ),
        Claim(
            id="c3",
            source=eastmark,
            cue=(span("wants"),),
            content=(span("talks"),),
            quotation="indirect",
            stance="demands",
            chain=(she, eastmark),
            parent="c2",
        ),
    )
    entities = (
        Entity(id="pn", name="Port News", type="publisher"),
        Entity(id="marrow", name="Ilse Marrow", type="person"),
    )
    return Record(document=Document(id="d", text=TEXT), entities=entities, claims=claims)


def test_the_example_of_the_reference_is_what_is_shown() -> None:
    """The reference explains a ledger as it is, to the last position."""
    shown = [str(line) for line in said(record(), Paragraphs(TEXT))]
    example = REFERENCE.read_text(encoding="utf8").split("```text\n")[1].split("```")[0]
    assert example.splitlines() == shown[1:]
