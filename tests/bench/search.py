"""How long a search takes: ids to mask against count(*) of its MATCH, the first hits against a LIKE scan.

python -m tests.bench search [--events N] [--db PATH] [--runs N]
"""

import argparse
import contextlib
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from explorer.domain.query import parse_query
from explorer.storage.cache import pack
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.search import expression_of, first_hits, search_rows
from tests.bench.databases import database_of
from tests.bench.result import report

COUNT: Final = "SELECT count(*) FROM event_text WHERE event_text MATCH ?"
LIKE: Final = "SELECT count(*) FROM events WHERE title LIKE ?1 OR summary LIKE ?1"

#: Events whose words are looked at to choose some to search for.
SAMPLE: Final = 20_000


def main(arguments: list[str]) -> int:
    """Print a JSON line for words of several frequencies and for beginnings of three letters."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench search")
    parser.add_argument("--events", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--db", type=Path, metavar="PATH", help="another database than a generated one")
    parser.add_argument("--runs", type=int, default=11, metavar="N")
    chosen = parser.parse_args(arguments)
    path: Path = chosen.db or database_of(chosen.events)
    with contextlib.closing(open_database(path).connect()) as connection:
        index = load_index(connection)
        pack(path, index)
        # The table of rows by id is made once, not at each search.
        index.rows_of(index.ids[:1])
        words: Counter[str] = Counter()
        for title, summary in connection.execute("SELECT title, summary FROM events LIMIT ?", (SAMPLE,)):
            words.update(set(f"{title} {summary}".lower().replace(".", "").split()))
        ranked = [word for word, _ in words.most_common()]

        def count(query: str) -> int:
            return connection.execute(COUNT, (query,)).fetchone()[0]

        for case, rank in (
            ("most frequent", 0),
            ("frequent", 20),
            ("middling", len(ranked) // 2),
            ("rare", -1),
        ):
            text = f'"{ranked[rank]}"'
            query = expression_of(parse_query(text))
            ours, theirs = _in_turns(
                chosen.runs,
                lambda text=text: search_rows(connection, index, text),
                lambda query=query: count(query),
            )
            report(
                "search", f"ids to mask: {case} word", len(index), ours,
                reference="count(*)", reference_ms=statistics.median(theirs), matching=count(query),
            )  # fmt: skip
        for rank in (0, len(ranked) // 2):
            start = ranked[rank][:3]
            ours, theirs = _in_turns(
                chosen.runs,
                lambda start=start: first_hits(connection, start),
                lambda start=start: connection.execute(LIKE, (f"%{start}%",)).fetchone(),
            )
            report(
                "search", f"first 50 of “{start}”", len(index), ours,
                reference="LIKE scan", reference_ms=statistics.median(theirs), matching=count(f'"{start}"*'),
            )  # fmt: skip
    return 0


def _in_turns(
    runs: int, ours: Callable[[], object], theirs: Callable[[], object]
) -> tuple[list[float], list[float]]:
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for work, taken in zip((ours, theirs), times, strict=True):
            begun = time.process_time()
            work()
            taken.append((time.process_time() - begun) * 1000)
    return times


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
