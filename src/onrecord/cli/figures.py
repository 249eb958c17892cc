"""The figures and the silences of a ledger: how many of what says who, and who said nothing of what."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.cli.lines import Line, Piece
from onrecord.cli.paragraphs import Paragraphs
from onrecord.cli.sections import NUMBER, cut, days, section
from onrecord.cli.sources import Sources
from onrecord.cli.words import flat
from onrecord.record import Quantity, Record, Silence, SilenceKind

_TOLD: dict[SilenceKind, str] = {
    "not_confirmed": "did not confirm",
    "not_denied": "did not deny",
    "no_comment": "did not comment",
    "gave_no_details": "gave no details",
    "omitted": "left out",
}
_EXACT = 1e15  # beyond it a number is no longer written out


def figures(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """The figures in the order of the text: the words, what they say, whose they are, for which days."""
    yield from section("Figures", len(record.quantities), "no figure is given")
    sources = Sources(record)
    for quantity in sorted(record.quantities, key=lambda quantity: (quantity.start, quantity.end)):
        whose = sources.label(quantity.source) if quantity.source else None
        pieces = [
            Piece(text=flat(record.document.text[quantity.start : quantity.end])),
            Piece(text=f" → {amount(quantity)} {flat(quantity.what)}".rstrip(), style="name"),
        ]
        if whose:
            pieces.append(Piece(text=f" · says {whose}"))
        elif quantity.claim:
            pieces.append(Piece(text=" · said, naming no source"))
        if quantity.as_of:
            pieces.append(Piece(text=f" · {days(quantity.as_of)}"))
        where = f" in {flat(quantity.claim)}" if quantity.claim else ""
        pieces.append(
            Piece(text=f" · {flat(quantity.id)}{where} · {quantity.start}–{quantity.end}", style="faint")
        )
        yield Line(
            pieces=tuple(pieces), label=f"¶{paragraphs.number(quantity.start)}", indent=2, margin=NUMBER
        )


def silences(record: Record, paragraphs: Paragraphs) -> Iterator[Line]:
    """Who is told to have said nothing, in the order of the text, and of what."""
    yield from section("Silent", len(record.silences), "nobody is said to have kept silent")
    sources = Sources(record)
    for silence in sorted(record.silences, key=lambda silence: silence.span):
        about = cut(silence.about, record.document.text)
        pieces = [
            Piece(text=sources.label(silence.who), style="name"),
            Piece(text=" → ", style="faint"),
            Piece(text=_TOLD[silence.kind], style="cue"),
        ]
        if about:
            pieces.append(Piece(text=f": {about}"))
        if silence.claim:
            pieces.append(Piece(text=f" (as told in {flat(silence.claim)})"))
        pieces.append(Piece(text=f" · {_where(silence)}", style="faint"))
        yield Line(
            pieces=tuple(pieces), label=f"¶{paragraphs.number(silence.span.start)}", indent=2, margin=NUMBER
        )


def amount(quantity: Quantity) -> str:
    """The bounds of a figure: "≈12,000", "≥1,000", "200 to 300", "≤40 EUR"."""
    low, high = quantity.low, quantity.high
    about = "≈" if quantity.approximate and (low is None) is (high is None) else ""
    if low is not None and high is not None:
        shown = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    elif low is not None:
        shown = f"≥{_number(low)}"
    else:
        shown = f"≤{_number(high or 0.0)}"
    unit = f" {flat(quantity.unit)}" if quantity.unit else ""
    return f"{about}{shown}{unit}"


def _number(value: float) -> str:
    if abs(value) >= _EXACT:
        return f"{value:g}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def _where(silence: Silence) -> str:
    """Its id and where the party, what is not said, and the sentence stand."""
    parts = [flat(silence.id), silence.kind]
    for label, spans in (("who", silence.who.spans), ("about", silence.about), ("sentence", (silence.span,))):
        if spans:
            parts.append(f"{label} " + ", ".join(f"{span.start}–{span.end}" for span in spans))
    return " · ".join(parts)
