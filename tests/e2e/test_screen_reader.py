"""The real program as a screen reader meets it: over a session's accessibility bus, from another process."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desktop import desktop
from tests.patience import PROCESS, until

ROOT = Path(__file__).resolve().parents[2]
#: States as AT-SPI counts them.
FOCUSED, SELECTED = 12, 23
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_TOOLS = ("Xvfb", "dbus-daemon", "dbus-monitor", "gdbus", "xdotool")
_LACKING = [name for name in _TOOLS if shutil.which(name) is None]
if not LAUNCHER.is_file():
    _LACKING.append("at-spi2-core")
pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.skipif(bool(_LACKING), reason=f"needs {', '.join(_LACKING)}"),
]


#: Asks the registry for events and stays: a program sends only what someone connected has asked for.
LISTENER = """
import sys, time
from PySide6.QtDBus import QDBusConnection, QDBusMessage
bus = QDBusConnection.connectToBus(sys.argv[1], "reader")
for event in sys.argv[2:]:
    call = QDBusMessage.createMethodCall(
        "org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent")
    call.setArguments([event])
    bus.call(call)
print("ready", flush=True)
time.sleep(600)
"""


@dataclass(frozen=True)
class Node:
    """One object on the bus."""

    bus: str
    path: str
    depth: int
    role: str
    name: str


class Reader:
    """Asks the accessibility bus, as a screen reader does."""

    def __init__(self, address: str, environment: dict[str, str]) -> None:
        self._address, self._environment = address, environment

    def call(self, bus: str, path: str, method: str, *words: str) -> str:
        """The answer as GVariant text; "" for none."""
        done = subprocess.run(
            ["gdbus", "call", "--address", self._address, "--dest", bus, "--object-path", path,
             "--method", method, *words],
            env=self._environment, capture_output=True, text=True, check=False, timeout=PROCESS,
        )  # fmt: skip
        return done.stdout.strip()

    def children(self, bus: str, path: str) -> list[tuple[str, str]]:
        answer = self.call(bus, path, "org.a11y.atspi.Accessible.GetChildren")
        return re.findall(r"\('([^']+)', (?:objectpath )?'([^']+)'\)", answer)

    def name(self, bus: str, path: str) -> str:
        get = "org.freedesktop.DBus.Properties.Get"
        answer = self.call(bus, path, get, "org.a11y.atspi.Accessible", "Name")
        found = re.fullmatch(r"\(<(.*)>,\)", answer, re.DOTALL)
        return str(ast.literal_eval(found[1])) if found else ""

    def role(self, bus: str, path: str) -> str:
        return str(ast.literal_eval(self.call(bus, path, "org.a11y.atspi.Accessible.GetRoleName"))[0])

    def states(self, node: Node) -> set[int]:
        """The numbers of its states, as AT-SPI counts them."""
        answer = self.call(node.bus, node.path, "org.a11y.atspi.Accessible.GetState")
        words = [int(word) for word in re.findall(r"\d+", answer.replace("uint32", ""))]
        return {32 * at + bit for at, word in enumerate(words) for bit in range(32) if word >> bit & 1}

    def walk(self, bus: str, path: str, depth: int = 0) -> Iterator[Node]:
        yield Node(bus, path, depth, self.role(bus, path), self.name(bus, path))
        for child in self.children(bus, path):
            yield from self.walk(*child, depth + 1)

    def find(self, bus: str, path: str, name: str) -> Node:
        """The first object of that name, breadth first."""
        level = [(bus, path)]
        while level:
            for at in level:
                if self.name(*at) == name:
                    return Node(*at, 0, self.role(*at), name)
            level = [child for at in level for child in self.children(*at)]
        raise AssertionError(f"nothing is called {name!r}")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a desktop with a screen, a session bus and accessibility switched on."""
    with desktop(tmp_path) as environment:
        yield environment


