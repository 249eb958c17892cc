"""From what an input holds and says of itself to a ``Document``."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from onrecord.intake.byline import find_byline
from onrecord.intake.days import find_day, find_day_in_address, is_future, parse_day
from onrecord.intake.furniture import find_furniture
from onrecord.intake.jsonld import Metadata
from onrecord.intake.language import find_other_language, name_language
from onrecord.intake.lines import find_lines
from onrecord.intake.outcome import Failure, Given, UnreadableError
from onrecord.intake.page import read_page
from onrecord.record import Document, Published, Span
from onrecord.vocab.publishers import find_publisher

_FEWEST_WORDS = 15  # outside furniture: with fewer, a page holds a teaser or a notice and no article
_BROKEN = "\ufffd"  # what decoders leave where bytes make no character
_MOST_BROKEN = 0.005
_BREAK = re.compile(r"\r\n|\r|\n")
_CREDENTIALS = re.compile(r"\A(\s*(?:[a-z][a-z0-9+.-]*:)?//)[^/?#\s]*@", re.I)
_TOP = 2_000  # characters in which a headline is looked for
_LONGEST_HEADLINE = 160
_MOST_HEADLINE_WORDS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """An article as it comes: ``text`` verbatim, or ``page`` (HTML), and the fields given with it.

    ``published`` is the field as written; ``place`` is how messages name the input.
    """

    place: str
    text: str | None = None
    page: str | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


def make_document(found: Input, given: Given) -> Iterator[Document | Failure]:
    """The document of ``found``; before it, what was wrong with its fields.

    Raises ``UnreadableError`` where a page holds no article, for a text that is not English, and
    where text or a field holds what UTF-8 cannot write. A day that is none or lies in the future is
    said and left out, the document read without it. Of an address, user and password are left out.
    """
    if found.text is not None:
        text, metadata = found.text, Metadata()
        boilerplate = find_furniture(text)
    else:
        page = read_page(found.page or "", url=found.url)
        text, metadata = page.text, page.metadata
        boilerplate = find_furniture(text)
        yield from _check_page(found.place, _without(text, boilerplate))
    _check_characters(text)
    if (language := find_other_language(_without(text, boilerplate))) is not None:
        raise UnreadableError(f"the text is {name_language(language)}, not English: not read")
    url = _without_credentials(found.url or metadata.url)
    published = None
    for outcome in _days(found, given, metadata, text, url):
        if isinstance(outcome, str):
            yield Failure(found.place, outcome)
        else:
            published = outcome
            break
    document = Document(
        id=found.id or hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=found.title or metadata.title or _find_headline(text, boilerplate),
        url=url,
        publisher=_find_publisher(found.publisher or given.publisher, url, metadata.publisher),
        authors=metadata.authors or find_byline(text),
        published=published,
        boilerplate=boilerplate,
    )
    _check_fields(document)
    yield document


def _check_fields(document: Document) -> None:
    fields = (document.id, document.title, document.url, document.publisher, *document.authors)
    for field in fields:
        _check_characters(field or "")


def _check_characters(value: str) -> None:
    """Raises ``UnreadableError`` where ``value`` holds half a character (a lone surrogate)."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError("characters that no text may hold") from error


def _without_credentials(url: str | None) -> str | None:
    return _CREDENTIALS.sub(r"\1", url) if url else url


def _check_page(place: str, article: str) -> Iterator[Failure]:
    """What is wrong with the article of a page. Raises ``UnreadableError`` where it is none."""
    if len(article.split(None, _FEWEST_WORDS)) <= _FEWEST_WORDS:
        raise UnreadableError("no article found on the page")
    if broken := article.count(_BROKEN):
        if broken > _MOST_BROKEN * len(article):
            raise UnreadableError(f"wrong encoding: {broken} characters are broken")
        yield Failure(place, f"wrong encoding: {broken} characters are broken, read as U+FFFD")


def _without(text: str, boilerplate: tuple[Span, ...]) -> str:
    starts = [0, *(span.end for span in boilerplate)]
    ends = [*(span.start for span in boilerplate), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _days(
    found: Input, given: Given, metadata: Metadata, text: str, url: str | None
) -> Iterator[Published | str]:
    """The candidates for the day of publication, the surest first; for a bad one, what is wrong
    with it.

    The object's own field, the command line, the page's metadata, a day in the address, a line of
    the text, what trafilatura guessed.
    """
    for candidate in _candidates(found, given, metadata, text, url):
        if isinstance(candidate, str) or not is_future(candidate.date, today()):
            yield candidate
        elif candidate.basis != "inferred":
            yield f"the published day {candidate.date} lies in the future: left out"


def _candidates(
    found: Input, given: Given, metadata: Metadata, text: str, url: str | None
) -> Iterator[Published | str]:
    if found.published:
        day = parse_day(found.published)
        written = " ".join(found.published[:60].split())
        yield Published(date=day, basis="given") if day else f"no day in “published”: {written!r}"
    if given.published:
        yield Published(date=given.published, basis="given")
    if metadata.published and metadata.published.basis == "metadata":
        yield metadata.published
    for day in (find_day_in_address(url) if url else None, find_day(text)):
        if day:
            yield Published(date=day, basis="inferred")
    if metadata.published:
        yield metadata.published


def today() -> date:
    """The day it is, in UTC."""
    return datetime.now(UTC).date()


def _find_publisher(said: str | None, url: str | None, own: str | None) -> str | None:
    """The vocabulary's id of the publisher, else its name as written.

    The name that was given counts before the address, the address before the page's own name.
    """
    if said:
        known = find_publisher(said)
        return known.id if known else said
    host = _find_host(url) if url else None
    known = (host and find_publisher(host)) or (own and find_publisher(own)) or None
    return known.id if known else own


def _find_host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:  # "http://[": no address
        return None


def _find_headline(text: str, boilerplate: tuple[Span, ...]) -> str | None:
    """The first line of ``text`` where it is a headline: short, without a full stop, a blank line
    after it.
    """
    furniture = {span.start for span in boilerplate}
    lines = find_lines(text[:_TOP])
    lines = tuple(line for line in lines if line.start not in furniture)
    if len(lines) < 2:
        return None
    first, second = lines[:2]
    between = text[first.end : second.start]
    blank = len(_BREAK.findall(between)) > 1
    words = len(first.text.split())
    short = len(first.text) <= _LONGEST_HEADLINE and 2 < words <= _MOST_HEADLINE_WORDS
    return first.text if short and blank and first.text[-1].isalnum() else None
