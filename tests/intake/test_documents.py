"""From an input to a document."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.documents import Input, make_document, today
from onrecord.intake.outcome import Failure, Given, UnreadableError
from onrecord.record import Document, Published
from tests.intake.samples import ARTICLE, FRENCH, PARAGRAPHS, page

NOTHING = Given()


def make(found: Input, given: Given = NOTHING) -> Document:
    """The one document of ``found``, of which nothing is said."""
    (document,) = make_document(found, given)
    assert isinstance(document, Document)
    return document


def text_of(text: str, **fields: str) -> Input:
    """An input of plain text."""
    return Input(place="here", text=text, **fields)


def test_the_id_is_the_hash_of_the_text() -> None:
    """Without an id of its own, a document goes by the SHA-256 of its text."""
    assert make(text_of(ARTICLE)).id == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert make(text_of(ARTICLE, id="7")).id == "7"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_is_verbatim_and_spans_cut_it(text: str) -> None:
    """Any text under an article stays as it is, and boilerplate lies inside it, ordered and apart."""
    document = make(text_of(ARTICLE + "\n\n" + text))
    assert document.text == ARTICLE + "\n\n" + text
    ends = [0, *(span.end for span in document.boilerplate)]
    starts = [*(span.start for span in document.boilerplate), len(document.text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))


def test_a_headline_is_the_title() -> None:
    """A short first line without a full stop and with a blank line after it is the title."""
    assert make(text_of(f"Envoys meet in Geneva\n\n{ARTICLE}")).title == "Envoys meet in Geneva"
    assert make(text_of(f"Share\n\nEnvoys meet in Geneva\r\n\r\n{ARTICLE}")).title == "Envoys meet in Geneva"


@pytest.mark.parametrize(
    "top", ["Envoys met in Geneva.\n\n", "Envoys meet in Geneva\n", "“Not a word”\n\n", ""]
)
def test_no_headline(top: str) -> None:
    """A sentence, a line the text goes on from and a quotation are no titles."""
    assert make(text_of(top + ARTICLE)).title is None


def test_the_byline_gives_the_authors() -> None:
    """Furniture under a text still says who wrote it."""
    document = make(text_of(ARTICLE + "\n\nFollow Ana Duarte on Facebook and X.\n\nShare"))
    assert document.authors == ("Ana Duarte",)
    assert [span.cut(document.text) for span in document.boilerplate][-1] == "Share"


def test_the_order_of_days() -> None:
    """The object's field, the command line, the address, a line of the text, in this order."""
    text = f"Published March 4, 2025\n\n{ARTICLE}"
    url = "https://gazette.example/2025/03/03/talks"
    on_line = Given(published=date(2025, 3, 2))
    field = make(text_of(text, url=url, published="2025-03-01"), on_line)
    assert field.published == Published(date=date(2025, 3, 1), basis="given")
    given = make(text_of(text, url=url), on_line)
    assert given.published == Published(date=date(2025, 3, 2), basis="given")
    assert make(text_of(text, url=url)).published == Published(date=date(2025, 3, 3), basis="inferred")
    assert make(text_of(text)).published == Published(date=date(2025, 3, 4), basis="inferred")
    assert make(text_of(ARTICLE)).published is None


def test_metadata_count_before_the_address() -> None:
    """A page's own day counts more than its address and less than the command line."""
    head = '<meta property="article:published_time" content="2025-03-21">'
    found = Input(place="p", page=page(head=head), url="https://gazette.example/2025/03/03/talks")
    assert make(found).published == Published(date=date(2025, 3, 21), basis="metadata")
    assert make(found, Given(published=date(2025, 3, 2))).published == Published(
        date=date(2025, 3, 2), basis="given"
    )


@pytest.mark.parametrize("written", [(today() + timedelta(days=9)).isoformat(), "soon"])
def test_a_bad_day_is_said_and_left_out(written: str) -> None:
    """A day that is none or lies in the future is said; the document is read without it."""
    failure, document = make_document(text_of(ARTICLE, published=written), NOTHING)
    assert isinstance(failure, Failure)
    assert written in str(failure)
    assert isinstance(document, Document)
    assert document.published is None


def test_the_publisher_goes_by_the_vocabulary() -> None:
    """A known outlet is called by its id, by its name or its address; another one as it is written."""
    assert make(text_of(ARTICLE, publisher="Reuters")).publisher == "reuters"
    assert make(text_of(ARTICLE, url="https://www.reuters.com/x")).publisher == "reuters"
    assert make(text_of(ARTICLE), Given(publisher="Harbour Gazette")).publisher == "Harbour Gazette"
    assert make(text_of(ARTICLE, publisher="Reuters"), Given(publisher="X")).publisher == "reuters"
    assert make(text_of(ARTICLE)).publisher is None


@pytest.mark.parametrize("field", ["text", "id", "url", "title", "publisher"])
def test_half_characters_are_refused(field: str) -> None:
    """A text or a field with a lone surrogate, which no file can hold, is refused."""
    fields = {"text": ARTICLE, field: f"{ARTICLE[:20]}\ud800"}
    with pytest.raises(UnreadableError, match="characters that no text may hold"):
        make(Input(place="here", **fields))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://ana:secret@gazette.example/a", "https://gazette.example/a"),
        ("HTTP://ana@x@gazette.example", "HTTP://gazette.example"),
        ("https://gazette.example/@ana?x=http://a:b@c", "https://gazette.example/@ana?x=http://a:b@c"),
        ("http://[gazette.example/2025/03/21", "http://[gazette.example/2025/03/21"),
    ],
)
def test_credentials_are_not_kept(url: str, kept: str) -> None:
    """User and password are left out of an address; all else in it stays, address or not."""
    assert make(text_of(ARTICLE, url=url)).url == kept
    link = f'<link rel="canonical" href="{url}">'
    if url.startswith("https"):
        assert make(Input(place="p", page=page(head=link))).url == kept


def test_other_languages_are_refused() -> None:
    """A French text is refused, a French quotation in an English one is not."""
    with pytest.raises(UnreadableError, match=r"French \(fr\), not English"):
        make(text_of(FRENCH))
    assert make(text_of(f"{ARTICLE}\n\n{FRENCH[:150]}")).language == "en"


def test_a_page_of_a_few_words_is_no_article() -> None:
    """A teaser with less than a sentence or two is refused."""
    with pytest.raises(UnreadableError, match="no article"):
        make(Input(place="p", page=page(paragraphs=("Please enable JavaScript to read this page.",))))


def test_broken_characters_of_a_page() -> None:
    """One broken character is said and the page read; many are refused."""
    one = Input(place="p", page=page().replace("Lund", "L\ufffdnd"))
    failure, document = make_document(one, NOTHING)
    assert "wrong encoding" in str(failure)
    assert isinstance(document, Document)
    many = tuple(paragraph.replace("e", "\ufffd") for paragraph in PARAGRAPHS)
    with pytest.raises(UnreadableError, match="wrong encoding"):
        make(Input(place="p", page=page(paragraphs=many)))
