"""What the mouse does at the wall: select, lasso, drag, pan, zoom, and open what is clicked twice."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from facilitator.domain.ids import CardId, ClusterId
from ui.wall.camera import step_from
from ui.wall.layout import Box
from ui.wall.state import NEW, Drag, Spot, Target
from ui.wall.surface import Surface

_EDGE: Final = 44
"""Px from the edge of a pane within which dragging scrolls it."""
_SCROLL_EVERY: Final = 30
_FASTEST: Final = 28

_Ctrl = Qt.KeyboardModifier.ControlModifier
_Shift = Qt.KeyboardModifier.ShiftModifier
_Left = Qt.MouseButton.LeftButton
_Middle = Qt.MouseButton.MiddleButton

Doing = Literal["nothing", "pressed", "dragging", "lasso", "panning"]


class Gestures(QObject):
    """Turns mouse events into selections and wishes. It never changes a record."""

    repaint = Signal()
    """Something looks different now."""

    touched = Signal(QRectF)
    """Something looks different now in this part of the window."""

    scrolled = Signal()
    """A pane was scrolled or zoomed."""

    selected = Signal()
    """Another selection was made."""

    dropped = Signal(object, object)
    """Cards (a tuple of keys) were dropped on a Target."""

    cluster_dropped = Signal(object, object)
    """A cluster's key, and that of the cluster it was dropped on; None to stand by itself."""

    opened = Signal(object)
    """A Spot was clicked twice, or the place for a new cluster once."""

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._doing: Doing = "nothing"
        self._start = QPointF()
        self._box: Box | None = None
        self._head: ClusterId | None = None
        self._kept: tuple[CardId, ...] = ()
        self._edge_timer = QTimer(self, interval=_SCROLL_EVERY)
        self._edge_timer.timeout.connect(self._scroll_at_edge)

    @property
    def doing(self) -> Doing:
        """What the mouse is doing."""
        return self._doing

    def handle(self, event: QEvent) -> bool:
        """Take a mouse event of the window; return whether it was one."""
        if isinstance(event, QMouseEvent):
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    self._press(event)
                case QEvent.Type.MouseMove:
                    self._move(event)
                case QEvent.Type.MouseButtonRelease:
                    self._release(event)
                case QEvent.Type.MouseButtonDblClick:
                    self._double(event)
            return True
        if isinstance(event, QWheelEvent):
            self._wheel(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return False

    def cancel(self) -> bool:
        """Let go of what is dragged or lassoed; return whether anything was."""
        was = self._doing in {"dragging", "lasso"}
        if was:
            self._stop()
            self.repaint.emit()
        return was

    def _stop(self) -> None:
        state = self._surface.state
        self._doing = "nothing"
        state.drag = state.lasso = None
        self._edge_timer.stop()

    # Press

    def _press(self, event: QMouseEvent) -> None:
        point = event.position()
        self._start = point
        self._surface.state.by_key = False
        if event.button() == _Middle:
            self._doing = "panning"
            return
        self._box = self._surface.box_at(point)
        self._head = self._surface.head_at(point) if event.button() == _Left else None
        if event.button() != _Left:
            if self._box is not None and self._box.card.id not in self._surface.state.selected:
                self._choose(self._box.card.id, event.modifiers())
            return
        self._doing = "pressed"
        if self._box is not None:
            if self._box.card.id not in self._surface.state.selected or event.modifiers() & (_Ctrl | _Shift):
                self._choose(self._box.card.id, event.modifiers())
            return
        state = self._surface.state
        self._kept = tuple(state.selected) if event.modifiers() & (_Ctrl | _Shift) else ()
        state.select(self._kept)
        state.current = self._surface.spot_at(point)
        self.selected.emit()

    def _choose(self, card: CardId, modifiers: Qt.KeyboardModifier) -> None:
        state = self._surface.state
        if modifiers & _Ctrl:
            state.toggle(card)
        elif modifiers & _Shift:
            state.select(self._surface.between(state.anchor, card))
        else:
            state.select([card])
        if not modifiers & _Shift or state.anchor is None:
            state.anchor = card
        state.current = Spot("card", card)
        self.selected.emit()

    # Move

    def _move(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._doing == "pressed" and self._far_enough(point):
            self._begin(point)
        match self._doing:
            case "nothing":
                self._hover(self._surface.box_at(point))
            case "dragging":
                self._drag_to(point)
            case "lasso":
                self._lasso_to(point)
            case "panning":
                pane = self._surface.pane_at(self._start)
                by = point - self._start
                self._start = point
                if pane.scroll_to(pane.scroll_x - by.x(), pane.scroll_y - by.y()):
                    self.scrolled.emit()
            case "pressed":
                pass

    def _far_enough(self, point: QPointF) -> bool:
        return (point - self._start).manhattanLength() >= QApplication.startDragDistance()

    def _begin(self, point: QPointF) -> None:
        state = self._surface.state
        state.hover = None
        self._edge_timer.start()
        if self._surface.view.whole:
            self._doing = "lasso"
            return
        if self._box is None and self._head is not None and not self._kept:
            self._doing = "dragging"
            state.drag = Drag((), QPointF(24, 22), point, cluster=self._head)
            return
        if self._box is None:
            self._doing = "lasso"
            return
        self._doing = "dragging"
        if self._box.card.id not in state.selected:
            state.select([self._box.card.id])
            self.selected.emit()
        order = self._surface.in_order(state.selected)
        order.remove(self._box.card.id)
        at = self._surface.window_rect(Spot("card", self._box.card.id))
        grip = self._start - at.topLeft() if at is not None else QPointF()
        state.drag = self._surface.taken((self._box.card.id, *order), grip, point)

    def _drag_to(self, point: QPointF) -> None:
        drag = self._surface.state.drag
        if drag is None:
            return
        before, target = self._surface.drag_rect(drag), drag.target
        drag.at = point
        drag.target = self._surface.target_at(drag)
        self.touched.emit(before)
        self.touched.emit(self._surface.drag_rect(drag))
        for rect in self._surface.changed_target(target, drag.target):
            self.touched.emit(rect)

    def _lasso_to(self, point: QPointF) -> None:
        state = self._surface.state
        state.lasso = QRectF(self._start, point).normalized()
        pane = self._surface.pane_at(self._start)
        caught = pane.layout.within(pane.area(state.lasso.intersected(pane.rect)))
        ordered = sorted(caught, key=lambda box: (box.region, box.y, box.x))
        before = list(state.selected)
        state.select([*self._kept, *(box.card.id for box in ordered)])
        if list(state.selected) != before:
            self.selected.emit()
        self.repaint.emit()

    def _hover(self, box: Box | None) -> None:
        key = None if box is None else box.card.id
        before = self._surface.state.hover
        if key != before:
            self._surface.state.hover = key
            for card in (before, key):
                if card is not None and (rect := self._surface.window_rect(Spot("card", card))) is not None:
                    self.touched.emit(rect)

    # Release

    def _release(self, event: QMouseEvent) -> None:
        state = self._surface.state
        doing, drag = self._doing, state.drag
        self._stop()
        if doing == "pressed" and event.button() == _Left:
            self._clicked(event)
        elif doing == "dragging" and drag is not None and drag.target is not None:
            self._drop(drag, drag.target)
        self.repaint.emit()

    def _clicked(self, event: QMouseEvent) -> None:
        if self._box is not None:
            if not event.modifiers() & (_Ctrl | _Shift) and len(self._surface.state.selected) > 1:
                self._choose(self._box.card.id, event.modifiers())
        elif self._surface.spot_at(event.position()) == NEW:
            self.opened.emit(NEW)

    def _drop(self, drag: Drag, target: Target) -> None:
        if drag.cluster is not None:
            self.cluster_dropped.emit(drag.cluster, target.cluster)
            return
        self.dropped.emit(tuple(self._surface.in_order(drag.cards)), target)

    def _double(self, event: QMouseEvent) -> None:
        spot = self._surface.spot_at(event.position())
        if event.button() == _Left and spot is not None and spot != NEW:
            self._doing = "nothing"
            self.opened.emit(spot)

    # Wheel and edges

    def _wheel(self, event: QWheelEvent) -> None:
        pane = self._surface.pane_at(event.position())
        if event.modifiers() & _Ctrl:
            turned = event.angleDelta().y()
            if turned and pane is self._surface.board:
                pane.zoom_to(step_from(pane.zoom, turned), event.position())
                self.scrolled.emit()
            return
        by = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() * 0.6
        x, y = by.x(), by.y()
        if event.modifiers() & _Shift:
            x, y = y, 0
        if pane.scroll_to(pane.scroll_x - x, pane.scroll_y - y):
            self.scrolled.emit()

    def _scroll_at_edge(self) -> None:
        state = self._surface.state
        point = state.drag.at if state.drag is not None else None
        if point is None and state.lasso is None:
            return
        if point is None:
            return
        pane = self._surface.pane_at(point)
        rect = pane.rect
        x = _pull(point.x() - rect.left(), rect.width()) if pane is self._surface.board else 0
        y = _pull(point.y(), rect.height())
        if (x or y) and pane.scroll_to(pane.scroll_x + x, pane.scroll_y + y):
            self.scrolled.emit()
            self._drag_to(point)


def _pull(at: float, length: float) -> float:
    """Return how far to scroll at once for a pointer `at` px of a pane's `length`."""
    if at < _EDGE:
        return -_FASTEST * min(1.0, (_EDGE - at) / _EDGE)
    if at > length - _EDGE:
        return _FASTEST * min(1.0, (at - length + _EDGE) / _EDGE)
    return 0
