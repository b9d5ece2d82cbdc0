"""The claims of the article above the facets: choose one and the timeline shows what carries it."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.bearing import passing
from explorer.domain.event import ROLES
from explorer.domain.tongue import grouped, translate
from explorer.state import Store, ViewState
from explorer.ui.collection import Collection
from explorer.ui.plain import tip
from explorer.ui.shapes import draw_role
from explorer.ui.theme import Theme
from explorer.ui.widgets import button, on_click, section
from explorer.ui.wording import events_in_words, role_in_words

_ANY = QModelIndex | QPersistentModelIndex
#: The most of the left column that the claims take; the facets have the rest.
_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as it is listed. `is_read`: the paragraph being read makes it."""

    slug: str
    position: int
    label: str
    statement: str
    count: int
    is_chosen: bool
    is_read: bool


class _Claims(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ClaimRow, ...] = ()

    def show(self, rows: tuple[ClaimRow, ...]) -> None:
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _ANY = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _ANY, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (
                translate("Claims", "Claim {n}: {claim}, {events}, chosen")
                if row.is_chosen
                else translate("Claims", "Claim {n}: {claim}, {events}")
            )
            return said.format(n=row.position, claim=row.label, events=events_in_words(row.count))
        if role == Qt.ItemDataRole.ToolTipRole:
            said = translate("Claims", "Claim {n}: {claim}")
            return tip(said.format(n=row.position, claim=row.statement))
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, owner: "ClaimList") -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, _: QStyleOptionViewItem, _index: _ANY) -> QSize:
        return QSize(80, self._owner.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY) -> None:
        owner, theme = self._owner, self._owner.theme
        row = owner.claims.rows[index.row()]
        rect: QRectF = QRectF(option.rect)  # type: ignore[attr-defined] - Qt's stubs leave fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if row.is_chosen or is_hovered:
            painter.setBrush(theme.colour("accent_soft" if row.is_chosen else "control_hover"))
            painter.drawRoundedRect(box, 5, 5)
        if row.is_read:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 5, 3, box.height() - 10), 1.5, 1.5)
        if state & QStyle.StateFlag.State_HasFocus and owner.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 5, 5)
        strong = QFont(owner.font())
        strong.setWeight(QFont.Weight.DemiBold)
        plain = QFontMetricsF(owner.font())
        middle = Qt.AlignmentFlag.AlignVCenter
        words = theme.colour("accent_text" if row.is_chosen else "text" if row.count else "text_soft")
        soft = theme.colour("accent_text" if row.is_chosen else "text_soft")
        count = grouped(row.count)
        room = plain.horizontalAdvance(count)
        right = rect.right() - 8 - room
        painter.setPen(soft)
        painter.drawText(QRectF(right, rect.top(), room, rect.height()), middle, count)
        painter.setFont(strong)
        painter.drawText(QRectF(rect.left() + 10, rect.top(), 24, rect.height()), middle, str(row.position))
        left = rect.left() + 35
        font = strong if row.is_chosen else owner.font()
        painter.setFont(font)
        painter.setPen(words)
        text = QFontMetricsF(font).elidedText(row.label, Qt.TextElideMode.ElideRight, right - 8 - left)
        painter.drawText(QRectF(left, rect.top(), right - 8 - left, rect.height()), middle, text)
        painter.restore()


class ClaimList(QListView):
    """The claims at their full height; a click, Space or Enter chooses one, or lets go of it."""

    toggled = Signal(str)
    moved = Signal(QRect)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.claims = _Claims()
        self._pressed = -1
        self.setModel(self.claims)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Claims", "Claims of the article"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def row_height(self) -> int:
        return self.fontMetrics().height() + 10

    def show_rows(self, rows: tuple[ClaimRow, ...]) -> None:
        """List these claims and take the height they need."""
        self.claims.show(rows)
        self.setFixedHeight(self.row_height * len(rows) + 2)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.claims.index(0))
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and row == self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit(self.claims.rows[row].slug)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit(self.claims.rows[index.row()].slug)
            return
        super().keyPressEvent(event)
        self.moved.emit(self.visualRect(self.currentIndex()))


