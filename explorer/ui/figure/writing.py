"""Writes a composed picture as PNG, SVG or PDF, whole or not at all; on any thread.

Each carries its Provenance as JSON: a PNG in an iTXt chunk of the keyword “detente”, an SVG as the text of
its <metadata>, a PDF as the text of the element detente:provenance in its XMP packet, which is uncompressed.
formats/restoring.py reads it back.
"""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import IO

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from explorer.domain.figure import DESIGN_DPI, MM_PER_INCH
from explorer.domain.provenance import KEY, Provenance
from explorer.domain.tongue import translate
from explorer.formats import pdf, svg
from explorer.formats.png import Pixels, write_png
from explorer.formats.writing import ExportError, write_whole
from explorer.storage.connection import Cancelled
from explorer.ui.figure.faces import written_plainly
from explorer.ui.figure.scene import Scene

#: Told what is done of how much; False gives up.
Progress = Callable[[int, int], bool]

#: Pixels that are painted at once: four bytes each, and as much again while they are packed.
_AT_ONCE = 12_000_000


def write_figure(
    out: Path | IO[bytes],
    scene: Scene,
    format_name: str,
    progress: Progress | None = None,
) -> None:
    """The picture is in the file or stream, with what it is of in its metadata; as png, svg or pdf.

    A PNG and an SVG have the first page only. Raises ExportError, and Cancelled when `progress` says no: then
    a former file is as it was.
    """
    write = {"png": _png, "svg": _svg, "pdf": _pdf}[format_name]
    if format_name == "png":
        # Before anything is written.
        _band(scene, _rows_at_once(scene))
    with write_whole(out, "wb") if isinstance(out, Path) else nullcontext(out) as stream:
        write(stream, scene, progress or _goes_on)


def _goes_on(_done: int, _total: int) -> bool:
    return True


def _rows_at_once(scene: Scene) -> int:
    width, height = scene.size
    return max(1, min(height, _AT_ONCE // width))


def _band(scene: Scene, rows: int) -> QImage:
    """Room for some rows of pixels. Raises ExportError where the machine has none."""
    kind = QImage.Format.Format_RGB32
    if scene.figure.is_transparent:
        kind = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(scene.size[0], rows, kind)
    if image.isNull():
        raise ExportError(
            translate("Picture", "The picture is too large for this machine's memory."),
            translate("Picture", "Choose a smaller size."),
        )
    return image


def _png(stream: IO[bytes], scene: Scene, progress: Progress) -> None:
    provenance = scene.provenance
    texts = {"Title": scene.figure.title} if scene.figure.title else {}
    if provenance is not None:
        texts |= {"Software": provenance.program, KEY: provenance.to_json()}
    figure = scene.figure
    has_alpha, bands = figure.is_transparent, _bands(scene, progress)
    write_png(stream, scene.size, bands, has_alpha=has_alpha, dpi=figure.dpi, texts=texts)


def _bands(scene: Scene, progress: Progress) -> Iterator[Pixels]:
    """The rows of the picture, from the top, some at once."""
    width, height = scene.size
    step = _rows_at_once(scene)
    has_alpha = scene.figure.is_transparent
    kind = QImage.Format.Format_RGBA8888 if has_alpha else QImage.Format.Format_RGB888
    for top in range(0, height, step):
        if not progress(top, height):
            raise Cancelled
        image = _band(scene, min(step, height - top))
        image.fill(0)
        with QPainter(image) as painter:
            painter.translate(0, -top)
            scene.paint(painter, 0, lambda top=top: progress(top, height), (top, top + image.height()))
        image.convertTo(kind)
        raw = np.frombuffer(image.constBits(), np.uint8)
        yield raw.reshape(image.height(), image.bytesPerLine())[:, : width * (4 if has_alpha else 3)]
    progress(height, height)


def _svg(stream: IO[bytes], scene: Scene, progress: Progress) -> None:
    provenance = scene.provenance
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(QSize(*scene.size))
    made.setViewBox(QRectF(0, 0, *scene.size))
    with QPainter(made) as painter:
        scene.paint(painter, 0, lambda: progress(0, 2))
    if not progress(1, 2):
        raise Cancelled
    figure = scene.figure
    if figure.unit == "mm":
        # As it was asked for, whatever whole pixels make of it.
        height = figure.height + scene.grown / figure.dpi * MM_PER_INCH
        sides = [f"{figure.width:.6g}mm", f"{height:.6g}mm"]
    else:
        # A pixel of CSS is 1/96 inch: the figure has the size that its dpi gives it.
        sides = [f"{side / figure.dpi * DESIGN_DPI:.6g}px" for side in scene.size]
    drawing = svg.finished(
        bytes(buffer.data().data()).decode(),
        width=sides[0],
        height=sides[1],
        box=scene.size,
        family=scene.families[0],
        title=figure.title or (provenance.collection if provenance is not None else ""),
        description=provenance.citation if provenance is not None else "",
        metadata=provenance.to_json() if provenance is not None else "",
        measure=_Measuring(),
    )
    stream.write(drawing.encode())


class _Measuring:
    """Widths of texts in the faces that an SVG names."""

    def __init__(self) -> None:
        self._faces: dict[tuple[str, float, int], QFontMetricsF] = {}

    def __call__(self, family: str, size: float, weight: int, text: str) -> float:
        metrics = self._faces.get((family, size, weight))
        if metrics is None:
            font = QFont(family)
            font.setPixelSize(round(size))
            font.setWeight(QFont.Weight(weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            written_plainly(font)
            metrics = self._faces[family, size, weight] = QFontMetricsF(font)
        return metrics.horizontalAdvance(text)


def _pdf(stream: IO[bytes], scene: Scene, progress: Progress) -> None:
    provenance = scene.provenance
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QPdfWriter(buffer)
    dpi, title = scene.figure.dpi, scene.figure.title
    made.setResolution(round(dpi))
    width, height = (side / dpi * MM_PER_INCH for side in scene.size)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    made.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", exact))
    made.setPageMargins(QMarginsF())
    if provenance is not None:
        title = title or provenance.collection
        made.setCreator(provenance.program)
        made.setDocumentXmpMetadata(QByteArray(_packet(title, provenance)))
    made.setTitle(title)
    with QPainter(made) as painter:
        for page in range(scene.pages):
            if page:
                made.newPage()
            scene.paint(painter, page, lambda page=page: progress(page, scene.pages))
    content = bytes(buffer.data().data())
    stream.write(pdf.finished(content, provenance.exported if provenance is not None else ""))


def _packet(title: str, provenance: Provenance) -> bytes:
    said = provenance.citation, provenance.program, provenance.exported, provenance.to_json()
    return pdf.packet(title, *said)
