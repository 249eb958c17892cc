"""Claims by their spans, before it is known whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotate.claims.linking import Attribution
from onrecord.annotate.claims.quotation import unmarked
from onrecord.annotate.claims.stance import read_cue
from onrecord.annotate.claims.subjects import subject
from onrecord.annotate.syntax import Syntax
from onrecord.models import Pieces, Tagged
from onrecord.record import Span

_OPENING = " “„«‹‘\"'[("
_NEAR = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The spans of a claim.

    inner: read as a claim within another. through: the source that quotes the claim's source. parent: the
    number of the claim that it lies in, among the drafts.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inner: bool
    through: tuple[Span, ...] = ()
    parent: int | None = None


def drafts(
    attributions: Sequence[Attribution], pieces: Pieces, syntax: Syntax, text: str
) -> tuple[Draft, ...]:
    """The claims that were read, in order. What the writer infers himself ("appears to be") is none."""
    read = (_draft(one, pieces, syntax, text) for one in attributions)
    return in_order(
        draft
        for draft in read
        if draft is not None and (draft.source or not read_cue(draft.cue, draft.content, syntax).inferred)
    )


def in_order(found: Iterable[Draft]) -> tuple[Draft, ...]:
    """Claims by where they begin, those that hold others first."""
    return tuple(sorted(found, key=lambda draft: (draft.content[0].start, -size(draft.content))))


def near(number: int, found: Sequence[Draft]) -> Iterator[int]:
    """The numbers of the claims that stand not many claims away.

    A speech that holds more claims is rare, and so the time grows with the text and not faster.
    """
    for other in range(max(0, number - _NEAR), min(len(found), number + _NEAR + 1)):
        if other != number:
            yield other


def size(content: Sequence[Span]) -> int:
    return sum(one.end - one.start for one in content)


def _draft(attribution: Attribution, pieces: Pieces, syntax: Syntax, text: str) -> Draft | None:
    """The spans, unless nothing but marks is claimed, or cues a claim within another."""
    content = tuple(
        span for run in attribution.content if (span := unmarked(*_bounds(run, pieces), text)) is not None
    )
    cue = tuple(_span(run, pieces, text) for run in attribution.cue)
    cue = tuple(span for span in cue if any(map(str.isalpha, span.cut(text))))
    source = tuple(_span(run, pieces, text) for run in attribution.source)
    if not content or (attribution.inner and not cue):
        return None
    if attribution.inner:
        cue = tuple(_with_as(span, text) for span in cue)
        # Of several that were read within a claim the one beside the cue is its subject.
        source = tuple(sorted(source, key=lambda span: _apart(span, cue[0]))[:1])
        if not source and (found := subject(cue[0], syntax)) is not None:
            source = (found,)
    return Draft(source=source, cue=cue, content=content, inner=attribution.inner)


def _bounds(run: Tagged, pieces: Pieces) -> tuple[int, int]:
    return int(pieces.starts[run.first]), int(pieces.ends[run.last - 1])


def _span(run: Tagged, pieces: Pieces, text: str) -> Span:
    """The run without a comma that closes it, unless one within opens what it closes ("Li, the envoy,")."""
    start, end = _bounds(run, pieces)
    start = min(end - 1, end - len(text[start:end].lstrip(_OPENING)))
    bare = start + len(text[start:end].rstrip(" ,;"))
    if run.kind == "source" and text[bare:end] == "," and "," in text[start:bare]:
        bare = end
    return Span(start=start, end=max(bare, start + 1))


def _with_as(cue: Span, text: str) -> Span:
    """ "As saying" where only "saying" was read."""
    return Span(start=cue.start - 3, end=cue.end) if text.startswith(" as ", cue.start - 4) else cue


def _apart(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end)
