"""Mentions of kind name, gathered to the entities of a document."""

from onrecord.annotate.mentions.entities import find_entities

__all__ = ["find_entities"]
