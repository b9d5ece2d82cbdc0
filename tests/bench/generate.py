"""Writing databases of any size for the benches: `python -m tests.bench generate OUT.db --events N --seed S`.

The shape is the one the peers were measured on: starts spread over 1945–2020, a fifth of the events with a
duration of up to 60 days, 12 lanes, 14 kinds, titles of 3 to 8 words, summaries of about 120 characters.
The same number and seed give the same rows.
"""

import argparse
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from explorer import bundle

RELATIONSHIPS: Final = 12
KINDS: Final = 14
PEOPLE: Final = 200
PLACES: Final = 120
CHUNK: Final = 100_000

DAY: Final = 86_400
FIRST: Final = -9_131  # 1945-01-01, in days from 1970
LAST: Final = 18_627  # 2020-12-31
LONGEST: Final = 60

#: Shares of importance 1 to 5.
IMPORTANCE: Final = (0.55, 0.25, 0.13, 0.055, 0.015)
WITH_PLACE: Final = 0.4
WITH_PEOPLE: Final = 0.3

_SHAPES: Final = (
    "circle", "square", "diamond", "triangle", "pentagon", "hexagon", "star", "cross", "plus", "ring",
    "flag", "drop", "bar", "chevron",
)  # fmt: skip
_SYLLABLES: Final = (
    "ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "ki", "lo", "mu", "na", "sa",
    "tor", "ver", "win", "gal", "hem", "dor", "fan", "mir",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Write the database that the arguments ask for, replacing the file."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench generate", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT.db")
    parser.add_argument("--events", type=int, default=100_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--no-search", action="store_true", help="leave the full-text index empty")
    chosen = parser.parse_args(arguments)
    begun = time.perf_counter()
    generate(chosen.out, chosen.events, chosen.seed, search=not chosen.no_search)
    size = chosen.out.stat().st_size / 1e6
    taken = time.perf_counter() - begun
    print(f"{chosen.out}: {chosen.events:,} events, {size:.0f} MB, {taken:.1f} s", file=sys.stderr)
    return 0


def generate(out: Path, events: int, seed: int = 1, *, search: bool = True) -> None:
    """A database with that many events is in `out`; without `search` its full-text index is empty."""
    out.unlink(missing_ok=True)
    connection = sqlite3.connect(out, isolation_level=None)
    try:
        # A file that is thrown away after a crash needs no journal.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -200000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.executescript(bundle.path("db", "schema.sql").read_text(encoding="utf-8"))
        # Every reference is right by construction; looking each up would take a third of the time.
        connection.execute("PRAGMA foreign_keys = OFF")
        # One CREATE INDEX at the end is faster than keeping it up to date; triggers have nothing to empty.
        later = connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        ).fetchall()
        for kind, name, _ in later:
            connection.execute(f"DROP {kind} {name}")
        connection.execute("BEGIN")
        rng = np.random.default_rng(seed)
        _write_values(connection, rng, events, seed)
        for first in range(0, events, CHUNK):
            _write_chunk(connection, rng, first, min(CHUNK, events - first))
        for _, _, statement in later:
            connection.execute(statement)
        if search:
            connection.execute("INSERT INTO event_text (event_text) VALUES ('rebuild')")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _write_values(connection: sqlite3.Connection, rng: np.random.Generator, events: int, seed: int) -> None:
    def insert(table: str, rows: Iterator[tuple[Any, ...]]) -> None:
        marks = {"relationships": 4, "kinds": 5, "places": 6, "people": 4, "properties": 2}[table]
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * marks)})", rows)

    words = _words(rng, PLACES + 2 * PEOPLE)
    insert("properties", iter([("title", f"{events:,} generated events"), ("description", f"seed {seed}")]))
    insert("relationships", ((n, f"lane-{n:02}", f"Lane {n}", n - 1) for n in range(1, RELATIONSHIPS + 1)))
    insert("kinds", ((n, f"kind-{n:02}", f"Kind {n}", _SHAPES[n - 1], n - 1) for n in range(1, KINDS + 1)))
    countries = (
        ("FI", "Finland"),
        ("US", "United States"),
        ("RU", "Russia"),
        ("CN", "China"),
        ("DE", "Germany"),
    )
    insert(
        "places",
        (
            (n, f"{words[n - 1].title()} {n}", *countries[n % 5], n % 180 - 90.0, n * 3 % 360 - 180.0)
            for n in range(1, PLACES + 1)
        ),
    )
    names = [(words[PLACES + n].title(), f"{words[PLACES + PEOPLE + n].title()} {n}") for n in range(PEOPLE)]
    insert("people", ((n, f"{a} {b}", f"{b}, {a}", 0) for n, (a, b) in enumerate(names, start=1)))


