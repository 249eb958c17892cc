"""The signs of silence in a sentence: a word of the vocabulary, negated where it must be, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.silences.negation import negated
from onrecord.annotate.silences.speakers import appealed, parties, span, subjects, with_case
from onrecord.annotate.syntax import Syntax
from onrecord.record import SilenceKind
from onrecord.vocab import Silences, Unsaid, load_silences

_QUESTIONS: Final = frozenset(
    ["how", "what", "when", "where", "which", "who", "whom", "whose", "why", "whether", "if"]
)
_NOTHING: Final = frozenset(["nothing", "anything", "little", "word", "words", "much", "more"])
_WHAT: Final = frozenset(
    ["what", "who", "whom", "where", "when", "why", "how", "whether", "its", "his", "her", "their"]
)
_NONE: Final = frozenset({"nothing", "none", "nobody"})
_FEW: Final = frozenset(["few", "little", "scant", "no", "sparse", "zero", "neither", "nor"])
_FORMALITIES: Final = frozenset({"identified", "named", "quoted"})
#: What becomes of calls and requests that nobody answers.
_UNANSWERED: Final = frozenset({"unanswered", "unreturned", "unsuccessful", "fruitless"})
_WITHOUT_OBJECT: Final = frozenset({"speak", "talk", "expand"})
_KEPT: Final = frozenset({"quiet", "mute"})
_NEAR: Final = 8  # words: the rest of an expression of several words stands within them


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A word that tells of a silence, who is silent (head words), and which kind it is."""

    at: int
    word: str
    who: tuple[int, ...]
    kind: SilenceKind


def signs(sentence: range, syntax: Syntax, forms: Sequence[str], sources: Sources) -> Iterator[Sign]:
    """The silences that a sentence tells of, by the words of the vocabulary, in order."""
    vocabulary = load_silences()
    for at in sentence:
        if forms[at] == "not" and forms[at - 1] == "but" and at > sentence.start:
            yield from _but_not(at, sentence, syntax, forms)
        for entry in vocabulary.beginning(forms[at]):
            if not _stands(entry, at, forms, sentence):
                continue
            who, kind = _Reading(entry, at, syntax, forms, sources).told()
            if who:
                yield Sign(at=at, word=entry.words[0], who=who, kind=kind)
                break


def _but_not(at: int, sentence: range, syntax: Syntax, forms: Sequence[str]) -> Iterator[Sign]:
    """ "Reported the arrivals but not what they discussed": the later part was left out."""
    if at + 1 >= sentence.stop or (
        syntax.pos[at + 1] not in ("DET", "NOUN", "PROPN", "ADJ", "NUM") and forms[at + 1] not in _WHAT
    ):
        return
    vocabulary = load_silences()
    verb = next((n for n in range(at - 2, sentence.start - 1, -1) if syntax.pos[n] == "VERB"), None)
    if verb is not None and vocabulary.does(forms[verb], "reports"):
        yield Sign(at=at, word="not", who=tuple(subjects(verb, syntax, forms)), kind="omitted")


def _stands(entry: Unsaid, at: int, forms: Sequence[str], sentence: range) -> bool:
    """Whether the other words of an entry stand shortly after its first."""
    vocabulary = load_silences()
    near = range(at + 1, min(at + _NEAR, sentence.stop))
    return all(any(vocabulary.is_form(forms[n], word) for n in near) for word in entry.words[1:])


