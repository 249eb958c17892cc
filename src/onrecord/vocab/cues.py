"""Words that attribute ("say", "rule out", "according to"), how they put it, and what turns them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Generic, Literal, TypeVar, cast, get_args

from onrecord.record import Commitment, Stance
from onrecord.vocab.inflection import inflect, load_inflections
from onrecord.vocab.tables import Row, data_folder, read_table

CuePart = Literal["verb", "adjective", "noun", "phrase"]
Effect = Literal["negates", "withholds", "weakens", "strengthens"]

GAP = 3
"""Words that may stand between two words of a cue: "cast serious new doubt on", "put the death toll at"."""

LONGEST_CUE = 6
"""No cue has more words."""

_CUE_COLUMNS = ("cue", "part", "stance", "negated", "commitment", "distanced", "infinitive")
_MODIFIER_COLUMNS = ("words", "effect", "alone")
_PARTS, _EFFECTS = get_args(CuePart), get_args(Effect)
_STANCES, _COMMITMENTS = get_args(Stance), get_args(Commitment)
_YES_NO = ("yes", "no")
_REACH = 1 + (LONGEST_CUE - 1) * (GAP + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that attribute, as lemmas in order, and how a source that uses them puts its content.

    negated: the stance of "did not …". commitment: how far the cue binds its source to the content.
    distanced: the writer holds the content at arm's length. infinitive: the stance where what follows is
    "to …", "for …" or "on …" rather than a sentence; None where that makes no difference.
    """

    words: tuple[str, ...]
    part: CuePart
    stance: Stance
    negated: Stance
    commitment: Commitment
    distanced: bool
    infinitive: Stance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """Words that change the cue they stand with, as lemmas in order.

    effect: negates ("not", "never"), withholds ("refuse to", "stop short of": a verb that is a negation and
    can be negated itself), weakens ("seem to", "may"), strengthens ("categorically"). alone: the stance
    where no cue follows ("refused"); None for a word that attributes nothing.
    """

    words: tuple[str, ...]
    effect: Effect
    alone: Stance | None = None


E = TypeVar("E", Cue, Modifier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Generic[E]):
    """An entry found in a sequence of words. at: the number of each of its words there, in order."""

    entry: E
    at: tuple[int, ...]


