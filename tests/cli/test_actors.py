"""Listing and judging who is who, as it is used."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.store import View, Writer
from tests.cli.fake import FakePipeline
from tests.resolve.samples import crowd, entity, record
from tests.store.test_identities import keep, report

RECORD = Path("onrecord.duckdb")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with three documents on record."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    keep(RECORD, [report("first"), report("second"), report("swedish", country="SWE")])
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Run the program with these arguments; its exit status."""
    monkeypatch.setattr(sys, "argv", ["onrecord", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def actor(document: str) -> str:
    """Who Ana Vélez of a document is."""
    with View.open(RECORD) as view:
        return view.actor_of(document, "e1")


def test_actors_are_listed_with_why_they_are_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A line for each actor, and below those that were joined a line for each document."""
    assert run(monkeypatch, "actors") == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].split() == ["documents", "mentions", "type", "country", "sectors", "id", "name"]
    rows = [line.split(maxsplit=6) for line in lines if re.match(r" +\d", line)]
    assert [(row[0], row[3], row[6]) for row in rows] == [
        ("3", "NOR", "Norway"),
        ("3", "–", "Ilse Marrow"),
        ("2", "NOR", "Ana Vélez"),
        ("1", "SWE", "Ana Vélez"),
    ]
    place = next(n for n, line in enumerate(lines) if line.endswith("Ana Vélez"))
    assert lines[place + 1] == "    first:e1   first of this name"
    assert lines[place + 2].startswith("    second:e1  same full name, same country NOR, 2 shared")


def test_actors_of_a_name_come_with_all_reasons(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Asked for by name, those of one document say why too; a name nobody has is said so."""
    assert run(monkeypatch, "actors", "--name", "Velez") == 0
    out = capfd.readouterr().out
    assert "    swedish:e1  another of this name, of another type or state" in out
    assert "state/NOR" not in out
    assert run(monkeypatch, "actors", "--name", "nobody") == 1
    assert capfd.readouterr().err == "onrecord: no actor of onrecord.duckdb goes by 'nobody'\n"


def test_many_documents_of_an_actor_are_cut_short(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The list stays readable; by name all documents are shown."""
    keep(RECORD, [report(f"d{number}") for number in range(4)])
    run(monkeypatch, "actors")
    assert "    and 3 more\n" in capfd.readouterr().out
    run(monkeypatch, "actors", "--name", "velez")
    assert "more\n" not in capfd.readouterr().out


def test_those_only_described_come_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """ "Two officials" are no part of the list, but can be seen."""
    run(monkeypatch, "actors")
    assert "two officials" not in capfd.readouterr().out
    run(monkeypatch, "actors", "--described")
    assert capfd.readouterr().out.count("two officials") == 3


def test_actors_as_json(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """With --json an actor is an object a line, with its documents and what they were joined by."""
    run(monkeypatch, "judge", "same", "first:e1", "swedish:e1", "--by", "Kim")
    capfd.readouterr()
    assert run(monkeypatch, "actors", "--json", "--name", "velez") == 0
    (found,) = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert (found["id"], found["documents"], found["country"]) == (actor("first"), 3, "NOR")
    assert [one["document"] for one in found["occurrences"]] == ["first", "second", "swedish"]
    assert found["occurrences"][1]["beside"] == {"document": "first", "entity": "e1"}
    assert found["occurrences"][0]["beside"] is None
    assert found["judgements"][0]["by"] == "Kim"


def test_a_judgement_is_said_back_and_shown(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What was judged is printed in one line, and stands below the actors it is about."""
    ids = actor("first"), actor("swedish")
    arguments = ["judge", "same", *ids, "--by", "Kim", "--note", "she\x1b[2J moved"]
    assert run(monkeypatch, *arguments) == 0
    said = capfd.readouterr().out
    assert re.sub(r"\s+", " ", said).endswith(f": {ids[0]} and {ids[1]} are the same (she\\x1b[2J moved) ")
    assert "\x1b" not in said
    run(monkeypatch, "actors", "--name", "velez")
    out = capfd.readouterr().out
    assert "    Kim on 2" in out
    assert len(re.findall(r"^ +\d", out, re.MULTILINE)) == 1


def test_a_judgement_parts_and_joins(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entity of a document, by the beginning of its id, is parted from another, and joined again."""
    before = actor("second")
    assert run(monkeypatch, "judge", "different", "fir:e1", "sec:e1", "--by", "Kim") == 0
    assert actor("second") != before == actor("first")
    assert run(monkeypatch, "judge", "same", "second:e1", before, "--by", "Kim") == 0
    assert actor("second") == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("actor/none", "first:e1"), "onrecord: no actor of onrecord.duckdb has the id 'actor/none'"),
        (("first:e1", "first:e99"), "onrecord: document first of onrecord.duckdb has no entity 'e99'"),
        (("first:e1", "nowhere:e1"), "onrecord: no document of onrecord.duckdb has an id that begins"),
        (("first:e1", "first:e1"), "onrecord: first:e1 and first:e1 are one thing"),
    ],
)
def test_an_unknown_id_gets_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: tuple[str, str],
    says: str,
) -> None:
    """What is not there is named, and the status is 1."""
    assert run(monkeypatch, "judge", "same", *arguments, "--by", "Kim") == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(says)


@pytest.mark.parametrize(
    "arguments",
    [
        ("perhaps", "first:e1", "second:e1", "--by", "Kim"),
        ("same", "first:e1", "second:e1"),
        ("same", "first:e1", "second:e1", "--by", " "),
        ("same", "first:e1", "second:e1", "--by", os.fsdecode(b"\xe9")),
        ("same", "first:e1", "--by", "Kim"),
    ],
)
def test_a_judgement_that_is_none_is_wrong_use(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """It needs one of two words, two ids, and somebody who says it."""
    assert run(monkeypatch, "judge", *arguments) == 2


@pytest.mark.parametrize(
    "arguments", [("actors",), ("judge", "same", "first:e1", "second:e1", "--by", "Kim")]
)
def test_without_a_record_nothing_is_made(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    """A file that is not there gets one line, and is not there afterwards."""
    assert run(monkeypatch, *arguments, "--record", "none.duckdb") == 1
    assert (
        capfd.readouterr().err == "onrecord: there is no record at none.duckdb (`onrecord read` makes one)\n"
    )
    assert not Path("none.duckdb").exists()


def test_reading_decides_who_is_who(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What `read` adds is resolved at once, and so is what was on record without."""
    monkeypatch.setattr("onrecord.pipeline.open_reader", lambda workers=None: FakePipeline())
    with Writer.open(RECORD) as writer:
        writer.add(record("old", entity("e1", "Ana Vélez", country="NOR"), *crowd("Ilse Marrow")))
    assert run(monkeypatch, "actors") == 0
    assert "1 document of onrecord.duckdb not looked at yet" in capfd.readouterr().err
    Path("a.txt").write_text("Norland said on Friday that it would open its ports again.\n" * 9)
    assert run(monkeypatch, "read", "a.txt") == 0
    capfd.readouterr()
    assert run(monkeypatch, "actors", "--name", "norland") == 0
    assert capfd.readouterr().err == ""
    assert actor("old") == actor("first")
