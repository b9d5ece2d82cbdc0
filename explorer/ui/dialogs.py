"""A dialog around a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from explorer.ui.room import open_at


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
    open_at(dialog, width, height)
    dialog.open()
