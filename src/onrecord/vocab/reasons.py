"""Why a name resolves as it does, in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.vocab.actors import LEADING, Person
from onrecord.vocab.articles import with_article
from onrecord.vocab.countries import Countries, CountryName, load_countries
from onrecord.vocab.lookup import Found, is_ambiguous, served

_TELLS = {
    "state": "is the state {}",
    "nationality": "tells {}",
    "people": "is the people of {}",
    "capital": "is a capital of {}",
    "metonym": "stands for the government of {}",
    "place": "is a place in {}",
    "group": "is a group and tells no state",
}
_TELL = ": the text has to tell"
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def reason(found: Found, countries: Countries | None = None) -> str:
    """Why a name resolves to what it does, or to nothing; the states' names are the package's own."""
    countries = countries or load_countries()
    named = [_of_state(found, countries)] if found.state else list(_named(found, countries))
    readings = named or list(_kinds(found))
    if not readings:
        return f"nothing is known under '{found.name}'"
    line = f"'{found.name}' {'; it also '.join(readings)}"
    unsure = len(named) > 1 and found.id is None and not line.endswith(_TELL)
    return f"{line}{_TELL}" if unsure else line


def _named(found: Found, countries: Countries) -> Iterator[str]:
    """Who or what is named, reading by reading, each as the rest of a sentence."""
    if found.country:
        yield _country(found.country, countries)
    if found.publisher:
        yield f"is the publisher {found.publisher.name}"
    if found.people:
        yield _people(found)
    if found.bodies:
        yield _bodies(found)


def _kinds(found: Found) -> Iterator[str]:
    """What the name means of any state or anybody."""
    if found.generic_body:
        yield f"is a body that many states have ({found.generic_body.id}), and without a state tells none"
    if found.title:
        yield f"is a title ({found.title.id}), and without a state or a name tells nobody"
    if found.agent:
        yield f"is a common noun ({found.agent.type})"


def _country(name: CountryName, countries: Countries) -> str:
    if name.former:
        return "is of a state that is no more"
    if name.candidates and (name.code is None or len(name.candidates) > 1):
        states = _listed([countries.name(code) for code in name.candidates], last="or")
        return f"may tell {states}{_TELL}"
    if name.code is None:
        return "tells no state" if name.kind == "place" else _TELLS["group"]
    reading = _TELLS[name.kind].format(countries.name(name.code))
    return f"{reading}, and means other things too" if name.ambiguous else reading


def _of_state(found: Found, countries: Countries) -> str:
    """An office or a body of a state."""
    if found.bodies:
        return f"is the body {found.bodies[0].name}"
    state = with_article(countries.country(found.state)) if found.state else ""
    what = f"is the {found.words} of {state}; on {found.on}"
    if not found.people:
        return f"{what} nobody is known to have held it"
    return f"{what} that was {_listed([person.name for person in found.people], last='or')}"


def _bodies(found: Found) -> str:
    """Which bodies go by the name."""
    if len(found.bodies) > 1:
        return f"may be short for {_listed([body.name for body in found.bodies], last='or')}{_TELL}"
    body = found.bodies[0]
    also = ", and means other things too" if is_ambiguous(body, found.name) else ""
    return f"is the body {body.name}{also}"


def _people(found: Found) -> str:
    """How many go by the name, and which of them news means on the day."""
    first, number = found.people[0], len(found.people)
    how = "is short for" if found.short else "is the name of"
    if number > 1:
        return f"{how} {number} people; on {found.on} {_chosen(found)}"
    if not found.short and found.name in first.aliases:
        how = "is another name of"
    return f"{how} {first.name}{_standing(first, found)}"


def _chosen(found: Found) -> str:
    """Which of several is meant: who led a state, else who held an office, if that is one."""
    for group, what in ((found.leading, "led a state"), (found.serving, "held an office")):
        if group:
            names = [person.name for person in group]
            tells = "" if len(group) == 1 else _TELL
            return f"{_number(len(group))} of them {what}: {_listed(names)}{tells}"
    return f"none of them held an office{_TELL}"


def _standing(person: Person, found: Found) -> str:
    """What somebody was on the day."""
    if served(person, found.on):
        terms = [term for term in reversed(person.terms) if term.holds(found.on)]
        # Who leads a state is known for that before all.
        terms.sort(key=lambda term: term.office.kind not in LEADING)
        return f"; on {found.on} {_listed([term.office.title for term in terms])}"
    over = [term for term in reversed(person.terms) if term.is_over(found.on)]
    return f"; by {found.on} former {over[0].office.title}" if over else ""


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _listed(names: Sequence[str], *, last: str = "and") -> str:
    """Names as a sentence lists them, no more than ten."""
    shown = list(dict.fromkeys(names))
    if len(shown) > 10:
        shown = [*shown[:9], f"{len(shown) - 9} more"]
    if len(shown) == 1:
        return shown[0]
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"
