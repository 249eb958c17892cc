"""The codes that tables of actors use: sectors, kinds of offices and bodies, types of nouns."""

from __future__ import annotations

from typing import Literal, get_args

SECTORS = frozenset(
    {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "UNK", "CRM", "CVL"}
    | {"BUS", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "REL", "SOC", "AGR", "PRE", "IGO", "NGO"}
)
"""PLOVER's codes for what part of a society somebody belongs to; IGO and NGO for bodies above states."""

OfficeKind = Literal[
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "interior_minister",
    "finance_minister",
    "minister",
    "deputy_head",
    "legislature_speaker",
    "spokesperson",
    "intelligence_chief",
    "security_adviser",
    "military_chief",
    "ambassador",
    "governor",
    "mayor",
    "party_leader",
    "central_bank",
    "judge",
    "prosecutor",
    "opposition_leader",
    "rebel_leader",
    "head_of_body",
    "royal",
    "religious_leader",
    "other",
]
BodyKind = Literal[
    "international",
    "alliance",
    "court",
    "ministry",
    "service",
    "military",
    "police",
    "legislature",
    "seat",
    "party",
    "armed_group",
    "institute",
    "ngo",
    "company",
    "bank",
    "church",
    "union",
    "university",
    "other",
]
AgentType = Literal["person", "organization", "group", "country", "place", "publisher", "facility"]
AgentNumber = Literal["singular", "plural", "both"]

OFFICE_KINDS = get_args(OfficeKind)
BODY_KINDS = get_args(BodyKind)
AGENT_TYPES = get_args(AgentType)
AGENT_NUMBERS = get_args(AgentNumber)

LEADING: tuple[OfficeKind, ...] = ("head_of_state", "head_of_government")
"""The kinds of office whose holders lead a state."""
LEADER = "leader"
"""The id of the title in ``generic_offices.csv`` that means whoever leads a state."""
SINGLE: frozenset[OfficeKind] = frozenset(
    (*LEADING, "foreign_minister", "defence_minister", "interior_minister", "finance_minister")
)
"""The kinds of which a state has one office, whatever its title: the German head of government is a
chancellor."""
