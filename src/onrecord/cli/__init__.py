"""The command line: a thin door to the rooms behind it."""

from __future__ import annotations

import io
import os
import sys


def main() -> None:
    """Run the command line program ``onrecord``."""
    # Before NumPy is loaded: its products are small, and threads of its own only wait beside the reader's
    # (measured: a third more processor time).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from onrecord.cli.app import app
    from onrecord.cli.progress import tell
    from onrecord.cli.terminal import abandon

    if sys.stdout is None:
        tell("standard output is closed")
        sys.exit(1)
    # Documents hold letters that not every terminal has: those are spelt out, nothing breaks off.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="onrecord")
    except OSError as error:
        abandon()
        # What fails on a file names it; only the standard streams have no name.
        what = error.filename or "standard output cannot be written"
        tell(f"{what}: {error.strerror or error}")
        sys.exit(1)
