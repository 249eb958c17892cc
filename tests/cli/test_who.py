"""What ``onrecord who`` prints."""

from __future__ import annotations

import json
import sys

import pytest

from onrecord.cli import main


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred columns, and no colours."""
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Ask who somebody is; the exit status."""
    monkeypatch.setattr(sys, "argv", ["onrecord", "who", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_the_reason_comes_first_then_what_is_known(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One of many Kims led a state on the day, and stands first with the terms."""
    assert run(monkeypatch, "Kim", "--on", "2025-03-21") == 0
    reason, _, heading, first, *rest = capfd.readouterr().out.splitlines()
    assert reason.startswith("'Kim' is short for ")
    assert reason.endswith(" people; on 2025-03-21 one of them led a state: Kim Jong Un")
    assert heading.startswith("PEOPLE  ")
    assert first.startswith("  Kim Jong Un  PRK ")
    assert any("in office on 2025-03-21" in line for line in rest)
    assert any(line.endswith("former") for line in rest)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Kremlin", "Kremlin  RUS · metonym"),
        ("Tass", "TASS  RUS · state · agency · tass"),
        ("soldier", "soldier  noun · person · MIL · soldiers"),
        ("foreign minister", "foreign minister  title · foreign_minister · GOV · foreign-minister"),
        (
            "Foreign Ministry of Belize",
            "Foreign Ministry of Belize  BLZ · ministry · GOV · blz-foreign-ministry",
        ),
    ],
)
def test_each_kind_of_entry_is_shown(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str, shown: str
) -> None:
    """States, publishers, nouns, titles and bodies are shown with what they are."""
    assert run(monkeypatch, *name.split()) == 0
    assert shown in capfd.readouterr().out


def test_the_day_decides(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """A term is former, present or later, as the day has it."""
    standings = []
    for on in ("1995-01-01", "2001-01-01", "2009-01-01"):
        assert run(monkeypatch, "Vladimir Putin", "--on", on) == 0
        standings.append(capfd.readouterr().out)
    assert "in office" not in standings[0]
    assert "later" in standings[0]
    assert standings[1].startswith(
        "'Vladimir Putin' is the name of Vladimir Putin; on 2001-01-01 President of Russia\n"
    )
    assert "on 2009-01-01 Prime Minister of Russia\n" in standings[2]


def test_json_holds_the_same(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """With --json the answer is one object with the id that the name resolves to."""
    assert run(monkeypatch, "Kim", "--on", "2025-03-21", "--json") == 0
    answer = json.loads(capfd.readouterr().out)
    assert (answer["name"], answer["on"], answer["id"]) == ("Kim", "2025-03-21", "person/kim-jong-un")
    assert "one of them led a state" in answer["reason"]
    leader = answer["people"][0]
    assert leader["terms"][0]["in_office"]
    assert (leader["terms"][0]["first"], leader["terms"][0]["last"]) == ("2011-12-17", None)


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_an_unknown_name_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    """What is unknown goes to standard error in one line, with status 1."""
    assert run(monkeypatch, "Nobody", "Atall", *more) == 1
    assert capfd.readouterr() == ("", "onrecord: nothing is known under 'Nobody Atall'\n")


def test_a_name_cannot_act_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Escape sequences and markup in a name are shown, and do not act."""
    assert run(monkeypatch, "\x1b[2J[bold]") == 1
    assert capfd.readouterr().err == "onrecord: nothing is known under '\\x1b[2J[bold]'\n"


@pytest.mark.parametrize("day", ["2025-02-30", "yesterday", "2025"])
def test_a_bad_day_is_a_mistake(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], day: str
) -> None:
    """A day that does not exist is named, with status 2."""
    assert run(monkeypatch, "Kim", "--on", day) == 2
    assert "Invalid value for '--on'" in capfd.readouterr().err
