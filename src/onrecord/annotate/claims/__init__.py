"""Attributions: what is claimed, by whom, in which words."""

from onrecord.annotate.claims.claims import find_attributions, find_claims

__all__ = ["find_attributions", "find_claims"]
