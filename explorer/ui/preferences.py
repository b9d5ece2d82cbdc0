"""What a user may prefer, in one table: the dialog and the command palette take it from here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from explorer.domain.tongue import mark
from explorer.ui.language import LANGUAGES, SYSTEM
from explorer.ui.widgets import label, section

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Preference:
    """One of `values`, (value, text) each; `chosen` reads it from a window, `pick` sets and keeps it."""

    name: str
    title: str
    values: tuple[tuple[str, str], ...]
    chosen: Callable[["MainWindow"], str]
    pick: Callable[["MainWindow", str], object]
    note: str = ""


CHOICES = (
    Preference(
        "theme",
        "Theme",
        (("system", "Like the system"), ("light", "Light"), ("dark", "Dark")),
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
        "At the start",
        (("last", "Open what was shown last"), ("bundled", "Open the bundled timeline")),
        lambda window: "last" if window.settings.restores else "bundled",
        lambda window, value: setattr(window.settings, "restores", value == "last"),
    ),
    Preference(
        "wheel",
        "Mouse wheel",
        (("zoom", "Zooms time"), ("scroll", "Scrolls lanes")),
        lambda window: "scroll" if window.settings.wheel_scrolls_lanes else "zoom",
        lambda window, value: window.wheel_picked.emit(value),
        "Ctrl and the wheel always zoom, Shift and the wheel always move through time.",
    ),
    Preference(
        "article",
        "Reading the article",
        (("follow", "Moves the timeline along"), ("rest", "Leaves the timeline alone")),
        lambda window: "follow" if window.settings.follows_article else "rest",
        lambda window, value: _follow_article(window, follows=value == "follow"),
    ),
    Preference(
        "motion",
        "Movement",
        (("system", "Like the system"), ("full", "Glide to what is chosen"), ("reduced", "Go there at once")),
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
    dialog.setWindowTitle("Preferences")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    inside = QVBoxLayout(dialog)
    inside.setContentsMargins(22, 18, 22, 16)
    inside.setSpacing(6)
    for choice in CHOICES:
        inside.addWidget(section(choice.title))
        inside.addWidget(_buttons(window, choice))
        if choice.note:
            inside.addWidget(label(choice.note, "soft", 0.92))
        inside.addSpacing(12)
    inside.addStretch(1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    # The style's own icon is black in either theme.
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    inside.addWidget(buttons)
    dialog.setMinimumWidth(380)
    dialog.open()


def _buttons(window: "MainWindow", choice: Preference) -> QWidget:
    body = QWidget()
    body.setAccessibleName(choice.title)
    inside = QVBoxLayout(body)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(4)
    group = QButtonGroup(body)
    for value, text in choice.values:
        made = QRadioButton(text)
        made.setAccessibleName(f"{choice.title}: {text}")
        made.setChecked(choice.chosen(window) == value)
        made.clicked.connect(lambda _=False, value=value: choice.pick(window, value))
        group.addButton(made)
        inside.addWidget(made)
    return body
