"""What a name names: the vocabulary's state, outlet, person or body, else something of its own.

A key says which names of a document are of one entity, as far as names alone tell; the rest is for
coreference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

import numpy as np

from onrecord.annotate.mentions.found import Found
from onrecord.annotate.mentions.names import Name
from onrecord.annotate.syntax.tree import Syntax
from onrecord.record import EntityType
from onrecord.vocab import (
    Actors,
    Body,
    Countries,
    CountryName,
    Person,
    Publisher,
    find_publisher,
    load_actors,
    load_countries,
)

_TYPES: Mapping[str, EntityType] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "facility": "facility",
    "group": "group",
    "other": "other",
}
_OF_KIND: Mapping[str, EntityType] = {
    "state": "country",
    "nationality": "country",
    "people": "group",
    "group": "group",
    "capital": "place",
    "place": "place",
}
# Words of many outlets' names, which alone stand for none.
_COMMON = frozenset(
    {"agency", "american", "broadcasting", "central", "chronicle", "courier", "daily", "evening", "express"}
    | {"foreign", "gazette", "global", "herald", "independent", "international", "journal", "korean"}
    | {"magazine", "morning", "national", "network", "newspaper", "observer", "online", "press", "radio"}
    | {"report", "republic", "review", "russian", "sunday", "telegraph", "television", "times", "today"}
    | {"tribune", "weekly", "world"}
)
# How much a preposition before a capital tells of a place rather than a state.
_PLACED = {"in": -3.0, "at": -2.0, "near": -4.0, "outside": -4.0, "around": -3.0, "from": -1.0, "to": -1.0}
_PLACED |= {
    "through": -2.0,
    "across": -3.0,
    "with": 1.5,
    "between": 1.0,
    "against": 1.5,
    "by": 1.0,
    "of": 0.0,
}
_OUTLETS_BEGIN = frozenset(
    {"radio", "tv", "televisión", "télé", "telewizja", "kanal", "canal", "channel", "diario"}
)
_OUTLETS_END = frozenset(
    {
        "radio",
        "tv",
        "television",
        "times",
        "herald",
        "gazette",
        "tribune",
        "observer",
        "chronicle",
        "post",
        "mail",
    }
    | {"courier", "kurier", "journal", "daily", "weekly", "broadcasting", "bulletin", "telegraph", "examiner"}
    | {
        "dispatch",
        "newspaper",
        "tidende",
        "zeitung",
        "gazeta",
        "sentinel",
        "reporter",
        "mirror",
        "argus",
        "fm",
    }
)
_OUTLETS = ("organization", "other")
_BODIES = ("organization", "facility", "other", "place", "group")
_BODY_TYPES: Mapping[str, EntityType] = {"seat": "organization"}
_HALVES = {"North": "PRK", "South": "KOR"}
OPEN = "open"
"""Begins the key of a name that may be one of several people; coreference decides."""
_LEADING = frozenset({"head_of_state", "head_of_government"})
# What a name before a surname may hold that is no part of the person's own name.
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "van", "von", "de", "da", "dos", "del", "della", "der", "di", "le"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name and what it names. ``key``: equal for one entity; it is the entity's id where it has a slash.

    nationality: whether a nationality stands for the state ("Iranian officials").
    """

    key: str
    type: EntityType
    fullest: str
    surface: str
    country: str | None = None
    sector: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    nationality: bool = False

    @property
    def in_vocabulary(self) -> bool:
        """Whether the vocabulary has it, so that it has one id in all documents."""
        return "/" in self.key

    @property
    def is_open(self) -> bool:
        """Whether names alone leave open whose it is."""
        return self.key.startswith(f"{OPEN} ")


