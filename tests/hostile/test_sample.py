"""A sample of the campaigns: inputs of every second kind, checked and tried in one way; and harm is seen."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.campaign import KINDS
from tests.hostile.kinds import make
from tests.hostile.trial import tried
from tests.patience import PROCESS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each trial is a copy of a process")


def test_a_sample_of_the_kinds_does_no_harm() -> None:
    seed = str(random.SystemRandom().randrange(10**6))
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile", "--sample", "--seed", seed, "--jobs", "1"],
        capture_output=True, text=True, check=False, timeout=2 * PROCESS,
    )  # fmt: skip
    assert done.returncode == 0, f"python -m tests.hostile --sample --seed {seed}\n{done.stdout}{done.stderr}"
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({f"kind {name}" for name in KINDS} & {line.get("of") for line in told}) >= len(KINDS) // 2 - 3


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_seed_makes_the_same_input_again(name: str, tmp_path: Path) -> None:
    if name in {"sizes", "sparse", "counts", "trigger"}:
        pytest.skip("large")
    made = [make(name, 7, tmp_path / place)[0] for place in ("one", "two")]
    one, other = (
        {path.name: path.stat().st_size for path in first.parent.iterdir() if path.is_file()}
        for first in made
    )
    assert one == other


def _removes(place: Path) -> Callable[[dict[str, Any]], int]:
    return lambda _: (place / "in" / "d.db").unlink() or 0


def _changes(place: Path) -> Callable[[dict[str, Any]], int]:
    return lambda _: (place / "in" / "d.db").write_bytes(b"") and 0


def _opens(place: Path) -> Callable[[dict[str, Any]], int]:
    return lambda _: 0 * len((place / "victims" / "victim.txt").read_bytes())


def _litters(place: Path) -> Callable[[dict[str, Any]], int]:
    return lambda _: 0 * Path("left").write_bytes(b"x")


def _raises(_: Path) -> Callable[[dict[str, Any]], int]:
    return lambda _: 1 // 0


def _crashes(_: Path) -> Callable[[dict[str, Any]], int]:
    return lambda _: os.abort()


def _takes_memory(_: Path) -> Callable[[dict[str, Any]], int]:
    return lambda _: 0 * len(b"x" * (700 << 20))


@pytest.mark.skipif(
    sys.platform != "linux", reason="what is opened and how much memory is taken are told there"
)
@pytest.mark.parametrize(
    ("harm", "said"),
    [(_removes, "changed"), (_changes, "changed"), (_opens, "opened"), (_litters, "litter"),
     (_raises, "traceback"), (_crashes, "crash"), (_takes_memory, "memory")],
)  # fmt: skip
def test_harm_is_seen(
    harm: Callable[[Path], Callable[[dict[str, Any]], int]], said: str, tmp_path: Path
) -> None:
    _, ground = make("names", 1, tmp_path)
    (ground.folder / "d.db").write_bytes(b"data")
    outcome = tried("info", harm(tmp_path), tmp_path, [ground.folder, ground.victims])
    assert any(fault.startswith(said) for fault in outcome.faults), outcome


def test_what_does_no_harm_is_passed(tmp_path: Path) -> None:
    _, ground = make("names", 1, tmp_path)
    assert tried("info", lambda _: 0, tmp_path, [ground.folder, ground.victims]).faults == []
