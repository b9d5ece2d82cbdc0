"""The export dialog shows what will be written, writes every kind of file, remembers, refuses in words."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.domain.figure import PRESETS
from explorer.domain.filter import EventFilter
from explorer.domain.view_request import ViewRequest
from explorer.formats import FORMATS, Format
from explorer.formats.restoring import provenance_in, sidecar_of
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.exporting.dialog import ExportDialog
from explorer.ui.main_window import MainWindow
from tests.ui.exporter import Exporter
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]

PICTURES = [one.name for one in FORMATS if one.kind == "picture"]
TABLES = [one.name for one in FORMATS if one.kind == "table"]


@pytest.fixture
def exporter(pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exporter:
    """Someone who exports from a window on the bundled database."""
    return Exporter(pilot, tmp_path, monkeypatch)


@pytest.mark.parametrize("wanted", FORMATS, ids=lambda one: one.name)
def test_every_kind_of_file_is_written_and_says_what_it_is_of(exporter: Exporter, wanted: Format) -> None:
    exporter.pilot.search("Khashoggi")
    dialog = exporter.open(wanted.name)
    assert (
        f"{exporter.pilot.matching} of 110 events" in dialog.desk.summary.text() or wanted.kind == "picture"
    )
    out = exporter.save(f"out{wanted.endings[0]}")
    assert not exporter.is_open
    assert out.stat().st_size > 300
    said = exporter.pilot.window.status.counts.text()
    assert out.name in said
    if wanted.kind == "table":
        assert f"Wrote {exporter.pilot.matching} events" in said
    if wanted.name in {"png", "jsonl"}:
        found = provenance_in(out)
        assert (found.matching, found.events) == (exporter.pilot.matching, 110)
        assert "--search Khashoggi" in found.view
    if wanted.name == "csv":
        with out.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert len(rows) == exporter.pilot.matching > 1
        assert [row["earliest"] for row in rows] == sorted(row["earliest"] for row in rows)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_shown_small_as_it_will_be(exporter: Exporter, name: str) -> None:
    dialog = exporter.open(name)
    image = dialog.desk.preview.image
    assert image is not None
    width, height = dialog.picture.figure(dialog.chosen).pixels
    assert image.width() / image.height() == pytest.approx(width / height, rel=0.5)
    colours = Counter(
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )
    assert len(colours) > 20
    assert re.search(r"\d of 110 events · [\d,]+ × [\d,]+ pixels", dialog.desk.summary.text())
    exporter.click(dialog.picture.theme.buttons["dark"])
    exporter.settle()
    dark = dialog.desk.preview.image
    assert dark is not None
    assert dark.pixelColor(1, 1).lightness() < 60 < image.pixelColor(1, 1).lightness()


def test_the_picture_that_is_written_is_the_one_shown(exporter: Exporter) -> None:
    dialog = exporter.open("png")
    exporter.click(dialog.picture.title)
    exporter.type("A title of my own")
    exporter.settle()
    shown = dialog.desk.preview.image
    assert shown is not None
    shown = shown.copy()
    written = QImage(str(exporter.save("picture.png")))
    small = written.scaled(
        shown.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    apart = 0
    for x in range(0, shown.width(), 5):
        for y in range(0, shown.height(), 5):
            apart += abs(shown.pixelColor(x, y).lightness() - small.pixelColor(x, y).lightness())
    assert apart / (shown.width() * shown.height() / 25) < 6


def test_the_rows_shown_are_the_first_of_the_table(exporter: Exporter) -> None:
    dialog = exporter.open("csv")
    rows = dialog.desk.rows
    model = rows.model()
    header = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(rows.columnCount())]
    shown = [[model.index(row, place).data() for place in range(rows.columnCount())] for row in range(20)]
    with exporter.save("events.csv").open(encoding="utf-8", newline="") as stream:
        written = list(csv.reader(stream))
    assert header == written[0]
    for cells, texts in zip(shown, written[1:], strict=False):
        for cell, text in zip(cells, texts, strict=True):
            assert " ".join(text.split()).startswith(cell.removesuffix("…"))


@pytest.mark.parametrize("extent", ["visible", "all", "dates"])
def test_an_extent_is_counted_shown_and_written(exporter: Exporter, extent: str) -> None:
    dialog = exporter.open("csv")
    exporter.click(dialog.table.extent.choice.buttons[extent])
    if extent == "dates":
        for field, text in ((dialog.table.extent.first, "2018"), (dialog.table.extent.last, "2018-06")):
            exporter.click(field)
            exporter.type(text)
        assert dialog.table.extent.said.text() == "From the start of 2018 to the end of June 2018"
    exporter.settle()
    counted = int(dialog.desk.summary.text().split()[0])
    out = exporter.save("events.csv")
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == counted
    assert (counted == 110) == (extent == "all")
    if extent == "dates":
        assert all(row["latest"] >= "2018-01-01" and row["earliest"] <= "2018-06-30" for row in rows)


def test_the_table_is_in_the_order_that_the_window_shows(exporter: Exporter) -> None:
    pilot = exporter.pilot
    pilot.window.store.edit(is_table=True, sorted_by="-title")
    pilot.until(lambda: not pilot.window.stage.is_busy and pilot.window.stage.table is not None)
    exporter.open("csv")
    with exporter.save("events.csv").open(encoding="utf-8", newline="") as stream:
        titles = [row["title"] for row in csv.DictReader(stream)]
    table = pilot.window.stage.table
    assert table is not None
    index = pilot.window.collection.index
    assert index is not None
    known = pilot.window.collection.titles
    assert titles == [known[int(index.ids[row])].title for row in table.events.order]


def test_what_does_not_apply_is_not_shown(exporter: Exporter) -> None:
    dialog = exporter.open("png")
    picture, table = dialog.picture, dialog.table
    assert picture.width.isVisible()
    assert not table.columns.isVisible()
    assert picture.pages.isVisible() == (dialog.chosen.name == "pdf")
    exporter.click(exporter.button("csv"))
    assert not picture.width.isVisible()
    assert all(one.isVisible() for one in (table.columns, table.separator, table.safe, table.bom))
    exporter.click(exporter.button("jsonl"))
    assert not any(one.isVisible() for one in (table.columns, table.separator, table.safe, table.sidecar))
    assert table.notes.isVisible()


def test_what_was_chosen_is_there_the_next_time(
    make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    exporter = Exporter(Pilot(make_window(settings=settings), qtbot), tmp_path, monkeypatch)
    dialog = exporter.open("png")
    slide = dialog.picture.size.findText("Slide 16:9")
    dialog.picture.size.setCurrentIndex(slide)
    dialog.picture.size.activated.emit(slide)
    exporter.click(dialog.picture.switches["has_legend"])
    exporter.click(dialog.picture.theme.buttons["dark"])
    exporter.click(dialog.picture.title)
    exporter.type("Not for the next one")
    exporter.save("first.png")
    dialog = exporter.open("csv")
    exporter.click(dialog.table.none_button)
    dialog.table.columns.setCurrentRow(1)
    dialog.table.columns.setFocus()
    exporter.key("Space")
    exporter.click(dialog.table.bom)
    exporter.click(dialog.table.sidecar)
    assert exporter.save("zero.csv").read_bytes().startswith("\ufefftitle\r\n".encode())
    dialog = exporter.open("csv")
    dialog.table.line_ends.setFocus()
    exporter.key("Down")
    first = exporter.save("first.csv")
    assert first.read_bytes().startswith("\ufefftitle\n".encode())
    assert sidecar_of(first).exists()
    exporter.pilot.window.close()

    again = Exporter(Pilot(make_window(settings=settings), qtbot), tmp_path, monkeypatch)
    dialog = again.open()
    assert dialog.chosen.name == "csv"
    assert dialog.table.bom.isChecked()
    assert dialog.table.line_ends.currentData() == "\n"
    assert again.save("second.csv").read_bytes() == first.read_bytes()
    assert Path(again.proposed[-1]).parent == tmp_path
    dialog = again.open("png")
    figure = dialog.picture.figure(dialog.chosen)
    preset = next(one for one in PRESETS if one.name == "slide")
    size = (preset.width, preset.height, preset.text_scale, "dark")
    assert (figure.width, figure.height, figure.text_scale, figure.theme) == size
    assert not figure.has_legend
    assert figure.title == "Personal diplomacy, 2017–2020"
    assert dialog.picture.size.currentText() == "Slide 16:9"


@pytest.mark.parametrize(
    "odd",
    [
        '{"width": "wide", "theme": "pink", "pages": -3, "dpi": 1e999}',
        "nonsense",
        "[1]",
        '{"format": "docx"}',
    ],
)
def test_odd_settings_are_no_reason_not_to_open(
    make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: str
) -> None:
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    for name in ("figure", "table", "export"):
        settings.keep_choice(name, odd)
    exporter = Exporter(Pilot(make_window(settings=settings), qtbot), tmp_path, monkeypatch)
    dialog = exporter.open()
    assert dialog.export_button.isEnabled()
    assert exporter.save("out.png").stat().st_size > 1000


# Errors --------------------------------------------------------------------------------------------


def test_dates_that_cannot_be_read_are_told_and_not_exported(exporter: Exporter) -> None:
    dialog = exporter.open("png")
    extent = dialog.picture.extent
    exporter.click(extent.choice.buttons["dates"])
    assert extent.first.text() == "2017-01-01"
    exporter.click(extent.first)
    exporter.type("2018-13")
    assert "month 13" in extent.said.text()
    assert not dialog.export_button.isEnabled()
    assert "month 13" in dialog.problem.text()
    assert "month 13" in dialog.export_button.toolTip()
    exporter.key("Return")
    assert exporter.proposed == []
    exporter.type("2019")
    exporter.click(extent.last)
    exporter.type("2018")
    assert not dialog.export_button.isEnabled()
    exporter.type("")
    exporter.key("Delete")
    assert dialog.export_button.isEnabled()
    exporter.click(extent.first)
    exporter.key("Ctrl+A")
    exporter.key("Delete")
    assert dialog.problem.text() == "The span has no date."
    exporter.key("Esc")
    assert not exporter.is_open


def test_a_picture_that_is_too_large_is_refused_before_it_is_made(exporter: Exporter) -> None:
    dialog = exporter.open("png")
    exporter.click(dialog.picture.width)
    exporter.type("90000")
    exporter.pilot.until(lambda: not dialog.export_button.isEnabled())
    assert "too large" in dialog.problem.text()
    exporter.type("1200")
    exporter.pilot.until(dialog.export_button.isEnabled)
    assert dialog.problem.text() == ""


def test_a_table_without_columns_is_refused(exporter: Exporter) -> None:
    dialog = exporter.open("csv")
    exporter.click(dialog.table.none_button)
    assert dialog.problem.text() == "The table has no column. Choose one or more."
    assert not dialog.export_button.isEnabled()
    exporter.click(dialog.table.usual_button)
    assert dialog.export_button.isEnabled()


def test_where_nothing_matches_a_picture_is_refused(
    make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(request=ViewRequest(filter=EventFilter(search="zzzz")))
    exporter = Exporter(Pilot(window, qtbot), tmp_path, monkeypatch)
    dialog = exporter.open("png")
    assert "nothing to draw" in dialog.problem.text()
    assert not dialog.export_button.isEnabled()
    exporter.click(exporter.button("csv"))
    exporter.settle()
    assert dialog.export_button.isEnabled()
    assert exporter.save("none.csv").read_text(encoding="utf-8").startswith("id,title,")


def test_a_name_without_an_ending_gets_it_and_an_older_file_is_asked_about(exporter: Exporter) -> None:
    exporter.open("png")
    (exporter.folder / "taken.png").write_text("older")
    exporter.answers = [str(exporter.folder / "taken"), ""]
    exporter.key("Return")
    assert exporter.proposed[1] == str(exporter.folder / "taken.png")
    assert exporter.is_open
    assert (exporter.folder / "taken.png").read_text() == "older"
    exporter.save("free")
    assert (exporter.folder / "free.png").stat().st_size > 1000
    assert not (exporter.folder / "free").exists()


def test_the_name_proposed_says_what_is_exported(exporter: Exporter) -> None:
    exporter.pilot.search('Kim: "a/b"')
    exporter.open("csv")
    exporter.answers = [""]
    exporter.key("Return")
    name = Path(exporter.proposed[0]).name
    assert name.startswith("Personal diplomacy, 1941–2020, ")
    assert name.endswith(".csv")
    assert not set(name) & set('<>:"/\\|?*')


# Keyboard and assistive technology ------------------------------------------------------------------


def _controls(dialog: ExportDialog) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QAbstractSpinBox, QComboBox, QListWidget)
    return [
        one
        for kind in kinds
        for one in dialog.findChildren(kind)
        if one.isVisible()
        and one.objectName() != "qt_spinbox_lineedit"
        and not isinstance(one.parent(), QComboBox)
    ]


@pytest.mark.parametrize("wanted", FORMATS, ids=lambda one: one.name)
def test_every_control_has_a_name_a_tooltip_and_the_keyboard(exporter: Exporter, wanted: Format) -> None:
    dialog = exporter.open(wanted.name)
    controls = _controls(dialog)
    assert len(controls) > 8
    for one in controls:
        assert one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()), one
        assert one.toolTip() or one.parent() is dialog.buttons, one
    seen: set[QWidget] = set()
    for _ in range(120):
        focused = exporter.focused()
        assert focused is not None
        seen.add(focused)
        exporter.key("Tab")
    reached = {one for one in controls if one.isEnabled()} - seen
    # Within a choice, the arrow keys go from one value to the next.
    reached = {one for one in reached if not (isinstance(one, QAbstractButton) and one.isCheckable())}
    assert reached == set()


@pytest.mark.parametrize("wanted", FORMATS, ids=lambda one: one.name)
def test_no_two_controls_share_a_letter(exporter: Exporter, wanted: Format) -> None:
    dialog = exporter.open(wanted.name)
    texts = [
        one.text()
        for kind in (QLabel, QAbstractButton)
        for one in dialog.findChildren(kind)
        if one.isVisible()
    ]
    letters = Counter(found[1].lower() for text in texts if (found := re.search("&([^&])", text)))
    assert len(letters) >= 6
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_a_picture_is_exported_with_the_keyboard_alone(exporter: Exporter) -> None:
    dialog = exporter.open("csv")
    exporter.key("Alt+P")
    assert exporter.focused() is exporter.button("png")
    exporter.key("Space")
    exporter.settle()
    assert dialog.chosen.name == "png"
    exporter.key("Alt+X")
    exporter.key("Right")
    assert dialog.picture.extent.value == "all"
    exporter.key("Alt+I")
    exporter.type("From the keyboard")
    exporter.key("Alt+L")
    exporter.pilot.until(lambda: not dialog.picture.switches["has_legend"].isChecked())
    out = exporter.save("keys.png")
    assert not QImage(str(out)).isNull()


def test_the_wheel_scrolls_the_controls_and_changes_none(exporter: Exporter) -> None:
    dialog = exporter.open("png")
    before = dialog.picture.figure(dialog.chosen)
    for field in (dialog.picture.width, dialog.picture.dpi, dialog.picture.text, dialog.picture.size):
        place = field.mapTo(dialog, field.rect().center())
        exporter.wheel(place)
    assert dialog.picture.figure(dialog.chosen) == before


# The reader's own, and other windows ------------------------------------------------------------------


def test_stars_and_notes_are_in_it_only_when_asked_for(exporter: Exporter) -> None:
    dialog = exporter.open("csv")
    assert not dialog.table.notes.isChecked()
    usual = exporter.save("usual.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert "star" not in usual
    assert "commentary" in usual
    exporter.activate()
    exporter.pilot.key("M")
    dialog = exporter.open("csv")
    assert not dialog.table.commentary.isChecked()
    exporter.click(dialog.table.notes)
    other = exporter.save("other.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert other[-2:] == ["star", "note"]
    assert {"basis", "paragraphs", "claims", "commentary"}.isdisjoint(other)


def test_another_database_ends_the_dialog(exporter: Exporter, tmp_path: Path) -> None:
    exporter.open("png")
    other = tmp_path / "other.db"
    other.write_bytes(bundled().read_bytes())
    exporter.pilot.window.open(other)
    exporter.pilot.until(lambda: not exporter.is_open)


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
@pytest.mark.parametrize("points", [9, 18])
def test_nothing_is_cut_at_any_size(
    qapp: QApplication, make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int], points: int,
) -> None:  # fmt: skip
    usual = QApplication.font()
    font = QApplication.font()
    font.setPointSize(points)
    QApplication.setFont(font)
    try:
        exporter = Exporter(Pilot(make_window(size=size), qtbot), tmp_path, monkeypatch)
        for name in ("png", "csv"):
            dialog = exporter.open(name) if not exporter.is_open else exporter.dialog
            exporter.click(exporter.button(name))
            exporter.settle()
            assert dialog.width() <= size[0]
            assert dialog.height() <= size[1]
            assert dialog.form.width() <= dialog.controls.viewport().width()
            for one in _controls(dialog):
                if isinstance(one, QAbstractButton | QCheckBox) and dialog.form.isAncestorOf(one):
                    assert one.width() >= one.sizeHint().width() - 1, one.text()
                    right = one.mapTo(dialog.form, one.rect().topRight()).x()
                    assert right < dialog.form.width(), one.text()
            assert dialog.desk.preview.width() >= 200 or dialog.desk.rows.width() >= 200
    finally:
        QApplication.setFont(usual)


def test_a_proposed_title_names_the_years_that_are_drawn(exporter: Exporter) -> None:
    dialog = exporter.open("png")
    picture = dialog.picture
    assert picture.title.text() == "Personal diplomacy, 2017–2020"
    exporter.click(picture.extent.choice.buttons["all"])
    assert picture.title.text() == "Personal diplomacy, 1941–2020"
    exporter.click(picture.extent.choice.buttons["dates"])
    for field, date in ((picture.extent.first, "1985"), (picture.extent.last, "1991")):
        exporter.click(field)
        exporter.key("Ctrl+A")
        exporter.type(date)
    assert picture.title.text() == "Personal diplomacy, 1985–1991"
    exporter.click(picture.title)
    exporter.key("Ctrl+A")
    exporter.type("Mine of 1941-2020")
    exporter.click(picture.extent.choice.buttons["visible"])
    assert picture.title.text() == "Mine of 1941-2020"
