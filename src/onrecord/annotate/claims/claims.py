"""The claims of a document, from what the encoder says of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from onrecord.annotate.claims.chains import Chain, chains
from onrecord.annotate.claims.cited import cited
from onrecord.annotate.claims.drafts import Draft, drafts
from onrecord.annotate.claims.frames import frames
from onrecord.annotate.claims.inner import inner_cues
from onrecord.annotate.claims.linking import Attribution, link
from onrecord.annotate.claims.media import Media
from onrecord.annotate.claims.nesting import nested
from onrecord.annotate.claims.quotation import Quotations, find_quotations, quotation
from onrecord.annotate.claims.quoting import quoted
from onrecord.annotate.claims.sources import Sources
from onrecord.annotate.claims.stance import read_cue
from onrecord.annotate.syntax import Syntax
from onrecord.models import Encoding, Heads, decode
from onrecord.models.manifest import Tagger
from onrecord.record import Claim, Entity, Reference

_PERSONAL = frozenset({"he", "she"})
_FIRST_PERSON = frozenset({"i", "we"})
_GOING_ON = frozenset({"added", "adding", "adds", "continued", "continues", "concluded", "concludes", "went"})


def find_attributions(
    encoding: Encoding, heads: Heads, taggers: Mapping[str, Tagger]
) -> tuple[Attribution, ...]:
    """Which words attribute what to whom: first the writer's attributions, then those within them.

    A content may run over sentences, but a new paragraph starts a new run, which the same cue may own.
    """
    pieces = encoding.pieces
    if not pieces.words:
        return ()
    breaks = np.flatnonzero(pieces.features[pieces.first_piece, 1]).tolist()
    outer = link(decode(encoding.tags("claims"), taggers["claims"], breaks), encoding)
    cues = inner_cues(encoding, taggers["inner"], outer, breaks)
    inner = frames(cues, encoding, heads, taggers["frames"], breaks)
    return (*outer, *(one for one in inner if one.content))


def find_claims(
    text: str,
    encoding: Encoding,
    attributions: Sequence[Attribution],
    syntax: Syntax,
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """Every attribution as a claim, its source resolved to an entity; ids c1, c2, …"""
    sources, media = Sources(syntax, entities), Media(syntax, entities)
    read = quoted(drafts(attributions, encoding.pieces, syntax, text), text)
    found = nested(cited(read, syntax, text, lambda span: sources.speaks(span, text)))
    quotations = find_quotations(text)
    speakers = _speakers(found, sources, quotations, text)
    outlets = [_outlet(draft, found, sources, media, text) for draft in found]
    links = chains(found, speakers, outlets, text)
    return tuple(
        _claim(number, draft, speakers[number], links[number], quotations, syntax, text)
        for number, draft in enumerate(found)
    )


def _speakers(
    found: Sequence[Draft], sources: Sources, quotations: Quotations, text: str
) -> list[Reference | None]:
    """Whose each claim is. A quotation without a cue is that of who spoke last, as is what he "added"."""
    speakers: list[Reference | None] = []
    last: Reference | None = None
    for draft in found:
        speaker = sources.reference(draft.source, text)
        if speaker is not None and draft.parent is not None and draft.parent < len(speakers):
            speaker = _himself(speaker, speakers[draft.parent], text)
        if last is not None and last.entity is not None:
            if speaker is None and not draft.cue and quotation(draft.content, quotations, text) == "direct":
                speaker = replace(last, spans=())
            elif speaker is not None and _goes_on(draft, text) and sources.is_person(last.entity):
                speaker = replace(last, spans=speaker.spans)
        speakers.append(speaker)
        if draft.parent is None:
            last = speaker
    return speakers


def _himself(speaker: Reference, around: Reference | None, text: str) -> Reference:
    """ "I told them", in what somebody says: he is the one."""
    first_person = speaker.spans[0].cut(text).lower() in _FIRST_PERSON
    return replace(around, spans=speaker.spans) if first_person and around is not None else speaker


def _goes_on(draft: Draft, text: str) -> bool:
    """ "He added": whoever spoke before."""
    said = {word for span in draft.cue for word in span.cut(text).lower().split()}
    return draft.source[0].cut(text).lower() in _PERSONAL and not said.isdisjoint(_GOING_ON)


def _outlet(
    draft: Draft, found: Sequence[Draft], sources: Sources, media: Media, text: str
) -> Reference | None:
    if draft.through:
        return sources.reference(draft.through, text)
    return media.of(draft, None if draft.parent is None else found[draft.parent])


def _claim(
    number: int,
    draft: Draft,
    speaker: Reference | None,
    chain: Chain,
    quotations: Quotations,
    syntax: Syntax,
    text: str,
) -> Claim:
    manner = read_cue(draft.cue, draft.content, syntax)
    return Claim(
        id=_id(number),
        source=speaker,
        cue=draft.cue,
        content=draft.content,
        quotation=quotation(draft.content, quotations, text),
        stance=manner.stance,
        commitment=manner.commitment,
        distanced=manner.distanced,
        chain=chain,
        parent=None if draft.parent is None else _id(draft.parent),
    )


def _id(number: int) -> str:
    return f"c{number + 1}"
