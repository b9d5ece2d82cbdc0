"""The real program in a real window: started under Xvfb, driven by xdotool, ended by its keys."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from explorer.app import bundled
from tests.patience import PROCESS, until
from tests.screen import virtual_screen

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1440, 900)

_LACKING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(_LACKING) and not os.environ.get("CI"),
        reason=f"needs {' and '.join(_LACKING)} (apt-get install xvfb xdotool)",
    ),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of its own, larger than the window."""
    with virtual_screen() as name:
        yield name


class Program:
    """One run of the program, with a screen and a home of its own."""

    def __init__(self, display: str, home: Path, *arguments: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_"))}
        self.environment = kept | {
            "DISPLAY": display, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_RUNTIME_DIR": str(home),
            "XDG_CACHE_HOME": str(home / "cache"), "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        home.chmod(0o700)
        self.errors = home / "errors.txt"
        self.home = home
        with self.errors.open("wb") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "explorer", *arguments], cwd=ROOT, env=self.environment, stderr=stream
            )
        self.window = ""
        until(self._find, "the window")
        # There is no window manager that would give it the keyboard.
        self.xdotool("windowfocus", "--sync", self.window, check=False)

    def _find(self) -> bool:
        assert self.process.poll() is None, self.errors.read_text()
        found = self.xdotool("search", "--onlyvisible", "--name", "Détente", check=False).split()
        self.window = found[-1] if found else ""
        return bool(self.window)

    def xdotool(self, *words: str | int, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PROCESS,
        )
        assert done.returncode == 0 or not check, done.stderr
        return done.stdout

    @property
    def title(self) -> str:
        return self.xdotool("getwindowname", self.window).strip()

    def key(self, *names: str) -> None:
        self.xdotool("key", "--delay", 30, *names)

    def move(self, x: int, y: int) -> None:
        self.xdotool("mousemove", "--sync", "--window", self.window, x, y)

    def picture(self) -> QImage:
        """The window as the screen shows it."""
        path = self.home / "screen.png"
        from_screen = (
            "import sys; from PySide6.QtGui import QGuiApplication as A; a = A([]); "
            "A.primaryScreen().grabWindow(int(sys.argv[1])).save(sys.argv[2])"
        )
        subprocess.run(
            [sys.executable, "-c", from_screen, self.window, str(path)],
            env=self.environment,
            check=True,
            timeout=PROCESS,
        )
        return QImage(str(path))

    def settled(self) -> QImage:
        """A picture of the window once two in a row are alike."""
        last = self.picture()
        for _ in range(20):
            time.sleep(0.3)
            image = self.picture()
            if image == last:
                return image
            last = image
        return last

    def changed(self, before: QImage, what: str, *parts: tuple[float, ...]) -> QImage:
        """A settled picture that is not the one before in any of the parts, each as `_strip` takes it."""

        def is_other() -> bool:
            image = self.picture()
            return all(_strip(image, *part) != _strip(before, *part) for part in parts or (_WHOLE,))

        until(is_other, what)
        return self.settled()

    def end(self) -> None:
        """Press Ctrl+Q; the program ends with 0 and has complained of nothing."""
        self.xdotool("windowfocus", "--sync", self.window, check=False)
        self.key("ctrl+q")
        assert self.process.wait(PROCESS) == 0
        assert self.errors.read_text() == ""