def name_all(
    mentions: Sequence[Found], syntax: Syntax, text: str, day: date | None, types: Sequence[str]
) -> dict[int, Known]:
    """What each mention names, by its number. types: the encoder's, in its order."""
    numbers = [n for n, one in enumerate(mentions) if one.name is not None]
    names = _by_majority([name for one in mentions if (name := one.name) is not None])
    actors, countries = load_actors(), load_countries()
    found = [
        _known(name, mentions[n], syntax, actors, countries, day, types)
        for n, name in zip(numbers, names, strict=True)
    ]
    found = _as_states(found, countries)
    places = [name.span.start for name in names]
    found = _no_strange_acronyms(found, mentions, numbers)
    joined = _with_short_forms(found, places, [name.span.end for name in names], text, actors, day)
    bodies = {
        n: body
        for n, one in enumerate(mentions)
        if one.kind == "nominal" and (body := _described_body(one, syntax, actors, countries)) is not None
    }
    return bodies | dict(zip(numbers, joined, strict=True))


def _described_body(mention: Found, syntax: Syntax, actors: Actors, countries: Countries) -> Known | None:
    """A state's body that a description tells with its state: "the Russian government"."""
    words = list(mention.words)
    if mention.head != words[-1] or syntax.lemmas[mention.head].lower() != syntax.form(mention.head).lower():
        return None
    if syntax.pos[words[0]] == "DET":
        if syntax.form(words[0]).lower() != "the":
            return None
        words = words[1:]
    if len(words) < 2:
        return None
    written = syntax.text[syntax.starts[words[0]] : syntax.ends[words[-1]]]
    country, rest = _state_before(written.replace("’s ", " ").replace("'s ", " "), countries)
    generic = None if country is None else actors.generic_body(rest)
    if country is None or generic is None:
        return None
    return _of_body(actors.state_body(generic, country), written)


def _as_states(known: Sequence[Known], countries: Countries) -> list[Known]:
    """The names, those read as states that another name of the document makes likely.

    "Chad" is a state where Chadians are, whoever else may be called so; "the North" is North Korea where
    that is told of.
    """
    states = {one.country: one for one in known if one.type == "country"}
    found = []
    for one in known:
        code = _HALVES.get(one.surface)
        if code is None and one.type in ("person", "place"):
            name = countries.find(one.surface)
            code = name.code if name is not None and name.kind == "state" else None
        found.append(replace(states[code], surface=one.surface) if code in states and code else one)
    return found


def _no_strange_acronyms(
    known: Sequence[Known], mentions: Sequence[Found], numbers: Sequence[int]
) -> list[Known]:
    """The names but for an outlet's acronym ("AGP") in a document where nothing else is of its state."""
    codes = Counter(one.country for one in known if one.type != "publisher")
    return [
        replace(
            one,
            key=f"organization {folded(one.surface)}",
            type="organization",
            country=None,
            sector=(),
            fullest=one.surface,
        )
        if one.type == "publisher"
        and one.in_vocabulary
        and one.surface.isupper()
        and len(one.surface) < 4
        and not codes[one.country]
        and mentions[n].type != "publisher"
        else one
        for n, one in zip(numbers, known, strict=True)
    ]


def _by_majority(names: Sequence[Name]) -> list[Name]:
    """The names, each form of the kind that it has most often in this document."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(folded(name.surface), Counter())[name.kind] += 1
    kinds = {form: count.most_common(1)[0][0] for form, count in votes.items()}
    return [replace(name, kind=kinds[folded(name.surface)]) for name in names]


def _known(
    name: Name,
    mention: Found,
    syntax: Syntax,
    actors: Actors,
    countries: Countries,
    day: date | None,
    types: Sequence[str],
) -> Known:
    """The name as the vocabulary reads it, if it does; else as the encoder does."""
    country = countries.find(name.surface)
    if country is not None and country.kind != "metonym" and _fits(country, name.kind):
        return _of_country(name, country, mention, syntax, countries, types)
    publisher = find_publisher(name.surface)
    if publisher is not None and (name.kind in _OUTLETS or _only_an_outlet(name.surface, publisher)):
        return Known(
            key=f"publisher/{publisher.id}",
            type="publisher",
            fullest=publisher.name,
            surface=name.surface,
            country=publisher.country,
            sector=("JRN",),
        )
    if name.kind == "person":
        person = _the_one(actors.people(name.surface), day)
        if person is not None:
            return of_person(person, name.surface, actors, day)
    if name.kind in _BODIES:
        body = _body(name, mention, syntax, actors, countries)
        if body is not None:
            return body
    type_ = _TYPES[name.kind]
    if type_ == "organization" and (mention.type == "publisher" or _like_an_outlet(name.surface)):
        type_ = "publisher"
    return Known(
        key=f"{name.kind} {folded(name.surface)}", type=type_, fullest=name.surface, surface=name.surface
    )


def _like_an_outlet(surface: str) -> bool:
    """Whether a name is made as outlets' names are: "Radio Nelum", "Strait Mail", "Nile News Agency"."""
    words = folded(surface).split()
    return len(words) > 1 and (words[0] in _OUTLETS_BEGIN or words[-1] in _OUTLETS_END or "news" in words)


