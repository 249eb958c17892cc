"""Years and what is larger or smaller by a fixed part: decades, centuries, quarters, seasons."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from onrecord.annotate.times import days, lexicon
from onrecord.annotate.times import patterns as p
from onrecord.annotate.times.days import Period
from onrecord.annotate.times.reading import (
    Reading,
    Rule,
    Scene,
    before,
    dated,
    vague,
    word_after,
    word_before,
)

_DATELINE: Final = 60  # characters: a dateline and the first words after it
PAST: Final = frozenset({"last", "this past", "past", "the previous"})
COMING: Final = frozenset({"next", "this coming", "coming", "the following"})


def narrowed(period: Period, part: str | None) -> Period:
    """The third of ``period`` that a word such as "early" names."""
    if part is None:
        return period
    return days.third(period, lexicon.THIRDS[re.sub(r"\s+", " ", part.lower()).strip(" -")])


def _read_year(scene: Scene) -> Reading | None:
    found = scene.found
    year = int(found["year"])
    if not found["until"]:
        return dated(narrowed(days.year(year), found["third"]))
    last = int(found["until"])
    last += year // 100 * 100 if last < 100 else 0
    if not year < last <= year + 100:
        return None
    return dated(days.years(f"{year:04}/{last:04}", year, last - year + 1))


def _accept_year(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether four digits are a year: not a number of things nor the number of a thing."""
    cue = word_before(found, sentence[0]).lower()
    following = word_after(found, sentence[1]).lower()
    if found["third"] or found["named"]:
        return True
    if following in lexicon.COUNTED or cue in lexicon.NUMBERED:
        return False
    year = int(found["year"])
    if not 1900 <= year <= 2100:
        return cue in lexicon.STRONG_YEAR_CUES or cue in ("of", "from", "to")
    if found["until"] or cue in lexicon.STRONG_YEAR_CUES:
        return True
    left = before(found, sentence[0])
    if left.endswith("(") or cue.endswith(("'s", "’s", "s'", "s’")):
        return True
    if cue == "and":
        return bool(re.search(r"\b(?:1[89]|20)\d\d,?\sand\s$", left)) or bool(following)
    return cue in lexicon.YEAR_CUES


def _read_decade(scene: Scene) -> Reading | None:
    found = scene.found
    if found["digits"]:
        first = int(found["digits"])
    else:
        tens = int(found["short"]) if found["short"] else lexicon.DECADE_WORDS[found["word"].lower()]
        first = (1900 if tens >= 30 or found["word"] else 2000) + tens
    return dated(narrowed(days.decade(first), found["third"]))


def _read_century(scene: Scene) -> Reading | None:
    word = scene.found["number"].lower()
    number = lexicon.ORDINALS[word] if word in lexicon.ORDINALS else int(re.sub(r"\D", "", word))
    if not 1 <= number <= 99:
        return None
    return dated(narrowed(days.century(number), scene.found["third"]))


def _read_quarter(scene: Scene) -> Reading | None:
    found, published = scene.found, scene.published
    word = (found["number"] or found["q"]).lower()
    number = {"last": 4, "final": 4}.get(word) or lexicon.ORDINALS.get(word) or int(word)
    halves = found["unit"] == "half"
    if number > (2 if halves else 4):
        return None
    letter = "H" if halves else "Q"
    if not found["year"] and published is None:
        return vague(f"XXXX-{letter}{number}")
    make = days.half if halves else days.quarter
    if found["year"]:
        return dated(make(int(found["year"]), number))
    year = (published or date.max).year
    which = (found["relation"] or "").lower()
    if which in ("last", "next"):
        year += 1 if which == "next" else -1
    elif not which and not scene.future:
        first = make(year, number).first
        year -= first is not None and published is not None and first > published
    return dated(make(year, number)) if 1 <= year <= 9999 else None


def _read_season(scene: Scene) -> Reading | None:
    found, published = scene.found, scene.published
    name = lexicon.SEASONS[found["season"].lower()]
    southern = _southern(scene)
    if found["anchor"]:
        return _anchored(scene, name, southern=southern)
    if found["year"]:
        return dated(narrowed(days.season(int(found["year"]), name, southern=southern), found["third"]))
    if published is None:
        return vague(f"XXXX-{name}")
    if not 2 < published.year < 9998:
        return None
    near = [days.season(published.year + at, name, southern=southern) for at in (-2, -1, 0, 1)]
    relation = (found["relation"] or "").lower()
    ended = [it for it in near if it.last and it.last < published]
    begun = [it for it in near if it.first and it.first <= published]
    ahead = [it for it in near if it.first and it.first > published]
    if relation in PAST:
        chosen = ended[-1]
    elif relation in COMING:
        chosen = ahead[0]
    elif relation == "this":
        current = begun[-1].last is not None and begun[-1].last >= published
        wraps = begun[-1].first is not None and begun[-1].first.month == 12  # over the new year
        chosen = begun[-1] if current or (wraps and published.month < 6) else near[2]
    else:
        within = begun[-1].last is not None and begun[-1].last >= published
        chosen = ahead[0] if scene.future and not within else begun[-1]
    return dated(narrowed(chosen, found["third"]))


