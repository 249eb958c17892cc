"""onrecord reads the news on international politics and keeps the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.pipeline.pairs import classify_event

__version__ = "0.1.0"
__all__ = ["__version__", "classify_event"]


def __getattr__(name: str) -> Any:
    """What is slow to import is imported when it is asked for."""
    if name == "classify_event":
        from onrecord.pipeline.pairs import classify_event

        return classify_event
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
