"""The codebook of events: what ``onrecord codebook`` prints."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.cli.lines import Line, Piece, glued, plain
from onrecord.cli.progress import tell
from onrecord.cli.terminal import write
from onrecord.vocab.plover import Case, Category, Code, Ontology, load_cameo, load_ontology

NAME = 16
"""Columns for the names of categories, modes and contexts."""


def codebook(category: str | None) -> int:
    """Print the categories, or all that is known of one; gives the exit status."""
    ontology = load_ontology()
    if category is None:
        write(overview(ontology))
        return 0
    found = ontology.categories.get(category.upper())
    if found is None:
        tell(f"there is no category {category!r}; there are {', '.join(ontology.categories)}")
        return 1
    write(chapter(found, ontology))
    return 0


def overview(ontology: Ontology) -> Iterator[Line]:
    """The categories by quad, with their scores, then the contexts."""
    quads: dict[str, list[Category]] = {}
    for category in ontology.categories.values():
        quads.setdefault(category.quad, []).append(category)
    for quad, categories in quads.items():
        yield plain(f"{categories[0].quad_code} {quad.upper()}", style="heading")
        for category in categories:
            yield _entry(category.name, category.definition, category.score)
        yield Line()
    yield plain("CONTEXTS, of any category", style="heading")
    for name, definition in ontology.contexts.items():
        yield _entry(name, definition)


def chapter(category: Category, ontology: Ontology) -> Iterator[Line]:
    """A category: what it is, its modes, what is coded so, and what only looks like it."""
    yield Line(
        pieces=(
            Piece(text=category.name, style="heading"),
            Piece(
                text=f"  {category.quad} ({category.quad_code}) · score {category.score:+g}", style="faint"
            ),
        )
    )
    yield plain(category.definition, indent=2)
    recipient = "It needs a recipient." if category.needs_recipient else "It may lack a recipient."
    cameo = load_cameo().to_cameo(Code(category=category.name))
    yield plain(f"{recipient} CAMEO counts it from {cameo}.", indent=2, style="faint")
    if category.modes:
        yield Line()
        yield plain("MODES", style="heading")
        for mode in category.modes.values():
            yield _entry(mode.name, mode.definition, mode.score)
    cases = ontology.cases
    yield from _cases("EXAMPLES", [it for it in cases if it.code and it.code.category == category.name])
    yield from _cases("NEAR MISSES", [it for it in cases if it.near == category.name])


def _cases(title: str, cases: list[Case]) -> Iterator[Line]:
    if cases:
        yield Line()
        yield plain(title, style="heading")
    for case in cases:
        before, _, after = case.text.partition(case.trigger)
        words = (Piece(text=before), Piece(text=case.trigger, style="cue"), Piece(text=after))
        yield Line(pieces=words, indent=2)
        code = "no event" if case.code is None else str(case.code)
        yield Line(pieces=(Piece(text=f"{code}. ", style="name"), Piece(text=case.why)), indent=4)


def _entry(name: str, definition: str, score: float | None = None) -> Line:
    """A name in the margin, its definition, and its score."""
    faint = () if score is None else (Piece(text=glued(f" ({score:+g})"), style="faint"),)
    return Line(
        pieces=(Piece(text=definition), *faint), label=name, indent=2, margin=max(NAME, len(name) + 1)
    )
