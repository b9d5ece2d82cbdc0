"""The section of importance: the range that passes, and how many events each level has."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from explorer.domain.filter import GREATEST_IMPORTANCE, LEAST_IMPORTANCE, EventFilter
from explorer.domain.tongue import grouped, localised, translate
from explorer.state import Store
from explorer.ui.actions import native
from explorer.ui.collection import Collection
from explorer.ui.desktop.settings import Settings
from explorer.ui.filtering.section import Section
from explorer.ui.plain import set_tip
from explorer.ui.sizes import scaled
from explorer.ui.theme import Theme
from explorer.ui.widgets import label

_LEVELS: Final = range(LEAST_IMPORTANCE, GREATEST_IMPORTANCE + 1)


class ImportanceSection(Section):
    """Two fields for the least and the greatest level, under a histogram to click and drag on."""

    def __init__(self, store: Store, collection: Collection, settings: Settings, theme: Theme) -> None:
        title = translate("Filters", "Importance")
        super().__init__("importance", title, store, collection, settings, theme, is_open=False)
        self.counts: dict[str, int] = {}

    def show_counts(self, counts: dict[str, int]) -> None:
        """Take the counts of another match, by level."""
        self.counts = counts
        self.refresh()

    def has_values(self) -> bool:
        return self.collection.index is not None and len(self.collection.index) > 0

    def make(self, inside: QVBoxLayout) -> None:
        self.histogram = Histogram(self)
        self.histogram.chosen.connect(self._choose)
        inside.addWidget(self.histogram)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(6)
        self.least = self._field(translate("Filters", "Least importance"))
        self.greatest = self._field(translate("Filters", "Greatest importance"))
        for words, field in (
            (translate("Filters", "From", "an importance"), self.least),
            (translate("Filters", "to", "an importance"), self.greatest),
        ):
            said = label(words, "soft")
            said.setWordWrap(False)
            row.addWidget(said)
            row.addWidget(field)
        row.addStretch(1)
        inside.addLayout(row)
        self.least.valueChanged.connect(self._choose_least)
        self.greatest.valueChanged.connect(self._choose_greatest)

    def stops(self) -> list[QWidget]:
        return [self.least, self.greatest]

    def lifted(self, wanted: EventFilter) -> EventFilter:
        return wanted.without("importance")

    def in_short(self, wanted: EventFilter) -> str:
        least, greatest = wanted.min_importance, wanted.max_importance
        if not wanted.limits_importance:
            return ""
        if least == greatest:
            return f"{least}"
        return translate("Filters", "{least} to {greatest}").format(least=least, greatest=greatest)

    def update_body(self) -> None:
        wanted = self.store.state.filter
        for field, value in ((self.least, wanted.min_importance), (self.greatest, wanted.max_importance)):
            with QSignalBlocker(field):
                field.setValue(value)
        self.histogram.show_levels(
            [self.counts.get(str(level), 0) for level in _LEVELS],
            wanted.min_importance,
            wanted.max_importance,
        )

    def _choose_least(self, level: int) -> None:
        self._choose(level, max(level, self.greatest.value()))

    def _choose_greatest(self, level: int) -> None:
        self._choose(min(level, self.least.value()), level)

    def _choose(self, least: int, greatest: int) -> None:
        self.store.edit(
            filter=replace(self.store.state.filter, min_importance=least, max_importance=greatest)
        )

    def _field(self, name: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(LEAST_IMPORTANCE, GREATEST_IMPORTANCE)
        field.setAccessibleName(name)
        set_tip(
            field,
            translate("Filters", "{name}, {least} to {greatest} ({keys})").format(
                name=name,
                least=LEAST_IMPORTANCE,
                greatest=GREATEST_IMPORTANCE,
                keys=f"{native('Up')}, {native('Down')}",
            ),
        )
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setFixedWidth(scaled(40))
        # The wheel belongs to the panel unless the field has the keyboard.
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return field


class Histogram(QWidget):
    """A column for each level with its count; a click takes one level, a drag a range.

    `chosen` carries the least and the greatest level. The fields below it do the same by keyboard.
    """

    chosen = Signal(int, int)

    def __init__(self, owner: ImportanceSection) -> None:
        super().__init__()
        self._owner = owner
        self._counts: list[int] = [0 for _ in _LEVELS]
        self._least, self._greatest = LEAST_IMPORTANCE, GREATEST_IMPORTANCE
        self._from = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tip(self, translate("Filters", "Click a level to take only it, drag over several"))
        self.setFixedHeight(scaled(78))

    def sizeHint(self) -> QSize:
        return QSize(160, scaled(78))

    def show_levels(self, counts: list[int], least: int, greatest: int) -> None:
        """Draw these counts, the levels outside the range pale."""
        self._counts, self._least, self._greatest = counts, least, greatest
        one = translate("Filters", "level {level}: {n}")
        said = ", ".join(
            one.format(level=level, n=grouped(count)) for level, count in zip(_LEVELS, counts, strict=True)
        )
        self.setAccessibleName(translate("Filters", "Events by importance. {levels}").format(levels=said))
        self.update()

    def column(self, level: int) -> QRectF:
        """Where the column of a level stands, with its numbers."""
        width = (self.width() - 12) / len(_LEVELS)
        return QRectF(6 + (level - LEAST_IMPORTANCE) * width, 0, width, self.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._owner.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(max(9, round(font.pixelSize() * 0.85)))
        painter.setFont(font)
        line = QFontMetricsF(font).height()
        room, largest = self.height() - 2 * line - 6, max([*self._counts, 1])
        for level, count in zip(_LEVELS, self._counts, strict=True):
            column = self.column(level)
            is_in = self._least <= level <= self._greatest
            height = max(2.0 if count else 0.0, room * count / largest)
            bottom = self.height() - line - 3
            bar = QRectF(column.left() + 3, bottom - height, column.width() - 6, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if is_in else "control_line"))
            painter.drawRoundedRect(bar, 2, 2)
            painter.setPen(theme.colour("text" if is_in else "text_soft"))
            painter.drawText(
                QRectF(column.left(), bottom + 2, column.width(), line),
                Qt.AlignmentFlag.AlignCenter,
                str(level),
            )
            painter.setPen(theme.colour("text_soft"))
            painter.drawText(
                QRectF(column.left() - 4, bar.top() - line - 1, column.width() + 8, line),
                Qt.AlignmentFlag.AlignCenter,
                _brief(count),
            )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._level_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._from:
            ends = sorted((self._from, self._level_at(event.position().x())))
            self._from = 0
            if ends[0] == ends[1] == self._least == self._greatest:
                # Once more on the only level: all again.
                ends = [LEAST_IMPORTANCE, GREATEST_IMPORTANCE]
            self.chosen.emit(*ends)

    def _level_at(self, x: float) -> int:
        level = LEAST_IMPORTANCE + int((x - 6) / self.column(LEAST_IMPORTANCE).width())
        return max(LEAST_IMPORTANCE, min(GREATEST_IMPORTANCE, level))


def _brief(count: int) -> str:
    """A count in at most five characters: 1,234 stays, 1234567 is 1.2 M."""
    if count < 10_000:
        return grouped(count)
    return f"{count / 1000:.0f} k" if count < 1_000_000 else localised(f"{count / 1e6:.1f} M")
