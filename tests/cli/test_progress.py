"""What is said on standard error while documents are read."""

from __future__ import annotations

import pytest

from onrecord.cli.progress import Bar, tell


def test_a_message_is_one_line_under_the_programs_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Breaks and escape sequences in a message do not reach the terminal."""
    tell("a.txt: bad\n\x1b[2Jthing")
    assert capsys.readouterr().err == "onrecord: a.txt: bad \\x1b[2Jthing\n"


@pytest.mark.parametrize("total", [None, 2])
def test_a_bar_shows_how_far_reading_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, total: int | None
) -> None:
    """On a terminal documents are counted, messages stand above, and nothing goes to the output."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with Bar(total, shown=True) as bar:
        bar.advance()
        bar.tell("[bold]a.txt[/bold]: empty")
        bar.advance()
    out, err = capsys.readouterr()
    assert out == ""
    assert f"2/{total or '?'}" in err
    assert "onrecord: [bold]a.txt[/bold]: empty\n" in err


def test_without_a_bar_messages_are_plain(capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no terminal, standard error holds the messages and nothing else."""
    with Bar(None, shown=False) as bar:
        bar.advance()
        bar.tell("a.txt: empty")
    assert capsys.readouterr().err == "onrecord: a.txt: empty\n"
