"""How fast the whole of ``onrecord read`` is, beside the bare encoder over the same word pieces.

python -m benchmarks.speed [--articles 120] [--json FILE]

Articles of 700 words are put together from our own annotated news (``training/own``). The command
reads a folder of them into a fresh record; what it needs to start is measured on a few and taken off,
so that articles a second are those of a steady state. The bare encoder reads the same windows on as
many threads, in the same run, and does nothing else.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from evaluation.reading import ROOT
from onrecord.models import Encoder
from onrecord.models.pieces import Ints

WORDS = 700
FEW = 8
FLOORS = {"articles a second": 8.0, "ratio to the bare encoder": 1.5, "peak MB": 1000.0}


def articles(count: int) -> list[str]:
    """``count`` different texts of about WORDS words, whole paragraphs each."""
    texts = itertools.cycle(_own_texts())
    return [_article(texts, number) for number in range(count)]


def _own_texts() -> list[str]:
    files = sorted((ROOT / "training" / "own" / "claims").glob("*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text("utf8").splitlines()]


def _article(texts: Iterator[str], number: int) -> str:
    parts = [f"Report number {number}."]
    while sum(len(part.split()) for part in parts) < WORDS:
        parts.append(next(texts))
    return "\n\n".join(parts) + "\n"


def read_seconds(texts: list[str]) -> tuple[float, float]:
    """Wall time in seconds and peak memory in MB of ``onrecord read`` over a folder of the texts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for number, text in enumerate(texts):
            (folder / "in" / f"{number:05}.txt").write_text(text, encoding="utf8")
        command = [sys.executable, "-m", "onrecord", "read", "in", "--record", "r.duckdb"]
        began = time.perf_counter()
        with (folder / "errors").open("wb") as errors:
            process = subprocess.Popen(  # noqa: S603 - our own command
                [*command, "--published", "2024-05-17"], cwd=folder, stderr=errors
            )
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        if status:
            raise RuntimeError((folder / "errors").read_text(encoding="utf8"))
        return seconds, usage.ru_maxrss / 1024


def bare_seconds(encoder: Encoder, texts: list[str], threads: int) -> float:
    """Wall time of the model alone over the windows of the texts, none of them read twice."""
    inputs: list[list[tuple[Ints, Ints]]] = []
    for text in texts:
        pieces, windows = encoder.cut(text, overlap=0)
        inputs.append([encoder.inputs(pieces, window) for window in windows])
    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(lambda one: [encoder.run(*window) for window in one], inputs):
            pass
    return time.perf_counter() - began


def import_seconds() -> float:
    """What ``import onrecord`` adds to the start of Python; median of seven."""

    def run(code: str) -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
        return time.perf_counter() - began

    return statistics.median(run("import onrecord") - run("pass") for _ in range(7))


def measure(count: int) -> dict[str, float]:
    """All figures of one run."""
    encoder, texts = Encoder(), articles(count)
    threads = len(os.sched_getaffinity(0))
    start, _ = read_seconds(texts[:FEW])
    bare = bare_seconds(encoder, texts[FEW:], threads)
    whole, peak = read_seconds(texts)
    bare = (bare + bare_seconds(encoder, texts[FEW:], threads)) / 2
    steady = whole - start
    return {
        "articles": count,
        "words": sum(len(text.split()) for text in texts) / count,
        "threads": threads,
        "articles a second": (count - FEW) / steady,
        "bare encoder, articles a second": (count - FEW) / bare,
        "ratio to the bare encoder": steady / bare,
        "peak MB": peak,
        "peak MB of this benchmark": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "seconds to start and read the first few": start,
        "import seconds": import_seconds(),
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()
    figures = measure(options.articles)
    for name, figure in figures.items():
        floor = f"   (to reach: {FLOORS[name]:g})" if name in FLOORS else ""
        print(f"{name:40} {figure:9.2f}{floor}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
