"""Lemmas as rules: how many letters to take off a word's end and what to put there ("3:y": cities, city)."""

from __future__ import annotations


def rule(form: str, lemma: str) -> str:
    """The rule that makes ``lemma`` of ``form``; case is set aside unless both begin with a capital."""
    form = _cased(form, keep=lemma[:1].isupper())
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}:{lemma[same:]}"


def lemma(form: str, made_by: str, *, keep_case: bool) -> str:
    """The lemma that a rule makes of ``form``; of names the letter case is to be kept."""
    off, _, ending = made_by.partition(":")
    form = _cased(form, keep=keep_case)
    return form[: max(0, len(form) - int(off))] + ending


def _cased(form: str, *, keep: bool) -> str:
    return form if keep and form[:1].isupper() else form.lower()
