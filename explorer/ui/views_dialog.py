"""The menu of saved views, and the dialogs that save one and keep them in order."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from explorer.domain.named_views import NamedView, named
from explorer.domain.tongue import translate
from explorer.domain.view_line import as_line
from explorer.domain.view_request import ViewRequest
from explorer.ui.actions import native
from explorer.ui.plain import Label, add_action, set_tip
from explorer.ui.room import open_at
from explorer.ui.widgets import button, label, on_click

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: Letters that a name may have, and views that the menu lists.
LONGEST = 80
_LISTED = 30


def menu_for(window: "MainWindow") -> QMenu:
    """A menu made for the moment: the saved views, then what can be done with views."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    actions = window.actions_by_name
    for number, view in enumerate(window.views.listed[:_LISTED], start=1):
        made = add_action(menu, view.name, before=f"&{number}  " if number < 10 else "")
        made.triggered.connect(lambda _=False, view=view: window.views.open(view))
    if not window.views.listed:
        menu.addAction(translate("Views", "No view is saved yet")).setEnabled(False)
    menu.addSeparator()
    menu.addAction(actions["save-view"])
    if window.views.listed:
        menu.addAction(actions["edit-views"])
    menu.addSeparator()
    menu.addAction(actions["copy-view"])
    menu.addAction(actions["paste-view"])
    return menu


