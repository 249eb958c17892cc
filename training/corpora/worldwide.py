"""en-worldwide-newswire (Shan et al. 2023): names in newspapers of some 45 countries, BIO by token."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from training.examples import Example, Name

# Articles of these countries are never trained on: evaluation/names.py measures on them.
HELD_BACK = ("cn_", "mex_")
# Read in full as gold records elsewhere, and for measuring only.
GOLD_RECORDS = ("iran_times_8.", "jp_article_asahi_2.", "kr_kherald_9.")

TYPES = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "Facility": "facility",
    "NORP": "group",
    "Misc": "other",
    "Product": "other",
}
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%'’”") | {"'s", "’s", "n't"}
_NO_SPACE_AFTER = frozenset(["(", "[", "“", "$", "‘"])


def read(folder: Path) -> Iterator[Example]:
    """The articles that training may see."""
    for path in sorted(folder.glob("*.tsv")):
        if not path.name.startswith(HELD_BACK + GOLD_RECORDS):
            yield article(path)


def article(path: Path) -> Example:
    """One article, its tokens joined into running text.

    The corpus gives no paragraphs. Lines are joined by blanks and by line breaks in turn, so that
    the model learns from neither; which, is drawn from the file's name and so always the same.
    """
    draw = random.Random(path.name)  # noqa: S311 - not for secrecy
    lines = draw.random() < 0.5
    text, names, current, before = "", [], None, ""
    for row in path.read_text(encoding="utf8").split("\n")[1:]:
        if "\t" not in row:
            if text and not text.endswith(("\n", " ")):
                text += "\n" if lines or draw.random() < 0.3 else " "
            before = ""
            continue
        token, label = row.split("\t")[:2]
        if before and not _joined(before, token):
            text += " "
        start = len(text)
        text += token
        before = token
        kind = TYPES.get(label[2:])
        if current and label.startswith("I-") and kind == current.type:
            current = Name(start=current.start, end=len(text), type=current.type)
            names[-1] = current
        elif kind:
            current = Name(start=start, end=len(text), type=kind)
            names.append(current)
        else:
            current = None
    return Example(id=path.name, text=text, names=tuple(names))


def _joined(before: str, token: str) -> bool:
    return token in _NO_SPACE_BEFORE or token.startswith(("'s", "’s")) or before in _NO_SPACE_AFTER
