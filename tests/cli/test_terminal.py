"""Lines on standard output."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.ledger import ledger
from onrecord.cli.lines import Line, Piece, glued, plain
from onrecord.cli.terminal import write
from tests.cli.samples import RECORD


@pytest.fixture(autouse=True)
def eighty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of eighty columns, whatever the one the tests run in."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def test_a_ledger_fits_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    """No line of a ledger is wider than the terminal."""
    write(ledger(RECORD, text=True))
    assert max(len(line) for line in capsys.readouterr().out.split("\n")) <= 80


def test_a_pipe_gets_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal there are no colours, no frames, and no blanks at the ends of lines."""
    write(ledger(RECORD))
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert not set(out) & set("│─┌┐└┘━┃")
    assert all(line == line.rstrip() for line in out.split("\n"))


def test_a_terminal_gets_colours(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal headings stand out."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    write([plain("Named", style="heading")])
    assert capsys.readouterr().out == "\x1b[1mNamed\x1b[0m\n"


def test_a_broken_line_keeps_its_margin(capsys: pytest.CaptureFixture[str]) -> None:
    """What does not fit goes on below, and the margin holds the label alone."""
    write([Line(pieces=(Piece(text="word " * 30),), label="¶1", indent=2, margin=5)])
    first, second, *_ = capsys.readouterr().out.split("\n")
    assert first.startswith("  ¶1   word")
    assert second.startswith("       word")


def test_a_line_is_not_broken_where_it_is_glued(capsys: pytest.CaptureFixture[str]) -> None:
    """A name and its count stay together, with a common space between them."""
    write([plain("x" * 75 + ", " + glued("Ana Vélez ×2"))])
    assert capsys.readouterr().out.split("\n")[1] == "Ana Vélez ×2"


def test_a_whole_line_is_not_cut_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """What a program may read is not broken at the width of a terminal it does not have."""
    write([Line(pieces=(Piece(text="word " * 30 + "end"),), whole=True)])
    assert capsys.readouterr().out == "word " * 30 + "end\n"


@pytest.mark.parametrize("sly", ["[bold]loud[/bold]", "[link=x]", ":boom:", "\x1b[2J\x07", "\u202e"])
@pytest.mark.parametrize("colour", ["0", "1"])
def test_what_a_document_brings_along_does_not_act(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, sly: str, colour: str
) -> None:
    """Markup is shown as it is written and escape sequences are spelt out, wherever they stand."""
    if colour == "1":
        monkeypatch.setenv("FORCE_COLOR", "1")
    document = replace(RECORD.document, title=sly, publisher=sly, authors=(sly,), url=sly, id=sly)
    entities = tuple(replace(entity, name=sly) for entity in RECORD.entities)
    write(ledger(replace(RECORD, document=document, entities=entities), text=True))
    out = capsys.readouterr().out
    assert out.count(sly.replace("\x1b", "\\x1b").replace("\x07", "\\x07").replace("\u202e", "\\u202e")) > 5
    assert "\x1b[2J" not in out
    assert "\u202e" not in out
