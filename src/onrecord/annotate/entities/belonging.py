"""Whose somebody is: the state and the part of society of each chain of mentions.

What the vocabulary says goes first, then what the text says beside the mentions (a nationality, an owner, an
employer, an office), then the nouns that describe them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.annotate.entities.roles import Title
from onrecord.annotate.mentions.found import Found
from onrecord.annotate.mentions.naming import Known
from onrecord.annotate.syntax.tree import Syntax
from onrecord.vocab import Actors

Sector = tuple[str, ...]

# How much each kind of evidence adds to the logarithm of a sector's probability.
_TOLD, _DESCRIBED, _HINTED, _OWNED = 4.5, 4.0, 0.7, 2.2
_WEIGHTS = {"name": 1.0, "nominal": 1.5, "pronoun": 0.3}
_LEAST = -6.0

MAJORITY = 0.4
"""So great a part of what is said around somebody must be of one state for him to be taken for its own."""
EVERYWHERE = 4.0
"""How much the whole document counts beside the sentences around."""
DATELINE = 6.0
"""And how much the place from which it is written."""
_OF_A_STATE = frozenset({"person", "group", "organization", "place", "facility", "publisher", "country"})
_OWNERS = ("nmod:poss", "amod", "compound", "nmod:desc", "nmod", "nmod:unmarked", "det")
_OF = frozenset({"of", "from", "in", "at", "for", "with", "to", "against"})
# Nouns that take their part of society from what stands before them or what they are of.
_EMPTY = frozenset(
    {
        "official",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "chief",
        "head",
        "leader",
        "member",
        "source",
        "boss",
    }
    | {
        "man",
        "woman",
        "people",
        "person",
        "representative",
        "delegate",
        "delegation",
        "figure",
        "aide",
        "veteran",
    }
    | {
        "adviser",
        "advisor",
        "secretary",
        "president",
        "chairman",
        "chairwoman",
        "director",
        "staff",
        "deputy",
    }
    | {
        "employee",
        "worker",
        "colleague",
        "group",
        "team",
        "side",
        "camp",
        "wing",
        "founder",
        "insider",
        "envoy",
    }
    | {
        "command",
        "force",
        "unit",
        "committee",
        "commission",
        "council",
        "agency",
        "office",
        "department",
        "branch",
    }
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
        """The chains that stand before, own or follow the group's mentions, each with its relation."""
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
    """The state of each chain: the vocabulary's, else told beside it, else its owner's, else around it."""
    found: list[str | None] = [None if g.known is None else g.known.country for g in scene.groups]
    international = [_international(g) for g in scene.groups]
    for number, group in enumerate(scene.groups):
        owners = [other for other, how in scene.beside(group) if how in ("title", "compound", "nmod:poss")]
        if group.known is None and owners and international[owners[0]] and not found[number]:
            international[number] = True
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
        self._home = _dateline(scene, found)
        for group, country in zip(scene.groups, found, strict=True):
            # Where an outlet sits tells nothing of whom it reports on.
            outlet = group.known is not None and group.known.type == "publisher"
            if country is not None and not outlet:
                for member in group.members:
                    sentence = self._sentence_of[self._mentions[member].head]
                    self._near.setdefault(sentence, Counter())[country] += 1
                    self._all[country] += 1

    def country(self, group: Group) -> str | None:
        """The state that has the greater part of what is said around a chain."""
        total = sum(self._all.values())
        if not total:
            return None
        votes = {country: EVERYWHERE * count / total for country, count in self._all.items()}
        if self._home is not None:
            votes[self._home] = votes.get(self._home, 0.0) + DATELINE
        for member in group.members[:8]:
            at = self._sentence_of[self._mentions[member].head]
            for sentence in range(at - 2, at + 3):
                for country, count in self._near.get(sentence, {}).items():
                    votes[country] = votes.get(country, 0.0) + count / (1 + abs(sentence - at)) / len(
                        group.members[:8]
                    )
        best = max(votes, key=lambda country: votes[country])
        return best if votes[best] > MAJORITY * sum(votes.values()) else None


def _dateline(scene: Scene, found: Sequence[str | None]) -> str | None:
    """The state of the place from which a report is written: in capitals, at the start of a paragraph."""
    for number, mention in enumerate(scene.mentions[:40]):
        if mention.kind != "name" or not mention.span.cut(scene.syntax.text).isupper():
            continue
        group = scene.of.get(number)
        begins = mention.span.start == 0 or scene.syntax.text[mention.span.start - 1] == "\n"
        after = scene.syntax.text[mention.span.end : mention.span.end + 2]
        if (
            group is not None
            and begins
            and after[:1] in (",", " ")
            and after[1:] in (" ", "(", "-", "–", "—")
        ):
            return found[group]
    return None


def _international(group: Group) -> bool:
    """Whether the vocabulary says that it is of no state: the United Nations, Catholics."""
    known = group.known
    if known is None or known.country is not None:
        return False
    return (known.in_vocabulary and known.type != "person") or known.type == "group"


