"""Bytes to text: UTF-8, or what a byte order mark or a page declares; never guesswork."""

from __future__ import annotations

import codecs
import re

from onrecord.intake.outcome import UnreadableError
from onrecord.intake.wordlist import wordlist

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings a page may declare: those of the WHATWG standard that this Python knows. Others are not
# looked up: some decoders of the library (punycode) take quadratic time.
_DECLARABLE = wordlist(
    """
    ascii big5 big5hkscs cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866
    cp874 euc_jp euc_kr gb18030 gb2312 gbk iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5
    iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14 iso8859-15
    iso8859-16 koi8-r koi8-u mac-roman shift_jis utf-8
    """
)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.I)
_META_REACH = 4096  # bytes; browsers look at the first 1024
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.005
_MOST_HIGH = 0.03  # of bytes: English in windows-1252, quotation marks and names included, stays below


def decode_text(content: bytes) -> str:
    """Plain text from its bytes, to the last character; only a leading byte order mark is dropped.

    UTF-8, or UTF-16 and UTF-32 with a byte order mark. Raises ``UnreadableError`` for anything
    else.
    """
    if (marked := _decode_marked(content)) is not None:
        return marked
    _refuse_binary(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"not UTF-8 (byte 0x{content[error.start]:02x} at {error.start}): "
            "save it as UTF-8 and read it again"
        ) from error


def decode_page(content: bytes, *, declared: str | None = None) -> str:
    """A web page from its bytes.

    By its byte order mark, as UTF-8 where it is, by the encoding that ``declared`` (the server) or
    the page itself names, and as windows-1252 where nothing is declared and few bytes are beyond
    ASCII. Bytes that the declared encoding does not know become U+FFFD; who uses them must refuse a
    text that holds it.
    """
    if (marked := _decode_marked(content)) is not None:
        return marked
    _refuse_binary(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        encoding = _declared_encoding(content, declared)
    if encoding is not None:
        return content.decode(encoding, errors="replace")
    high = len(content) - len(content.translate(None, bytes(range(128, 256))))
    if high > _MOST_HIGH * len(content):
        raise UnreadableError("not UTF-8, and the page does not say what encoding it is in")
    return content.decode("cp1252", errors="replace")


def _decode_marked(content: bytes) -> str | None:
    """The text after a byte order mark; null where there is none."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError(
                    f"not {encoding.upper()} as its byte order mark says (at byte {error.start})"
                ) from error
    return None


def _refuse_binary(content: bytes) -> None:
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise UnreadableError(f"{kind}, not text")
    if b"\0" in content:
        raise UnreadableError("a binary file, not text (it holds zero bytes)")
    controls = len(content) - len(content.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(content):
        raise UnreadableError("a binary file, not text (it holds control characters)")


def _declared_encoding(content: bytes, declared: str | None) -> str | None:
    """The encoding that the server or else the page names, where it is one that pages may be in."""
    found = _META.search(content[:_META_REACH])
    for label in (declared, found.group(1).decode("ascii") if found else None):
        if label is None:
            continue
        try:
            name = codecs.lookup(label.strip()).name
        except LookupError:
            continue
        if name in _DECLARABLE:  # what is called ISO 8859-1 or ASCII on the web is windows-1252
            return "cp1252" if name in ("iso8859-1", "ascii") else name
    return None
