"""Whose somebody is: the state and the part of society of each chain of mentions.

What the vocabulary says goes first, then what the text says beside the mentions (a nationality, an owner, an
employer, an office), then the nouns that describe them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.annotate.entities.naming import Known
from onrecord.annotate.entities.roles import Title
from onrecord.annotate.mentions.found import Found
from onrecord.annotate.syntax.tree import ROOT, Syntax
from onrecord.vocab import Actors

Sector = tuple[str, ...]

MAJORITY = 0.5
_OF_A_STATE = frozenset({"person", "group", "organization", "place", "facility", "publisher", "country"})
_OWNERS = ("nmod:poss", "amod", "compound", "nmod:desc", "nmod", "nmod:unmarked", "det")
_OF = frozenset({"of", "from", "in", "at", "for", "with", "to", "against"})
# Nouns that take their part of society from what stands before them or what they are of.
_EMPTY = frozenset(
    {"official", "spokesman", "spokeswoman", "spokesperson", "chief", "head", "leader", "member", "source", "boss"}
    | {"man", "woman", "people", "person", "representative", "delegate", "delegation", "figure", "aide", "veteran"}
    | {"adviser", "advisor", "secretary", "president", "chairman", "chairwoman", "director", "staff", "deputy"}
    | {"employee", "worker", "colleague", "group", "team", "side", "camp", "wing", "founder", "insider", "envoy"}
    | {"command", "force", "unit", "committee", "commission", "council", "agency", "office", "department", "branch"}
    | {"commander", "officer", "candidate", "ally", "supporter", "critic", "rival", "opponent", "negotiator"}
)
_BEFORE: Mapping[str, Sector] = {
    "opposition": ("OPP",),
    "rebel": ("REB",),
    "military": ("MIL",),
    "army": ("MIL",),
    "naval": ("MIL",),
    "navy": ("MIL",),
    "police": ("COP",),
    "government": ("GOV",),
    "presidential": ("GOV",),
    "ministry": ("GOV",),
    "party": ("PTY",),
    "intelligence": ("SPY",),
    "court": ("JUD",),
    "judicial": ("JUD",),
    "parliamentary": ("LEG",),
    "congressional": ("LEG",),
    "union": ("LAB",),
    "church": ("REL",),
    "company": ("BUS",),
    "business": ("BUS",),
    "university": ("EDU",),
    "hospital": ("MED",),
    "health": ("MED",),
    "diplomatic": ("GOV",),
    "municipal": ("GOV",),
    "city": ("GOV",),
    "provincial": ("GOV",),
    "militia": ("PRM",),
    "separatist": ("REB",),
    "guerrilla": ("REB",),
    "insurgent": ("REB",),
    "embassy": ("GOV",),
    "security": ("MIL",),
    "defense": ("MIL",),
    "defence": ("MIL",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A chain: the numbers of its mentions, what its names name, its offices with who tells each."""

    members: tuple[int, ...]
    known: Known | None
    titles: tuple[tuple[int, Title], ...]


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What the chains of a document are judged by. of: the number of each mention's chain; by_head: the
    mention whose head a word is."""

    mentions: Sequence[Found]
    syntax: Syntax
    groups: Sequence[Group]
    of: Mapping[int, int]
    by_head: Mapping[int, int]
    actors: Actors

    def beside(self, group: Group) -> Iterator[tuple[int, str]]:
        """The chains that stand before, own or follow the group's mentions, with how: relation or preposition."""
        for member in group.members:
            head = self.mentions[member].head
            for child in self.syntax.children[head]:
                if self.syntax.relations[child] in _OWNERS:
                    other = self.of.get(self.by_head.get(child, -1))
                    if other is None:
                        continue
                    case = self.syntax.child(child, "case")
                    preposition = "" if case is None else self.syntax.form(case).lower()
                    if self.syntax.relations[child] != "nmod" or preposition in _OF:
                        yield other, self.syntax.relations[child]
        for _, title in group.titles:
            for head in title.of:
                other = self.of.get(self.by_head.get(head, -1))
                if other is not None:
                    yield other, "title"


def countries_of(scene: Scene, types: Sequence[str]) -> list[str | None]:
    """The state of each chain: the vocabulary's, else the one told beside it, else that of whom it belongs to."""
    found: list[str | None] = [None if g.known is None else g.known.country for g in scene.groups]
    international = [_international(g) for g in scene.groups]
    for _ in range(3):
        for number, group in enumerate(scene.groups):
            if found[number] is None and not international[number]:
                votes = Counter(
                    country
                    for other, how in scene.beside(group)
                    if other != number and (country := found[other]) is not None
                    for _ in range(2 if how in ("title", "nmod:poss", "amod") else 1)
                )
                if votes:
                    found[number] = votes.most_common(1)[0][0]
    around = _Around(scene, found)
    return [
        around.country(group)
        if found[n] is None and not international[n] and types[n] in _OF_A_STATE
        else found[n]
        for n, group in enumerate(scene.groups)
    ]


