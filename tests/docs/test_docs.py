"""The documentation says what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from onrecord.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def _blocks(language: str) -> list[tuple[str, str]]:
    return [
        (page.name, code)
        for page in PAGES
        for found, code in BLOCK.findall(page.read_text(encoding="utf8"))
        if found == language
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project finds it."""
    for target in LINK.findall(page.read_text(encoding="utf8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize(("page", "code"), _blocks("python"))
def test_python_blocks_run(page: str, code: str) -> None:
    """Examples in Python do what they assert."""
    exec(compile(code, page, "exec"), {})


@pytest.mark.parametrize(("page", "code"), _blocks("sh"))
def test_shell_blocks_use_commands_that_exist(page: str, code: str) -> None:
    """Commands and options in examples are the program's, and make's targets are the Makefile's."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf8")
    for line in code.splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["make"]:
            assert f"\n{words[1]}:" in makefile
        elif words[:1] == ["onrecord"]:
            shown = CliRunner().invoke(app, [words[1], "--help"])
            assert shown.exit_code == 0, line
            assert all(word in shown.output for word in words if word.startswith("--")), line


def test_every_option_is_in_the_reference() -> None:
    """A command or option that the reference leaves out fails here."""
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf8")
    group = typer.main.get_command(app)
    for name, command in getattr(group, "commands").items():  # noqa: B009 - typed loosely there
        assert f"onrecord {name}" in reference
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    assert option in reference, f"{name} {option}"
