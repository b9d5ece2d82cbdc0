"""How much larger than designed things are: the design is for text of 13 pixels, the desktop has its own.

Lengths in the code are the design's. Panels multiply theirs; the timeline is painted through one scale.
"""

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

#: Pixels of the text that the design is drawn for, and between which texts fit in as it is.
DESIGNED = 13
_FITS = (11, 14)


def factor(font: QFont | None = None) -> float:
    """By how much a font, or else the application's, asks lengths to grow; 1 for usual sizes."""
    pixels = QFontInfo(font or QApplication.font()).pixelSize()
    return 1.0 if _FITS[0] <= pixels <= _FITS[1] else max(pixels, _FITS[0]) / DESIGNED


def scaled(pixels: float) -> int:
    """A length of the design in pixels of the screen."""
    return round(pixels * factor())


def designed(font: QFont) -> QFont:
    """The same face in the design's size, for what is painted through a scale."""
    if factor(font) == 1.0:
        return font
    font = QFont(font)
    font.setPixelSize(DESIGNED)
    return font
