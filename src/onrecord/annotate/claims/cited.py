"""Who is cited by who says it: "KCNA said, citing the ministry" is the ministry's claim too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from onrecord.annotate.claims.drafts import Draft, in_order
from onrecord.annotate.claims.quotation import unmarked
from onrecord.annotate.syntax import Syntax
from onrecord.annotate.syntax.phrases import phrase
from onrecord.record import Span

_CITING = re.compile(r"\b(?:citing|quoting)\b", re.IGNORECASE)
# What is cited for what it says, though it is nobody: "citing low growth" gives a reason instead.
_DOCUMENTS = frozenset({"account", "article", "cable", "communiqué", "data", "document", "dossier", "file"})
_DOCUMENTS |= {"intelligence", "interview", "letter", "memo", "minute", "paper", "poll", "record", "report"}
_DOCUMENTS |= {"source", "statement", "study", "survey", "testimony", "transcript"}


def cited(
    found: Sequence[Draft], syntax: Syntax, text: str, speaks: Callable[[Span], bool]
) -> tuple[Draft, ...]:
    """The claims with those of who is cited. ``speaks``: whether words name somebody who can say things.

    A claim that only says that somebody is cited ("KCNA | citing | the ministry") goes, and a content ends
    where the citation begins.
    """
    kept = [d for d in found if d.inner or not _is_citing(d, text) or not speaks(d.content[0])]
    taken = [span for draft in kept if not _is_citing(draft, text) for span in draft.cue]
    added: list[Draft] = []
    # What stands nearest before the participle is what the cited source says.
    citations = [
        (number, word, source)
        for number, draft in enumerate(kept)
        for word, source in _citations(draft, syntax, text, speaks)
    ]
    citations.sort(key=lambda citation: abs(citation[1].start - kept[citation[0]].cue[0].start))
    for number, word, source in citations:
        if not any(map(word.overlaps, taken)):
            taken.append(word)
            kept[number] = _without(kept[number], Span(start=word.start, end=source.end), text)
            added.append(Draft(source=(source,), cue=(word,), content=kept[number].content, inner=True))
    # Where the encoder read the citation too, its content is less sure.
    words = {draft.cue for draft in added}
    return in_order((*(draft for draft in kept if draft.cue not in words), *added))


def _is_citing(draft: Draft, text: str) -> bool:
    return bool(draft.cue) and bool(_CITING.fullmatch(draft.cue[-1].cut(text)))


def _citations(
    draft: Draft, syntax: Syntax, text: str, speaks: Callable[[Span], bool]
) -> Iterator[tuple[Span, Span]]:
    """The participle and whom it cites, in the sentence in which the claim's cue stands."""
    if draft.inner or not draft.cue or not len(syntax):
        return
    cue = syntax.at(draft.cue[0].start)
    sentence = syntax.span(syntax.sentences[syntax.sentence_of[cue]])
    for match in _CITING.finditer(text, sentence.start, sentence.end):
        cites = syntax.at(match.start())
        # UD has "citing" as a preposition where nobody is its subject.
        whom = syntax.heads[cites] if syntax.relations[cites] == "case" else syntax.child(cites, "obj")
        if whom is not None:
            span = syntax.span(phrase(syntax, whom))
            if speaks(span) or syntax.lemmas[whom].lower() in _DOCUMENTS:
                yield Span(start=match.start(), end=match.end()), span


def _without(draft: Draft, citation: Span, text: str) -> Draft:
    """The claim, its content cut where the citation had been taken for a part of it."""
    parts: list[Span] = []
    for span in draft.content:
        sides = [(span.start, span.end)]
        if span.overlaps(citation):
            sides = [(span.start, citation.start), (citation.end, span.end)]
        parts += [
            part for start, end in sides if start < end and (part := unmarked(start, end, text)) is not None
        ]
    return replace(draft, content=tuple(parts)) if parts else draft
