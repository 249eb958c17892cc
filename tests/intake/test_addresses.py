"""Which addresses may be asked."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from onrecord.intake.addresses import is_public, resolve
from onrecord.intake.outcome import UnreadableError


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822"])
def test_public(address: str) -> None:
    """Addresses of the public internet may be asked."""
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2002:a00:1::1", "::5db8:d822", "64:ff9b:1::1", "fec0::1", "3fff::1", "5f00::1", "192.0.0.9",
        "192.88.99.1", "2002:c058:6301::1",
    ],
)  # fmt: skip
def test_private(address: str) -> None:
    """Private, loopback, link-local and reserved addresses may not, IPv4 inside IPv6 included."""
    assert not is_public(ipaddress.ip_address(address))


def test_one_private_address_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to a public and to a private address is refused."""
    found = [(0, 0, 0, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: found)
    with pytest.raises(UnreadableError, match=r"10\.0\.0\.1, a private address"):
        resolve("gazette.example", 80, allow_private=False)
    assert resolve("gazette.example", 80, allow_private=True) == ["93.184.216.34", "10.0.0.1"]
