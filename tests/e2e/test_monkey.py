"""A short session of random events, with one seed that is always the same and one that never is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("database", ["bundled", "odd-text"])
@pytest.mark.parametrize("seed", [1, int.from_bytes(os.urandom(3))], ids=["fixed", "random"])
def test_nothing_breaks_whatever_is_pressed(database: str, seed: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.monkey", database, "600", str(seed), "--offscreen"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    # The seed is among what it says.
    assert done.returncode == 0, done.stdout + done.stderr
