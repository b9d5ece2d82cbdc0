"""The list of shortcuts and the About box."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from explorer import __version__
from explorer.ui.actions import TABLE, native
from explorer.ui.widgets import label, section

#: What the pointer does, for the list; the code is in explorer/ui/timeline/gestures.py.
POINTER = (
    ("Wheel, pinch", "Zoom at the pointer"),
    ("Shift+wheel", "Move through time"),
    ("Alt+wheel", "Scroll the lanes"),
    ("Drag", "Move through time"),
    ("Shift+drag", "Choose a span: zoom to it or filter to it"),
    ("Double-click", "Fit the event or the cluster"),
)


def show_shortcuts(parent: QWidget) -> None:
    """Open the list of shortcuts, without blocking the window."""
    show_list(parent, "Keyboard shortcuts", _shortcuts())


def show_about(parent: QWidget) -> None:
    """Open the About box, without blocking the window."""
    body = QWidget()
    inside = QVBoxLayout(body)
    inside.addWidget(label(f"Détente {__version__}", "title", 1.4))
    inside.addWidget(label("A timeline of diplomacy with an author's argument beside the record."))
    versions = f"Python {platform.python_version()}, Qt {qVersion()} on {platform.system()}"
    inside.addWidget(label(versions, "soft", is_selectable=True))
    inside.addWidget(
        label("MIT licence. Qt and PySide6 are used under the LGPL; see docs/THIRD_PARTY.md.", "soft")
    )
    inside.addStretch(1)
    show_list(parent, "About Détente", body)


def _shortcuts() -> QWidget:
    body = QWidget()
    grid = QGridLayout(body)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(5)
    row = 0
    for group in dict.fromkeys(entry.group for entry in TABLE):
        grid.addWidget(section(group), row, 0, 1, 2)
        row += 1
        for entry in TABLE:
            if entry.group == group and entry.keys:
                grid.addWidget(label(entry.text.rstrip("…")), row, 0)
                grid.addWidget(label("   ".join(native(key) for key in entry.keys), "strong"), row, 1)
                row += 1
    grid.addWidget(section("Mouse and touchpad"), row, 0, 1, 2)
    for gesture, does in POINTER:
        row += 1
        grid.addWidget(label(does), row, 0)
        grid.addWidget(label(gesture, "strong"), row, 1)
    return body


def show_list(parent: QWidget, title: str, body: QWidget, width: int = 560, height: int = 620) -> None:
    """Open a dialog around `body`, without blocking the window, as far as that one leaves room."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(body)
    area.setAccessibleName(title)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    # The style's own icon is black in either theme.
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    inside = QVBoxLayout(dialog)
    inside.addWidget(area)
    inside.addWidget(buttons)
    dialog.resize(min(width, parent.width() - 60), min(height, parent.height() - 60))
    dialog.open()
