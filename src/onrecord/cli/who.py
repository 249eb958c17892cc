"""What the vocabulary knows under a name: what ``onrecord who`` does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.cli.lines import Line, Piece, Style, plain
from onrecord.cli.progress import tell
from onrecord.cli.terminal import write
from onrecord.cli.words import flat
from onrecord.vocab import Agent, Body, GenericBody, GenericOffice, Person, Term
from onrecord.vocab.lookup import Found, look_up
from onrecord.vocab.reasons import reason

MOST = 8
"""How many other names of one thing are shown; --json has all of people and bodies."""
TERM = 26
"""Columns for the days of a term: two days and what stands between and around them."""


def who(name: str, on: date, *, as_json: bool) -> int:
    """Print what is known under a name on a day, as lines or as JSON; gives the exit status."""
    found = look_up(name, on)
    if not found:
        tell(reason(found))
        return 1
    if as_json:
        print(json.dumps(answer(found), ensure_ascii=False))
    else:
        write(shown(found))
    return 0


def shown(found: Found) -> Iterator[Line]:
    """The reason why a name resolves as it does, then all that goes by it."""
    yield plain(flat(reason(found)))
    if found.country:
        yield from _heading("States and places", 1)
        yield _entry(found.country.form, found.country.code, found.country.kind, found.country.note)
    if found.publisher:
        publisher = found.publisher
        yield from _heading("Publishers", 1)
        yield _entry(publisher.name, publisher.country, publisher.control, publisher.kind, publisher.id)
    yield from _heading("People", len(found.people))
    for person in found.people:
        yield from _person(person, found.on)
    yield from _heading("Bodies", len(found.bodies))
    for body in found.bodies:
        yield _entry(body.name, body.country, body.kind, _codes(body.sector), body.id)
        yield from _also(body.aliases)
    yield from _heading("Of any state", len(found.kinds))
    for kind in found.kinds:
        yield from _kind(kind)


def answer(found: Found) -> dict[str, object]:
    """The same as JSON: ``id`` is what the name resolves to, null where the text has to tell."""
    country, publisher = found.country, found.publisher
    return {
        "name": found.name,
        "on": found.on.isoformat(),
        "id": found.id,
        "reason": reason(found),
        "country": country
        and {
            "form": country.form,
            "code": country.code,
            "kind": country.kind,
            "ambiguous": country.ambiguous,
            "candidates": country.candidates,
        },
        "publisher": publisher
        and {
            "id": publisher.id,
            "name": publisher.name,
            "country": publisher.country,
            "control": publisher.control,
            "kind": publisher.kind,
        },
        "people": [_person_as_json(person, found.on) for person in found.people],
        "bodies": [_body_as_json(body) for body in found.bodies],
        "generic_body": found.generic_body and found.generic_body.id,
        "title": found.title and found.title.id,
        "agent": found.agent
        and {"noun": found.agent.noun, "type": found.agent.type, "sector": found.agent.sector},
    }


def _heading(title: str, number: int) -> Iterator[Line]:
    """A heading after an empty line, where there is something below it."""
    if number:
        yield Line()
        yield Line(
            pieces=(Piece(text=title.upper(), style="heading"), Piece(text=f"  {number}", style="faint"))
        )


def _entry(name: str, *facts: str | None) -> Line:
    """A name and what is known of it in a word each."""
    known = " · ".join(flat(fact) for fact in facts if fact)
    return Line(
        pieces=(Piece(text=flat(name), style="name"), Piece(text=f"  {known}", style="faint")), indent=2
    )


def _also(names: Sequence[str]) -> Iterator[Line]:
    """Other names, no more than tell what is meant."""
    if names:
        more = [f"and {len(names) - MOST} more"] if len(names) > MOST else []
        listed = ", ".join([*map(flat, names[:MOST]), *more])
        yield plain(f"also {listed}", indent=4, style="faint")


def _person(person: Person, on: date) -> Iterator[Line]:
    """Somebody with the terms, the newest first."""
    yield _entry(person.name, person.country, _codes(person.sector), person.id, person.wikidata)
    yield from _also(person.aliases)
    for term in reversed(person.terms):
        serving = term.holds(on)
        title: Style = "plain" if serving else "faint"
        standing: Style = "cue" if serving else "faint"
        yield Line(
            pieces=(
                Piece(text=flat(term.office.title), style=title),
                Piece(text=f" · {_standing(term, on)}", style=standing),
            ),
            label=f"{term.first} – {term.last or ''}",
            indent=4,
            margin=TERM,
        )


def _standing(term: Term, on: date) -> str:
    """Whether a term was being served on a day."""
    if term.holds(on):
        return f"in office on {on}"
    return "former" if term.is_over(on) else "later"


def _kind(kind: GenericBody | GenericOffice | Agent) -> Iterator[Line]:
    match kind:
        case GenericBody():
            yield _entry(kind.names[0], "body", kind.kind, _codes(kind.sector), kind.id)
            yield from _also(kind.names[1:])
        case GenericOffice():
            titles = [
                f"{title.text} ({title.country})" if title.country else title.text for title in kind.titles
            ]
            yield _entry(titles[0], "title", kind.kind, _codes(kind.sector), kind.id)
            yield from _also(titles[1:])
        case Agent():
            yield _entry(kind.noun, "noun", kind.type, _codes(kind.sector), kind.plural)


def _codes(sector: tuple[str, ...]) -> str:
    return " ".join(sector)


def _person_as_json(person: Person, on: date) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": person.aliases,
        "short": person.short,
        "country": person.country,
        "sector": person.sector,
        "wikidata": person.wikidata,
        "terms": [
            {
                "office": term.office.id,
                "title": term.office.title,
                "first": str(term.first),
                "last": term.last and str(term.last),
                "in_office": term.holds(on),
            }
            for term in reversed(person.terms)
        ],
    }


def _body_as_json(body: Body) -> dict[str, object]:
    return {
        "id": body.id,
        "name": body.name,
        "aliases": body.aliases,
        "country": body.country,
        "sector": body.sector,
        "kind": body.kind,
        "wikidata": body.wikidata,
    }
