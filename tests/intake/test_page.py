"""Web pages: the article, and what the page says of it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.jsonld import Metadata, read_jsonld
from onrecord.intake.outcome import UnreadableError
from onrecord.intake.page import read_page
from onrecord.record import Published
from tests.intake.samples import PARAGRAPHS, page

DAY = Published(date=date(2025, 3, 21), basis="metadata")
META = (
    '<meta property="og:title" content="Envoys meet in Geneva">'
    '<meta property="og:site_name" content="Harbour Gazette">'
    '<meta property="og:url" content="https://gazette.example/talks">'
    '<meta property="article:published_time" content="2025-03-21T09:00:00Z">'
    '<meta name="author" content="Ana Duarte">'
)


def script(value: object) -> str:
    """A JSON-LD script element."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_paragraphs_are_kept_apart() -> None:
    """The text is the article's paragraphs with blank lines between, without menu and footer."""
    text = read_page(page()).text
    assert text.split("\n\n")[-len(PARAGRAPHS) :] == list(PARAGRAPHS)
    assert "Home" not in text
    assert "Privacy" not in text


def test_meta_elements() -> None:
    """Title, authors, day, publisher and address come from the page's meta elements."""
    assert read_page(page(head=META)).metadata == Metadata(
        title="Envoys meet in Geneva",
        authors=("Ana Duarte",),
        published=DAY,
        publisher="Harbour Gazette",
        url="https://gazette.example/talks",
    )


def test_jsonld_counts_first() -> None:
    """Where JSON-LD and meta elements differ, JSON-LD is believed, and the rest comes from meta."""
    article = {"@type": "NewsArticle", "headline": "Talks open", "datePublished": "2025-03-20"}
    metadata = read_page(page(head=META + script(article))).metadata
    assert metadata.title == "Talks open"
    assert metadata.published == Published(date=date(2025, 3, 20), basis="metadata")
    assert metadata.authors == ("Ana Duarte",)


def test_broken_jsonld_is_no_error() -> None:
    """A script that is no JSON says nothing."""
    head = META + '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    assert read_page(page(head=head)).metadata.published == DAY


def test_a_time_element_is_metadata() -> None:
    """The day in the article's ``<time>`` counts as metadata."""
    source = page().replace("</h1>", '</h1><time datetime="2025-03-21T08:00">21 March</time>')
    assert read_page(source).metadata.published == DAY


def test_a_guessed_day_is_inferred() -> None:
    """A day that trafilatura finds in the address alone counts as inferred."""
    found = read_page(page(), url="https://gazette.example/2025/03/21/talks").metadata.published
    assert found == Published(date=date(2025, 3, 21), basis="inferred")


@pytest.mark.parametrize(
    "value",
    [
        {"@graph": [{"@type": "WebSite"}, {"@type": "ReportageNewsArticle", "headline": "Talks"}]},
        [{"@type": ["Thing", "NewsArticle"], "headline": "Talks"}],
        {
            "@type": "WebPage",
            "name": "Gazette",
            "mainEntity": {"@type": "https://schema.org/Article", "headline": "Talks"},
        },
    ],
)
def test_where_an_article_hides(value: object) -> None:
    """Articles are found in graphs, in lists and as the main entity of a page."""
    assert read_jsonld([json.dumps(value)]).title == "Talks"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ana Duarte", ("Ana Duarte",)),
        ({"@type": "Person", "name": "Ana Duarte"}, ("Ana Duarte",)),
        ([{"name": "Ana Duarte"}, "Jo Li", {"url": "x"}, 7], ("Ana Duarte", "Jo Li")),
        ({"name": ["Ana Duarte", "Jo Li"]}, ("Ana Duarte", "Jo Li")),
        (None, ()),
    ],
)
def test_authors_in_every_form(author: object, names: tuple[str, ...]) -> None:
    """Authors are strings, objects or lists of either."""
    assert read_jsonld([json.dumps({"@type": "Article", "author": author})]).authors == names


def test_half_characters_in_jsonld() -> None:
    """JSON can write half a character: it is replaced, a whole one in two halves is kept."""
    article = {"@type": "Article", "headline": "Talks \ud800", "publisher": {"name": "\udfff \U0001f54a"}}
    metadata = read_jsonld([json.dumps(article)])
    assert (metadata.title, metadata.publisher) == ("Talks \ufffd", "\ufffd \U0001f54a")


@pytest.mark.parametrize("source", ["<html><body></body></html>", "<html></html>", "<p>"])
def test_no_article(source: str) -> None:
    """A page without an article is refused."""
    with pytest.raises(UnreadableError):
        read_page(source)


def test_too_many_elements() -> None:
    """A page made to keep the extractor busy is refused."""
    with pytest.raises(UnreadableError, match="elements"):
        read_page("<html><body>" + "<div><p>x</p></div>" * 12_000)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@graph", "author", "name", "datePublished", "publisher", "url"]),
            inner,
        )
    ),
)


@given(JSON)
def test_any_jsonld(value: object) -> None:
    """Any JSON whatever, as an article too, is read without an error."""
    assert isinstance(read_jsonld([json.dumps(value)]), Metadata)
    assert isinstance(
        read_jsonld([json.dumps({"@type": "Article", "author": value, "url": value})]), Metadata
    )
