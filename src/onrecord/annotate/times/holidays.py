"""Days that have names: Christmas, Easter, Ramadan, and 11 September 2001."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from onrecord.annotate.times import days, lexicon
from onrecord.annotate.times import patterns as p
from onrecord.annotate.times.reading import Reading, Rule, Scene, dated, vague, word_after

_NEVER_PLACED: Final = frozenset(lexicon.UNPLACED_HOLIDAYS)
#: A named day that lies this near ahead is meant, if nothing says otherwise (compare ``calendar``).
_SOON: Final = 60


def _on(name: str, year: int) -> date:
    if name in lexicon.EASTER_HOLIDAYS:
        shift = lexicon.EASTER_HOLIDAYS[name]
        return date.fromordinal(days.easter(year).toordinal() + shift)
    if name == "thanksgiving":
        return days.thanksgiving(year)
    return date(year, *lexicon.HOLIDAYS[name])


def _read(scene: Scene) -> Reading | None:
    found, published = scene.found, scene.published
    name = re.sub(r"\s+", " ", found["name"].lower().replace("’", "'"))
    if name in _NEVER_PLACED:
        return vague(found["year"] or "XXXX")
    if found["year"]:
        return dated(days.day(_on(name, int(found["year"]))))
    if published is None or not 2 < published.year < 9998:
        return vague("XXXX-XX-XX")
    near = [_on(name, published.year + at) for at in (-1, 0, 1)]
    past = [day for day in near if day <= published]
    ahead = [day for day in near if day >= published]
    relation = (found["relation"] or "").lower()
    if relation == "this":
        return dated(days.day(near[1]))
    soon = (ahead[0] - published).days <= _SOON and (ahead[0] - published) < (published - past[-1])
    coming = relation in ("next", "this coming", "coming")
    if coming or (relation not in ("last", "this past") and (scene.future or soon)):
        return dated(days.day(ahead[0]))
    return dated(days.day(past[-1]))


def _accept(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether a holiday is one: not "Easter Island" nor "the Christmas Truce"."""
    after = word_after(found, sentence[1])
    return not after[:1].isupper() or found["year"] is not None


def _read_attacks(_: Scene) -> Reading | None:
    return dated(days.day(date(2001, 9, 11)))


RULES: Final = (
    Rule(
        name="holiday",
        kinds=frozenset({"holiday"}),
        pattern=re.compile(
            rf"(?<![\w-]){p.RELATION}(?P<name>(?=[A-Z])(?i:"
            + "|".join(
                re.escape(name).replace(r"\ ", p.S).replace("'", "[’']")
                for name in sorted(
                    (*lexicon.HOLIDAYS, *lexicon.EASTER_HOLIDAYS, *_NEVER_PLACED, "thanksgiving"),
                    key=len,
                    reverse=True,
                )
            )
            + rf"))(?:,?{p.S}(?P<year>{p.YEAR}))?(?![\w-])"
        ),
        read=_read,
        accept=_accept,
    ),
    Rule(
        name="attacks of 2001",
        kinds=frozenset({"number"}),
        pattern=re.compile(r"(?<![\w/.-])9/11(?![\w/]|\.\d)"),
        read=_read_attacks,
    ),
)
