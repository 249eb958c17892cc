"""Makes the scores of events mean what they say: Platt's scaling (1999) on half of what is held back.

python -m training.calibrate --model src/onrecord/models/data

The logarithm of a score's odds is multiplied and shifted so that of events with the score .8 eight in ten are
right; both numbers go into the manifest. `evaluation.calibration` measures on the other half.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path

from evaluation.calibration import Scored, scored
from onrecord.models import SHIPPED
from onrecord.models.manifest import MANIFEST

STEPS = 100


def fit(found: Sequence[Scored]) -> tuple[float, float]:
    """Slope and intercept of the likeliest logistic function of the odds, by Newton's method."""
    slope, intercept = 1.0, 0.0
    points = [(_odds(one.score), float(one.right)) for one in found]
    for _ in range(STEPS):
        gradient, hessian = [0.0, 0.0], [1e-6, 0.0, 1e-6]
        for x, y in points:
            p = 1 / (1 + math.exp(-(slope * x + intercept)))
            weight = p * (1 - p)
            gradient[0] += (p - y) * x
            gradient[1] += p - y
            hessian[0] += weight * x * x
            hessian[1] += weight * x
            hessian[2] += weight
        determinant = hessian[0] * hessian[2] - hessian[1] ** 2
        slope -= (hessian[2] * gradient[0] - hessian[1] * gradient[1]) / determinant
        intercept -= (hessian[0] * gradient[1] - hessian[1] * gradient[0]) / determinant
    return slope, intercept


def _odds(score: float) -> float:
    kept = min(max(score, 1e-9), 1 - 1e-9)
    return math.log(kept / (1 - kept))


def write(folder: Path, calibration: tuple[float, float]) -> None:
    """Puts the two numbers into the manifest."""
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf8"))
    manifest["calibration"]["events"] = [round(number, 4) for number in calibration]
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    write(options.model, (1.0, 0.0))
    calibration = fit(list(scored(options.model, measured=False)))
    write(options.model, calibration)
    print(f"slope {calibration[0]:.3f}, intercept {calibration[1]:.3f}")


if __name__ == "__main__":
    main()
