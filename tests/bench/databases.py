"""The databases that the benchmarks run on, made once and kept in build/bench."""

import subprocess
import sys
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[2] / "build" / "bench"


def database_of(events: int, *, searchable: bool = True) -> Path:
    """The path of a generated database of so many events; made now where it is missing."""
    path = FOLDER / f"events-{events}.db"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        words = [
            sys.executable,
            "-m",
            "tests.bench",
            "generate",
            str(part),
            "--events",
            str(events),
            "--seed",
            "1",
        ]
        if not searchable:
            words.append("--no-search")
        part.unlink(missing_ok=True)
        subprocess.run(words, check=True, cwd=FOLDER.parents[1])
        part.rename(path)
    return path
