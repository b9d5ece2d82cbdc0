"""Text measured once: a label that is drawn again becomes a pixmap, so that a frame only copies it."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from explorer.ui.sizes import DESIGNED, factor

#: Pixmaps kept; the least recently drawn goes first.
_KEPT = 800
#: Widths remembered, and cut texts; characters of a text that are looked at.
_MEASURED = 25_000
_CUT = 4_000
_LONGEST = 1000
#: Pixmaps made in one frame at most: when all labels are new, they are drawn as text for some frames more.
_RENDERED = 10


class Labels:
    """Measures and draws short texts in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.ratio = 1.0
        self.metrics = QFontMetricsF(font)
        # Whole pixels: a text stands the same whether it is drawn or copied.
        self._height, self._ascent = round(self.metrics.height()), round(self.metrics.ascent())
        self._seen: set[tuple[str, int, float]] = set()
        self._widths: dict[str, float] = {}
        self._elided: dict[tuple[str, int], str] = {}
        self._pixmaps: OrderedDict[tuple[str, int, float], QPixmap] = OrderedDict()
        self._left = _RENDERED

    def begin(self, ratio: float) -> None:
        """Draw a frame for a device with so many pixels to each of ours, from now on."""
        self.ratio, self._left = ratio, _RENDERED

    def width(self, text: str) -> float:
        """Pixels that the text takes."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MEASURED:
                self._widths.clear()
            # Beyond a line's length a text is as wide as it needs to be to be cut.
            width = self._widths[text] = self.metrics.horizontalAdvance(text[:_LONGEST])
        return width

    def elided(self, text: str, limit: float) -> str:
        """The text, cut with … where it is wider than `limit` pixels."""
        if self.width(text) <= limit:
            return text
        key = (text, int(limit))
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) >= _CUT:
                self._elided.clear()
            cut = text[:_LONGEST]
            found = self._elided[key] = self.metrics.elidedText(cut, Qt.TextElideMode.ElideRight, limit)
        return found

    def draw(self, painter: QPainter, x: float, middle: float, text: str, colour: QColor) -> None:
        """Paint the text from `x` on, its line centred on `middle`, on whole device pixels."""
        ratio = self.ratio
        key = (text, colour.rgba(), ratio)
        top = middle - self._height / 2
        at = QPointF(round(x * ratio) / ratio, round(top * ratio) / ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None and (not self._left or key not in self._seen):
            # Much is drawn once and never again while the picture moves: a pixmap costs more than the text.
            if len(self._seen) > _CUT:
                self._seen.clear()
            self._seen.add(key)
            painter.setFont(self.font)
            painter.setPen(colour)
            painter.drawText(QPointF(at.x(), at.y() + self._ascent), text)
            return
        if pixmap is None:
            self._left -= 1
            pixmap = self._pixmaps[key] = self._rendered(text, colour, ratio)
            if len(self._pixmaps) > _KEPT:
                self._pixmaps.popitem(last=False)
        else:
            self._pixmaps.move_to_end(key)
        painter.drawPixmap(at, pixmap)

    def _rendered(self, text: str, colour: QColor, ratio: float) -> QPixmap:
        width, height = self.width(text) + 2, self._height + 1
        pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawText(QPointF(0, self._ascent), text)
        painter.end()
        return pixmap


class Written(Labels):
    """Draws texts as text, wherever they stand: for pictures, whose readers copy and search them."""

    def draw(self, painter: QPainter, x: float, middle: float, text: str, colour: QColor) -> None:
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, middle - self._height / 2 + self._ascent), text)


class Fonts:
    """The faces of the timeline, all sizes from one base font.

    `unit` is how many pixels of ours make one of the design's: the timeline is laid out in these, and
    painted through a scale, so that rows and marks grow with a large text.
    """

    def __init__(self, base: QFont, face: type[Labels] = Labels) -> None:
        self.unit = factor(base)
        if self.unit != 1.0:
            base = QFont(base)
            base.setPixelSize(DESIGNED)
        self.label = face(base)
        self.strong = face(variant(base, 1.0, QFont.Weight.DemiBold))
        self.year = face(variant(base, 1.08, QFont.Weight.Bold))
        self.small = face(variant(base, 0.85, QFont.Weight.Normal))
        self.count = face(variant(base, 0.85, QFont.Weight.Bold))

    def begin(self, ratio: float) -> None:
        """Draw a frame for a device with so many pixels to each of ours, from now on."""
        for face in (self.label, self.strong, self.year, self.small, self.count):
            face.begin(ratio * self.unit)


def variant(base: QFont, scale: float, weight: QFont.Weight) -> QFont:
    """The same face in another size, 9 pixels at least, and weight."""
    font = QFont(base)
    size = base.pixelSize() if base.pixelSize() > 0 else round(base.pointSizeF() * 96 / 72)
    font.setPixelSize(max(9, round(size * scale)))
    font.setWeight(weight)
    return font
