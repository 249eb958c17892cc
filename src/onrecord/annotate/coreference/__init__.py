"""Which mentions of a document are of the same: chains, and what they are made from."""

from onrecord.annotate.coreference.chains import chain
from onrecord.annotate.coreference.describe import Described, describe
from onrecord.annotate.coreference.speakers import speakers

__all__ = ["Described", "chain", "describe", "speakers"]
