"""Who the entities of a new document are, among all that are on record.

What the vocabulary knows has its id there. What only a description or a pronoun points at stands for
itself in its document. The rest is compared with those of other documents that have the same name,
after the signals that record linkage and cross-document coreference have used since Bagga and Baldwin
(1998): the name, what kind of thing it is, its state, its office, and the company it is in. Who is unsure
makes a new actor: two that should be one can be joined by a person, one that is two has misled by then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.record import Record
from onrecord.resolve.company import Company
from onrecord.resolve.evidence import JOIN, MARGIN, MARGIN_OF_TWO, Evidence, are_two, may_be, weigh
from onrecord.resolve.names import name_key
from onrecord.resolve.subjects import Subject, own_id, subjects_of
from onrecord.store import Identity, LookUp, Resolution, Seen, Sighting

ENOUGH = 6
"""After so many sightings of an actor under a name, one more is looked up only if it tells more."""
TOO_MANY, TOO_MANY_SINGLE = 256, 32
"""A name with so many sightings is looked up no further: it tells nobody apart. Fewer, if it is not full."""
OUTDATED = 92
"""Days after or before all other sightings, from which on one more tells something."""
NAMED = 3
"""How many shared companions a reason names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """A sighting that a subject may be, with what speaks for it."""

    subject: Subject
    sighting: Sighting
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """Whom a subject is joined to, or nobody, and why."""

    match: _Match | None
    reason: str


def identify(record: Record, look_up: LookUp) -> Resolution:
    """Who the entities of a record are; ``look_up`` is asked once for the names of all of them."""
    subjects = subjects_of(record)
    day = record.document.published.date if record.document.published else None
    seen = look_up({subject.key for subject in subjects if subject.key is not None})
    tokens = frozenset(subject.token for subject in subjects if subject.token is not None)
    verdicts = _verdicts(subjects, Company(tokens, seen), day, seen)
    return Resolution(
        identities=tuple(
            _identity(subject, verdict, seen.sightings.get(subject.key or "", ()), day, record.document.id)
            for subject, verdict in zip(subjects, verdicts, strict=True)
        ),
        day=day,
    )


def _verdicts(
    subjects: Sequence[Subject],
    company: Company,
    day: date | None,
    seen: Seen,
) -> list[_Verdict]:
    """A verdict for each subject. An actor is no two entities of one document: the better one gets it."""
    found: list[tuple[_Match | None, str]] = []
    for subject in subjects:
        sightings = seen.sightings.get(subject.key or "", ())
        matches = [
            _Match(subject=subject, sighting=one, evidence=weigh(subject, one, company, day))
            for one in _possible(subject, sightings)
        ]
        found.append(_best(subject, matches, len(sightings)))
    taken: dict[str, float] = {}
    for match, _ in found:
        if match is not None:
            actor = match.sighting.actor
            taken[actor] = max(taken.get(actor, 0.0), match.evidence.score)
    names = {subject.token: subject.entity.name for subject in subjects}
    verdicts = []
    for match, reason in found:
        if match is None:
            verdicts.append(_Verdict(match=None, reason=reason))
        elif taken.get(match.sighting.actor) == match.evidence.score:
            del taken[match.sighting.actor]
            verdicts.append(_Verdict(match=match, reason=_reason(match, company, names)))
        else:
            reason = f"another entity of this document is {match.sighting.actor}"
            verdicts.append(_Verdict(match=None, reason=reason))
    return verdicts


def _possible(subject: Subject, sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings of the actors that it may be: a state that conflicts in one conflicts in all."""
    by_actor: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_actor[sighting.actor].append(sighting)
    return [
        one for group in by_actor.values() if all(may_be(subject, other) for other in group) for one in group
    ]


def _best(subject: Subject, matches: Sequence[_Match], seen: int) -> tuple[_Match | None, str]:
    """The sighting that a subject is, if one is good enough and leads; and why not, if none does."""
    if subject.is_known:
        return None, "known to the vocabulary"
    if subject.key is None:
        return None, "described, not named: stands for itself in this document"
    if not matches:
        return None, "another of this name, of another type or state" if seen else "first of this name"
    by_actor: defaultdict[str, list[_Match]] = defaultdict(list)
    for match in matches:
        by_actor[match.sighting.actor].append(match)
    best = [max(group, key=lambda match: match.evidence.rank) for group in by_actor.values()]
    best.sort(key=lambda match: -match.evidence.rank)
    first = best[0]
    if first.evidence.score < JOIN:
        return None, f"too little says that this is {first.sighting.actor}: {_words(first.evidence)}"
    for second in best[1:]:
        behind = first.evidence.rank - second.evidence.rank
        if behind >= MARGIN_OF_TWO:
            break
        actors = [first.sighting.actor, second.sighting.actor]
        if behind < MARGIN or are_two(*([match.sighting for match in by_actor[one]] for one in actors)):
            return None, f"{actors[0]} and {actors[1]} are as likely"
    return first, ""


def _identity(
    subject: Subject,
    verdict: _Verdict,
    sightings: Sequence[Sighting],
    day: date | None,
    document: str,
) -> Identity:
    entity, match = subject.entity, verdict.match
    own = _unused(subject, sightings, document) if match is None else subject.own
    if match is not None:
        actor, beside, score = match.sighting.filed, match.sighting.own, match.evidence.score
    elif subject.is_known:
        actor, beside, score = entity.id, None, None
    else:
        actor, beside, score = own, None, None
    return Identity(
        entity=entity.id,
        name=entity.name,
        type=entity.type,
        country=entity.country,
        roles=subject.roles,
        own=own,
        actor=actor,
        beside=beside,
        score=score,
        reason=verdict.reason,
        token=subject.token,
        known_by=subject.key if _tells_more(subject, match, sightings, day) else None,
    )


def _unused(subject: Subject, sightings: Sequence[Sighting], document: str) -> str:
    """The own id of a new actor: another one where entities that this is none of were filed under it.

    So it is where an earlier reading of this document was the first to name them.
    """
    used = {sighting.filed for sighting in sightings}
    own, nth = subject.own, 0
    while own in used:
        nth -= 1
        own = own_id(document, name_key(subject.entity.name, subject.entity.type), nth)
    return own


def _tells_more(
    subject: Subject, match: _Match | None, sightings: Sequence[Sighting], day: date | None
) -> bool:
    """Whether later documents are to be held to this sighting too."""
    if match is None:
        return len(sightings) < (TOO_MANY if subject.full else TOO_MANY_SINGLE)
    same = [one for one in sightings if one.actor == match.sighting.actor]
    if len(same) < ENOUGH:
        return True
    roles = {role for one in same for role in one.roles}
    if not roles.issuperset(subject.roles):
        return True
    if subject.entity.country and not any(one.country for one in same):
        return True
    days = [abs((day - one.day).days) for one in same if day is not None and one.day is not None]
    return day is not None and min(days, default=OUTDATED) >= OUTDATED


def _reason(match: _Match, company: Company, names: Mapping[str | None, str]) -> str:
    words = _words(match.evidence)
    shared = company.shared(match.sighting.company, match.subject.key)
    if not shared:
        return words
    named = ", ".join(names[token] for token in shared[:NAMED]) + (", …" if len(shared) > NAMED else "")
    return f"{words}, {len(shared)} shared companion{'' if len(shared) == 1 else 's'}: {named}"


def _words(evidence: Evidence) -> str:
    return ", ".join(evidence.reasons)
