"""Mentions: names, descriptions and pronouns, each with its head word."""

from onrecord.annotate.mentions.found import Found, find_mentions
from onrecord.annotate.mentions.names import Name, find_names

KEPT = frozenset({"person", "group", "organization", "country", "place", "publisher", "facility", "other"})
"""The types of a record's entities; of others the encoder knows, mentions are not kept."""

__all__ = ["KEPT", "Found", "Name", "find_mentions", "find_names"]
