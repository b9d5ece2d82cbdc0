"""No label is painted over a label or a mark: taken from what is drawn, not from what was laid out."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.domain.interval import Interval
from explorer.domain.view_request import ViewRequest
from explorer.layout.packing import MARK_RADIUS
from explorer.ui.main_window import MainWindow
from explorer.ui.timeline.frame import AXIS
from explorer.ui.timeline.labels import Labels

Make = Callable[..., MainWindow]


class _Drawn:
    """The boxes of the texts that a face draws right of the headers and under the axis."""

    def __init__(self, face: Labels, header: float) -> None:
        self.boxes: list[tuple[QRectF, str]] = []
        self._face, self._draw, self._header = face, face.draw, header
        face.draw = self.draw

    def draw(
        self, painter: QPainter, x: float, middle: float, text: str, colour: QColor, **how: bool
    ) -> None:
        self._draw(painter, x, middle, text, colour, **how)
        if x > self._header and middle > AXIS:
            self.boxes.append((QRectF(x, middle - 5, self._face.width(text), 10), text))


def _windows(every: Interval, count: int) -> list[Interval]:
    """Windows of an hour to all of time, most of them where there are events."""
    rng = np.random.default_rng(20)
    lengths = np.exp(rng.uniform(np.log(3600), np.log(every.length * 1.2), count)).astype(np.int64)
    middles = rng.integers(every.start, every.end, count)
    middles[::2] = rng.integers(1_483_228_800, 1_590_969_600, len(middles[::2]))
    return [
        Interval(int(middle - length // 2), int(middle - length // 2 + length))
        for middle, length in zip(middles, lengths, strict=True)
    ]


@pytest.mark.parametrize("lanes", ["relationship", "person"])
@pytest.mark.parametrize("collapse_gaps", [False, True])
def test_no_label_is_painted_over_a_label_or_a_mark_in_200_windows(
    make_window: Make, lanes: str, *, collapse_gaps: bool
) -> None:
    request = ViewRequest(lanes=lanes, collapse_gaps=collapse_gaps)
    window = make_window(size=(1900, 900), request=request)
    timeline, every = window.timeline, window.collection.whole
    assert every is not None
    header = timeline.header
    faces = [_Drawn(face, header) for face in (timeline.fonts.label, timeline.fonts.strong)]
    labels = 0
    for span in _windows(every, 200):
        window.store.edit(window=span)
        for face in faces:
            face.boxes.clear()
        timeline.viewport().grab()
        drawn = [box for face in faces for box in face.boxes if box[0].top() < timeline.viewport().height()]
        labels += len(drawn)
        for (box, text), (other, other_text) in combinations(drawn, 2):
            assert not box.intersects(other), (span, text, other_text)
        for mark in (mark for lane in timeline.marks for mark in lane.marks):
            middle = mark.y + AXIS
            low, high = (mark.x0, mark.x1) if mark.is_bar else (mark.x - MARK_RADIUS, mark.x + MARK_RADIUS)
            over = QRectF(low + header, middle - 5, high - low, 10)
            own = timeline.looks.event(mark.row).label
            for box, text in drawn:
                is_own = mark.is_bar and own.startswith(text.rstrip("…")) and box.left() >= over.left()
                assert is_own or not box.intersects(over), (span, text, own)
        for cluster in (cluster for lane in timeline.marks for cluster in lane.clusters):
            over = QRectF(cluster.x0 + header, cluster.y + AXIS - 5, cluster.x1 - cluster.x0, 10)
            assert not any(box.intersects(over) for box, _ in drawn), (span, cluster)
    assert labels > 800
