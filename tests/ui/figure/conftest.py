"""A picture's provenance, and what its painting puts where."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.domain.provenance import Provenance
from explorer.ui.figure.scene import Scene
from explorer.ui.timeline.labels import Written


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was drawn, and the device pixels that its letters take."""

    words: str
    box: QRectF


@pytest.fixture
def provenance() -> Provenance:
    """Of the bundled database, all of it."""
    return Provenance(
        collection="Personal diplomacy & <others>, 1941–2020",
        database="diplomacy.db",
        fingerprint="0123456789ab",
        filter="all events",
        matching=110,
        events=110,
        first="1941-08-14",
        last="2020-06-18",
        view="--window 2017/2020-05",
        program="Détente 0.0",
        exported="2026-02-03",
    )


@pytest.fixture
def texts_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[Scene, int], list[Text]]:
    """Paint a page of a scene, and answer with the texts in the order in which they were drawn."""

    def texts(scene: Scene, page: int = 0) -> list[Text]:
        found: list[Text] = []
        draw = Written.draw

        def noted(
            face: Written, painter: QPainter, x: float, middle: float, words: str, ink: QColor, **how: bool
        ) -> None:
            draw(face, painter, x, middle, words, ink, **how)
            half = face.metrics.capHeight() / 2 + 1
            box = QRectF(x, middle - half, face.width(words), 2 * half)
            found.append(Text(words, painter.combinedTransform().mapRect(box)))

        # Where things are painted does not depend on how much of it there is room for.
        picture = QImage(1, 1, QImage.Format.Format_RGB32)
        with monkeypatch.context() as patched:
            patched.setattr(Written, "draw", noted)
            with QPainter(picture) as painter:
                scene.paint(painter, page)
        return found

    return texts
