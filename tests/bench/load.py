"""How long opening takes, from rows and from the column cache, against SELECT sum() over the same columns.

    python -m tests.bench load [--events N] [--db PATH] [--runs N]

What the cache has of the database is removed, and in the end it is there. CPU time of the process, all
threads; ours and the reference take turns. `wait_ms` is the longest that a second thread, which wakes every
two milliseconds as a window's would, had to wait meanwhile; `bytes_per_event` what the opening adds at its
peak to the memory of the process, `kept_per_event` what it leaves.
"""

import argparse
import contextlib
import sqlite3
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from explorer.storage.cache import pack, place_of
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from tests.bench.databases import database_of
from tests.bench.result import memory, report

_EVENTS: Final = (
    "id", "start_earliest", "start_latest", "end_earliest", "end_latest", "kind_id", "relationship_id",
    "place_id", "importance", "start_qualifier", "end_qualifier", "basis",
)  # fmt: skip
SUMS: Final = (
    f"SELECT {', '.join(f'sum({name})' for name in _EVENTS)} FROM events",
    "SELECT sum(event_id), sum(person_id) FROM participations",
    "SELECT sum(event_id), sum(claim_id) FROM claim_events",
)
REFERENCE: Final = "SELECT sum()"


def main(arguments: list[str]) -> int:
    """Print a JSON line for the first opening, the packing and the later openings."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench load")
    parser.add_argument("--events", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--db", type=Path, metavar="PATH", help="another database than a generated one")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    chosen = parser.parse_args(arguments)
    path: Path = chosen.db or database_of(chosen.events)
    with contextlib.closing(sqlite3.connect(path)) as writer:
        events: int = writer.execute("SELECT count(*) FROM events").fetchone()[0]
    place_of(path).unlink(missing_ok=True)
    _sums(path)
    for case in ("first open", "warm open"):
        runs = [(_timed(lambda: _sums(path)), _opening(path)) for _ in range(chosen.runs)]
        openings = [ours for _, ours in runs]
        report(
            "load",
            case,
            events,
            [ours["cpu_ms"] for ours in openings],
            wall_ms=[ours["wall_ms"] for ours in openings],
            reference=REFERENCE,
            reference_ms=statistics.median(theirs for theirs, _ in runs),
            **{name: max(ours[name] for ours in openings) for name in ("wait_ms", *_memory_names())},
        )
        if case == "first open":
            taken = _packing(path)
            report("load", "pack", events, [taken], bytes=place_of(path).stat().st_size)
    return 0


def _packing(path: Path) -> float:
    """CPU time of keeping the columns in the cache."""
    with contextlib.closing(open_database(path).connect()) as connection:
        index = load_index(connection)
    return _timed(lambda: pack(path, index))


def _sums(path: Path) -> None:
    with contextlib.closing(open_database(path).connect()) as connection:
        for statement in SUMS:
            connection.execute(statement).fetchall()


def _opening(path: Path) -> dict[str, float]:
    """CPU and wall time of an opening on a thread of its own, the main thread's longest wait, memory."""
    found: list[Any] = []

    def work() -> None:
        with contextlib.closing(open_database(path).connect()) as connection:
            found.append(load_index(connection))

    before = memory(reset=True)
    thread = threading.Thread(target=work)
    begun, cpu, longest = time.perf_counter(), time.process_time(), 0.0
    thread.start()
    while thread.is_alive():
        asked = time.perf_counter()
        time.sleep(0.002)
        longest = max(longest, time.perf_counter() - asked - 0.002)
    measured = {"cpu_ms": (time.process_time() - cpu) * 1000, "wall_ms": (time.perf_counter() - begun) * 1000}
    after, size = memory(), len(found[0])
    used_up = (after[0] - before[1], after[1] - before[1])
    return measured | {
        "wait_ms": round(longest * 1000, 1),
        **{name: round(used / size, 1) for name, used in zip(_memory_names(), used_up, strict=False)},
    }


def _memory_names() -> tuple[str, ...]:
    return ("bytes_per_event", "kept_per_event") if sys.platform == "linux" else ()


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
