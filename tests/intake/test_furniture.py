"""Page furniture: what is marked, what must never be, and the figures of the line classifier."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.furniture import CERTAIN, LIKELY, estimate, find_furniture
from onrecord.intake.furniture_features import measure
from onrecord.intake.furniture_weights import WEIGHTS
from tests.intake.samples import ARTICLE, PARAGRAPHS

LINES = Path(__file__).parents[2] / "training" / "own" / "furniture"


def held_back() -> list[tuple[str, bool]]:
    """The lines that took no part in fitting, each with whether it is furniture."""
    rows = (LINES / "held_back.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["furniture"]) for row in map(json.loads, rows)]


def marked(text: str) -> list[str]:
    """The lines that are marked."""
    return [span.cut(text) for span in find_furniture(text)]


@pytest.mark.parametrize(("threshold", "precision", "recall"), [(CERTAIN, 0.98, 0.58), (LIKELY, 0.86, 0.85)])
def test_lines_seen_alone(threshold: float, precision: float, recall: float) -> None:
    """On lines held back, precision and recall do not fall below what was measured."""
    found = [truth for line, truth in held_back() if estimate(line) >= threshold]
    assert sum(found) / len(found) >= precision
    assert sum(found) / sum(truth for _, truth in held_back()) >= recall


def test_held_back_furniture_at_the_tail_is_marked() -> None:
    """Under an article, most furniture that was held back is found."""
    furniture = [line for line, truth in held_back() if truth]
    tails = [furniture[start : start + 6] for start in range(0, len(furniture), 6)]
    found = sum(len(marked("\n".join([ARTICLE, *tail]))) for tail in tails)
    assert found / len(furniture) >= 0.82


def test_held_back_article_lines_between_paragraphs_stay() -> None:
    """Between paragraphs, short lines of articles that were held back are kept."""
    lines = [line for line, truth in held_back() if not truth]
    text = "\n\n".join(f"{line}\n\n{PARAGRAPHS[0]}" for line in lines)
    assert len(marked(text)) / len(lines) <= 0.02


def test_an_article_is_left_alone() -> None:
    """Nothing of an article without furniture is marked."""
    assert marked(ARTICLE) == []


def test_furniture_under_an_article() -> None:
    """What a copied page leaves under its article is marked, line by line."""
    tail = [
        "Follow Ana Duarte on X and Facebook.",
        "Continue reading on our website",
        "Share",
        "3 Comments",
    ]
    assert marked(ARTICLE + "\n\n\n" + "\n\n".join(tail)) == tail


def test_furniture_inside_an_article() -> None:
    """An advertisement between two paragraphs is marked and the paragraphs are not."""
    assert marked(f"{PARAGRAPHS[0]}\n\nADVERTISEMENT\n\n{PARAGRAPHS[1]}") == ["ADVERTISEMENT"]


def test_byline_and_day_at_the_head() -> None:
    """A byline and a line with the day are marked under the headline, the headline is not."""
    text = f"Envoys meet in Geneva\n\nBy Ana Duarte\nPublished March 21, 2025\n\n{ARTICLE}"
    assert marked(text) == ["By Ana Duarte", "Published March 21, 2025"]


def test_a_sentence_with_a_day_is_kept() -> None:
    """A sentence that tells of a day is no line with the day of publication."""
    assert marked(f"The truce began on March 3, 2025.\n\n{ARTICLE}") == []


def test_windows_line_breaks_stay_outside() -> None:
    """A marked line ends before its CR LF."""
    assert marked(ARTICLE.replace("\n", "\r\n") + "\r\n\r\nShare this article\r\n") == ["Share this article"]


def test_every_weight_has_its_feature() -> None:
    """Features and fitted weights are the same set."""
    assert set(measure("Read more")) == set(WEIGHTS)


LINE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["Share", "By Jo Li", "March 3, 2025", "© 2024 X", "\r\n", "\r"]),
)


@given(st.lists(LINE, max_size=20).map("\n".join))
def test_spans_are_whole_lines_in_order(text: str) -> None:
    """For any text, the spans are ordered, disjoint, inside it, and hold no line break."""
    spans = find_furniture(text)
    for before, after in itertools.pairwise(spans):
        assert before.end < after.start
    for span in spans:
        assert span.end <= len(text)
        assert not set(span.cut(text)) & {"\n", "\r"}
        assert span.start == 0 or text[span.start - 1] in "\r\n"
        assert span.end == len(text) or text[span.end] in "\r\n"


def test_a_line_without_end_is_passed_quickly() -> None:
    """A million words on one line are no furniture, and looking costs no more than finding the
    line.
    """
    assert find_furniture("share " * 1_000_000) == ()
