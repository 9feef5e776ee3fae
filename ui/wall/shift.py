"""Moves the pixels that stay in sight while the board is scrolled: what comes into sight is painted."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from ui.wall.layout import Layout

if TYPE_CHECKING:
    from ui.wall.wall import CardWall


class Shown(NamedTuple):
    """What of the wall is in the window, and where."""

    board: Layout
    tray: Layout
    tray_y: int
    zoom: float
    rect: QRectF
    at: QPoint


class Shifting:
    """Knows what the window showed last."""

    def __init__(self, wall: "CardWall") -> None:
        self._wall = wall
        self._shown: Shown | None = None
        self.shifted = False
        """Whether the next frame comes of scrolling."""
        self.towards = (1, 1)
        """Which way the window went last: to the right (1) or left (-1), down or up."""

    def follow(self) -> None:
        """Show the wall where it is now: moved, or painted anew where more than its place is different."""
        surface = self._wall.surface
        tray, board = surface.tray, surface.board
        at = QPoint(board.scroll_x, board.scroll_y)
        before = self._shown
        now = self._shown = Shown(board.layout, tray.layout, tray.scroll_y, board.zoom, board.rect, at)
        if before is None or not _same(before, now) or not self._can_shift():
            self._wall.viewport().update()
        elif before.at != at:
            self.towards = _sign(at.x() - before.at.x()), _sign(at.y() - before.at.y())
            self._shift(before.at - at, board.rect.toAlignedRect())

    def _can_shift(self) -> bool:
        """Whether everything in the window belongs to the wall, and lies on whole pixels."""
        wall, state = self._wall, self._wall.surface.state
        in_hand = state.drag is not None or state.lasso is not None
        ratio = wall.devicePixelRatioF()
        return not in_hand and wall.writing.what == "nothing" and ratio == round(ratio)

    def _shift(self, by: QPoint, board: QRect) -> None:
        viewport = self._wall.viewport()
        clear = _clear(self._wall, board)
        viewport.scroll(by.x(), by.y(), clear)
        viewport.update(QRegion(board) - QRegion(clear))
        self.shifted = True


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _same(before: Shown, now: Shown) -> bool:
    """Whether two differ by where the board is scrolled to, if at all."""
    return before.board is now.board and before.tray is now.tray and before[2:-1] == now[2:-1]


def _clear(wall: QWidget, rect: QRect) -> QRect:
    """Return the largest part of a rectangle, over its whole width, on which nothing floats."""
    parent = wall.parentWidget()
    if parent is None:
        return rect
    beside = parent.children()
    clear = rect
    for each in beside[beside.index(wall) + 1 :]:
        if isinstance(each, QWidget) and each.isVisible():
            taken = each.geometry().translated(-wall.pos())
            if taken.intersects(clear):
                above, below = QRect(clear), QRect(clear)
                above.setBottom(taken.top() - 1)
                below.setTop(taken.bottom() + 1)
                clear = max(above, below, key=QRect.height)
    return clear