def of_person(person: Person, surface: str, actors: Actors, day: date | None) -> Known:
    """A person whom the vocabulary knows, as of a day."""
    return Known(
        key=f"person/{person.id}",
        type="person",
        fullest=person.name,
        surface=surface,
        country=person.country,
        sector=actors.sector(person, day),
        links={} if person.wikidata is None else {"wikidata": person.wikidata},
    )


def _the_one(people: Sequence[Person], day: date | None) -> Person | None:
    """The only one of that name, or the only one in office on the day."""
    if len(people) > 1 and day is not None:
        people = [p for p in people if any(term.holds(day) for term in p.terms)]
    return people[0] if len(people) == 1 else None


def _body(name: Name, mention: Found, syntax: Syntax, actors: Actors, countries: Countries) -> Known | None:
    """A body that the vocabulary names, or one of the kinds that every state has."""
    country, rest = _state_before(name.surface, countries)
    if country is None:
        country = state_beside(mention, syntax, countries)
    body = actors.body(name.surface, country) or actors.body(rest, country)
    if body is None:
        generic = actors.generic_body(name.surface) or actors.generic_body(rest)
        if generic is None or name.kind not in _OUTLETS:
            return None
        if country is None:
            return Known(
                key=f"generic {generic.id}",
                type="organization",
                fullest=name.surface,
                surface=name.surface,
                sector=generic.sector,
            )
        body = actors.state_body(generic, country)
    return _of_body(body, name.surface)


def _of_body(body: Body, surface: str) -> Known:
    """A body that the vocabulary knows."""
    return Known(
        key=f"body/{body.id}",
        type="organization",
        fullest=body.name,
        surface=surface,
        country=body.country,
        sector=body.sector,
        links={} if body.wikidata is None else {"wikidata": body.wikidata},
    )


def _state_before(surface: str, countries: Countries) -> tuple[str | None, str]:
    """The state that the first words of a name tell, and the rest: "Russian", "Foreign Ministry"."""
    words = surface.split()
    for size in (3, 2, 1):
        if size < len(words):
            known = countries.find(" ".join(words[:size]))
            if known is not None and known.code is not None:
                return known.code, " ".join(words[size:])
    return None, surface


def state_beside(mention: Found, syntax: Syntax, countries: Countries) -> str | None:
    """The state that a word before the name tells: "the Russian Foreign Ministry", "Peru's Congress"."""
    words = mention.words
    for n in range(words.start - 1, max(-1, words.start - 4), -1):
        form = syntax.form(n)
        if form.lower() in ("'s", "’s", "'", "’"):
            continue
        for first in (max(0, n - 1), n):
            known = countries.find(syntax.text[syntax.starts[first] : syntax.ends[n]])
            if known is not None and known.code is not None and form[:1].isupper():
                return known.code
        if not form[:1].isupper() and form.lower() not in ("state", "federal", "foreign"):
            return None
    return None


def _only_an_outlet(surface: str, publisher: Publisher) -> bool:
    """Whether the form can hardly be anything else: of several words, or in an outlet's own capitals."""
    return not publisher.is_ambiguous(surface) and (" " in surface or surface in publisher.names)


