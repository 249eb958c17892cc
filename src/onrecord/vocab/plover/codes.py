"""What an event is coded as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A category of PLOVER, a mode of it or None, and contexts."""

    category: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()

    def __str__(self) -> str:
        """``CONSULT visit``."""
        return self.category if self.mode is None else f"{self.category} {self.mode}"
