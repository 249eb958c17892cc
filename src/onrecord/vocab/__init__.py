"""What is known of the world, as data: countries and publishers, with validated loaders."""

from onrecord.vocab.countries import (
    Countries,
    Country,
    CountryName,
    NameKind,
    Status,
    load_countries,
)
from onrecord.vocab.publishers import (
    Control,
    Publisher,
    PublisherKind,
    Publishers,
    find_publisher,
    load_publishers,
)
from onrecord.vocab.tables import version

__all__ = [
    "Control",
    "Countries",
    "Country",
    "CountryName",
    "NameKind",
    "Publisher",
    "PublisherKind",
    "Publishers",
    "Status",
    "find_publisher",
    "load_countries",
    "load_publishers",
    "version",
]
