"""A long session: wheel, drag, brush, search, filter, regroup. How long the event loop was ever held up.

    python -m tests.bench soak --events N --minutes M [--offscreen]

The program runs in a real window under Xvfb and xdotool moves its mouse and types (both are needed:
apt-get install xvfb xdotool); with --offscreen the same things are called within one process without a
display. Prints one JSON line: how late the beats of a timer on the main thread came, beyond its interval,
in wall milliseconds (tests/bench/_heart.py), what the session changed, and the memory before and after.
Both times the same view is shown, and everything has been done once before the first.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from tests.bench.databases import database_of
from tests.screen import virtual_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.main_window import MainWindow

ROOT: Final = Path(__file__).parents[2]

#: Milliseconds from one action of the session without a display to the next.
TURN: Final = 150
#: Seconds between two actions under Xvfb, and after which something must be wrong.
_PAUSE: Final = 0.12
_PATIENCE: Final = 300.0
_SCREEN: Final = (1920, 1080)
#: What is typed into the search box: beginnings of frequent and of rarer words.
_WORDS: Final = ("nem", "tor", "hemnaki", "vert")


def main(arguments: list[str]) -> int:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench soak")
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--offscreen", action="store_true", help="no window, no Xvfb")
    chosen = parser.parse_args(arguments)
    path: Path = chosen.db or database_of(chosen.events)
    soak = _offscreen if chosen.offscreen else _on_screen
    figures = soak(path.resolve(), chosen.minutes * 60)
    where = "offscreen" if chosen.offscreen else "Xvfb"
    print(json.dumps({"bench": "soak", "case": f"{chosen.minutes:g} minutes, {where}"} | figures))
    return 0


# Under Xvfb


def _on_screen(path: Path, seconds: float) -> dict[str, Any]:
    with virtual_screen(*_SCREEN) as display, tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_"))}
        environment = kept | {
            "DISPLAY": display, "HOME": home, "XDG_CONFIG_HOME": f"{home}/config", "XDG_RUNTIME_DIR": home,
            "XDG_CACHE_HOME": f"{home}/cache", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        Path(home).chmod(0o700)
        words = [sys.executable, "-m", "tests.bench._soaked", str(path)]
        program = subprocess.Popen(
            words, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        try:
            return _drive(_Program(program, environment), seconds)
        finally:
            program.kill()
            program.wait()


class _Program:
    """The program and the hands on it."""

    def __init__(self, process: "subprocess.Popen[str]", environment: dict[str, str]) -> None:
        self._process, self._environment = process, environment
        self.places = self.hears("ready")
        self.xdotool("search", "--onlyvisible", "--name", "Détente", "windowfocus", "--sync")

    def hears(self, wanted: str) -> dict[str, Any]:
        """The next thing the program says, which must be `wanted`."""
        stream = self._process.stdout
        assert stream is not None
        line = stream.readline()
        said: dict[str, Any] = json.loads(line) if line else {}
        if said.get("said") != wanted:
            raise SystemExit(f"The program did not say “{wanted}”: {line!r}")
        return said

    def tell(self, order: str) -> None:
        stream: IO[str] | None = self._process.stdin
        assert stream is not None
        stream.write(order + "\n")
        stream.flush()

    def rest(self) -> None:
        """Wait until everything asked is answered and nothing moves any more."""
        end = time.monotonic() + _PATIENCE
        quiet = 0
        while quiet < 5:
            time.sleep(0.2)
            self.tell("idle")
            quiet = quiet + 1 if self.hears("idle")["is"] else 0
            if time.monotonic() > end:
                raise SystemExit("The program did not come to rest.")

    def xdotool(self, *words: str | float) -> None:
        done = subprocess.run(
            ["xdotool", *map(str, words)], env=self._environment, check=False, timeout=60, capture_output=True
        )
        if done.returncode:
            raise SystemExit(f"xdotool {words}: {done.returncode} {done.stderr.decode()}")


def _drive(program: _Program, seconds: float) -> dict[str, Any]:
    session = _Hands(program)
    program.rest()
    for _ in range(2):
        for action in session.actions:
            action()
        program.rest()
    session.home()
    program.rest()
    program.tell("begin")
    program.hears("begun")
    begun = time.monotonic()
    done: list[tuple[float, str]] = []
    while time.monotonic() < begun + seconds:
        action = session.actions[len(done) % len(session.actions)]
        done.append((time.monotonic() - begun, action.__name__.strip("_")))
        action()
        time.sleep(_PAUSE)
    session.home()
    program.rest()
    program.tell("end")
    figures = program.hears("ended")
    del figures["said"]
    if not figures.pop("is_same_view"):
        raise SystemExit("The session did not end with the view it began with: its memory says nothing.")
    for late in figures["late"]:
        # What had just been asked of it when it was late.
        late["during"] = " ".join([name for at, name in done if at < late["at"]][-2:])
    return {"events": figures.pop("events"), "actions": len(done)} | figures


class _Hands:
    """What a user does, in turn, with numbers from a fixed seed."""

    def __init__(self, program: _Program) -> None:
        self._program, self._random = program, random.Random(1)
        self.actions: tuple[Callable[[], None], ...] = (
            self._wheel, self._drag, self._wheel, self._drag, self._brush, self._filter, self._wheel,
            self._search, self._step, self._drag, self._clear, self._regroup, self._wheel, self._across,
            self._fit,
        )  # fmt: skip

    def home(self) -> None:
        """The view of the beginning: nothing filtered or selected, usual lanes, everything in view."""
        # Out of the search box first, or it would take what follows for words.
        self._program.xdotool("key", "--delay", 150, "--repeat", 4, "Escape")
        self._clear()
        self._group(1)
        self._program.xdotool("sleep", 0.5, "key", "--delay", 150, "--repeat", 3, "Escape")
        self._fit()

    def _in(self, place: str) -> tuple[int, int]:
        left, top, width, height = self._program.places[place]
        share = self._random.uniform
        return round(left + width * share(0.1, 0.9)), round(top + height * share(0.3, 0.7))

    def _wheel(self) -> None:
        x, y = self._in("timeline")
        notches = self._random.choice([(4, 3), (4, 6), (5, 2), (5, 4)])
        self._program.xdotool("mousemove", x, y, "click", "--repeat", notches[1], "--delay", 30, notches[0])

    def _drag(self) -> None:
        self._pull(*self._in("timeline"), round(self._random.uniform(-400, 400)))

    def _brush(self) -> None:
        # A click brings the brush there, then it is dragged on.
        x, y = self._in("overview")
        self._program.xdotool("mousemove", x, y, "click", 1, "sleep", 0.4)
        self._pull(x, y, round(self._random.uniform(-150, 150)))

    def _pull(self, x: int, y: int, by: int) -> None:
        words: list[str | float] = ["mousemove", x, y, "mousedown", 1]
        for step in range(1, 13):
            words += ["mousemove", x + by * step // 12, y, "sleep", 0.015]
        self._program.xdotool(*words, "mouseup", 1)

    def _filter(self) -> None:
        for x, y in self._random.sample(self._program.places["kinds"], 3):
            self._program.xdotool("mousemove", x, y, "click", 1, "sleep", 0.1)

    def _search(self) -> None:
        word = self._random.choice(_WORDS)
        self._program.xdotool("key", "ctrl+f", "type", "--delay", 60, word)
        self._program.xdotool("sleep", 0.3, "key", "Return")

    def _step(self) -> None:
        self._program.xdotool("key", "--delay", 120, "--repeat", 3, "Right", "key", "period")

    def _across(self) -> None:
        self._program.xdotool("key", "--delay", 120, "Down", "key", "--delay", 120, "Up", "key", "comma")

    def _clear(self) -> None:
        self._program.xdotool("key", "ctrl+shift+f")

    def _regroup(self) -> None:
        self._group(self._random.choice([1, 2, 3]))

    def _group(self, place: int) -> None:
        """Choose from the menu of lanes: its first line is what they stand for, relationship first."""
        # Out of the menu's way: the arrows go on from the line that opens under the pointer.
        left, top, width, height = self._program.places["overview"]
        away = ("mousemove", left + width - 2, top + height - 2)
        self._program.xdotool(
            *away, "key", "l", "sleep", 0.2, "key", "--repeat", place, "Down", "key", "Return"
        )

    def _fit(self) -> None:
        self._program.xdotool("key", "0")


# Without a display


def _offscreen(path: Path, seconds: float) -> dict[str, Any]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEventLoop, QTimer

    from explorer import app as program
    from explorer.domain.view_request import ViewRequest
    from tests.bench._heart import Heart, resident

    window = program.staged(path, ViewRequest(), _SCREEN, 1.0, "light")
    app = program.application([])

    def rest() -> None:
        app.processEvents()
        while window.collection.is_busy:
            app.processEvents()

    session = _Session(window)
    for _ in range(2 * len(session.actions)):
        session.act()
        rest()
    session.home()
    rest()
    first = resident()
    session.done = 0
    session.slowest.clear()
    loop = QEventLoop()
    turns = QTimer()
    turns.timeout.connect(session.act)
    heart = Heart()
    heart.start()
    turns.start(TURN)
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    heart.stop()
    turns.stop()
    session.home()
    rest()
    figures = {
        "events": len(window.collection.index or ()),
        "actions": session.done,
        **heart.told(),
        "slowest_call_ms": session.slowest,
        "mib_first": first,
        "mib_last": resident(),
    }
    window.close()
    return figures


class _Session:
    """What a user does, in turn, as calls."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._random = random.Random(1)
        self.done = 0
        self.slowest: dict[str, float] = {}
        self.actions = (
            self._wheel, self._drag, self._wheel, self._drag, self._brush, self._filter, self._wheel,
            self._search, self._step, self._clear, self._regroup, self._wheel, self._fit,
        )  # fmt: skip

    def act(self) -> None:
        """Do the next thing."""
        action = self.actions[self.done % len(self.actions)]
        before = time.perf_counter()
        action()
        took = (time.perf_counter() - before) * 1000
        name = action.__name__.strip("_")
        self.slowest[name] = max(self.slowest.get(name, 0.0), round(took, 1))
        self.done += 1

    def home(self) -> None:
        """The view of the beginning."""
        self._clear()
        self._window.store.edit(lanes="relationship", selection=None)
        self._fit()

    def _wheel(self) -> None:
        self._window.timeline.zoom(self._random.choice([0.6, 1.5, 2.5, 4.0]), self._random.uniform(100, 900))

    def _drag(self) -> None:
        self._window.timeline.pan(self._random.uniform(-300, 300))

    def _brush(self) -> None:
        every = self._window.collection.whole
        if every is not None:
            length = round(every.length * self._random.uniform(0.01, 0.4))
            start = every.start + round((every.length - length) * self._random.random())
            self._window.store.edit(window=replace(every, start=start, end=start + length))

    def _filter(self) -> None:
        index, store = self._window.collection.index, self._window.store
        assert index is not None
        kinds = self._random.sample(index.facets["kind"].slugs, 5)
        store.edit(filter=store.state.filter.choosing("kind", kinds))

    def _search(self) -> None:
        self._window.commands.filters.search(self._random.choice(_WORDS))

    def _step(self) -> None:
        self._window.timeline.travel.in_time(1)

    def _clear(self) -> None:
        self._window.commands.filters.clear()

    def _regroup(self) -> None:
        self._window.store.edit(lanes=self._random.choice(["relationship", "kind", "person"]))

    def _fit(self) -> None:
        self._window.timeline.travel.fit()
