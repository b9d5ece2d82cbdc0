"""Help › Report a problem: what helps to understand one goes to the clipboard, and nowhere else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from explorer.domain.tongue import translate
from explorer.domain.view_line import line_of
from explorer.host import log
from explorer.host.places import without_home
from explorer.ui.desktop.session import present_view
from explorer.ui.desktop.versions import as_text
from explorer.ui.loader import Loader
from explorer.ui.room import open_at
from explorer.ui.widgets import label

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def report_problem(window: "MainWindow") -> None:
    """Copy the report and show what was copied, as soon as the log is read."""
    said = _of_window(window)
    # Of its own: the window's may be what the report is about.
    loader = Loader(window)

    def show(lines: str) -> None:
        loader.stop()
        loader.deleteLater()
        report = f"{said}\n\nLog\n{without_home(lines) or 'It is empty.'}\n"
        QGuiApplication.clipboard().setText(report)
        _Copied(window, report).open()

    loader.ask("log", log.tail, show)


def _of_window(window: "MainWindow") -> str:
    """Versions, the window and its view. The database's name is told, not its folder."""
    theme, ratio = window.theme.name, window.devicePixelRatio()
    size = f"{window.width()}×{window.height()} at {ratio:g}, {theme}"
    database = window.collection.database
    view = line_of(database.path.name, present_view(window)) if database is not None else "none is open"
    return f"{as_text()}\nWindow {size}\n\nView\n{without_home(view)}"


class _Copied(QDialog):
    def __init__(self, window: "MainWindow", report: str) -> None:
        super().__init__(window)
        self.setObjectName("problem")
        self.setWindowTitle(translate("Problem", "Report a problem"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setAccessibleName(translate("Problem", "The report"))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        shown.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        # The style's own icon is black in either theme.
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 16)
        inside.setSpacing(10)
        inside.addWidget(label(translate("Problem", "The report is on the clipboard"), "title", 1.25))
        inside.addWidget(
            label(
                translate(
                    "Problem",
                    "It holds the versions, the view and the end of the log, as below. Nothing has been "
                    "sent: paste it where you describe the problem, and say what you did and what you "
                    "expected.",
                )
            )
        )
        inside.addWidget(shown, 1)
        inside.addWidget(buttons)
        open_at(self, 720, 560)
