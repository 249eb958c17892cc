"""How claims within claims and their chains are counted."""

from __future__ import annotations

from typing import Any

from evaluation import nested
from onrecord.record import Claim, Document, Entity, Mention, Record, Reference, Span

TEXT = "Oslo said Bergen wanted talks."
ITEM: dict[str, Any] = {
    "id": "x",
    "text": TEXT,
    "held_back": False,
    "claims": [
        {
            "source": "Oslo",
            "cue": ["said"],
            "content": ["Bergen wanted talks"],
            "parent": None,
            "chain": ["Oslo"],
            "stance": "asserts",
            "stance_also": [],
        },
        {
            "source": "Bergen",
            "cue": ["wanted"],
            "content": ["talks"],
            "parent": 0,
            "chain": ["Oslo", "Bergen"],
            "stance": "demands",
            "stance_also": ["asserts"],
        },
    ],
}


def _span(surface: str) -> Span:
    return Span(start=TEXT.index(surface), end=TEXT.index(surface) + len(surface))


def _reference(surface: str, entity: str | None = None) -> Reference:
    return Reference(entity=entity, spans=(_span(surface),))


def _record(*claims: Claim) -> Record:
    oslo = _span("Oslo")
    mention = Mention(start=oslo.start, end=oslo.end, kind="name")
    entity = Entity(id="e1", name="Oslo", type="country", mentions=(mention,))
    return Record(document=Document(id="x", text=TEXT), entities=(entity,), claims=claims)


def _claim(name: str, source: str, cue: str, content: str, **more: Any) -> Claim:
    return Claim(
        id=name,
        source=_reference(source),
        cue=(_span(cue),),
        content=(_span(content),),
        quotation="indirect",
        **more,
    )


OUTER = _claim("c1", "Oslo", "said", "Bergen wanted talks", chain=(_reference("Oslo"),))
INNER = _claim(
    "c2",
    "Bergen",
    "wanted",
    "talks",
    chain=(_reference("Oslo"), _reference("Bergen")),
    parent="c1",
    stance="asserts",
)


def _f1(*claims: Claim) -> dict[str, float]:
    return {name: counts.f1 for name, counts in nested.score([(ITEM, _record(*claims))]).items()}


def test_a_right_reading_counts_in_full() -> None:
    """Also a stance that a second reader would accept."""
    assert set(_f1(OUTER, INNER).values()) == {1.0}


def test_a_claim_that_was_missed_has_no_chain() -> None:
    """It counts against the chains, not against those of the claims found."""
    found = _f1(OUTER)
    assert found["nested, found"] == 0
    assert found["first level, whole"] == 1
    assert found["chain of several right"] == 0
    assert found["chain right, of claims found"] == 1


def test_a_link_may_be_told_by_its_entity() -> None:
    """The chain's words may stand elsewhere: the entity they mean is asked for."""
    elsewhere = Reference(entity="e1", spans=(_span("talks"),))
    inner = _claim("c2", "Bergen", "wanted", "talks", chain=(elsewhere, _reference("Bergen")), parent="c1")
    assert _f1(OUTER, inner)["chain of several right"] == 1


def test_a_chain_that_is_too_short_is_wrong() -> None:
    """Its own source alone does not say through whom."""
    inner = _claim("c2", "Bergen", "wanted", "talks", chain=(_reference("Bergen"),), parent="c1")
    assert _f1(OUTER, inner)["chain of several right, of claims found"] == 0