def _write_chunk(connection: sqlite3.Connection, rng: np.random.Generator, first: int, size: int) -> None:
    ids = np.arange(first + 1, first + size + 1)
    start = rng.integers(FIRST, LAST + 1, size)
    lasts = rng.random(size) < 0.2
    days = np.where(lasts, rng.integers(1, LONGEST, size), 0)
    start_text = np.datetime_as_string(start.astype("datetime64[D]")).tolist()
    end_text = np.datetime_as_string((start + days).astype("datetime64[D]")).tolist()
    titles, summaries = _texts(rng, size)
    place = np.where(rng.random(size) < WITH_PLACE, _skewed(rng, PLACES, size), 0)
    connection.executemany(
        "INSERT INTO events (id, slug, title, kind_id, relationship_id, place_id, start_edtf, end_edtf,"
        " start_earliest, start_latest, end_earliest, end_latest, start_precision, end_precision,"
        " importance, basis, summary)"
        " VALUES (?1, 'event-' || ?1, ?2, ?3, ?4, nullif(?5, 0), ?6, ?7, ?8, ?8 + 86400, ?9, ?9 + 86400,"
        " 'day', 'day', ?10, 'context', ?11)",
        zip(
            ids.tolist(),
            titles,
            rng.integers(1, KINDS + 1, size).tolist(),
            rng.integers(1, RELATIONSHIPS + 1, size).tolist(),
            place.tolist(),
            start_text,
            (text if last else None for text, last in zip(end_text, lasts.tolist(), strict=True)),
            (start * DAY).tolist(),
            ((start + days) * DAY).tolist(),
            (rng.choice(5, size, p=IMPORTANCE) + 1).tolist(),
            summaries,
            strict=True,
        ),
    )
    joined = ids[rng.random(size) < WITH_PEOPLE]
    person = _skewed(rng, PEOPLE, len(joined))
    # A second one beside every other first: never the same person twice.
    other = person % PEOPLE + 1
    both = np.concatenate([joined, joined[::2]])
    order = np.argsort(both, kind="stable")
    connection.executemany(
        "INSERT INTO participations (event_id, position, person_id) VALUES (?, ?, ?)",
        zip(
            both[order].tolist(),
            np.concatenate([np.zeros(len(joined), int), np.ones(len(joined[::2]), int)])[order].tolist(),
            np.concatenate([person, other[::2]])[order].tolist(),
            strict=True,
        ),
    )


def _skewed(rng: np.random.Generator, values: int, size: int) -> Any:
    """Numbers from 1 to `values`, the low ones much more often."""
    return (values * rng.random(size) ** 2).astype(np.int64) + 1


def _words(rng: np.random.Generator, size: int) -> list[str]:
    parts: list[list[int]] = rng.integers(0, len(_SYLLABLES), (size, 3)).tolist()
    return ["".join(_SYLLABLES[part] for part in row) for row in parts]


def _texts(rng: np.random.Generator, size: int) -> tuple[list[str], list[str]]:
    """Titles of 3 to 8 words, summaries of about 120 characters, words as unevenly used as in a language."""
    # The vocabulary is the same in every chunk, whatever the seed.
    vocabulary = _words(np.random.default_rng(0), 4_000)
    picks: list[list[int]] = (len(vocabulary) * rng.random((size, 23)) ** 3).astype(np.int64).tolist()
    lengths: list[int] = rng.integers(3, 9, size).tolist()
    titles: list[str] = []
    summaries: list[str] = []
    for row, length in zip(picks, lengths, strict=True):
        words = [vocabulary[pick] for pick in row]
        titles.append(" ".join(words[:length]).capitalize())
        summaries.append(" ".join(words[8:]).capitalize() + ".")
    return titles, summaries
