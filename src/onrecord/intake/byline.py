"""Who wrote an article, as its own lines say: "By Jane Roe", "Follow Jane Roe on X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.intake.lines import find_lines
from onrecord.intake.wordlist import wordlist

_HEAD, _TAIL, _LONGEST = 8, 12, 400

# A word that does not open with a small letter of ASCII.
_PART = r"(?:(?![a-z])[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*)"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|bint|ibn|ben|ter|ten|zu)"
_NAME = rf"{_PART}\.?(?:[ ](?:{_PARTICLE}|{_PART}\.?)){{1,4}}"
_JOINT = r"(?:, and | and | & |, )"
_NAMES = rf"(?P<names>{_NAME}(?:{_JOINT}{_NAME}){{0,4}})"

_BY = re.compile(rf"(?:(?:Written|Reported|Story) )?(?:By|BY|by):? {_NAMES}(?P<rest>.*)\Z")
_LABEL = re.compile(rf"(?:Authors?|Writers?|Reporters?|Byline|AUTHORS?): {_NAMES}(?P<rest>)\Z")
_FOLLOW = re.compile(rf"(?:Follow|Email|Contact) {_NAMES} (?:on|at|via)\b(?P<rest>)")
_REPORTING = re.compile(rf"\(?Reporting by {_NAMES}(?P<rest>)(?:[;.,)]|[ ]in\b|\Z)")
_BIO = re.compile(
    rf"{_NAMES} (?:is|are) (?:an? |the |our |[\w’']+['’]s? )?(?P<rest>)[^.;:“”\"]{{0,80}}?\b"
    r"(?:writer|reporter|correspondent|editor|columnist|journalist|fellow|contributor"
    r"|bureau chief)s?\b"
)
_FIELD = re.compile(rf"(?:[Bb]y )?{_NAMES}(?:[,|(]|\Z)")
_SPLIT = re.compile(_JOINT)
# After the names a byline may give an office, a medium or the day, and no clause.
_REST = re.compile(r"\Z|[ ]*[,|–—•·-][ ]|[ ]\(|[ ]in [^\W\d_]|[ ]for ")

# Capitalized words that open what looks like a name and is none.
_NO_NAME = wordlist(
    """
    a an the our us we this that these those his her their its my your all any each every no
    some january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday news staff agency press agencies
    wire
    """
)
_ORGANIZATION = wordlist(
    """
    agencies agency associated bureau chronicle company correspondent correspondents courier
    daily desk editor editorial gazette group herald journal magazine media monitor network news
    newsletter newsroom on post press radio reporter reporters review service staff star team
    telegraph television times tribune tv wire writer writers
    """
)


def find_byline(text: str) -> tuple[str, ...]:
    """The authors whom the head and the tail of ``text`` name, in order, each once.

    "By …" counts before notices such as "Follow Jane Roe on X": those are read where no line says
    "By".
    """
    lines = [line.text for line in find_lines(text)]
    edges = lines if len(lines) <= _HEAD + _TAIL else lines[:_HEAD] + lines[-_TAIL:]
    for patterns in ((_BY, _LABEL), (_REPORTING,), (_FOLLOW, _BIO)):
        names = [name for line in edges for pattern in patterns for name in _read(pattern, line)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def find_names(value: str) -> tuple[str, ...]:
    """The names of people in a field for authors: "Jane Roe", "By Jane Roe and John Doe"."""
    match = _FIELD.match(value.strip()[:_LONGEST])
    return tuple(name for name in _SPLIT.split(match["names"]) if _is_name(name)) if match else ()


def is_byline(line: str, *, tail: bool) -> bool:
    """Whether ``line`` says who wrote the article and nothing else; notes on the author only at the
    tail.
    """
    patterns = (_BY, _LABEL, _REPORTING, _FOLLOW, _BIO) if tail else (_BY, _LABEL, _FOLLOW)
    return any(True for pattern in patterns for _ in _read(pattern, line))


def _read(pattern: re.Pattern[str], line: str) -> Iterator[str]:
    """The names in ``line`` where it is a byline of the kind of ``pattern``."""
    if len(line) > _LONGEST or not (match := pattern.match(line)):
        return
    if pattern is _BY and not (_REST.match(match["rest"]) and _is_bare(line)):
        return
    names = _SPLIT.split(match["names"])
    if all(_is_name(name) for name in names[:1]):
        yield from (_spell(name) for name in names if _is_name(name))


def _is_bare(line: str) -> bool:
    """Whether a "By …" line is short and no sentence."""
    return len(line.split()) <= 24 and not line.rstrip().endswith((".", "”", '"', ":", "?"))


def _is_name(name: str) -> bool:
    words = name.replace(".", "").split()
    lower = [word.lower() for word in words]
    capital = words[0][0].isupper() and words[-1][0].isupper()
    return len(words) > 1 and capital and not (lower[0] in _NO_NAME or set(lower) & _ORGANIZATION)


def _spell(name: str) -> str:
    """``name`` as it is written, but "JANE ROE" as "Jane Roe"."""
    return name.title() if name.isupper() else name
