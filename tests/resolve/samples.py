"""Small documents by what they name, and a shelf that keeps who is who in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from onrecord.record import (
    Document,
    Entity,
    EntityType,
    Mention,
    MentionKind,
    Model,
    Published,
    Reader,
    Record,
    Role,
    Span,
)
from onrecord.resolve import identify
from onrecord.store import Resolution, Seen, Sighting

READER = Reader(version="1.0", model=Model(name="tiny", sha256="ab" * 32), vocabulary="2025.1")


def entity(
    id: str,  # noqa: A002 - the field's name
    name: str,
    type_: EntityType = "person",
    country: str | None = None,
    *,
    kind: MentionKind = "name",
    title: str | None = None,
    of: str | None = None,
    former: bool = False,
) -> Entity:
    """An entity with one mention of this kind, and an office if it has a title."""
    span = Span(start=0, end=1)
    return Entity(
        id=id,
        name=name,
        type=type_,
        country=country,
        mentions=(Mention(start=0, end=1, kind=kind),),
        roles=(Role(title=title, of=of, former=former, span=span),) if title else (),
    )


def record(
    name: str, *entities: Entity, day: date | None = None, version: str = "1.0", text: str = "x"
) -> Record:
    """A record of a document with these entities."""
    return Record(
        document=Document(
            id=name,
            text=text,
            published=None if day is None else Published(date=day, basis="given"),
            reader=Reader(version=version, model=READER.model, vocabulary=READER.vocabulary),
        ),
        entities=entities,
    )


class Shelf:
    """Keeps documents in memory as a record file does, for what needs no file."""

    def __init__(self) -> None:
        self.resolutions: dict[str, Resolution] = {}

    def add(self, added: Record) -> Resolution:
        """Decide who the entities of a document are, and keep it."""
        name = added.document.id
        self.resolutions[name] = identify(added, partial(self._look_up, name))
        return self.resolutions[name]

    def actor(self, document: str, entity_id: str) -> str:
        """Who an entity of a document is."""
        return self._identity(document, entity_id)[0]

    def reason(self, document: str, entity_id: str) -> str:
        """Why an entity of a document is who it is."""
        return self._identity(document, entity_id)[1]

    def same(self, *places: tuple[str, str]) -> bool:
        """Whether entities of documents are all one actor."""
        return len({self.actor(*place) for place in places}) == 1

    def _identity(self, document: str, entity_id: str) -> tuple[str, str]:
        ((actor, reason),) = [
            (one.actor, one.reason)
            for one in self.resolutions[document].identities
            if one.entity == entity_id
        ]
        return actor, reason

    def _look_up(self, document: str, keys: Collection[str]) -> Seen:
        others = {name: one for name, one in self.resolutions.items() if name != document}
        sightings: dict[str, list[Sighting]] = {}
        for name, resolution in others.items():
            for one in resolution.identities:
                if one.known_by in keys and one.known_by is not None:
                    sighting = Sighting(
                        own=one.own,
                        filed=one.actor,
                        actor=one.actor,
                        document=name,
                        name=one.name,
                        type=one.type,
                        country=one.country,
                        roles=one.roles,
                        company=resolution.company,
                        day=resolution.day,
                    )
                    sightings.setdefault(one.known_by, []).append(sighting)
        counts = Counter(token for one in others.values() for token in one.company if "/" in token)
        return Seen(sightings=sightings, documents=len(others), counts=counts)


def shelf(*records: Record) -> Shelf:
    """A shelf with these documents, added in this order."""
    made = Shelf()
    for one in records:
        made.add(one)
    return made


def crowd(*names: str) -> Sequence[Entity]:
    """Other people of a document, to be its company."""
    return [entity(f"x{number}", name) for number, name in enumerate(names)]
