"""How a source puts what it says: the stance of a claim, read off its cue, what turns it and what follows it.

"Has repeatedly denied", "stopped short of confirming", "refused to rule out": the cue's words are found in
the vocabulary as they are written, since the parser's lemmas were wrong for 219 of the 691 inflected words
of our annotated cues; the parse tells nouns from verbs and finds a negation that stands outside the cue
("Neither side has confirmed").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.tree import ROOT
from onrecord.record import Commitment, Span, Stance
from onrecord.vocab import Cue, CuePart, Cues, Match, Modifier, load_cues


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a source puts its content.

    commitment: how far the words bind the source to it. distanced: the writer holds it at arm's length.
    inferred: the words tell how sure one may be ("appears to"), not that anybody says so: without a source
    that is the writer's own inference and no claim.
    """

    stance: Stance = "asserts"
    commitment: Commitment = "plain"
    distanced: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    """A cue with what modifies it. at: its words' numbers in the text."""

    cue: Cue
    at: tuple[int, ...]
    modifiers: tuple[Modifier, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What a cue's words turned out to be, in order."""

    hits: list[_Hit] = field(default_factory=list)
    modifiers: list[Modifier] = field(default_factory=list)


_STEPS: tuple[Commitment, ...] = ("weak", "plain", "strong")
# A speech word after one of these tells of what is denied or withheld: "denied saying", "refused to say".
_PREVAILS = frozenset({"denies", "doubts", "declines"})
_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_NEGATING = frozenset({"advmod", "mark", "det", "cc", "cc:preconj", "nsubj", "nsubj:pass", "case", "amod"})
_MODALS = frozenset({"will", "would", "should", "must", "may", "might", "can", "could", "shall", "to", "'ll"})
_AHEAD = _MODALS | {"wo", "'d", "’d", "going", "never", "ready", "soon"}
_PREFERRED: dict[str, tuple[CuePart, ...]] = {
    "NOUN": ("noun", "verb", "adjective", "phrase"),
    "PROPN": ("noun", "verb", "adjective", "phrase"),
    "ADJ": ("adjective", "verb", "noun", "phrase"),
}
_BY_VERB: tuple[CuePart, ...] = ("verb", "adjective", "noun", "phrase")
_LONGEST = 60
"""Words of a cue that are read; the longest of our annotated ones has 11."""
_NEAR = 5
"""Words between a governor and the cue's first word, at most: "refused on Monday to confirm"."""


def read_cue(cue: Sequence[Span], content: Sequence[Span], syntax: Syntax) -> Manner:
    """The stance, commitment and distance of a claim; a plain assertion without a cue that is known.

    In joint cues ("said he hoped", "hopes, he said") the last verb that tells more than "say" decides, except
    that what is denied, doubted or withheld stays so. A verb that says no more than "say" yields to the noun
    that is its object ("repeated its demand").
    """
    words = _words(cue, syntax)[:_LONGEST]
    if not words:
        return Manner()
    reading = _read(words, syntax, load_cues())
    predicates = [hit for hit in reading.hits if hit.cue.part in ("verb", "adjective")]
    nouns = [hit for hit in reading.hits if hit.cue.part == "noun"]
    phrases = [hit for hit in reading.hits if hit.cue.part == "phrase"]
    manner = _of_predicates(predicates, content, words, syntax)
    if manner is None or manner.stance == "asserts":
        objects = [hit for hit in nouns if not predicates or not _circumstance(hit, syntax)]
        telling = [hit for hit in objects if hit.cue.stance != "asserts" or hit.modifiers]
        for hit in (*telling, *(() if manner else (*objects, *phrases))):
            manner = _manner(hit, _fitting(hit.cue, content, words, syntax))
            break
    if manner is None:
        alone = next((modifier for modifier in reading.modifiers if modifier.alone), None)
        if alone is None or alone.alone is None:
            return Manner()
        return Manner(stance=alone.alone, inferred=alone.effect == "weakens")
    distanced = manner.distanced or any(hit.cue.distanced for hit in phrases)
    return Manner(stance=manner.stance, commitment=manner.commitment, distanced=distanced)


def _words(spans: Iterable[Span], syntax: Syntax) -> list[int]:
    """The words of the spans, without marks."""
    if not len(syntax):
        return []
    return [n for span in spans for n in syntax.within(span) if any(map(str.isalnum, syntax.form(n)))]


def _read(words: Sequence[int], syntax: Syntax, vocabulary: Cues) -> _Reading:
    """The cues among the words, each with its modifiers; the first also with those around it."""
    forms, pos = [syntax.form(n) for n in words], [syntax.pos[n] for n in words]
    cues, modifiers = _matches(forms, pos, vocabulary)
    reading = _Reading(modifiers=[found.entry for found in modifiers])
    for number, found in enumerate(cues):
        at = tuple(words[n] for n in found.at)
        # Up to the cue's last word, as "is not convinced"; an adverb may follow too: "denied flatly".
        after = cues[number - 1].at[-1] if number else -1
        before = cues[number + 1].at[0] if number + 1 < len(cues) else len(words)
        turning = [m.entry for m in modifiers if after < m.at[0] < found.at[-1]]
        turning += [
            m.entry for m in modifiers if found.at[-1] < m.at[0] < before and m.entry.effect == "strengthens"
        ]
        if not number:
            turning += _outside(at, set(words), syntax, vocabulary)
        reading.hits.append(_Hit(cue=found.entry, at=at, modifiers=tuple(turning)))
    return reading


def _matches(
    forms: Sequence[str], pos: Sequence[str], vocabulary: Cues
) -> tuple[list[Match[Cue]], list[Match[Modifier]]]:
    """Cues and modifiers from left to right, the longest first, no word used twice."""
    used: set[int] = set()
    cues: list[Match[Cue]] = []
    modifiers: list[Match[Modifier]] = []
    for first in range(len(forms)):
        if first in used:
            continue
        found = [m for m in vocabulary.cues_at(forms, first) if used.isdisjoint(m.at)]
        turning = [m for m in vocabulary.modifiers_at(forms, first) if used.isdisjoint(m.at)]
        if turning and (not found or len(turning[0].at) > len(found[0].at)):
            modifiers.append(turning[0])
            used.update(turning[0].at)
        elif found:
            order = _PREFERRED.get(pos[first], _BY_VERB)
            cues.append(min(found, key=lambda match: order.index(match.entry.part)))
            used.update(cues[-1].at)
    return cues, modifiers


def _outside(at: Sequence[int], inside: set[int], syntax: Syntax, vocabulary: Cues) -> Iterator[Modifier]:
    """Modifiers of a cue that are no part of it: its negation, a negated subject, a verb that governs it."""
    head = next((n for n in at if syntax.heads[n] not in at), at[0])
    yield from _negations(head, inside, syntax, vocabulary)
    above = syntax.heads[head]
    governs = syntax.relations[head] in ("xcomp", "advcl") and above not in inside
    if governs and 0 < min(inside) - above <= _NEAR:
        run = [syntax.form(n) for n in range(above, min(inside))]
        governors = [m.entry for m in vocabulary.modifiers_at(run, 0) if m.entry.effect == "withholds"]
        if governors:
            yield from governors
            yield from _negations(above, inside, syntax, vocabulary)


def _negations(head: int, inside: set[int], syntax: Syntax, vocabulary: Cues) -> Iterator[Modifier]:
    """What negates a verb or noun from outside the cue, its subject's "neither" or "no" included."""
    near = [n for n in syntax.children[head] if syntax.relations[n] in _NEGATING]
    subject = _subject(head, syntax)
    if subject is not None:
        first_of, _ = syntax.extents
        near += [subject, *(n for n in syntax.children[subject] if syntax.relations[n] in _NEGATING)]
        # "No one", "none of them": the parser may hang the first word on anything in the phrase.
        near.append(first_of[subject])
    for number in dict.fromkeys(near):
        if number not in inside:
            found = vocabulary.modifiers_at([syntax.form(number)], 0)
            yield from (m.entry for m in found if m.entry.effect == "negates")


def _subject(head: int, syntax: Syntax) -> int | None:
    """The subject of a verb, or of the one that governs it."""
    found = syntax.child(head, *_SUBJECT)
    if found is None and syntax.relations[head] == "xcomp" and syntax.heads[head] != ROOT:
        return syntax.child(syntax.heads[head], *_SUBJECT)
    return found


def _circumstance(hit: _Hit, syntax: Syntax) -> bool:
    """Whether a noun only says where or how something is said: "in a statement", "by order"."""
    return syntax.child(hit.at[0], "case") is not None


def _of_predicates(
    hits: Sequence[_Hit], content: Sequence[Span], words: Sequence[int], syntax: Syntax
) -> Manner | None:
    found: Manner | None = None
    for hit in hits:
        fitting = _fitting(hit.cue, content, words, syntax) if hit is hits[-1] else hit.cue.stance
        manner = _manner(hit, fitting)
        if found is None or (found.stance not in _PREVAILS and manner.stance != "asserts"):
            found = manner
    return found


def _manner(hit: _Hit, stance: Stance) -> Manner:
    """What one cue and its modifiers say; "neither … nor" is one negation, each governor one more."""
    cue, effects = hit.cue, [modifier.effect for modifier in hit.modifiers]
    turned = ("negates" in effects) != (effects.count("withholds") % 2 == 1)
    if turned:
        weak = cue.negated in ("suggests", "doubts", "declines")
        return Manner(stance=cue.negated, commitment="weak" if weak else "plain")
    if stance == "asserts":
        # "Appeared to show": no more than a suggestion.
        stance = next((m.alone for m in hit.modifiers if m.effect == "weakens" and m.alone), stance)
    step = _STEPS.index(cue.commitment) + ("strengthens" in effects) - 2 * ("weakens" in effects)
    return Manner(stance=stance, commitment=_STEPS[min(max(step, 0), 2)], distanced=cue.distanced)


def _fitting(cue: Cue, content: Sequence[Span], words: Sequence[int], syntax: Syntax) -> Stance:
    """The stance of an unmodified cue with this content: "agreed to go" is another than "agreed that"."""
    inside = _words(content, syntax)
    if cue.infinitive is not None and inside and _is_to_do(cue.infinitive, inside, words, syntax):
        return cue.infinitive
    # "Assured them that nothing was lost", "swore he had not": what is so already is not promised.
    if cue.stance == "promises" and _is_so(inside, syntax):
        return "asserts"
    if cue.stance == "asserts" and cue.part == "verb" and inside:
        if _is_called_false(inside, syntax):
            return "denies"
        if _is_bidding(inside, syntax):
            return "demands"
    return cue.stance


def _is_to_do(wanted: Stance, inside: Sequence[int], words: Sequence[int], syntax: Syntax) -> bool:
    """Whether the content is something to do: "to leave", "on leaving", "that he be freed"."""
    first = syntax.form(inside[0]).lower()
    # In small letters: a quotation that begins with "For" is a sentence and no complement.
    if syntax.form(inside[0]) in ("for", "on") and syntax.pos[inside[0]] in ("ADP", "SCONJ"):
        return True
    # "The engineer to check": whom it is asked of may belong to the content.
    verb = next((n for n in inside if syntax.pos[n] in ("VERB", "AUX")), None)
    if verb is not None and first != "that" and _follows_to(verb, inside, syntax):
        return True
    if inside[0] - 1 in words and syntax.form(inside[0] - 1).lower() == "to":
        return True
    return wanted == "demands" and _subjunctive(inside, syntax)


def _is_called_false(inside: Sequence[int], syntax: Syntax) -> bool:
    """Whether the content says of something that it is untrue: "it was false", "(called) it fiction"."""
    vocabulary, contained = load_cues(), set(inside)
    forms = [syntax.form(n) for n in inside]
    for first in range(len(inside)):
        for match in vocabulary.cues_at(forms, first):
            at = [inside[n] for n in match.at]
            head = next((n for n in at if syntax.heads[n] not in at), at[0])
            false = match.entry.part == "adjective" and match.entry.stance == "denies"
            said_of = syntax.child(head, "cop") is not None or syntax.relations[head] == "xcomp"
            if false and said_of and syntax.heads[head] not in contained:
                return not any(True for _ in _negations(head, set(), syntax, vocabulary))
    return False


def _is_bidding(inside: Sequence[int], syntax: Syntax) -> bool:
    """Whether the content is an imperative: "leave the city", "please wait", "don't talk"."""
    forms = [syntax.form(n).lower() for n in inside[:3]]
    if forms[0] == "please" or (forms[0] == "do" and forms[1:2] in (["n't"], ["n’t"], ["not"])):
        return True
    first = inside[0]
    if forms[0] == "thank":
        return False
    bare = syntax.pos[first] == "VERB" and syntax.lemmas[first].lower() == forms[0]
    return bare and syntax.heads[first] not in inside and syntax.child(first, *_SUBJECT, "aux") is None


def _is_so(inside: Sequence[int], syntax: Syntax) -> bool:
    """Whether the content is a clause of the past or present: it has a subject and no "will" or "to"."""
    contained = set(inside)
    top = [n for n in inside if syntax.heads[n] not in contained]
    clauses = [n for n in top if syntax.child(n, *_SUBJECT) in contained]
    forms = {syntax.form(n).lower() for n in inside}
    return bool(clauses) and forms.isdisjoint(_AHEAD)


def _follows_to(verb: int, inside: Sequence[int], syntax: Syntax) -> bool:
    """Whether "to" stands before a verb of the content, an adverb between them or not."""
    before = [syntax.form(n).lower() for n in inside if verb - 2 <= n < verb]
    return "to" in before


def _subjunctive(inside: Sequence[int], syntax: Syntax) -> bool:
    """Whether a bare "be" follows a subject: "that sanctions be lifted"."""
    for before, number in pairwise(inside):
        if syntax.form(number).lower() == "be":
            word = syntax.form(before).lower()
            return word not in _MODALS and syntax.pos[before] in ("NOUN", "PROPN", "PRON")
    return False
