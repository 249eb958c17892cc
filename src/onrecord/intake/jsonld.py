"""What a page says of its article in JSON-LD (schema.org): headline, authors, day, publisher,
address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.intake.days import parse_day
from onrecord.intake.wordlist import wordlist
from onrecord.record import Published

_TYPES = wordlist(
    """
    Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle
    BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle LiveBlogPosting BlogPosting
    Report
    """
)
_MOST_OBJECTS = 2000
_LONGEST = 500
_SURROGATE = re.compile(r"[\ud800-\udfff]")  # JSON can write half a character, UTF-8 cannot
Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its article; null where it says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    publisher: str | None = None
    url: str | None = None

    def fill(self, other: Metadata) -> Metadata:
        """These metadata, with what they lack from ``other``."""
        return Metadata(
            title=self.title or other.title,
            authors=self.authors or other.authors,
            published=self.published or other.published,
            publisher=self.publisher or other.publisher,
            url=self.url or other.url,
        )


def read_jsonld(scripts: list[str]) -> Metadata:
    """The metadata in the JSON-LD ``scripts`` of a page: the first article that each field is found
    in.

    A script that is no JSON, as many are, says nothing.
    """
    metadata = Metadata()
    for script in scripts:
        for item in _objects(_parse(script)):
            if _types(item) & _TYPES:
                metadata = metadata.fill(_read_article(item))
    return metadata


def _parse(script: str) -> object:
    try:
        return json.loads(script.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[Json]:
    """The JSON objects in lists and graphs, breadth first, and no more than a page may need."""
    waiting = [value]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item[:_MOST_OBJECTS])
        elif isinstance(item, dict):
            yield item
            waiting.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)


def _types(item: Json) -> set[str]:
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return {name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def _read_article(item: Json) -> Metadata:
    day = next((parse_day(value) for value in _texts(item.get("datePublished"))), None)
    address = item.get("url") or item.get("mainEntityOfPage")
    if isinstance(address, dict):
        address = address.get("@id") or address.get("url")
    return Metadata(
        title=next(_texts(item.get("headline") or item.get("name")), None),
        authors=tuple(dict.fromkeys(_names(item.get("author") or item.get("creator")))),
        published=Published(date=day, basis="metadata") if day else None,
        publisher=next(_names(item.get("publisher")), None),
        url=next((url for url in _texts(address) if url.startswith(("http://", "https://"))), None),
    )


def _names(value: object) -> Iterator[str]:
    """Names given as a string, as an object with ``name``, or as a list of either."""
    for item in value if isinstance(value, list) else [value]:
        yield from _texts(item.get("name") if isinstance(item, dict) else item)


def _texts(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and (text := " ".join(item[:_LONGEST].split())):
            yield _SURROGATE.sub("\ufffd", text)
