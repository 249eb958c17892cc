"""Composes the rooms: documents in, records out, in the same order, as fast as the cores allow."""

from onrecord.pipeline.reader import ReaderPipeline, open_reader

__all__ = ["ReaderPipeline", "open_reader"]
