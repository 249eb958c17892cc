"""The entities of one document as they are told apart from, and joined to, those of others."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from onrecord.record import Entity, Record, Role
from onrecord.resolve.names import is_full, name_key
from onrecord.store import LOCAL

AT = " @ "
"""Between a title and what it is of, in a role's one line."""
FORMER = "former "

_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An entity of a document, and what of it is compared.

    ``key``: of its name, or null where nothing is to be looked up: the vocabulary knows it, or it has
    no name. ``full``: whether the name alone tells much. ``token``: what stands for it among the
    company of others. ``own``: its id in this document alone, the same at every reading.
    """

    entity: Entity
    key: str | None
    full: bool
    token: str | None
    own: str
    roles: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether the vocabulary knows it."""
        return in_vocabulary(self.entity.id)


def in_vocabulary(entity: str) -> bool:
    """Whether an entity's id is one of the vocabulary, which is the same in all documents."""
    return "/" in entity


def is_named(entity: Entity) -> bool:
    """Whether the document names it, and does not only describe it or point back at it."""
    return any(mention.kind == "name" for mention in entity.mentions)


def subjects_of(record: Record) -> tuple[Subject, ...]:
    """The entities of a record, in its order."""
    entities = record.entities
    keys = [name_key(entity.name, entity.type) for entity in entities]
    tokens = [_token(entity, key) for entity, key in zip(entities, keys, strict=True)]
    of = dict(zip((entity.id for entity in entities), tokens, strict=True))
    seen: Counter[str] = Counter()
    subjects = []
    for entity, key, token in zip(entities, keys, tokens, strict=True):
        seen[key] += 1
        local = token is not None and not in_vocabulary(entity.id)
        subjects.append(
            Subject(
                entity=entity,
                key=key if local else None,
                full=local and is_full(key, entity.type),
                token=token,
                own=own_id(record.document.id, key, seen[key]),
                roles=tuple(dict.fromkeys(_role(role, of.get(role.of or "")) for role in entity.roles)),
            )
        )
    return tuple(subjects)


def own_id(document: str, key: str, nth: int) -> str:
    """The id of the ``nth`` entity with a name of this key in a document; it hangs on nothing else."""
    named = "\0".join((document, key, str(nth))).encode("utf-8", "surrogatepass")
    return LOCAL + hashlib.sha256(named).hexdigest()[:_DIGITS]


def _token(entity: Entity, key: str) -> str | None:
    if in_vocabulary(entity.id):
        return entity.id
    return key if key and is_named(entity) else None


def _role(role: Role, of: str | None) -> str:
    title = " ".join(role.title.split()).casefold()
    return (FORMER if role.former else "") + title + (AT + of if of else "")
