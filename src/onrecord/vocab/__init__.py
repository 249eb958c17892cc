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
from onrecord.vocab.figures import FigureRole, FigureWords, load_figure_words
from onrecord.vocab.hedges import Bound, Hedge, Hedges, load_hedges
from onrecord.vocab.publishers import (
    Control,
    Publisher,
    PublisherKind,
    Publishers,
    find_publisher,
    load_publishers,
)
from onrecord.vocab.silences import Governing, Needs, SilencePart, Silences, Unsaid, load_silences
from onrecord.vocab.tables import version
from onrecord.vocab.units import Unit, UnitKind, Units, load_units

__all__ = [
    "Actors",
    "Agent",
    "Body",
    "Bound",
    "Control",
    "Countries",
    "Country",
    "CountryName",
    "Cue",
    "CuePart",
    "Cues",
    "Day",
    "Effect",
    "FigureRole",
    "FigureWords",
    "GenericBody",
    "GenericOffice",
    "Governing",
    "Hedge",
    "Hedges",
    "Match",
    "Modifier",
    "NameKind",
    "Needs",
    "Office",
    "Person",
    "Publisher",
    "PublisherKind",
    "Publishers",
    "SilencePart",
    "Silences",
    "Status",
    "Term",
    "Title",
    "Unit",
    "UnitKind",
    "Units",
    "Unsaid",
    "find_publisher",
    "load_actors",
    "load_countries",
    "load_cues",
    "load_figure_words",
    "load_hedges",
    "load_publishers",
    "load_silences",
    "load_units",
    "version",
]
