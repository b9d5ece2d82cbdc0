"""Drives the export dialog as a person does: keys go to its window, names are given when asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QFileDialog, QWidget

from explorer.ui.exporting.dialog import ExportDialog
from tests.ui.pilot import Pilot


class Exporter:
    """One dialog at a time, and the names that it is given: `out`, as long as that is not None."""

    def __init__(self, pilot: Pilot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pilot, self.folder = pilot, folder
        self.out: Path | None = None
        #: Names to be given before that, whatever they are.
        self.answers: list[str] = []
        self.proposed: list[str] = []

        def ask(_: QWidget, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
            self.proposed.append(proposed)
            if self.answers:
                return self.answers.pop(0), ""
            return ("", "") if self.out is None else (str(self.out), "")

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    @property
    def dialog(self) -> ExportDialog:
        """The dialog that is open."""
        found = [one for one in self.pilot.window.findChildren(ExportDialog) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    @property
    def is_open(self) -> bool:
        return any(one.isVisible() for one in self.pilot.window.findChildren(ExportDialog))

    def activate(self) -> None:
        """Give the window the keyboard again, as a desktop does when a dialog is gone."""
        self.pilot.window.activateWindow()
        self.pilot.until(self.pilot.window.isActiveWindow)

    def open(self, format_name: str = "") -> ExportDialog:
        """Ctrl+E, then a click on a format; the preview is shown."""
        self.activate()
        self.pilot.key("Ctrl+E")
        dialog = self.dialog
        QTest.qWaitForWindowActive(dialog)
        if format_name:
            self.click(self.button(format_name))
        self.settle()
        return dialog

    def button(self, format_name: str) -> QAbstractButton:
        return next(kind.buttons[format_name] for kind in self.dialog.kinds if format_name in kind.buttons)

    def settle(self) -> None:
        """Wait until the preview shows what is chosen."""
        dialog = self.dialog
        self.pilot.until(lambda: not dialog.is_drawing)
        self.pilot.settle()
        self.pilot.until(lambda: not dialog.desk.preview.is_busy)

    def key(self, keys: str) -> None:
        """Press a key; it goes where the dialog's focus is."""
        combination = QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue, reportUnknownVariableType] - stubs
        handle = self.dialog.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, combination.key(), combination.keyboardModifiers())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]

    def type(self, text: str) -> None:
        """Type over what the focused field holds."""
        self.key("Ctrl+A")
        handle = self.dialog.windowHandle()
        for letter in text:
            QTest.keyClick(handle, letter)  # type: ignore[call-overload] - the stubs lack letters

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Scroll to a control and click it."""
        dialog = self.dialog
        dialog.controls.ensureWidgetVisible(widget)
        QApplication.processEvents()
        middle = widget.rect().center()
        if isinstance(widget, QCheckBox):
            # Only box and words answer, however wide it is.
            middle.setX(10)
        place = widget.mapTo(dialog, at or middle)
        QTest.mouseClick(
            dialog.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )

    def wheel(self, at: QPoint) -> None:
        """Turn the wheel over a point of the dialog."""
        handle = self.dialog.windowHandle()
        QTest.wheelEvent(handle, QPointF(at), QPoint(0, -240))
        QApplication.processEvents()

    def focused(self) -> QWidget | None:
        return self.dialog.focusWidget()

    def save(self, name: str, press: Callable[[], None] | None = None) -> Path:
        """Give this name, press Enter, and wait until the file is written."""
        self.out = self.folder / name
        (press or (lambda: self.key("Return")))()
        self.pilot.until(lambda: not self.pilot.window.exports.is_busy)
        return self.out
