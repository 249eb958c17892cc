"""Verbs and adjectives that tell of a silence: "did not confirm", "could not be reached", "was silent"."""

from __future__ import annotations

from typing import Final

from onrecord.annotate.silences.negation import negated
from onrecord.annotate.silences.speakers import appealed
from onrecord.annotate.silences.word import Word
from onrecord.record import SilenceKind

Told = tuple[tuple[int, ...], SilenceKind]
"""Who is silent (head words), nobody where nothing tells of a silence, and which kind it is."""

_QUESTIONS: Final = frozenset(
    {"how", "what", "when", "where", "which", "who", "whom", "whose", "why", "whether", "if"}
)
_NOTHING: Final = frozenset({"nothing", "anything", "little", "word", "words", "much", "more"})
_NONE: Final = frozenset({"nothing", "none", "nobody"})
_FORMALITIES: Final = frozenset({"identified", "named", "quoted"})
#: What becomes of calls and requests that nobody answers.
_UNANSWERED: Final = frozenset({"unanswered", "unreturned", "unsuccessful", "fruitless"})
_WITHOUT_OBJECT: Final = frozenset({"speak", "talk", "expand"})
_KEPT: Final = frozenset({"quiet", "mute"})


def verb(word: Word) -> tuple[tuple[int, ...], SilenceKind]:
    entry, at = word.entry, word.at
    passive = word.syntax.child(at, "aux:pass", "nsubj:pass") is not None
    turned = negated(at, word.syntax, word.forms)
    if len(entry.words) > 1 and "no" in word.forms[at + 1 : at + 4]:
        turned = not turned  # "took no questions"
    idle = word.forms[word.at - 2 : word.at] == ["not", "to"] or word.with_case(at, "with") is not None
    if idle and entry.words[0] in ("mention", "identify"):
        return (), entry.kind  # "not to mention", "does not identify with"
    if "each" in word.forms[at + 1 : at + 3]:
        return (), entry.kind  # "did not speak to each other"
    if entry.words[0] in _WITHOUT_OBJECT and word.syntax.child(at, "obj") is not None:
        return (), entry.kind  # "did not speak the language"
    if entry.needs == "nothing":
        return () if turned or passive else word.subjects(at), entry.kind
    nothing = _says_nothing(word, turned=turned)
    only = entry.words == ("say",) and "would" in word.forms[max(0, at - 3) : at]
    only = only and "only" in word.forms[max(0, at - 1) : at + 2]
    if not turned and not nothing and not only:
        return (), entry.kind
    if passive:
        return _passive(word), entry.kind
    if entry.part == "passive":
        return (), entry.kind
    kind = _kind(word, nothing=nothing)
    return () if kind is None else word.subjects(at), kind or entry.kind


def _kind(word: Word, *, nothing: bool) -> SilenceKind | None:
    """What not saying is: of a document an omission, of a question its details, of nothing no comment."""
    who = word.subjects(word.at)
    if word.entry.part in ("document", "text"):
        leaves_out = word.is_document if word.entry.part == "document" else word.is_text
        return word.entry.kind if who and leaves_out(who[0]) else None
    if word.entry.needs != "question":
        return word.entry.kind
    question = _question(word)
    if who and word.is_text(who[0]) and (question or nothing):
        return "omitted"
    if question in ("whether", "if"):
        return "not_confirmed"
    if question is not None or _refused(word):
        return word.entry.kind
    if word.entry.words == ("say",) and "only" in word.forms[max(0, word.at - 1) : word.at + 2]:
        return word.entry.kind  # "would say only that"
    return "no_comment" if nothing and word.entry.words != ("tell",) else None


def _refused(word: Word) -> bool:
    """ "Declined to say" and no more."""
    head = word.syntax.heads[word.at]
    bare = word.syntax.child(word.at, "ccomp", "obj", "obl") is None
    return bare and head >= 0 and word.does(head, "withholds")


def _passive(word: Word) -> tuple[int, ...]:
    """ "Could not be reached", "calls were not returned", "was not mentioned in the statement"."""
    if word.forms[word.at] in _FORMALITIES and word.syntax.relations[word.at] == "xcomp":
        return ()  # "declined to be named" is no silence on the matter
    subject = word.syntax.child(word.at, "nsubj:pass")
    if subject is not None and word.entry.words == ("confirm",) and word.syntax.pos[subject] == "PRON":
        return ()  # "she has not been confirmed by the Senate"
    called = None if subject is None else appealed(subject, word.syntax, word.forms)
    if called is not None:
        return word.parties(called)
    if word.entry.part == "passive":
        if subject is None:
            return word.subjects(word.at)
        related = word.syntax.related(subject)
        return word.parties(subject if related is None else related)
    cases = ("by", "in", "from") if word.entry.kind == "omitted" else ("by",)
    return word.parties(word.with_case(word.at, *cases))


def _question(word: Word) -> str | None:
    """The question word of the clause that the verb governs."""
    for child in word.syntax.children[word.at]:
        relation = word.syntax.relations[child]
        if child < word.at or relation == "punct":
            continue
        start = max(word.syntax.extents[0][child], word.at + 1)
        for form in word.forms[start : start + 3]:
            if form in _QUESTIONS and not (form in ("if", "when") and relation == "advcl"):
                return form
    return None


def _says_nothing(word: Word, *, turned: bool) -> bool:
    """ "Said nothing", "has not said anything", "did not say a word"."""
    objects = {
        word.forms[child]
        for child in word.syntax.children[word.at]
        if child > word.at and word.syntax.relations[child] in ("obj", "obl", "obl:unmarked", "advmod")
    }
    near = word.forms[word.at + 1 : word.at + 4]
    return not _NONE.isdisjoint(objects) or (turned and not _NOTHING.isdisjoint(near))


def adjective(word: Word) -> tuple[int, ...]:
    """ "Remained silent", "was unavailable for comment"."""
    at, head = word.at, word.syntax.heads[word.at]
    kept = head >= 0 and word.does(head, "keeps")
    if word.syntax.relations[at] in ("amod", "compound") or (
        word.syntax.pos[at] not in ("ADJ", "VERB") and not kept
    ):
        return ()
    if word.entry.words[0] in ("available", "unavailable", "reachable"):
        asked = word.with_case(at, "for", "to")
        if asked is None or not word.does(asked, "asked"):
            return ()
    if word.entry.words[0] in _KEPT and not kept:
        return ()
    if negated(at, word.syntax, word.forms) is not (word.entry.needs == "negation"):
        return ()
    who = word.subjects(head if kept and word.syntax.relations[at] != "conj" else at)
    if word.entry.words[0] in _UNANSWERED:
        return word.parties(appealed(who[0], word.syntax, word.forms) if who else None)
    return who
