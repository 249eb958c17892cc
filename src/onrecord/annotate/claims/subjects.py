"""Who says it by the syntax alone: the subject of a cue that is a verb, the owner of one that is a noun."""

from __future__ import annotations

from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.phrases import phrase
from onrecord.record import Span

_SUBJECTS = ("nsubj", "nsubj:outer")
_PASSIVE = ("aux:pass", "nsubj:pass")


def subject(cue: Span, syntax: Syntax) -> Span | None:
    """The words that name who does what the cue says; None where it says that of nobody.

    A verb that is joined to another ("came and said") has that one's subject, a participle on a noun ("an
    officer shouting") has the noun. Whom something "was told" is no source.
    """
    if not len(syntax):
        return None
    head = syntax.head_of(syntax.within(cue))
    if syntax.pos[head] in ("NOUN", "PROPN"):
        owner = syntax.child(head, "nmod:poss")
        return None if owner is None else _span(owner, syntax, without_possessive=True)
    while True:
        if syntax.child(head, *_PASSIVE) is not None:
            return None
        found = syntax.child(head, *_SUBJECTS)
        if found is not None:
            return _span(found, syntax)
        above = syntax.heads[head]
        if above < 0 or syntax.relations[head] not in ("conj", "xcomp", "acl"):
            return None
        if syntax.relations[head] == "acl":
            participle = syntax.form(head).lower().endswith("ing")
            return _span(above, syntax, before=syntax.starts[head]) if participle else None
        head = above


def _span(head: int, syntax: Syntax, *, before: int | None = None, without_possessive: bool = False) -> Span:
    words = phrase(syntax, head)
    span = syntax.span(words)
    if before is not None and span.end > before:
        span = Span(start=span.start, end=max(syntax.ends[head], syntax.ends[syntax.at(before - 1)]))
    if without_possessive and syntax.form(words.stop - 1).lower() in ("'s", "’s", "'", "’"):
        span = Span(start=span.start, end=syntax.ends[words.stop - 2])
    return span
