"""Which network addresses may be asked for a page: public ones only, unless the user allows private
ones.
"""

from __future__ import annotations

import ipaddress
import socket

from onrecord.intake.outcome import UnreadableError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: IPAddress) -> bool:
    """Whether ``address`` belongs to the public internet, the IPv4 address inside an IPv6 one
    included.
    """
    if address.is_multicast or not address.is_global:
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
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"no address known for the host {host}") from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    for address in addresses:
        if not allow_private and not is_public(ipaddress.ip_address(address.partition("%")[0])):
            raise UnreadableError(f"{host} leads to {address}, a private address: not read")
    return addresses
