"""Pictures are composed off the main thread: the window answers meanwhile, and only what is wanted comes."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.app import bundled, export_picture
from explorer.domain.errors import ExplorerError
from explorer.domain.figure import PRESETS, Figure
from explorer.domain.filter import EventFilter
from explorer.domain.provenance import Provenance
from explorer.domain.view_request import ViewRequest
from explorer.formats.writing import ExportError
from explorer.storage.connection import Cancelled
from explorer.ui.figure import composing
from explorer.ui.figure.composing import compose
from explorer.ui.figure.scene import Scene
from explorer.ui.figure.sight import sight_of
from explorer.ui.figure.writing import write_figure
from explorer.ui.main_window import MainWindow
from tests.patience import SECONDS
from tests.ui.exporter import Exporter
from tests.ui.pilot import Pilot
from tests.ui.printer import open_preview, print_into

Make = Callable[..., MainWindow]

VIEWS = (
    ViewRequest(),
    ViewRequest(lanes="person", collapse_gaps=True),
    ViewRequest(filter=EventFilter(search="letter"), dims=True),
    ViewRequest(claim="method"),
)


class Composed:
    """What is composed: on which threads, and how each ended. It goes on once the gate is open."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.threads: list[str] = []
        self.cancelled = 0

    def hold(self) -> None:
        """Let nothing go on that begins from now on, and count anew."""
        self.gate.clear()
        self.threads.clear()
        self.cancelled = 0


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Composed]:
    """Every picture that is composed."""
    seen, made = Composed(), composing.compose

    def noted(*args: Any, **named: Any) -> Scene:
        seen.threads.append(threading.current_thread().name)
        seen.gate.wait(SECONDS)
        try:
            return made(*args, **named)
        except Cancelled:
            seen.cancelled += 1
            raise

    monkeypatch.setattr(composing, "compose", noted)
    yield seen
    seen.gate.set()


