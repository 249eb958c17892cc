"""Chains: outermost first, the claim's own source last."""

from __future__ import annotations

from onrecord.annotate.claims.chains import chains
from onrecord.annotate.claims.drafts import Draft
from onrecord.record import Reference, Span

SPAN = Span(start=0, end=1)
TEXT = "text"


def _draft(parent: int | None = None) -> Draft:
    return Draft(source=(), cue=(), content=(SPAN,), inner=parent is not None, parent=parent)


def _reference(entity: str | None, at: int = 0) -> Reference:
    return Reference(entity=entity, spans=(Span(start=at, end=at + 1),))


def _entities(found: tuple[tuple[Reference, ...], ...]) -> list[list[str | None]]:
    return [[reference.entity for reference in chain] for chain in found]


def test_an_inner_claim_comes_through_the_outer_ones() -> None:
    """The chain of a claim goes on from its parent's, wherever the parent stands in the list."""
    drafts = [_draft(parent=1), _draft(), _draft(parent=0)]
    speakers = [_reference("b"), _reference("a"), _reference("c")]
    assert _entities(chains(drafts, speakers, [None] * 3, TEXT)) == [["a", "b"], ["a"], ["a", "b", "c"]]


def test_the_same_source_twice_in_a_row_is_one_link() -> None:
    """ "He said he had warned them": his own words, at the later place."""
    drafts = [_draft(), _draft(parent=0)]
    found = chains(drafts, [_reference("he", 0), _reference("he", 9)], [None, None], TEXT)
    assert found[1] == (_reference("he", 9),)


def test_sources_that_no_entity_stands_for_are_links_of_their_own() -> None:
    """Two unknown sources are not the same."""
    drafts = [_draft(), _draft(parent=0)]
    found = chains(drafts, [_reference(None, 0), _reference(None, 9)], [None, None], TEXT)
    assert len(found[1]) == 2


def test_an_unnamed_source_adds_no_link() -> None:
    """ "KCNA said the envoy had reportedly left": KCNA's alone."""
    drafts = [_draft(), _draft(parent=0), _draft()]
    found = chains(drafts, [_reference("kcna"), None, None], [None] * 3, TEXT)
    assert _entities(found) == [["kcna"], ["kcna"], []]


def test_who_speaks_to_an_outlet_still_does_in_his_next_claims() -> None:
    """Until somebody else speaks."""
    drafts = [_draft()] * 4
    speakers = [_reference("she"), _reference("she"), _reference("he"), _reference("she")]
    outlets = [_reference("yonhap"), None, None, None]
    assert _entities(chains(drafts, speakers, outlets, TEXT)) == [
        ["yonhap", "she"],
        ["yonhap", "she"],
        ["he"],
        ["she"],
    ]


def test_who_speaks_to_an_outlet_did_before_in_the_same_paragraph() -> None:
    """ "He denied it, telling Fresh News": also what he denied; not what stands a paragraph before."""
    spans = [Span(start=n, end=n + 1) for n in (0, 3, 5)]
    drafts = [Draft(source=(), cue=(), content=(span,), inner=False) for span in spans]
    outlets = [None, None, _reference("fresh-news")]
    found = chains(drafts, [_reference("he")] * 3, outlets, "a\nbcdef")
    assert _entities(found) == [["he"], ["fresh-news", "he"], ["fresh-news", "he"]]
