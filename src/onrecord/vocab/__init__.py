"""What is known of the world, as data: countries, publishers and actors, with validated loaders."""

from onrecord.vocab.actors import (
    Actors,
    Agent,
    Body,
    Day,
    GenericBody,
    GenericOffice,
    Office,
    Person,
    Term,
    Title,
    load_actors,
)
from onrecord.vocab.countries import (
    Countries,
    Country,
    CountryName,
    NameKind,
    Status,
    load_countries,
)
from onrecord.vocab.cues import Cue, CuePart, Cues, Effect, Match, Modifier, load_cues
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
    "Actors",
    "Agent",
    "Body",
    "Control",
    "Countries",
    "Country",
    "CountryName",
    "Cue",
    "CuePart",
    "Cues",
    "Day",
    "Effect",
    "GenericBody",
    "GenericOffice",
    "Match",
    "Modifier",
    "NameKind",
    "Office",
    "Person",
    "Publisher",
    "PublisherKind",
    "Publishers",
    "Status",
    "Term",
    "Title",
    "find_publisher",
    "load_actors",
    "load_countries",
    "load_cues",
    "load_publishers",
    "version",
]
