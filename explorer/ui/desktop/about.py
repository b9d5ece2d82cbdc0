"""The About box: versions to copy, where the log is, and the licences of all that the program uses."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from explorer import __version__, bundle
from explorer.domain.tongue import mark, translate
from explorer.host import log, places
from explorer.ui.desktop.versions import as_text, versions
from explorer.ui.plain import Reader
from explorer.ui.room import open_at
from explorer.ui.widgets import button, label, on_click

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class About(QDialog):
    """Two tabs; `copy` puts the versions on the clipboard."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setWindowTitle(translate("About", "About Détente"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tabs = QTabBar()
        for text in ("Détente", translate("About", "Licences")):
            self.tabs.addTab(text)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(translate("About", "About"))
        self._pages = QStackedWidget()
        self._pages.addWidget(_scrolled(_versions()))
        self._pages.addWidget(_licences())
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        # The style's own icon is black in either theme.
        close.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        close.rejected.connect(self.reject)
        self.copy_button = button(
            translate("About", "Copy versions"), tooltip=translate("About", "Copy the versions, for a report")
        )
        on_click(self.copy_button, self.copy)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(close)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 12, 22, 16)
        inside.setSpacing(12)
        inside.addWidget(self.tabs)
        inside.addWidget(self._pages, 1)
        inside.addLayout(foot)
        open_at(self, 680, 560)

    def copy(self) -> None:
        """Put the versions on the clipboard."""
        QGuiApplication.clipboard().setText(as_text())
        self.copy_button.setText(translate("About", "Copied"))


def _versions() -> QWidget:
    page = QWidget()
    inside = QVBoxLayout(page)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(8)
    inside.addWidget(label(f"Détente {__version__}", "title", 1.4))
    about = translate("About", "A timeline of diplomacy with an author's argument beside the record.")
    inside.addWidget(label(about))
    inside.addSpacing(6)
    table = QGridLayout()
    table.setHorizontalSpacing(18)
    table.setVerticalSpacing(4)
    table.setColumnStretch(1, 1)
    log_path = places.without_home(str(log.path()))
    rows = [*versions()[1:], (mark("About", "Log"), log_path)]
    for row, (name, version) in enumerate([(translate("About", name), value) for name, value in rows]):
        table.addWidget(label(name, "soft"), row, 0, Qt.AlignmentFlag.AlignTop)
        value = label(version, is_selectable=True)
        value.setAccessibleName(f"{name}: {version}")
        table.addWidget(value, row, 1)
    inside.addLayout(table)
    inside.addStretch(1)
    inside.addWidget(
        label(
            translate(
                "About",
                "MIT licence. Qt and PySide6 are used under the LGPL. Nothing is sent anywhere: Détente has "
                "no network access.",
            ),
            "soft",
        )
    )
    return page


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(translate("About", "About"))
    area.setWidget(page)
    return area


def _licences() -> QWidget:
    shown = Reader(licences())
    shown.setAccessibleName(translate("About", "Licences"))
    return shown


def licences() -> str:
    """Our licence and those of what we use, as Markdown."""
    texts: list[str] = []
    for parts in (("docs", "THIRD_PARTY.md"), ("LICENSE",)):
        path = bundle.path(*parts)
        try:
            text = path.read_text(encoding="utf-8")
        except OSError:
            text = translate("About", "“{file}” is missing from this installation.").format(file=path.name)
        texts.append(text if path.suffix else f"# Détente\n\n{text}")
    return "\n\n".join(texts)


def show_about(window: "MainWindow") -> None:
    """Open the About box, without blocking the program."""
    About(window).open()