def _anchored(scene: Scene, name: str, *, southern: bool) -> Reading:
    """ "That winter", "the following spring": from the day or period dated before."""
    base = scene.mentioned.last if scene.mentioned else None
    if base is None or not 2 < base.year < 9998:
        return vague(f"XXXX-{name}")
    near = [days.season(base.year + at, name, southern=southern) for at in (-2, -1, 0, 1)]
    begun = [it for it in near if it.first and it.first <= base]
    ahead = [it for it in near if it.first and it.first > base]
    anchor = re.sub(r"\s+", " ", scene.found["anchor"].lower())
    if anchor in ("the following", "the next"):
        return dated(ahead[0])
    if anchor == "the previous":
        return dated(next(it for it in reversed(near) if it.last and it.last < base))
    return dated(begun[-1] if begun[-1].last and begun[-1].last >= base else ahead[0])


def _southern(scene: Scene) -> bool:
    """Whether the sentence, or what opens the text, is of the south, where July is winter."""
    near = scene.text[:_DATELINE] + scene.text[scene.sentence[0] : scene.sentence[1]]
    return any(name in near for name in lexicon.SOUTHERN)


def _accept_season(found: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Whether a season is one: "in the fall", not "the fall of the capital" nor "Arab Spring"."""
    if found["relation"] or found["year"] or found["third"] or found["anchor"]:
        return True
    after = word_after(found, sentence[1]).lower()
    cue = word_before(found, sentence[0]).lower()
    return cue in ("in", "by", "until", "since", "during", "through") and after not in ("of", "on")


RULES: Final = (
    Rule(
        name="year",
        kinds=frozenset({"year"}),
        pattern=re.compile(
            rf"(?:(?<![\w$€£#.,:/-])|(?<=\bpost-)|(?<=\bpre-)){p.THIRD}(?P<named>(?i:the)\syear\s)?"
            rf"(?P<year>{p.YEAR})(?:[-–/](?P<until>\d{{4}}|\d\d)(?!\d|-))?(?![\w%°]|-[\w])"
        ),
        read=_read_year,
        accept=_accept_year,
    ),
    Rule(
        name="decade",
        kinds=frozenset({"decade"}),
        pattern=re.compile(
            rf"(?<![\w-])(?:(?i:the){p.S})?{p.THIRD}(?:(?P<digits>(?:1\d|20)\d0)[’']?s"
            rf"|(?:[’']|(?<=\d0s\sand\s)|(?<=\d0s\sor\s))(?P<short>\d0)s|(?P<word>(?<=[Tt]he\s){p.choice(lexicon.DECADE_WORDS)}))(?!\w)"
        ),
        read=_read_decade,
    ),
    Rule(
        name="century",
        kinds=frozenset({"unit"}),
        pattern=re.compile(
            rf"(?<![\w-])(?:(?i:the){p.S})?{p.THIRD}(?P<number>\d{{1,2}}(?:st|nd|rd|th)"
            rf"|{p.choice(lexicon.ORDINALS)})[\s-]century(?!\w)",
            re.IGNORECASE,
        ),
        read=_read_century,
    ),
    Rule(
        name="quarter",
        kinds=frozenset({"quarter"}),
        pattern=re.compile(
            r"(?<![\w-])(?:(?:(?i:the)\s)?(?:(?P<number>first|second|third|fourth|last|final)[\s-]"
            r"(?P<unit>quarter|half(?=\sof\s(?:the\syear|(?:last|this|next)\syear|[12]\d{3}))))"
            rf"(?:\sof\s(?:the\syear|(?P<relation>last|this|next)\syear))?|Q(?P<q>[1-4]))"
            rf"(?:(?:\sof)?,?{p.S}(?P<year>{p.YEAR}))?(?![\w-])"
        ),
        read=_read_quarter,
    ),
    Rule(
        name="season",
        kinds=frozenset({"season"}),
        pattern=re.compile(
            rf"(?<![\w-])(?:(?P<anchor>(?i:that|the\s(?:same|following|next|previous))){p.S})?{p.RELATION}"
            rf"(?:(?i:the){p.S})?{p.THIRD}(?P<season>spring|summer|autumn|fall|winter)"
            rf"(?:(?:{p.S}of)?{p.S}(?P<year>{p.YEAR})(?:[-–]\d\d)?)?(?![\w-])"
        ),
        read=_read_season,
        accept=_accept_season,
    ),
)
