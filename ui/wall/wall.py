"""The card wall as a widget: it shows a board, and says what a person wants to change. It changes nothing."""

from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from facilitator.domain.ids import CardId
from facilitator.i18n import _
from ui.presenters.cards import WallView
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme
from ui.wall import access
from ui.wall.camera import Pane, step_from
from ui.wall.gestures import Gestures
from ui.wall.keys import WallKeys
from ui.wall.painter import MOST_HELD, WallPainter
from ui.wall.shift import Shifting
from ui.wall.state import Spot
from ui.wall.surface import Surface
from ui.wall.writing import Writing

_Type = QEvent.Type
_MOUSE = frozenset(
    {
        _Type.MouseButtonPress,
        _Type.MouseButtonRelease,
        _Type.MouseButtonDblClick,
        _Type.MouseMove,
        _Type.Wheel,
        _Type.Leave,
    }
)

_SCATTERED = 2
"""How many times as large the rectangle around all parts of a paint must be to paint them one by one."""

_AHEAD = 320
"""Px around the window whose cards are made ready ahead."""
_AHEAD_AFTER = 24
"""Ms of rest before that, and between its parts."""


class CardWall(QAbstractScrollArea):
    """One canvas for all cards of a board; what cannot be seen costs nothing."""

    selection_changed = Signal()

    dropped = Signal(object, object)
    """Cards (a tuple of keys) were dropped on a Target."""

    cluster_dropped = Signal(object, object)
    """A cluster was dropped on another (keys of both), or taken out of the one around it (None)."""

    opened = Signal(object)
    """A Spot was opened by Enter, F2 or two clicks: a card, a cluster's name, the place for a new cluster."""

    counting = Signal(object, str)
    """A digit was typed on a Spot: its dots are to be counted."""

    menu_wanted = Signal(object, QPoint)
    """The menu of a Spot (or None) is wanted at a point of the screen."""

    zoom_changed = Signal(float)

    resized = Signal()
    """There is more or less of the wall to be seen, scroll bars left out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install()
        self._theme = theme
        self.surface = Surface()
        self.painter = WallPainter(theme)
        self.gestures = Gestures(self.surface, self)
        self.writing = Writing(theme, self)
        self._keys = WallKeys(self)
        self._shifting = Shifting(self)
        self._following = False
        self.setProperty(OWN_RING, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._continue = QTimer(self, singleShot=True, interval=0)
        self._continue.timeout.connect(self._go_on)
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_AFTER)
        self._ahead.timeout.connect(self._prepare)
        self.gestures.repaint.connect(self.viewport().update)
        self.gestures.touched.connect(self._repaint_part)
        self.gestures.scrolled.connect(self.follow_scroll)
        self.gestures.selected.connect(self.follow_selection)
        self.gestures.dropped.connect(self.dropped)
        self.gestures.cluster_dropped.connect(self.cluster_dropped)
        self.gestures.opened.connect(self.opened)
        theme.changed.connect(self._follow_theme)
        number = id(self)
        self.destroyed.connect(lambda: access.forget(number))

    # What is shown

    def show_board(self, view: WallView) -> None:
        """Show a board as it is now; another one is shown from its beginning."""
        if view.board != self.surface.view.board:
            for pane in (self.surface.tray, self.surface.board):
                pane.zoom, pane.scroll_x, pane.scroll_y = 1.0, 0, 0
            self.surface.state.select(())
            self.surface.state.current = None
            self.zoom_changed.emit(1.0)
        before = list(self.surface.state.selected)
        self._lay(view)
        if list(self.surface.state.selected) != before:
            self.selection_changed.emit()

    def set_passing(self, cards: frozenset[CardId] | None) -> None:
        """Dim the cards that are not among these; None dims none. Nothing moves."""
        self.surface.state.passing = cards
        self.viewport().update()

    @property
    def selected(self) -> tuple[CardId, ...]:
        """The selected cards, in reading order."""
        chosen = self.surface.state.selected
        return tuple(self.surface.in_order(chosen))

    def select(self, cards: Iterable[CardId]) -> None:
        """Select cards and bring the last of them into view."""
        state = self.surface.state
        state.select(cards)
        if state.selected:
            state.anchor = list(state.selected)[-1]
            state.current = Spot("card", state.anchor)
            self.reveal(state.current)
        self.follow_selection()

    def be_at(self, spot: Spot) -> None:
        """Be at a cluster's name or the place for a new one, with no card selected."""
        self.surface.state.select(())
        self.surface.state.current = spot
        self.reveal(spot)
        self.follow_selection()

    def reveal(self, spot: Spot) -> None:
        """Scroll so that a spot can be seen."""
        area = self.surface.area_of(spot)
        if area is not None and self.surface.pane_of(spot).reveal(area):
            self.follow_scroll()
        self.viewport().update()

    @property
    def settled(self) -> bool:
        """Whether the last frame showed every card as it is, with no stand-in."""
        return not self._lacks and self._shifting.lagging.isEmpty()

    @property
    def _lacks(self) -> bool:
        return self.painter.pictures.missing or self.painter.tiles.missing

    # Zoom

    @property
    def zoom(self) -> float:
        """How large the board is shown; 1 is its own size."""
        return self.surface.board.zoom

    def zoom_to(self, zoom: float) -> None:
        """Show the board at another size; its middle stays in the middle."""
        self.surface.board.zoom_to(zoom, self.surface.board.rect.center())
        self.follow_scroll()

    def zoom_by(self, direction: int) -> None:
        """Show the board one step larger or smaller."""
        self.zoom_to(step_from(self.zoom, direction))

    def fit(self) -> None:
        """Show the whole board at once."""
        self.surface.board.fit()
        self.follow_scroll()

    # Following

    def follow_scroll(self) -> None:
        """Put scroll bars and what is being written where the wall is now."""
        pane = self.surface.board
        for bar, most, page, value in (
            (self.horizontalScrollBar(), pane.most_x, pane.width, pane.scroll_x),
            (self.verticalScrollBar(), pane.most_y, pane.height, pane.scroll_y),
        ):
            self._following = True
            if bar.maximum() != most or bar.pageStep() != round(page):
                bar.setRange(0, most)
                bar.setPageStep(max(1, round(page)))
                bar.setSingleStep(48)
            bar.setValue(value)
            self._following = False
        self.writing.place()
        self._shifting.follow()
        self.zoom_changed.emit(pane.zoom)

    def set_foot_room(self, px: int) -> None:
        """Let the last card be scrolled above what lies on so much of the lower edge; nothing moves."""
        for pane in (self.surface.tray, self.surface.board):
            pane.foot = px
            pane.scroll_to(pane.scroll_x, pane.scroll_y)
        self.follow_scroll()
        self.viewport().update()

    def follow_selection(self) -> None:
        """Repaint and tell that other cards are selected."""
        self.viewport().update()
        access.tell_focus(self)
        self.selection_changed.emit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Cards on the wall"))
        self.setAccessibleDescription(
            _("Arrow keys go from card to card, Enter edits, M moves, Space reads large")
        )
        self.viewport().update()

    def _follow_theme(self) -> None:
        self.painter.follow_theme()
        self._lay(self.surface.view)

    def _lay(self, view: WallView) -> None:
        size = self.viewport().size()
        self.surface.compact = self._theme.metrics.compact
        self.surface.lay(view, size.width(), size.height(), self.painter.words)
        access.refresh(self)
        self.follow_scroll()

    # Qt's events

    def viewportEvent(self, event: QEvent) -> bool:
        """Hand mouse events to the gestures; lay anew at another size; paint."""
        if event.type() in _MOUSE:
            return self.gestures.handle(event)
        if event.type() == _Type.Resize:
            self._lay(self.surface.view)
            self.resized.emit()
            return True
        if isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        return super().viewportEvent(event)

    def _menu(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.surface.state.current
            rect = self.surface.window_rect(spot) if spot is not None else None
            at = (
                self.viewport().mapToGlobal(rect.center().toPoint())
                if rect is not None
                else event.globalPos()
            )
        else:
            spot, at = self.surface.spot_at(event.pos().toPointF()), event.globalPos()
        self.menu_wanted.emit(spot, at)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bars."""
        del dx, dy
        if self._following:
            return
        pane = self.surface.board
        if pane.scroll_to(self.horizontalScrollBar().value(), self.verticalScrollBar().value()):
            self.writing.place()
            self._shifting.follow()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl with an arrow for going on without selecting; open the menu that a key asked for.

        Elsewhere such an arrow is the clock's. What scrolls leaves a menu by key to nobody.
        """
        if (
            event.type() is _Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._keys.keeps(event)
        ):
            event.accept()
            return True
        if isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from spot to spot; what is no key of the wall is the window's."""
        if not self._keys.handle(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, when it was the keyboard that came here."""
        super().focusInEvent(event)
        state = self.surface.state
        state.focused = True
        by_key = {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        if event.reason() in by_key:
            state.by_key = True
            if state.current is None:
                state.current = self.surface.beside(None, (0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide where the keyboard was."""
        super().focusOutEvent(event)
        self.surface.state.focused = False
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Take what there is."""
        return QSize(900, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what can be seen of both panes, then what is in the hand."""
        tray = QRegion(self.surface.tray.rect.toAlignedRect())
        self.painter.pictures.begin_frame(whole=tray.subtracted(event.region()).isEmpty())
        with QPainter(self.viewport()) as painter:
            ready = self._paint(painter, _parts(event), event.region())
        shifted, self._shifting.shifted = self._shifting.shifted, False
        if self._lacks:
            self._continue.start()
        else:
            if shifted and ready:
                self._prepare_board()
            self._ahead.start()

    def _paint(self, painter: QPainter, parts: list[QRect], region: QRegion) -> bool:
        """Paint parts of the window; return whether the squares for that were there already."""
        surface, state = self.surface, self.surface.state
        ready = True
        if board := _within(parts, surface.board):
            painter.setClipRegion(region.intersected(surface.board.rect.toAlignedRect()))
            ready = self.painter.paint_board(painter, surface.board, state, board)
        if surface.has_tray and (tray := _within(parts, surface.tray)):
            painter.setClipRegion(region.intersected(surface.tray.rect.toAlignedRect()))
            self.painter.paint_tray(painter, surface.tray, state, reduce(QRectF.united, tray))
        painter.setClipRegion(region)
        if state.drag is not None and state.drag.cluster is not None:
            held = surface.board.layout.region_of(state.drag.cluster)
            if held is not None:
                rect = surface.drag_rect(state.drag).adjusted(4, 4, -4, -4)
                self.painter.paint_held(painter, held, rect)
        elif state.drag is not None:
            boxes = [box for box in map(surface.box, state.drag.cards[:MOST_HELD]) if box is not None]
            zoom = surface.board.zoom if surface.pane_at(state.drag.at) is surface.board else 1.0
            self.painter.paint_drag(painter, boxes, state.drag, zoom)
        if state.lasso is not None:
            self.painter.paint_lasso(painter, state.lasso)
        return ready

    def _go_on(self) -> None:
        """Paint where something stands in, now that there is time for more."""
        tray = [self.surface.tray.rect] if self.painter.pictures.missing else []
        for rect in (*self.painter.tiles.owed(self.surface.board), *tray):
            self.viewport().update(rect.toAlignedRect())

    def _prepare_board(self) -> bool:
        board, state = self.surface.board, self.surface.state
        return self.painter.prepare_board(self.viewport(), board, state, self._shifting.towards)

    def _repaint_part(self, rect: QRectF) -> None:
        self.viewport().update(rect.toAlignedRect().adjusted(-4, -4, 4, 4))

    def _prepare(self) -> None:
        """Make the pictures of what lies just outside the window, a few at a time, while nothing moves."""
        self._shifting.rest()
        if self.gestures.doing != "nothing":
            self._ahead.start()
            return
        around = self.surface.tray.rect.adjusted(0, -_AHEAD, 0, _AHEAD)
        ratio = self.viewport().devicePixelRatio()
        boxes = self.surface.tray.layout.within(self.surface.tray.area(around))
        if not self.isVisible() or self._lacks:
            return
        if not self.painter.pictures.prepare(boxes, ratio) or not self._prepare_board():
            self._ahead.start()


def _within(parts: list[QRect], pane: Pane) -> list[QRectF]:
    """Return what parts of the window have in common with a pane."""
    common = (QRectF(part).intersected(pane.rect) for part in parts)
    return [each for each in common if not each.isEmpty()]


def _parts(event: QPaintEvent) -> list[QRect]:
    """Return what is to be painted: one rectangle, or several that lie far apart."""
    parts: list[QRect] = list(event.region())  # type: ignore[call-overload]  # Qt's regions are iterable
    whole = event.rect()
    apart = sum(part.width() * part.height() for part in parts)
    return parts if _SCATTERED * apart < whole.width() * whole.height() else [whole]
