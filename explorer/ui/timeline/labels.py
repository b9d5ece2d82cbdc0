"""Text measured once, and made a pixmap between two frames, so that the next only copies it."""

from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPixmap

from explorer.ui.pixmaps import Pixmaps
from explorer.ui.sizes import DESIGNED, factor

#: Device pixels of the pixmaps that are kept of each font: some ten views of labels.
_ROOM = 2_000_000
#: Widths remembered, and cut texts; characters of a text that are looked at.
_MEASURED = 25_000
_CUT = 4_000
_LONGEST = 1000
#: Device pixels that a text is moved by, so that none begins a hair before a whole one.
_NUDGE = 0.02
#: Pixmaps made at once between two frames, in a millisecond.
_RENDERED = 12

#: A text, its colour, and device pixels to each of ours.
_Key: TypeAlias = tuple[str, int, float]


class Labels:
    """Measures and draws short texts in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        # Coloured edges cannot be copied onto another ground.
        self.font.setStyleStrategy(font.styleStrategy() | QFont.StyleStrategy.NoSubpixelAntialias)
        self.ratio = 1.0
        self.metrics = QFontMetricsF(self.font)
        # Whole pixels: a text stands the same whether it is drawn or copied.
        self._height, self._ascent = round(self.metrics.height()), round(self.metrics.ascent())
        self._widths: dict[str, float] = {}
        self._letters: dict[str, float] = {}
        self._elided: dict[tuple[str, int], str] = {}
        self._pixmaps = Pixmaps[_Key](_ROOM)
        #: What the present frame has drawn as text and may draw again.
        self.due: dict[_Key, QColor] = {}

    def begin(self, ratio: float) -> None:
        """Draw a frame for a device with so many pixels to each of ours, from now on."""
        self.ratio = ratio
        self.due.clear()

    def prepare(self) -> None:
        """Make pixmaps of some of the texts that are due."""
        for key in list(self.due)[:_RENDERED]:
            self._pixmaps.keep(key, self._rendered(key[0], self.due.pop(key), key[2]))

    def width(self, text: str) -> float:
        """Pixels that the text takes."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MEASURED:
                self._widths.clear()
            # Beyond a line's length a text is as wide as it needs to be to be cut.
            width = self._widths[text] = self.metrics.horizontalAdvance(text[:_LONGEST])
        return width

    def reckoned(self, text: str) -> float:
        """Pixels that a passing text takes, added up from its letters: to a pixel or two."""
        letters = self._letters
        try:
            return sum([letters[letter] for letter in text])
        except KeyError:
            for letter in text:
                letters[letter] = self.metrics.horizontalAdvance(letter)
            return sum([letters[letter] for letter in text])

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

    def draw(
        self,
        painter: QPainter,
        x: float,
        middle: float,
        text: str,
        colour: QColor,
        *,
        is_passing: bool = False,
    ) -> None:
        """Paint the text from `x` on, its line centred on `middle`, on whole device pixels.

        One that `is_passing`, as a count that changes with every step, is not worth a pixmap.
        """
        ratio = self.ratio
        key = (text, colour.rgba(), ratio)
        top = middle - self._height / 2
        x, top = round(x * ratio) / ratio, round(top * ratio) / ratio
        pixmap = self._pixmaps.get(key)
        if pixmap is not None:
            painter.drawPixmap(QPointF(x, top), pixmap)
            return
        if not is_passing:
            self.due[key] = colour
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, top) + self._baseline(ratio), text)

    def _baseline(self, ratio: float) -> QPointF:
        """Where a text begins, from the left top of its line: on whole device pixels."""
        return QPointF(_NUDGE / ratio, (round(self._ascent * ratio) + _NUDGE) / ratio)

    def _rendered(self, text: str, colour: QColor, ratio: float) -> QPixmap:
        width, height = self.width(text) + 2, self._height + 1
        size = QSize(max(1, round(width * ratio)), max(1, round(height * ratio)))
        # Qt draws smooth text somewhat heavier on what is opaque: what it makes of this there is found out
        # and kept as the text's own transparency, or a label would change when its pixmap comes.
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        ground = 255 if colour.lightness() < 128 else 0
        image.fill(QColor(ground, ground, ground))
        painter = QPainter(image)
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawText(self._baseline(ratio), text)
        painter.end()
        ink = np.array([colour.blue(), colour.green(), colour.red(), 255])
        channel = int(np.argmax(np.abs(ink[:3] - ground)))
        seen = np.frombuffer(image.constBits(), np.uint8).reshape(size.height(), size.width(), 4)[
            ..., channel
        ]
        share = (seen - float(ground)) / (ink[channel] - ground)
        kept = np.rint(np.clip(share, 0, 1)[..., None] * ink).astype(np.uint8)
        form = QImage.Format.Format_ARGB32_Premultiplied
        pixmap = QPixmap.fromImage(QImage(kept.data, size.width(), size.height(), form))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


class Written(Labels):
    """Draws texts as text, wherever they stand: for pictures, whose readers copy and search them."""

    def reckoned(self, text: str) -> float:
        return self.width(text)

    def draw(self, painter: QPainter, x: float, middle: float, text: str, colour: QColor, **_: bool) -> None:
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
        self._faces = (self.label, self.strong, self.year, self.small, self.count)

    def begin(self, ratio: float) -> None:
        """Draw a frame for a device with so many pixels to each of ours, from now on."""
        for face in self._faces:
            face.begin(ratio * self.unit)

    @property
    def are_due(self) -> bool:
        """True when the present frame has drawn texts that are worth a pixmap."""
        return any(face.due for face in self._faces)

    def prepare(self) -> None:
        """Make some of these pixmaps, for the next frame."""
        for face in self._faces:
            if face.due:
                face.prepare()
                return


def variant(base: QFont, scale: float, weight: QFont.Weight) -> QFont:
    """The same face in another size, 9 pixels at least, and weight."""
    font = QFont(base)
    size = base.pixelSize() if base.pixelSize() > 0 else round(base.pointSizeF() * 96 / 72)
    font.setPixelSize(max(9, round(size * scale)))
    font.setWeight(weight)
    return font
