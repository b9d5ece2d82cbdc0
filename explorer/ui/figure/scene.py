"""A composed picture: pages of parts that know where they stand, ready to be painted anywhere, any time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from explorer.domain.figure import Figure
from explorer.domain.provenance import Provenance
from explorer.storage.connection import Cancelled
from explorer.ui.figure.faces import Faces
from explorer.ui.theme import Theme
from explorer.ui.timeline.frame import Frame

#: Lines that are filled at once.
_BAND: Final = 128


def blank_image(width: int, height: int) -> QImage:
    """An image of white pixels, to paint a scene on while the window goes on.

    Qt for Python lets no other thread run while it fills one, and the first time costs most: so in bands.
    """
    image = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        for top in range(0, height, _BAND):
            painter.fillRect(0, top, width, _BAND, Qt.GlobalColor.white)
    return image


class Part(Protocol):
    """One part of a page. Painting it needs nothing but the painter, in points of the design, and faces.

    What lies above or below `band` may be left out.
    """

    def paint(self, painter: QPainter, faces: Faces, theme: Theme, band: tuple[float, float], /) -> None: ...


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture, all of it resolved: nothing of the window is touched when it is painted, on any thread.

    `size` is one page's width and height in device pixels: the figure's, or higher by `grown` where the lanes
    would not fit otherwise. `frames` has the timeline of each page, `unread` the rows whose titles were not
    known when it was composed: their labels are missing. `provenance` claims what is drawn, and no more.
    """

    figure: Figure
    theme: Theme
    size: tuple[int, int]
    sheets: tuple[tuple[Part, ...], ...]
    frames: tuple[Frame, ...]
    families: tuple[str, ...]
    unread: tuple[int, ...] = ()
    grown: int = 0
    provenance: Provenance | None = None

    @property
    def pages(self) -> int:
        """How many pages there are, all of one size."""
        return len(self.sheets)

    def paint(
        self,
        painter: QPainter,
        page: int = 0,
        goes_on: Callable[[], bool] | None = None,
        band: tuple[float, float] | None = None,
    ) -> None:
        """Paint one page in device pixels from the painter's origin on.

        Of what lies above or below `band` nothing need be painted. Raises Cancelled when `goes_on`, asked
        between parts, says no.
        """
        faces, scale = Faces(self.families), self.figure.scale
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if not self.figure.is_transparent:
            painter.fillRect(QRectF(0, 0, *self.size), self.theme.colour("ground"))
        painter.scale(scale, scale)
        low, high = band or (0.0, float(self.size[1]))
        try:
            for part in self.sheets[page]:
                if goes_on is not None and not goes_on():
                    raise Cancelled
                part.paint(painter, faces, self.theme, (low / scale, high / scale))
        finally:
            painter.restore()
