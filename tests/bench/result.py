"""One line of JSON for each measurement, the same fields everywhere."""

import json
import statistics
from collections.abc import Sequence


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
