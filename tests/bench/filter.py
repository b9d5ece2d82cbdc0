"""How long a change of filter takes, against one numpy cumsum of its mask.

    python -m tests.bench filter [--events N] [--db PATH] [--runs N]

"change" is all that the window's worker does before the picture changes: the mask, the number of matches, the
lanes with their prefix sums and block maxima, and the time they span. "sums" is the mask and its prefix sums,
"mask" the mask alone, "counts" the numbers beside the facets' values, which come later. The cumsum writes
32-bit sums into an array that is there already.
"""

import argparse
import contextlib
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from explorer.domain.filter import EventFilter
from explorer.layout.lanes import Arrangement, Lanes
from explorer.storage.cache import pack
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from tests.bench.databases import database_of
from tests.bench.result import report

_KINDS: Final = frozenset({"kind-02", "kind-04", "kind-05", "kind-09", "kind-13"})
_LANES: Final = frozenset({"lane-01", "lane-05", "lane-08"})

CASES: Final = {
    "kinds and importance": EventFilter(chosen={"kind": _KINDS}, min_importance=2),
    "one kind": EventFilter(chosen={"kind": frozenset({"kind-02"})}),
    "relationships": EventFilter(chosen={"relationship": _LANES}),
    "without kinds": EventFilter(excluded={"kind": _KINDS}, max_importance=4),
    "dates": EventFilter(after="1970", before="1990"),
    "all of these": EventFilter(
        chosen={"kind": _KINDS, "relationship": _LANES}, after="1970", before="1990", min_importance=2
    ),
}


def main(arguments: list[str]) -> int:
    """Print JSON lines for each case."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench filter")
    parser.add_argument("--events", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--db", type=Path, metavar="PATH", help="another database than a generated one")
    parser.add_argument("--runs", type=int, default=21, metavar="N")
    chosen = parser.parse_args(arguments)
    path: Path = chosen.db or database_of(chosen.events)
    with contextlib.closing(open_database(path).connect()) as connection:
        index = load_index(connection)
    pack(path, index)
    arrangement = Arrangement.of(index, "relationship")
    sums = np.zeros(len(index) + 1, dtype=np.int32)
    for case, wanted in CASES.items():
        given = index.mask(wanted)

        def cumsum(mask: "np.ndarray[tuple[int], np.dtype[np.bool_]]" = given) -> None:
            np.cumsum(mask, out=sums[1:])

        def change(wanted: EventFilter = wanted) -> None:
            mask = index.mask(wanted)
            np.count_nonzero(mask)
            Lanes.of(arrangement, mask).extent()

        def sum_up(wanted: EventFilter = wanted) -> None:
            np.cumsum(index.mask(wanted).view(np.uint8), dtype=np.int32, out=sums[1:])

        def mask(wanted: EventFilter = wanted) -> None:
            index.mask(wanted)

        def counts(wanted: EventFilter = wanted) -> None:
            index.counts(wanted)

        steps = {"change": change, "sums": sum_up, "mask": mask, "counts": counts}
        times: dict[str, list[float]] = {name: [] for name in ("cumsum", *steps)}
        for _ in range(chosen.runs):
            # In turns: whatever disturbs one disturbs the other.
            for name, step in (("cumsum", cumsum), *steps.items()):
                times[name].append(_timed(step))
        for name in steps:
            report(
                "filter", f"{name}: {case}", len(index), times[name],
                reference="cumsum", reference_ms=statistics.median(times["cumsum"]), matching=int(sums[-1]),
            )  # fmt: skip
    return 0


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
