"""The program as a user runs it: the real command, the real model, a real file."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[1]


def _run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": "100"},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf8"), done.stderr.decode("utf8")
    )


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples on record."""
    folder = tmp_path_factory.mktemp("kept")
    done = _run(folder, "read", str(ROOT / "samples"))
    assert done.returncode == 0, done.stderr
    assert "5 documents read" in done.stderr
    return folder


def test_the_samples_are_listed(kept: Path) -> None:
    """Every sample is on record, with the day its file says and how that is known."""
    rows = [json.loads(line) for line in _run(kept, "list", "--json").stdout.splitlines()]
    assert len(rows) == 5
    assert {"harbour", "monitors", "grain"} <= {row["id"] for row in rows}


def test_a_ledger_says_who_said_what(kept: Path) -> None:
    """The demo's report: speakers, what they said, the words that say it, the days meant."""
    shown = _run(kept, "show", "harbour").stdout
    assert "Ilse Marrow" in shown
    assert "→ told →" in shown
    assert "We came to listen, not to threaten" in shown
    assert "2024-05-17 Fri" in shown
    assert "\x1b" not in shown


def test_a_second_reading_changes_nothing(kept: Path) -> None:
    """The same documents read again by the same reader are unchanged."""
    done = _run(kept, "read", str(ROOT / "samples"))
    assert done.returncode == 0
    assert "5 unchanged" in done.stderr


def test_json_is_what_the_schema_says_and_text_comes_back_verbatim(tmp_path: Path) -> None:
    """Records fit the published schema, text is the file's to the last character, spans cut words."""
    text = "Oslo\r\n\r\n“We  will return,” said Ilse Marrow of Norway’s foreign ministry.\r\n\t "
    (tmp_path / "report.txt").write_bytes(text.encode("utf8"))
    record = json.loads(_run(tmp_path, "read", "--json", "report.txt").stdout)
    schema = json.loads(_run(tmp_path, "schema").stdout)
    jsonschema.validate(record, schema)
    assert record["document"]["text"] == text
    contents = [span for claim in record["claims"] for span in claim["content"]]
    assert "We  will return" in [text[span["start"] : span["end"]] for span in contents]
    assert not (tmp_path / "onrecord.duckdb").exists()


def test_bad_input_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    """One line for what cannot be read, the good document kept, exit status 1."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "program.txt").write_bytes(b"\x7fELF\0\0\0\1")
    (tmp_path / "cut.jsonl").write_text('{"text": "The envoy said he would go."}\n{"text": "The')
    done = _run(tmp_path, "read", "empty.txt", "program.txt", "cut.jsonl")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert [line.split(": ")[1] for line in lines[:3]] == ["empty.txt", "program.txt", "cut.jsonl:2"]
    assert lines[3].startswith("1 document read, 3 failed")
    assert len(_run(tmp_path, "list", "--json").stdout.splitlines()) == 1


def test_two_documents_of_one_id_are_told_apart(tmp_path: Path) -> None:
    """The second one is refused and named, and reading the file again changes nothing."""
    texts = ("The envoy said he would go.", "The envoy said he would stay.")
    (tmp_path / "two.jsonl").write_text("".join(json.dumps({"id": "x", "text": t}) + "\n" for t in texts))
    done = [_run(tmp_path, "read", "two.jsonl") for _ in range(3)]
    assert [run.returncode for run in done] == [1, 1, 1]
    assert all("x: a second document with this id" in run.stderr for run in done)
    assert ["1 unchanged" in run.stderr for run in done] == [False, True, True]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_gets_one_line(tmp_path: Path) -> None:
    """Output that cannot be written is said in one line, exit status 1."""
    command = [sys.executable, "-m", "onrecord", "schema"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "onrecord: standard output cannot be written: No space left on device"
    ]


def test_a_day_before_newspapers_is_refused(tmp_path: Path) -> None:
    """A published day that cannot be is a mistake of the command line."""
    done = _run(tmp_path, "read", "--json", "-", "--published", "0001-01-01", given=b"He said so.")
    assert done.returncode == 2
    assert "1800" in done.stderr


def test_standard_input_is_read(tmp_path: Path) -> None:
    """A text on standard input becomes a record."""
    done = _run(tmp_path, "read", "--json", "-", given=b"The envoy said that talks had failed on Monday.")
    assert len(json.loads(done.stdout)["claims"]) == 1


def test_version_names_what_reads(tmp_path: Path) -> None:
    """Program, model with its hash, vocabulary."""
    shown = _run(tmp_path, "--version").stdout
    assert re.search(r"onrecord \d+\.\d+\.\d+", shown)
    assert re.search(r"model onrecord-minilm [0-9a-f]{64}", shown)
    assert re.search(r"vocabulary [0-9a-f]{12}", shown)
