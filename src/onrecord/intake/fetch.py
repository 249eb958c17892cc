"""A page from an http(s) address: bounded in size, time and redirects, public addresses only."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.intake.outcome import LARGEST, TOO_LARGE, UnreadableError

if TYPE_CHECKING:
    import httpcore
    import httpx

SECONDS = 30.0
"""For the whole of an address: every redirect and every byte."""
_SILENCE = 10.0  # seconds without a byte
_REDIRECTS = 5
_REDIRECT_CODES = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered with. ``url`` is the one that answered, after redirects."""

    url: str
    content: bytes
    media_type: str
    encoding: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Redirect:
    location: str


def fetch(address: str, *, allow_private: bool) -> Fetched:
    """What ``address`` holds.

    Raises ``UnreadableError`` for anything but an answer of status 200 to 299, of at most 20 MB,
    within 30 seconds and five redirects, over http or https, from addresses that are public (or
    allowed). The 30 seconds do not bound the resolution of names, which the operating system does in
    its own time: they are looked at again as soon as it ends.
    """
    import httpcore
    import httpx

    from onrecord.intake.connection import CheckedBackend

    backend = CheckedBackend(deadline=time.monotonic() + SECONDS, allow_private=allow_private)
    context = httpx.create_ssl_context(trust_env=False)
    url = _check(address)
    try:
        with httpcore.ConnectionPool(ssl_context=context, network_backend=backend) as pool:
            for _ in range(_REDIRECTS + 1):
                answer = _ask(pool, url)
                if isinstance(answer, Fetched):
                    return answer
                url = _check(str(url.join(answer.location)))
    except httpx.InvalidURL as error:
        raise UnreadableError(f"led to an address that is none ({error})") from error
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise UnreadableError(_explain(error)) from error
    raise UnreadableError(f"more than {_REDIRECTS} redirects")


def _check(address: str) -> httpx.URL:
    import httpx

    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnreadableError(f"not an address ({error})") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise UnreadableError(f"only http and https addresses are read, not {url.scheme or address}:")
    return url


def _ask(pool: httpcore.ConnectionPool, url: httpx.URL) -> Fetched | _Redirect:
    """The answer to one request."""
    import httpcore

    headers = [
        (b"Host", url.netloc),
        (b"User-Agent", f"onrecord/{__version__}".encode()),
        (b"Accept", b"text/html, text/plain;q=0.9, */*;q=0.5"),
        (b"Accept-Encoding", b"identity"),
    ]
    timeouts = {"connect": _SILENCE, "read": _SILENCE, "write": _SILENCE, "pool": _SILENCE}
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    with pool.stream("GET", target, headers=headers, extensions={"timeout": timeouts}) as response:
        found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
        if response.status in _REDIRECT_CODES and "location" in found:
            return _Redirect(location=found["location"])
        if not 200 <= response.status < 300:
            raise UnreadableError(f"the server answered {response.status}")
        length = found.get("content-length", "")[:20]
        if length.isdecimal() and int(length) > LARGEST:
            raise UnreadableError(TOO_LARGE)
        content = _join(response.iter_stream(), found.get("content-encoding", "identity").lower())
    kind, _, parameters = found.get("content-type", "").partition(";")
    encoding = parameters.lower().partition("charset=")[2].strip("\"' ;") or None
    return Fetched(url=str(url), content=content, media_type=kind.strip().lower(), encoding=encoding)


def _join(parts: Iterable[bytes], coding: str) -> bytes:
    """The bytes of an answer, unpacked where the server packs them unasked; never more than the
    limit.
    """
    if coding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise UnreadableError(f"the server packs its answer ({coding}), which was not asked for")
    unpack = zlib.decompressobj(wbits=47) if "gzip" in coding or coding == "deflate" else None
    content = bytearray()
    try:
        for part in parts:
            room = LARGEST + 1 - len(content)
            content += unpack.decompress(part, room) if unpack else part
            if len(content) > LARGEST:
                raise UnreadableError(TOO_LARGE)
    except zlib.error as error:
        raise UnreadableError("the answer is packed and cannot be unpacked") from error
    return bytes(content)


def _explain(error: Exception) -> str:
    import httpcore

    if isinstance(error, httpcore.TimeoutException):
        return f"no answer in time ({_SILENCE:.0f} s without a byte, {SECONDS:.0f} s in all)"
    text = " ".join(str(error).split())[:200]
    return f"no connection ({text})" if text else f"no connection ({type(error).__name__})"