class Cues:
    """All cues and modifiers, to be found in words as they are written, inflected or not."""

    __slots__ = ("_bases", "_cues", "_modifiers", "cues", "modifiers")

    def __init__(
        self,
        cues: Iterable[Cue],
        modifiers: Iterable[Modifier],
        irregular: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.cues = tuple(cues)
        self.modifiers = tuple(modifiers)
        words = {word for cue in self.cues for word in cue.words}
        words |= {word for modifier in self.modifiers for word in modifier.words}
        self._bases = inflect(words, irregular)
        self._cues = _by_first(self.cues)
        self._modifiers = _by_first(self.modifiers)

    def __iter__(self) -> Iterator[Cue]:
        """Every cue, in the order of the table."""
        return iter(self.cues)

    def __len__(self) -> int:
        return len(self.cues)

    def bases(self, form: str) -> frozenset[str]:
        """The vocabulary's words that a written word may be a form of."""
        return self._bases.get(form.lower().replace("’", "'"), frozenset())

    def cues_at(self, forms: Sequence[str], first: int) -> tuple[Match[Cue], ...]:
        """The longest cues that begin with the word ``first``; several where one word has several parts.

        Up to `GAP` other words may stand between two words of a cue.
        """
        return self._longest(self._cues, forms, first)

    def modifiers_at(self, forms: Sequence[str], first: int) -> tuple[Match[Modifier], ...]:
        """The longest modifiers that begin with the word ``first``."""
        return self._longest(self._modifiers, forms, first)

    def _longest(
        self, entries: Mapping[str, Sequence[E]], forms: Sequence[str], first: int
    ) -> tuple[Match[E], ...]:
        begun = [entry for base in sorted(self.bases(forms[first])) for entry in entries.get(base, ())]
        if not begun:
            return ()
        bases = [self.bases(form) for form in forms[first : first + _REACH]]
        found: list[Match[E]] = []
        for entry in begun:
            at = _find(entry.words, bases)
            if at is not None:
                found.append(Match(entry=entry, at=tuple(first + n for n in at)))
        size = max((len(match.at) for match in found), default=0)
        return tuple(match for match in found if len(match.at) == size)


def load_cues(folder: Path | None = None) -> Cues:
    """The cues that ship with the package, or those of ``folder`` (cues.csv, modifiers.csv, inflections.csv).

    ValueError, with file, line and reason, for an unknown part, stance, commitment or effect, for words
    that are not lemmas in small letters, and for a cue given twice. The package's own are read once.
    """
    return _shipped() if folder is None else _read(folder)


@cache
def _shipped() -> Cues:
    return _read(None)


def _read(folder: Path | None) -> Cues:
    where = folder or data_folder()
    cues: dict[tuple[tuple[str, ...], str], Cue] = {}
    for row in read_table("cues.csv", _CUE_COLUMNS, folder=where):
        cue = _cue(row)
        if (cue.words, cue.part) in cues:
            raise row.error(f"the {cue.part} {' '.join(cue.words)!r} is given twice")
        cues[cue.words, cue.part] = cue
    modifiers: dict[tuple[str, ...], Modifier] = {}
    for row in read_table("modifiers.csv", _MODIFIER_COLUMNS, folder=where):
        modifier = _modifier(row)
        if modifier.words in modifiers:
            raise row.error(f"{' '.join(modifier.words)!r} is given twice")
        modifiers[modifier.words] = modifier
    path = None if folder is None else folder / "inflections.csv"
    return Cues(cues.values(), modifiers.values(), load_inflections(path))


def _cue(row: Row) -> Cue:
    infinitive = row.text("infinitive")
    return Cue(
        words=_words(row, "cue"),
        part=cast("CuePart", row.one_of("part", _PARTS)),
        stance=cast("Stance", row.one_of("stance", _STANCES)),
        negated=cast("Stance", row.one_of("negated", _STANCES)),
        commitment=cast("Commitment", row.one_of("commitment", _COMMITMENTS)),
        distanced=row.one_of("distanced", _YES_NO) == "yes",
        infinitive=cast("Stance", row.one_of("infinitive", _STANCES)) if infinitive else None,
    )


def _modifier(row: Row) -> Modifier:
    alone = row.text("alone")
    return Modifier(
        words=_words(row, "words"),
        effect=cast("Effect", row.one_of("effect", _EFFECTS)),
        alone=cast("Stance", row.one_of("alone", _STANCES)) if alone else None,
    )


def _words(row: Row, column: str) -> tuple[str, ...]:
    words = tuple(row.needed(column).split(" "))
    if not all(word.isalpha() and word.islower() for word in words):
        raise row.error(f"{column} is {row.text(column)!r}, not words in small letters, one space apart")
    if len(words) > LONGEST_CUE:
        raise row.error(f"{column} has more than {LONGEST_CUE} words")
    return words


def _by_first(entries: Sequence[E]) -> dict[str, list[E]]:
    found: dict[str, list[E]] = {}
    for entry in entries:
        found.setdefault(entry.words[0], []).append(entry)
    return found


def _find(words: Sequence[str], bases: Sequence[frozenset[str]]) -> list[int] | None:
    """Where each word stands, the first at 0 and each as soon as it comes; None where one is too far off."""
    at = [0]
    for word in words[1:]:
        near = range(at[-1] + 1, min(at[-1] + 2 + GAP, len(bases)))
        place = next((n for n in near if word in bases[n]), None)
        if place is None:
            return None
        at.append(place)
    return at
