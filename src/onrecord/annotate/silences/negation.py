"""Whether a verb tells of something that was not done: by a negation, or by a verb such as "decline to"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.annotate.syntax import Syntax
from onrecord.vocab import load_silences

NOBODY: Final = frozenset({"no", "neither", "none", "nobody"})
_NOT: Final = frozenset(
    {"not", "n't", "n’t", "never", "neither", "nor", "cannot", "hardly", "scarcely", "barely", "without"}
)
_NEGATING: Final = frozenset({"advmod", "aux", "aux:pass", "cc:preconj", "cc", "mark", "det", "dep", "case"})
_CLAUSES: Final = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj"})
_PERMITTED: Final = frozenset({"authorised", "authorized", "permitted", "allowed"})
_MOST: Final = 6  # verbs one above another: "appears to have declined to agree to comment"


def negated(verb: int, syntax: Syntax, forms: Sequence[str]) -> bool:
    """Whether what the verb says is told as not done; negations that undo each other are counted."""
    vocabulary = load_silences()
    turned = False
    for _ in range(_MOST):
        turned ^= _itself(verb, syntax, forms)
        head = syntax.heads[verb]
        if head < 0 or syntax.relations[verb] not in _CLAUSES or _finite(verb, syntax):
            return turned
        form = forms[head]
        tried = head if syntax.relations[verb] == "acl" else syntax.child(head, "obj")
        if (
            tried is not None
            and _without(tried, syntax, forms)
            and syntax.relations[verb] in ("acl", "xcomp")
        ):
            return not turned  # "made no attempt to deny"
        if vocabulary.does(form, "refusal") and syntax.relations[verb] == "acl":
            return not turned
        if _yet(verb, head, forms):
            return not turned
        if form in _PERMITTED and "acl" in syntax.relations[head]:
            return False  # "an official who was not authorised to speak": how he speaks, no silence
        if _short_of(verb, forms):
            turned = not turned
        elif syntax.relations[verb] == "advcl" and not _marked(verb, syntax, forms, "from"):
            return turned  # "declined to specify it, explaining that"
        elif vocabulary.does(form, "withholds") or vocabulary.does(form, "unable"):
            turned = not turned
        elif not (vocabulary.does(form, "tries") or vocabulary.does(form, "able")):
            return turned
        verb = head
    return turned


def _itself(verb: int, syntax: Syntax, forms: Sequence[str]) -> bool:
    """Whether a negation stands with the verb, its subject or, in "neither … nor", the verb before."""
    if _marked(verb, syntax, forms, "to") and any(forms[child] == "yet" for child in syntax.children[verb]):
        return True  # "has yet to comment"
    for child in syntax.children[verb]:
        relation = syntax.relations[child]
        if relation in _NEGATING and forms[child] in _NOT:
            return True
        if relation in ("nsubj", "nsubj:pass") and _nobody(child, syntax, forms):
            return True
    head = syntax.heads[verb]
    if syntax.relations[verb] == "conj" and head >= 0:
        link = syntax.child(verb, "cc")
        if link is not None and forms[link] in ("or", "nor"):
            return _itself(head, syntax, forms)
    return False


def _marked(verb: int, syntax: Syntax, forms: Sequence[str], mark: str) -> bool:
    return any(forms[c] == mark and syntax.relations[c] in ("mark", "case") for c in syntax.children[verb])


def _nobody(subject: int, syntax: Syntax, forms: Sequence[str]) -> bool:
    if forms[subject] in NOBODY or (forms[subject] == "one" and forms[subject - 1] == "no"):
        return True
    return any(
        forms[child] in ("no", "neither") and syntax.relations[child] in ("det", "cc:preconj", "advmod", "cc")
        for child in syntax.children[subject]
    )


def _without(noun: int, syntax: Syntax, forms: Sequence[str]) -> bool:
    return any(forms[child] == "no" and syntax.relations[child] == "det" for child in syntax.children[noun])


def _finite(verb: int, syntax: Syntax) -> bool:
    """Whether a clause has a subject of its own: "said he would not comment" is no refusal to say."""
    return syntax.child(verb, "nsubj", "nsubj:pass") is not None


def _short_of(verb: int, forms: Sequence[str]) -> bool:
    """ "Stopped short of confirming", "held off confirming"."""
    near = forms[max(0, verb - 4) : verb]
    return ("short" in near and "of" in near) or ("off" in near and "held" in near)


def _yet(verb: int, head: int, forms: Sequence[str]) -> bool:
    """ "Has yet to confirm", "is still to comment"."""
    near = forms[max(0, min(verb, head) - 1) : max(verb, head)]
    still = "yet" in near or ("still" in near and not {"has", "have", "is", "are", "had"}.isdisjoint(near))
    return still and "to" in near
