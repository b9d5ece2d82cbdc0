"""What a user may prefer, in one table: the dialog and the command palette take it from here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.tongue import mark, translate
from explorer.ui.desktop.language import LANGUAGES, SYSTEM
from explorer.ui.room import room_for
from explorer.ui.widgets import label, section

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Preference:
    """One of `values`, (value, text) each; `chosen` reads it from a window, `pick` sets and keeps it.

    Title, texts and note are marked, to be translated where they are shown.
    """

    name: str
    title: str
    values: tuple[tuple[str, str], ...]
    chosen: Callable[["MainWindow"], str]
    pick: Callable[["MainWindow", str], object]
    note: str = ""


CHOICES = (
    Preference(
        "theme",
        mark("Preferences", "Theme"),
        (
            ("system", mark("Preferences", "Like the system")),
            ("light", mark("Preferences", "Light")),
            ("dark", mark("Preferences", "Dark")),
        ),
        lambda window: window.theme_name,
        lambda window, value: window.theme_picked.emit(value),
    ),
    Preference(
        "language",
        mark("Preferences", "Language"),
        ((SYSTEM, mark("Preferences", "Like the system")), *LANGUAGES.items()),
        lambda window: window.settings.language,
        lambda window, value: setattr(window.settings, "language", value),
        mark("Preferences", "At the next start."),
    ),
    Preference(
        "start",
        mark("Preferences", "At the start"),
        (
            ("last", mark("Preferences", "Open what was shown last")),
            ("bundled", mark("Preferences", "Open the bundled timeline")),
        ),
        lambda window: "last" if window.settings.restores else "bundled",
        lambda window, value: setattr(window.settings, "restores", value == "last"),
    ),
    Preference(
        "wheel",
        mark("Preferences", "Mouse wheel"),
        (
            ("zoom", mark("Preferences", "Zooms time")),
            ("scroll", mark("Preferences", "Scrolls lanes")),
        ),
        lambda window: "scroll" if window.settings.wheel_scrolls_lanes else "zoom",
        lambda window, value: window.wheel_picked.emit(value),
        mark("Preferences", "Ctrl and the wheel always zoom, Shift and the wheel always move through time."),
    ),
    Preference(
        "filter",
        mark("Preferences", "After a filter"),
        (
            ("fit", mark("Preferences", "Fit the window to what is left")),
            ("rest", mark("Preferences", "Leave the window alone")),
        ),
        lambda window: "fit" if window.settings.fits_filter else "rest",
        lambda window, value: setattr(window.settings, "fits_filter", value == "fit"),
        mark("Preferences", "Only where what is left fills less than a third of the window."),
    ),
    Preference(
        "article",
        mark("Preferences", "Reading the article"),
        (
            ("follow", mark("Preferences", "Moves the timeline along")),
            ("rest", mark("Preferences", "Leaves the timeline alone")),
        ),
        lambda window: "follow" if window.settings.follows_article else "rest",
        lambda window, value: _follow_article(window, follows=value == "follow"),
    ),
    Preference(
        "motion",
        mark("Preferences", "Movement"),
        (
            ("system", mark("Preferences", "Like the system")),
            ("full", mark("Preferences", "Glide to what is chosen")),
            ("reduced", mark("Preferences", "Go there at once")),
        ),
        lambda window: window.settings.motion,
        lambda window, value: window.stillness.pick(value),
    ),
)


def _follow_article(window: "MainWindow", *, follows: bool) -> None:
    # As the action does, which is out of reach while a database without an article is open.
    window.actions_by_name["follow-article"].setChecked(follows)
    window.commands.follow_article()


def show_preferences(window: "MainWindow") -> None:
    """Open the preferences; each takes effect at once."""
    dialog = QDialog(window)
    dialog.setObjectName("preferences")
    dialog.setWindowTitle(translate("Preferences", "Preferences"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    body = QWidget()
    body.setObjectName("sheet")
    inside = QVBoxLayout(body)
    inside.setContentsMargins(22, 18, 22, 0)
    inside.setSpacing(6)
    for choice in CHOICES:
        inside.addWidget(section(translate("Preferences", choice.title)))
        inside.addWidget(_buttons(window, choice))
        if choice.note:
            inside.addWidget(label(translate("Preferences", choice.note), "soft", 0.92))
        inside.addSpacing(12)
    inside.addStretch(1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    # The style's own icon is black in either theme.
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(translate("Preferences", "Preferences"))
    area.setWidget(body)
    outside = QVBoxLayout(dialog)
    outside.setContentsMargins(0, 0, 0, 16)
    outside.setSpacing(8)
    outside.addWidget(area, 1)
    foot = QHBoxLayout()
    foot.setContentsMargins(22, 0, 22, 0)
    foot.addWidget(buttons)
    outside.addLayout(foot)
    bar = area.verticalScrollBar().sizeHint().width()
    width = max(380, inside.sizeHint().width() + bar)
    dialog.setMinimumWidth(min(width, room_for(dialog).width()))
    height = inside.totalHeightForWidth(width) + foot.sizeHint().height() + 24
    dialog.resize(QSize(width, height).boundedTo(room_for(dialog)))
    dialog.open()


def _buttons(window: "MainWindow", choice: Preference) -> QWidget:
    body, title = QWidget(), translate("Preferences", choice.title)
    body.setAccessibleName(title)
    inside = QVBoxLayout(body)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(4)
    group = QButtonGroup(body)
    for value, text in choice.values:
        words = translate("Preferences", text)
        made = QRadioButton(words)
        made.setAccessibleName(f"{title}: {words}")
        made.setChecked(choice.chosen(window) == value)
        made.clicked.connect(lambda _=False, value=value: choice.pick(window, value))
        group.addButton(made)
        inside.addWidget(made)
    return body
