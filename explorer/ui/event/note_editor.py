"""The reader's own note at the foot of the panel: what is typed goes into the notebook letter by letter."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from explorer.domain.errors import ExplorerError
from explorer.domain.event import Event
from explorer.domain.tongue import translate
from explorer.ui.actions import entry, is_command, native, tooltip
from explorer.ui.event.prose import Hits, no_hits
from explorer.ui.notebook import Notebook
from explorer.ui.plain import set_tip
from explorer.ui.widgets import label

#: Lines that the editor shows: with the keyboard in it at least, and at most.
_LEAST = 3
_MOST = 8


class NoteEditor(QFrame):
    """Shows and edits the note on one event; hidden while there is none to write on."""

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self._notebook = notebook
        self._event: Event | None = None
        self._hits, self._ground = no_hits, QColor()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 8, 14, 10)
        inside.setSpacing(4)
        self.text = _Text(self)
        self.text.setAccessibleName(translate("Notes", "Your note"))
        set_tip(
            self.text,
            translate("Notes", "{action}: saved as you type, undone by {key}").format(
                action=tooltip(entry("note")), key=native("Ctrl+Z")
            ),
        )
        self.text.textChanged.connect(self._typed)
        inside.addWidget(self.text)
        self._problem = label("", "warning", 0.9)
        self._problem.hide()
        inside.addWidget(self._problem)
        notebook.changed.connect(self._take)
        notebook.refused.connect(self._refuse)
        self.hide()

    def show_event(self, event: Event | None) -> None:
        """Let the reader write on this event; what was typed on the one before is saved."""
        if event is not None and self._event is not None and event.id == self._event.id:
            self._event = event
            return
        self._notebook.save()
        self._event = event
        self.setVisible(event is not None and self._notebook.is_open)
        place = self._notebook.place
        hint = translate("Notes", "Your note (kept in {file})")
        self.text.show_hint(hint.format(file=place.name) if place is not None else "")
        if event is not None:
            self._set(self._notebook.note_of(event.id, event.slug).text)
        self._refuse(self._notebook.problem)

    def show_hits(self, hits: Hits, ground: QColor) -> None:
        """Mark what a search finds in the note."""
        self._hits, self._ground = hits, ground
        self._mark()

    def _mark(self) -> None:
        text = self.text.toPlainText()
        marks: list[QTextEdit.ExtraSelection] = []
        for first, last in self._hits(text):
            mark = QTextEdit.ExtraSelection()
            cursor = self.text.textCursor()
            # Qt counts a letter beyond the basic plane as two.
            cursor.setPosition(_places(text[:first]))
            cursor.setPosition(_places(text[:last]), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor  # type: ignore[attr-defined] - the stubs lack the members
            mark.format.setBackground(self._ground)  # type: ignore[attr-defined]
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def forget(self) -> None:
        """Another database is open: the event of the same number is another one."""
        self._event = None

    def save(self) -> None:
        """Ask for what was typed to be written now."""
        self._notebook.save()

    def _set(self, text: str) -> None:
        if self.text.toPlainText() != text:
            at = self.text.textCursor().position()
            was_blocked = self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(was_blocked)
            cursor = self.text.textCursor()
            cursor.setPosition(min(at, len(self.text.document().toPlainText())))
            self.text.setTextCursor(cursor)
        self.text.fit()

    def _typed(self) -> None:
        if self._event is not None:
            self._notebook.write(self._event.id, self._event.slug, self.text.toPlainText())
        self._mark()
        self.text.fit()

    def _take(self, event_id: int) -> None:
        """Show what undo, or another window, has made of the note."""
        if self._event is not None and event_id == self._event.id:
            self._set(self._notebook.note_of(event_id, self._event.slug).text)

    def _refuse(self, problem: ExplorerError | None) -> None:
        self._problem.setVisible(problem is not None)
        if problem is not None:
            words = f"{problem.what} {problem.advice}"
            if not self._notebook.is_saved:
                words = translate("Notes", "Not saved yet: {problem}").format(problem=words)
            self._problem.setText(words)
            self._problem.setAccessibleName(self._problem.text())


def _places(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Text(QPlainTextEdit):
    """A text that is as high as its lines, and leaves undo to the window: it reaches over events."""

    def __init__(self, part: NoteEditor) -> None:
        super().__init__(part)
        self._part, self._hint = part, ""
        self.setObjectName("noteText")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.fit()

    def show_hint(self, hint: str) -> None:
        """Say what the text is for while there is none, on one line."""
        self._hint = hint
        room = self.viewport().width() - 2 * round(self.document().documentMargin()) - 2
        self.setPlaceholderText(self.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, room))

    def fit(self) -> None:
        """Take the height of the lines there are, within limits."""
        lines = round(self.document().size().height()) if self.document().characterCount() > 1 else 1
        lines = max(lines, _LEAST if self.hasFocus() else 1)
        frame = self.height() - self.viewport().height() if self.isVisible() else 12
        margins = 2 * round(self.document().documentMargin())
        self.setFixedHeight(min(lines, _MOST) * self.fontMetrics().lineSpacing() + margins + max(frame, 12))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_z = event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)
            is_undo = is_z and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_undo or is_command(event):
                event.ignore()
                return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._part.save()
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
            self.show_hint(self._hint)
