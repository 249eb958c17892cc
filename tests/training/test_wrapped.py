"""Claims put within claims."""

from __future__ import annotations

import pytest

from training.corpora import wrapped
from training.examples import Attribution, Example

EXAMPLES = [
    Example(
        id="one",
        text="Nobody came. The mayor said the fair was off. It rained.",
        attributions=(Attribution(source=((13, 22),), cue=((23, 27),), content=((28, 44),)),),
    )
] * 40


@pytest.fixture(scope="module")
def found() -> list[Example]:
    """Forty ways to say it."""
    return list(wrapped.read(EXAMPLES, 40))


def test_the_sentence_is_what_somebody_says(found: list[Example]) -> None:
    """The outer claim has a source, a cue and a content, which holds the inner claim whole."""
    for example in found:
        outer, inner = example.attributions or ()
        text = example.text
        assert not outer.inner
        assert inner.inner
        assert [text[a:b].lower() for a, b in inner.source] == ["the mayor"]
        assert [text[a:b] for a, b in inner.cue] == ["said"]
        assert [text[a:b] for a, b in inner.content] == ["the fair was off"]
        ((start, end),) = outer.content
        assert all(start <= a and b <= end for a, b in (*inner.source, *inner.cue, *inner.content))
        ((a, b),), ((c, d),) = outer.source, outer.cue
        assert text[a:b]
        assert text[c:d]
        assert b <= start or end <= a
        assert d <= start or end <= c


def test_it_is_put_in_several_ways(found: list[Example]) -> None:
    """Before and after, quoted and not."""
    texts = {example.text for example in found}
    assert len(texts) > 30
    assert any(text.startswith("“The mayor") for text in texts)
    assert any(text.endswith("the mayor said the fair was off.") for text in texts)


def test_the_same_every_time() -> None:
    """A training that is taken up again reads what it read before."""
    assert [e.text for e in wrapped.read(EXAMPLES, 5)] == [e.text for e in wrapped.read(EXAMPLES, 5)]
