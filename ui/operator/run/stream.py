"""The live stream: every card of the board as a strip, the newest on top."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from facilitator.i18n import _, ngettext
from ui.models.card_stream import CardStream, StreamRole
from ui.operator.run.offer import Offer
from ui.operator.run.stream_delegate import StreamDelegate
from ui.presenters.stream import StreamCard, counts
from ui.presenters.tips import as_tip
from ui.theme.badges import paint_badge
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, label

TWO_COLUMNS: Final = 1100
"""Width of the centre in px from which the stream has two columns."""
_KEYS: Final = {
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_H: "hide",
    Qt.Key.Key_W: "plan",
    Qt.Key.Key_Delete: "delete",
}

AnyIndex = QModelIndex | QPersistentModelIndex


class StreamView(QListView):
    """The list. Rows are of one height, so that a thousand cards cost no more than those in sight."""

    acted = Signal(str, object)
    """An action ("edit", "hide", "plan", "delete") on a StreamCard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._delegate = StreamDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setProperty("ground", "canvas")
        self.setProperty(OWN_RING, True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)

    def columns(self) -> int:
        """Return how many columns there is room for."""
        return 2 if self.viewport().width() >= TWO_COLUMNS - 80 else 1

    def fit(self) -> None:
        """Lay the rows out for the width and the layout."""
        columns = self.columns()
        wanted = QListView.Flow.LeftToRight if columns > 1 else QListView.Flow.TopToBottom
        if self.flow() != wanted:
            self.setFlow(wanted)
            self.setWrapping(columns > 1)
        height = self._delegate.row_height()
        # Qt wraps a row that fills the width to the pixel: two less, and the columns stay side by side.
        self.setGridSize(QSize((self.viewport().width() - 2) // columns, height))
        self.verticalScrollBar().setSingleStep(height // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns filling the width."""
        super().resizeEvent(event)
        self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Do the action under the pointer; elsewhere select the card. The focus stays where typing is."""
        index = self.indexAt(event.position().toPoint())
        action = self._delegate.action_at(self.visualRect(index), event.position()) if index.isValid() else ""
        if event.button() is Qt.MouseButton.LeftButton and action:
            self.acted.emit(action, index.data(StreamRole.CARD))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a card by a double click."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.acted.emit("edit", index.data(StreamRole.CARD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do to the current card what its key says; all else moves among the cards."""
        index = self.currentIndex()
        action = _KEYS.get(Qt.Key(event.key())) if index.isValid() and not event.modifiers() else None
        if action is not None:
            self.acted.emit(action, index.data(StreamRole.CARD))
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what an action's icon means, and the whole text of a card that does not fit."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid():
                action = self._delegate.action_at(self.visualRect(index), event.pos().toPointF())
                card: StreamCard = index.data(StreamRole.CARD)
                QToolTip.showText(event.globalPos(), action_words(action, card) or as_tip(card.text), self)
                return True
        return super().viewportEvent(event)


def action_words(action: str, card: StreamCard) -> str:
    """Return what an action does to a card, in the screen's language; empty for none."""
    return {
        "edit": _("Edit (F2)"),
        "hide": _("Show on stage (H)") if card.hidden else _("Hide on stage (H)"),
        "plan": _("To the work plan (W)"),
        "delete": _("Delete (Del)"),
    }.get(action, "")


class KindCounts(QWidget):
    """How many cards there are of each kind: badges and figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_counts(self, found: list[tuple[str, int]]) -> None:
        """Show these counts."""
        self._counts = [each for each in found if each[1]]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the badges and figures."""
        metrics = self.fontMetrics()
        width = sum(18 + 6 + metrics.horizontalAdvance(str(n)) + 16 for _look, n in self._counts)
        return QSize(width, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint badges and figures."""
        del event
        theme = self._theme
        with QPainter(self) as painter:
            painter.setFont(theme.font("body_strong", tabular=True))
            metrics = painter.fontMetrics()
            x = 0
            for look, number in self._counts:
                solid, glyph = theme.badge(look)
                paint_badge(painter, QRect(x, 4, 16, 16).toRectF(), look, solid=solid, glyph=glyph)
                painter.setPen(theme.colour("ink"))
                words = str(number)
                painter.drawText(QRect(x + 22, 0, 60, 24), Qt.AlignmentFlag.AlignVCenter, words)
                x += 18 + 6 + metrics.horizontalAdvance(words) + 14


class StreamPanel(QFrame):
    """Counts, the list, and the pill that says what came while one reads further down."""

    acted = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.entry: QWidget | None = None
        """The field from which Tab leads to a question above the newest card."""
        self._unseen = 0
        self.setProperty("ground", "canvas")
        self.model = CardStream(self)
        self.view = StreamView(theme)
        self.view.setModel(self.model)
        self._count = label(theme, role="body_strong")
        self._kinds = KindCounts(theme)
        self._to = ElidedLabel(theme, "meta", "ink_3")
        self._to.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._empty = label(theme, role="body", tone="ink_3", wrap=True)
        self._pill = Button(theme, " ", kind="now", icon="chevron-up", size="small")
        self._pill.setParent(self)
        self._pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pill.hide()
        self._arrange()
        self.view.acted.connect(self.acted)
        self.model.arrived.connect(self._arrived)
        self._pill.clicked.connect(self._to_top)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self.view.viewport().update)

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(14)
        self._head.addWidget(self._count)
        self._head.addWidget(self._kinds)
        self._head.addWidget(self._to, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 10, 16, 0)
        self._column.setSpacing(6)
        self._column.addLayout(self._head)
        self._column.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.view, 100)
        self.set_compact(False)

    def ask_above(self, question: Offer) -> None:
        """Put a question between the counts and the newest card."""
        row = QHBoxLayout()
        row.setContentsMargins(2, 0, self.view.verticalScrollBar().sizeHint().width() + 8, 0)
        row.addWidget(question)
        self._column.insertLayout(1, row)
        if self.entry is not None:
            question.come_after(self.entry)

    def set_compact(self, compact: bool) -> None:
        """One line a card in the compact layout, two in the regular one."""
        self._column.setContentsMargins(20 if compact else 28, 8 if compact else 12, 8, 0)
        self._head.setContentsMargins(0, 0, 12 if compact else 20, 0)
        self.view.fit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.view.setAccessibleName(_("Cards, newest first"))
        self._empty.setText(
            _("No cards yet. Type above: a sign first sets the type, + works, - difficulty, ? question.")
        )
        self.tell()

    def tell(self, to: str | None = None) -> None:
        """Say how many cards there are of each kind, and where the next one goes."""
        cards = self.model.cards
        count = len(cards)
        self._count.setText(ngettext("{n} card", "{n} cards", count).format(n=count))
        self._kinds.show_counts(counts(self.model.looks))
        self._empty.setVisible(not cards)
        self.view.setVisible(bool(cards))
        if to is not None:
            self._to.set_text(to)

    @Slot(int)
    def _arrived(self, count: int) -> None:
        """Leave the list where it is while somebody reads further down, and say what came."""
        self.view.executeDelayedItemsLayout()  # with the card already in its place, one paint is enough
        bar = self.view.verticalScrollBar()
        if bar.value() <= self.view.gridSize().height():
            bar.setValue(0)
            return
        columns, unseen = self.view.columns(), self._unseen + count
        rows = unseen // columns - self._unseen // columns
        bar.setValue(bar.value() + rows * self.view.gridSize().height())
        self._unseen = unseen
        self._say_unseen()

    @Slot()
    def _scrolled(self) -> None:
        if self._unseen and self.view.verticalScrollBar().value() <= 4:
            self._unseen = 0
            self._say_unseen()

    @Slot()
    def _to_top(self) -> None:
        self.view.scrollToTop()

    def _say_unseen(self) -> None:
        self._pill.setVisible(bool(self._unseen))
        if self._unseen:
            words = ngettext("{n} new", "{n} new", self._unseen).format(n=self._unseen)
            self._pill.setText(words)
            self._pill.adjustSize()
            self._place_pill()
            self._pill.raise_()

    def _place_pill(self) -> None:
        top = self.view.geometry().topLeft()
        x = self.view.geometry().center().x() - self._pill.width() // 2
        self._pill.move(QPoint(x, top.y() + 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pill in the middle."""
        super().resizeEvent(event)
        self._place_pill()
