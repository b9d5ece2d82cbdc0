"""The About box."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from explorer import __version__
from explorer.ui.widgets import label


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
