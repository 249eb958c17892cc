"""Who is who in a document: entities with their mentions, states, sectors and offices."""

from onrecord.annotate.entities.build import find_entities

__all__ = ["find_entities"]
