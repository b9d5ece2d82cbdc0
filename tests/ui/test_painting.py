"""What is painted is what Marks says, in both themes, crisp at any scale."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.domain.figure import Figure
from explorer.domain.view_request import ViewRequest
from explorer.layout.marks import Mark
from explorer.layout.packing import Side
from explorer.ui.figure.composing import compose
from explorer.ui.figure.sight import sight_of
from explorer.ui.main_window import MainWindow
from explorer.ui.theme import DARK, LIGHT, Theme, softened
from explorer.ui.timeline import labels
from explorer.ui.timeline.frame import AXIS
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]
Pixels = npt.NDArray[np.uint8]


def _pixels(image: QImage) -> Pixels:
    """Height × width × (red, green, blue)."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), :3].copy()


def _timeline(window: MainWindow) -> Pixels:
    return _pixels(window.timeline.viewport().grab().toImage())


def _has(pixels: Pixels, colour: QColor, near: int = 6) -> bool:
    wanted = np.array([colour.red(), colour.green(), colour.blue()])
    return bool((np.abs(pixels.astype(int) - wanted).max(axis=2) <= near).any())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_mark_is_painted_in_its_colour_and_place(make_window: Make, qtbot: QtBot, theme: str) -> None:
    window = make_window(theme=theme)
    pilot = Pilot(window, qtbot)
    picture = _timeline(window)
    looked = 0
    for mark in pilot.marks():
        at = pilot.at(mark)
        if not (window.timeline.header + 8 < at.x() < picture.shape[1] - 8 and at.y() < picture.shape[0] - 8):
            continue
        look = window.timeline.looks.event(mark.row)
        colour = softened(look.colour, window.theme) if look.is_context else look.colour
        assert _has(picture[at.y() - 7 : at.y() + 8, at.x() - 7 : at.x() + 8], colour), look.label
        looked += 1
    assert looked > 40


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_grounds_are_the_themes(make_window: Make, theme: str) -> None:
    window = make_window(theme=theme)
    picture = _pixels(window.grab().toImage())
    height, width = picture.shape[:2]
    for role, x, y in (("side", 600, 3), ("side", 4, height - 4), ("ground", width - 24, height - 4)):
        colour = window.theme.colour(role)
        assert tuple(picture[y, x]) == (colour.red(), colour.green(), colour.blue()), (role, x, y)


def test_the_selected_mark_has_its_ring(pilot: Pilot) -> None:
    mark = next(mark for mark in pilot.marks() if mark.row == pilot.row)
    at, accent = pilot.at(mark), pilot.window.theme.colour("accent")
    around = _timeline(pilot.window)[at.y() - 13 : at.y() + 14, at.x() - 13 : at.x() + 14]
    assert _has(around, accent)
    pilot.window.store.edit(selection=None)
    around = _timeline(pilot.window)[at.y() - 13 : at.y() + 14, at.x() - 13 : at.x() + 14]
    assert not _has(around, accent)


def _label_box(pilot: Pilot, mark: Mark) -> tuple[slice, slice]:
    at = pilot.at(mark)
    x = round(mark.label_x + pilot.timeline.header)
    return slice(at.y() - 9, at.y() + 10), slice(x, x + round(mark.label_width))


def test_every_label_in_view_is_painted_in_the_text_colour(pilot: Pilot) -> None:
    picture, text = _timeline(pilot.window), pilot.window.theme.colour("text")
    labelled = [mark for mark in pilot.marks() if mark.side is not Side.NONE]
    for mark in labelled:
        rows, columns = _label_box(pilot, mark)
        if columns.start > pilot.timeline.header + 4 and columns.stop < picture.shape[1] - 4:
            assert _has(picture[rows, columns], text, 40), pilot.window.collection.title_of(mark.row)
    assert len(labelled) > 25


@pytest.mark.parametrize("lanes", ["relationship", "kind", "person"])
def test_a_picture_of_everything_holds_every_lane_at_any_height(make_window: Make, lanes: str) -> None:
    window = make_window(request=ViewRequest(lanes=lanes))
    collection = window.collection
    assert collection.lanes is not None and collection.extent is not None  # noqa: PT018
    scene = compose(sight_of(window), Figure(1440, 300, extent="all"), None)
    assert [lane.lane for lane in scene.frames[0].marks] == list(collection.lanes.shown())
    assert scene.size[1] >= AXIS + sum(lane.height for lane in scene.frames[0].marks)


NARROW = ["1941", "2018-07-16", "2018-07-16/2018-07-17", "1941/2020", "-13800000000/2020", "1500/2500"]


@pytest.mark.parametrize("span", NARROW)
@pytest.mark.parametrize("lanes", ["relationship", "kind", "person", "place"])
def test_any_window_and_any_lanes_are_painted(make_window: Make, span: str, lanes: str) -> None:
    text = "Y-13800000000/2020" if span.startswith("-138") else span
    window = make_window(size=(1024, 700), request=ViewRequest(window=text, lanes=lanes))
    picture = _timeline(window)
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 10
    for key in (0.001, 1e6):
        window.timeline.zoom(key)
        _timeline(window)


def test_a_tiny_window_is_painted(make_window: Make) -> None:
    window = make_window(size=(760, 480))
    assert _timeline(window).shape[1] >= 300


class _Counting(QFontMetricsF):
    """Measures as ever, and remembers how many letters it was asked about."""

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self.lengths: list[int] = []

    def horizontalAdvance(self, text: str) -> float:  # type: ignore[override] - as Labels asks
        self.lengths.append(len(text))
        return super().horizontalAdvance(text)

    def elidedText(self, text: str, mode: Qt.TextElideMode, width: float) -> str:  # type: ignore[override] - as Labels asks
        self.lengths.append(len(text))
        return super().elidedText(text, mode, width)


def test_a_title_of_a_megabyte_is_measured_and_cut_at_once_and_not_all_are_remembered(qapp: object) -> None:
    made = labels.Labels(QFont())
    made.metrics = measured = _Counting(made.font)
    assert made.elided("word " * 200_000, 120.0).endswith("…")
    assert 0 < max(measured.lengths) <= labels._LONGEST  # pyright: ignore[reportPrivateUsage]
    for number in range(labels._MEASURED + 10):  # pyright: ignore[reportPrivateUsage]
        made.width(str(number))
    assert len(made._widths) <= labels._MEASURED  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("role", ["text", "text_soft"])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_label_looks_the_same_when_its_pixmap_has_come(
    qapp: object, theme: Theme, role: str, ratio: float
) -> None:
    fonts = labels.Fonts(QFont("Sans Serif", 10))

    def drawn() -> npt.NDArray[np.int64]:
        image = QImage(400, 60, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(theme.colour("ground"))
        with QPainter(image) as painter:
            fonts.begin(ratio)
            fonts.label.draw(painter, 8.3, 14.0, "Geneva, 1985: Reagan–Gorbachev", theme.colour(role))
        return np.frombuffer(image.constBits(), np.uint8).astype(np.int64)

    as_text = drawn()
    assert fonts.are_due
    fonts.prepare()
    as_pixmap = drawn()
    assert not fonts.are_due
    assert np.ptp(as_text) > 100
    assert np.abs(as_text - as_pixmap).max() <= 1


def test_passing_texts_take_no_pixmap(qapp: object) -> None:
    fonts = labels.Fonts(QFont())
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        fonts.begin(1.0)
        fonts.small.draw(painter, 4, 20, "3,417 earlier", QColor("black"), is_passing=True)
        assert not fonts.are_due
