"""How long a CSV table of what passes a filter takes, against pandas in one piece and `sqlite3 -csv`.

Then how long a large picture takes (export_picture.py).

    python -m tests.bench export [--events N] [--db PATH] [--runs N]

Ours is what `detente export` does once the events are known: ids in order of time, rows in chunks, one file.
"pandas" reads the same rows by one statement with read_sql, in the same order, and writes them with to_csv;
the two files must be the same, byte for byte. "sqlite3 -csv" is the program of that name with the same
statement, where it is installed. Each run is a process of its own; its start is not counted, but for that
program's. `peak_mb` is what reading and writing the rows adds to its memory at the peak, once their order is
known, at N events and at a tenth of them.
"""

import argparse
import contextlib
import importlib
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from explorer.domain.filter import EventFilter
from explorer.domain.provenance import Provenance
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from tests.bench import export_picture
from tests.bench.databases import database_of
from tests.bench.result import memory, report

#: All of the generated events lie in these years: a filter that has to be asked, and lets all pass.
_AFTER: Final = "1900"

#: What ours reads in chunks, in one piece: the same columns as texts.
STATEMENT: Final = """
    SELECT e.slug AS id, e.title AS title, e.start_edtf AS start, coalesce(e.end_edtf, '') AS end,
           date(e.start_earliest, 'unixepoch') AS earliest, date(e.end_latest - 1, 'unixepoch') AS latest,
           CASE WHEN e.start_precision = e.end_precision THEN e.start_precision
                ELSE e.start_precision || '/' || e.end_precision END AS precision,
           k.slug AS kind, r.slug AS relationship,
           coalesce((SELECT group_concat(said, '; ') FROM (
                SELECT p.name || CASE WHEN t.office || t.country = '' THEN '' ELSE ' (' || t.office
                       || CASE WHEN t.office <> '' AND t.country <> '' THEN ', ' ELSE '' END
                       || t.country || ')' END AS said
                  FROM participations t JOIN people p ON p.id = t.person_id
                 WHERE t.event_id = e.id ORDER BY t.position)), '') AS people,
           l.name AS place, l.country AS country,
           coalesce(o.latitude, l.latitude) AS latitude, coalesce(o.longitude, l.longitude) AS longitude,
           e.basis AS basis,
           coalesce((SELECT group_concat(number, ';') FROM (
                SELECT DISTINCT p.number FROM passage_events x JOIN passages p ON p.id = x.passage_id
                 WHERE x.event_id = e.id ORDER BY p.number)), '') AS paragraphs,
           coalesce((SELECT group_concat(slug, ';') FROM (
                SELECT c.slug FROM claim_events x JOIN claims c ON c.id = x.claim_id
                 WHERE x.event_id = e.id ORDER BY c.document_id, c.position)), '') AS claims,
           coalesce((SELECT group_concat(text, ' ') FROM (
                SELECT c.text FROM commentary c WHERE c.event_id = e.id ORDER BY c.document_id)), '')
                AS commentary,
           e.summary AS summary,
           coalesce((SELECT group_concat(citation, '; ') FROM (
                SELECT s.citation FROM citations x JOIN sources s ON s.id = x.source_id
                 WHERE x.event_id = e.id ORDER BY x.position)), '') AS sources,
           e.importance AS importance
      FROM events e
      JOIN kinds k ON k.id = e.kind_id
      JOIN relationships r ON r.id = e.relationship_id
      LEFT JOIN places l ON l.id = e.place_id
      LEFT JOIN event_coordinates o ON o.event_id = e.id
     WHERE e.end_latest > -2208988800
     ORDER BY e.start_earliest, e.end_latest, e.id
"""

#: Gives the rows, and calls what it is given when reading and writing them begins.
_Work: TypeAlias = Callable[[Callable[[], None]], int]

_OF: Final = Provenance("", "", "", "", 0, 0, "", "", "", "", "")


