"""What is read: a document, its text fixed for ever, and what its publisher says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.record.spans import Span

Basis = Literal["given", "metadata", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The day a document was published, and how that is known.

    ``given``: the user or the input's own field says so; ``metadata``: the page's metadata do;
    ``inferred``: a dateline, a byline or the address shows it.
    """

    date: date
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The trained model that took part in a reading."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What made a record: two readings by the same reader of the same document are the same."""

    version: str
    model: Model
    vocabulary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as it is read. ``text`` never changes; every span of the record counts in it.

    ``boilerplate`` marks what is not article (share buttons, "read more"): nothing is extracted there.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"
    published: Published | None = None
    boilerplate: tuple[Span, ...] = ()
    reader: Reader | None = None
