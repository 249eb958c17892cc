"""Where documents lie: files, folders, standard input, addresses; and the bytes that lie there."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from onrecord.intake.outcome import EMPTY, LARGEST, TOO_LARGE, Failure, Notice, UnreadableError

Kind = Literal["text", "page", "jsonl"]

KINDS: dict[str, Kind] = {".txt": "text", ".html": "page", ".htm": "page", ".jsonl": "jsonl"}
"""Which suffix holds what: of a folder, files with these are read."""

CHUNK = 1024 * 1024
STANDARD_INPUT = "-"

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://")
_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|meta|div|p|h1)\b",
    re.I | re.S,
)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.S)
_XHTML = re.compile(rb"\s*<\?xml[^>]{0,200}>\s*<(?:!doctype\s+html|html)\b", re.I)
_OBJECT = re.compile(rb"\s*\{\s*(?:\"|\})")
_SNIFFED = 4096


def is_address(place: str) -> bool:
    """Whether ``place`` is an address ("scheme://…") and no path."""
    return _ADDRESS.match(place) is not None


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder; not where it cannot be looked at, which is said when it is read."""
    try:
        return path.is_dir()
    except OSError:  # a name too long, a folder that is closed to us
        return False


def sniff(head: bytes) -> Kind:
    """What bytes of no known suffix hold, by how they begin.

    Raises ``UnreadableError`` for a feed, which has articles in it but is none.
    """
    head = head[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if _FEED.match(head):
        raise UnreadableError("a feed, not an article: feeds are not read")
    if _PAGE.match(head) or _XHTML.match(head):
        return "page"
    return "jsonl" if _OBJECT.match(head) else "text"


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of ``stream``, piece by piece."""
    while piece := stream.read(CHUNK):
        yield piece


def join(pieces: Iterable[bytes]) -> bytes:
    """The bytes of one document. Raises ``UnreadableError`` where they are too many, or none."""
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > LARGEST:
            raise UnreadableError(TOO_LARGE)
    if not content.strip():
        raise UnreadableError(EMPTY)
    return bytes(content)


def walk(folder: Path) -> Iterator[Path | Failure | Notice]:
    """The files under ``folder`` of a known suffix, in the order of their names, hidden ones left
    out.

    Says how many others there are, and where a folder cannot be listed or holds nothing to be read.
    """
    found = others = 0
    for item in _list(folder):
        if isinstance(item, Failure) or item.suffix.lower() in KINDS:
            found += 1
            yield item
        else:
            others += 1
    known = ", ".join(KINDS)
    if not found:
        yield Failure(str(folder), f"no file of a known suffix in this folder ({known})")
    elif others:
        files = "1 file is" if others == 1 else f"{others} files are"
        yield Notice(str(folder), f"{files} of another suffix and not read (known: {known})")


def _list(folder: Path) -> Iterator[Path | Failure]:
    try:
        items = sorted(folder.iterdir())
    except OSError as error:
        yield Failure(str(folder), explain(error))
        return
    for item in items:
        if item.name.startswith("."):
            continue
        try:
            mode = item.stat().st_mode
        except FileNotFoundError:  # a link that leads nowhere: said when it is read
            yield item
        except OSError as error:
            yield Failure(str(item), explain(error))
        else:
            if stat.S_ISREG(mode):
                yield item
            elif stat.S_ISDIR(mode) and not item.is_symlink():  # a link may lead in circles
                yield from _list(item)


def explain(error: OSError) -> str:
    """What the operating system says, in one line."""
    return (error.strerror or type(error).__name__).lower()


def count(places: Iterable[str]) -> int | None:
    """About how many documents ``places`` hold, for a progress bar; null where standard input is
    among them.

    A file or an address counts one, JSON Lines their line breaks; files are gone over but nothing
    is kept.
    """
    total = 0
    for place in places:
        if place == STANDARD_INPUT:
            return None
        path = Path(place)
        if is_address(place) or not is_folder(path):
            total += 1 if is_address(place) else _count_file(path)
        else:
            total += sum(_count_file(item) for item in walk(path) if isinstance(item, Path))
    return total


def _count_file(path: Path) -> int:
    """The documents of one file; 1 for what cannot be opened, which gives one message."""
    if KINDS.get(path.suffix.lower()) != "jsonl":
        return 1
    try:
        if not path.is_file():
            return 1
        with path.open("rb") as stream:
            return _count_lines(lambda: stream.read(CHUNK))
    except OSError:  # said when it is read
        return 1


def _count_lines(read: Callable[[], bytes]) -> int:
    lines, last = 0, b"\n"
    while piece := read():
        lines, last = lines + piece.count(b"\n"), piece[-1:]
    return lines + (last != b"\n")
