"""Words by which somebody is told to have said nothing: "confirm" with "not", "omit", "no comment"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.record import SilenceKind
from onrecord.vocab.inflection import inflect, load_inflections
from onrecord.vocab.tables import Row, data_folder, read_table

SilencePart = Literal["verb", "passive", "document", "text", "adjective", "noun", "item"]
Needs = Literal["negation", "question", "nothing"]
Governing = Literal[
    "withholds", "unable", "able", "tries", "refusal", "gives", "receives", "refuses", "keeps", "breaks",
    "appeal", "document", "outlet", "asked", "duration", "reports", "points",
]  # fmt: skip
"""What a word does to the silence beside it.

"Decline to" turns what it governs; one gives or receives no comment, remains silent, breaks a silence; an
appeal goes unanswered; a document or an outlet
omits, and who reports this but not that leaves that out; "it" and "the
report" point to what was told before.
"""

_PARTS, _NEEDS, _KINDS, _ROLES = (get_args(it) for it in (SilencePart, Needs, SilenceKind, Governing))
_COLUMNS = ("word", "part", "kind", "needs")
_GOVERNORS = ("word", "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """A word, as lemmas in order, and the silence that it tells of.

    part: a verb; a verb in the passive ("could not be reached"); a verb that counts only of a document or an
    outlet, or only of a text; an adjective; a noun that may be wanting ("no comment"); an item that is given
    or not ("no reason was given"). needs: a negation, a negation and an open question ("did not say how"),
    or nothing.
    """

    words: tuple[str, ...]
    part: SilencePart
    kind: SilenceKind
    needs: Needs


class Silences:
    """All such words, by the written forms of the first of their lemmas, and those that govern them.

    A parser's lemma is a guess ("gav" for "gave"): the vocabulary's words are inflected instead.
    """

    __slots__ = ("_bases", "_by_first", "_roles")

    def __init__(
        self,
        entries: Iterable[Unsaid],
        governors: Iterable[tuple[str, Governing]],
        irregular: Mapping[str, tuple[str, ...]],
    ) -> None:
        listed = tuple(entries)
        self._roles: dict[str, set[Governing]] = {}
        for word, role in governors:
            for form in inflect([word], irregular):
                self._roles.setdefault(form, set()).add(role)
        self._bases = inflect({word for entry in listed for word in entry.words}, irregular)
        self._by_first: dict[str, list[Unsaid]] = {}
        for entry in sorted(listed, key=lambda entry: -len(entry.words)):
            self._by_first.setdefault(entry.words[0], []).append(entry)

    def beginning(self, form: str) -> Sequence[Unsaid]:
        """The entries whose first word may be written ``form`` (small letters), the longest first."""
        bases = self._bases.get(form, ())
        return [entry for base in sorted(bases) for entry in self._by_first.get(base, ())]

    def does(self, form: str, role: Governing) -> bool:
        """Whether a word, as written in small letters, governs a silence in this way."""
        return role in self._roles.get(form, ())

    def is_form(self, form: str, word: str) -> bool:
        """Whether ``form`` (small letters) is a form of the lemma ``word``."""
        return word in self._bases.get(form, ())


def load_silences(folder: Path | None = None) -> Silences:
    """The words that ship with the package, or those of ``folder`` (silences.csv, governors.csv).

    ValueError, with file, line and reason, for an unknown part, kind, need or role and for an entry given
    twice. The package's own are read once.
    """
    return _shipped() if folder is None else _read(folder)


@cache
def _shipped() -> Silences:
    return _read(None)


def _read(folder: Path | None) -> Silences:
    where = folder or data_folder()
    entries: dict[tuple[tuple[str, ...], str], Unsaid] = {}
    for row in read_table("silences.csv", _COLUMNS, folder=where):
        entry = _entry(row)
        if (entry.words, entry.part) in entries:
            raise row.error(f"the {entry.part} {' '.join(entry.words)!r} is given twice")
        entries[entry.words, entry.part] = entry
    governors: dict[tuple[str, Governing], None] = {}
    for row in read_table("governors.csv", _GOVERNORS, folder=where):
        governor = (row.needed("word"), cast("Governing", row.one_of("role", _ROLES)))
        if governor in governors:
            raise row.error(f"{governor[0]!r} is given twice as {governor[1]!r}")
        governors[governor] = None
    return Silences(entries.values(), governors, load_inflections())


def _entry(row: Row) -> Unsaid:
    return Unsaid(
        words=tuple(row.needed("word").split()),
        part=cast("SilencePart", row.one_of("part", _PARTS)),
        kind=cast("SilenceKind", row.one_of("kind", _KINDS)),
        needs=cast("Needs", row.one_of("needs", _NEEDS)),
    )