def ask_name(window: "MainWindow", request: ViewRequest, suggestion: str) -> QDialog:
    """Ask for a name, and save the view under it."""
    dialog = QDialog(window)
    dialog.setObjectName("saveView")
    dialog.setWindowTitle(translate("Views", "Save view"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    inside = QVBoxLayout(dialog)
    inside.setContentsMargins(22, 18, 22, 16)
    inside.setSpacing(8)
    inside.addWidget(label(translate("Views", "Save this view as"), "strong"))
    field = QLineEdit(suggestion)
    field.setAccessibleName(translate("Views", "Name of the view"))
    field.setMaxLength(LONGEST)
    inside.addWidget(field)
    note = label("", "soft", 0.92)
    inside.addWidget(note)
    inside.addStretch(1)
    buttons = _buttons(dialog, QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel)
    save = buttons.button(QDialogButtonBox.StandardButton.Save)
    save.setDefault(True)
    inside.addWidget(buttons)

    def look(text: str) -> None:
        former = named(window.views.listed, text.strip())
        save.setEnabled(bool(text.strip()))
        save.setText(translate("Views", "Replace") if former else translate("Views", "Save"))
        words = translate("Views", "It keeps the stretch of time, the filter, the lanes and the selection.")
        if former:
            words = translate("Views", "There is a view “{name}” already; it will be replaced.")
            words = words.format(name=former.name)
        note.setText(words)

    def accept() -> None:
        name = " ".join(field.text().split())
        if name:
            window.views.save(NamedView(name, as_line(request)))
            window.status.say(translate("Views", "Saved the view “{name}”").format(name=name))
            dialog.accept()

    field.textChanged.connect(look)
    buttons.accepted.connect(accept)
    look(field.text())
    field.selectAll()
    open_at(dialog, 420, 180)
    dialog.open()
    return dialog


class EditViews(QDialog):
    """The saved views as a list: open, rename, delete with a way back, and move them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setObjectName("editViews")
        self.setWindowTitle(translate("Views", "Saved views"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self.list = QListWidget()
        self.list.setObjectName("viewsList")
        self.list.setAccessibleName(translate("Views", "Saved views"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.installEventFilter(self)
        tip = translate("Views", "Show the view ({key})").format(key=native("Enter"))
        self.open_button = button(translate("Views", "Open"), tooltip=tip)
        tip = translate("Views", "Give it another name ({key})").format(key=native("F2"))
        self.rename_button = button(translate("Views", "Rename"), tooltip=tip)
        tip = translate("Views", "Move the view up ({key})").format(key=native("Alt+Up"))
        self.up_button = button(translate("Views", "Move up"), tooltip=tip)
        tip = translate("Views", "Move the view down ({key})").format(key=native("Alt+Down"))
        self.down_button = button(translate("Views", "Move down"), tooltip=tip)
        tip = translate("Views", "Forget the view ({key})").format(key=native("Del"))
        self.delete_button = button(translate("Views", "Delete"), tooltip=tip)
        self._note = Label()
        self._note.setProperty("role", "soft")
        tip = translate("Views", "Bring the deleted view back ({key})").format(key=native("Ctrl+Z"))
        self.undo_button = button(translate("Views", "Undo"), "link", tip)
        self.undo_button.setShortcut("Ctrl+Z")
        self._undo: Callable[[], object] = lambda: None
        self._build()
        window.views.changed.connect(self._show)
        self.list.itemChanged.connect(self._rename)
        self.list.itemActivated.connect(self._open)
        self.list.currentRowChanged.connect(self._look)
        self.list.model().rowsMoved.connect(self._ordered)
        self._show()
        self._say("")
        open_at(self, 520, 400)
        self.list.setCurrentRow(0)

    def _build(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(20, 18, 20, 16)
        inside.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        column = QVBoxLayout()
        column.setSpacing(7)
        for made, do in (
            (self.open_button, self._open),
            (self.rename_button, self._edit),
            (self.up_button, lambda: self._move(-1)),
            (self.down_button, lambda: self._move(1)),
            (self.delete_button, self._delete),
        ):
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            on_click(made, do)
            column.addWidget(made)
        column.addStretch(1)
        row.addLayout(column)
        inside.addLayout(row, 1)
        line = QHBoxLayout()
        line.addWidget(self._note)
        line.addWidget(self.undo_button)
        line.addStretch(1)
        on_click(self.undo_button, self._bring_back)
        line.addWidget(_buttons(self, QDialogButtonBox.StandardButton.Close))
        inside.addLayout(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del deletes; Alt with an arrow moves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            has_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_Delete:
                self._delete()
                return True
            if has_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    @property
    def _current(self) -> NamedView | None:
        row, listed = self.list.currentRow(), self._window.views.listed
        return listed[row] if 0 <= row < len(listed) else None

    def _show(self) -> None:
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for view in self._window.views.listed:
            item = QListWidgetItem(view.name)
            set_tip(item, view.line)
            if view.name not in self._window.views.fixed:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self._look()

    def _look(self, _: int = 0) -> None:
        """Offer what can be done with the chosen view."""
        view, row = self._current, self.list.currentRow()
        is_own = view is not None and view.name not in self._window.views.fixed
        self.open_button.setEnabled(view is not None)
        for made in (self.rename_button, self.delete_button):
            made.setEnabled(is_own)
        self.up_button.setEnabled(is_own and row > 0)
        self.down_button.setEnabled(is_own and row < self.list.count() - 1)
        if view is not None and not is_own:
            self._say(translate("Views", "It belongs to the database, which cannot be written to."))

    def _say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self._note.setText(text)
        self.undo_button.setVisible(undo is not None)
        self._undo = undo or (lambda: None)

    def _open(self, _: object = None) -> None:
        view = self._current
        if view is not None:
            self.accept()
            self._window.views.open(view)

    def _edit(self) -> None:
        if self._current is not None:
            self.list.editItem(self.list.currentItem())

    def _rename(self, item: QListWidgetItem) -> None:
        view, name = self._window.views.listed[self.list.row(item)], " ".join(item.text().split())[:LONGEST]
        other = named(self._window.views.listed, name)
        if name == view.name:
            return
        if not name or (other is not None and other != view):
            self._show()
            words = translate("Views", "There is a view “{name}” already.").format(name=name)
            self._say(words if name else translate("Views", "A view needs a name."))
            return
        self._window.views.rename(view.name, name)
        self._say("")

    def _delete(self) -> None:
        view, views = self._current, self._window.views
        if view is None or view.name in views.fixed:
            return
        row = self.list.currentRow()
        following = views.listed[row + 1].name if row + 1 < len(views.listed) else ""
        views.remove(view.name)
        words = translate("Views", "Deleted “{name}”.").format(name=view.name)
        self._say(words, lambda: views.save(view, following))

    def _bring_back(self) -> None:
        self._undo()
        self._say("")

    def _move(self, step: int) -> None:
        names = [view.name for view in self._window.views.listed]
        row = self.list.currentRow()
        to = row + step
        if 0 <= row < len(names) and 0 <= to < len(names):
            names[row], names[to] = names[to], names[row]
            self.list.setCurrentRow(to)
            self._window.views.order(names)

    def _ordered(self) -> None:
        """A view was dragged to another place."""
        self._window.views.order([self.list.item(row).text() for row in range(self.list.count())])


def _buttons(dialog: QDialog, *which: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    buttons = QDialogButtonBox()
    for one in which:
        # The style's own icons are black in either theme.
        made: QPushButton = buttons.addButton(one)
        made.setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    return buttons