def sectors_of(scene: Scene, types: Sequence[str], names: Sequence[str]) -> list[Sector]:
    """The sectors of each chain, main one first. names: of the encoder's sectors, "none" among them.

    What the vocabulary says stands. Else the encoder's reading of the mentions is weighed with what offices,
    nouns and owners say.
    """
    own = [_evidence(scene, group) for group in scene.groups]
    sure = [_sure(group, types[n]) for n, group in enumerate(scene.groups)]
    found = []
    for number, group in enumerate(scene.groups):
        told = sure[number]
        if told is None:
            # That it is of a state tells nothing of which part of it.
            owners = (
                sure[other] or next((s for s, _ in own[other]), ())
                for other, _ in scene.beside(group)
                if other != number and types[other] != "country"
            )
            owned = next((sector for sector in owners if sector), None)
            evidence = own[number]
            if owned is not None:
                # "A spokesman for the army": the noun leaves the telling to what it is of.
                hinted = [one for one in evidence if one[1] == _HINTED]
                told_by = [one for one in evidence if one[1] != _HINTED]
                evidence = [*told_by, (owned, _DESCRIBED if hinted and not told_by else _OWNED)]
            told = _weighed(scene, group, evidence, names)
        found.append(told)
    return found


def _sure(group: Group, type_: str) -> Sector | None:
    """What needs no weighing; None where it does."""
    if type_ in ("place", "other"):
        return ()
    if type_ == "country":
        return ("GOV",)
    if type_ == "publisher":
        return ("JRN",)
    if group.known is not None and group.known.in_vocabulary and group.known.sector:
        former = bool(group.titles) and all(title.former for _, title in group.titles)
        return ("ELI",) if former and group.known.type == "person" else group.known.sector
    return None


def _weighed(
    scene: Scene, group: Group, evidence: Sequence[tuple[Sector, float]], names: Sequence[str]
) -> Sector:
    weights = np.array([_WEIGHTS[scene.mentions[m].kind] for m in group.members])
    logs = np.stack([scene.mentions[m].sectors for m in group.members])
    total = (weights @ np.maximum(logs, _LEAST)) / weights.sum()
    for sector, weight in evidence:
        total[names.index(sector[0])] += weight
    best = names[int(total.argmax())]
    whole = next((sector for sector, _ in evidence if sector[0] == best), None)
    if whole is not None:
        return whole
    return () if best == "none" else (best,)


def _evidence(scene: Scene, group: Group) -> list[tuple[Sector, float]]:
    """Sectors that an office held, the describing nouns or a kind of body tell, with how much each counts."""
    found: list[tuple[Sector, float]] = []
    if group.known is not None and group.known.sector:
        found.append((group.known.sector, _TOLD))
    held = [title for _, title in group.titles if not title.former]
    opposed = bool(held) and _is_opposition(scene, group)
    for title in held:
        head = scene.syntax.lemmas[title.words[-1]].lower()
        if title.office.sector:
            weight = _HINTED if head in _EMPTY else _TOLD
            also = ("OPP",) if opposed and "OPP" not in title.office.sector else ()
            found.append(((*title.office.sector, *also), weight))
    if group.titles and not held:
        found.append((("ELI",), _TOLD))
    for member in group.members:
        sector, weight = _described(scene, scene.mentions[member])
        if sector:
            found.append((sector, weight))
            break
    return found


def _is_opposition(scene: Scene, group: Group) -> bool:
    words = (n for member in group.members for n in scene.mentions[member].words)
    return any(scene.syntax.form(n).lower() == "opposition" for n in words)


def _described(scene: Scene, mention: Found) -> tuple[Sector, float]:
    """By the noun of a description, or the words of a name ("… Party", "… Ministry")."""
    syntax = scene.syntax
    if mention.kind == "pronoun" or (mention.kind == "name" and mention.type in ("person", "place")):
        return (), 0.0
    words = mention.words
    head = words[-1] if mention.kind == "name" else mention.head
    lemma = syntax.lemmas[head].lower()
    before = [
        _BEFORE[word]
        for n in range(head - 1, words.start - 1, -1)
        if (word := syntax.lemmas[n].lower()) in _BEFORE
    ]
    phrase = " ".join(syntax.form(n).lower() for n in range(max(words.start, head - 1), head + 1))
    agents = (scene.actors.agent(form) for form in (phrase, syntax.form(head).lower(), lemma))
    agent = next((one for one in agents if one is not None), None)
    if agent is not None and agent.sector and lemma not in _EMPTY:
        opposed = ("OPP",) if ("OPP",) in before and "OPP" not in agent.sector else ()
        return (*agent.sector, *opposed), _DESCRIBED
    if before:
        return before[0], _DESCRIBED
    return (agent.sector, _HINTED) if agent is not None else ((), 0.0)


__all__ = ["Group", "Scene", "Sector", "countries_of", "sectors_of"]
