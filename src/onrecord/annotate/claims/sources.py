"""Which entity a source is, as far as its own words name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.record import Entity, Mention, Span

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
# "A lawyer for Jane Roe" and "supporters of Roe" are not Roe.
_OTHERS = re.compile(
    r"\b(?:about|against|and|around|by|for|from|near|of|or|outside|than|to|under|with)"
    r"\s+(?:the\s+)?(?:(?:mr|mrs|ms|dr|sen|rep|gov|gen)\.?\s+)?$",
    re.IGNORECASE,
)
# What may follow a name without making somebody else of it: nothing, an apposition, where he is from.
_GOES_ON = re.compile(r"\s*(?:$|[,(]|\b(?:of|who|from|in|at)\b)")


def named(source: Span, text: str, entities: Sequence[Entity]) -> str | None:
    """The id of the entity that a source names itself as; None where it only describes somebody.

    A person's name may have titles before it ("President Jane Roe") and an apposition after it ("Jane Roe, a
    spokeswoman"). Anything else must be the whole of what the source says, or all before a comma or bracket:
    "a ministry spokeswoman" is not the ministry.
    """
    article = _ARTICLE.match(text, source.start, source.end)
    start = article.end() if article else source.start
    for entity in entities:
        for mention in entity.mentions:
            if source.start <= mention.start and mention.end <= source.end:
                person = entity.type == "person"
                if _is(mention, source, start, text, person=person):
                    return entity.id
    return None


def _is(mention: Mention, source: Span, start: int, text: str, *, person: bool) -> bool:
    after = text[mention.end : source.end]
    if not person:
        return mention.start == start and (not after.strip() or after.lstrip()[0] in ",(")
    before = text[source.start : mention.start]
    return "," not in before and not _OTHERS.search(before) and bool(_GOES_ON.match(after))
