"""The command line: a thin door to the rooms behind it."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Run the command line program ``onrecord``."""
    from onrecord.cli.app import app

    # Documents hold letters that not every terminal has: those are spelt out, nothing breaks off.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    app(prog_name="onrecord")
