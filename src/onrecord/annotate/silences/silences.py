"""Who is told to have said nothing, about what: the silences of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.silences.about import Told, about
from onrecord.annotate.silences.signs import Sign, signs
from onrecord.annotate.silences.speakers import span
from onrecord.annotate.syntax import Syntax
from onrecord.record import Claim, Entity, Silence, SilenceKind, Span
from onrecord.vocab import load_silences

_UNVERIFIED: Final = frozenset({"confirm", "verify", "authenticate", "corroborate", "substantiate"})
_NO_PARTY: Final = frozenset(
    {"this", "that", "there", "which", "what", "nothing", "everything", "all", "someone", "anyone", "who"}
)
_JOINED: Final = 4  # words from "confirm" to "deny"
_SILENT_TYPES: Final = frozenset(
    {"person", "group", "organization", "publisher", "country", "facility", "place"}
)
_ANSWERING: Final = frozenset({"comment", "respond", "reply", "answer", "elaborate"})


def find_silences(
    text: str, syntax: Syntax, claims: Sequence[Claim], entities: Sequence[Entity]
) -> tuple[Silence, ...]:
    """Every silence of a text, in order, one for each silent party; ids s1, s2, …

    What did not happen ("did not attend") and what is denied is none; nor is what the outlet itself could
    not verify.
    """
    forms = [syntax.form(n).lower() for n in range(len(syntax))]
    sources, told = Sources(syntax, entities), Told(claims)
    found: list[Silence] = []
    for sentence in syntax.sentences:
        for head, sign, said in _parties(sentence, syntax, forms, sources):
            who = sources.reference((span(head, syntax),), text)
            if who is None:
                continue
            found.append(
                Silence(
                    id=f"s{len(found) + 1}",
                    who=who,
                    kind=sign.kind,
                    about=said,
                    span=syntax.span(sentence),
                    claim=told.before(said, who, sign.kind, syntax.starts[sentence.start], text),
                )
            )
    return tuple(found)


def _parties(
    sentence: range, syntax: Syntax, forms: Sequence[str], sources: Sources
) -> Iterator[tuple[int, Sign, tuple[Span, ...]]]:
    """Each silent party of a sentence with the sign of it and what is not said.

    "Neither confirmed nor denied" is one silence, and so are two of a kind in a breath or about the same.
    """
    seen: dict[tuple[int, SilenceKind], list[tuple[int, tuple[Span, ...]]]] = {}
    last: Sign | None = None
    for sign in signs(sentence, syntax, forms, sources):
        said = about(sign.at, syntax, forms)
        for head in sign.who:
            before = seen.get((head, sign.kind), [])
            joined = last is not None and sign.kind == "not_denied" and _joined(last, sign)
            again = any((said and said == other) or sign.at - at <= _JOINED for at, other in before)
            if not joined and not again and _can_speak(head, sign, syntax, forms, sources):
                seen.setdefault((head, sign.kind), []).append((sign.at, said))
                yield head, sign, said
        last = sign


def _joined(last: Sign, sign: Sign) -> bool:
    """ "Neither confirmed nor denied"."""
    return last.kind == "not_confirmed" and sign.at - last.at <= _JOINED


def _can_speak(head: int, sign: Sign, syntax: Syntax, forms: Sequence[str], sources: Sources) -> bool:
    """Whether the party is somebody, or a document, that could have said it; not the writer's own outlet."""
    if forms[head] in _NO_PARTY:
        return False
    kind = sources.type_of(span(head, syntax), syntax.text)
    if kind == "publisher" and sign.word in _UNVERIFIED and _could(sign.at, syntax, forms):
        return False
    if kind in _SILENT_TYPES or load_silences().does(forms[head], "document"):
        return True
    if syntax.pos[head] == "PRON":
        return forms[head] in ("he", "she", "they", "who", "it")
    return syntax.pos[head] == "PROPN" or (kind is None and sign.word in _ANSWERING)


def _could(at: int, syntax: Syntax, forms: Sequence[str]) -> bool:
    """ "Could not", "was unable to": something stood in the way."""
    head = syntax.heads[at]
    able = head >= 0 and forms[head] in ("able", "unable")
    return able or any(forms[child] in ("could", "can", "cannot") for child in syntax.children[at])
