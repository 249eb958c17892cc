"""Names gathered to entities: what the vocabulary knows of them, and which ones are the same.

A first cut at who is who within one document: the same form is the same entity, all names of a state
are that state, and a surname belongs to the one person whose full name ends with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.annotate.mentions.names import Name, find_names
from onrecord.models import Encoding
from onrecord.models.manifest import Tagger
from onrecord.record import Entity, EntityType, Mention, Span
from onrecord.vocab import Countries, CountryName, find_publisher, load_countries

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
    return gather(_by_majority(names))


def gather(names: Iterable[Name]) -> tuple[Entity, ...]:
    """Entities of names, each with all its mentions."""
    countries = load_countries()
    known = _with_surnames([_known(name, countries) for name in names])
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
    if name.kind in ("organization", "other"):
        publisher = find_publisher(name.surface)
        if publisher is not None:
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
    names a place or a people.
    """
    if country.kind in ("nationality", "people", "group"):
        return kind in ("group", "place") or (kind != "person" and not country.ambiguous)
    if country.kind == "metonym":
        return kind in ("place", "facility", "organization")
    return kind == "place" or (kind in ("organization", "group") and not country.ambiguous)


def _with_surnames(known: Sequence[_Known]) -> list[_Known]:
    """Single names of persons joined to the one fuller name that ends or begins with them."""
    full = {one.key: one for one in known if one.type == "person" and " " in one.name.surface}
    by_part: dict[str, set[str]] = {}
    for key, one in full.items():
        parts = _folded(one.name.surface).split()
        for part in (parts[-1], parts[0]):
            by_part.setdefault(part, set()).add(key)
    joined = []
    for one in known:
        if one.type == "person" and " " not in one.name.surface:
            owners = by_part.get(_folded(one.name.surface), set())
            if len(owners) == 1:
                owner = full[next(iter(owners))]
                one = _Known(
                    name=one.name,
                    type="person",
                    key=owner.key,
                    fullest=owner.fullest,
                    country=owner.country,
                )
        joined.append(one)
    return joined


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
