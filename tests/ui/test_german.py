"""The window in German: no English word of ours in it, numbers as they are written there, nothing cut.

What the database says stays in its language; so the one here says nothing that is English.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QTranslator
from PySide6.QtGui import QAction, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QMenu, QWidget

from explorer.domain import tongue
from explorer.domain.figure import Figure
from explorer.domain.query import FIELDS
from explorer.ui import lane_menu
from explorer.ui.desktop.language import speak_in
from explorer.ui.figure.composing import compose
from explorer.ui.figure.sight import sight_of
from explorer.ui.main_window import MainWindow
from explorer.ui.widgets import Elided, ElidedButton
from tests.builders import Given, build_database

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

#: Words that are no German and in no data of these tests.
ENGLISH = re.compile(
    r"\b(the|of|and|to|by|with|this|any|not|no|from|events?|filter by|open|close|show|hide|search|clear|copy"
    r"|save|notes?|table|lanes?|views?|gaps|fit|zoom in|zoom out|light|dark|earlier|later|select|click"
    r"|relationships?|people|claims?|importance|article|your|you|is|are|shift|ctrl|del|space)\b",
    re.IGNORECASE,
)
#: What may be typed into the search is the same in every language.
FIELD = re.compile(rf"\b({'|'.join(FIELDS)}):\S*")
SIZES = [(1024, 700), (1440, 900)]


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Speak another language until the test ends."""
    yield lambda language: speak_in(qapp, language)
    for one in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(one)
        one.deleteLater()
    speak_in(qapp, "en")


@pytest.fixture
def german(
    speaking: Callable[[str], None], make_window: Callable[..., MainWindow], tmp_path: Path
) -> MainWindow:
    """A window in German on 1,234 events, of which the first is selected."""
    speaking("de")
    return make_window(_database(tmp_path, 1_234))


def _database(folder: Path, count: int) -> Path:
    people = [("Anna Berg", "Kanzlerin", "Berlin")]
    events = [
        Given(
            f"treffen-{number}",
            "Treffen in Wien",
            f"{1950 + number // 20}-0{1 + number % 9}-11",
            kind=("besuch", "brief", "gipfel")[number % 3],
            relationship=("Ost–West", "Nord–Ost")[number % 2],
            place="Wien",
            country=("AT", "Österreich"),
            people=people,
            importance=1 + number % 5,
            summary="Ein Treffen.",
            sources=["Akten 12"],
            paragraphs=[1 + number % 3] if number < 9 else [],
            commentary="Ein Wort dazu." if number < 9 else "",
            claims={"wandel": "evidence"} if number < 9 else {},
            basis="named" if number < 9 else "context",
        )
        for number in range(count)
    ]
    return build_database(folder / "geschichte.db", events, {"title": "Geschichte"})


def _texts(window: QWidget) -> list[str]:
    """All that can be read in a window, tooltips and what is read aloud with it."""
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
            if isinstance(widget, QLabel | QAbstractButton):
                found.append(widget.text())
            if isinstance(widget, QLineEdit):
                found.append(widget.placeholderText())
    return [text for text in found if text]


def _of_actions(actions: list[QAction]) -> list[str]:
    """What a menu says, submenus too."""
    found: list[str] = []
    for action in actions:
        found += [action.text(), action.toolTip()]
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += _of_actions(inner.actions())
    return found


def _english(texts: list[str]) -> list[str]:
    return [text for text in texts if ENGLISH.search(FIELD.sub("", text))]


def _cut(window: QWidget) -> list[str]:
    """Texts of labels and buttons that have less room than they need."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, Elided | ElidedButton) or widget.width() < 2:
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            needed = widget.sizeHint()
        elif isinstance(widget, QAbstractButton) and widget.text() and not widget.icon().availableSizes():
            needed = widget.minimumSizeHint()
        else:
            continue
        if widget.width() < needed.width() or widget.height() < needed.height():
            found.append(f"{type(widget).__name__} {widget.text()!r}: {widget.size()} of {needed}")
    return found


def test_no_english_is_left_in_the_window(german: MainWindow) -> None:
    texts = _texts(german)
    assert len(texts) > 80
    assert _english(texts) == []
    for text in ("Alles zeigen", "Bahnen ▾", "Export ▾", "Ereignis", "BEZIEHUNG"):
        assert text in texts, text


def test_no_english_is_left_in_the_menus(german: MainWindow) -> None:
    button = german.toolbar.app_button.menu()
    assert isinstance(button, QMenu)
    texts = _of_actions(button.actions()) + _of_actions(list(german.actions_by_name.values()))
    menu = QMenu(german)
    lane_menu.fill(menu, german.store, german.collection, 0)
    texts += _of_actions(menu.actions())
    assert _english(texts) == []
    assert "Öffnen …" in texts


def test_numbers_are_grouped_as_in_german(german: MainWindow) -> None:
    said = german.status.counts.text()
    assert said.startswith("1.234 sichtbar · 1.234 von 1.234 Ereignissen · 2 Beziehungen")


def test_no_english_is_left_on_the_pages_of_a_picture(german: MainWindow) -> None:
    figure = Figure(extent="all", has_overview=True, pages=2)
    scene = compose(sight_of(german), figure, german.provenances.now())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # A drawing has its texts as text.
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    with QPainter(drawing) as painter:
        scene.paint(painter, 0)
    said = re.findall(r"<text[^>]*>([^<]*)", bytes(buffer.data().data()).decode())
    assert "1 von 2" in [text.strip() for text in said]
    assert not [text for text in said if ENGLISH.search(text)]


def test_keys_are_named_as_on_a_german_keyboard(german: MainWindow) -> None:
    assert "(Strg+F)" in german.toolbar.search.toolTip()


@pytest.mark.parametrize(
    "action", ["preferences", "shortcuts", "search-help", "about", "export", "edit-views", "report"]
)
def test_no_english_is_left_in_a_dialog(german: MainWindow, action: str, qtbot: "QtBot") -> None:
    german.actions_by_name[action].trigger()
    qtbot.waitUntil(lambda: bool(_dialogs(german)))
    dialog = _dialogs(german)[0]
    texts = [dialog.windowTitle(), *_texts(dialog)]
    try:
        assert _english(texts) == []
        assert _cut(dialog) == []
    finally:
        dialog.close()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_in_german(german: MainWindow, size: tuple[int, int]) -> None:
    german.resize(*size)
    QApplication.processEvents()
    assert _cut(german) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_when_all_texts_are_longer(
    speaking: Callable[[str], None],
    make_window: Callable[..., MainWindow],
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    tongue.speak(_longer)
    window = make_window(_database(tmp_path, 40), size=size)
    assert any("~" in text for text in _texts(window))
    assert _cut(window) == []


def _longer(_context: str, text: str, _note: str) -> str:
    """A text that is two fifths longer; what is put into it stays."""
    return text + "~" * max(1, round(0.4 * len(re.sub(r"\{[^{}]*\}", "", text))))


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
