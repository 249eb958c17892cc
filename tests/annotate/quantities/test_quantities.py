"""Figures in sentences, with the shipped model."""

from __future__ import annotations

import time
from datetime import date

import pytest

from onrecord.pipeline import ReaderPipeline
from onrecord.record import Document, Published, Quantity, Record

FRIDAY = date(2025, 3, 21)


def read(reader: ReaderPipeline, text: str) -> Record:
    """The record of a text that was published on a Friday."""
    published = Published(date=FRIDAY, basis="given")
    return reader.read_one(Document(id="d", text=text, published=published))


def figures(reader: ReaderPipeline, text: str) -> tuple[Quantity, ...]:
    """The figures of a text."""
    return read(reader, text).quantities


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "approximate", "what", "unit"),
    [
        (
            "About 12,000 troops crossed the river.",
            "About 12,000 troops",
            12_000,
            12_000,
            True,
            "troops",
            None,
        ),
        ("At least 40 villagers fled.", "At least 40 villagers", 40, None, False, "villagers", None),
        ("The army sent up to 300 tanks.", "up to 300 tanks", None, 300, False, "tanks", None),
        ("Fewer than ten ships remain.", "Fewer than ten ships", None, 10, False, "ships", None),
        ("Just over 500 tents arrived.", "Just over 500 tents", 500, None, True, "tents", None),
        ("Between 200 and 300 tents burned.", "Between 200 and 300 tents", 200, 300, False, "tents", None),
        ("Two or three guards ran.", "Two or three guards", 2, 3, False, "guards", None),
        ("Dozens of tanks rolled in.", "Dozens of tanks", 24, None, True, "tanks", None),
        ("Two of his ministers resigned.", "Two of his ministers", 2, 2, False, "his ministers", None),
        ("A 12,000-strong force landed.", "12,000-strong force", 12_000, 12_000, False, "force", None),
        (
            "He sent 50,000 tonnes of grain.",
            "50,000 tonnes of grain",
            50_000,
            50_000,
            False,
            "tonnes of grain",
            "tonne",
        ),
        (
            "They pledged $2.3 billion in military aid.",
            "$2.3 billion in military aid",
            2.3e9,
            2.3e9,
            False,
            "military aid",
            "USD",
        ),
        ("It cost him 40 million euros.", "40 million euros", 4e7, 4e7, False, "euros", "EUR"),
        ("It paid $2-3 billion.", "$2-3 billion", 2e9, 3e9, False, "$", "USD"),
        (
            "One in five households has no water.",
            "One in five households",
            0.2,
            0.2,
            False,
            "households",
            "share",
        ),
        ("Some 100 or so men stayed.", "Some 100 or so men", 100, 100, True, "men", None),
    ],
)
def test_a_figure_has_bounds_and_what_it_counts(
    reader: ReaderPipeline,
    text: str,
    words: str,
    low: float | None,
    high: float | None,
    approximate: bool,
    what: str,
    unit: str | None,
) -> None:
    """Hedges, ranges, money and measures; the span runs from the hedge to what is counted."""
    (found,) = figures(reader, text)
    assert text[found.start : found.end] == words
    assert (found.low, found.high, found.approximate, found.what, found.unit) == (
        low,
        high,
        approximate,
        what,
        unit,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose by 40 percent.",
        "Ana Vélez, 45, said nothing.",
        "A 34-year-old man was held under Article 5 of the law.",
        "They took the S-300 system to Room 12 on Highway 7.",
        "The third round lasted three days.",
        "It was one of the most difficult times.",
        "No one came.",
        "The Group of Seven met.",
        "Norland won 3-1.",
        "He lives at 10 Harbour Street.",
        "A two-state solution is dead.",
        "The court cited Resolution 1701 on 5 May 2020.",
        "He called 9" + "9" * 399 + " times.",
    ],
)
def test_what_counts_nothing_is_no_figure(reader: ReaderPipeline, text: str) -> None:
    """Percentages, ages, names, ordinals, durations, scores, addresses, laws and endless digits."""
    assert figures(reader, text) == ()


def test_a_figure_that_no_claim_holds_is_from_who_counted(reader: ReaderPipeline) -> None:
    """ "The office registered 500 arrivals"."""
    record = read(reader, "The Norland Red Cross registered 500 arrivals in June.")
    (found,) = record.quantities
    assert found.source is not None
    assert found.source.spans[0].cut(record.document.text) == "The Norland Red Cross"


def test_more_than_the_number_that_somebody_gave_is_bounded(reader: ReaderPipeline) -> None:
    """The article does not part a hedge from its number."""
    (_, found) = figures(
        reader, "Some 12,000 troops came, slightly more than the 10,000 that he had asked for."
    )
    assert (found.low, found.high, found.approximate, found.what) == (10_000, None, True, "troops")


def test_a_change_gives_two_figures(reader: ReaderPipeline) -> None:
    """ "Rose from 10 to 20" is no range."""
    found = figures(reader, "The number of prisoners rose from 100 to 250.")
    assert [(it.low, it.high) for it in found] == [(100, 100), (250, 250)]


def test_rival_figures_have_their_sources_and_claims(reader: ReaderPipeline) -> None:
    """Each stands with the claim that holds it; the writer's own has none."""
    text = "Two bridges fell. Norland said 40 soldiers died, while Eastmark said at least 90 soldiers died."
    record = read(reader, text)
    names = {entity.id: entity.name for entity in record.entities}
    told = [(it.low, it.high, it.source and names.get(it.source.entity or "")) for it in record.quantities]
    assert told == [(2, 2, None), (40, 40, "Norland"), (90, None, "Eastmark")]
    contents = {claim.id: claim.content for claim in record.claims}
    for it in record.quantities[1:]:
        assert it.claim is not None
        assert any(part.start <= it.start < part.end for part in contents[it.claim])


def test_a_bare_number_counts_what_was_counted_before(reader: ReaderPipeline) -> None:
    """ "Of those, 12" are of what was counted first."""
    found = figures(reader, "Police held 40 students, and of those 12 were charged.")
    assert [it.what for it in found] == ["students", "students"]


def test_a_figure_holds_for_the_day_of_its_clause(reader: ReaderPipeline) -> None:
    """Not for the day on which somebody said it."""
    text = "The ministry said on Thursday that 12 soldiers were killed on Monday."
    (found,) = figures(reader, text)
    assert found.as_of is not None
    assert found.as_of.first == found.as_of.last == date(2025, 3, 17)


def test_since_lasts_to_the_published_day(reader: ReaderPipeline) -> None:
    """ "Since March 3"."""
    (found,) = figures(reader, "Since March 3, rebels have killed 12 soldiers.")
    assert found.as_of is not None
    assert (found.as_of.first, found.as_of.last) == (date(2025, 3, 3), FRIDAY)


def test_time_grows_with_the_text_and_no_more(reader: ReaderPipeline) -> None:
    """Twice the figures take about twice the time, not four times."""
    from onrecord.annotate.quantities import find_quantities
    from onrecord.annotate.sentences import split
    from onrecord.annotate.syntax import parse

    def seconds(number: int) -> float:
        text = "Some 12 men of 300 men killed 40, and 5 to 6 of them fled. " * number
        encoder = reader.encoder
        syntax = parse(text, encoder.encode(text), encoder.heads, split(text))
        syntax.extents  # noqa: B018 (made once for all steps)
        start = time.process_time()
        find_quantities(syntax, (), (), (), FRIDAY)
        return time.process_time() - start

    assert seconds(160) < 3 * seconds(80) + 0.2
