"""Intake: bytes to ``Document``. Plain text, web pages, JSON Lines; files, folders, input,
addresses.
"""

from onrecord.intake.byline import find_byline
from onrecord.intake.furniture import find_furniture
from onrecord.intake.outcome import Failure, Given, Notice, UnreadableError
from onrecord.intake.places import count
from onrecord.intake.reading import Outcome, read

__all__ = [
    "Failure",
    "Given",
    "Notice",
    "Outcome",
    "UnreadableError",
    "count",
    "find_byline",
    "find_furniture",
    "read",
]
