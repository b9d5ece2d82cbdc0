"""Writes a composed picture as PNG, SVG or PDF, whole or not at all; on any thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from explorer.domain.figure import MM_PER_INCH
from explorer.domain.provenance import Provenance
from explorer.formats.writing import ExportError, write_whole
from explorer.storage.opening import Cancelled
from explorer.ui.figure.scene import Scene

#: Told what is done of how much; False gives up.
Progress = Callable[[int, int], bool]


def write_figure(
    path: Path,
    scene: Scene,
    format_name: str,
    provenance: Provenance | None,
    progress: Progress | None = None,
) -> None:
    """The picture is in the file, with what it is of in its metadata. `format_name` is png, svg or pdf.

    Raises ExportError, and Cancelled when `progress` says no: then a former file is as it was.
    """
    progress = progress or _goes_on
    if format_name == "png":
        content = _png(scene, provenance, progress)
    else:
        content = {"svg": _svg, "pdf": _pdf}[format_name](scene, progress)
    with write_whole(path, "wb") as stream:
        stream.write(content)


def _goes_on(_done: int, _total: int) -> bool:
    return True


def _png(scene: Scene, provenance: Provenance | None, progress: Progress) -> bytes:
    image = QImage(*scene.size, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise ExportError("The picture is too large for this machine's memory.", "Choose a smaller size.")
    image.fill(0)
    with QPainter(image) as painter:
        scene.paint(painter, 0, lambda: progress(0, 2))
    if not progress(1, 2):
        raise Cancelled
    if provenance is not None:
        image.setText("detente", provenance.to_json())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 80):  # type: ignore[call-overload] - the stubs lack the device overload
        raise ExportError("The picture could not be encoded.", "Choose a smaller size.")
    return bytes(buffer.data().data())


def _svg(scene: Scene, progress: Progress) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(round(scene.figure.dpi))
    made.setSize(QSize(*scene.size))
    made.setViewBox(QRectF(0, 0, *scene.size))
    with QPainter(made) as painter:
        scene.paint(painter, 0, lambda: progress(0, 1))
    return bytes(buffer.data().data())


def _pdf(scene: Scene, progress: Progress) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QPdfWriter(buffer)
    dpi = scene.figure.dpi
    made.setResolution(round(dpi))
    width, height = (side / dpi * MM_PER_INCH for side in scene.size)
    size = QPageSize(
        QSizeF(width, height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    made.setPageSize(size)
    made.setPageMargins(QMarginsF())
    with QPainter(made) as painter:
        for page in range(scene.pages):
            if page:
                made.newPage()
            scene.paint(painter, page, lambda page=page: progress(page, scene.pages))
    return bytes(buffer.data().data())
