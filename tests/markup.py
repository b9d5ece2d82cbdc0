"""A database whose every text is markup, and a walk that finds what Qt would read as such."""

import contextlib
import ctypes
import functools
import os
import re
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QUrl
from PySide6.QtGui import QAction, Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from explorer import bundle

#: What no file of ours and no text of the program has.
WORD: Final = "b\u00f6ld"
#: Columns whose texts the schema or the program holds to a form of their own.
_FORMED: Final = frozenset(
    {"start_edtf", "end_edtf", "date_edtf", "basis", "confidence", "role", "shape", "view", "country_code"}
)


def markup(beacon: Path) -> str:
    """HTML that names a file in every way that Qt knows, with a mnemonic and a placeholder."""
    return (
        f'<b>{WORD}</b> Q&A [*] <img src="{beacon.as_posix()}"><a href="{beacon.as_uri()}">a</a> &lt; &amp; '
        f'<style>@import url("{beacon.as_uri()}"); * {{ background: url({beacon.as_uri()}) }}</style> '
        f'<table background="{beacon.as_posix()}"><tr><td>c</td></tr></table> '
    )


def database_of_markup(path: Path, beacon: Path) -> Path:
    """The bundled database with the markup before every text in it that may be any text."""
    path.write_bytes(bundle.path("db", "diplomacy.db").read_bytes())
    said, spoilt = markup(beacon), 0
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        columns = connection.execute(
            "SELECT made.name, one.name FROM sqlite_schema AS made, pragma_table_info(made.name) AS one"
            " WHERE made.type = 'table' AND one.type = 'TEXT' AND made.name NOT GLOB 'event_text*'"
        ).fetchall()
        for table, column in columns:
            is_key = (table, column) == ("properties", "name") or table == "packed_columns"
            if is_key or column in _FORMED or column.endswith(("_precision", "_qualifier")):
                continue
            where = " WHERE name <> 'first_window'" * (table == "properties")
            change = f"UPDATE {table} SET {column} = ? || {column}{where}"
            spoilt += connection.execute(change, (said,)).rowcount
        connection.execute("INSERT INTO event_text (event_text) VALUES ('rebuild')")
    assert spoilt > 1000
    return path


class Opened:
    """Whether anybody has opened a file since: Linux tells it by inotify."""

    _IN_OPEN = 0x20

    def __init__(self, path: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._queue = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._queue, os.fsencode(path), self._IN_OPEN) >= 0

    def taken(self) -> int:
        """How many times it was opened since this was asked last."""
        try:
            told = os.read(self._queue, 2**16)
        except BlockingIOError:
            return 0
        return len(told) // struct.calcsize("iIII")

    def close(self) -> None:
        os.close(self._queue)


class _Recorder(QTextDocument):
    """Reads HTML as a label does, but notes the files that it would open."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def loadResource(self, _: int, name: QUrl | str) -> Any:
        self.asked.append(name.toString() if isinstance(name, QUrl) else name)
        return None


@functools.cache
def is_read_as_markup(text: str, text_format: Qt.TextFormat = Qt.TextFormat.AutoText) -> bool:
    """True where a label or tooltip of that format would take something of the data for markup."""
    if WORD not in text.lower():
        return False
    is_rich = text_format == Qt.TextFormat.RichText or (
        text_format == Qt.TextFormat.AutoText and Qt.mightBeRichText(text)
    )
    if text_format == Qt.TextFormat.MarkdownText:
        return True
    if not is_rich:
        return False
    document = _Recorder()
    document.setHtml(text)
    document.size()
    shown = document.toPlainText().lower()
    # All of them stand there as they were written.
    return bool(document.asked) or shown.count(WORD) != shown.count(f"<b>{WORD}") or not shown.count(WORD)


class Walk:
    """`found` is what Qt would read as markup or as a mnemonic, `seen` where texts of the data stand."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.seen: set[str] = set()

    def everything(self, state: str) -> None:
        """Look at every widget that there is, shown or not, with its actions and models."""
        for widget in QApplication.allWidgets():
            self._widget(f"{state}: {type(widget).__name__} {widget.objectName()}", widget)

    def _text(self, where: str, text: str, text_format: Qt.TextFormat = Qt.TextFormat.AutoText) -> None:
        if WORD in text.lower():
            self.seen.add(where)
            if is_read_as_markup(text, text_format):
                self.found.append(f"{where}: {text[:60]!r}")

    def _mnemonic(self, where: str, text: str) -> None:
        if "Q&" in text:
            self.seen.add(where)
            if re.search("Q&(?!&)", text):
                self.found.append(f"{where}, mnemonic: {text[:60]!r}")

    def _widget(self, where: str, widget: QWidget) -> None:
        for kind, said in (
            ("tooltip", widget.toolTip()),
            ("status", widget.statusTip()),
            ("help", widget.whatsThis()),
        ):
            self._text(f"{where} {kind}", said)
        title = widget.windowTitle()
        if widget.isWindow() and "[*]" in title.replace("[*][*]", ""):
            self.found.append(f"{where} title: {title[:60]!r}")
        if isinstance(widget, QLabel):
            self._text(where, widget.text(), widget.textFormat())
        elif isinstance(widget, QAbstractButton):
            self._mnemonic(where, widget.text())
            if not widget.shortcut().isEmpty() and WORD in widget.text():
                self.found.append(f"{where} has a key: {widget.shortcut().toString()}")
        elif isinstance(widget, QTextEdit):
            self._document(where, widget.document())
        elif isinstance(widget, QTabBar):
            for at in range(widget.count()):
                self._text(f"{where} tab", widget.tabToolTip(at))
                self._mnemonic(f"{where} tab", widget.tabText(at))
        elif isinstance(widget, QComboBox | QAbstractItemView):
            self._model(where, widget.model())
        for action in widget.actions():
            self._action(where, action)

    def _document(self, where: str, document: QTextDocument) -> None:
        text = document.toPlainText()
        if WORD in text and text.count(WORD) != text.count(f"<b>{WORD}"):
            self.found.append(f"{where} document: {text[:60]!r}")

    def _action(self, where: str, action: QAction) -> None:
        self._mnemonic(f"{where} action", action.text())
        for said in (action.toolTip(), action.statusTip(), action.whatsThis()):
            self._text(f"{where} action", said)
        inner = action.menu()
        for one in inner.actions() if isinstance(inner, QMenu) else ():
            self._action(where, one)

    def _model(self, where: str, model: QAbstractItemModel | None) -> None:
        if model is None:
            return
        nowhere = QModelIndex()
        roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole)
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(nowhere)
        for column in range(columns):
            for role in roles:
                said = model.headerData(column, Qt.Orientation.Horizontal, role)
                self._text(f"{where} header", said if isinstance(said, str) else "")
            for row in range(min(60, model.rowCount(nowhere))):
                index = model.index(row, column, nowhere)
                shown = index.data(Qt.ItemDataRole.DisplayRole)
                if isinstance(shown, str) and WORD in shown:
                    self.seen.add(f"{where} item")
                for role in roles:
                    said = index.data(role)
                    self._text(f"{where} item", said if isinstance(said, str) else "")


def watched(path: Path) -> Iterator[Opened]:
    """The watch over a file, proven to see."""
    opened = Opened(path)
    path.read_bytes()
    assert opened.taken() == 1
    yield opened
    opened.close()
