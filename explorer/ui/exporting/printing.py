"""Prints the timeline: Qt's preview of the same scene that a file would have, composed for the paper."""

import contextlib
import sys
from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QMarginsF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget

from explorer.domain.errors import ExplorerError
from explorer.domain.figure import Figure
from explorer.domain.tongue import translate
from explorer.formats.writing import ExportError
from explorer.ui.exporting import remembering
from explorer.ui.exporting.proposals import caption_of, title_of
from explorer.ui.exporting.writing import refuse
from explorer.ui.figure.scene import blank_image
from explorer.ui.loader import Loader
from explorer.ui.room import open_at

if TYPE_CHECKING:
    from explorer.domain.provenance import Provenance
    from explorer.ui.figure.scene import Scene
    from explorer.ui.main_window import MainWindow

#: Dots to the inch that shapes are placed by; letters are drawn by the printer, as fine as it can.
_DPI: Final = 300
#: Dots to the inch of the preview: sharp at twice the size in which a sheet is first shown.
_SHOWN_DPI: Final = 200
#: Millimetres of the sheet that stay free; the picture has a margin of its own within.
_MARGIN: Final = 5.0
_TOPIC: Final = "print"


def preview_print(window: "MainWindow") -> None:
    """Open the preview, once it is known what the small print says."""
    if window.collection.match is None:
        return
    window.provenances.want(
        lambda provenance: PrintPreview(window, provenance).open(), lambda error: refuse(window, error)
    )


class PrintPreview(QPrintPreviewDialog):
    """The present view on paper; whatever paper is chosen, it is composed for that, as the preview says.

    Without a printer the dialog behind its Print button writes a PDF. `composed` comes with every scene, and
    when there can be none.
    """

    composed = Signal()

    def __init__(self, window: "MainWindow", provenance: "Provenance") -> None:
        # Qt's dialog does not keep it.
        self.paper = paper_for(provenance.collection or provenance.database)
        super().__init__(self.paper, window)
        self.setObjectName("printPreview")
        self.setWindowTitle(translate("Export", "Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._provenance = window, provenance
        self._asked: Figure | None = None
        self._scene: Scene | None = None
        self._image: QImage | None = None
        self._loader = Loader(self)
        self._is_whole = self._is_refused = self._is_printing = self._is_over = False
        self.paintRequested.connect(self._paint)
        window.collection.opened.connect(self.reject)
        open_at(self, 1100, 800)

    def done(self, result: int) -> None:
        """What is answered later finds nobody."""
        self._is_over = True
        self._window.composer.forget(_TOPIC)
        self._loader.stop()
        self.composed.emit()
        super().done(result)

    @property
    def is_drawing(self) -> bool:
        """True while the preview does not show yet how it will be printed."""
        return not (self._is_whole or self._is_refused) or self._loader.is_busy

    def _figure(self) -> Figure:
        """What was chosen for pictures last, on this paper and in dark ink."""
        window, layout = self._window, self.paper.pageLayout()
        room = layout.paintRect(QPageLayout.Unit.Millimeter)
        known = remembering.from_text(window.settings.choice("figure"), Figure())
        return replace(
            known,
            width=room.width(),
            height=room.height(),
            unit="mm",
            dpi=float(self.paper.resolution()),
            extent="visible",
            theme="light",
            title=title_of(window),
            caption=caption_of(window),
            text_scale=1.0,
            is_transparent=True,
            pages=1,
        )

    def _compose(self, figure: Figure) -> None:
        self._asked, self._scene, self._image = figure, None, None
        self._is_whole = self._is_refused = False
        self._loader.forget("paint")
        composer = self._window.composer
        composer.ask(_TOPIC, figure, self._provenance, self._take_whole, self._refuse, self._take)

    def _take_whole(self, scene: "Scene") -> None:
        self._is_whole = True
        self._take(scene)

    def _take(self, scene: "Scene") -> None:
        self._scene = scene
        self.composed.emit()
        self._loader.ask("paint", lambda: _painted(scene), self._take_image, self._refuse)

    def _take_image(self, image: QImage) -> None:
        self._image = image
        self._show()

    def _refuse(self, error: ExplorerError) -> None:
        self._is_refused, self._scene, self._image = True, None, None
        refuse(self, error)
        self.composed.emit()
        self._show()

    def _show(self) -> None:
        """Let the preview take what there is by now."""
        if not self._is_printing:
            for widget in self.findChildren(QPrintPreviewWidget):
                widget.updatePreview()

    def _paint(self, printer: QPrinter) -> None:
        """Put the view on the one sheet there is; in the preview, while there is none, that it is coming."""
        if (figure := self._figure()) != self._asked:
            self._compose(figure)
        if not _is_preview(printer):
            self._wait()
            if not self._is_whole:
                # A blank sheet would be a waste; why there is nothing has been said.
                return
        painter = QPainter()
        if not painter.begin(printer):
            words = translate("Export", "It could not be printed.")
            advice = translate("Export", "Look whether the printer or the file is ready.")
            refuse(self, ExportError(words, advice))
            return
        try:
            if _is_preview(printer):
                self._paint_preview(painter)
            elif self._scene is not None:
                painter.scale(*_within(painter.viewport(), self._scene))
                self._scene.paint(painter)
        finally:
            painter.end()

    def _paint_preview(self, painter: QPainter) -> None:
        room, scene, image = painter.viewport(), self._scene, self._image
        if scene is None or image is None:
            words = "" if self._is_refused else translate("Export", "Drawing the preview…")
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
            return
        painter.scale(*_within(room, scene))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, *scene.size), image)

    def _wait(self) -> None:
        """Let the window live, but take no keys and clicks, until the sheet for the printer is whole."""
        self._is_printing = True
        loop = QEventLoop()
        self.composed.connect(loop.quit)
        while not (self._is_whole or self._is_refused or self._is_over):
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._is_printing = False
        # The preview has missed it.
        QTimer.singleShot(0, self, self._show)


def _within(room: QRect, scene: "Scene") -> tuple[float, float]:
    """By how much a scene is made smaller: where a sheet is too low for its lanes, all of them are."""
    by = min(1.0, room.width() / scene.size[0], room.height() / scene.size[1])
    return by, by


def _painted(scene: "Scene") -> QImage:
    """What the preview shows: Qt paints a sheet anew for each frame, one of thousands of marks too slowly."""
    by = _SHOWN_DPI / scene.figure.dpi
    width, height = (max(1, round(side * by)) for side in scene.size)
    image = blank_image(width, height)
    with QPainter(image) as painter:
        painter.scale(width / scene.size[0], height / scene.size[1])
        scene.paint(painter)
    return image


def _is_preview(printer: QPrinter) -> bool:
    """Whether what is painted is only shown: Qt's preview keeps pages as pictures."""
    return printer.paintEngine().type() == QPaintEngine.Type.Picture


@contextlib.contextmanager
def _asking_no_printer() -> Generator[None]:
    """Qt finds no printers meanwhile: it would ask CUPS, over the network too, and wait for the answer.

    Once the user prints, its dialog asks. Windows and macOS know their printers without that.
    """
    paths = QCoreApplication.libraryPaths()
    if sys.platform not in {"win32", "darwin"}:
        QCoreApplication.setLibraryPaths([])
    try:
        yield
    finally:
        QCoreApplication.setLibraryPaths(paths)


def paper_for(name: str) -> QPrinter:
    """A sheet to be printed on, landscape, of no printer yet."""
    with _asking_no_printer():
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DPI)
    printer.setDocName(name)
    printer.setCreator("Détente")
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer
