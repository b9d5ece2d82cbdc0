"""Prints the timeline: Qt's preview of the same scene that a file would have, composed for the paper."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget

from explorer.domain.errors import ExplorerError
from explorer.domain.figure import Figure
from explorer.domain.tongue import translate
from explorer.formats.writing import ExportError
from explorer.storage.reading import read_titles
from explorer.ui.exporting import remembering
from explorer.ui.exporting.proposals import caption_of, title_of
from explorer.ui.exporting.writing import refuse

if TYPE_CHECKING:
    from explorer.domain.event import EventTitle
    from explorer.domain.provenance import Provenance
    from explorer.ui.main_window import MainWindow

#: Dots to the inch that shapes are placed by; letters are drawn by the printer, as fine as it can.
_DPI: Final = 300
#: Millimetres of the sheet that stay free; the picture has a margin of its own within.
_MARGIN: Final = 5.0
#: How often a sheet is composed again because titles have come.
_AGAIN: Final = 4


def preview_print(window: "MainWindow") -> None:
    """Open the preview, once it is known what the small print says."""
    if window.collection.match is None:
        return
    window.provenances.want(
        lambda provenance: PrintPreview(window, provenance).open(), lambda error: refuse(window, error)
    )


class PrintPreview(QPrintPreviewDialog):
    """The present view on paper; whatever paper is chosen, it is composed for that.

    Without a printer the dialog behind its Print button writes a PDF.
    """

    def __init__(self, window: "MainWindow", provenance: "Provenance") -> None:
        # Qt's dialog does not keep it.
        self.paper = _printer(provenance.collection or provenance.database)
        super().__init__(self.paper, window)
        self.setObjectName("printPreview")
        self.setWindowTitle(translate("Export", "Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._provenance = window, provenance
        self._titles: dict[int, EventTitle] = {}
        self._again = _AGAIN
        self._is_over = False
        self.paintRequested.connect(self._paint)
        window.collection.opened.connect(self.reject)
        self.resize(min(1100, window.width() - 40), min(800, window.height() - 40))

    def done(self, result: int) -> None:
        """What is answered later finds nobody."""
        self._is_over = True
        super().done(result)

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

    def _paint(self, printer: QPrinter) -> None:
        """Put the view on the one sheet there is."""
        from explorer.ui.figure.composing import compose

        try:
            scene = compose(self._window, self._figure(), self._provenance, self._titles)
            painter = QPainter()
            if not painter.begin(printer):
                raise ExportError(
                    translate("Export", "It could not be printed."),
                    translate("Export", "Look whether the printer or the file is ready."),
                )
        except ExplorerError as error:
            refuse(self, error)
            return
        try:
            room = painter.viewport()
            # Where a sheet is too low for its lanes, all of them are smaller.
            by = min(1.0, room.width() / scene.size[0], room.height() / scene.size[1])
            painter.scale(by, by)
            scene.paint(painter)
        finally:
            painter.end()
        self._want_titles(scene.unread)

    def _want_titles(self, unread: tuple[int, ...]) -> None:
        collection = self._window.collection
        if unread and self._again:
            self._again -= 1
            assert collection.index is not None
            ids: list[int] = collection.index.ids[list(unread)].tolist()
            collection.ask("printed titles", lambda one: read_titles(one, ids), self._read_on)

    def _read_on(self, titles: Mapping[int, "EventTitle"]) -> None:
        if self._is_over:
            return
        self._titles.update(titles)
        for widget in self.findChildren(QPrintPreviewWidget):
            widget.updatePreview()


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DPI)
    printer.setDocName(name)
    printer.setCreator("Détente")
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer
