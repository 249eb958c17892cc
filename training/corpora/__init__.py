"""Readers of annotated corpora. Each gives `Example`s: a text and the spans annotated in it."""
