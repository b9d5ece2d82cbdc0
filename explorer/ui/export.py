"""The timeline as a PNG picture, for the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter

from explorer.domain.tongue import translate
from explorer.formats.writing import ExportError, write_whole
from explorer.ui.timeline.painting import paint

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def timeline_picture(
    window: "MainWindow", size: tuple[int, int], scale: float, title: str = "", extent: str = "visible"
) -> QImage:
    """The timeline laid out for a picture `size` pixels large, `scale` device pixels to each, under a title.

    It shows the window's stretch of time, or with extent "all" everything that matches, and is higher than
    asked for where the lanes need it. Raises ExportError when there is nothing to draw or no room for it.
    """
    collection, timeline = window.collection, window.timeline
    extent_of_all, visible = collection.extent, window.store.state.window
    if extent_of_all is None or visible is None:
        raise ExportError(
            translate("Export", "No event matches, so there is nothing to draw."),
            translate("Export", "Lift a filter."),
        )
    unit = timeline.fonts.unit
    head = round(40 * unit) if title else 0
    shown = extent_of_all.padded(0.03) if extent == "all" else visible
    frame = timeline.still(float(size[0]), float(size[1] - head), shown, has_stars=window.exports_notes)
    width, height = size[0], round(frame.height * unit) + head
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise ExportError(
            translate("Export", "The picture is too large for this machine's memory."),
            translate("Export", "Choose a smaller size."),
        )
    image.setDevicePixelRatio(scale)
    image.fill(window.theme.colour("ground"))
    with QPainter(image) as painter:
        if title:
            font, ink = timeline.fonts.year, window.theme.colour("text")
            timeline.fonts.begin(scale)
            painter.save()
            painter.scale(unit, unit)
            font.draw(painter, 15, 20, font.elided(title, width / unit - 30), ink)
            painter.restore()
            painter.translate(0, head)
        painter.setClipRect(QRectF(0, 0, width, frame.height * unit))
        paint(painter, frame)
    return image


def save_picture(image: QImage, path: Path) -> None:
    """Write a picture as PNG, whole or not at all. Raises ExportError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 80):  # type: ignore[call-overload] - the stubs lack the device overload
        raise ExportError(
            translate("Export", "The picture could not be encoded."),
            translate("Export", "Choose a smaller size."),
        )
    with write_whole(path, "wb") as stream:
        stream.write(buffer.data().data())
