"""What all tests share: the shipped model loaded once, the corpora where they are."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

from evaluation.reading import data_folder
from onrecord.models import Encoder
from onrecord.pipeline import ReaderPipeline, open_reader

_CI = bool(os.environ.get("CI"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips, with one clear line, what an outside user cannot run; in CI that is a failure."""
    if item.get_closest_marker("corpora") and data_folder() is None:
        _without("the annotated corpora are not here (set ONRECORD_DATA to their folder)")
    if item.get_closest_marker("training") and importlib.util.find_spec("torch") is None:
        _without("PyTorch is not installed (pip install -e '.[train]')")


def _without(reason: str) -> None:
    if _CI:
        pytest.fail(f"in CI nothing is skipped: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The shipped model."""
    return Encoder()


@pytest.fixture(scope="session")
def reader() -> ReaderPipeline:
    """The shipped reader."""
    return open_reader(workers=2)


@pytest.fixture(scope="session")
def data() -> Path:
    """The annotated corpora; for tests marked ``corpora``."""
    folder = data_folder()
    assert folder is not None
    return folder
