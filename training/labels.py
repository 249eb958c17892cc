"""The classes of the heads that choose one for each word.

The lists of relations and lemma rules are read off the training parts of EWT and GUM:
python -m training.labels --data ../shared/data
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from onrecord.models.lemmas import rule
from onrecord.vocab.actors.kinds import SECTORS
from onrecord.vocab.plover import load_ontology
from training.corpora import universal

PARTS_OF_SPEECH = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
# What a mention's head word stands for: the types of a record, and those that only GUM has.
RECORDED = ("person", "group", "organization", "country", "place", "publisher", "facility", "other")
UNRECORDED = ("object", "event", "time", "substance", "abstract", "animal", "plant")
MENTION_TYPES = ("none", *RECORDED, *UNRECORDED)
NO_SECTOR = "none"
SECTOR_NAMES = (NO_SECTOR, *sorted(SECTORS))

_PLOVER = load_ontology()
EVENT_TYPES = tuple(_PLOVER.categories)
MODES = (
    "none",
    *(f"{kind.name} {mode}" for kind in _PLOVER.categories.values() for mode in kind.modes),
)
CONTEXTS = tuple(_PLOVER.contexts)
FACTUALITIES = ("happened", "did_not_happen", "possible", "planned", "conditional", "unknown")

FILE = Path(__file__).parent / "labels.json"
RARE = 5
_READ = json.loads(FILE.read_text(encoding="utf8"))
RELATIONS: tuple[str, ...] = tuple(_READ["relations"])
LEMMA_RULES: tuple[str, ...] = tuple(_READ["lemma_rules"])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    options = parser.parse_args()
    relations: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for part in ("ud_ewt/en_ewt-ud-train.conllu", "gum/dep/train"):
        for example in universal.read(options.data / part):
            for token in example.tokens or ():
                relations[token.relation] += 1
                rules[rule(token.form, token.lemma)] += 1
    found = {
        "relations": sorted(relations),
        "lemma_rules": [name for name, count in rules.most_common() if count >= RARE],
    }
    FILE.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
