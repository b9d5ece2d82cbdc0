"""Python and Qt agree on what belongs to what: else, when one widget goes, others are gone for Python."""

import gc
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.ui.main_window import MainWindow
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]
_OWNER = re.compile(r"^parent\.+ <.* at (0x[0-9a-f]+)>", re.MULTILINE)


def _strays() -> list[str]:
    """Widgets that Python takes for parts of something that they are no parts of."""
    # Not by findChildren: what Qt answers with is put in its place again.
    every = [one for one in gc.get_objects() if isinstance(one, QWidget) and shiboken6.isValid(one)]
    by_number = {f"{id(one):#x}": one for one in every}
    # "parent............ <Name at 0x7f…>", all taken before anything is asked.
    owners = [_OWNER.search(shiboken6.dump(one)) for one in every]
    found: list[str] = []
    for widget, owner in zip(every, owners, strict=True):
        parent = by_number.get(owner[1]) if owner is not None else None
        if parent is not None and parent not in _above(widget):
            found.append(f"{widget!r} belongs to {parent!r}")
    return found


def _above(widget: QObject) -> list[QObject]:
    above: list[QObject] = []
    while (parent := (above[-1] if above else widget).parent()) is not None:
        above.append(parent)
    return above


def test_a_widget_that_python_misplaces_is_noticed(qapp: QApplication, no_leaks: None) -> None:
    window = QWidget()
    first, second = QLineEdit(window), QLineEdit(window)
    assert not _strays()
    assert first.nextInFocusChain() is second
    assert len(_strays()) == 1
    shiboken6.delete(window)


@pytest.mark.parametrize("search", ["", "zzqx", "kim letter"])
def test_going_round_the_window_makes_nothing_part_of_something_else(pilot: Pilot, search: str) -> None:
    if search:
        pilot.search(search)
    for keys in ("F6",) * 7 + ("Shift+F6",) * 7 + ("Tab",) * 12 + ("Shift+Tab",) * 5:
        pilot.key(keys)
    for keys in ("F6", "Escape", "p", "F6", "F6", "Ctrl+Shift+P", "Escape", "T", "F6", "T", "K", "F6"):
        pilot.key(keys)
        pilot.settle()
    assert not _strays()


#: Each brings the window into a state of its own; the same keys are then tried in it.
STATES = {
    "nothing special": (),
    "no match": ("Ctrl+F", *"zzqx"),
    "a search": ("Ctrl+F", *"kim"),
    "suggestions": ("Ctrl+F", *"person:ki", "Down"),
    "the article": ("P",),
    "no match beside the article": ("P", "Ctrl+F", *"zzqx"),
    "a comparison": ("Shift+Right",),
    "the table": ("T",),
    "the palette": ("Ctrl+Shift+P", *"zo"),
    "shortcuts": ("F1",),
    "preferences": ("Ctrl+,",),
    "a note": ("N", *"well"),
    "dims": ("D", "Ctrl+F", *"zzqx"),
    "lanes": ("L",),
    "views": ("V",),
    "nothing selected": ("Escape", "Escape", "Escape"),
}
TRIED = ("Escape", "F6", "Shift+F6", "Tab", "Shift+Tab", "Escape")


@pytest.mark.parametrize("state", STATES)
def test_the_keys_that_lead_elsewhere_work_in_every_state(
    make_window: Make, qtbot: QtBot, tmp_path: Path, state: str
) -> None:
    # A copy: notes are kept beside it.
    pilot = Pilot(make_window(shutil.copy(bundled(), tmp_path)), qtbot)
    for first in TRIED:
        for second in ("Escape", "F6"):
            for keys in STATES[state]:
                _press(pilot, keys)
            pilot.settle()
            for keys in (first, second, "Escape"):
                _press(pilot, keys)
                pilot.settle()
            for _ in range(4):
                _press(pilot, "Escape")
            pilot.settle()
            assert not _strays()


def _press(pilot: Pilot, keys: str) -> None:
    """A key goes to the menu or the dialog that is open, else to the window."""
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if over is None:
        if len(keys) > 1 or keys.isupper():
            pilot.key(keys)
        else:
            pilot.type(keys)
        return
    into = QApplication.focusWidget()
    into = into if into is not None and over.isAncestorOf(into) else over
    combination = QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue, reportUnknownVariableType] - stubs
    QTest.keyClick(into, combination.key(), combination.keyboardModifiers())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
