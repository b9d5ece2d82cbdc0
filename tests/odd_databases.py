"""Databases of unusual shapes by name, for tests that need the whole window: `made(name, folder)`."""

import random
from pathlib import Path
from typing import Final

from explorer.app import bundled
from tests.bench.generate import generate
from tests.builders import Given, build_database

#: What can stand in a title without being plain words.
_ODD: Final = (
    "<b>bold</b> & <img src='x'>", "a\nb\tc", "\u202eright to left\u202c", "שלום עולם",
    "السلام عليكم", "金正恩会晤", "กรุงเทพ",
    "😀 👨‍👩‍👧‍👦 🏳️‍🌈", "%s %d {name} {0}", "&amp; &&", "’‘“”„«»", "a" * 400, "é\u0301\u0327" * 20,
    "-", "\u200b",
    "C:\\temp\\\\x", "'; DROP TABLE event; --", "[[wiki]] {{x}}", "\u2028line\u2029", "ẞ ß İ ı",
)  # fmt: skip
_DATES: Final = (
    "1066-10-14", "156X", "-0044-03-15", "2018-06-12", "2018-06-12T09:00:00+08:00", "1984?", "1985~",
    "2004-21",
    "[1667,1668,1670..1672]", "1914/1918", "1985/..", "Y-17000", "0000", "2000-02-29",
)  # fmt: skip


def made(name: str, folder: Path) -> Path:
    """The path of one of "bundled", "generated", "one-lane", "many-lanes" and "odd-text", made now."""
    if name == "bundled":
        return bundled()
    path, dice = folder / f"{name}.db", random.Random(name)
    if name == "generated":
        generate(path, 10_000)
        return path
    if name == "one-lane":
        events = [
            Given(f"e{number}", f"Event {number}", f"{dice.randrange(1900, 2020)}-{dice.randrange(1, 13):02}")
            for number in range(3_000)
        ]
    elif name == "many-lanes":
        events = [
            Given(
                f"e{number}", f"Event {number}", str(dice.randrange(1500, 2020)), relationship=f"Lane {lane}"
            )
            for number, lane in enumerate([*range(2_000), *range(2_000)])
        ]
    elif name == "odd-text":
        events = [
            Given(
                f"e{number}",
                dice.choice(_ODD),
                dice.choice(_DATES),
                relationship=dice.choice(_ODD),
                kind=f"kind-{number % 7}",
                place=dice.choice(_ODD),
                summary=" ".join(dice.choices(_ODD, k=5)),
                people=[(dice.choice(_ODD), "", "")],
            )
            for number in range(400)
        ]
    else:
        raise ValueError(name)
    return build_database(path, events, {"title": "<i>Odd</i> & even"})


NAMES: Final = ("bundled", "generated", "one-lane", "many-lanes", "odd-text")
