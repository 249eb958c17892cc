"""Who is who on our own news, held back: chains, states, sectors, offices.

python -m evaluation.who [--part train] [--model FOLDER] [--errors]

Chains: the CoNLL score with chains of one mention, since a record keeps them, and without. Attributes
are judged of each gold entity that the reader found, the one with which it shares most mentions: state
(none must be none), main sector, and offices, right where the titles share a word and both say, or both do
not say, that the office is held no longer.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.chains import Sums, score
from evaluation.reading import ROOT
from evaluation.scores import Counts
from onrecord.models import SHIPPED
from onrecord.pipeline import open_reader
from onrecord.record import Document, Entity, Published, Record, Role
from training.corpora import who

FOLDER = ROOT / "training" / "own" / "who"


@dataclass(slots=True)
class Figures:
    """All counts over some documents. errors: a line each, by kind."""

    singletons: Sums = field(default_factory=Sums)
    chains: Sums = field(default_factory=Sums)
    attributes: Counter[str] = field(default_factory=Counter)
    roles: Counts = field(default_factory=Counts)
    errors: list[str] = field(default_factory=list)

    def share(self, attribute: str) -> float:
        """The share of the entities found whose attribute is right."""
        return self.attributes[attribute] / max(1, self.attributes["found"])

    def summary(self) -> dict[str, float]:
        """What has a floor."""
        return {
            "chains": self.singletons.conll,
            "chains of several": self.chains.conll,
            "mentions": self.singletons.f1("mentions"),
            "country": self.share("country"),
            "sector": self.share("sector"),
            "type": self.share("type"),
            "offices": self.roles.f1,
        }


def measure(pairs: Iterable[tuple[dict[str, Any], Record]]) -> Figures:
    """Compares gold records with what was read."""
    total = Figures()
    for gold, record in pairs:
        gold_chains = [_gold_spans(entity) for entity in gold["entities"]]
        entities = [entity for entity in record.entities if not _restates(entity, record)]
        chains = [_spans(entity) for entity in entities]
        total.singletons += score(gold_chains, chains, singletons=True)
        total.chains += score(gold_chains, chains, singletons=False)
        by_span = {span: entity for entity in entities for span in _spans(entity)}
        for entity, spans in zip(gold["entities"], gold_chains, strict=True):
            shared = Counter(by_span[span].id for span in spans if span in by_span)
            total.attributes["gold"] += 1
            if shared:
                best = shared.most_common(1)[0][0]
                found = next(one for one in record.entities if one.id == best)
                _compare(total, gold, entity, found)
            else:
                total.roles += Counts(missed=len(entity["roles"]))
    return total


def _restates(entity: Entity, record: Record) -> bool:
    """Whether it is the people that a nationality names, which the record has beside the state it stands for.

    Our annotation gives the nationality to the state alone (docs/decisions/0002).
    """
    state = next((one for one in record.entities if one.id == f"state/{entity.country}"), None)
    return entity.type == "group" and state is not None and _spans(entity) <= _spans(state)


def _compare(total: Figures, gold: dict[str, Any], entity: dict[str, Any], found: Entity) -> None:
    name = f"{gold['document']['id']} {entity['name']}"
    total.attributes["found"] += 1
    sector = entity["sector"][:1]
    for attribute, want, have in (
        ("type", entity["type"], found.type),
        ("country", entity["country"], found.country),
        ("sector", sector, list(found.sector[:1])),
    ):
        if want == have:
            total.attributes[attribute] += 1
        else:
            total.errors.append(f"{attribute}\t{name}\twant {want}\thave {have}\t{found.name}")
    left = list(found.roles)
    for role in entity["roles"]:
        match = next((one for one in left if _same_role(role, one)), None)
        if match is None:
            total.errors.append(
                f"role missed\t{name}\t{role['title']} former={role['former']}\t{_told(left)}"
            )
            total.roles += Counts(missed=1)
        else:
            left.remove(match)
            total.roles += Counts(right=1)
    # One office may be told twice ("the minister", "the defence minister"): a repeated one is not wrong.
    extra = [one for one in left if not any(_same_words(role, one) for role in entity["roles"])]
    total.errors += [f"role too many\t{name}\t{_told([one])}" for one in extra]
    total.roles += Counts(wrong=len(extra))


def _same_role(gold: dict[str, Any], found: Role) -> bool:
    return gold["former"] == found.former and _same_words(gold, found)


def _same_words(gold: dict[str, Any], found: Role) -> bool:
    shared = set(gold["title"].casefold().split()) & set(found.title.casefold().split())
    return bool(shared - {"of", "the", "for", "and", "general"}) or gold["title"] == found.title


def _told(roles: Iterable[Role]) -> str:
    return "; ".join(f"{role.title}{' (former)' if role.former else ''}" for role in roles)


def _gold_spans(entity: dict[str, Any]) -> set[tuple[int, int]]:
    return {(mention["start"], mention["end"]) for mention in entity["mentions"]}


def _spans(entity: Entity) -> set[tuple[int, int]]:
    return {(mention.start, mention.end) for mention in entity.mentions}


def read(gold: list[dict[str, Any]], model: Path) -> Iterator[tuple[dict[str, Any], Record]]:
    """Each gold record with what the reader makes of its text."""
    reader = open_reader(model=model)
    documents = (
        Document(
            id=one["document"]["id"],
            text=one["document"]["text"],
            published=Published(date=date.fromisoformat(one["document"]["published"]["date"]), basis="given"),
        )
        for one in gold
    )
    for one, record in zip(gold, reader.read(documents), strict=True):
        if not isinstance(record, Record):
            raise RuntimeError(str(record))
        yield one, record


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("held_back", "train"), default="held_back")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--errors", action="store_true", help="print every attribute that is wrong")
    options = parser.parse_args()
    gold = list(who.records(FOLDER, held_back=options.part == "held_back"))
    found = measure(read(gold, options.model))
    mentions = sum(len(entity["mentions"]) for one in gold for entity in one["entities"])
    paragraphs = sum(one["document"]["text"].count("\n\n") + 1 for one in gold)
    print(f"{len(gold)} items, {paragraphs} paragraphs, {mentions} mentions")
    print(f"with chains of one     {found.singletons}")
    print(f"without chains of one  {found.chains}")
    print(f"entities found {found.attributes['found']} of {found.attributes['gold']}")
    for attribute in ("type", "country", "sector"):
        print(f"{attribute:10} {found.share(attribute):.3f}")
    print(f"offices    {found.roles}")
    if options.errors:
        print("\n".join(found.errors))


if __name__ == "__main__":
    main()
