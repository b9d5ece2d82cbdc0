"""Every shortcut and gesture on one sheet that can be searched; the user guide is checked against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.fuzzy import folded
from explorer.domain.tongue import mark, translate
from explorer.ui.actions import TABLE, native
from explorer.ui.plain import Label
from explorer.ui.room import open_at
from explorer.ui.widgets import label, section

#: What the pointer does; the code is in explorer/ui/timeline/, for the strip below in ui/overview.py.
POINTER: Final = (
    (mark("Shortcuts", "Wheel, pinch"), mark("Shortcuts", "Zoom at the pointer")),
    (mark("Shortcuts", "Ctrl+wheel"), mark("Shortcuts", "Zoom at the pointer, always")),
    (mark("Shortcuts", "Shift+wheel, sideways"), mark("Shortcuts", "Move through time")),
    (mark("Shortcuts", "Alt+wheel"), mark("Shortcuts", "Scroll the lanes")),
    (mark("Shortcuts", "Drag"), mark("Shortcuts", "Move through time and lanes")),
    (mark("Shortcuts", "Shift+drag"), mark("Shortcuts", "Choose a span: zoom to it or filter to it")),
    (mark("Shortcuts", "Click"), mark("Shortcuts", "Select an event; beside one: select nothing")),
    (mark("Shortcuts", "Ctrl+click"), mark("Shortcuts", "Compare the selected event with another")),
    (mark("Shortcuts", "Click a number"), mark("Shortcuts", "List the events that it counts")),
    (mark("Shortcuts", "Double-click"), mark("Shortcuts", "Fit the event or the cluster")),
    (mark("Shortcuts", "Click “3 earlier”"), mark("Shortcuts", "Go to the nearest of them")),
    (mark("Shortcuts", "Drag a lane's name"), mark("Shortcuts", "Move the lane")),
    (mark("Shortcuts", "Right-click an event"), mark("Shortcuts", "Star it, compare it")),
    (mark("Shortcuts", "Right-click a lane"), mark("Shortcuts", "Fold, expand, hide or move it")),
    (mark("Shortcuts", "Alt+click"), mark("Shortcuts", "In a facet: leave the value out")),
    (mark("Shortcuts", "Drag on the overview"), mark("Shortcuts", "Move or stretch the window")),
    (mark("Shortcuts", "Drop a file"), mark("Shortcuts", "Open it: a database, or the view of an export")),
    (mark("Shortcuts", "Back, forward button"), mark("Shortcuts", "Back and forward through the views")),
)

#: Keys that belong to one place; the code is in that place.
PLACES: Final = (
    ("Alt+D", mark("Shortcuts", "The program's menu")),
    ("Tab, Shift+Tab", mark("Shortcuts", "From control to control")),
    ("Menu", mark("Shortcuts", "What can be done with the lane, event or value")),
    ("Space", mark("Shortcuts", "In a facet: choose the value, or let it go")),
    ("O, -", mark("Shortcuts", "In a facet: only this value; leave it out")),
    ("Del", mark("Shortcuts", "In a facet, on a chip: lift the filter")),
    ("Tab, Ctrl+Space", mark("Shortcuts", "In the search: take what is offered; ask for it")),
    ("Down", mark("Shortcuts", "In the search: on to the timeline")),
    ("Up, Down", mark("Shortcuts", "In the article: to another paragraph")),
    ("Left, Right", mark("Shortcuts", "In the article: through its claims and events")),
    ("F2, Del", mark("Shortcuts", "In the saved views: rename, delete")),
    ("Alt+Up, Alt+Down", mark("Shortcuts", "In the saved views: move")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet: what it does, and the keys or gestures that do it."""

    text: str
    keys: tuple[str, ...]


def sheet() -> dict[str, list[Line]]:
    """All lines by group: the actions that have a key, then keys of one place, then the pointer."""
    groups: dict[str, list[Line]] = {}
    for entry in TABLE:
        if entry.keys:
            keys = tuple(native(key) for key in entry.keys)
            groups.setdefault(entry.heading, []).append(Line(entry.text.rstrip("… "), keys))
    groups[translate("Shortcuts", "In one place")] = [
        Line(translate("Shortcuts", does), tuple(native(key) for key in keys.split(", ")))
        for keys, does in PLACES
    ]
    groups[translate("Shortcuts", "Mouse and touchpad")] = [
        Line(translate("Shortcuts", does), tuple(translate("Shortcuts", gesture).split(", ")))
        for gesture, does in POINTER
    ]
    return groups


