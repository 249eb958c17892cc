"""Accuracy has floors that only rise. They are in ``evaluation/floors.json``."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from evaluation import (
    cases,
    claims,
    cofenet,
    events,
    names,
    nested,
    quantities,
    silences,
    stance,
    syntax,
    times,
    who,
)
from evaluation.reading import read_all, read_items
from evaluation.scores import Counts
from onrecord.models import SHIPPED, Encoder
from onrecord.pipeline import ReaderPipeline
from training.corpora import own, polnear
from training.corpora import who as annotated

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).parents[2] / "evaluation" / "floors.json").read_text(encoding="utf8")
)
DAY = date(2022, 7, 25)


def _hold(found: dict[str, Counts], floors: dict[str, float]) -> None:
    below = {
        measure: (round(found[measure].f1, 4), floor)
        for measure, floor in floors.items()
        if found[measure].f1 < floor
    }
    assert not below, f"below the floor (found, floor): {below}"


@pytest.mark.corpora
def test_claims_on_polnear_dev(reader: ReaderPipeline, data: Path) -> None:
    """Words, whole claims and segments on the development part."""
    examples = polnear.read(data / "polnear" / "dev")
    _hold(claims.score(read_all(reader, examples, DAY)), FLOORS["claims, PolNeAR dev"])


@pytest.mark.corpora
def test_segments_as_cofenet_counts(reader: ReaderPipeline, data: Path) -> None:
    """Exact segments of the first level, and of all claims as the shared scorer counts."""
    sentences = cofenet.instances(data / "polnear" / "cofenet_valid.jsonl")
    examples = [e for e in polnear.read(data / "polnear" / "dev") if e.id in sentences]
    pairs = [(sentences[e.id], record) for e, record in read_all(reader, examples, DAY)]
    _hold(cofenet.score(pairs, nested=False), FLOORS["segments as CofeNet counts, first level"])
    _hold(cofenet.score(pairs, nested=True), FLOORS["segments as CofeNet counts, all claims"])


def test_nested_claims_on_our_own_text(reader: ReaderPipeline) -> None:
    """Claims within claims and their chains, on our own held-back text."""
    items = list(own.items(nested.FOLDER, held_back=True))
    records = [record for _, record in read_all(reader, map(own.example, items), DAY)]
    _hold(nested.score(zip(items, records, strict=True)), FLOORS["nested claims, own held back"])


def test_stance_on_our_own_text() -> None:
    """Stances of the annotators' cues and contents, on our own held-back text."""
    gold = own.items(stance.FOLDER, held_back=True)
    _hold_figures(stance.measure(stance.read(gold, SHIPPED)).summary(), FLOORS["stance, own held back"])


@pytest.mark.parametrize(
    ("file", "floors"),
    [
        ("times.jsonl", "times, own held back"),
        ("times-b.jsonl", "times, own held back, another hand"),
    ],
)
def test_times_on_our_own_text(file: str, floors: str) -> None:
    """Expressions, values and days, of the author of the rules and of somebody who did not know them."""
    found = asdict(times.score(times.load(times.GOLD / file, held_back=True)))
    _hold_figures(found, FLOORS[floors])


def test_events_on_our_own_text(reader: ReaderPipeline) -> None:
    """Triggers, categories, parties, modes and factualities."""
    items = [events.annotated(item) for item in own.items(events.FOLDER, held_back=True)]
    records = read_items(reader, [{"id": item.id, "text": item.text} for item in items])
    found = events.score(zip(items, records, strict=True))
    floors = FLOORS["events, own held back"]
    _hold(found, {measure: floor for measure, floor in floors.items() if measure in found})
    assert events.macro(found) >= floors["factuality, macro-F1"]


@pytest.mark.corpora
def test_events_in_articles(reader: ReaderPipeline, data: Path) -> None:
    """The same, in beginnings of newspaper articles."""
    items = list(events.articles(data, held_back=True))
    records = read_items(reader, [{"id": item.id, "text": item.text} for item in items])
    _hold(events.score(zip(items, records, strict=True)), FLOORS["events, articles held back"])


def test_the_codebooks_cases(reader: ReaderPipeline) -> None:
    """What PLOVER's manual decides is read as it decides it."""
    _hold(cases.score(cases.read(reader)), FLOORS["events, the codebook's cases"])


def test_figures_on_our_own_text(reader: ReaderPipeline) -> None:
    """Figures with bounds, what they count, their sources and days."""
    items = list(own.items(quantities.FOLDER, held_back=True))
    found = quantities.score(zip(items, read_items(reader, items), strict=True))
    _hold(found, FLOORS["figures, own held back"])


def test_silences_on_our_own_text(reader: ReaderPipeline) -> None:
    """Who is silent, and the kind of silence."""
    items = list(own.items(silences.FOLDER, held_back=True))
    found = silences.score(zip(items, read_items(reader, items), strict=True))
    _hold(found, FLOORS["silences, own held back"])


@pytest.mark.corpora
def test_names_on_countries_held_back(reader: ReaderPipeline, data: Path) -> None:
    """Exact typed names in newspapers of countries that training has not seen."""
    found = names.score(read_all(reader, names.held_back(data), DAY))
    _hold(found, FLOORS["names, en-worldwide countries held back"])


def test_claims_and_names_on_our_own_text(reader: ReaderPipeline) -> None:
    """Our own held-back news: anyone can run this one."""
    examples = list(own.read(Path("training/own/claims"), held_back=True))
    pairs = list(read_all(reader, examples, DAY))
    _hold(claims.score(pairs), FLOORS["claims, own held back"])
    _hold(names.score(pairs), FLOORS["names, own held back"])


def _hold_figures(found: dict[str, float], floors: dict[str, float]) -> None:
    below = {name: (round(found[name], 4), floor) for name, floor in floors.items() if found[name] < floor}
    assert not below, f"below the floor (found, floor): {below}"


@pytest.mark.corpora
def test_syntax_on_the_treebanks(reader: ReaderPipeline, data: Path) -> None:
    """Parts of speech, lemmas and dependencies on the development parts, with gold words."""
    for part, figures in syntax.measure(data, reader.encoder).items():
        _hold_figures(figures, FLOORS[f"syntax, {part}"])


@pytest.mark.corpora
@pytest.mark.training
def test_coreference_on_gum_news(data: Path) -> None:
    """The CoNLL score on GUM's news, with predicted mentions."""
    from evaluation import coreference

    with_all, without = coreference.measure(Encoder(SHIPPED), coreference.development(data, news=True))
    found = {"with chains of one": with_all.conll, "without": without.conll}
    _hold_figures(found, FLOORS["coreference, GUM dev news"])


def test_who_is_who_in_our_own_text() -> None:
    """Chains, types, states, sectors and offices on our own held-back news."""
    gold = list(annotated.records(who.FOLDER, held_back=True))
    _hold_figures(who.measure(who.read(gold, SHIPPED)).summary(), FLOORS["who is who, own held back"])
