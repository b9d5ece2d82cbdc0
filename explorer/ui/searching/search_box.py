"""The search box: asks as one types, and offers ways to go on. The toolbar holds it, the window wires it."""

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.domain.tongue import mark, translate
from explorer.ui.actions import native
from explorer.ui.plain import Label, set_tip

# Not loaded before someone types.
if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.domain.completion import Completion
    from explorer.ui.searching.suggestions import Suggestions

#: Milliseconds after the last key before a search starts: a fast typist asks once a word.
PAUSE: Final = 90

_EXAMPLES: Final = (
    mark("Search", "Search, such as  {words}"),
    mark("Search", "Search: {words}"),
    mark("Search", "Search"),
)


class SearchBox(QLineEdit):
    """Emits what was typed. `completions_wanted` asks what `suggest` then answers.

    Enter searches, unless Up or Down have come to a suggestion, which it then takes; Tab takes that one or
    the first. Ctrl+Space asks for suggestions without a letter typed. Down without any is Enter.
    """

    searched = Signal(str)
    submitted = Signal()
    completions_wanted = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Search", "Search"))
        self.setAccessibleDescription(
            translate("Search", "Words, phrases in quotation marks, or fields such as person:kim")
        )
        tip = translate("Search", "Search title, people, place, summary and commentary ({key})")
        set_tip(self, tip.format(key=native("Ctrl+F")))
        self._examples = [translate("Search", _EXAMPLES[-1])]
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(420)
        self.setMinimumWidth(150)
        self._asked: tuple[str, int] | None = None
        self._suggestions: Suggestions | None = None
        self._hint = Label(native("Ctrl+F"), self)
        self._hint.setProperty("role", "soft")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._place_hint)
        self.returnPressed.connect(self.submit)

    @property
    def is_waiting(self) -> bool:
        """True while what was typed has not been searched for yet."""
        return self._pause.isActive()

    @property
    def suggestions(self) -> "Suggestions":
        """The list below the box."""
        if self._suggestions is None:
            from explorer.ui.searching.suggestions import Suggestions

            self._suggestions = Suggestions(self)
            self._suggestions.picked.connect(self.take)
        return self._suggestions

    def submit(self) -> None:
        """Search at once, and go to what is found."""
        self._pause.stop()
        self._end_suggestions()
        self.searched.emit(self.text())
        self.submitted.emit()

    def drop(self) -> None:
        """Empty the box; what was typed and not yet searched for is forgotten."""
        self._pause.stop()
        self._end_suggestions()
        self.clear()

    def suggest(
        self, text: str, cursor: int, found: "Sequence[Completion]", beneath: QWidget | None = None
    ) -> None:
        """Offer ways to go on from a text, unless something else stands here by now.

        The list leaves `beneath` in reach, which stands under the box.
        """
        if self._asked == (text, cursor) == (self.text(), self.cursorPosition()) and self.hasFocus():
            self.suggestions.offer(found, beneath)

    def take(self, chosen: "Completion") -> None:
        """Put a suggestion in the place of what was typed of it."""
        first, last = chosen.span
        text = self.text()
        self.setText(text[:first] + chosen.text + text[last:])
        self.setCursorPosition(first + len(chosen.text))
        self._end_suggestions()
        self._pause.start()

    def event(self, event: QEvent) -> bool:
        """Keep Tab and Esc from others while they mean a suggestion."""
        if isinstance(event, QKeyEvent) and self._is_offering():
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self.take(self.suggestions.chosen or self.suggestions.rows[0])
                return True
            if (
                event.type() == QEvent.Type.ShortcutOverride
                and event.key() == Qt.Key.Key_Escape
                and self.suggestions.chosen is not None
            ):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_offering = event.key(), self._is_offering()
        chosen = self.suggestions.chosen if is_offering else None
        if is_offering and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.suggestions.step(1 if key == Qt.Key.Key_Down else -1)
        elif chosen is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take(chosen)
        elif is_offering and key == Qt.Key.Key_Escape:
            self._end_suggestions()
        elif key == Qt.Key.Key_Down:
            self.submit()
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._want_completions()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end_suggestions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()
        self._end_suggestions()

    def _is_offering(self) -> bool:
        return self._suggestions is not None and self._suggestions.isVisible()

    def _end_suggestions(self) -> None:
        self._asked = None
        if self._suggestions is not None:
            self._suggestions.hide()

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._end_suggestions()
        self._pause.start()

    def _ask(self) -> None:
        # First what is quick: a search may take a while.
        if self.hasFocus() and self.text().strip():
            self._want_completions()
        self.searched.emit(self.text())

    def _want_completions(self) -> None:
        self._asked = (self.text(), self.cursorPosition())
        self.completions_wanted.emit(*self._asked)

    def show_example(self, title: str) -> None:
        """Have the empty box show words that find something, the first two of a title; of none, nothing."""
        words = " ".join(re.findall(r"[^\W_]{3,24}", title)[:2]).casefold()
        forms = _EXAMPLES if words else _EXAMPLES[-1:]
        self._examples = [translate("Search", form).replace("{words}", words) for form in forms]
        self._place_hint()

    def _place_hint(self) -> None:
        """Keep the shortcut at the right, and give the longest example that finds room."""
        size = self._hint.sizeHint()
        left = self.width() - size.width() - 14
        self._hint.setGeometry(left, 1, size.width(), self.height() - 2)
        room = self.fontMetrics().horizontalAdvance
        example = next((one for one in self._examples if room(one) + 30 < left), self._examples[-1])
        if self.placeholderText() != example:
            self.setPlaceholderText(example)
        self._hint.setVisible(not self.text() and left > room(example) + 30)