class ShortcutsDialog(QDialog):
    """The sheet in two columns, with a field that leaves only what it names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(translate("Shortcuts", "Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            translate("Shortcuts", "Find a shortcut by what it does, or by its keys…")
        )
        self.field.setAccessibleName(translate("Shortcuts", "Find a shortcut"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self._groups: list[tuple[QWidget, list[tuple[str, QWidget]]]] = []
        self._body = QWidget()
        self._body.setObjectName("sheet")
        columns = QHBoxLayout(self._body)
        columns.setContentsMargins(4, 0, 12, 0)
        columns.setSpacing(44)
        for groups in _columns(sheet()):
            column = QVBoxLayout()
            column.setSpacing(0)
            for name, lines in groups:
                column.addWidget(self._group(name, lines))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._nothing = label(translate("Shortcuts", "No shortcut of that name."), "soft")
        self._nothing.hide()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._body)
        self._area.setAccessibleName(translate("Shortcuts", "Keyboard shortcuts"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        # The style's own icon is black in either theme.
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 16)
        inside.setSpacing(12)
        for part in (self.field, self._nothing):
            inside.addWidget(part)
        inside.addWidget(self._area, 1)
        inside.addWidget(buttons)
        open_at(self, 880, 720)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down scroll while the field has the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {
                Qt.Key.Key_Up: -40,
                Qt.Key.Key_Down: 40,
                Qt.Key.Key_PageUp: -400,
                Qt.Key.Key_PageDown: 400,
            }
            if event.key() in step:
                bar = self._area.verticalScrollBar()
                bar.setValue(bar.value() + step[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    @property
    def listed(self) -> list[str]:
        """What the lines that are not hidden do, from top to bottom, column by column."""
        return [row.accessibleName() for _, rows in self._groups for _, row in rows if not row.isHidden()]

    def _group(self, name: str, lines: Sequence[Line]) -> QWidget:
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 18)
        inside.setSpacing(0)
        heading = section(name)
        heading.setContentsMargins(0, 0, 0, 5)
        inside.addWidget(heading)
        rows: list[tuple[str, QWidget]] = []
        for line in lines:
            row = _row(line)
            inside.addWidget(row)
            rows.append((folded(" ".join((name, line.text, *line.keys))), row))
        self._groups.append((box, rows))
        return box

    def _find(self, typed: str) -> None:
        words = folded(typed).split()
        for box, rows in self._groups:
            for text, row in rows:
                row.setVisible(all(word in text for word in words))
            box.setVisible(any(not row.isHidden() for _, row in rows))
        self._nothing.setVisible(not self.listed)


def _columns(groups: dict[str, list[Line]]) -> list[list[tuple[str, list[Line]]]]:
    """The groups in two columns of about the same height, in their order."""
    total, taken = sum(len(lines) + 2 for lines in groups.values()), 0
    columns: list[list[tuple[str, list[Line]]]] = [[], []]
    for name, lines in groups.items():
        middle = taken + (len(lines) + 2) / 2
        columns[middle > total / 2].append((name, lines))
        taken += len(lines) + 2
    return columns


def _row(line: Line) -> QWidget:
    row = QWidget()
    row.setAccessibleName(line.text)
    row.setAccessibleDescription(translate("Shortcuts", " or ", "between keys").join(line.keys))
    inside = QHBoxLayout(row)
    inside.setContentsMargins(0, 3, 0, 3)
    inside.setSpacing(5)
    text = label(line.text)
    text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    inside.addWidget(text, 1)
    for key in line.keys:
        cap = Label(key)
        cap.setProperty("role", "cap")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        inside.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def show_shortcuts(parent: QWidget) -> None:
    """Open the sheet, without blocking the window."""
    ShortcutsDialog(parent).open()
