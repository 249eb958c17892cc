"""Whether the words around a time expression speak of what is to come.

The nearest verb before the expression decides, then the one that follows it when it opens its
sentence. A rule of thumb over words, with no parse: it looks at no more than ``_REACH`` characters.
"""

from __future__ import annotations

import re
from typing import Final

_REACH: Final = 120  # two lines of a newspaper: farther verbs seldom govern the expression

_AHEAD: Final = (
    r"will|won't|won’t|shall|would(?!\s(?:have|not\shave))|may|might|must|should|can|could"
    r"|(?:is|are|was|were|be)\s(?:\w+\s)?(?:to|due|set|expected|scheduled|slated|likely|planned|poised)\b"
    r"|plans?|planned|planning|scheduled|due|expected|expects?|set\s(?:to|for)|slated|upcoming"
    r"|going\sto|agreed\sto|vowed\sto|pledged\sto|promised\sto|hopes?\sto|hoped\sto|wants?\sto"
    r"|promised|invited|ahead\sof|prepar(?:e|es|ing)|deadline|expires?|starts|begins|opens|ends"
    r"|closes|takes?\s(?:effect|place)|until|by\sthe\send|next|forthcoming|proposed|about\sto"
)
_BEHIND: Final = (
    r"said|told|was|were|had|has|have|did|announced|reported|confirmed|added|wrote|claimed|warned"
    r"|stated|argued|denied|after|since|following|met|took|came|went|made|held(?<!be\sheld)|began"
    r"|ended|killed|visited|arrived|spoke|signed(?<!be\ssigned)|won|lost|fell|rose|struck|hit"
    r"|launched(?<!be\slaunched)|who|which"
)
_SIGNS: Final = re.compile(
    rf"\b(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND}))\b|[’'](?P<short>ll)\b", re.IGNORECASE
)
_WALL: Final = re.compile(r"[;:—–“”\"]")
_FINITE: Final = re.compile(r"\b\w{2,20}ed\b|\b(?:that|and|but)\b")


def future(text: str, sentence: tuple[int, int], expression: tuple[int, int]) -> bool:
    """Whether the expression, in its sentence (both start and end), is told as still to come."""
    left = max(sentence[0], expression[0] - _REACH)
    before = _WALL.split(text[left : expression[0]])[-1]
    signs = list(_SIGNS.finditer(before))
    if signs:
        return signs[-1]["behind"] is None
    after = _WALL.split(text[expression[1] : min(sentence[1], expression[1] + _REACH // 2)])[0]
    sign = _SIGNS.search(after)
    if sign is None or sign["behind"]:
        return False
    return _FINITE.search(after, 0, sign.start()) is None
