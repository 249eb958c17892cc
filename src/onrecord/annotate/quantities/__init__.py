"""Figures: counted people, things and money, with bounds, source and day."""

from onrecord.annotate.quantities.quantities import find_quantities

__all__ = ["find_quantities"]