def _of_country(
    name: Name,
    country: CountryName,
    mention: Found,
    syntax: Syntax,
    countries: Countries,
    types: Sequence[str],
) -> Known:
    kind = _OF_KIND.get(country.kind, _TYPES[name.kind])
    if country.kind == "nationality" and not _is_adjective(mention, syntax):
        kind = "group"
    if country.kind == "capital" and country.code is not None and _acts(mention, syntax, types):
        kind = "country"
    if kind == "country" and country.code is None:
        kind = "place" if country.kind == "state" else "group"
    if kind == "country" and country.code is not None:
        return Known(
            key=f"state/{country.code}",
            type="country",
            fullest=countries.name(country.code),
            surface=name.surface,
            country=country.code,
            sector=("GOV",),
            nationality=country.kind == "nationality",
        )
    if kind == "group" and country.code is not None:
        # "Russians" and "the Russian people" are one group, whichever form names them
        key = f"group {country.code}"
    else:
        key = f"{kind} {folded(name.surface)}"
    sector = ("CVL",) if kind == "group" else ()
    return Known(
        key=key, type=kind, fullest=name.surface, surface=name.surface, country=country.code, sector=sector
    )


def _is_adjective(mention: Found, syntax: Syntax) -> bool:
    """Whether a nationality stands before a noun and so tells a state rather than its people."""
    last = mention.words[-1]
    if syntax.pos[last] == "ADJ":
        return True
    return syntax.relations[mention.head] in ("amod", "compound", "nmod:desc") and not (
        syntax.form(last).endswith("s") and syntax.lemmas[last] != syntax.form(last)
    )


def _acts(mention: Found, syntax: Syntax, types: Sequence[str]) -> bool:
    """Whether a capital stands for its state: the encoder's reading, weighed with where it stands."""
    score = float(
        np.log(mention.likely[types.index("country")] + 1e-6)
        - np.log(mention.likely[types.index("place")] + 1e-6)
    )
    first = mention.words.start
    sentence = syntax.sentences[syntax.sentence_of[first]]
    if first == sentence.start and syntax.form(first).isupper() and len(syntax.form(first)) > 2:
        return False  # a dateline
    case = syntax.child(mention.head, "case")
    relation = syntax.relations[mention.head]
    if case is not None and case < mention.head:
        score += _PLACED.get(syntax.form(case).lower(), 0.0)
    elif relation.startswith("nsubj"):
        score += 1.5
    elif relation == "nmod:poss":
        score += 0.7
    return score > 0


def _fits(country: CountryName, kind: str) -> bool:
    """Whether the encoder's reading leaves room for the vocabulary's.

    A person called Jordan or Chad stays a person; an ambiguous form needs the encoder to agree that it
    names a place or a people. Tehran is nobody's name, whatever the encoder takes it for.
    """
    if country.kind in ("nationality", "people", "group"):
        return kind in ("group", "place") or (kind != "person" and not country.ambiguous)
    if kind == "person":
        return country.kind in ("state", "capital") and not country.ambiguous
    return kind == "place" or (kind in ("organization", "group") and not country.ambiguous)


def _with_short_forms(
    known: Sequence[Known],
    starts: Sequence[int],
    ends: Sequence[int],
    text: str,
    actors: Actors,
    day: date | None,
) -> list[Known]:
    """Short names joined to the one fuller name of the document that they shorten.

    A surname or first name goes to its person, part of an outlet's or organization's name to that, and
    an acronym in brackets to the name before it: "the Institute for Strait Studies (ISS)". A surname that
    no full name explains goes to whoever led a state under it on that day.
    """
    owners: dict[str, dict[str, Known]] = {}
    for form, one in _acronyms(known, starts, ends, text).items():
        owners[form] = {one.key: one}
    for one in known:
        for part in _parts(one):
            owners.setdefault(part, {})[one.key] = one
    codes = {one.country for one in known if one.country is not None}
    return [
        _led(_joined(one, owners.get(folded(one.surface), {}), actors, day), owners, actors, day, codes)
        for one in known
    ]


