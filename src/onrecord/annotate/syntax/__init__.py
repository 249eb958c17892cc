"""Universal Dependencies: words with part of speech and lemma, and what each depends on."""

from onrecord.annotate.syntax.parse import parse
from onrecord.annotate.syntax.tree import Syntax

__all__ = ["Syntax", "parse"]
