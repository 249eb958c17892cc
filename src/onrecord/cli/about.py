"""Which program this is, and with what it reads: what ``onrecord --version`` says."""

from __future__ import annotations

import sys

from onrecord import pipeline
from onrecord.cli.progress import tell
from onrecord.models import ModelError


def about() -> int:
    """Print program, model and vocabulary with what identifies them; gives the exit status."""
    try:
        reader = pipeline.open_reader(workers=1).reader
    except ModelError as error:
        tell(str(error))
        return 1
    sys.stdout.write(
        f"onrecord {reader.version}\n"
        f"model {reader.model.name} {reader.model.sha256}\n"
        f"vocabulary {reader.vocabulary}\n"
    )
    return 0
