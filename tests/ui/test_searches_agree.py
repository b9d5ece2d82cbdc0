"""300 searches, put together at random from words and dates of every sort, in three places.

Window, command line and plain Python on the events as they were made find the same.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from explorer.domain.filter import EventFilter
from tests.builders import Given, build_database
from tests.cli.calling import status
from tests.ui.pilot import Pilot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from explorer.ui.main_window import MainWindow

SEARCHES = 300

#: A word: how it is written in titles, and what may be typed for it.
WORDS = {
    "walesa": (("Wałęsa", "Walesa", "WAŁĘSA"), ("walesa", "Wałęsa", "WALE", "wał", '"walesa"')),
    "strasse": (("Straße", "Strasse"), ("strasse", "Straße", "stra", '"straße"')),
    "yildirim": (("Yıldırım",), ("yildirim", "Yıldırım", "yıl")),
    "gorbachev": (("Горбачёв", "Горбачев"), ("горбачев", "Горбачёв", "горб")),
    "summit": (("summit", "Summit", "ｓｕｍｍｉｔ", "sum\u00admit"), ("summit", "SUMMIT", "sum", '"summit"')),
    "letter": (("letter",), ("letter", "lett", "letter*", "Letter.")),
    "final": (("ﬁnal", "final"), ("final", "FINAL", "ﬁnal")),
    "hanoi": (("Hà-Nội", "Ha-Noi"), ("ha-noi", "Hà–Nội", '"ha noi"')),
    "kim": (("习近平与金正恩会晤", "金正恩致函"), ("金正恩", "正恩", '"金正恩"')),
    "tokyo": (("ﾄｳｷｮｳ会議", "トウキョウ会議"), ("トウキョウ", "ﾄｳｷｮｳ", "キョウ会議")),
    "bangkok": (("การประชุมกรุงเทพ",), ("กรุงเทพ", "ประชุม")),
    "dprk": (("DPRK", "North Korea"), ("DPRK", "dprk", '"North Korea"')),
    "mbs": (("MBS", "Mohammed bin Salman"), ("MBS", '"Mohammed bin Salman"')),
}  # fmt: skip

MONTHS = {3: ("March", "März"), 6: ("June", "Juni"), 12: ("December", "Dezember")}
YEARS = (1985, 1986, 1991, 2018, 2019)


@dataclass(frozen=True)
class Made:
    """An event, as the words of its title and the days from one to before another."""

    slug: str
    words: frozenset[str]
    first: date
    past: date


#: Which events a search wants.
Rule = Callable[[Made], bool]


def _after(year: int, month: int = 13) -> date:
    return date(year + (month > 11), month % 12 + 1 if month < 13 else 1, 1)


def _events(chance: random.Random) -> Iterator[tuple[Given, Made]]:
    for number in range(90):
        words = chance.sample(sorted(WORDS), chance.randint(1, 3))
        title = " ".join(chance.choice(WORDS[word][0]) for word in words)
        year, month, day = chance.choice(YEARS), chance.choice(sorted(MONTHS)), chance.randint(1, 28)
        first, sort = date(year, month, day), chance.randrange(4)
        start, end, past = first.isoformat(), None, first + timedelta(1)
        if sort == 1:
            start, first, past = f"{year}-{month:02}", first.replace(day=1), _after(year, month)
        elif sort == 2:
            start, first, past = f"{year}~", date(year, 1, 1), date(year + 1, 1, 1)
        elif sort == 3:
            last = first + timedelta(chance.randint(1, 400))
            end, past = last.isoformat(), last + timedelta(1)
        slug = f"event-{number}"
        yield Given(slug, title, start, end), Made(slug, frozenset(words), first, past)


def _word(chance: random.Random) -> tuple[str, Rule]:
    word = chance.choice(sorted(WORDS))
    return chance.choice(WORDS[word][1]), lambda made: word in made.words


def _date(chance: random.Random) -> tuple[str, Rule]:
    year, month, day = chance.choice(YEARS), chance.choice(sorted(MONTHS)), chance.randint(1, 28)
    english, german = MONTHS[month]
    last = year + chance.randint(1, 9)
    decade = year // 10 * 10
    written, first, past = chance.choice(
        (
            (f"{year}", date(year, 1, 1), _after(year)),
            (f"in {year}", date(year, 1, 1), _after(year)),
            (f"{year}.", date(year, 1, 1), _after(year)),
            (f"during:{year}", date(year, 1, 1), _after(year)),
            (f"{english} {year}", date(year, month, 1), _after(year, month)),
            (f"{german} {year}", date(year, month, 1), _after(year, month)),
            (f"{year}-{month:02}", date(year, month, 1), _after(year, month)),
            (f"{day} {english} {year}", date(year, month, day), date(year, month, day) + timedelta(1)),
            (f"{english} {day}, {year}", date(year, month, day), date(year, month, day) + timedelta(1)),
            (f"{day}. {german} {year}", date(year, month, day), date(year, month, day) + timedelta(1)),
            (f"{year}-{month:02}-{day:02}", date(year, month, day), date(year, month, day) + timedelta(1)),
            (f"{year}–{last}", date(year, 1, 1), _after(last)),
            (f"{year} - {last}", date(year, 1, 1), _after(last)),
            (f"the {decade}s", date(decade, 1, 1), _after(decade + 9)),
            (f"since {year}", date(year, 1, 1), date.max),
        )
    )
    return written, lambda made: made.first < past and first < made.past


def _excluded(chance: random.Random) -> tuple[str, Rule]:
    written, rule = _word(chance)
    return f"-{written}", lambda made: not rule(made)


def _either(chance: random.Random, depth: int) -> tuple[str, Rule]:
    sides = [_all(chance, depth - 1, most=2) for _ in range(chance.randint(2, 3))]
    sign = "-" if chance.random() < 0.2 else ""
    written = f"{sign}({' OR '.join(text for text, _ in sides)})"
    return written, lambda made: any(rule(made) for _, rule in sides) is not bool(sign)


def _all(chance: random.Random, depth: int, most: int = 3) -> tuple[str, Rule]:
    """Some words that must all hold; one date at the most, as of two any would do."""
    parts = [_word(chance) for _ in range(chance.randint(0, most - 1))]
    if chance.random() < 0.3:
        parts.append(_excluded(chance))
    if depth and chance.random() < 0.4:
        parts.append(_either(chance, depth))
    if not parts or chance.random() < 0.5:
        parts.append(_date(chance))
    chance.shuffle(parts)
    return " ".join(text for text, _ in parts), lambda made: all(rule(made) for _, rule in parts)


def test_window_command_line_and_plain_python_agree(
    make_window: "Callable[..., MainWindow]", qtbot: "QtBot", tmp_path: Path
) -> None:
    chance = random.Random(13)
    events = list(_events(chance))
    path = build_database(tmp_path / "made.db", [given for given, _ in events], {"title": "Made"})
    pilot = Pilot(make_window(path), qtbot)
    index = pilot.window.collection.index
    assert index is not None
    slugs = {title.id: title.slug for title in pilot.window.collection.titles.values()}
    out = tmp_path / "found.jsonl"
    found_some = 0
    for _ in range(SEARCHES):
        text, rule = _all(chance, 2)
        meant = {made.slug for _, made in events if rule(made)}
        pilot.window.store.edit(filter=EventFilter(search=text))
        pilot.settle()
        match = pilot.window.collection.match
        assert match is not None
        assert {slugs[event] for event in index.ids[np.flatnonzero(match.mask)].tolist()} == meant, text
        assert status("export", out, path, "--force", f"--search={text}") == 0, text
        lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        assert {line["id"] for line in lines if "id" in line} == meant, text
        found_some += 0 < len(meant) < len(events)
    assert found_some > SEARCHES // 2
