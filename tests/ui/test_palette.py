"""The command palette, by keyboard alone: everything is in it, the best comes first, Enter does it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from explorer.domain.calendar import seconds_of
from explorer.domain.interval import Interval
from explorer.domain.named_views import NamedView
from explorer.ui.actions import LACKING, NEEDS, TABLE
from explorer.ui.searching.palette import Palette
from tests.ui.pilot import Pilot, focused


def _open(pilot: Pilot, typed: str = "") -> Palette:
    pilot.key("Ctrl+Shift+P")
    palette = pilot.window.palette_open
    assert palette is not None
    pilot.type(typed)
    return palette


def _texts(palette: Palette) -> list[str]:
    return [choice.text for choice in palette.rows.rows]


def test_every_action_is_in_it_with_its_keys(pilot: Pilot) -> None:
    rows = {choice.name: choice for choice in _open(pilot).rows.rows}
    for entry in TABLE:
        if entry.name != "palette":
            assert rows[entry.name].text == entry.text
            assert len(rows[entry.name].keys) == len(entry.keys)


def test_what_is_needed_is_known(pilot: Pilot) -> None:
    assert set(NEEDS) <= {entry.name for entry in TABLE}
    assert set(NEEDS.values()) == set(LACKING)
    assert [need for need in LACKING if pilot.window.commands.has(need)] == ["database", "event", "matches"]


def test_letters_find_a_command_and_enter_runs_it(pilot: Pilot) -> None:
    palette = _open(pilot, "clps")
    assert _texts(palette)[0] == "Collapse gaps"
    pilot.key("Return")
    assert pilot.window.store.state.collapse_gaps
    assert pilot.window.palette_open is None
    assert focused() is pilot.timeline


def test_plain_letters_are_typed_not_taken_for_shortcuts(pilot: Pilot) -> None:
    before = pilot.window.store.state
    palette = _open(pilot, "g0f?,v")
    assert palette.field.text() == "g0f?,v"
    assert palette.nothing.isVisible()
    assert pilot.window.store.state == before


def test_arrows_go_round_and_esc_leaves_everything(pilot: Pilot) -> None:
    before = pilot.window.store.state
    palette = _open(pilot, "zoom")
    assert palette.list.currentIndex().row() == 0
    pilot.key("Up")
    assert palette.list.currentIndex().row() == len(palette.rows.rows) - 1
    pilot.key("Down")
    pilot.key("Tab")
    assert palette.list.currentIndex().row() == 1
    pilot.key("Esc")
    assert pilot.window.palette_open is None
    assert focused() is pilot.timeline
    assert pilot.window.store.state == before


def test_what_cannot_be_had_says_why_and_does_nothing(pilot: Pilot) -> None:
    palette = _open(pilot, "clear filters")
    assert (palette.rows.rows[0].name, palette.rows.rows[0].why_not) == ("clear", "Nothing is filtered")
    pilot.key("Return")
    assert pilot.window.palette_open is palette


def test_what_was_used_last_comes_first(pilot: Pilot) -> None:
    for typed in ("fit all", "collapse"):
        _open(pilot, typed)
        pilot.key("Return")
    palette = _open(pilot)
    assert _texts(palette)[:2] == ["Collapse gaps", "Fit all"]
    assert palette.rows.heading(0) == "Recently used"
    assert palette.rows.heading(1) == ""
    assert palette.rows.heading(2) == "File"
    assert len(set(_texts(palette))) == len(_texts(palette))


def test_a_value_is_filtered_to_and_a_saved_view_opened(pilot: Pilot) -> None:
    _open(pilot, "erdogan")
    pilot.key("Return")
    pilot.settle()
    chosen = dict(pilot.window.store.state.filter.chosen)
    assert chosen in ({"relationship": {"Trump–Erdogan"}}, {"person": {"Recep Tayyip Erdoğan"}})
    pilot.window.views.save(NamedView("Everything about oil", '--relationship "Oil price war"'))
    palette = _open(pilot, "evoil")
    assert _texts(palette)[0] == "Everything about oil"
    pilot.key("Return")
    pilot.settle()
    assert pilot.window.store.state.filter.chosen_in("relationship") == {"Oil 2020"}


def test_lanes_and_preferences_are_in_it(pilot: Pilot) -> None:
    _open(pilot, "lanes by kind")
    pilot.key("Return")
    assert pilot.window.store.state.lanes == "kind"
    _open(pilot, "theme dark")
    pilot.key("Return")
    assert pilot.window.theme.name == "dark"
    assert pilot.window.settings.theme == "dark"


def test_a_line_of_a_view_is_opened(pilot: Pilot) -> None:
    QApplication.clipboard().setText("detente --window 2018/2019 \n --kind letter")
    pilot.key("Ctrl+Shift+V")
    palette = pilot.window.palette_open
    assert palette is not None
    assert _texts(palette) == ["Open this view"]
    pilot.key("Return")
    pilot.settle()
    assert pilot.span == Interval(seconds_of(2018), seconds_of(2020))
    assert pilot.window.store.state.filter.chosen_in("kind") == {"letter"}


def test_a_line_that_is_off_is_explained(pilot: Pilot) -> None:
    palette = _open(pilot, "detente --colour red")
    assert "--colour" in _texts(palette)[0]
    pilot.key("Return")
    assert pilot.window.palette_open is palette


def test_the_mouse_chooses_and_a_click_beside_it_closes(pilot: Pilot) -> None:
    palette = _open(pilot, "fit all")
    pilot.window.store.edit(window=Interval(0, 10))
    at = palette.list.visualRect(palette.rows.index(0)).center()
    pilot.click(at, widget=palette.list.viewport())
    assert pilot.window.palette_open is None
    assert pilot.span != Interval(0, 10)
    palette = _open(pilot)
    pilot.click(QPoint(5, 300), widget=palette)
    assert pilot.window.palette_open is None


def test_it_closes_when_the_keyboard_goes_elsewhere(pilot: Pilot) -> None:
    _open(pilot)
    pilot.key("Ctrl+F")
    assert pilot.window.palette_open is None
    assert isinstance(focused(), QLineEdit)
    assert focused() is pilot.window.toolbar.search


def test_a_screen_reader_finds_names_in_it(pilot: Pilot) -> None:
    palette = _open(pilot, "fit all")
    field = QAccessible.queryAccessibleInterface(palette.field)
    assert field is not None
    assert field.text(QAccessible.Text.Name) == "Command"
    row = palette.rows.index(0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Fit all, 0, Ctrl+0, View"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn_at_the_top_in_the_middle(theme: str, pilot: Pilot) -> None:
    pilot.window.theme_picked.emit(theme)
    palette = _open(pilot, "kim")
    card = palette.card.geometry()
    assert abs(card.center().x() - pilot.window.width() // 2) <= 1
    assert card.top() < 100
    picture = pilot.window.grab().toImage()
    wanted = pilot.window.theme.colour("control")
    assert picture.pixelColor(card.left() + 20, card.bottom() - 5).name() == wanted.name()
