"""One line of JSON for each measurement, the same fields everywhere."""

import json
import re
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path


def report(
    bench: str,
    case: str,
    events: int,
    cpu_ms: Sequence[float],
    *,
    wall_ms: Sequence[float] = (),
    reference: str = "",
    reference_ms: float = 0.0,
    **more: object,
) -> None:
    """Print the medians of a series of CPU (and wall) times in milliseconds, and the ratio to a reference."""
    ordered = sorted(cpu_ms)
    line: dict[str, object] = {
        "bench": bench,
        "case": case,
        "events": events,
        "cpu_ms": round(statistics.median(ordered), 3),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 3),
    }
    if wall_ms:
        line["wall_ms"] = round(statistics.median(wall_ms), 3)
    if reference:
        line |= {
            "reference": reference,
            "reference_ms": round(reference_ms, 3),
            "ratio": round(statistics.median(ordered) / reference_ms, 3),
        }
    print(json.dumps(line | more), flush=True)


def memory(*, reset: bool = False) -> tuple[int, int]:
    """Bytes of memory at the peak since the last reset, and now; zeros where the system does not say."""
    if sys.platform != "linux":
        return 0, 0
    if reset:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    said = Path("/proc/self/status").read_text(encoding="ascii")
    peak, now = (int(re.findall(rf"{name}:\s+(\d+) kB", said)[0]) * 1024 for name in ("VmHWM", "VmRSS"))
    return peak, now
