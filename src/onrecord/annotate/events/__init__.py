"""Events: who did what to whom, as PLOVER codes it, when and where, and whether it happened."""

from onrecord.annotate.events.events import find_events, heads_of_parties
from onrecord.annotate.events.happenings import Happening, find_happenings

__all__ = ["Happening", "find_events", "find_happenings", "heads_of_parties"]
