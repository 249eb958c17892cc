"""The weights of the line classifier, fitted by ``python -m training.furniture`` on lines written
for it.

Held-back lines (307, written apart from the others): precision 0.99 and recall 0.60 at ``CERTAIN``,
0.88 and 0.87 at ``LIKELY``; what context adds is measured in ``tests/intake/test_furniture.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "bias": -0.1,
        "one word": -0.39,
        "two or three words": 0.41,
        "four to eight words": -0.52,
        "over sixteen words": 0.65,
        "opens with a request": 1.65,
        "request alone": 0.93,
        "request and page word": 0.22,
        "request and other words": -2.46,
        "page words": 1.12,
        "a page word": 1.87,
        "shared words": 2.67,
        "opens with a shared word": -0.08,
        "platforms": 0.87,
        "a platform at the end": 1.84,
        "addresses the reader": 1.37,
        "other words": -1.61,
        "other words, counted": -2.11,
        "web words only": 1.19,
        "finite verb": -1.05,
        "finite verb and no page word": 0.77,
        "reported speech": -1.76,
        "quotation mark": -1.96,
        "full stop": -1.17,
        "full stop and no web word": -1.29,
        "question or exclamation": -1.85,
        "label of the page": 1.87,
        "label of another kind": -0.11,
        "address": 0.8,
        "separators": 1.61,
        "hashtag": 1.36,
        "rights": 1.34,
        "speaks of itself": 3.16,
        "credit": 1.96,
        "slash between words": 0.9,
        "count of the page": 0.54,
        "capitals": 0.22,
        "no word": -1.05,
    }
)
