"""PolNeAR (Newell et al. 2018): attributions in US political news, brat stand-off, one level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.examples import Attribution, Example

Spans = tuple[tuple[int, int], ...]


def read(folder: Path) -> Iterator[Example]:
    """The articles of one part (``train``, ``dev``), each with its first annotator's attributions."""
    for path in sorted(folder.glob("text/*.txt")):
        annotations = sorted(folder.glob(f"attributions/{path.stem}_*.ann"))
        if annotations:
            yield Example(
                id=path.stem,
                text=path.read_bytes().decode("utf8"),  # offsets count line ends as they are
                attributions=tuple(_attributions(annotations[0].read_bytes().decode("utf8"))),
            )


def _attributions(brat: str) -> Iterator[Attribution]:
    spans: dict[str, Spans] = {}
    events: list[list[list[str]]] = []
    for line in brat.split("\n"):
        fields = line.split("\t")
        if line.startswith("T") and len(fields) >= 3:
            spans[fields[0]] = _spans(fields[1].split(" ", 1)[1])
        elif line.startswith("E") and len(fields) >= 2:
            events.append([pair.split(":") for pair in fields[1].split()])
    for event in events:
        parts: dict[str, Spans] = {"Source": (), "Cue": (), "Content": ()}
        for role, reference in event:
            part = re.sub(r"\d+$", "", role)
            if part in parts:
                parts[part] += spans.get(reference, ())
        if any(parts.values()):
            yield Attribution(source=parts["Source"], cue=parts["Cue"], content=parts["Content"])


def _spans(field: str) -> Spans:
    pairs = (part.split() for part in field.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)
