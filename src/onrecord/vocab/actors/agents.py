"""Common nouns for who acts: ``agents.csv``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from onrecord.vocab.actors import cells
from onrecord.vocab.actors.entries import Agent
from onrecord.vocab.actors.kinds import AGENT_NUMBERS, AGENT_TYPES, AgentNumber, AgentType
from onrecord.vocab.keys import LONGEST, fold
from onrecord.vocab.tables import Row, read_table

IRREGULAR = "|"
"""Sets a noun apart from a plural that is not derived: ``person|people``."""

_COLUMNS = ("noun", "type", "sector", "number")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")
_MAN = re.compile(r"(?<=[a-z])man$")


def read_agents(folder: Path | None) -> dict[str, Agent]:
    """All nouns, by singular and by plural."""
    agents: dict[str, Agent] = {}
    for row in read_table("agents.csv", _COLUMNS, folder=folder):
        agent = _agent(row)
        for form in (agent.noun, agent.plural):
            if form is not None and agents.setdefault(noun_key(form), agent) is not agent:
                raise row.error(f"{form!r} has a row already")
    return agents


def find_agent(agents: Mapping[str, Agent], noun: str) -> Agent | None:
    """The noun in singular or plural; a name in capitals is none."""
    if not 0 < len(noun) <= LONGEST or noun != noun.lower():
        return None
    return agents.get(noun_key(noun))


def noun_key(noun: str) -> str:
    """A noun without dashes, accents and apostrophes."""
    return fold(noun)


def plural_of(noun: str) -> str:
    """The regular plural: "soldiers", "embassies", "gunmen", "coaches"."""
    if _MAN.search(noun):
        return _MAN.sub("men", noun)
    if _CONSONANT_Y.search(noun):
        return _CONSONANT_Y.sub("ies", noun)
    return noun + ("es" if _SIBILANT.search(noun) else "s")


def _agent(row: Row) -> Agent:
    noun, mark, plural = (part.strip() for part in row.needed("noun").partition(IRREGULAR))
    if not noun or (mark and not plural):
        raise row.error(f"{row.text('noun')!r} is no noun with its plural")
    if noun != noun.lower() or plural != plural.lower():
        raise row.error(f"{row.text('noun')!r} is not in small letters")
    number = cast("AgentNumber", row.one_of("number", AGENT_NUMBERS))
    return Agent(
        noun=noun,
        plural=plural or (None if number == "plural" else plural_of(noun)),
        type=cast("AgentType", row.one_of("type", AGENT_TYPES)),
        sector=cells.sector(row),
        number=number,
    )
