"""The CPU time until the timeline is drawn: of the bundle, and of the same from the environment, in turn.

    python3 packaging/measure.py [--runs 9]

Needs Xvfb, xdotool, `make setup` and a bundle. The display is read until marks stand in the middle of the
window; what the process (all threads) has used by then counts, and what it has used when it comes to rest.
"""

from __future__ import annotations

import argparse
import mmap
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from check_deb import SIZE, Screen

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = {
    "environment": [str(ROOT / ".venv" / "bin" / "python"), "-P", "-m", "explorer"],
    "bundle": [str(ROOT / "build" / "package" / "dist" / "detente" / "detente")],
}
TICK = os.sysconf("SC_CLK_TCK")
#: An empty window has some eight colours in these lines, one with marks and labels hundreds.
DRAWN = 100


def used(process: int) -> float:
    """Seconds of CPU that a process has used, with all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def colours(picture: mmap.mmap) -> int:
    """Colours on every twelfth line of the middle of the screen."""
    line, start = SIZE[0] * 4, len(picture) - SIZE[0] * SIZE[1] * 4
    found: set[bytes] = set()
    for row in range(SIZE[1] // 5, SIZE[1] * 4 // 5, 12):
        begin = start + row * line + SIZE[0]
        pixels = picture[begin : begin + line // 2]
        found.update(pixels[at : at + 4] for at in range(0, len(pixels), 8))
    return len(found)


def once(command: list[str], screen: Screen, home: str) -> tuple[float, float]:
    """Seconds of CPU until marks are seen, and until nothing more happens."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment.update({
        "HOME": home, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
    })  # fmt: skip
    process = subprocess.Popen(command, env=environment, cwd=home, stderr=subprocess.DEVNULL)
    with (screen.folder / "Xvfb_screen0").open("rb") as stream:
        picture = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    try:
        while colours(picture) < DRAWN:
            if process.poll() is not None:
                sys.exit("The program has ended: " + " ".join(command))
            time.sleep(0.005)
        drawn = rest = used(process.pid)
        still = 0
        while still < 6:
            time.sleep(0.25)
            now = used(process.pid)
            still = still + 1 if now - rest < 0.01 else 0
            rest = now
    finally:
        process.kill()
        process.wait()
        picture.close()
    while screen.titles():
        time.sleep(0.05)
    return drawn, rest


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(Path(folder))
        try:
            for _ in range(runs + 1):
                for name, command in PROGRAMS.items():
                    # Each a first start: nothing is restored, and no mistake of the last one told.
                    with tempfile.TemporaryDirectory() as home:
                        times[name].append(once(command, screen, home))
        finally:
            screen.server.terminate()
    medians: dict[str, list[float]] = {}
    for name, measured in times.items():
        # The first of each warms the caches.
        medians[name] = [statistics.median(run[which] for run in measured[1:]) for which in (0, 1)]
        drawn, rest = medians[name]
        print(f"{name}: timeline drawn after {drawn:.2f} s of CPU, at rest after {rest:.2f} s")
    for which, what in enumerate(("timeline drawn", "at rest")):
        print(f"bundle / environment, {what}: {medians['bundle'][which] / medians['environment'][which]:.2f}")


if __name__ == "__main__":
    main()
