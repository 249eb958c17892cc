"""Claims: who is said to have said what, in which words."""

from onrecord.annotate.claims.claims import find_claims

__all__ = ["find_claims"]