class _Around:
    """The states that a document speaks of, sentence by sentence: whose somebody is of whom nothing is told.

    A state near by counts more than one far off, and the document's main one everywhere. Where none has the
    greater part, the text does not decide.
    """

    def __init__(self, scene: Scene, found: Sequence[str | None]) -> None:
        self._sentence_of = scene.syntax.sentence_of
        self._mentions = scene.mentions
        self._near: dict[int, Counter[str]] = {}
        self._all: Counter[str] = Counter()
        for group, country in zip(scene.groups, found, strict=True):
            if country is not None:
                for member in group.members:
                    sentence = self._sentence_of[self._mentions[member].head]
                    self._near.setdefault(sentence, Counter())[country] += 1
                    self._all[country] += 1

    def country(self, group: Group) -> str | None:
        """The state that has the greater part of what is said around a chain."""
        total = sum(self._all.values())
        if not total:
            return None
        votes = {country: 4 * count / total for country, count in self._all.items()}
        for member in group.members[:8]:
            at = self._sentence_of[self._mentions[member].head]
            for sentence in range(at - 2, at + 3):
                for country, count in self._near.get(sentence, {}).items():
                    votes[country] = votes.get(country, 0.0) + count / (1 + abs(sentence - at)) / len(group.members[:8])
        best = max(votes, key=lambda country: votes[country])
        return best if votes[best] > MAJORITY * sum(votes.values()) else None


def _international(group: Group) -> bool:
    return group.known is not None and group.known.in_vocabulary and group.known.country is None


def sectors_of(scene: Scene, types: Sequence[str]) -> list[Sector]:
    """The sectors of each chain, main one first."""
    found = [_own_sector(scene, group, types[n]) for n, group in enumerate(scene.groups)]
    for _ in range(2):
        for number, group in enumerate(scene.groups):
            if not found[number]:
                for other, how in scene.beside(group):
                    if other != number and found[other] and (how != "amod" or types[other] != "country"):
                        if types[other] == "country" and types[number] not in ("person", "organization"):
                            continue
                        found[number] = found[other]
                        break
    return [sector or _by_type(types[n], scene, scene.groups[n]) for n, sector in enumerate(found)]


def _own_sector(scene: Scene, group: Group, type_: str) -> Sector:
    """What the vocabulary, an office held or the describing nouns say; of former offices only: ELI."""
    if type_ in ("place", "other"):
        return ()
    held = [title for _, title in group.titles if not title.former]
    if group.known is not None and group.known.sector:
        former = bool(group.titles) and not held and group.known.type == "person"
        return ("ELI",) if former else group.known.sector
    for title in held:
        head = scene.syntax.lemmas[title.words[-1]].lower()
        if title.office.sector and head not in _EMPTY:
            return _with_opposition(scene, group, title.office.sector)
    if group.titles and not held and type_ == "person":
        return ("ELI",)
    for member in group.members:
        sector = _described(scene, scene.mentions[member])
        if sector:
            return sector
    for title in held:
        if not any(scene.of.get(scene.by_head.get(head, -1)) is not None for head in title.of):
            return title.office.sector
    return ()


def _with_opposition(scene: Scene, group: Group, sector: Sector) -> Sector:
    for member in group.members:
        words = scene.mentions[member].words
        if any(scene.syntax.form(n).lower() == "opposition" for n in words) and "OPP" not in sector:
            return (*sector, "OPP")
    return sector


def _described(scene: Scene, mention: Found) -> Sector:
    """By the noun of a description, or the words of a name ("… Party", "… Ministry")."""
    syntax = scene.syntax
    if mention.kind == "pronoun":
        return ()
    words = mention.words
    head = words[-1] if mention.kind == "name" else mention.head
    lemma = syntax.lemmas[head].lower()
    if mention.kind == "name" and mention.type == "person":
        return ()
    before: list[Sector] = []
    for n in range(head - 1, words.start - 1, -1):
        word = syntax.lemmas[n].lower()
        if word in _BEFORE:
            before.append(_BEFORE[word])
    phrase = " ".join(syntax.form(n).lower() for n in range(max(words.start, head - 1), head + 1))
    agent = scene.actors.agent(phrase) or scene.actors.agent(syntax.form(head).lower()) or scene.actors.agent(lemma)
    if agent is not None and agent.sector and lemma not in _EMPTY:
        opposed = ("OPP",) if ("OPP",) in before and "OPP" not in agent.sector else ()
        return (*agent.sector, *opposed)
    if before:
        return before[0]
    if lemma in _EMPTY:
        return ()
    return agent.sector if agent is not None else ()


def _by_type(type_: str, scene: Scene, group: Group) -> Sector:
    """What is left: by type alone, or by the noun even where it says little."""
    if type_ == "country":
        return ("GOV",)
    if type_ == "publisher":
        return ("JRN",)
    if type_ in ("place", "other", "facility"):
        return ()
    for member in group.members:
        one = scene.mentions[member]
        if one.kind == "nominal":
            agent = scene.actors.agent(scene.syntax.lemmas[one.head].lower())
            if agent is not None and agent.sector:
                return agent.sector
    if type_ in ("person", "group"):
        return ("CVL",)
    return ()


__all__ = ["ROOT", "Group", "Scene", "Sector", "countries_of", "sectors_of"]
