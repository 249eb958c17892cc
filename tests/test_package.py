"""The package as it ships: what the wheel holds, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIP_WHEEL = ("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")
SLOW = ("duckdb", "httpx", "lxml", "msgspec", "numpy", "onnxruntime", "py3langid", "rich", "tokenizers")


def test_the_wheel_holds_the_model_and_the_vocabulary(tmp_path: Path) -> None:
    """All that reading needs is in the wheel, nothing that makes the model is, and it is below 60 MB."""
    subprocess.run(
        [sys.executable, *PIP_WHEEL, "--wheel-dir", str(tmp_path), str(ROOT)],
        check=True,
    )
    (wheel,) = tmp_path.glob("onrecord-*.whl")
    assert wheel.stat().st_size < 60_000_000
    names = zipfile.ZipFile(wheel).namelist()
    wanted = ("models/data/model.onnx", "models/data/tokenizer.json", "models/data/manifest.json", "py.typed")
    assert {f"onrecord/{name}" for name in (*wanted, "vocab/data/states.csv")} <= set(names)
    assert not [name for name in names if name.startswith(("training", "evaluation", "tests"))]


def test_importing_is_cheap() -> None:
    """``import onrecord`` brings in none of the libraries that are slow to import."""
    code = f"import sys, onrecord; print([name for name in {SLOW} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert shown.stdout.strip() == "[]"
