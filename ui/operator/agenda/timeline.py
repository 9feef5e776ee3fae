"""The agenda true to time: one column a day, edited by dragging and by key.

Arrow keys choose a session, Left and Right the day beside. What a drag means is only asked for:
the page has it stored, and the new times come back as columns.
"""

import datetime as dt
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from facilitator.i18n import _
from ui.operator.agenda.days_painter import DaysPainter
from ui.operator.agenda.geometry import HEAD, Geometry, Part, Placed
from ui.presenters.agenda import DayColumn
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme
from ui.widgets.announce import announce

STEP = 5
"""Minutes in which edges and blocks are dragged (design 02)."""

_THRESHOLD = 4
_CURSORS = {"top": Qt.CursorShape.SizeVerCursor, "bottom": Qt.CursorShape.SizeVerCursor}


@dataclass(frozen=True, slots=True)
class _Drag:
    """What is being dragged, where it was taken, and what it would become."""

    placed: Placed
    part: Part
    grip: QPointF
    date: dt.date
    start: int
    minutes: int
    moved: bool = False


class Timeline(QWidget):
    """Paints the days and tells what a person did to a session."""

    selected = Signal(object)
    """The SessionId that was chosen, or None."""

    edit_wanted = Signal()
    """A person wants to edit the chosen session: Enter, or a double click."""

    length_wanted = Signal(object, int)
    """SessionId and minutes: the lower edge was dragged."""

    span_wanted = Signal(object, int, int)
    """SessionId, start in minutes since midnight, and minutes: the upper edge was dragged."""

    moved = Signal(object, object, int)
    """SessionId, date, and start in minutes since midnight: the block was dragged."""

    reveal = Signal(QRect)
    """This part should be in sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._painter = DaysPainter(theme)
        self._days: tuple[DayColumn, ...] = ()
        self._chosen: SessionId | None = None
        self._drag: _Drag | None = None
        self._room = 0
        self._top = 0
        self._geometry = Geometry((), 600, 400)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty(OWN_RING, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_days(self, days: Sequence[DayColumn]) -> None:
        """Show these days; a drag that goes on is kept when its session is still there."""
        self._days = tuple(days)
        self._lay_out()
        if self._drag is not None and self._geometry.of(self._drag.placed.block.id) is None:
            self._drag = None
        self._describe()

    def choose(self, session: SessionId | None) -> None:
        """Mark a session without telling anybody, and bring it into sight."""
        self._chosen = session
        self._describe()
        self.update()
        placed = self._geometry.of(session)
        if placed is not None:
            self.reveal.emit(placed.rect.toAlignedRect().adjusted(0, -HEAD - 8, 0, 8))

    def set_room(self, height: int) -> None:
        """Learn how high the part in sight is: a day should fit into it."""
        if height != self._room:
            self._room = height
            self._lay_out()

    def set_top(self, y: int) -> None:
        """Learn how far the columns are scrolled: their titles stay in sight."""
        self._top = y
        self.update()

    def placed(self, session: SessionId) -> QRectF:
        """Return where a session lies. Raises KeyError for one that is not shown."""
        found = self._geometry.of(session)
        if found is None:
            raise KeyError(session)
        return found.rect

    def sizeHint(self) -> QSize:
        """Ask for the height of the days."""
        return QSize(round(self._geometry.width), round(self._geometry.height))

    def minimumSizeHint(self) -> QSize:
        """Scroll rather than squeeze."""
        return QSize(len(self._days) * 300, round(self._geometry.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew at another width."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._geometry = Geometry(self._days, self.width(), self._room)
        self.setMinimumHeight(round(self._geometry.height))
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        placed = self._geometry.of(self._chosen)
        self.setAccessibleDescription(placed.block.spoken if placed else _("No session is selected"))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint hours, blocks, what collides, and the titles of the days above all."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("canvas"))
        focused = self._chosen if self.hasFocus() else None
        self._painter.paint_days(painter, self._geometry, self._chosen, focused)
        drag = self._drag
        column = None if drag is None or not drag.moved else self._geometry.column_of(drag.date)
        if drag is not None and column is not None:
            self._painter.paint_drag(painter, column, drag.start, drag.minutes)
        self._painter.paint_heads(painter, self._geometry, self._top)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell the whole of a block whose words have no room."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._geometry.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), escape(found[0].block.spoken) if found else "", self)
            return True
        return super().event(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, edit with Enter, drop a drag with Escape."""
        match event.key():
            case Qt.Key.Key_Escape if self._drag is not None:
                self._drag = None
                self.update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_wanted.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down if not event.modifiers():
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if not event.modifiers():
                self._beside(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Home:
                self._go_to(self._geometry.placed[:1])
            case Qt.Key.Key_End:
                self._go_to(self._geometry.placed[-1:])
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        placed = self._geometry.placed
        ids = [each.block.id for each in placed]
        if self._chosen not in ids:
            self._go_to(placed[:1])
            return
        place = ids.index(self._chosen) + by
        if 0 <= place < len(ids):
            self._go_to(placed[place : place + 1])

    def _beside(self, by: int) -> None:
        here = self._geometry.of(self._chosen)
        if here is None:
            self._go_to(self._geometry.placed[:1])
            return
        dates = [column.day.date for column in self._geometry.columns]
        place = dates.index(here.date) + by
        if 0 <= place < len(dates):
            there = [each for each in self._geometry.placed if each.date == dates[place]]
            there.sort(key=lambda each: abs(each.block.start - here.block.start))
            self._go_to(there[:1])

    def _go_to(self, placed: Sequence[Placed]) -> None:
        for each in placed:
            self._pick(each)

    def _pick(self, placed: Placed) -> None:
        self.choose(placed.block.id)
        self.selected.emit(placed.block.id)
        announce(self, placed.block.spoken)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the session under the pointer and take hold of it."""
        found = self._geometry.at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or event.position().y() < self._top + HEAD:
            return
        if found is None:
            self.choose(None)
            self.selected.emit(None)
            return
        placed, part = found
        self._pick(placed)
        block = placed.block
        self._drag = _Drag(placed, part, event.position(), placed.date, block.start, block.minutes)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what the drag would do; without one, show what could be dragged."""
        if self._drag is None:
            found = self._geometry.at(event.position())
            self.setCursor(
                Qt.CursorShape.ArrowCursor
                if found is None
                else _CURSORS.get(found[1], Qt.CursorShape.OpenHandCursor)
            )
            return
        way = (event.position() - self._drag.grip).manhattanLength()
        if self._drag.moved or way >= _THRESHOLD:
            self._drag = self._dragged(self._drag, event.position())
            self.update()

    def _dragged(self, drag: _Drag, point: QPointF) -> _Drag:
        block = drag.placed.block
        start, end, date = block.start, block.end, drag.placed.date
        column = self._geometry.column_of(date)
        if drag.part == "body":
            column = self._geometry.column_at(point.x())
        if column is None:
            return drag
        offset = drag.grip.y() - drag.placed.rect.top() if drag.part == "body" else 0.0
        minute = column.scale.minute(point.y() - offset - column.rect.y(), STEP)
        match drag.part:
            case "body":
                start = min(minute, 24 * 60 - max(STEP, block.minutes))
                end, date = start + block.minutes, column.day.date
            case "top":
                start = min(minute, end - STEP)
            case _:
                end = max(minute, start + STEP)
        return _Drag(drag.placed, drag.part, drag.grip, date, start, end - start, moved=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what the drag showed."""
        del event
        drag, self._drag = self._drag, None
        self.update()
        if drag is None or not drag.moved:
            return
        block = drag.placed.block
        match drag.part:
            case "body" if (drag.start, drag.date) != (block.start, drag.placed.date):
                self.moved.emit(block.id, drag.date, drag.start)
            case "top" if drag.start != block.start:
                self.span_wanted.emit(block.id, drag.start, drag.minutes)
            case "bottom" if drag.minutes != block.minutes:
                self.length_wanted.emit(block.id, drag.minutes)
            case _:
                return

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the session under the pointer."""
        if self._geometry.at(event.position()) is not None:
            self.edit_wanted.emit()
