"""From places to documents."""

from __future__ import annotations

import errno
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake import Failure, Given, Notice, Outcome, count, places, read
from onrecord.intake.places import sniff
from onrecord.record import Document
from tests.intake.samples import ARTICLE, FRENCH, page


def outcomes(*found: Path | str, stdin: bytes = b"") -> list[Outcome]:
    """What reading the places yields."""
    return list(read([str(place) for place in found], Given(), stdin=io.BytesIO(stdin)))


def texts(read_outcomes: list[Outcome]) -> list[str]:
    """The texts of the documents."""
    return [outcome.text for outcome in read_outcomes if isinstance(outcome, Document)]


@pytest.mark.parametrize("text", [ARTICLE, "A\r\nB\rC \u2028 D\n\n\n", " \t x", "\u0301\U0001f54a\ufffd"])
def test_text_files_are_verbatim(tmp_path: Path, text: str) -> None:
    """A text file comes back to the last character, its line breaks as they are."""
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    assert texts(outcomes(file)) == [text]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "an empty file"),
        ("blank.txt", b"\xef\xbb\xbf \n\n", "an empty file"),
        ("empty.jsonl", b"", "an empty file"),
        ("binary.txt", b"\0\1\2", "a binary file"),
        ("latin.txt", "Café".encode("latin-1"), "not UTF-8"),
        ("french.txt", FRENCH.encode(), "French (fr), not English"),
        ("no.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
        ("feed.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "a feed"),
    ],
)
def test_what_bad_files_get(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """One line that names the file and the reason; the files around it are read."""
    (tmp_path / name).write_bytes(content)
    (tmp_path / "a.txt").write_text(ARTICLE)
    before, failure, after = outcomes(tmp_path / "a.txt", tmp_path / name, tmp_path / "a.txt")
    assert isinstance(before, Document)
    assert isinstance(after, Document)
    assert isinstance(failure, Failure)
    assert failure.place == str(tmp_path / name)
    assert reason in failure.reason
    assert "\n" not in str(failure)


def test_a_file_that_is_not_there() -> None:
    """A missing file is said."""
    assert outcomes("nowhere.txt") == [Failure("nowhere.txt", "no such file or directory")]


def test_a_large_file_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is refused as soon as that much was read."""
    monkeypatch.setattr(places, "LARGEST", 100)
    monkeypatch.setattr(places, "CHUNK", 60)
    file = tmp_path / "a.txt"
    file.write_bytes(b"a " * 5000)
    (failure,) = outcomes(file)
    assert "more than the 20 MB" in str(failure)


def test_json_lines_name_the_line(tmp_path: Path) -> None:
    """A bad line is named, whatever is wrong with it, and the others are read."""
    file = tmp_path / "a.jsonl"
    rows = [{"text": ARTICLE}, {"text": FRENCH}, {"html": page()}, {"text": "B", "published": "soon"}]
    file.write_text("\n".join(json.dumps(row) for row in rows) + '\n{"text": "C')
    found = outcomes(file)
    assert len(texts(found)) == 3
    failed = [outcome.place for outcome in found if isinstance(outcome, Failure)]
    assert failed == [f"{file}:{line}" for line in (2, 4, 5)]


def test_folders(tmp_path: Path) -> None:
    """A folder is gone through in the order of names; hidden and other files are left, and that is
    said.
    """
    (tmp_path / "b").mkdir()
    for name, text in [("c.txt", "C"), ("b/x.TXT", "B"), ("a.txt", "A"), (".h.txt", "H"), ("d.md", "D")]:
        (tmp_path / name).write_text(text)
    found = outcomes(tmp_path)
    assert texts(found) == ["A", "B", "C"]
    assert [str(outcome) for outcome in found if isinstance(outcome, Notice)] == [
        f"{tmp_path}: 1 file is of another suffix and not read (known: .txt, .html, .htm, .jsonl)"
    ]


def test_a_folder_without_files(tmp_path: Path) -> None:
    """A folder in which nothing can be read is a failure."""
    assert [type(outcome) for outcome in outcomes(tmp_path)] == [Failure]


def test_a_link_in_a_circle(tmp_path: Path) -> None:
    """A link back to the folder itself is not followed."""
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert texts(outcomes(tmp_path)) == ["A"]


def test_what_cannot_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path too long or closed to us is said, alone or in a folder, and the rest is read."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "d.txt").symlink_to("nowhere")
    stat = Path.stat

    def refuse(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "b.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    long = "x" * 5000
    found = outcomes(long, tmp_path, tmp_path / "b.txt")
    assert [outcome for outcome in found if isinstance(outcome, Failure)] == [
        Failure(long, "file name too long"),
        Failure(str(tmp_path / "b.txt"), "permission denied"),
        Failure(str(tmp_path / "d.txt"), "no such file or directory"),
    ]
    assert texts(found) == ["a.txt", "c.txt", "b.txt"]  # the last was only closed to stat
    assert count([long, f"{long}.jsonl", str(tmp_path), str(tmp_path / "b.txt")]) == 6


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (ARTICLE.encode(), "text"),
        (page().encode(), "page"),
        (b"\xef\xbb\xbf\n<html lang=en>", "page"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>", "page"),
        (b'{"text": "A"}', "jsonl"),
        (b"{braces} open this text", "text"),
        (b"<rumours> of a truce", "text"),
    ],
)
def test_what_bytes_look_like(content: bytes, kind: str) -> None:
    """Without a known suffix, the beginning shows what is held."""
    assert sniff(content) == kind


def test_standard_input() -> None:
    """Text, pages and JSON Lines are told apart on standard input."""
    assert texts(outcomes("-", stdin=ARTICLE.encode())) == [ARTICLE]
    assert texts(outcomes("-", stdin=b'{"text": "A"}\n{"text": "B"}')) == ["A", "B"]
    (document,) = outcomes("-", stdin=page(title="Talks").encode())
    assert isinstance(document, Document)
    assert document.title == "Talks"


def test_reading_is_lazy(tmp_path: Path) -> None:
    """A document comes before the next place is looked at."""
    first = tmp_path / "a.txt"
    first.write_text("A")
    reading = read([str(first), str(tmp_path / "b.txt")], Given())
    assert isinstance(next(reading), Document)
    (tmp_path / "b.txt").write_text("B")
    assert isinstance(next(reading), Document)


def test_count(tmp_path: Path) -> None:
    """Files count one, JSON Lines their lines; standard input cannot be counted."""
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "b.jsonl").write_text('{"text": "A"}\n{"text": "B"}')
    assert count([str(tmp_path)]) == 3
    assert count([str(tmp_path / "b.jsonl"), "http://gazette.example/", "nowhere.txt"]) == 4
    assert count(["a.txt", "-"]) is None


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    """Whatever comes on standard input, there are documents and failures, and no error."""
    assert all(isinstance(outcome, Document | Failure) for outcome in outcomes("-", stdin=content))