@pytest.fixture
def exporter(pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exporter:
    """Someone who exports from a window on the bundled database."""
    return Exporter(pilot, tmp_path, monkeypatch)


def assert_aside(composed: Composed) -> None:
    assert composed.threads
    assert threading.main_thread().name not in composed.threads
    composed.threads.clear()


def test_nothing_is_composed_on_the_main_thread(exporter: Exporter, composed: Composed) -> None:
    pilot = exporter.pilot
    dialog = exporter.open("png")
    assert_aside(composed)
    exporter.click(dialog.picture.theme.buttons["dark"])
    exporter.settle()
    assert_aside(composed)
    assert exporter.save("picture.png").stat().st_size > 1000
    assert_aside(composed)
    QGuiApplication.clipboard().clear()
    exporter.activate()
    pilot.window.actions_by_name["copy-picture"].trigger()
    pilot.until(lambda: not pilot.window.exports.is_busy)
    assert not QGuiApplication.clipboard().image().isNull()
    assert_aside(composed)
    preview = open_preview(pilot)
    pilot.until(lambda: not preview.is_drawing)
    assert_aside(composed)
    preview.paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.paper.setOutputFileName(str(exporter.folder / "printed.pdf"))
    widget = preview.findChild(QPrintPreviewWidget)
    assert widget is not None
    widget.setPortraitOrientation()
    # The printer waits for what is composed for the paper turned.
    widget.print_()
    assert (exporter.folder / "printed.pdf").stat().st_size > 10_000
    assert_aside(composed)
    preview.reject()


def test_the_dialog_answers_and_says_that_it_draws(exporter: Exporter, composed: Composed) -> None:
    dialog = exporter.open("png")
    said, before = dialog.desk.summary.text(), dialog.desk.preview.image
    assert "of 110 events" in said
    composed.hold()
    exporter.click(dialog.picture.title)
    exporter.type("A title")
    exporter.pilot.until(lambda: dialog.desk.summary.text() == "Drawing the preview…")
    assert dialog.desk.preview.accessibleDescription() == "Drawing the preview…"
    assert dialog.desk.preview.image is before
    # It takes more, and shows the last of it.
    exporter.type("Another title")
    exporter.click(dialog.picture.theme.buttons["dark"])
    assert dialog.picture.title.text() == "Another title"
    exporter.pilot.qtbot.wait(300)
    assert dialog.is_drawing
    composed.gate.set()
    exporter.settle()
    after = dialog.desk.preview.image
    assert after is not None
    assert after.pixelColor(1, 1).lightness() < 60
    assert "of 110 events" in dialog.desk.summary.text()
    assert dialog.desk.preview.accessibleDescription() == ""


def test_a_picture_that_nobody_wants_any_more_is_given_up_and_never_shown(
    window: MainWindow, qtbot: QtBot, composed: Composed
) -> None:
    scenes, failures = list[Scene](), list[ExplorerError]()

    def ask(width: int, topic: str = "test") -> None:
        window.composer.ask(topic, Figure(width, 600), None, scenes.append, failures.append)

    composed.hold()
    ask(700)
    qtbot.waitUntil(lambda: bool(composed.threads))
    for width in (800, 900, 1000):
        ask(width)
    ask(1100, "another")
    composed.gate.set()
    qtbot.waitUntil(lambda: not window.composer.is_busy)
    assert [scene.figure.width for scene in scenes] == [1000, 1100]
    # The first had begun; of the others only the last was.
    assert (composed.cancelled, len(composed.threads)) == (1, 3)
    assert not failures


def test_what_cannot_be_composed_is_told_and_takes_the_place_of_what_was(
    exporter: Exporter, composed: Composed
) -> None:
    dialog = exporter.open("png")
    composed.hold()
    exporter.click(dialog.picture.width)
    exporter.type("1900")
    exporter.pilot.until(lambda: dialog.desk.summary.text() == "Drawing the preview…")
    exporter.pilot.window.store.edit(filter=EventFilter(search="zzzz"))
    exporter.pilot.settle()
    dialog.picture.changed.emit()
    composed.gate.set()
    exporter.settle()
    assert dialog.desk.preview.image is None
    assert "nothing to draw" in dialog.problem.text()
    assert not dialog.export_button.isEnabled()
    assert dialog.desk.summary.text() == ""


@pytest.mark.parametrize("end", ["dialog", "database", "window", "table"])
def test_whatever_ends_meanwhile_the_picture_finds_nobody(
    make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, composed: Composed,
    end: str,
) -> None:  # fmt: skip
    window = make_window()
    exporter = Exporter(Pilot(window, qtbot), tmp_path, monkeypatch)
    dialog = exporter.open("png")
    desk = dialog.desk
    composed.hold()
    exporter.click(dialog.picture.theme.buttons["dark"])
    qtbot.waitUntil(lambda: bool(composed.threads))
    if end == "dialog":
        exporter.key("Esc")
        assert not exporter.is_open
    elif end == "table":
        exporter.click(exporter.button("csv"))
        assert not desk.is_drawing
    elif end == "database":
        other = tmp_path / "other.db"
        other.write_bytes(bundled().read_bytes())
        window.open(other)
        qtbot.waitUntil(lambda: not exporter.is_open)
    else:
        threading.Timer(0.2, composed.gate.set).start()
        window.close()
        assert composed.cancelled == 1
        return
    composed.gate.set()
    qtbot.waitUntil(lambda: not window.composer.is_busy)
    assert composed.cancelled == 1
    exporter.pilot.settle()
    if end == "table":
        assert "of 110 events" in desk.summary.text()
        assert "pixels" not in desk.summary.text()
    else:
        # The next one is drawn as ever.
        exporter.open("png")
        assert exporter.dialog.desk.preview.image is not None


def test_an_export_is_given_up_while_it_is_composed(exporter: Exporter, composed: Composed) -> None:
    exporter.open("png")
    composed.hold()
    exporter.out = exporter.folder / "picture.png"
    exporter.key("Return")
    exporter.pilot.until(lambda: bool(composed.threads))
    exporter.activate()
    exporter.pilot.key("Esc")
    assert not exporter.pilot.window.exports.is_busy
    composed.gate.set()
    exporter.pilot.until(lambda: not exporter.pilot.window.composer.is_busy)
    exporter.pilot.settle()
    assert list(exporter.folder.iterdir()) == []


def test_the_preview_of_a_print_says_that_it_draws(pilot: Pilot, composed: Composed) -> None:
    composed.hold()
    preview = open_preview(pilot)
    widget = preview.findChild(QPrintPreviewWidget)
    assert widget is not None
    assert preview.is_drawing
    blank = widget.grab(widget.rect()).toImage()
    composed.gate.set()
    pilot.until(lambda: not preview.is_drawing)
    pilot.settle()
    assert _colours(blank) < _colours(widget.grab(widget.rect()).toImage())
    preview.reject()


def _colours(image: QImage) -> int:
    small = image.scaled(QSize(400, 300))
    return len({small.pixel(x, y) for x in range(400) for y in range(300)})


@pytest.mark.parametrize("request_", VIEWS, ids=("plain", "people", "dim", "claim"))
def test_composed_there_it_is_the_same_as_here(
    make_window: Make, qtbot: QtBot, provenance: Provenance, tmp_path: Path, request_: ViewRequest
) -> None:
    window = make_window(request=request_)
    preset = PRESETS[0]
    figure = Figure(
        preset.width, preset.height, preset.unit, preset.dpi, extent="all", has_overview=True, title="T"
    )
    scenes, failures = list[Scene](), list[ExplorerError]()
    window.composer.ask("test", figure, provenance, scenes.append, failures.append)
    qtbot.waitUntil(lambda: bool(scenes))
    here = compose(sight_of(window), figure, provenance)
    for kind in ("svg", "png"):
        written = list[bytes]()
        for scene in (here, scenes[0]):
            path = tmp_path / f"picture.{kind}"
            write_figure(path, scene, kind)
            written.append(path.read_bytes())
        assert written[0] == written[1]
    assert not failures


def test_a_scene_outlives_its_thread(window: MainWindow, qtbot: QtBot) -> None:
    scenes, failures = list[Scene](), list[ExplorerError]()
    window.composer.ask("test", Figure(900, 600), None, scenes.append, failures.append)
    qtbot.waitUntil(lambda: bool(scenes))
    window.composer.close()
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scenes[0].paint(painter)
    assert _colours(image) > 20
    assert not failures


@pytest.mark.parametrize(
    "error", [RuntimeError("astray"), ExportError("There is nothing to print.", "Wait.")]
)
def test_whoever_waits_for_a_picture_that_cannot_be_made_is_told(
    exporter: Exporter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: Exception
) -> None:
    pilot = exporter.pilot
    preview = open_preview(pilot)
    pilot.until(lambda: not preview.is_drawing)

    def fails(*_: Any, **__: Any) -> Scene:
        raise error

    monkeypatch.setattr(composing, "compose", fails)
    preview.paper.setPageOrientation(QPageLayout.Orientation.Portrait)
    out = tmp_path / "printed.pdf"
    with pilot.qtbot.captureExceptions() as raised:  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        print_into(preview, out)
    # A mistake of ours is reported as well, an expected refusal is not.
    assert [kind for kind, *_ in raised] == ([RuntimeError] if isinstance(error, RuntimeError) else [])
    box = preview.findChild(QMessageBox)
    assert box is not None
    box.reject()
    assert not out.exists()
    assert not pilot.window.composer.is_busy
    preview.reject()


def test_the_command_line_ends_where_a_picture_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fails(*_: Any, **__: Any) -> Scene:
        raise RuntimeError("astray")

    monkeypatch.setattr(composing, "compose", fails)
    out = tmp_path / "out.png"
    with qtbot.captureExceptions(), pytest.raises(ExplorerError, match="made a mistake"):
        export_picture(out, bundled(), ViewRequest(), Figure(), "png")
    assert not out.exists()
