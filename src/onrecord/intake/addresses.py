"""Which network addresses may be asked for a page: public ones only, unless the user allows private
ones.
"""

from __future__ import annotations

import ipaddress
import socket

from onrecord.intake.outcome import UnreadableError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Reserved by IANA or given up, and called global by some version of Python that we run on.
_RESERVED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # 6to4 relays, given up
        "::/96",  # IPv4-compatible, given up
        "64:ff9b:1::/48",  # local translation to IPv4
        "fec0::/10",  # site-local, given up
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing
    )
)


def is_public(address: IPAddress) -> bool:
    """Whether ``address`` belongs to the public internet, the IPv4 address inside an IPv6 one
    included.
    """
    if address.is_multicast or not address.is_global or any(address in network for network in _RESERVED):
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        return all(is_public(part) for part in inner if part is not None)
    return True


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of ``host``, of which every one may be asked.

    Raises ``UnreadableError`` where the name is not known or any of its addresses is private,
    loopback, link-local or reserved and these are not allowed.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, OverflowError) as error:  # a port of twenty digits overflows
        raise UnreadableError(f"no address known for the host {host}") from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    for address in addresses:
        if not allow_private and not is_public(ipaddress.ip_address(address.partition("%")[0])):
            raise UnreadableError(f"{host} leads to {address}, a private address: not read")
    return addresses
