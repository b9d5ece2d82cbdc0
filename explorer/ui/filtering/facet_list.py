"""One facet as a list: its model, and the view that turns clicks and keys into what is asked of a value.

explorer.ui.filtering.facet_section fills it; explorer.ui.filtering.facet_row paints its rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    SignalInstance,
)  # fmt: skip
from PySide6.QtGui import (
    QAccessible,
    QAccessibleStateChangeEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from explorer.domain.folding import fold
from explorer.domain.tongue import translate
from explorer.ui.access import set_states
from explorer.ui.plain import tip
from explorer.ui.sizes import scaled
from explorer.ui.theme import Theme
from explorer.ui.voice import tell
from explorer.ui.wording import events_in_words

ROW_HEIGHT = 22
#: More rows than this scroll within the list, which then shows so many at once.
TALLEST, WITHIN = 60, 14
#: Milliseconds after a letter in which the next one goes on with the same word.
_TYPING = 800
_ANY = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet as it is shown. `colour` fills the check box, `shape` stands beside it."""

    slug: str
    label: str
    count: int
    is_checked: bool
    colour: QColor | None = None
    shape: str = ""
    is_excluded: bool = False


def folded(text: str) -> str:
    """A text as it is compared: without case, diacritics and kinds of dash, so that Erdogan finds Erdoğan."""
    return fold(text).replace("–", "-")