def _parts(one: Known) -> set[str]:
    """The forms that may stand for a name later on."""
    words = folded(one.surface).split()
    if one.type == "person" and len(words) > 1:
        found = {words[0], words[-1], " ".join(words[-2:]), f"{words[0]} {words[-1]}"}
        found.update(word for word in words[1:-1] if len(word) > 3 and word not in _PARTICLES)
        return found - {folded(one.surface)}
    if one.type == "publisher" and len(words) > 1:
        return {word for word in words if len(word) > 4 and word not in _COMMON}
    if one.type == "organization" and len(words) > 1:
        names = [word for word in one.fullest.replace("-", " ").split() if word[:1].isupper()]
        initials = "".join(word[0] for word in names).casefold()
        last = {words[-1]} if len(words[-1]) > 3 else set()
        return last | ({initials} if len(initials) > 2 else set())
    return set()


def _joined(one: Known, owners: Mapping[str, Known], actors: Actors, day: date | None) -> Known:
    """The name as its owner's, if there is just one and it can be so; of several, the one then in office."""
    if one.key in owners or not owners or one.type == "group":
        return one
    if len(owners) > 1 and day is not None:
        serving = {key: owner for key, owner in owners.items() if _in_office(owner, actors, day)}
        owners = serving if len(serving) == 1 else owners
    if len(owners) != 1:
        people = all(owner.type == "person" for owner in owners.values())
        return replace(one, key=f"{OPEN} {folded(one.surface)}") if people and one.type == "person" else one
    owner = next(iter(owners.values()))
    if one.in_vocabulary and not (one.type == owner.type == "publisher" and one.surface != one.fullest):
        return one
    if owner.type == "organization" and one.type not in ("organization", "other"):
        return one
    # A surname that the encoder took for a place or a body may still be one.
    surname = folded(owner.surface).split()[-1] == folded(one.surface) and one.country is None
    if owner.type == "person" and one.type != "person" and not surname:
        return one
    return replace(owner, surface=one.surface)


def _in_office(one: Known, actors: Actors, day: date) -> bool:
    if not one.key.startswith("person/"):
        return False
    person = actors.person(one.key.removeprefix("person/"))
    return any(term.holds(day) for term in person.terms)


def _led(
    one: Known,
    owners: Mapping[str, Mapping[str, Known]],
    actors: Actors,
    day: date | None,
    codes: set[str],
) -> Known:
    """A lone surname as the one who led a state of this document on that day."""
    form = folded(one.surface)
    if one.type != "person" or one.in_vocabulary or " " in form or day is None or owners.get(form):
        return one
    leaders = [
        person
        for person in actors.by_short(one.surface)
        if any(term.office.kind in _LEADING and term.holds(day) for term in person.terms)
    ]
    here = [person for person in leaders if person.country in codes]
    chosen = here if here else leaders
    return of_person(chosen[0], one.surface, actors, day) if len(chosen) == 1 else one


def _acronyms(
    known: Sequence[Known], starts: Sequence[int], ends: Sequence[int], text: str
) -> dict[str, Known]:
    """Acronyms in brackets, each with the name just before it whose initials it is made of."""
    found = {}
    for (full, end), (short, start) in pairwise(zip(known, zip(starts, ends, strict=True), strict=True)):
        between = text[end[1] : start[0]]
        initials = "".join(word[0] for word in folded(full.surface).split())
        letters = folded(short.surface).replace(".", "")
        if between in (" (", ", or ", " or ") and " " in full.surface and _made_of(letters, initials):
            found[folded(short.surface)] = full
    return found


def _made_of(letters: str, initials: str) -> bool:
    """Whether the letters are the initials, some small words left out."""
    rest: Iterable[str] = iter(initials)
    return len(letters) > 1 and all(letter in rest for letter in letters)


def folded(surface: str) -> str:
    """A form in which the same names are equal."""
    return " ".join(surface.replace("’", "'").replace("-", " ").split()).casefold()
