"""The invented actors."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.vocab import Actors, load_actors
from tests.vocab.actors.tables import write_actors


@pytest.fixture(scope="session")
def actors(tmp_path_factory: pytest.TempPathFactory) -> Actors:
    """The actors of the tables beside this."""
    return load_actors(write_actors(Path(tmp_path_factory.mktemp("actors"))))
