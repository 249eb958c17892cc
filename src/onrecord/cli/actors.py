"""Who is who across the documents of a record: what ``onrecord actors`` does."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.cli.lines import Line, Piece, Style, plain
from onrecord.cli.progress import tell
from onrecord.cli.terminal import write
from onrecord.cli.words import counted, flat
from onrecord.store import Actor, Judgement, Occurrence, View

HEADINGS = ("documents", "mentions", "type", "country", "sectors", "id", "name")
NUMBERS = {"documents", "mentions"}

MOST = 3
"""Of how many documents of an actor it is said why they were joined, unless it was asked for by name."""
INDENT = 4


def actors(path: Path, *, name: str | None, described: bool, as_json: bool, wait: float) -> int:
    """Print the actors of a record, as columns or as JSON Lines; gives the exit status."""
    with View.open(path, wait=wait, on_wait=tell) as view:
        found = list(view.actors(name, described=described))
        shorts = view.short_ids()
        unresolved = view.unresolved()
    if unresolved:
        tell(f"{counted(unresolved, 'document')} of {path} not looked at yet (`onrecord read` does so)")
    if name is not None and not found:
        tell(f"no actor of {path} goes by {name!r}")
        return 1
    if as_json:
        for actor in found:
            sys.stdout.buffer.write(_json(actor) + b"\n")
    else:
        write(listed(found, shorts, whole=name is not None))
    return 0


def listed(found: Sequence[Actor], shorts: Mapping[str, str], *, whole: bool) -> Iterator[Line]:
    """The actors below a line of headings, each with why its documents were joined.

    ``whole``: for all its documents, also of those of which nothing was weighed.
    """
    rows = [_row(actor) for actor in found]
    widths = [max(len(cell) for cell in column) for column in zip(HEADINGS, *rows, strict=True)]
    yield _line(HEADINGS, widths, style="faint")
    for actor, row in zip(found, rows, strict=True):
        yield _line(row, widths, style="plain")
        joined = any(one.score is not None for one in actor.occurrences)
        if whole or joined or actor.judgements:
            yield from _why(actor, shorts, most=len(actor.occurrences) if whole else MOST)


def _why(actor: Actor, shorts: Mapping[str, str], *, most: int) -> Iterator[Line]:
    """A line for each document, and one for each judgement."""
    places = {one.own: _place(one, shorts) for one in actor.occurrences}
    width = max(len(place) for place in places.values())
    for one in actor.occurrences[:most]:
        words = one.reason
        if one.beside in places:
            words += f" (as {places[one.beside]})"
        if one.score is not None:
            words += f" {one.score:.2f}"
        yield Line(
            pieces=(Piece(text=flat(words), style="faint"),),
            label=places[one.own],
            indent=INDENT,
            margin=width + 2,
        )
    if len(actor.occurrences) > most:
        yield plain(f"and {len(actor.occurrences) - most} more", indent=INDENT, style="faint")
    for judgement in actor.judgements:
        yield plain(judged(judgement), indent=INDENT, style="faint")


def judged(judgement: Judgement) -> str:
    """A judgement in one line: "Kim on 2025-03-07: actor/x and d1:e2 are the same (a note)"."""
    note = f" ({flat(judgement.note)})" if judgement.note else ""
    what = "the same" if judgement.kind == "same" else "different"
    sides = f"{flat(str(judgement.a))} and {flat(str(judgement.b))}"
    return f"{flat(judgement.by)} on {judgement.at.date().isoformat()}: {sides} are {what}{note}"


def _place(one: Occurrence, shorts: Mapping[str, str]) -> str:
    return flat(f"{shorts.get(one.document, one.document)}:{one.entity}")


def _row(actor: Actor) -> tuple[str, ...]:
    return (
        str(actor.documents),
        str(actor.mentions),
        actor.type,
        actor.country or "–",
        " ".join(actor.sector) or "–",
        flat(actor.id),
        flat(actor.name),
    )


def _line(row: Sequence[str], widths: Sequence[int], *, style: Style) -> Line:
    """A row of the list: words to the left of their column, numbers to the right, the name last."""
    cells = [
        cell.rjust(width) if name in NUMBERS else cell.ljust(width)
        for name, cell, width in zip(HEADINGS, row, widths, strict=True)
    ]
    return Line(pieces=(Piece(text="  ".join(cells).rstrip(), style=style),), whole=True)


def _json(actor: Actor) -> bytes:
    """An actor as one line of JSON."""
    import msgspec

    places = {one.own: {"document": one.document, "entity": one.entity} for one in actor.occurrences}
    return msgspec.json.encode(
        {
            "id": actor.id,
            "name": actor.name,
            "type": actor.type,
            "country": actor.country,
            "sector": actor.sector,
            "documents": actor.documents,
            "mentions": actor.mentions,
            "occurrences": [
                {
                    "document": one.document,
                    "entity": one.entity,
                    "name": one.name,
                    "mentions": one.mentions,
                    "reason": one.reason,
                    "beside": places.get(one.beside or ""),
                    "score": one.score,
                }
                for one in actor.occurrences
            ],
            "judgements": actor.judgements,
        }
    )
