"""Across documents: who is who. Pure functions of a record and of what is on record already."""

from onrecord.resolve.identity import identify

__all__ = ["identify"]
