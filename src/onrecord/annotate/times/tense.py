"""Whether the words around a time expression speak of what is to come.

The nearest verb before the expression decides, then the one that follows it when it opens its
sentence. A rule of thumb over words, with no parse: it looks at no more than ``_REACH`` characters.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.annotate.times import lexicon

_REACH: Final = 120  # two lines of a newspaper: farther verbs seldom govern the expression
_OPENING: Final = 6  # words: an expression after more does not open its sentence

_AHEAD: Final = (
    r"will|won't|won’t|shall|would(?!\s(?:have|not\shave))|may|might|must|should|can|could"
    r"|(?:is|are|was|were)\s(?:\w+\s)?(?:due|set|expected|scheduled|slated|likely|planned|poised)\b"
    r"|(?:is|are|was|were)\sto|plans?|planned|planning|scheduled|due|expected|expects?|set\s(?:to|for)"
    r"|slated|going\sto|(?:agreed|vowed|pledged|promised|hopes?|hoped|wants?|about)\sto|promised"
    r"|invited|ahead\sof|prepar(?:e|es|ing)|expires?|starts|begins|opens|ends|closes"
    r"|votes?|meets?|begin|resume|convene|polls\sclose|arrives|returns|resumes|convenes|reconvenes|reopens|elects|decides|travels|flies|leaves"
    r"|(?:go|goes|head|heads)\sto\sthe\spolls|takes?\s(?:effect|place)|until(?=\s{0,3}(?:midnight\s|noon\s|[\d:.apm\s]{1,12})?$)|proposed"
)
_BEHIND: Final = (
    r"said|told|was|were|had|has|have|did|wrote|after|since|following|met|took|came|went|made|held"
    r"|began|spoke|won|lost|fell|rose|struck|hit|left|saw|gave|got|ran|brought|sent|built|who|which"
)
_SIGNS: Final = re.compile(
    rf"(?:\b(?P<lead>\w{{1,20}})\s)?\b(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND}|\w{{2,20}}ed))\b"
    r"|[’']ll\b",
    re.IGNORECASE,
)
#: What makes the main verb speak of the future, for an expression that opens its sentence.
_MAIN: Final = re.compile(
    r"\b(?:will|shall|(?:is|are)\s(?:to|due|set|expected|scheduled|slated|planned|poised))\b|[’']ll\b"
)
#: A few quoted words in the writer's sentence do not end its clause.
_QUOTED: Final = re.compile(r"“[^“”]{0,80}”|\"[^\"]{0,80}\"")
_WALL: Final = re.compile(r"[;—–“”\"]|:(?!\d)")
_FINITE: Final = re.compile(rf"\b(?:\w{{2,20}}ed|that|and|but|{_BEHIND})\b")


def future(text: str, sentence: tuple[int, int], expression: tuple[int, int]) -> bool:
    """Whether the expression, in its sentence (both start and end), is told as still to come."""
    before, last = _before(text, sentence, expression)
    if last is not None:
        return last["behind"] is None
    if len(before.split()) > _OPENING:
        return False
    after = _WALL.split(text[expression[1] : min(sentence[1], expression[1] + _REACH // 2)])[0]
    sign = _MAIN.search(after)
    return sign is not None and _FINITE.search(after, 0, sign.start()) is None


def past(text: str, sentence: tuple[int, int], expression: tuple[int, int]) -> bool:
    """Whether the nearest verb before the expression is one of the past."""
    _, last = _before(text, sentence, expression)
    return last is not None and last["behind"] is not None


def _before(
    text: str, sentence: tuple[int, int], expression: tuple[int, int]
) -> tuple[str, re.Match[str] | None]:
    """The clause before an expression, as far as it counts, and the last sign of tense in it."""
    left = max(sentence[0], expression[0] - _REACH)
    before = _WALL.split(_QUOTED.sub(" ", text[left : expression[0]]))[-1]
    signs = [sign for sign in _SIGNS.finditer(before) if _is_verb(sign)]
    return before, signs[-1] if signs else None


def _is_verb(sign: re.Match[str]) -> bool:
    """Whether a sign of the past is a verb, and not a participle ("will be held", "the said man")."""
    lead = (sign["lead"] or "").lower()
    if sign["behind"] is None or sign["behind"].lower() in ("was", "were", "after", "since"):
        return True
    return lead not in lexicon.BEFORE_PARTICIPLES and not lead.endswith("ly")