class _Reading:
    """One word of the vocabulary where it stands in a text."""

    def __init__(
        self, entry: Unsaid, at: int, syntax: Syntax, forms: Sequence[str], sources: Sources
    ) -> None:
        self.entry, self.at, self.syntax, self.forms, self.sources = entry, at, syntax, forms, sources
        self.vocabulary: Silences = load_silences()

    def told(self) -> tuple[tuple[int, ...], SilenceKind]:
        """Who is silent, nobody where this tells of no silence, and which kind it is."""
        kind = self.entry.kind
        if self._conditional():
            return (), kind
        if self.entry.part in ("noun", "item"):
            return self._noun(), kind
        if self.entry.part == "adjective":
            who = self._adjective()
            return who, "omitted" if who and self._is_text(who[0]) else kind
        if self.syntax.pos[self.at] not in ("VERB", "AUX", "ADJ"):
            return (), kind
        return self._verb()

    def _does(self, word: int, *roles: str) -> bool:
        return any(self.vocabulary.does(self.forms[word], role) for role in roles)  # type: ignore[arg-type]

    def _subjects(self, verb: int) -> tuple[int, ...]:
        return tuple(subjects(verb, self.syntax, self.forms))

    def _parties(self, head: int | None) -> tuple[int, ...]:
        return () if head is None else tuple(parties(head, self.syntax, self.forms))

    def _with(self, head: int, *cases: str) -> int | None:
        return with_case(head, cases, self.syntax, self.forms)

    def _verb(self) -> tuple[tuple[int, ...], SilenceKind]:
        entry, at = self.entry, self.at
        passive = self.syntax.child(at, "aux:pass", "nsubj:pass") is not None
        turned = negated(at, self.syntax, self.forms)
        if len(entry.words) > 1 and "no" in self.forms[at + 1 : at + 4]:
            turned = not turned  # "took no questions"
        idle = self.forms[self.at - 2 : self.at] == ["not", "to"] or self._with(at, "with") is not None
        if idle and entry.words[0] in ("mention", "identify"):
            return (), entry.kind  # "not to mention", "does not identify with"
        if "each" in self.forms[at + 1 : at + 3]:
            return (), entry.kind  # "did not speak to each other"
        if entry.words[0] in _WITHOUT_OBJECT and self.syntax.child(at, "obj") is not None:
            return (), entry.kind  # "did not speak the language"
        if entry.needs == "nothing":
            return () if turned or passive else self._subjects(at), entry.kind
        nothing = self._says_nothing(turned=turned)
        only = entry.words == ("say",) and "would" in self.forms[max(0, at - 3) : at]
        only = only and "only" in self.forms[max(0, at - 1) : at + 2]
        if not turned and not nothing and not only:
            return (), entry.kind
        if passive:
            return self._passive(), entry.kind
        if entry.part == "passive":
            return (), entry.kind
        kind = self._kind(nothing=nothing)
        return () if kind is None else self._subjects(at), kind or entry.kind

    def _kind(self, *, nothing: bool) -> SilenceKind | None:
        """What not saying is: of a document an omission, of a question its details, of nothing no comment."""
        who = self._subjects(self.at)
        if self.entry.part in ("document", "text"):
            leaves_out = self._is_document if self.entry.part == "document" else self._is_text
            return self.entry.kind if who and leaves_out(who[0]) else None
        if self.entry.needs != "question":
            return self.entry.kind
        question = self._question()
        if who and self._is_text(who[0]) and (question or nothing):
            return "omitted"
        if question in ("whether", "if"):
            return "not_confirmed"
        if question is not None or self._refused():
            return self.entry.kind
        if self.entry.words == ("say",) and "only" in self.forms[max(0, self.at - 1) : self.at + 2]:
            return self.entry.kind  # "would say only that"
        return "no_comment" if nothing and self.entry.words != ("tell",) else None

    def _refused(self) -> bool:
        """ "Declined to say" and no more."""
        head = self.syntax.heads[self.at]
        bare = self.syntax.child(self.at, "ccomp", "obj", "obl") is None
        return bare and head >= 0 and self._does(head, "withholds")

    def _is_text(self, head: int) -> bool:
        """Whether a document is silent, or an "it" that is nobody who could speak."""
        kind = self.sources.type_of(span(head, self.syntax), self.syntax.text)
        text = self._does(head, "document") and not self._does(head, "outlet")
        return text or (self.forms[head] == "it" and kind in (None, "other"))

    def _is_document(self, head: int) -> bool:
        kind = self.sources.type_of(span(head, self.syntax), self.syntax.text)
        named = kind == "organization" and self.syntax.pos[head] == "PROPN"  # "the Herald"
        return kind == "publisher" or named or self._does(head, "document")

    def _passive(self) -> tuple[int, ...]:
        """ "Could not be reached", "calls were not returned", "was not mentioned in the statement"."""
        if self.forms[self.at] in _FORMALITIES and self.syntax.relations[self.at] == "xcomp":
            return ()  # "declined to be named" is no silence on the matter
        subject = self.syntax.child(self.at, "nsubj:pass")
        if subject is not None and self.entry.words == ("confirm",) and self.syntax.pos[subject] == "PRON":
            return ()  # "she has not been confirmed by the Senate"
        called = None if subject is None else appealed(subject, self.syntax, self.forms)
        if called is not None:
            return self._parties(called)
        if self.entry.part == "passive":
            if subject is None:
                return self._subjects(self.at)
            related = self.syntax.related(subject)
            return self._parties(subject if related is None else related)
        cases = ("by", "in", "from") if self.entry.kind == "omitted" else ("by",)
        return self._parties(self._with(self.at, *cases))

    def _question(self) -> str | None:
        """The question word of the clause that the verb governs."""
        for child in self.syntax.children[self.at]:
            relation = self.syntax.relations[child]
            if child < self.at or relation == "punct":
                continue
            start = max(self.syntax.extents[0][child], self.at + 1)
            for form in self.forms[start : start + 3]:
                if form in _QUESTIONS and not (form in ("if", "when") and relation == "advcl"):
                    return form
        return None

    def _says_nothing(self, *, turned: bool) -> bool:
        """ "Said nothing", "has not said anything", "did not say a word"."""
        objects = {
            self.forms[child]
            for child in self.syntax.children[self.at]
            if child > self.at and self.syntax.relations[child] in ("obj", "obl", "obl:unmarked", "advmod")
        }
        near = self.forms[self.at + 1 : self.at + 4]
        return not _NONE.isdisjoint(objects) or (turned and not _NOTHING.isdisjoint(near))

    def _adjective(self) -> tuple[int, ...]:
        """ "Remained silent", "was unavailable for comment"."""
        at, head = self.at, self.syntax.heads[self.at]
        kept = head >= 0 and self._does(head, "keeps")
        if self.syntax.relations[at] in ("amod", "compound") or (
            self.syntax.pos[at] not in ("ADJ", "VERB") and not kept
        ):
            return ()
        if self.entry.words[0] in ("available", "unavailable", "reachable"):
            asked = self._with(at, "for", "to")
            if asked is None or not self._does(asked, "asked"):
                return ()
        if self.entry.words[0] in _KEPT and not kept:
            return ()
        if negated(at, self.syntax, self.forms) is not (self.entry.needs == "negation"):
            return ()
        who = self._subjects(head if kept and self.syntax.relations[at] != "conj" else at)
        if self.entry.words[0] in _UNANSWERED:
            return self._parties(appealed(who[0], self.syntax, self.forms) if who else None)
        return who

    def _noun(self) -> tuple[int, ...]:
        """ "Gave no details", "no comment from Tehran", "without explanation", "his silence"."""
        at, relation = self.at, self.syntax.relations[self.at]
        if self.syntax.pos[at] != "NOUN" or relation in ("compound", "nmod:poss"):
            return ()
        if self.entry.needs == "nothing":
            return self._held()
        verb = self.syntax.heads[at]
        case = self.syntax.child(at, "case")
        if case is not None and self.forms[case] == "without" and self._with(at, "from") is None:
            return self._subjects(verb) if verb >= 0 and self.entry.part == "noun" else ()
        none = self._none()
        giver = self._with(at, "from")
        if verb < 0 or relation in ("root", "parataxis"):
            return self._parties(giver) if none else ()
        if relation == "conj":
            verb, relation = self.syntax.heads[verb], self.syntax.relations[verb]
        if verb < 0 or relation not in ("obj", "nsubj", "nsubj:pass", "obl", "xcomp", "iobj"):
            return self._parties(giver) if none else ()
        refused = self._does(verb, "refuses")
        if not (none or refused or negated(verb, self.syntax, self.forms)):
            return ()
        if not none and self.entry.words == ("word",) and self.syntax.child(at, "amod") is not None:
            return ()  # "never uttered a bad word"
        if relation in ("nsubj", "nsubj:pass") or self.syntax.child(verb, "aux:pass") is not None:
            return self._wanting(verb, giver) if none or self._does(verb, "gives", "keeps") else ()
        if self._does(verb, "receives"):
            return self._parties(giver if giver is not None else self._with(verb, "from"))
        if not (refused or self._does(verb, "gives")) or (
            self.entry.part == "item" and self.forms[verb] in ("had", "has", "have", "having")
        ):
            return ()
        return self._subjects(verb)

    def _none(self) -> bool:
        """ "No details", "few details", "neither a date nor a name"."""
        before = [child for child in self.syntax.children[self.at] if child < self.at]
        several = self.forms[self.at - 1] if self.at else ""
        without = self.syntax.child(self.at, "case")
        return (
            any(self.forms[child] in _FEW for child in before)
            or several in _FEW
            or self.forms[max(0, self.at - 2) : self.at] == ["not", "a"]
            or (without is not None and self.forms[without] == "without")
        )

    def _wanting(self, verb: int, giver: int | None) -> tuple[int, ...]:
        """ "No comment came from Tehran", "no reason was given by the court", "no mention in the report"."""
        if giver is not None:
            return self._parties(giver)
        cases = ("from", "by", "in") if self.entry.kind == "omitted" else ("from", "by")
        for head in (self.at, verb):
            found = self._with(head, *cases)
            if found is not None:
                return self._parties(found)
        return ()

    def _held(self) -> tuple[int, ...]:
        """ "Ankara's silence", "the silence of the court", unless it is broken or kept for the dead."""
        head = self.syntax.heads[self.at]
        if head >= 0 and self._does(head, "breaks"):
            return ()
        owner = self.syntax.child(self.at, "nmod:poss")
        if owner is None:
            owner = self._with(self.at, "of", "from")
        if owner is None and head >= 0 and self._does(head, "keeps"):
            return self._subjects(head)  # "maintained silence", "responded with silence"
        return () if owner is None or self._does(owner, "duration") else self._parties(owner)

    def _conditional(self) -> bool:
        """Whether it stands under a condition or is to come: "if they do not answer", "should"."""
        for above in (self.at, *self.syntax.ancestors(self.at)):
            relation = self.syntax.relations[above]
            if relation == "advcl" and self._marks(above, "if", "unless"):
                return True
            if relation in ("ccomp", "acl:relcl"):
                break
        children = self.syntax.children[self.at]
        above = self.syntax.heads[self.at]
        around = (*children, *(self.syntax.children[above] if above >= 0 else ()))
        if any(self.forms[child] in ("should", "must", "ought") for child in around):
            return True
        will = any(self.forms[child] in ("will", "wo") for child in children)
        return will and any(self._marks(child, "until", "unless", "if") for child in children)

    def _marks(self, clause: int, *words: str) -> bool:
        return self.syntax.relations[clause] == "advcl" and any(
            self.forms[child] in words and self.syntax.relations[child] == "mark"
            for child in self.syntax.children[clause]
        )