class ValuesModel(QAbstractListModel):
    """The values of a facet, each made when it is looked at: there may be very many."""

    def __init__(self) -> None:
        super().__init__()
        self._codes: Sequence[int] = ()
        self._slugs: Sequence[str] = ()
        self._value: Callable[[int], Value] | None = None

    @property
    def values(self) -> tuple[Value, ...]:
        """All that is listed."""
        return tuple(self.value(row) for row in range(len(self._codes)))

    def value(self, row: int) -> Value:
        assert self._value is not None
        return self._value(self._codes[row])

    def show(self, slugs: Sequence[str], codes: Sequence[int], value: Callable[[int], Value]) -> bool:
        """List the values of a facet's `slugs` at these codes; False when the same stand as before."""
        is_same = slugs == self._slugs and codes == self._codes
        if is_same:
            self._value = value
            if codes:
                self.dataChanged.emit(self.index(0), self.index(len(codes) - 1))
            return False
        self.beginResetModel()
        self._slugs, self._codes, self._value = slugs, codes, value
        self.endResetModel()
        return True

    def row_of(self, slug: str) -> int:
        """The row of an identifier, -1 when it is not listed."""
        return next((row for row, code in enumerate(self._codes) if self._slugs[code] == slug), -1)

    def rowCount(self, parent: _ANY = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._codes)

    def data(self, index: _ANY, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value = self.value(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return value.label
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value.is_checked else Qt.CheckState.Unchecked
        events = events_in_words(value.count)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (
                translate("Filters", "not {value}, {events}")
                if value.is_excluded
                else translate("Filters", "{value}, {events}")
            )
            return said.format(value=value.label, events=events)
        if role == Qt.ItemDataRole.ToolTipRole:
            said = (
                translate(
                    "Filters",
                    "{value}: {events}, left out\nClick, Space or −: take it in again · O: only this",
                )
                if value.is_excluded
                else translate(
                    "Filters",
                    "{value}: {events} under the other filters\n"
                    "Click or Space: choose it or let it go · O: only this · Alt+click or −: leave out",
                )
            )
            return tip(said.format(value=value.label, events=events))
        return None

    def flags(self, _: _ANY) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class FacetList(QListView):
    """A click or Space chooses a value or lets it go, "only" or O takes it alone, Alt+click or − leaves it
    out.

    Letters go to the next value with a word that begins so, Delete asks to lift the facet's choice.
    `moved` carries the current row's rectangle when the keyboard has come there, `menu_asked` the slug
    ("" for none) and the place on the screen.
    """

    toggled = Signal(str)
    only = Signal(str)
    excluded = Signal(str)
    cleared = Signal()
    moved = Signal(QRect)
    menu_asked = Signal(str, QPoint)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        from explorer.ui.filtering.facet_row import RowPainter

        super().__init__(parent)
        self.theme = theme
        self.hovered = -1
        self.largest = 0
        self._pressed = -1
        self._left = ""
        self._typed, self._clock = "", QElapsedTimer()
        self.model_of_values = ValuesModel()
        self.setModel(self.model_of_values)
        self.setItemDelegate(RowPainter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            translate(
                "Filters",
                "Space chooses a value or lets it go, O takes only it, minus leaves it out, Delete clears.",
            )
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTipDuration(4000)

    def show_values(
        self, slugs: Sequence[str], codes: Sequence[int], value: Callable[[int], Value], largest: int
    ) -> None:
        """List values and take the height they need; the current one stays so if it is still there.

        `largest` is the count that the longest bar stands for.
        """
        before = self._current_value()
        slug = before.slug if before is not None else self._left
        self.largest = largest
        is_new = self.model_of_values.show(slugs, codes, value)
        many = len(codes) > TALLEST
        as_needed, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(as_needed if many else never)
        self.setFixedHeight(scaled(ROW_HEIGHT) * (WITHIN if many else len(codes)) + 2)
        if is_new and codes and self.hasFocus():
            self.setCurrentIndex(self.model_of_values.index(max(0, self.model_of_values.row_of(slug))))
        self.viewport().update()
        self._tell_turned(before)

    def _current_value(self) -> Value | None:
        index = self.currentIndex()
        return self.model_of_values.value(index.row()) if index.isValid() else None

    def _tell_turned(self, before: Value | None) -> None:
        """Tell screen readers, which Qt leaves in the dark, that the row with the keyboard is another now."""
        now = self._current_value()
        if before is None or now is None or not QAccessible.isActive() or now.slug != before.slug:
            return
        if now.is_checked != before.is_checked:
            told = QAccessibleStateChangeEvent(self, set_states(QAccessible.State(), "checked"))
            told.setChild(self.currentIndex().row())
            QAccessible.updateAccessibility(told)
        if now.is_excluded != before.is_excluded:
            # No state says so, but the name: "not …".
            tell(self, str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.row() == self._pressed and event.button() == Qt.MouseButton.LeftButton:
            slug = self.model_of_values.value(index.row()).slug
            edge = (
                self.viewport().width()
                - 12
                - QFontMetricsF(self.font()).horizontalAdvance(translate("Filters", "only"))
            )
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.excluded.emit(slug)
            else:
                (self.only if event.position().x() >= edge else self.toggled).emit(slug)
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer, or of the current one."""
        index = self.indexAt(event.pos())
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        slug = self.model_of_values.value(index.row()).slug if index.isValid() else ""
        self.menu_asked.emit(slug, place)

    def event(self, event: QEvent) -> bool:
        """Take letters before the window's shortcuts do, as a text field would."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (_is_text(event) and event.text() != "?")
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_typing() or not _is_text(event):
            asked = self._asked_by(event)
            index = self.currentIndex()
            if asked is not None and index.isValid():
                asked.emit(self.model_of_values.value(index.row()).slug)
                return
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
                self.cleared.emit()
                return
        if _is_text(event):
            self._go_to(event.text())
        else:
            super().keyPressEvent(event)
        self._tell_where()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.model_of_values.rowCount() and not self.currentIndex().isValid():
            row = max(0, self.model_of_values.row_of(self._left))
            self.setCurrentIndex(self.model_of_values.index(row))
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._tell_where()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        still_ours = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        value = self._current_value()
        if value is not None and event.reason() not in still_ours:
            # A current row would go on claiming the focus.
            self._left = value.slug
            self.setCurrentIndex(QModelIndex())

    def _asked_by(self, event: QKeyEvent) -> SignalInstance | None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return _bound(self.toggled)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.key() == Qt.Key.Key_O:
            return _bound(self.only)
        if event.key() == Qt.Key.Key_Minus:
            return _bound(self.excluded)
        return None

    def _is_typing(self) -> bool:
        return bool(self._typed) and self._clock.isValid() and self._clock.elapsed() < _TYPING

    def _go_to(self, letter: str) -> None:
        """Make the next value current that has a word beginning with what was typed."""
        self._typed = self._typed + folded(letter) if self._is_typing() else folded(letter)
        self._clock.start()
        rows = self.model_of_values.rowCount()
        # A word begun anew looks beyond the current row, one gone on with may stay there.
        first = self.currentIndex().row() + (len(self._typed) == 1)
        for step in range(rows):
            row = (first + step) % rows
            label = folded(self.model_of_values.value(row).label)
            if label.startswith(self._typed) or f" {self._typed}" in label or f"-{self._typed}" in label:
                self.setCurrentIndex(self.model_of_values.index(row))
                return

    def _tell_where(self) -> None:
        if self.currentIndex().isValid():
            self.moved.emit(self.visualRect(self.currentIndex()))

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()


def _bound(signal: object) -> SignalInstance:
    """The signal of one object, for which the stubs have no type of its own."""
    assert isinstance(signal, SignalInstance)
    return signal


def _is_text(event: QKeyEvent) -> bool:
    """True for a key that types something to be seen."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    command |= Qt.KeyboardModifier.MetaModifier
    return not event.modifiers() & command and event.text().isprintable() and event.text().strip() != ""