@pytest.fixture
def start(display: str, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program; whatever still runs after the test is killed."""
    running: list[Program] = []

    def run(*arguments: str) -> Program:
        program = Program(display, tmp_path, *arguments)
        running.append(program)
        return program

    yield run
    for program in running:
        if program.process.poll() is None:
            program.process.kill()
            program.process.wait()


_WHOLE = (0.0, 1.0, 0.0, 1.0)
_PANEL = (0.76, 0.23)


def _strip(image: QImage, x: float, width: float, y: float = 0.06, height: float = 0.8) -> QImage:
    """A part of a picture, in shares of its size."""
    w, h = image.width(), image.height()
    return image.copy(round(x * w), round(y * h), round(width * w), round(height * h))


def test_the_program_is_driven_with_real_keys_and_a_real_mouse(start: Callable[..., Program]) -> None:
    program = start()
    until(lambda: "–" in program.title, "the name of the database in the title")
    first = program.settled()
    assert (first.width(), first.height()) == SIZE
    # Helsinki is selected: its ring and the hairline are in the accent.
    detail = _strip(first, *_PANEL)

    # An arrow goes to the next event, and the panel with it.
    program.key("Right")
    program.changed(first, "the next event", _PANEL)
    program.key("Left")
    until(lambda: _strip(program.picture(), *_PANEL) == detail, "the event before")

    # The wheel zooms at the pointer, there and back.
    program.move(700, 620)
    before = program.settled()
    program.xdotool("click", "--repeat", 4, "--delay", 60, 4)
    zoomed = program.changed(before, "the wheel")
    program.xdotool("click", "--repeat", 4, "--delay", 60, 5)
    until(
        lambda: _strip(program.picture(), 0.33, 0.4, 0.06, 0.75) != _strip(zoomed, 0.33, 0.4, 0.06, 0.75),
        "the wheel back",
    )

    # A drag moves time.
    before = program.settled()
    program.xdotool("mousedown", 1)
    for x in range(690, 590, -10):
        program.move(x, 620)
    time.sleep(0.2)
    program.xdotool("mouseup", 1)
    dragged = program.changed(before, "the drag", (0.33, 0.4, 0.06, 0.05))

    # Typing filters.
    program.key("ctrl+f")
    program.xdotool("type", "--delay", 40, "Khashoggi")
    searched = program.changed(dragged, "the search", (0.0, 0.17, 0.12, 0.3))
    program.key("Escape")
    program.changed(searched, "Esc")

    # A click on nothing clears the selection and the panel.
    program.key("Escape")
    until(lambda: _strip(program.picture(), *_PANEL) != detail, "no event")
    program.end()


def test_the_article_and_the_timeline_lead_to_each_other(start: Callable[..., Program]) -> None:
    program = start()
    until(lambda: "–" in program.title, "the name of the database in the title")
    event = program.settled()

    # P reads what the article says of the event, on the right; its claims come up on the left.
    program.key("p")
    passage = program.changed(event, "the passage about the event", _PANEL, (0.0, 0.15, 0.05, 0.4))

    # Up and Down go from paragraph to paragraph.
    program.key("Up")
    before = program.changed(passage, "the paragraph before")
    program.key("Down")
    text = (0.76, 0.2, 0.2, 0.5)
    until(lambda: _strip(program.picture(), *text) == _strip(passage, *text), "and on")

    # A chip, reached after the tags of two claims, selects its event, which the other tab shows.
    below = (0.76, 0.23, 0.12, 0.3)
    program.key("Right", "Right", "Right", "Return")
    program.key("ctrl+1")
    until(lambda: _strip(program.picture(), *below) != _strip(passage, *below), "the tab of the event")
    other = program.changed(event, "another event", below)

    # The mouse: the second tab, then the first claim of the list.
    program.move(1168, 70)
    program.xdotool("click", 1)
    read = program.changed(other, "the tab of the article")
    program.move(100, 101)
    program.xdotool("click", 1)
    # The banner stands above the overview.
    claimed = program.changed(read, "a claim", (0.2, 0.5, 0.82, 0.06))
    program.key("Escape")
    program.changed(claimed, "no claim")

    # The wheel reads on.
    program.move(1250, 500)
    before = program.settled()
    program.xdotool("click", "--repeat", 3, "--delay", 60, 4)
    program.changed(before, "the wheel over the article")
    program.end()


#: Each brings the window into a state of its own, in which Esc, F6 and Tab then lead elsewhere.
STATES = (
    ("ctrl+f", *"zzqx"), ("p", "ctrl+f", *"zzqx"), ("d", "ctrl+f", *"zzqx"), ("ctrl+f", *"kim"),
    ("shift+Right",), ("t",), ("ctrl+shift+p",), ("F1",), ("ctrl+comma",), ("n", *"well"), ("l",), ("v",),
    ("ctrl+e",),
)  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=" ".join)
def test_esc_f6_and_tab_end_no_window(
    start: Callable[..., Program], tmp_path: Path, state: tuple[str, ...]
) -> None:
    # A copy: notes are kept beside it.
    program = start(str(shutil.copy(bundled(), tmp_path)))
    until(lambda: "–" in program.title, "the name of the database in the title")
    program.settled()
    # With settings that know nothing yet, the hint of the first start stands there too.
    for keys in (("F6", "Escape"), ("F6", "F6", "Tab", "Escape"), ("shift+F6", "Escape"), ("Tab", "Escape")):
        for key in (*state, "pause", *keys, "pause", "Escape", "Escape", "Escape", "Escape"):
            if key == "pause":
                # The answer rebuilds what has the keyboard.
                time.sleep(0.6)
            else:
                program.key(key)
        assert program.process.poll() is None, program.errors.read_text()
    program.settled()
    program.end()


def test_a_second_start_has_the_panes_and_the_database_of_the_first(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    other = tmp_path / "another name.db"
    shutil.copy(bundled(), other)
    program = start(str(other))
    until(lambda: "–" in program.title, "the first database")
    before = program.settled()
    # The border between facets and timeline, dragged to the right.
    border = next(x for x in range(200, 320) if _is_border(before, x))
    program.move(border, 500)
    program.xdotool("mousedown", 1)
    for x in range(border, border + 81, 10):
        program.move(x, 500)
    program.xdotool("mouseup", 1)
    program.move(700, 500)
    wide = program.changed(before, "wider facets")
    assert not _is_border(wide, border)
    moved = next(x for x in range(border + 40, border + 120) if _is_border(wide, x))
    program.end()
    settings = next((tmp_path / "config").rglob("detente.ini")).read_text(encoding="utf-8")
    assert re.search(r"^panes=.+", settings, re.MULTILINE)
    assert re.search(r"^geometry=.+", settings, re.MULTILINE)
    assert "another name.db" in settings

    again = start()
    until(lambda: "–" in again.title, "the database of before")
    again.move(700, 500)
    assert _is_border(again.settled(), moved)
    again.end()


def _is_border(image: QImage, x: int) -> bool:
    """True where a column has the colour of the line between two panes, all along the facets."""
    line = {0xE4E6E9, 0x32363C}
    return all(image.pixel(x, y) & 0xFFFFFF in line for y in range(60, 880, 20))
