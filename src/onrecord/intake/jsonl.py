"""JSON Lines: an article a line, read line by line, so that a file may be larger than memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.intake.documents import Input
from onrecord.intake.outcome import EMPTY, LARGEST, TOO_LARGE, Failure, UnreadableError

_BOM = b"\xef\xbb\xbf"


class _Fields(msgspec.Struct):
    """The fields of an object that are read; all of them strings."""

    text: str | None = None
    html: str | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


def read_lines(chunks: Iterable[bytes]) -> Iterator[bytes | None]:
    """The lines of a stream without their ends, null for one longer than a document may be.

    Never holds more than one line; what is too long is passed over.
    """
    held, skipping = bytearray(), False
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        held += b"" if skipping else first
        for other in others:
            yield None if skipping or len(held) > LARGEST else bytes(held)
            held, skipping = bytearray(other), False
        if len(held) > LARGEST:
            held, skipping = bytearray(), True
    if skipping or held:
        yield None if skipping else bytes(held)


def read_inputs(name: str, chunks: Iterable[bytes]) -> Iterator[Input | Failure]:
    """The articles of a JSON Lines stream called ``name``; a line that cannot be read is said and
    passed.

    The place of each is ``name:line``. Blank lines are passed over; a stream with no others is
    empty.
    """
    empty = True
    for number, line in enumerate(read_lines(chunks), start=1):
        place = f"{name}:{number}"
        if line is None:
            empty = False
            yield Failure(place, TOO_LARGE)
            continue
        line = line.removeprefix(_BOM) if number == 1 else line
        if not line.strip():
            continue
        empty = False
        try:
            yield parse_input(place, line)
        except UnreadableError as error:
            yield Failure(place, str(error))
    if empty:
        yield Failure(name, EMPTY)


def parse_input(place: str, line: bytes) -> Input:
    """The article of one line. Raises ``UnreadableError`` where it is no object with ``text`` or
    ``html``, or its ``id`` could not be printed.

    Where an object has both, ``text`` is read, unless it is blank. Fields it does not know are
    passed over.
    """
    try:
        fields = msgspec.json.decode(line, type=_Fields)
    except UnicodeDecodeError as error:
        raise UnreadableError("not UTF-8") from error
    except (msgspec.DecodeError, RecursionError) as error:
        reason = " ".join(str(error).split())[:160]
        raise UnreadableError(f"no JSON object of an article ({reason})") from error
    text = fields.text if fields.text and fields.text.strip() else None
    if text is None and not (fields.html or "").strip():
        raise UnreadableError("an object without “text” or “html”, or with an empty one")
    if fields.id and not fields.id.isprintable():
        raise UnreadableError("an “id” with characters that cannot be printed")
    return Input(
        place=place,
        text=text,
        page=fields.html,
        id=fields.id or None,
        url=fields.url or None,
        title=fields.title or None,
        publisher=fields.publisher or None,
        published=fields.published or None,
    )
