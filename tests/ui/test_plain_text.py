"""Text of the data is plain text in every state of the window, and no file that it names is opened."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from explorer.domain.errors import ExplorerError
from explorer.domain.filter import FACETS
from explorer.domain.named_views import NamedView
from explorer.domain.view_request import LANES
from explorer.ui import lane_menu
from explorer.ui.desktop.language import speak_in
from explorer.ui.exporting.writing import refuse
from explorer.ui.main_window import MainWindow
from tests.cli.calling import status
from tests.markup import WORD, Opened, Walk, database_of_markup, is_read_as_markup, markup, watched
from tests.ui.exporter import Exporter
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]


@pytest.fixture
def beacon(tmp_path: Path) -> Path:
    """A file that all the markup names."""
    path = tmp_path / "b\u00e4con.png"
    path.write_bytes(b"whoever opens this does what the data says")
    return path


@pytest.fixture
def opened(beacon: Path) -> Iterator[Opened | None]:
    """Tells whether the beacon was opened; None where the system does not say."""
    if not sys.platform.startswith("linux"):
        yield None
        return
    yield from watched(beacon)


@pytest.fixture(params=["en", "de"])
def spoilt(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    make_window: Make,
    qtbot: QtBot,
    tmp_path: Path,
    beacon: Path,
) -> Iterator[Pilot]:
    """A window, in English and in German, on a database of markup."""
    speak_in(qapp, request.param)
    # Windows has no such names of files.
    name = f"Q&A [{WORD}]" if sys.platform == "win32" else f"<b>{WORD} Q&A [*]"
    path = database_of_markup(tmp_path / f"{name}.db", beacon)
    yield Pilot(make_window(path), qtbot)
    for one in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(one)
        one.deleteLater()
    speak_in(qapp, "en")


def _popups() -> Iterator[QMenu]:
    while isinstance(menu := QApplication.activePopupWidget(), QMenu):
        yield menu
        menu.close()


def _run(pilot: Pilot, name: str) -> None:
    pilot.window.activateWindow()
    pilot.until(pilot.window.isActiveWindow)
    pilot.window.actions_by_name[name].trigger()
    pilot.settle()


def _hover(pilot: Pilot, at: QPoint) -> None:
    QToolTip.hideText()
    pilot.move(at)
    pilot.until(lambda: WORD in QToolTip.text())


def _states(pilot: Pilot, exporter: Exporter, said: str) -> Iterator[str]:
    """One state of the window after the other, by name; each is as it should be looked at."""
    window = pilot.window
    store, collection = window.store, window.collection
    index = collection.index
    assert index is not None
    yield "timeline"
    for lanes in LANES:
        store.edit(lanes=lanes)
        pilot.settle()
        for lane in (0, None):
            menu = lane_menu.menu_for(window, store, collection, lane)
            yield f"lanes by {lanes}, menu"
            menu.close()
    store.edit(hidden=frozenset(index.facets["claim"].slugs[:1]))
    menu = lane_menu.menu_for(window, store, collection, 0)
    yield "a hidden lane"
    menu.close()
    store.edit(lanes=LANES[0], hidden=frozenset())
    pilot.settle()
    _hover(pilot, pilot.at(pilot.marks()[0]))
    yield "tooltip of a mark"
    if clusters := pilot.clusters():
        _hover(pilot, pilot.at(clusters[0]))
        yield "tooltip of a cluster"
    QToolTip.hideText()
    titles = list(collection.titles.values())
    for title in titles[::12]:
        store.edit(selection=title.id)
        pilot.settle()
        yield "an event"
    notebook = collection.notebook
    title = titles[-1]
    store.edit(selection=title.id)
    pilot.settle()
    notebook.star(title.id, title.slug)
    notebook.write(title.id, title.slug, said)
    pilot.settle()
    _run(pilot, "note")
    yield "a note"
    store.edit(compared=titles[3].id)
    pilot.settle()
    yield "comparison"
    store.edit(compared=None)
    _run(pilot, "table")
    yield "table"
    _run(pilot, "table")
    _run(pilot, "show-article")
    argument = collection.argument
    assert argument is not None
    for number in (argument.passages[0].number, argument.passages[-1].number):
        store.edit(passage=number)
        pilot.settle()
        yield "article"
    store.edit(claim=argument.claims[0].slug)
    pilot.settle()
    yield "claim"
    store.edit(claim="", passage=0)
    _run(pilot, "show-event")
    for section in window.facets.sections:
        section.open()
    pilot.settle()
    yield "facets"
    wanted = store.state.filter
    for facet in FACETS:
        if facet in index.facets and index.facets[facet].slugs:
            wanted = wanted.choosing(facet, index.facets[facet].slugs[:2])
    store.edit(filter=wanted)
    pilot.settle()
    pilot.qtbot.wait(50)
    yield "no match, chips"
    _run(pilot, "clear-one")
    yield "menu of filters to clear"
    for menu in _popups():
        menu.close()
    store.edit(filter=replace(type(wanted)(), search=f'"{WORD}"'))
    pilot.settle()
    yield "search with hits"
    store.edit(filter=type(wanted)(search=f'kind:"<b>{WORD}</b>"'))
    pilot.settle()
    yield "search with a problem"
    store.edit(filter=type(wanted)())
    pilot.settle()
    _run(pilot, "legend")
    yield "legend"
    _run(pilot, "find")
    pilot.type("person:")
    pilot.settle()
    pilot.qtbot.wait(150)
    yield "suggestions"
    pilot.key("Escape")
    window.toolbar.drop_search()
    store.edit(filter=type(wanted)())
    window.views.save(NamedView(said[:70], f"--search {WORD}"))
    window.views.open(NamedView(f"<b>{WORD}</b>", f'--person "<b>{WORD}</b>"'))
    pilot.settle()
    yield "a view with values that are gone"
    store.edit(filter=type(wanted)())
    pilot.settle()
    _run(pilot, "views")
    yield "views"
    for menu in _popups():
        menu.close()
    _run(pilot, "palette")
    for typed in ("", WORD, f"detente --person <b>{WORD}</b>"):
        if window.palette_open is not None:
            window.palette_open.field.setText(typed)
            pilot.settle()
            yield f"palette {typed}"
    if window.palette_open is not None:
        window.palette_open.close()
    pilot.timeline.cluster_opened.emit([0, 1, 2, 3], pilot.timeline.mapToGlobal(QPoint(300, 200)))
    pilot.settle()
    yield "list of a cluster"
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for name in ("edit-views", "save-view", "about", "preferences", "shortcuts", "report", "search-help"):
        _run(pilot, name)
        yield name
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        if window.palette_open is not None:
            window.palette_open.close()
    _run(pilot, "recent")
    yield "recent"
    for menu in _popups():
        menu.close()
    exporter.open()
    yield "export of a picture"
    for name in ("csv", "html", "excel"):
        exporter.click(exporter.button(name))
        exporter.settle()
        yield f"export as {name}"
    exporter.dialog.reject()
    refuse(window, ExplorerError(said, said, said))
    yield "a message"
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    collection.failed.emit(ExplorerError(said, said, said))
    pilot.settle()
    yield "error card"


@pytest.mark.slow
def test_no_state_of_the_window_reads_data_as_markup(
    spoilt: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beacon: Path, opened: Opened | None
) -> None:
    walk, states = Walk(), list[str]()
    for state in _states(spoilt, Exporter(spoilt, tmp_path, monkeypatch), markup(beacon)):
        QApplication.processEvents()
        walk.everything(state)
        states.append(state)
    assert not walk.found, "\n".join(dict.fromkeys(walk.found))
    assert len({where.partition(":")[0] for where in walk.seen}) > 20
    assert len(states) > 40
    assert opened is None or opened.taken() == 0


def test_the_walk_finds_markup(beacon: Path) -> None:
    said = markup(beacon)
    assert is_read_as_markup(said)
    assert is_read_as_markup(f"Remove: {said}")
    assert not is_read_as_markup(f"plain\n{said}")
    action = QAction(said)
    assert is_read_as_markup(action.toolTip())


@pytest.mark.parametrize("name", ["x.html", "x.svg"])
def test_an_exported_page_or_picture_has_no_element_of_the_data(
    tmp_path: Path, beacon: Path, opened: Opened | None, name: str
) -> None:
    database, out = database_of_markup(tmp_path / "m.db", beacon), tmp_path / name
    words = [] if name == "x.html" else ["--title", markup(beacon), "--caption", markup(beacon), "--overview"]
    assert status("export", out, database, *words) == 0
    text = out.read_text(encoding="utf-8")
    assert f"&lt;b&gt;{WORD}" in text
    seen: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append(tag)
            assert not any(str(beacon) in (value or "") for key, value in attrs if key != "content"), tag

    Tags().feed(text)
    assert not {"img", "b", "a"} & set(seen)
    assert opened is None or opened.taken() == 0


def test_markdown_has_no_element_of_the_data(tmp_path: Path, beacon: Path) -> None:
    out = tmp_path / "x.md"
    assert status("export", out, database_of_markup(tmp_path / "m.db", beacon)) == 0
    text = out.read_text(encoding="utf-8")
    assert f"&lt;b&gt;{WORD}" in text
    assert "<" not in text.replace("<br>", "")
