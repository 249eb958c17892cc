"""Pages over http, from a server on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from onrecord import __version__
from onrecord.intake import addresses, connection, fetch, reading
from onrecord.intake.fetch import fetch as fetch_address
from onrecord.intake.outcome import Failure, Given, UnreadableError
from onrecord.record import Document
from tests.intake.samples import ARTICLE, PARAGRAPHS, page


class _Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    def do_GET(self) -> None:
        if self.path.startswith("/hops/"):
            left = int(self.path.rsplit("/", 1)[1])
            self._answer(302, b"", Location=f"/hops/{left - 1}" if left else "/page")
        elif self.path == "/slow":
            self._drip()
        else:
            status, headers, body = _ANSWERS.get(self.path, (404, {}, b""))
            self._answer(status, body, **headers)

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        """A byte now and then, for ever."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:  # the client hangs up, which is what is tested
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in the base class
        """Nothing is logged."""


_HTML = {"Content_Type": "text/html; charset=windows-1250"}
_ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, _HTML, page().replace("Geneva", "Łódź").encode("windows-1250")),
    "/text": (200, {"Content_Type": "text/plain"}, ARTICLE.encode()),
    "/lines": (200, {"Content_Type": "application/x-ndjson"}, b'{"text": "A truce."}\n{'),
    "/pdf": (200, {"Content_Type": "application/pdf"}, b"%PDF"),
    "/packed": (200, {"Content_Encoding": "gzip"}, gzip.compress(ARTICLE.encode())),
    "/bomb": (200, {"Content_Encoding": "gzip"}, gzip.compress(b"a" * 1_000_000)),
    "/broken": (200, {"Content_Encoding": "gzip"}, b"no gzip at all"),
    "/long": (200, {}, b"a" * 1_000_000),
    "/declared": (200, {"Content_Length": "99999999999"}, b"a"),
    "/elsewhere": (302, {"Location": "file:///etc/hostname"}, b""),
    "/inward": (302, {"Location": "http://10.0.0.1/"}, b""),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def read(address: str) -> list[reading.Outcome]:
    """What reading ``address`` yields, private addresses allowed."""
    return list(reading.read([address], Given(allow_private=True)))


def test_a_page(server: str) -> None:
    """A page is read in the encoding that the server names, under the address that answered."""
    (document,) = read(f"{server}/hops/2")
    assert isinstance(document, Document)
    assert document.text.endswith(PARAGRAPHS[-1])
    assert "Łódź" in document.text
    assert document.url == f"{server}/page"


def test_plain_text_is_verbatim(server: str) -> None:
    """Plain text from an address comes back as it is, packed or not."""
    for path in ("/text", "/packed"):
        (document,) = read(server + path)
        assert isinstance(document, Document)
        assert document.text == ARTICLE


def test_json_lines(server: str) -> None:
    """JSON Lines from an address are read line by line."""
    document, failure = read(f"{server}/lines")
    assert isinstance(document, Document)
    assert isinstance(failure, Failure)
    assert failure.place == f"{server}/lines:2"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nothing", "the server answered 404"),
        ("/pdf", "neither a web page nor text (application/pdf)"),
        ("/hops/9", "more than 5 redirects"),
        ("/elsewhere", "only http and https addresses are read, not file:"),
        ("/declared", "more than the 20 MB"),
        ("/broken", "cannot be unpacked"),
    ],
)
def test_what_cannot_be_read(server: str, path: str, reason: str) -> None:
    """Each address that cannot be read is one failure that names it and says why."""
    (failure,) = read(server + path)
    assert isinstance(failure, Failure)
    assert str(failure).startswith(f"{server}{path}: ")
    assert reason in failure.reason


@pytest.mark.parametrize("path", ["/long", "/bomb"])
def test_no_more_than_the_limit(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that is larger than allowed, unpacked, is refused while it comes."""
    monkeypatch.setattr(fetch, "LARGEST", 10_000)
    with pytest.raises(UnreadableError, match="more than the 20 MB"):
        fetch_address(server + path, allow_private=True)


def test_no_longer_than_the_limit(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that drips bytes is left when the time for the whole answer is over."""
    monkeypatch.setattr(fetch, "SECONDS", 0.3)
    before = time.monotonic()
    with pytest.raises(UnreadableError, match="no answer in time"):
        fetch_address(f"{server}/slow", allow_private=True)
    assert time.monotonic() - before < 3


def test_private_addresses_are_refused(server: str) -> None:
    """Without leave, an address on this machine is not asked."""
    (failure,) = reading.read([server], Given())
    assert "private address" in str(failure)


def test_a_redirect_inward_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hop is checked: a page may not lead to a private address."""

    def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
        if host == "127.0.0.1":  # stands for a public server
            return [host]
        return checked(host, port, allow_private=allow_private)

    checked = addresses.resolve
    monkeypatch.setattr(connection, "resolve", resolve)
    with pytest.raises(UnreadableError, match=r"10\.0\.0\.1, a private address"):
        fetch_address(f"{server}/inward", allow_private=False)


def test_the_checked_address_is_the_one_asked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is resolved once, so that it cannot change between the check and the connection."""
    asked: list[object] = []
    real = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **options: Any) -> Any:
        asked.append(host)
        return real("127.0.0.1" if host == "gazette.example" else host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    port = server.rsplit(":", 1)[1]
    assert fetch_address(f"http://gazette.example:{port}/text", allow_private=True).content
    assert asked.count("gazette.example") == 1


@pytest.mark.parametrize("address", ["http://", "ftp://gazette.example/", "http://a b/", "http://[::1"])
def test_no_addresses(address: str) -> None:
    """What is no http(s) address gives one line."""
    (failure,) = reading.read([address], Given())
    assert isinstance(failure, Failure)


def test_a_closed_port() -> None:
    """Where nobody answers, the failure says so."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        (failure,) = read(f"http://127.0.0.1:{held.getsockname()[1]}/")
    assert "no connection" in str(failure)


def test_who_asks(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests name the program and its version, and the environment's proxies are not used."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    seen: list[str | None] = []
    monkeypatch.setattr(
        _Handler, "log_message", lambda self, *_args: seen.append(self.headers.get("User-Agent"))
    )
    fetch_address(f"{server}/text", allow_private=True)
    assert seen == [f"onrecord/{__version__}"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:99999999999999999999/", "no address known for the host"),
        ("http://gazette.example/\udcff", "not an address"),
    ],
)
def test_what_is_no_address(address: str, reason: str) -> None:
    """A port that no machine has and bytes that are no text are said, and nothing is asked."""
    with pytest.raises(UnreadableError, match=reason):
        fetch_address(address, allow_private=True)
