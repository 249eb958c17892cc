"""Connections for fetching a page: only to addresses that were checked, and never beyond a point in
time.

The check stands where the connection is made, so a name that changes its address between check and
use (DNS rebinding) gains nothing. The environment's proxies are not used: through one, nothing
could be checked.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable

import httpcore

from onrecord.intake.addresses import resolve

_SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


def _left(deadline: float, timeout: float | None) -> float:
    """Seconds that one operation may take. Raises ``httpcore.ReadTimeout`` where none are left."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for the whole answer is over")
    return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    """A stream whose every operation ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout))
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to hosts all of whose addresses are public, and stops at ``deadline``
    (``time.monotonic``).
    """

    def __init__(self, *, deadline: float, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = resolve(host, port, allow_private=self._allow_private)
        for position, address in enumerate(addresses, start=1):
            try:
                stream = self._backend.connect_tcp(
                    address, port, _left(self._deadline, timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if position == len(addresses):
                    raise
            else:
                return _Stream(stream, self._deadline)
        raise httpcore.ConnectError(f"no address of {host} answers")
