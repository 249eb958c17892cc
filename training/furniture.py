"""Fits the weights by which intake tells page furniture from article, and scores them on the
held-back lines.

``python -m training.furniture`` prints the table for ``onrecord/intake/furniture_weights.py`` and
the scores.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.intake.furniture_features import measure

LINES = Path(__file__).parent / "own" / "furniture"
THRESHOLDS = (0.5, 0.8, 0.9)


def read_lines(part: str) -> list[tuple[str, bool]]:
    """The lines of ``train`` or ``held_back``, each with whether it is furniture."""
    rows = (LINES / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["furniture"]) for row in map(json.loads, rows)]


def fit(lines: list[tuple[str, bool]], *, ridge: float = 0.5) -> dict[str, float]:
    """Weights of a logistic regression by Newton's method, with the penalty ``ridge`` on every
    weight.
    """
    measured = [measure(line) for line, _ in lines]
    names = list(measured[0])
    x = np.array([[row[name] for name in names] for row in measured])
    y = np.array([float(furniture) for _, furniture in lines])
    weights: NDArray[np.float64] = np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + ridge * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(names))
        weights = weights - np.linalg.solve(hessian, gradient)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def estimate(weights: Mapping[str, float], line: str) -> float:
    """The probability, by ``weights``, that ``line`` is furniture."""
    score = sum(weights[name] * value for name, value in measure(line).items())
    return float(1 / (1 + np.exp(-score)))


def score(weights: Mapping[str, float], lines: list[tuple[str, bool]], threshold: float) -> str:
    """One printed line: precision and recall of furniture at ``threshold``."""
    marked = [(line, truth) for line, truth in lines if estimate(weights, line) >= threshold]
    right = sum(truth for _, truth in marked)
    precision, recall = right / len(marked), right / sum(truth for _, truth in lines)
    return f"threshold {threshold}: precision {precision:.3f}, recall {recall:.3f}"


def main() -> None:
    """Print the weights fitted on ``train`` and their scores on both parts."""
    train, held_back = read_lines("train"), read_lines("held_back")
    weights = fit(train)
    for name, weight in weights.items():
        print(f"    {json.dumps(name)}: {weight},")
    for part, lines in (("train", train), ("held back", held_back)):
        for threshold in THRESHOLDS:
            print(f"{part}, {score(weights, lines, threshold)}")


if __name__ == "__main__":
    main()
