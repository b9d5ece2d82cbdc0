"""Round-ended little buttons of the article: an event's chip, a claim's tag, "+2".

Drawn here, not styled: a long article has hundreds.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.ui.plain import caption, one_line
from explorer.ui.theme import Theme

#: Pixels beyond which a pill's text is cut; left and right of it, above and below.
WIDEST = 196
_SIDE, _ABOVE = 10, 3


@dataclass(frozen=True, slots=True)
class Look:
    """Names of a theme's colours; "" draws nothing. `is_dashed` is for the outline."""

    ground: str
    text: str
    line: str = ""
    is_bold: bool = False
    is_dashed: bool = False


#: How pills look: an event in the text, one that carries the chosen claim, one that the filter hides, the
#: selected one; a claim's tag, that of the chosen claim; what shows more.
LOOKS = {
    "event": Look("chip", "accent_text"),
    "carrying": Look("ground", "accent_text", "control_line"),
    "out": Look("", "text_soft", "control_line", is_dashed=True),
    "selected": Look("accent", "on_accent"),
    "tag": Look("chip", "text_soft", is_bold=True),
    "chosen": Look("accent_soft", "accent_text", is_bold=True),
    "more": Look("chip", "text_soft"),
}


class Pill(QAbstractButton):
    """A button in one of LOOKS. Space and Enter press it; arrows are left to what it stands in."""

    focused = Signal()

    def __init__(self, theme: Theme, look: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        font = QFont(self.font())
        font.setPixelSize(max(9, round(font.pixelSize() * 0.9)))
        self.setFont(font)
        self._set_weight()
        self.words = ""
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Say just that, also of an ampersand: `words` is what is seen."""
        self.words = one_line(text)
        super().setText(caption(text))

    @property
    def look(self) -> str:
        return self._look

    def wear(self, theme: Theme, look: str) -> None:
        """Take on a theme and one of LOOKS."""
        if (theme, look) != (self._theme, self._look):
            is_other = LOOKS[look].is_bold != LOOKS[self._look].is_bold
            self._theme, self._look = theme, look
            if is_other:
                self._set_weight()
            self.update()

    def _set_weight(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if LOOKS[self._look].is_bold else QFont.Weight.Medium)
        self.setFont(font)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = min(WIDEST, metrics.horizontalAdvance(self.words) + 2 * _SIDE)
        height = metrics.height() + 2 * _ABOVE
        return QSize(max(width, height), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        look, theme = LOOKS[self._look], self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.setPen(Qt.PenStyle.NoPen)
            if look.line:
                dash = Qt.PenStyle.DashLine if look.is_dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(theme.colour(look.line), 1, dash))
            hovers = self.underMouse() and self._look != "selected"
            ground = "accent_soft" if hovers else look.ground
            painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            if self.hasFocus():
                # On the accent itself the ring takes the text's colour.
                ring = "text" if self._look == "selected" else "accent"
                painter.setPen(QPen(theme.colour(ring), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(theme.colour("text" if hovers and look.text == "text_soft" else look.text))
            room = self.width() - 2 * _SIDE + 6
            words = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            # Qt's buttons would take the arrows for themselves.
            event.ignore()
