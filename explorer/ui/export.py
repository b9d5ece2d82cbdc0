"""The window's exports: the timeline as a PNG picture, the matching events as a CSV table."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMessageBox

from explorer.domain.errors import ExplorerError
from explorer.formats.writing import ExportError, write_whole

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explorer.ui.main_window import MainWindow


def timeline_picture(window: "MainWindow", scale: float, title: str = "") -> QImage:
    """The timeline as it stands in the window, `scale` device pixels for each of its pixels, under a title.

    Hover, focus and keyboard marks are left out.
    """
    timeline = window.timeline
    head = 40 if title else 0
    size = timeline.viewport().size()
    image = QImage(
        round(size.width() * scale),
        round((size.height() + head) * scale),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    if image.isNull():
        raise ExportError("The picture is too large for this machine's memory.", "Choose a smaller size.")
    image.setDevicePixelRatio(scale)
    image.fill(window.theme.colour("ground"))
    with QPainter(image) as painter:
        if title:
            font = timeline.fonts.year
            font.draw(
                painter, 15, head / 2, font.elided(title, size.width() - 30), window.theme.colour("text")
            )
            painter.translate(0, head)
        painter.setClipRect(QRectF(0, 0, size.width(), size.height()))
        timeline.paint_still(painter)
    return image


def save_picture(image: QImage, path: Path) -> None:
    """Write a picture as PNG, whole or not at all. Raises ExportError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 80):  # type: ignore[call-overload] - the stubs lack the device overload
        raise ExportError("The picture could not be encoded.", "Choose a smaller size.")
    with write_whole(path, "wb") as stream:
        stream.write(buffer.data().data())


def export_picture(window: "MainWindow") -> None:
    """Ask for a name and write the timeline as it is seen, at twice the screen's resolution."""
    path = _ask(window, "Export as PNG", "timeline.png", "PNG pictures (*.png)")
    if path is not None:
        _tell(window, path, lambda: save_picture(timeline_picture(window, 2.0), path))


def export_table(window: "MainWindow") -> None:
    """Ask for a name and write every matching event as a row of CSV, off the main thread."""
    path = _ask(window, "Export as CSV", "events.csv", "CSV tables (*.csv)")
    collection = window.collection
    index, match, database = collection.index, collection.match, collection.database
    if path is None or index is None or match is None or database is None:
        return
    ids = index.ids[np.asarray(match.mask)].tolist()

    def work() -> None:
        from explorer.formats.csv import write_csv
        from explorer.storage.tables import export_rows

        write_csv(path, export_rows(database, ids))

    window.status.show_progress(0, 0)

    def written(_: object) -> None:
        window.status.end_progress()
        window.status.say(f"Wrote {len(ids):,} events to {path.name}")

    def refused(error: ExplorerError) -> None:
        window.status.end_progress()
        _refuse(window, error)

    collection.loader.ask("export", work, written, refused)


def _ask(window: "QWidget", title: str, name: str, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    ending = Path(name).suffix
    return path if path.suffix else path.with_suffix(ending)


def _tell(window: "MainWindow", path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except ExplorerError as error:
        _refuse(window, error)
    else:
        window.status.say(f"Wrote {path.name}")


def _refuse(window: "MainWindow", error: ExplorerError) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, "Détente", error.what, QMessageBox.StandardButton.Ok, window)
    box.setInformativeText(error.advice)
    box.open()
