"""Time expressions by rules: where they are, their TIMEX3 type and value, first and last day."""

from onrecord.annotate.times.finder import find_times

__all__ = ["find_times"]
