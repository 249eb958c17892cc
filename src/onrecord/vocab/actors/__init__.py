"""Who acts: people with their dated offices, bodies, titles and common nouns.

The tables are ``data/people.csv`` (a person a row, with terms), ``offices.csv``, ``bodies.csv``
(bodies with names of their own), ``generic_bodies.csv`` and ``generic_offices.csv`` (kinds that
every state has) and ``agents.csv`` (nouns such as "soldier").
"""

from onrecord.vocab.actors.actors import Actors, load_actors
from onrecord.vocab.actors.days import Day, parse_day
from onrecord.vocab.actors.entries import (
    Agent,
    Body,
    GenericBody,
    GenericOffice,
    Office,
    Person,
    Term,
    Title,
)
from onrecord.vocab.actors.kinds import LEADING, AgentNumber, AgentType, BodyKind, OfficeKind

__all__ = [
    "LEADING",
    "Actors",
    "Agent",
    "AgentNumber",
    "AgentType",
    "Body",
    "BodyKind",
    "Day",
    "GenericBody",
    "GenericOffice",
    "Office",
    "OfficeKind",
    "Person",
    "Term",
    "Title",
    "load_actors",
    "parse_day",
]
