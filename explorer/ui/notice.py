"""What stands over the timeline when there is nothing to draw: opening, empty, no match, error."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.tongue import mark, translate
from explorer.ui.access import answers_through
from explorer.ui.actions import native
from explorer.ui.widgets import FlowLayout, button, clear, label, on_click

#: What a card can offer: the button's text, that in full, and a key that does the same.
_WAYS: Final = {
    "another": (mark("Notice", "Open another…"), mark("Notice", "Open another database ({key})"), "Ctrl+O"),
    "back": (mark("Notice", "Go back"), mark("Notice", "Back to the database that is open ({key})"), "Esc"),
    "again": (
        mark("Notice", "Open what was open"),
        mark("Notice", "Open the database and the view of last time"),
        "",
    ),
    "anew": (mark("Notice", "Start anew"), mark("Notice", "Open the bundled timeline instead"), ""),
    "clear": (
        mark("Notice", "Clear filters"),
        mark("Notice", "Let every event pass again ({key})"),
        "Ctrl+Shift+F",
    ),
}

#: One of _WAYS by its name, and what it does.
Way: TypeAlias = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """A card in the middle of its parent; `show_message` fills and shows it, `hide` puts it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("errorCard")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(24, 20, 24, 20)
        self._inside.setSpacing(8)
        parent.installEventFilter(self)
        self.hide()

    def show_message(
        self,
        title: str,
        text: str = "",
        ways: Sequence[Way] = (),
        chips: Sequence[QWidget] = (),
        details: str = "",
        *,
        shows_progress: bool = False,
    ) -> None:
        """Say `title` and `text`; `chips` stand above the ways out, `details` behind a disclosure."""
        # What is added to a card on the screen has no size before the next event.
        self.hide()
        clear(self._inside)
        heading = label(title, "title", 1.25)
        self._inside.addWidget(heading)
        if text:
            self._inside.addWidget(label(text, "soft", is_selectable=True))
        if shows_progress:
            progress = QProgressBar()
            progress.setTextVisible(False)
            progress.setRange(0, 0)
            progress.setAccessibleName(translate("Notice", "Progress"))
            self._inside.addWidget(progress)
        if chips:
            flow = FlowLayout()
            for made in chips:
                flow.addWidget(made)
            self._inside.addLayout(flow)
        row = QHBoxLayout()
        for name, do in ways:
            words, tip, key = _WAYS[name]
            made = button(
                translate("Notice", words), tooltip=translate("Notice", tip).format(key=native(key))
            )
            on_click(made, do)
            row.addWidget(made)
        if details:
            row.addWidget(self._disclosure(details))
        row.addStretch(1)
        if ways or details:
            self._inside.addSpacing(6)
            self._inside.addLayout(row)
        self.setAccessibleName(f"{title} {text}".strip())
        self._place()
        self.show()
        self.raise_()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first button."""
        first = self.findChild(QPushButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _disclosure(self, details: str) -> QWidget:
        shown = QPlainTextEdit(details)
        shown.setReadOnly(True)
        shown.setFixedHeight(90)
        shown.setAccessibleName(translate("Notice", "Details"))
        shown.hide()
        self._inside.addWidget(shown)
        toggle = button(
            translate("Notice", "Details"), "link", translate("Notice", "What exactly went wrong")
        )
        toggle.setCheckable(True)

        def turn(is_on: bool) -> None:
            shown.setVisible(is_on)
            self._place()

        toggle.toggled.connect(turn)
        return toggle

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width = max(240, min(460, parent.width() - 40))
        self._inside.activate()
        height = max(self._inside.heightForWidth(width), self._inside.sizeHint().height(), 60)
        self.setGeometry(
            (parent.width() - width) // 2, max(20, (parent.height() - height) // 3), width, height
        )


class Hint(QFrame):
    """One dismissable line, `lift` pixels above the bottom of its parent.

    Without a `tooltip`, dismissing it is for good.
    """

    def __init__(
        self,
        parent: QWidget,
        text: str,
        dismissed: Callable[[], object],
        tooltip: str = "",
        lift: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self._lift = lift
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 5, 6, 5)
        self._words = label(text)
        inside.addWidget(self._words, 1)
        self.setAccessibleName(text)
        close = button("×", "link", tooltip or translate("Notice", "Do not show this again"))
        close.setAccessibleName(translate("Notice", "Dismiss the hint"))
        close.clicked.connect(lambda: (self.hide(), dismissed()))
        inside.addWidget(close)
        parent.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the parent."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        layout = self.layout()
        assert layout is not None
        self._words.setWordWrap(False)
        width, most = layout.sizeHint().width(), parent.width() - 32
        if width > most:
            self._words.setWordWrap(True)
            width = most
        height = max(layout.heightForWidth(width), layout.sizeHint().height() if width < most else 0)
        self.setGeometry(
            (parent.width() - width) // 2, parent.height() - height - 12 - self._lift, width, height
        )
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Bar(QFrame):
    """One line across the window that stays until it is answered or dismissed.

    With `action`, it has a button: its words, its tooltip, and what it does.
    """

    def __init__(
        self,
        text: str,
        dismissed: Callable[[], object],
        action: tuple[str, str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(text)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 5, 8, 5)
        inside.addWidget(label(text), 1)
        if action is not None:
            words, tooltip, do = action
            made = button(words, tooltip=tooltip)
            on_click(made, do)
            inside.addWidget(made)
        close = button("×", "link", translate("Notice", "Dismiss"))
        close.setAccessibleName(translate("Notice", "Dismiss"))
        on_click(close, dismissed)
        inside.addWidget(close)


for kind in (Notice, Hint, Bar):
    # What readers speak as it comes up.
    answers_through(kind, lambda made: QAccessibleWidget(made, QAccessible.Role.Notification))