class ClaimsSection(QScrollArea):
    """Observes the Store's claim and what matches; `claim_chosen` carries a slug, "" to let go."""

    claim_chosen = Signal(str)

    def __init__(self, store: Store, collection: Collection, theme: Theme) -> None:
        super().__init__()
        self._store, self._collection, self._theme = store, collection, theme
        self._read = 0
        self.setObjectName("claims")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Claims", "Claims of the article"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        body = QWidget()
        body.setObjectName("facetBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(10, 14, 10, 10)
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 2, 0)
        self._title = section(translate("Claims", "Claims of the article"))
        self._title.setWordWrap(False)
        # It never makes the column wider than it is.
        self._title.setMinimumWidth(1)
        head.addWidget(self._title)
        head.addStretch(1)
        self._clear = button(
            translate("Claims", "clear"),
            "link",
            translate("Claims", "Show no claim on the timeline any more"),
        )
        self._clear.setAccessibleName(translate("Claims", "Clear the claim"))
        size = self._clear.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(size)
        on_click(self._clear, lambda: self.claim_chosen.emit(""))
        head.addWidget(self._clear)
        inside.addLayout(head)
        self.list = ClaimList(theme)
        self.list.toggled.connect(self._toggle)
        self.list.moved.connect(self._follow_row)
        inside.addWidget(self.list)
        self._roles = QWidget()
        roles = QVBoxLayout(self._roles)
        roles.setContentsMargins(6, 8, 0, 0)
        roles.setSpacing(2)
        roles.addWidget(section(translate("Claims", "How an event serves it")))
        roles.addSpacing(2)
        self.roles = {role: _RoleRow(role, theme) for role in ROLES}
        for row in self.roles.values():
            roles.addWidget(row)
        inside.addWidget(self._roles)
        inside.addStretch(1)
        self.setWidget(body)
        store.observe(self._follow)
        collection.opened.connect(self._show)
        collection.matched.connect(self._show)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = self.list.theme = theme
        for row in self.roles.values():
            row.theme = theme
            row.update()
        self.list.viewport().update()

    def mark_read(self, number: int) -> None:
        """Mark the claims that the paragraph of this number makes."""
        if number != self._read:
            self._read = number
            self._show()

    def sizeHint(self) -> QSize:
        body = self.widget()
        # Room for the line below, too: without it there would be something to scroll.
        return body.sizeHint() + QSize(0, 2) if body is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 3 * self.list.row_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where it is narrow the list's first word must do.
        title = self._title.accessibleName()
        wide = self.fontMetrics().horizontalAdvance(title.upper() + self._clear.text()) + 60
        self._title.setText(
            (title if self.viewport().width() >= wide else translate("Claims", "Claims")).upper()
        )

    def _toggle(self, slug: str) -> None:
        self.claim_chosen.emit("" if slug == self._store.state.claim else slug)

    def _follow_row(self, row: QRect) -> None:
        body = self.widget()
        assert body is not None
        at = self.list.viewport().mapTo(body, row.center())
        self.ensureVisible(at.x(), at.y(), 0, row.height())

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.claim != new.claim:
            self._show()

    def _show(self, _: object = None) -> None:
        argument, bearing, match = self._collection.argument, self._collection.bearing, self._collection.match
        if argument is None or bearing is None or match is None:
            self.list.show_rows(())
            return
        chosen = self._store.state.claim
        rows = tuple(
            ClaimRow(
                claim.slug,
                claim.position,
                claim.label,
                claim.statement,
                passing(bearing.claims[claim.slug], match.mask),
                claim.slug == chosen,
                self._read in claim.paragraphs,
            )
            for claim in argument.claims
        )
        self.list.show_rows(rows)
        self._clear.setVisible(bool(chosen))
        self._roles.setVisible(chosen in bearing.roles)
        if chosen in bearing.roles:
            for role, row in self.roles.items():
                row.show_count(passing(bearing.roles[chosen][role], match.mask))
        self.updateGeometry()


class _RoleRow(QWidget):
    """A role with the ring that the timeline draws around its events, and how many of the claim's have it."""

    def __init__(self, role: str, theme: Theme) -> None:
        super().__init__()
        self.theme, self._role, self._count = theme, role, 0
        self._name = role_in_words(role)
        self.setFixedHeight(self.fontMetrics().height() + 8)

    def show_count(self, count: int) -> None:
        """Show how many events that pass have the role."""
        self._count = count
        self.setAccessibleName(f"{self._name}: {events_in_words(count)}")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        colour = self.theme.colour(f"role_{self._role}" if self._count else "text_soft")
        middle = self.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_role(painter, self._role, QPointF(10, middle), 4.8, colour)
            painter.setPen(self.theme.colour("text" if self._count else "text_soft"))
            edge = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(30, 0, 0, 0), edge, self._name)
            painter.setPen(self.theme.colour("text_soft"))
            right = self.rect().adjusted(0, 0, -8, 0)
            painter.drawText(right, edge | Qt.AlignmentFlag.AlignRight, grouped(self._count))


class LeftColumn(QWidget):
    """The claims, when there is something to show of them, above the facets."""

    def __init__(self, claims: ClaimsSection, facets: QWidget) -> None:
        super().__init__()
        self._claims = claims
        self.setMinimumWidth(facets.minimumWidth())
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(claims)
        inside.addWidget(facets, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claims.setMaximumHeight(round(self.height() * _SHARE))
