"""What an export will look like: a picture painted small, off the main thread, or a table's first rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from explorer.domain.errors import ExplorerError
from explorer.domain.tongue import translate
from explorer.ui.loader import Loader
from explorer.ui.plain import set_tip
from explorer.ui.sizes import scaled
from explorer.ui.theme import Theme

if TYPE_CHECKING:
    from explorer.ui.figure.scene import Scene

#: Pixels around the picture, and of a square of the board that shines through a transparent one.
_MARGIN: Final = 22
_SQUARE: Final = 8
#: Letters of a cell that the preview shows.
_LETTERS: Final = 80


class PicturePreview(QWidget):
    """A page of a scene, as large as there is room; words in its place where there is none.

    `resized` asks for a picture of the new room; `painted` says that there is one.
    """

    resized = Signal()
    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("exportPreview")
        self.setAccessibleName(translate("Export", "Preview of the picture"))
        self.setMinimumSize(200, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._image: QImage | None = None
        self._words = ""
        self._loader = Loader(self)

    @property
    def image(self) -> QImage | None:
        """The page as it is shown, None while nothing is."""
        return self._image

    @property
    def is_busy(self) -> bool:
        """True while a page is being painted."""
        return self._loader.is_busy

    def say(self, words: str) -> None:
        """Show words in place of a picture."""
        self._loader.forget("paint")
        self._image, self._words = None, words
        self.setAccessibleDescription(words)
        self.update()

    def wait(self, words: str) -> None:
        """Say that a picture is on its way; what is shown stays until it is there."""
        if self._image is None:
            self._words = words
        self.setAccessibleDescription(words)
        self.update()

    def show_scene(self, scene: "Scene", page: int, *, is_transparent: bool) -> None:
        """Paint a page on a thread of its own; what was shown stays until it is done."""
        dots = self.devicePixelRatioF()
        width, height = scene.size
        by = min(1.0, self._room.width() * dots / width, self._room.height() * dots / height)
        size = QSize(max(1, round(width * by)), max(1, round(height * by)))

        def take(image: QImage) -> None:
            image.setDevicePixelRatio(dots)
            self._image, self._words = image, ""
            self.setAccessibleDescription("")
            self.update()
            self.painted.emit()

        def refuse(error: ExplorerError) -> None:
            self.say(str(error))
            self.painted.emit()

        self._loader.ask(
            "paint", lambda: _painted(scene, page, size, is_transparent=is_transparent), take, refuse
        )

    def close_thread(self) -> None:
        """End the thread that paints."""
        self._loader.stop()

    @property
    def _room(self) -> QRectF:
        margin = scaled(_MARGIN)
        return QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture that fits."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Lay the picture in the middle of the desk."""
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("side"))
        image = self._image
        if image is None:
            painter.setPen(theme.colour("text_soft"))
            painter.drawText(
                self._room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words
            )
            painter.end()
            return
        size = image.deviceIndependentSize()
        # While another size is being painted, the former picture stands for it.
        size = size.scaled(self._room.size(), Qt.AspectRatioMode.KeepAspectRatio).boundedTo(size)
        middle = self._room.center()
        place = QRectF(
            round(middle.x() - size.width() / 2), round(middle.y() - size.height() / 2), *size.toTuple()
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        painter.setPen(QPen(theme.colour("control_line"), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()


def _painted(scene: "Scene", page: int, size: QSize, *, is_transparent: bool) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    try:
        if is_transparent:
            painter.fillRect(image.rect(), QBrush(_board()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width, height = scene.size
        painter.scale(size.width() / width, size.height() / height)
        scene.paint(painter, page)
    finally:
        painter.end()
    return image


def _board() -> QImage:
    """The grey squares that stand for nothing at all."""
    board = QImage(2 * _SQUARE, 2 * _SQUARE, QImage.Format.Format_RGB32)
    board.fill(QColor("#ffffff"))
    for line in range(2 * _SQUARE):
        for column in range(2 * _SQUARE):
            if (line < _SQUARE) != (column < _SQUARE):
                board.setPixelColor(column, line, QColor("#d9d9d9"))
    return board


class TablePreview(QTableWidget):
    """The first rows of a table, to be looked at only."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("exportTable")
        self.setAccessibleName(translate("Export", "First rows of the table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.verticalHeader().hide()
        along = self.horizontalHeader()
        along.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        along.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        along.setHighlightSections(False)

    def show_columns(self, header: Sequence[str], columns: Sequence[Sequence[Any]]) -> None:
        """Show some columns, each a list of cells, under their names."""
        across = self.horizontalScrollBar().value()
        self.setRowCount(len(columns[0]))
        self.setColumnCount(len(header))
        self.setHorizontalHeaderLabels(list(header))
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + scaled(9))
        for place, (name, cells) in enumerate(zip(header, columns, strict=True)):
            widest = metrics.horizontalAdvance(name)
            for number, value in enumerate(cells):
                text = " ".join(("" if value is None else str(value)).split())
                shown = f"{text[:_LETTERS]}…" if len(text) > _LETTERS else text
                item = QTableWidgetItem(shown)
                set_tip(item, text[:1000] if len(text) > len(shown) else "")
                self.setItem(number, place, item)
                widest = max(widest, metrics.horizontalAdvance(shown))
            self.setColumnWidth(place, min(widest + scaled(26), scaled(260)))
        self.horizontalScrollBar().setValue(across)