def test_lanes_events_and_the_selection_reach_a_screen_reader(
    session: dict[str, str], tmp_path: Path
) -> None:
    answer = subprocess.run(
        ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
         "--method", "org.a11y.Bus.GetAddress"],
        env=session, capture_output=True, text=True, check=True, timeout=PROCESS,
    ).stdout  # fmt: skip
    address = str(ast.literal_eval(answer.strip())[0])
    told, errors = tmp_path / "told.txt", tmp_path / "errors.txt"
    reader = Reader(address, session)
    listener = subprocess.Popen(
        [sys.executable, "-c", LISTENER, address, "object:state-changed", "object:property-change"],
        env=session, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert listener.stdout is not None
    assert listener.stdout.readline() == "ready\n"
    with told.open("wb") as said, errors.open("wb") as complaints:
        monitor = subprocess.Popen(
            ["dbus-monitor", "--address", address, "type='signal'"], env=session, stdout=said, stderr=said
        )
        program = subprocess.Popen(
            [sys.executable, "-m", "explorer", "--window", "2018/2018", "--relationship", "Trump–Kim"],
            cwd=ROOT, env=session, stderr=complaints,
        )  # fmt: skip
    try:
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        until(lambda: reader.children(*root), "the program on the bus")
        application = reader.children(*root)[0]
        until(lambda: any(reader.children(*child) for child in reader.children(*application)), "the window")

        def timeline() -> Node | None:
            try:
                return reader.find(*application, "Timeline")
            except AssertionError:
                return None

        until(timeline, "the timeline")
        found = timeline()
        assert found is not None
        until(lambda: reader.children(found.bus, found.path), "the lanes")
        nodes = list(reader.walk(found.bus, found.path))
        (lane,) = [node.name for node in nodes if node.role == "list"]
        assert re.fullmatch(r"Trump–Kim, 29 events, \d+ earlier, \d+ later", lane)
        items = [node for node in nodes if node.role == "list item"]
        singapore = next(node for node in items if node.name == "Singapore summit, 12 June 2018, Summit")
        assert "Press" in reader.call(singapore.bus, singapore.path, "org.a11y.atspi.Action.GetActions")
        window = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Détente"],
            env=session, capture_output=True, text=True, check=True, timeout=PROCESS,
        ).stdout.split()[-1]  # fmt: skip
        # There is no window manager that would give it the keyboard.
        subprocess.run(
            ["xdotool", "windowfocus", "--sync", window], env=session, check=False, timeout=PROCESS
        )
        # With the keyboard on the timeline, what is selected has the focus.
        reader.call(singapore.bus, singapore.path, "org.a11y.atspi.Action.DoAction", "0")

        def is_told(*words: str) -> bool:
            signals = told.read_text(encoding="utf-8", errors="replace").split("signal ")
            return any(all(word in signal for word in words) for signal in signals)

        until(lambda: reader.states(singapore) >= {FOCUSED, SELECTED}, "the focus on the event")
        until(lambda: is_told(f"path={singapore.path};", '"focused"'), "word of the focus")

        # From the search box, what changes is announced.
        subprocess.run(["xdotool", "key", "ctrl+f"], env=session, check=True, timeout=PROCESS)
        subprocess.run(
            ["xdotool", "type", "--delay", "40", "letter"], env=session, check=True, timeout=PROCESS
        )

        until(
            lambda: any(
                node.role == "notification" and " of 110 events" in node.name
                for node in reader.walk(*application)
            ),
            "the number of matches",
        )
        until(lambda: is_told('"showing"', "int32 1"), "a notification that comes up")
        subprocess.run(["xdotool", "key", "ctrl+q"], env=session, check=True, timeout=PROCESS)
        assert program.wait(PROCESS) == 0, errors.read_text()
        assert "Traceback" not in errors.read_text()
    finally:
        program.kill()
        program.wait(PROCESS)
        for process in (monitor, listener):
            process.terminate()
            process.wait(PROCESS)
        listener.stdout.close()
