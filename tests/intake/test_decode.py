"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.decode import decode_page, decode_text
from onrecord.intake.outcome import UnreadableError

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(PRINTABLE)
def test_utf8_comes_back_verbatim(text: str) -> None:
    """UTF-8 is read to the last character; a leading byte order mark alone is dropped."""
    assert decode_text(text.encode()) == text.removeprefix("\ufeff")


@given(PRINTABLE)
def test_utf16_with_a_mark(text: str) -> None:
    """UTF-16 is read where a byte order mark says so."""
    assert decode_text(text.encode("utf-16")) == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Café".encode("latin-1"), "not UTF-8 (byte 0xe9 at 3)"),
        (b"ab\0cd", "binary"),
        (b"\x01\x02\x03", "binary"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, reason: str) -> None:
    """Binary files and other encodings are refused with the reason."""
    with pytest.raises(UnreadableError) as caught:
        decode_text(content)
    assert reason in str(caught.value)


def test_a_page_says_its_encoding() -> None:
    """The encoding in a page's meta element is used."""
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    assert decode_page(page.encode("iso-8859-2")) == page


def test_the_server_says_the_encoding() -> None:
    """What the server says counts before the page's own word."""
    content = '<meta charset="koi8-r"><p>Łódź</p>'.encode("iso-8859-2")
    assert "Łódź" in decode_page(content, declared="iso-8859-2")


def test_latin_1_on_the_web_is_windows_1252() -> None:
    """A page that says ISO 8859-1 is read as browsers do."""
    content = '<meta charset="iso-8859-1"><p>“Yes”</p>'.encode("cp1252")
    assert "“Yes”" in decode_page(content)


def test_a_page_that_says_nothing() -> None:
    """Few bytes beyond ASCII are windows-1252; many are refused."""
    assert "café" in decode_page(b"<p>" + b"in the " * 20 + "café".encode("cp1252"))
    with pytest.raises(UnreadableError, match="does not say what encoding"):
        decode_page("<p>Переговоры".encode("cp1251"))


def test_an_odd_encoding_is_not_looked_up() -> None:
    """Decoders that are no page encodings are not run on what a page sends."""
    assert "caf" in decode_page(b"<meta charset=punycode>" + b"x" * 99 + b"caf\xe9")
