"""Mistakes that nothing catches: told once, logged, and the program goes on. In a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PROCESS

#: Starts the window as the program does; `{body}` runs when it is ready.
_PROGRAM = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from explorer import app
from explorer.domain.view_request import ViewRequest
from explorer.ui import main_window
from explorer.ui.desktop import failures

made = []
class Window(main_window.MainWindow):
    def __init__(self, settings):
        super().__init__(settings)
        made.append(self)
        self.ready.connect(lambda: QTimer.singleShot(300, body))
app.MainWindow = Window

def dialogs():
    return [one for one in QApplication.topLevelWidgets()
            if isinstance(one, failures.FailureDialog) and one.isVisible()]

def later(milliseconds, do):
    QTimer.singleShot(milliseconds, do)

def end():
    # It goes on: the window still answers.
    window.store.edit(collapse_gaps=True)
    print("dialogs", len(dialogs()), "gaps", window.store.state.collapse_gaps)
    window.close()

def body():
    global window
    window = made[0]
{body}

QTimer.singleShot(250_000, lambda: made[0].close())
sys.exit(app.run_window(None, ViewRequest()))
"""


def _run(tmp_path: Path, body: str) -> tuple[str, str, str]:
    """Standard output, standard error and the log."""
    lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
    environment = os.environ | {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM.replace("{body}", lines)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PROCESS,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr, (tmp_path / "state" / "detente" / "detente.log").read_text("utf-8")


def test_a_slot_that_fails_is_told_and_logged(tmp_path: Path) -> None:
    out, err, log = _run(
        tmp_path,
        """
later(0, lambda: 1 / 0)
def look():
    (dialog,) = dialogs()
    dialog.copy_button.click()
    print(QGuiApplication.clipboard().text())
    end()
later(500, look)
""",
    )
    assert "ZeroDivisionError: division by zero" in log
    assert err.count("ZeroDivisionError") == 1
    assert "dialogs 1 gaps True" in out
    assert out.startswith("Détente ")
    assert "\nSQLite 3." in out
    assert "ZeroDivisionError: division by zero" in out
    assert log.rstrip().endswith("Ended")


def test_one_that_comes_again_before_it_is_told_is_told(tmp_path: Path) -> None:
    out, _, _ = _run(
        tmp_path,
        """
def fail():
    for _ in range(2):
        try:
            1 / 0
        except ZeroDivisionError:
            sys.excepthook(*sys.exc_info())
later(0, fail)
later(500, end)
""",
    )
    assert "dialogs 1 gaps True" in out


def test_one_in_a_paint_event_does_not_loop(tmp_path: Path) -> None:
    out, _, log = _run(
        tmp_path,
        """
class Broken(QWidget):
    times = 0
    def paintEvent(self, event):
        Broken.times += 1
        raise ValueError("cannot paint")
broken = Broken(window)
broken.resize(200, 200)
broken.show()
for turn in range(60):
    later(10 * turn, broken.update)
def look():
    print("painted", Broken.times)
    end()
later(1500, look)
""",
    )
    assert "dialogs 1 gaps True" in out
    times = int(out.split("painted ")[1].split()[0])
    # Only what was asked for: telling of it paints nothing again.
    assert 10 <= times <= 70
    # Three one by one, then the tenth, the twentieth and so on.
    assert 1 <= log.count("cannot paint") <= 3 + times // 10


def test_threads_and_the_loader_are_told_too(tmp_path: Path) -> None:
    out, _, log = _run(
        tmp_path,
        """
def fail(): raise RuntimeError("in a thread of ours")
threading.Thread(target=fail, name="worker").start()
def load():
    raise LookupError("in the loader")
window.collection.loader.ask("broken", load, print)
def look():
    (dialog,) = dialogs()
    print(dialog.more.text())
    end()
later(800, look)
""",
    )
    # One dialog for both.
    assert "dialogs 1 gaps True" in out
    assert "1 more since" in out
    assert "In the thread “worker”." in log
    assert "RuntimeError: in a thread of ours" in log
    assert "LookupError: in the loader" in log


def test_one_while_something_is_cleared_away_is_only_logged(tmp_path: Path) -> None:
    out, _, log = _run(
        tmp_path,
        """
class Odd:
    def __del__(self): raise OSError("on the way out")
odd = Odd()
del odd
later(300, end)
""",
    )
    assert "dialogs 0 gaps True" in out
    assert "on the way out" in log


def test_the_same_again_after_the_dialog_is_closed_opens_none(tmp_path: Path) -> None:
    out, _, log = _run(
        tmp_path,
        """
def fail(): raise KeyError("again")
later(0, fail)
later(200, lambda: dialogs()[0].accept())
later(400, fail)
later(600, lambda: print(window.status.counts.text()))
later(700, end)
""",
    )
    assert "The same mistake happened again" in out
    assert "dialogs 0 gaps True" in out
    assert log.count("KeyError: 'again'") == 2


def test_a_state_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(NotADirectoryError):
        _run(tmp_path, "later(0, lambda: 1 / 0)\nlater(300, end)")


def test_what_qt_says_is_logged(tmp_path: Path) -> None:
    _, err, log = _run(tmp_path, "from PySide6.QtCore import qWarning\nqWarning('from Qt')\nlater(0, end)")
    assert "WARNING MainThread: Qt: from Qt" in log
    assert "from Qt" in err
