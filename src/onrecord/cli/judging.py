"""Judging who is who: what ``onrecord judge`` does."""

from __future__ import annotations

from pathlib import Path

from onrecord.cli.actors import judged
from onrecord.cli.lines import plain
from onrecord.cli.progress import tell
from onrecord.cli.terminal import write
from onrecord.store import JudgementKind, StoreError, Writer


def judge(kind: JudgementKind, a: str, b: str, path: Path, *, by: str, note: str | None, wait: float) -> None:
    """Keep a judgement of two actors or entities, and say it back."""
    if not path.exists():
        raise StoreError(f"there is no record at {path} (`onrecord read` makes one)")
    with Writer.open(path, wait=wait, on_wait=tell) as writer:
        judgement = writer.judge(kind, a, b, by=by, note=note)
    write([plain(judged(judgement))])
