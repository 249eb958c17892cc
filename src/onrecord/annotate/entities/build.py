"""The entities of a document: its mentions in chains, each with name, type, state, sector and offices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from onrecord.annotate.coreference import chain, describe
from onrecord.annotate.entities.belonging import Group, Scene, countries_of, sectors_of
from onrecord.annotate.entities.roles import Title, title_of
from onrecord.annotate.mentions.found import Found
from onrecord.annotate.mentions.naming import Known, name_all, of_person
from onrecord.annotate.syntax.tree import Syntax
from onrecord.models import Encoding, Heads
from onrecord.record import Entity, EntityType, Mention, Role, Span
from onrecord.vocab import load_actors, load_countries

_PERSONAL = frozenset({"person", "group"})
_KEPT_UNNAMED = frozenset({"person", "group", "organization", "publisher", "facility", "country"})
# Offices that one person holds at a time, so that "the Russian president" is whoever it was on that day.
_UNIQUE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})


def find_entities(
    text: str,
    mentions: Sequence[Found],
    syntax: Syntax,
    encoding: Encoding,
    heads: Heads,
    speakers: Sequence[tuple[Span, Span | None]],
    day: date | None,
    parties: Set[int] = frozenset(),
) -> tuple[Entity, ...]:
    """The entities of ``text`` in the order of their first mention, then the peoples that nationalities name.

    parties: the heads of what does or suffers something: described, of whatever type, it is an entity.

    An entity that the vocabulary knows has its id there ("state/RUS"), which is the same in all documents;
    the others are e1, e2, …
    """
    mentions = without_titles(mentions, syntax)
    if not mentions:
        return ()
    known = name_all(mentions, syntax, text, day, heads.classes["mention"])
    keys: dict[str, int] = {}
    given = [
        keys.setdefault(known[n].key, len(keys)) if n in known and not known[n].is_open else None
        for n in range(len(mentions))
    ]
    types = [known[n].type if n in known else one.type for n, one in enumerate(mentions)]
    described = describe(mentions, syntax, encoding, speakers, known)

    def forbids(i: int, j: int) -> bool:
        return _never_one(types[i], types[j])

    sure = [*_apposed(mentions, syntax), *_related(mentions, syntax)]
    numbers = chain(described, heads.ranker, forbids, given, sure)
    return _Builder(text, mentions, syntax, known, day, heads.classes["sector"], parties).entities(numbers)


def without_titles(mentions: Sequence[Found], syntax: Syntax) -> list[Found]:
    """The mentions but for titles before names: in "Foreign Minister Li Ma" only the name is one.

    A description with an article before a name is a mention, which ends where the name begins.
    """
    begins = {one.words.start: one for one in mentions if one.kind == "name"}
    ends = {one.words.stop: one for one in mentions if one.kind == "name"}
    kept = []
    for one in mentions:
        inner = ends.get(one.words.stop)
        if one.kind == "nominal" and inner is not None and inner.words.start == one.head + 1:
            words = range(one.words.start, inner.words.start)
            one = replace(one, words=words, span=syntax.span(words))
        follows = begins.get(one.words.stop)
        of_person = follows is not None and follows.name is not None and follows.name.kind == "person"
        if one.kind != "nominal" or not of_person or _has_article(one, syntax):
            kept.append(one)
    return kept


def _has_article(one: Found, syntax: Syntax) -> bool:
    first = one.words.start
    return syntax.pos[first] == "DET" or syntax.child(one.head, "nmod:poss") is not None


def _apposed(mentions: Sequence[Found], syntax: Syntax) -> Iterator[tuple[int, int]]:
    """Each description with the name just after it, of which it tells: "the daily Rodong Sinmun"."""
    names = {one.words.start: n for n, one in enumerate(mentions) if one.kind == "name"}
    for n, one in enumerate(mentions):
        number = names.get(one.words.stop)
        tells = one.kind == "nominal" and number is not None and _has_article(one, syntax)
        if tells and number is not None and not _never_one(one.type, mentions[number].type):
            yield n, number


def _related(mentions: Sequence[Found], syntax: Syntax) -> Iterator[tuple[int, int]]:
    """Each relative pronoun with the mention for which it stands."""
    by_head = {one.head: n for n, one in enumerate(mentions) if one.kind != "pronoun"}
    for n, one in enumerate(mentions):
        noun = syntax.related(one.head) if one.kind == "pronoun" else None
        if noun in by_head:
            yield n, by_head[noun]


def _never_one(a: str, b: str) -> bool:
    """Whether things of two types are surely two: a person and a state, say."""
    if a == b or "other" in (a, b):
        return False
    return (a == "person") != (b == "person") and not {a, b} <= _PERSONAL


@dataclass(frozen=True, slots=True)
class _Builder:
    text: str
    mentions: Sequence[Found]
    syntax: Syntax
    known: Mapping[int, Known]
    day: date | None
    sector_names: Sequence[str]
    parties: Set[int]

    def entities(self, numbers: Sequence[int]) -> tuple[Entity, ...]:
        """One entity for each chain that a record keeps."""
        actors, countries = load_actors(), load_countries()
        named = {n: one for one in self.mentions if one.kind == "name" for n in one.words}
        members: dict[int, list[int]] = {}
        for n, number in enumerate(numbers):
            members.setdefault(number, []).append(n)
        titles = {
            n: title
            for n, one in enumerate(self.mentions)
            if (title := title_of(one, self.syntax, named, actors, countries)) is not None
        }
        groups = [
            Group(
                members=tuple(group),
                known=self._fullest(group),
                titles=tuple((n, titles[n]) for n in group if n in titles),
            )
            for group in members.values()
            if self._is_kept(group)
        ]
        groups = self._with_office_holders(groups)
        of = {n: number for number, group in enumerate(groups) for n in group.members}
        scene = Scene(
            mentions=self.mentions,
            syntax=self.syntax,
            groups=groups,
            of=of,
            by_head={one.head: n for n, one in reversed(list(enumerate(self.mentions)))},
            actors=actors,
        )
        types = [self._type(group) for group in groups]
        states = countries_of(scene, types)
        sectors = sectors_of(scene, types, self.sector_names)
        ids = self._ids(groups)
        found = tuple(
            Entity(
                id=ids[n],
                name=self._name(group),
                type=types[n],
                country=states[n],
                sector=sectors[n],
                mentions=tuple(self._mention(m) for m in group.members),
                links={} if group.known is None else group.known.links,
                roles=self._roles(group, types[n], scene, ids),
            )
            for n, group in enumerate(groups)
        )
        return (*found, *self._peoples(groups, sum(one.startswith("e") for one in ids)))

    def _mention(self, number: int) -> Mention:
        """A mention as the record has it: a nationality does not name the state that it stands for."""
        one, known = self.mentions[number], self.known.get(number)
        nationality = known is not None and known.nationality
        return Mention(start=one.span.start, end=one.span.end, kind="nominal" if nationality else one.kind)

    def _peoples(self, groups: Sequence[Group], serial: int) -> Iterator[Entity]:
        """The peoples that nationalities name, besides standing for their states ("Iranian officials")."""
        by_state: dict[str, list[int]] = {}
        for group in groups:
            for number in group.members:
                known = self.known.get(number)
                if known is not None and known.nationality and known.country is not None:
                    by_state.setdefault(known.country, []).append(number)
        for n, (state, numbers) in enumerate(by_state.items(), start=serial + 1):
            spans = [self.mentions[number].span for number in numbers]
            yield Entity(
                id=f"e{n}",
                name=spans[0].cut(self.text),
                type="group",
                country=state,
                mentions=tuple(Mention(start=span.start, end=span.end, kind="name") for span in spans),
            )

    def _fullest(self, group: Sequence[int]) -> Known | None:
        """What the chain's names name: the vocabulary's entry, else the longest name."""
        found = [self.known[n] for n in group if n in self.known]
        return max(found, key=lambda one: (one.in_vocabulary, len(one.fullest)), default=None)

    def _is_kept(self, group: Sequence[int]) -> bool:
        """A chain with a name, or of those who act, suffer or speak; no pronoun alone, no bare thing."""
        if any(n in self.known for n in group):
            return True
        nominal = [self.mentions[n] for n in group if self.mentions[n].kind == "nominal"]
        if not nominal or (len(group) == 1 and self.syntax.pos[nominal[0].head] == "CCONJ"):
            return False
        if any(one.head in self.parties for one in nominal):
            return True
        return self._type_of_mentions(group) in _KEPT_UNNAMED

    def _type(self, group: Group) -> EntityType:
        if group.known is not None:
            return group.known.type
        return self._type_of_mentions(group.members)

    def _type_of_mentions(self, members: Sequence[int]) -> EntityType:
        votes: dict[EntityType, float] = {}
        actors = load_actors()
        for n in members:
            one = self.mentions[n]
            weight = 0.3 if one.kind == "pronoun" else 1.0
            type_ = _recorded(one.type)
            agent = actors.agent(self.syntax.form(one.head).lower()) if one.kind == "nominal" else None
            if agent is not None and agent.type in _PERSONAL and type_ in _PERSONAL:
                plural = self.syntax.lemmas[one.head].lower() != self.syntax.form(one.head).lower()
                type_ = "group" if plural or agent.type == "group" else "person"
            if agent is not None and agent.type in ("organization", "publisher"):
                type_ = agent.type
            if agent is not None and agent.type == type_:
                weight += 0.5
            votes[type_] = votes.get(type_, 0.0) + weight
        return max(votes, key=lambda type_: votes[type_])

    def _name(self, group: Group) -> str:
        if group.known is not None:
            return " ".join(group.known.fullest.split())
        nominals = [self.mentions[n] for n in group.members if self.mentions[n].kind == "nominal"]
        return " ".join(max((one.span.cut(self.text) for one in nominals[:4]), key=len).split())

    def _with_office_holders(self, groups: Sequence[Group]) -> list[Group]:
        """Nameless chains that hold an office of which there is one become, or join, who held it that day."""
        actors = load_actors()
        if self.day is None:
            return list(groups)
        of = {n: number for number, group in enumerate(groups) for n in group.members}
        heads = {self.mentions[n].head: n for n in of}
        kept = dict(enumerate(groups))
        by_key = {g.known.key: n for n, g in enumerate(groups) if g.known is not None}
        for number, group in enumerate(groups):
            if group.known is not None:
                continue
            holder = None
            for member, title in group.titles:
                country = self._country_of(title, groups, of, heads)
                one = self.mentions[member]
                plural = self.syntax.lemmas[one.head].lower() != self.syntax.form(one.head).lower()
                if title.former or country is None or title.office.kind not in _UNIQUE or plural:
                    continue
                if any(self.syntax.form(n).lower() in ("a", "an", "deputy") for n in one.words):
                    continue
                holders = actors.holders_of(title.office, country, self.day)
                holder = holders[0] if len(holders) == 1 else None
                break
            if holder is None:
                continue
            known = of_person(holder, holder.name, actors, self.day)
            other = by_key.get(known.key)
            if other is None:
                kept[number] = Group(members=group.members, known=known, titles=group.titles)
                by_key[known.key] = number
            else:
                into = kept[other]
                kept[other] = Group(
                    members=tuple(sorted((*into.members, *group.members))),
                    known=into.known,
                    titles=(*into.titles, *group.titles),
                )
                del kept[number]
        return sorted(kept.values(), key=lambda group: group.members[0])

    def _country_of(
        self, title: Title, groups: Sequence[Group], of: Mapping[int, int], heads: Mapping[int, int]
    ) -> str | None:
        for head in title.of:
            number = of.get(heads.get(head, -1))
            known = None if number is None else groups[number].known
            if known is not None and known.type == "country":
                return known.country
        return None

    def _ids(self, groups: Sequence[Group]) -> list[str]:
        found, serial, taken = [], 0, set()
        for group in groups:
            known = group.known
            if known is not None and known.in_vocabulary and known.key not in taken:
                found.append(known.key)
                taken.add(known.key)
            else:
                serial += 1
                found.append(f"e{serial}")
        return found

    def _roles(self, group: Group, type_: str, scene: Scene, ids: Sequence[str]) -> tuple[Role, ...]:
        """The offices of a person, each title once."""
        if type_ != "person":
            return ()
        found: dict[tuple[str, bool], Role] = {}
        own = scene.of[group.members[0]]
        for _, title in group.titles:
            words = " ".join(title.span.cut(self.text).split())
            others = [scene.of.get(scene.by_head.get(head, -1)) for head in title.of]
            of = next((ids[n] for n in others if n is not None and n != own), None)
            key = (words.casefold(), title.former)
            if key not in found or (found[key].of is None and of is not None):
                found[key] = Role(title=words, of=of, former=title.former, span=title.span)
        return tuple(found.values())


def _recorded(type_: str) -> EntityType:
    """A type of the record, for one that only the training corpora tell."""
    types: Mapping[str, EntityType] = {
        "person": "person",
        "group": "group",
        "organization": "organization",
        "country": "country",
        "place": "place",
        "publisher": "publisher",
        "facility": "facility",
    }
    return types.get(type_, "other")
