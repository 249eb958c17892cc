"""Measures the reader on annotated corpora: gold, scorers, commands, and floors that only rise."""
