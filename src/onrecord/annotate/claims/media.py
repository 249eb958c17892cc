"""Through which outlet somebody speaks: "told Yonhap", "in an interview with Le Monde", "carried by KCNA"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.annotate.claims.drafts import Draft
from onrecord.annotate.syntax import Syntax
from onrecord.record import Entity, Reference, Span

# Dependencies that lead out of the saying: what hangs below them says something else.
_ELSEWHERE = frozenset({"conj", "ccomp", "csubj", "parataxis", "advcl", "acl:relcl", "root"})
# An outlet that only tells whose or what kind something is: "a Guardian report", "the BBC's office".
_DESCRIBING = frozenset({"compound", "nmod:poss", "amod", "flat", "nsubj", "nsubj:pass"})
# Right before an outlet these words say that somebody spoke to it or that it carried what he said, however
# the sentence is parsed.
_CARRIED = re.compile(
    r"\b(?:quoted|cited|carried|relayed|broadcast|aired|published|printed|serialised|serialized|monitored|run"
    r"|interviewed|asked|reached|contacted|obtained|seen)\s(?:\w+\s){0,3}?by\s(?:the\s)?(?:\w+\s){0,3}$"
    r"|\b(?:told|tells|telling|briefed|informed)\s(?:the\s)?(?:\w+\s){0,2}$"
    r"|\b(?:interview|interviews|remarks|comments|speaking|spoke|spoken|talking|talk|appearance|statement|call)"
    r"\s(?:\w+\s){0,2}?(?:with|to|on|for|in)\s(?:the\s)?(?:\w+\s){0,3}$"
    r"|\bvia\s(?:the\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
# Where anybody may post: they report nothing.
_PLATFORMS = frozenset(
    {"facebook", "instagram", "telegram", "tiktok", "truth social", "twitter", "x", "youtube"}
)
# What an outlet may be called without its name; "the inquiry" and "the House" only listen.
_OUTLET = re.compile(
    r"\b(?:agency|broadcaster|channel|daily|magazine|network|news|newspaper|outlet|paper|portal|publication|radio"
    r"|site|station|television|tv|website|weekly)$",
    re.IGNORECASE,
)
_BEFORE = 90
"""Characters before an outlet that are looked at."""
_QUOTED_AS = re.compile(r"\b(?:was|were|is|are|been)\s(?:\w+\s)?(?:quoted|cited)\b", re.IGNORECASE)


class Media:
    """The outlets of a document, to be found by the claims that came through them."""

    def __init__(self, syntax: Syntax, entities: Sequence[Entity]) -> None:
        self._syntax = syntax
        self._mentions = sorted(
            (m.start, m.end, entity.id)
            for entity in entities
            if entity.type == "publisher" and entity.name.lower() not in _PLATFORMS
            for m in entity.mentions
            if m.kind == "name" or _OUTLET.search(syntax.text, m.start, m.end)
        )

    def of(self, draft: Draft, around: Draft | None) -> Reference | None:
        """The outlet that the cue's sentence tells, neither within the content nor the source itself.

        around: the claim that this one lies in, whose own outlet is not meant.
        """
        if not draft.cue or not len(self._syntax):
            return None
        cue = self._syntax.within(draft.cue[0])
        sentence = self._syntax.sentences[self._syntax.sentence_of[cue.start]]
        spoken = self._syntax.span(sentence)
        for start, end, entity in self._mentions[bisect_left(self._mentions, (spoken.start,)) :]:
            if end > spoken.end:
                break
            mention = Span(start=start, end=end)
            inside = around is None or any(span.holds(mention) for span in around.content)
            if inside and self._carries(mention, cue, draft, spoken.start):
                return Reference(entity=entity, spans=(mention,))
        return None if around is not None else self._last_before(draft, spoken.start)

    def _carries(self, mention: Span, cue: range, draft: Draft, start: int) -> bool:
        if any(map(mention.overlaps, draft.content)) or self._in_dateline(mention.start):
            return False
        before = self._syntax.text[max(start, mention.start - _BEFORE) : mention.start]
        if _CARRIED.search(before):
            return True
        beside = not any(map(mention.overlaps, (*draft.source, *draft.cue)))
        return beside and self._hangs(mention, cue)

    def _in_dateline(self, start: int) -> bool:
        """ "SEOUL (Yonhap)": the agency that wrote it, nobody's interviewer."""
        return self._syntax.text[max(0, start - 1) : start] == "("

    def _hangs(self, mention: Span, cue: range) -> bool:
        """Whether the cue is above the outlet in the tree, with no other saying between."""
        syntax = self._syntax
        token = syntax.head_of(syntax.within(mention))
        if syntax.relations[token] in _DESCRIBING:
            return False
        while token not in cue:
            if syntax.heads[token] < 0 or syntax.relations[token] in _ELSEWHERE:
                return False
            token = syntax.heads[token]
        return True

    def _last_before(self, draft: Draft, start: int) -> Reference | None:
        """ "She was quoted as saying" without telling by whom: the outlet that was named last."""
        words = self._syntax.text[draft.cue[0].start : draft.cue[-1].end]
        at = bisect_left(self._mentions, (start,)) - 1
        if at < 0 or not _QUOTED_AS.search(words):
            return None
        first, last, entity = self._mentions[at]
        return Reference(entity=entity, spans=(Span(start=first, end=last),))
