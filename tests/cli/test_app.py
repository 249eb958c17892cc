"""The program as it is used, with a pipeline that needs no model."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from onrecord import wire
from onrecord.cli import main
from onrecord.models import ModelError
from onrecord.record import Time
from onrecord.store import View, Writer
from tests.cli.fake import FakePipeline
from tests.cli.samples import RECORD

ARTICLE = (
    "Norland said on Friday that it would open its ports again. The minister told reporters that "
    "the first ships were expected within a week, and that the government had asked for help.\n"
)


@pytest.fixture(autouse=True)
def pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """An empty folder to work in, and a pipeline that names first words."""
    fake = FakePipeline()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("onrecord.pipeline.open_reader", lambda workers=None: fake)
    return fake


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Run the program with these arguments; its exit status."""
    monkeypatch.setattr(sys, "argv", ["onrecord", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def write(name: str, text: str = ARTICLE) -> str:
    """Put a text file where the program works."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def on_record(path: str = "onrecord.duckdb") -> list[str]:
    """The titles of the documents that a record file holds."""
    with View.open(path) as view:
        return [listing.title for listing in view.documents()]


def keep(*names: str) -> None:
    """Put the sample record into the default file under each of these ids."""
    from dataclasses import replace

    with Writer.open("onrecord.duckdb") as writer:
        for name in names:
            writer.add(replace(RECORD, document=replace(RECORD.document, id=name)))


def test_read_keeps_documents_and_sums_up(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every document is kept in the default file, and one line says what was done."""
    places = [write("a.txt"), write("b.txt", "Eastmark agreed. " + ARTICLE)]
    assert run(monkeypatch, "read", *places) == 0
    assert len(on_record()) == 2
    out, err = capfd.readouterr()
    assert (out, err) == (
        "",
        "2 documents read; 0 claims, 2 names, 0 times, 0 figures, 0 silences → onrecord.duckdb\n",
    )


def test_a_document_on_record_is_not_read_again(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], pipeline: FakePipeline
) -> None:
    """The second time the pipeline is not asked, and the summary says unchanged."""
    write("a.txt")
    run(monkeypatch, "read", "a.txt")
    capfd.readouterr()
    assert run(monkeypatch, "read", "a.txt") == 0
    assert len(pipeline.seen) == 1
    assert "0 documents read, 1 unchanged;" in capfd.readouterr().err


def test_the_same_document_twice_in_a_run_is_kept_once(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A copy is recognised though both were new when the run began."""
    assert run(monkeypatch, "read", write("a.txt"), write("b.txt")) == 0
    assert len(on_record()) == 1
    assert "1 document read, 1 unchanged;" in capfd.readouterr().err


def test_a_file_that_fails_is_named_and_the_rest_is_read(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A missing file gives one line with its name and the exit status 1, nothing else is lost."""
    assert run(monkeypatch, "read", "none.txt", write("a.txt")) == 1
    lines = capfd.readouterr().err.splitlines()
    assert lines[0].startswith("onrecord: none.txt: ")
    assert lines[1].startswith("1 document read, 1 failed;")
    assert len(on_record()) == 1


def test_a_name_cannot_act_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An escape sequence in the name of a file is spelt out in the message."""
    assert run(monkeypatch, "read", "\x1b[2J.txt") == 1
    assert capfd.readouterr().err.startswith("onrecord: \\x1b[2J.txt: ")


def test_json_prints_records_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With --json every line of standard output is a valid record, and no file is made."""
    assert run(monkeypatch, "read", "--json", "none.txt", write("a.txt"), write("b.txt")) == 1
    lines = capfd.readouterr().out.splitlines()
    check = Draft202012Validator(wire.schema())
    assert [list(check.iter_errors(json.loads(line))) for line in lines] == [[], []]
    assert wire.decode(lines[0].encode()).document.text == ARTICLE
    assert not Path("onrecord.duckdb").exists()


def test_json_with_a_record_prints_and_keeps(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With --record given, records are printed and kept, and printed again though unchanged."""
    write("a.txt")
    for _ in range(2):
        assert run(monkeypatch, "read", "--json", "--record", "kept.duckdb", "a.txt") == 0
        assert len(capfd.readouterr().out.splitlines()) == 1
    assert len(on_record("kept.duckdb")) == 1


def test_what_is_given_reaches_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day and the publisher of the command line are in the record."""
    write("a.txt")
    run(monkeypatch, "read", "a.txt", "--published", "2025-03-07", "--publisher", "harbour-times")
    with View.open("onrecord.duckdb") as view:
        listing = next(iter(view.documents()))
    assert (listing.published, listing.publisher) == (date(2025, 3, 7), "harbour-times")


@pytest.mark.parametrize(
    "day", ["last week", "2025-02-30", "1799-12-31", str(date.today() + timedelta(days=9))]
)
def test_a_day_that_is_none_is_wrong_use(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], day: str
) -> None:
    """A day that cannot be, or is not yet, is refused before anything is read."""
    assert run(monkeypatch, "read", write("a.txt"), "--published", day) == 2
    assert "--published" in capfd.readouterr().err
    assert not Path("onrecord.duckdb").exists()


def test_a_publisher_that_is_no_text_is_wrong_use(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A name in bytes that are not UTF-8 is refused before anything is read."""
    assert run(monkeypatch, "read", write("a.txt"), "--publisher", os.fsdecode(b"Journ\xe9e")) == 2
    assert "--publisher" in capfd.readouterr().err
    assert not Path("onrecord.duckdb").exists()


def test_a_second_document_with_one_id_is_not_read(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Two documents with one id do not take turns: the first stands, however often both are read."""
    lines = [json.dumps({"id": "d1", "text": first + ARTICLE}) for first in ("", "Eastmark agreed. ")]
    write("two.jsonl", "\n".join(lines))
    for done in ("1 document read, 1 failed;", *["0 documents read, 1 unchanged, 1 failed;"] * 2):
        assert run(monkeypatch, "read", "two.jsonl") == 1
        refused, summary = capfd.readouterr().err.splitlines()
        assert refused == "onrecord: d1: a second document with this id in one run: not read"
        assert summary.startswith(done)
    with View.open("onrecord.duckdb") as view:
        assert len(view.readings("d1")) == 1
        assert view.record("d1").document.text == ARTICLE
    assert run(monkeypatch, "read", "--json", "two.jsonl") == 1
    assert len(capfd.readouterr().out.splitlines()) == 1


def test_a_record_that_is_none_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A file that is not a record is refused by every command, with one line and status 1."""
    write("other.txt")
    for command in (["read", "other.txt"], ["show"], ["list"]):
        assert run(monkeypatch, *command, "--record", "other.txt") == 1
        (line,) = capfd.readouterr().err.splitlines()
        assert line.startswith("onrecord: other.txt cannot be opened")
    assert Path("other.txt").read_text(encoding="utf-8") == ARTICLE


def test_show_prints_the_only_document(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Without an id the one document there is gets shown."""
    keep("d1")
    assert run(monkeypatch, "show") == 0
    out = capfd.readouterr().out
    assert out.startswith("Norland stays away\n")
    assert "\nCLAIMED  5\n" in out


def test_show_by_source_and_with_text(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The options of the ledger reach it."""
    keep("d1")
    assert run(monkeypatch, "show", "d1", "--by", "source", "--text") == 0
    out = capfd.readouterr().out
    assert "\n  Ana Vélez  2 claims\n" in out
    assert "\nTEXT\n" in out


def test_show_asks_which_document(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Where there are several and no id, they are named and the status is that of wrong use."""
    keep("d1", "d2")
    assert run(monkeypatch, "show") == 2
    assert capfd.readouterr().err.splitlines() == [
        "onrecord: onrecord.duckdb holds 2 documents; which one?",
        "  d1  Norland stays away",
        "  d2  Norland stays away",
    ]


def test_show_takes_the_beginning_of_an_id(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A beginning that fits one document is enough; one that fits two or none is an error."""
    keep("abcd", "abef")
    assert run(monkeypatch, "show", "abe", "--json") == 0
    assert wire.decode(capfd.readouterr().out.encode()).document.id == "abef"
    assert run(monkeypatch, "show", "ab") == 1
    assert "abcd, abef" in capfd.readouterr().err
    assert run(monkeypatch, "show", "x") == 1
    assert "begins 'x'" in capfd.readouterr().err


def test_show_of_nothing_says_how_to_begin(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Without a record file the message names the command that makes one."""
    assert run(monkeypatch, "show") == 1
    assert "`onrecord read`" in capfd.readouterr().err


def test_list_prints_a_line_for_each_document(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The list has headings and, for each document, its id, day, publisher, counts and title."""
    keep("d1", "d2")
    assert run(monkeypatch, "list") == 0
    headings, first, second = capfd.readouterr().out.splitlines()
    assert headings.split()[:3] == ["id", "published", "publisher"]
    assert first.split() == [
        "d1",
        "2025-03-09",
        "harbour-times",
        *["5", "5", "1"],
        *["Norland", "stays", "away"],
    ]
    assert second.startswith("d2 ")


def test_list_as_json(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """With --json the list is an object a line."""
    keep("d1")
    assert run(monkeypatch, "list", "--json") == 0
    found = json.loads(capfd.readouterr().out)
    assert (found["id"], found["claims"], found["published"]) == ("d1", 5, "2025-03-09")


def test_schema_prints_the_schema(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """The schema that is printed is the one of the types."""
    assert run(monkeypatch, "schema") == 0
    assert json.loads(capfd.readouterr().out) == json.loads(json.dumps(wire.schema()))


def test_version_names_program_model_and_vocabulary(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Three lines say with what documents are read."""
    assert run(monkeypatch, "--version") == 0
    assert capfd.readouterr().out == f"onrecord 1.0\nmodel fake {'f' * 64}\nvocabulary 2025.1\n"


@pytest.mark.parametrize("command", ["read a.txt", "--version"])
def test_a_model_that_cannot_be_used_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    """A damaged installation gives a message and status 1, and no empty record."""

    def refuse(workers: int | None = None) -> FakePipeline:
        raise ModelError("model.onnx: not there")

    monkeypatch.setattr("onrecord.pipeline.open_reader", refuse)
    assert run(monkeypatch, *command.split()) == 1
    assert capfd.readouterr().err == "onrecord: model.onnx: not there\n"
    assert not Path("onrecord.duckdb").exists()


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_comes_when_asked_for_or_when_nothing_is(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Help has an example to begin with and names every command."""
    assert run(monkeypatch, *arguments) == 0
    out = capfd.readouterr().out
    assert "onrecord read article.html" in out
    assert all(f"\n  {command} " in out for command in ("read", "show", "list", "schema"))


@pytest.mark.parametrize("command", ["read", "show", "list", "schema"])
def test_every_command_has_an_example(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    """A newcomer can copy a line from the help of any command."""
    assert run(monkeypatch, command, "--help") == 0
    assert f"\n    onrecord {command}" in capfd.readouterr().out


@pytest.mark.parametrize("arguments", [["read"], ["shout"], ["read", "-", "--workers", "0"]])
def test_wrong_use_has_status_two(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """A missing place, an unknown command and an impossible number are wrong use."""
    assert run(monkeypatch, *arguments) == 2


def outside(*arguments: str, code: str = "from tests.cli.fake import main; main()") -> list[str]:
    """The command line of the program with the fake pipeline, run as a process of its own."""
    return [sys.executable, "-c", code, *arguments]


def environment() -> dict[str, str]:
    """Where that process finds the program and the tests."""
    root = str(Path(__file__).parents[2])
    return os.environ | {"PYTHONPATH": os.pathsep.join([root, *sys.path])}


def test_a_reader_that_goes_away_ends_the_program_quietly() -> None:
    """When standard output is closed, nothing is said, and the status is that of SIGPIPE."""
    lines = (json.dumps({"text": f"{number} {ARTICLE * 50}"}) for number in range(50))
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    process = subprocess.Popen(
        outside("read", "--json", "many.jsonl"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "command", ["show", "list --json", "schema", "--version", "--help", "read --json a.txt"]
)
def test_output_that_cannot_be_written_is_said_in_one_line(command: str) -> None:
    """A full disk behind standard output gives a message and status 1."""
    keep("d1")
    write("a.txt")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            outside(*command.split()), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    said = f"onrecord: standard output cannot be written: {os.strerror(errno.ENOSPC)}\n"
    assert (done.returncode, done.stderr.decode()) == (1, said)


@pytest.mark.parametrize("command", ["list", "--help"])
def test_no_output_at_all_is_said_in_one_line(command: str) -> None:
    """A program started without standard output says so and does nothing."""
    program = ["sh", "-c", 'exec "$@" >&-', "sh", *outside(command)]
    done = subprocess.run(program, stderr=subprocess.PIPE, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (1, b"onrecord: standard output is closed\n")


def test_a_file_that_fails_is_not_taken_for_the_output() -> None:
    """A record whose name the system refuses is named in the message."""
    done = subprocess.run(
        outside("list", "--record", "x" * 300), capture_output=True, env=environment(), check=False
    )
    said = f"onrecord: {'x' * 300}: {os.strerror(errno.ENAMETOOLONG)}\n"
    assert (done.returncode, done.stderr.decode()) == (1, said)


def test_an_interrupt_says_what_is_kept() -> None:
    """Ctrl-C ends with status 130, and what was read before it is on record."""
    places = [write("a.txt"), write("b.txt", "wait " + ARTICLE)]
    process = subprocess.Popen(outside("read", *places), stderr=subprocess.PIPE, text=True, env=environment())
    while not Path("waiting").exists():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    said = process.communicate()[1].splitlines()
    assert (process.returncode, said) == (
        130,
        [
            "onrecord: interrupted; what was read until then is kept",
            "1 document read; 0 claims, 1 name, 0 times, 0 figures, 0 silences → onrecord.duckdb",
        ],
    )
    assert len(on_record()) == 1


def test_a_terminal_without_the_letters_gets_them_spelt_out() -> None:
    """A ledger is shown to its end where standard output knows ASCII alone."""
    keep("d1")
    done = subprocess.run(
        outside("show"),
        capture_output=True,
        env=environment() | {"PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Ana V\\xe9lez" in done.stdout


def test_help_needs_nothing_slow() -> None:
    """Neither help nor the import of the program loads what reads, shows or keeps documents."""
    code = (
        "import sys; from onrecord.cli import main; sys.argv = ['onrecord', '--help']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "slow = {'httpx', 'trafilatura', 'lxml', 'py3langid', 'duckdb', 'onnxruntime', 'rich'}\n"
        "sys.exit(', '.join(sorted(slow & set(sys.modules))) or None)"
    )
    done = subprocess.run(outside(code=code), capture_output=True, text=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_times_that_stay_open_are_said_once(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], pipeline: FakePipeline
) -> None:
    """A document without a published day is named, with the number of its times that count from one."""
    write("a.txt")
    open_times = tuple(Time(start=at, end=at + 6, type="DATE", value="XXXX-WXX-5") for at in (16, 40))
    plain = pipeline._record
    monkeypatch.setattr(pipeline, "_record", lambda document: replace(plain(document), times=open_times))
    assert run(monkeypatch, "read", "a.txt") == 0
    lines = capfd.readouterr().err.splitlines()
    assert [line for line in lines if "no published day" in line] == [lines[0]]
    assert lines[0].endswith("no published day is known, so 2 times stay open (--published DATE)")


def test_the_codebook_is_printed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Of one category, or all; a category that there is not has status 1."""
    assert run(monkeypatch, "codebook", "consult") == 0
    assert capfd.readouterr().out.startswith("CONSULT ")
    assert run(monkeypatch, "codebook", "talks") == 1
    assert "there is no category" in capfd.readouterr().err
