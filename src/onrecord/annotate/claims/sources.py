"""Which entity a source is, as far as its own words name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.record import Entity, EntityType, Mention, Span

# "A lawyer for Jane Roe" and "supporters of Roe" are not Roe.
_OTHERS = re.compile(
    r"\b(?:about|across|against|and|around|at|by|for|from|in|inside|near|nor|of|on|or|outside|than|to|under|with"
    r"|within)\s+(?:the\s+)?(?:(?:mr|mrs|ms|dr|sen|rep|gov|gen)\.?\s+)?$",
    re.IGNORECASE,
)
# What may follow a name without making somebody else of it: nothing, an apposition, where he is from.
_GOES_ON = re.compile(r"\s*(?:$|[,(]|\b(?:of|who|from|in|at)\b)")


def named(source: Span, text: str, entities: Sequence[Entity]) -> str | None:
    """The id of the entity that a source names itself as; None where it only describes somebody.

    The name may have titles and descriptions before it ("President Jane Roe", "the state news agency Tass")
    and an apposition after it ("Jane Roe, a spokeswoman"). "A ministry spokeswoman" is not the ministry, and
    "Russia and China" is nobody in particular.
    """
    for entity in entities:
        for mention in entity.mentions:
            inside = source.start <= mention.start and mention.end <= source.end
            if inside and _is(entity.type, mention, source, text):
                return entity.id
    return None


def _is(kind: EntityType, mention: Mention, source: Span, text: str) -> bool:
    before, after = text[source.start : mention.start], text[mention.end : source.end]
    if "," in before or _OTHERS.search(before):
        return False
    if kind == "person":
        return bool(_GOES_ON.match(after))
    described = kind in ("organization", "publisher", "country") or before.lower().strip() in ("", "the")
    return described and (not after.strip() or after.lstrip()[0] in ",(")
