"""Sentences: where each one starts and ends, by rules."""

from onrecord.annotate.sentences.splitter import split

__all__ = ["split"]
