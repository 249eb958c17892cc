"""Silences: who is told to have confirmed, denied, said, detailed or mentioned nothing."""

from onrecord.annotate.silences.silences import find_silences

__all__ = ["find_silences"]
