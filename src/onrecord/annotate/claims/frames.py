"""What is source and content to a cue, read anew for each cue: so claims may lie within claims."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.claims.linking import Attribution
from onrecord.models import Encoding, Heads, Tagged
from onrecord.models.framing import framed
from onrecord.models.manifest import Tagger


def frames(
    cues: Sequence[Tagged], encoding: Encoding, heads: Heads, tagger: Tagger, breaks: Sequence[int]
) -> tuple[Attribution, ...]:
    """The claim of each cue; its source or content may be empty. No run crosses a word in ``breaks``."""
    found = framed(cues, encoding, "frame", heads.frames, tagger, breaks)
    return tuple(
        Attribution(
            source=tuple(run for run in parts if run.kind == "source"),
            cue=(cue,),
            content=tuple(run for run in parts if run.kind == "content"),
            inner=True,
        )
        for cue, parts in zip(cues, found, strict=True)
    )
