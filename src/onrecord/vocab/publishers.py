"""Outlets and agencies: the names and hosts they go by, where they sit and who controls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.vocab.countries import Countries, load_countries
from onrecord.vocab.keys import LONGEST, fold, is_acronym, without_article, without_possessive
from onrecord.vocab.tables import Row, read_table

Control = Literal["state", "state-funded", "public", "party", "captured", "private", "unknown"]
PublisherKind = Literal["agency", "newspaper", "broadcaster", "site", "magazine"]

LONGEST_ADDRESS = 4096
"""No address is longer (in characters); what is longer is not looked at."""

_CONTROLS = get_args(Control)
_PUBLISHER_KINDS = get_args(PublisherKind)
_COLUMNS = (
    "id",
    "name",
    "aliases",
    "ambiguous",
    "domains",
    "country",
    "owner",
    "control",
    "kind",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An outlet or agency.

    ``country`` is ISO 3166-1 alpha-3, of the seat. ``control``: state (owned and edited by the
    state), state-funded (its editors independent), public (a public service or a body under public
    law), party (of a party or an armed movement, a ruling one included), captured (owned otherwise,
    edited in the state's interest), private, unknown. ``ambiguous`` are those of its names that
    mean other things too ("Time", "ABC"): in a text they need other evidence, such as italics.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    ambiguous: frozenset[str]
    domains: tuple[str, ...]
    country: str
    owner: str
    control: Control
    kind: PublisherKind

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)

    def is_ambiguous(self, name: str) -> bool:
        """Whether one of its names, however written, needs other evidence in a text."""
        return _key(name) in {_key(other) for other in self.ambiguous}


class Publishers:
    """All publishers, to be looked up by id, name or host."""

    __slots__ = ("_by_domain", "_by_id", "_by_name")

    def __init__(self, publishers: Iterable[Publisher]) -> None:
        self._by_id = {publisher.id: publisher for publisher in publishers}
        self._by_domain = {domain: publisher for publisher in self for domain in publisher.domains}
        by_alias: dict[str, Publisher | None] = {}
        for publisher in self:
            for alias in map(_key, publisher.aliases):
                # An alias that several go by ("The Nation") finds none of them.
                by_alias[alias] = None if alias in by_alias else publisher
        # A name of its own goes before the aliases of others: "The Guardian" is London's.
        self._by_name = by_alias | {_key(publisher.name): publisher for publisher in self}

    def __iter__(self) -> Iterator[Publisher]:
        """Every publisher, in the order of the table."""
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, id: str) -> Publisher:  # noqa: A002 - the field's name
        """A publisher by its id; KeyError for an unknown one."""
        return self._by_id[id]

    def find(self, name_or_domain: str) -> Publisher | None:
        """The publisher of a name, a host name or an address, or null."""
        host = _host(name_or_domain)
        return (host and self._of_host(host)) or self._of_name(name_or_domain)

    def _of_host(self, host: str) -> Publisher | None:
        while "." in host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.partition(".")[2]
        return None

    def _of_name(self, name: str) -> Publisher | None:
        if not 0 < len(name) <= LONGEST:
            return None
        for written in (name, without_possessive(name)):
            for key in (_key(written), without_article(fold(written)).lower()):
                if publisher := self._by_name.get(key):
                    return publisher
        return None


def find_publisher(name_or_domain: str) -> Publisher | None:
    """The publisher that a name, a host name or an address belongs to, or null.

    Case and a leading "the" make no difference, except that acronyms of up to four letters are
    matched as written. A host belongs to the publisher of the longest listed domain that it ends
    with. What is the name of one publisher and an alias of others ("The Guardian") finds the first,
    an alias that several go by ("The Nation") none; a name that is also a common word ("Time") is
    found all the same.
    """
    return load_publishers().find(name_or_domain)


def load_publishers(path: Path | None = None) -> Publishers:
    """The publishers that ship with the package, or those of the CSV file ``path``.

    ValueError, with file, line and reason, for an unknown country or kind, for an id, a domain, a
    name or an unambiguous alias that two publishers share, and for an alias that says nothing new.
    The package's own are read once.
    """
    return _shipped() if path is None else _read(path, load_countries())


@cache
def _shipped() -> Publishers:
    return _read(None, load_countries())


def _read(path: Path | None, countries: Countries) -> Publishers:
    name, folder = (path.name, path.parent) if path else ("publishers.csv", None)
    codes = frozenset(countries.codes)
    taken: dict[tuple[str, str], tuple[Publisher, bool]] = {}
    publishers: list[Publisher] = []
    for row in read_table(name, _COLUMNS, folder=folder):
        publisher = _publisher(row, codes)
        for what, value, shareable in _claims(publisher):
            other, other_shareable = taken.setdefault((what, value), (publisher, shareable))
            if other is not publisher and not (shareable and other_shareable):
                raise row.error(f"{what} {value!r} belongs to {other.id} already")
        publishers.append(publisher)
    return Publishers(publishers)


def _publisher(row: Row, codes: frozenset[str]) -> Publisher:
    country = row.needed("country")
    if country not in codes:
        raise row.error(f"unknown country {country}")
    name, aliases = row.needed("name"), row.several("aliases")
    ambiguous = frozenset(row.several("ambiguous"))
    if not ambiguous.issubset((name, *aliases)):
        raise row.error("an ambiguous name is neither the name nor an alias")
    if aliases and len({_key(written) for written in (name, *aliases)}) <= len(aliases):
        raise row.error("a name is given twice: case, accents and a leading article do not tell")
    domains = row.several("domains")
    for domain in domains:
        if _host(domain) != domain:
            raise row.error(f"{domain!r} is no host name in lower case")
    return Publisher(
        id=row.needed("id"),
        name=name,
        aliases=aliases,
        ambiguous=ambiguous,
        domains=domains,
        country=country,
        owner=row.needed("owner"),
        control=cast("Control", row.one_of("control", _CONTROLS)),
        kind=cast("PublisherKind", row.one_of("kind", _PUBLISHER_KINDS)),
    )


def _claims(publisher: Publisher) -> Iterator[tuple[str, str, bool]]:
    """What a publisher lays claim to, and whether another one may have it too."""
    yield "id", publisher.id, False
    for domain in publisher.domains:
        yield "domain", domain, False
    # Two may not have the same name; a name may be an ambiguous alias of others.
    yield "own name", _key(publisher.name), False
    for name in publisher.names:
        yield "name", _key(name), name in publisher.ambiguous


@lru_cache(maxsize=16_384)
def _key(name: str) -> str:
    folded = without_article(fold(name))
    return folded if is_acronym(folded) else folded.lower()


def _host(text: str) -> str | None:
    """The host of an address or of what looks like one, in lower case; null for anything else."""
    if not 0 < len(text) <= LONGEST_ADDRESS or text.split() != [text]:
        return None
    scheme, mark, rest = text.partition("://")
    if not (mark and scheme.isalpha()):
        rest = text.removeprefix("//")
    for end in "/?#":
        rest = rest.partition(end)[0]
    host = rest.rpartition("@")[2].partition(":")[0].lower().rstrip(".")
    return host if "." in host else None
