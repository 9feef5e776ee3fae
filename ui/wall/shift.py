"""Moves the pixels that stay in sight while the board is scrolled: what comes into sight is painted."""

from collections.abc import Iterable, Iterator
from functools import reduce
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
        self.lagging = QRegion()
        """Where the wall was not painted: under panels, whose round corners follow once there is rest."""
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

    def rest(self) -> None:
        """Paint what was left for when nothing moves."""
        lagging, self.lagging = self.lagging, QRegion()
        if not lagging.isEmpty():
            self._wall.viewport().update(lagging)

    def _can_shift(self) -> bool:
        """Whether everything in the window belongs to the wall, and lies on whole pixels."""
        wall, state = self._wall, self._wall.surface.state
        in_hand = state.drag is not None or state.lasso is not None
        ratio = wall.devicePixelRatioF()
        return not in_hand and wall.writing.what == "nothing" and ratio == round(ratio)

    def _shift(self, by: QPoint, board: QRect) -> None:
        viewport = self._wall.viewport()
        above = list(_floating(self._wall))
        clear = _clear(above, board)
        hidden = [each.geometry() for each in above if each.property("box") == "panel"]
        self.lagging = reduce(QRegion.united, map(QRegion, hidden), QRegion())
        viewport.scroll(by.x(), by.y(), clear)
        viewport.update(QRegion(board) - QRegion(clear) - self.lagging)
        self.shifted = True


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _same(before: Shown, now: Shown) -> bool:
    """Whether two differ by where the board is scrolled to, if at all."""
    return before.board is now.board and before.tray is now.tray and before[2:-1] == now[2:-1]


def _floating(wall: QWidget) -> Iterator[QWidget]:
    """Yield what floats over a wall."""
    parent = wall.parentWidget()
    beside = parent.children() if parent is not None else [wall]
    for each in beside[beside.index(wall) + 1 :]:
        if isinstance(each, QWidget) and each.isVisible():
            yield each


def _clear(above: Iterable[QWidget], rect: QRect) -> QRect:
    """Return the largest part of a rectangle, over its whole width, on which nothing floats."""
    clear = QRect(rect)
    for each in above:
        if (taken := each.geometry()).intersects(clear):
            over, under = QRect(clear), QRect(clear)
            over.setBottom(taken.top() - 1)
            under.setTop(taken.bottom() + 1)
            clear = max(over, under, key=QRect.height)
    return clear
