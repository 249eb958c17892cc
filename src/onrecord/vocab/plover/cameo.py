"""CAMEO's codes as PLOVER's, and back.

After the conversion table that comes with the PLOVER codebook (17 September 2021). Modes that the codebook
has since dropped give none, or the one that took them up (``assassinate``: targeted), attacks from the air
its mode for them, and strikes stand beside boycotts, with which CAMEO counts them; its contexts
"humanitarian" and "democracy" are called human_security and pro_democracy here, as in the codebook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from onrecord.vocab.plover.codes import Code
from onrecord.vocab.plover.ontology import coded_as, load_ontology
from onrecord.vocab.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Cameo:
    """CAMEO's codes, of three or four digits, each with the PLOVER codes that it covers, the first its own.

    01 and 02, statements and appeals, have none: PLOVER left them out.
    """

    plover: Mapping[str, tuple[Code, ...]]

    def to_plover(self, code: str) -> Code | None:
        """The code of a CAMEO event, or that of the code above it; None where PLOVER has no such event."""
        return next((self.plover[part][0] for n in (4, 3) if (part := code[:n]) in self.plover), None)

    def to_cameo(self, code: Code) -> str | None:
        """The CAMEO code that says most of an event and nothing that is not told, else its category's root.

        None for a category that there is not. Of several that say as much, the shorter and then the lower.
        """
        fitting = [
            (-_told(known, code), len(cameo), cameo)
            for cameo, codes in self.plover.items()
            for known in codes
            if known.category == code.category and (_fits(known, code) or cameo.endswith("0"))
        ]
        return min(fitting)[2] if fitting else None


def _fits(known: Code, code: Code) -> bool:
    return known.mode in (None, code.mode) and set(code.contexts).issuperset(known.contexts)


def _told(known: Code, code: Code) -> int:
    """How much of an event a fitting code says; its mode more than any context."""
    if not _fits(known, code):
        return 0
    return len(known.contexts) + 10 * (known.mode is not None)


def load_cameo(path: Path | None = None) -> Cameo:
    """The table that ships with the package, or the CSV file ``path``.

    ValueError, with file, line and reason, for a code given twice or no code, and for an unknown category,
    mode or context. The package's own is read once.
    """
    return _shipped() if path is None else _read(path)


@cache
def _shipped() -> Cameo:
    return _read(None)


def _read(path: Path | None) -> Cameo:
    name, folder = (path.name, path.parent) if path else ("plover_cameo.csv", None)
    ontology = load_ontology()
    found: dict[str, tuple[Code, ...]] = {}
    for row in read_table(name, ("cameo", "category", "modes", "contexts"), folder=folder):
        cameo = row.needed("cameo")
        if not (cameo.isdecimal() and len(cameo) in (3, 4)):
            raise row.error(f"{cameo!r} is no code of CAMEO")
        if cameo in found:
            raise row.error(f"{cameo} is given twice")
        contexts = row.several("contexts")
        for context in contexts:
            if context not in ontology.contexts:
                raise row.error(f"there is no context {context!r}")
        coded = [f"{row.needed('category')} {mode}".strip() for mode in row.several("modes") or ("",)]
        codes = [coded_as(row, one, ontology.categories) for one in coded]
        found[cameo] = tuple(replace(code, contexts=contexts) for code in codes)
    return Cameo(plover=found)
