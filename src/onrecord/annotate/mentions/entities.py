"""Names gathered to entities: what the vocabulary knows of them, and which ones are the same.

A first cut at who is who within one document: the same form is the same entity, all names of a state
are that state, and a surname belongs to the one person whose full name ends with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.annotate.mentions.names import Name, find_names
from onrecord.models import Encoding
from onrecord.models.manifest import Tagger
from onrecord.record import Entity, EntityType, Mention, Span
from onrecord.vocab import Countries, CountryName, Publisher, find_publisher, load_countries

_TYPES: Mapping[str, EntityType] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "facility": "facility",
    "group": "group",
    "other": "other",
}
# What the vocabulary makes of a form, where the encoder's reading allows for it.
_OF_KIND: Mapping[str, EntityType] = {
    "state": "country",
    "nationality": "group",
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
_OUTLETS = ("organization", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A name with its type, and what the vocabulary knows of it. ``key``: equal for one entity."""

    name: Name
    type: EntityType
    key: str
    fullest: str
    country: str | None


def find_entities(
    text: str, encoding: Encoding, tagger: Tagger, sentences: Sequence[Span]
) -> tuple[Entity, ...]:
    """The named entities of ``text`` in the order of their first mention; ids e1, e2, …"""
    names = find_names(text, encoding, tagger, sentences)
    return gather(_by_majority(names), text)


def gather(names: Iterable[Name], text: str) -> tuple[Entity, ...]:
    """Entities of names, each with all its mentions."""
    countries = load_countries()
    known = _with_short_forms([_known(name, countries) for name in names], text)
    entities: dict[str, list[_Known]] = {}
    for one in known:
        entities.setdefault(one.key, []).append(one)
    return tuple(_entity(f"e{n}", group) for n, group in enumerate(entities.values(), start=1))


def _by_majority(names: Sequence[Name]) -> tuple[Name, ...]:
    """The names, each form of the kind that it has most often in this document."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(_folded(name.surface), Counter())[name.kind] += 1
    kinds = {form: count.most_common(1)[0][0] for form, count in votes.items()}
    return tuple(
        Name(span=name.span, surface=name.surface, kind=kinds[_folded(name.surface)]) for name in names
    )


def _known(name: Name, countries: Countries) -> _Known:
    """The name as the vocabulary reads it, if it does; else as the encoder does."""
    country = countries.find(name.surface)
    if country is not None and _fits(country, name.kind):
        return _of_country(name, country, countries)
    publisher = find_publisher(name.surface)
    if publisher is not None and (name.kind in _OUTLETS or _only_an_outlet(name.surface, publisher)):
        return _Known(
            name=name,
            type="publisher",
            key=f"publisher {publisher.id}",
            fullest=publisher.name,
            country=publisher.country,
        )
    return _Known(
        name=name,
        type=_TYPES[name.kind],
        key=f"{name.kind} {_folded(name.surface)}",
        fullest=name.surface,
        country=None,
    )


def _only_an_outlet(surface: str, publisher: Publisher) -> bool:
    """Whether the form can hardly be anything else: of several words, or in an outlet's own capitals."""
    return not publisher.is_ambiguous(surface) and (" " in surface or surface in publisher.names)


def _of_country(name: Name, country: CountryName, countries: Countries) -> _Known:
    kind = _OF_KIND.get(country.kind, _TYPES[name.kind])
    if kind == "country" and country.code is None:
        kind = "place"
    if kind == "country" and country.code is not None:
        key, fullest = f"country {country.code}", countries.name(country.code)
    elif kind == "group" and country.code is not None:
        # "Russia's" people and "Russians" are one group, whichever form names them
        key, fullest = f"group {country.code}", name.surface
    else:
        key, fullest = f"{kind} {_folded(name.surface)}", name.surface
    return _Known(name=name, type=kind, key=key, fullest=fullest, country=country.code)


def _fits(country: CountryName, kind: str) -> bool:
    """Whether the encoder's reading leaves room for the vocabulary's.

    A person called Jordan or Chad stays a person; an ambiguous form needs the encoder to agree that it
    names a place or a people. Tehran is nobody's name, whatever the encoder takes it for.
    """
    if country.kind in ("nationality", "people", "group"):
        return kind in ("group", "place") or (kind != "person" and not country.ambiguous)
    if country.kind == "metonym":
        return kind in ("place", "facility", "organization")
    if kind == "person":
        return country.kind in ("state", "capital") and not country.ambiguous
    return kind == "place" or (kind in ("organization", "group") and not country.ambiguous)


def _with_short_forms(known: Sequence[_Known], text: str) -> list[_Known]:
    """Short names joined to the one fuller name of the document that they shorten.

    A surname or first name goes to its person, part of an outlet's or organization's name to that, and
    an acronym in brackets to the name before it: "the Institute for Strait Studies (ISS)".
    """
    acronyms = _acronyms(known, text)
    owners = {form: {one.key: one} for form, one in acronyms.items()}
    for one in known:
        for part in _parts(one):
            owners.setdefault(part, {})[one.key] = one
    return [_joined(one, owners.get(_folded(one.name.surface), {})) for one in known]


def _parts(one: _Known) -> set[str]:
    """The forms that may stand for a name later on."""
    words = _folded(one.name.surface).split()
    if one.type == "person":
        return {words[0], words[-1]} if len(words) > 1 else set()
    if one.type == "publisher" and len(words) > 1:
        return {word for word in words if len(word) > 4 and word not in _COMMON}
    return set()


def _joined(one: _Known, owners: Mapping[str, _Known]) -> _Known:
    """The name as its owner's, if there is just one and it can be so."""
    if len(owners) != 1 or one.key in owners:
        return one
    owner = next(iter(owners.values()))
    if one.country is not None and not one.type == owner.type == "publisher":
        return one
    if owner.type == "person" and one.type != "person":
        return one
    return replace(one, type=owner.type, key=owner.key, fullest=owner.fullest, country=owner.country)


def _acronyms(known: Sequence[_Known], text: str) -> dict[str, _Known]:
    """Acronyms in brackets, each with the name just before it whose initials it is made of."""
    found = {}
    for full, short in pairwise(known):
        between = text[full.name.span.end : short.name.span.start]
        initials = "".join(word[0] for word in _folded(full.name.surface).split())
        letters = _folded(short.name.surface).replace(".", "")
        if between == " (" and " " in full.name.surface and _made_of(letters, initials):
            found[_folded(short.name.surface)] = full
    return found


def _made_of(letters: str, initials: str) -> bool:
    """Whether the letters are the initials, some small words left out."""
    rest = iter(initials)
    return len(letters) > 1 and all(letter in rest for letter in letters)


def _entity(name: str, group: Sequence[_Known]) -> Entity:
    fullest = max((one.fullest for one in group), key=len)
    return Entity(
        id=name,
        name=" ".join(fullest.split()),
        type=group[0].type,
        country=group[0].country,
        mentions=tuple(
            Mention(start=one.name.span.start, end=one.name.span.end, kind="name") for one in group
        ),
    )


def _folded(surface: str) -> str:
    return " ".join(surface.replace("’", "'").split()).casefold()
