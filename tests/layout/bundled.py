"""The bundled events and five hundred random ones as indexes read from databases, for tests of layout."""

import contextlib
import random
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from explorer import bundle
from explorer.domain.event import ROLES
from explorer.domain.index import EventIndex
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from tests.builders import Given, build_database

DAY = 86_400


@cache
def bundled_index() -> EventIndex:
    """The index of the bundled database."""
    return _read(bundle.path("db", "diplomacy.db"))


@cache
def random_index() -> EventIndex:
    """An index of 500 events with all kinds of dates; a third of them serve one or two of nine claims."""
    with tempfile.TemporaryDirectory() as folder:
        return _read(_random(Path(folder) / "random.db"))


def widths(rows: npt.NDArray[np.int64]) -> Sequence[float]:
    """Widths for labels, from 40 to 200 pixels."""
    return [40.0 + row * 37 % 160 for row in rows.tolist()]


def _read(path: Path) -> EventIndex:
    with contextlib.closing(open_database(path).connect()) as connection:
        return load_index(connection, _go_on)


def _go_on(_done: int, _total: int) -> bool:
    return True


def _random(path: Path) -> Path:
    chance = random.Random(20200424)
    events: list[Given] = []
    for number in range(500):
        year, month, day = chance.randint(1945, 2020), chance.randint(1, 12), chance.randint(1, 28)
        start = f"{year}-{month:02}-{day:02}"
        start = chance.choice([start, start, start, str(year), f"{year}-{month:02}", f"{start}~"])
        end = str(year + chance.randint(1, 4)) if chance.random() < 0.15 else None
        people = [(f"Person {chance.randint(1, 30)}", "", "")]
        serves = chance.sample(range(9), chance.choice([0, 0, 1, 2]))
        claims = {f"claim {claim}": chance.choice(ROLES) for claim in serves}
        lane = f"Lane {min(11, int(chance.expovariate(0.35)))}"
        events.append(
            Given(f"e{number}", f"Event {number}", start, end, relationship=lane, people=people,
                  kind=f"kind {number % 9}", importance=chance.randint(1, 5),
                  claims=claims)
        )  # fmt: skip
    return build_database(path, events)
