"""The command line: a thin door to the rooms behind it."""

from __future__ import annotations


def main() -> None:
    """Run the command line program ``onrecord``."""
    from onrecord.cli.app import app

    app(prog_name="onrecord")
