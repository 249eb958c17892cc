"""A web page: its article's text, and what its own metadata say of it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.intake.byline import find_names
from onrecord.intake.days import parse_day
from onrecord.intake.jsonld import Metadata, read_jsonld
from onrecord.intake.outcome import UnreadableError
from onrecord.record import Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Extraction

_LONGEST = 500
_MOST_ELEMENTS = 20_000
"""Elements of a page: news pages have 1,000 to 8,000; trafilatura takes quadratic time in them, 10
s here.
"""
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
    "sailthru.date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "dcterms.issued", "citation_publication_date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "article:publisher")
_URLS = ("og:url",)
_TIMES = (
    "//time[@itemprop='datePublished' or @pubdate][@datetime]",
    "//*[@itemprop='datePublished'][@datetime or @content]",
    "//article//time[@datetime]",
    "//header//time[@datetime]",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The article of a web page: paragraphs with a blank line between them, and the page's
    metadata.
    """

    text: str
    metadata: Metadata


def read_page(source: str, *, url: str | None = None) -> Page:
    """The article in the HTML ``source``. Raises ``UnreadableError`` where there is none.

    Each of title, authors, day, publisher and address comes from JSON-LD; else from the page's meta
    elements and ``<time>``; else it is what trafilatura finds, and such a day counts as inferred.
    """
    tree = _parse(source)
    said = read_jsonld(_scripts(tree)).fill(_read_meta(tree))
    extraction = _extract(tree, url)
    paragraphs = [line for line in (extraction.text or "").splitlines() if line.strip()] if extraction else []
    if not extraction or not paragraphs:
        raise UnreadableError("no article found on the page")
    return Page(text="\n\n".join(paragraphs), metadata=said.fill(_guess(extraction)))


def _parse(source: str) -> HtmlElement:
    from trafilatura.utils import load_html

    tree = load_html(source)
    if tree is None:
        raise UnreadableError("not a web page: no HTML found in it")
    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        raise UnreadableError(f"a page of more than {_MOST_ELEMENTS:,} elements is not read")
    return tree


def _extract(tree: HtmlElement, url: str | None) -> Extraction | None:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extraction

    try:
        extraction = bare_extraction(
            tree,
            url=url,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
        )
    except Exception as error:  # a page can drive the extractor into any error; this page alone fails
        raise UnreadableError(f"no article could be taken from the page ({type(error).__name__})") from error
    return extraction if isinstance(extraction, Extraction) else None


def _scripts(tree: HtmlElement) -> list[str]:
    found = tree.xpath("//script[@type='application/ld+json']/text()")
    return [str(script) for script in found]


def _read_meta(tree: HtmlElement) -> Metadata:
    """What the meta elements, the canonical link and ``<time>`` say."""
    meta: dict[str, list[str]] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        meta.setdefault(name.strip().lower(), []).append(_clean(element.get("content")))
    written = [*_all(meta, _DAYS), *_times(tree)]
    day = next((day for value in written if (day := parse_day(value))), None)
    links = [link.get("href", "") for link in tree.xpath("//link[@rel='canonical'][@href]")]
    addresses = [*links, *_all(meta, _URLS)]
    return Metadata(
        title=next(iter(_all(meta, _TITLES)), None),
        authors=_author_names(_all(meta, _AUTHORS)),
        published=Published(date=day, basis="metadata") if day else None,
        publisher=next((name for name in _all(meta, _PUBLISHERS) if "://" not in name), None),
        url=next((url for url in addresses if url.startswith(("http://", "https://"))), None),
    )


def _all(meta: dict[str, list[str]], names: Sequence[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ()) if value]


def _times(tree: HtmlElement) -> list[str]:
    elements = [element for path in _TIMES for element in tree.xpath(path)[:1]]
    return [element.get("datetime") or element.get("content") for element in elements]


def _author_names(values: Iterable[str]) -> tuple[str, ...]:
    """Names of people in meta elements, which hold addresses of profiles and names of outlets as
    well.
    """
    return tuple(dict.fromkeys(name for value in values for name in find_names(value)))


def _guess(extraction: Extraction) -> Metadata:
    day = parse_day(extraction.date) if extraction.date else None
    authors = (extraction.author or "").split(";")
    return Metadata(
        title=_clean(extraction.title) or None,
        authors=_author_names(author.strip() for author in authors),
        published=Published(date=day, basis="inferred") if day else None,
        publisher=_clean(extraction.sitename) or None,
        url=extraction.url or None,
    )


def _clean(value: str | None) -> str:
    return " ".join(html.unescape((value or "")[:_LONGEST]).split())
