"""Reading: from places to documents; what fails is said and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, TypeVar

from onrecord.intake.decode import decode_page, decode_text
from onrecord.intake.documents import Input, make_document
from onrecord.intake.fetch import Fetched, fetch
from onrecord.intake.jsonl import read_inputs
from onrecord.intake.outcome import EMPTY, Failure, Given, Notice, UnreadableError
from onrecord.intake.places import (
    KINDS,
    STANDARD_INPUT,
    Kind,
    chunks,
    explain,
    is_address,
    is_folder,
    join,
    sniff,
    walk,
)
from onrecord.record import Document

_Source = TypeVar("_Source")
Outcome = Document | Failure | Notice

_MEDIA_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "text/html": "page",
        "application/xhtml+xml": "page",
        "text/plain": "text",
        "application/jsonl": "jsonl",
        "application/x-ndjson": "jsonl",
        "application/x-jsonlines": "jsonl",
    }
)
_UNSAID = ("", "application/octet-stream", "binary/octet-stream")


def read(places: Iterable[str], given: Given, *, stdin: BinaryIO | None = None) -> Iterator[Outcome]:
    """The documents of ``places``: files, folders, ``-`` for standard input, http(s) addresses.

    Lazy, in the order given. What cannot be read comes as a ``Failure`` in its place; a ``Notice``
    is said and changes nothing. A file of no known suffix, standard input and what a server does
    not name are taken for what they look like. ``stdin`` is read in place of the process's own
    standard input.
    """
    for place in places:
        if place == STANDARD_INPUT:
            yield from _guard("standard input", _read_stream, stdin or sys.stdin.buffer, given)
        elif is_address(place):
            yield from _guard(place, _read_address, place, given)
        elif is_folder(Path(place)):
            yield from _read_folder(Path(place), given)
        else:
            yield from _guard(place, _read_file, Path(place), given)


def _guard(
    place: str,
    reader: Callable[[str, _Source, Given], Iterator[Outcome]],
    source: _Source,
    given: Given,
) -> Iterator[Outcome]:
    """What ``reader`` makes of ``source``; where it cannot be read, a failure with the reason."""
    try:
        yield from reader(place, source, given)
    except UnreadableError as error:
        yield Failure(place, str(error))
    except OSError as error:
        yield Failure(place, explain(error))


def _read_folder(folder: Path, given: Given) -> Iterator[Outcome]:
    for item in walk(folder):
        if isinstance(item, Path):
            yield from _guard(str(item), _read_file, item, given)
        else:
            yield item


def _read_file(place: str, path: Path, given: Given) -> Iterator[Outcome]:
    with path.open("rb") as stream:
        yield from _read_pieces(place, chunks(stream), KINDS.get(path.suffix.lower()), given)


def _read_stream(place: str, stream: BinaryIO, given: Given) -> Iterator[Outcome]:
    yield from _read_pieces(place, chunks(stream), None, given)


def _read_pieces(place: str, pieces: Iterator[bytes], kind: Kind | None, given: Given) -> Iterator[Outcome]:
    """The documents in a stream of ``kind``, or of the kind its beginning shows."""
    head = next(pieces, b"")
    whole = chain((head,), pieces)
    kind = kind or sniff(head)
    if kind == "jsonl":
        yield from _make(read_inputs(place, whole), given)
    else:
        yield from make_document(_decode(place, join(whole), kind), given)


def _make(inputs: Iterable[Input | Failure], given: Given) -> Iterator[Outcome]:
    for found in inputs:
        if isinstance(found, Failure):
            yield found
        else:
            yield from _guard(found.place, _read_input, found, given)


def _read_input(_place: str, found: Input, given: Given) -> Iterator[Outcome]:
    yield from make_document(found, given)


def _decode(place: str, content: bytes, kind: Kind, fetched: Fetched | None = None) -> Input:
    """The one article in ``content``, which is text or a page."""
    url = fetched.url if fetched else None
    if kind == "text":
        text = decode_text(content)
        if not text.strip():
            raise UnreadableError(EMPTY)
        return Input(place=place, text=text, url=url)
    page = decode_page(content, declared=fetched.encoding if fetched else None)
    return Input(place=place, page=page, url=url)


def _read_address(place: str, address: str, given: Given) -> Iterator[Outcome]:
    fetched = fetch(address, allow_private=given.allow_private)
    if fetched.media_type in _UNSAID:
        kind = sniff(fetched.content)
    elif (known := _MEDIA_KINDS.get(fetched.media_type)) is not None:
        kind = known
    else:
        raise UnreadableError(f"neither a web page nor text ({fetched.media_type[:80]})")
    content = join((fetched.content,))
    if kind == "jsonl":
        yield from _make(read_inputs(place, (content,)), given)
    else:
        yield from make_document(_decode(place, content, kind, fetched), given)