def main(arguments: list[str]) -> int:
    """Print JSON lines for the times and for the memory."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench export")
    parser.add_argument("--events", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--db", type=Path, metavar="PATH", help="another database than a generated one")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    parser.add_argument("--run", choices=_RUNS, help="one run in this process: its numbers as JSON")
    parser.add_argument("--out", type=Path, metavar="PATH", help="the file that --run writes")
    chosen = parser.parse_args(arguments)
    path: Path = chosen.db or database_of(chosen.events)
    if chosen.run:
        print(json.dumps(_measured(_RUNS[chosen.run](path, chosen.out))))
        return 0
    with tempfile.TemporaryDirectory(prefix="detente-bench-") as folder:
        outs = {name: Path(folder, f"{name}.csv") for name in (*_RUNS, _PROGRAM)}
        names = [*_RUNS, *([_PROGRAM] if shutil.which("sqlite3") else [])]
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in names}
        for _ in range(chosen.runs):
            # In turns: whatever disturbs one disturbs the others.
            for name in names:
                runs[name].append(_apart(name, path, outs[name]))
        if outs["ours"].read_bytes() != outs["pandas"].read_bytes():
            print("Ours and pandas do not write the same bytes.", file=sys.stderr)
            return 1
        size = outs["ours"].stat().st_size
        tenth = chosen.db or database_of(max(1, chosen.events // 10))
        few = _apart("ours", tenth, outs["ours"])
    times = {name: [run["cpu_ms"] for run in found] for name, found in runs.items()}
    for name in names[1:]:
        report(
            "export", "csv", int(runs["ours"][0]["rows"]), times["ours"],
            wall_ms=[run["wall_ms"] for run in runs["ours"]],
            reference=name, reference_ms=statistics.median(times[name]), bytes=size,
            peak_mb=max(run["peak_mb"] for run in runs["ours"]), peak_mb_of_a_tenth=few["peak_mb"],
            reference_peak_mb=max(run["peak_mb"] for run in runs[name]),
        )  # fmt: skip
    return export_picture.main(
        ["--db", str(path), "--events", str(chosen.events), "--runs", str(chosen.runs)]
    )


def _ours(path: Path, out: Path) -> _Work:
    from explorer.formats.csv import names, write
    from explorer.formats.table import TableOptions
    from explorer.storage.tables import export_rows, ordered_ids

    # As for the other, loading pandas is not part of what is measured.
    importlib.import_module("pandas")
    database, options = open_database(path), TableOptions()
    with contextlib.closing(database.connect()) as connection:
        index = load_index(connection)

    def work(begin: Callable[[], None]) -> int:
        ids = ordered_ids(database, index, index.mask(EventFilter(after=_AFTER)))
        begin()
        return write(out, export_rows(database, ids, names(options)), options, _OF).rows

    return work


def _pandas(path: Path, out: Path) -> _Work:
    import pandas as pd

    def work(begin: Callable[[], None]) -> int:
        begin()
        with contextlib.closing(open_database(path).connect()) as connection:
            frame = pd.read_sql(STATEMENT, connection)
        frame.to_csv(out, index=False, lineterminator="\n")
        return len(frame)

    return work


_RUNS: Final[dict[str, Callable[[Path, Path], _Work]]] = {"ours": _ours, "pandas": _pandas}
_PROGRAM: Final = "sqlite3 -csv"


def _measured(work: _Work) -> dict[str, float]:
    """The rows, the times, and what the memory of this process grew by at its peak, once work has begun."""
    before = 0

    def begin() -> None:
        nonlocal before
        _, before = memory(reset=True)

    begun, cpu = time.perf_counter(), time.process_time()
    rows = work(begin)
    return {
        "rows": rows,
        "cpu_ms": (time.process_time() - cpu) * 1000,
        "wall_ms": (time.perf_counter() - begun) * 1000,
        "peak_mb": round((memory()[0] - before) / 1e6, 1),
    }


def _apart(name: str, path: Path, out: Path) -> dict[str, float]:
    """The numbers of one run in a process of its own."""
    if name == _PROGRAM:
        return _by_program(path, out)
    words = [
        sys.executable,
        "-m",
        "tests.bench",
        "export",
        "--db",
        str(path),
        "--run",
        name,
        "--out",
        str(out),
    ]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def _by_program(path: Path, out: Path) -> dict[str, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    with out.open("wb") as stream:
        words = ["sqlite3", "-readonly", "-csv", "-header", str(path), STATEMENT]
        subprocess.run(words, check=True, stdout=stream)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu_ms": cpu * 1000, "wall_ms": (time.perf_counter() - begun) * 1000, "peak_mb": 0.0}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
