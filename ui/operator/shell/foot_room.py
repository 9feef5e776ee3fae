"""Room under what the undo bar lies on: for its eight seconds the last row can still be read."""

from collections.abc import Iterable
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QMargins, QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

GAP: Final = 8
"""px between the last row and the bar."""


@runtime_checkable
class Footed(Protocol):
    """A scrolling part that knows itself how to leave room below its last row."""

    def set_foot_room(self, px: int) -> None:
        """Leave so much room."""


class FootRoom:
    """Gives the scrolling parts under the bar as much room as it takes from them, and takes it back.

    Where words or fields lie there that do not scroll, the whole page ends above the bar.
    """

    def __init__(self) -> None:
        self._given: dict[QAbstractScrollArea, int] = {}
        self._raised: tuple[QLayout, QMargins] | None = None

    def give(self, page: QWidget, bar: QRect) -> None:
        """Make room where the bar lies; it is given in the coordinates of the page."""
        wanted = {area: px for area in _outermost(page) if (px := _covered(area, page, bar))}
        for area in self._given.keys() - wanted.keys():
            _leave(area, 0)
        for area, px in wanted.items():
            if self._given.get(area) != px:
                _leave(area, px)
        self._given = wanted
        if self._raised is None and _lies_on_words(page, bar, wanted):
            self._raise(page, bar)

    def _raise(self, page: QWidget, bar: QRect) -> None:
        layout = page.layout()
        if layout is not None:
            margins = layout.contentsMargins()
            self._raised = (layout, margins)
            layout.setContentsMargins(margins + QMargins(0, 0, 0, page.height() - bar.top()))

    def take_back(self) -> None:
        """Let everything be as high as before."""
        given, self._given = self._given, {}
        if self._raised is not None:
            layout, margins = self._raised
            self._raised = None
            if isValid(layout):
                layout.setContentsMargins(margins)
        for area in given:
            _leave(area, 0)


def _outermost(page: QWidget) -> list[QAbstractScrollArea]:
    """Return the parts of a page that scroll; what scrolls inside another one moves with it."""
    found = [
        each
        for each in page.findChildren(QAbstractScrollArea)
        if each.isVisible() and not isinstance(each, QPlainTextEdit | QTextEdit)
    ]
    return [
        each for each in found if not any(other is not each and other.isAncestorOf(each) for other in found)
    ]


def _covered(area: QAbstractScrollArea, page: QWidget, bar: QRect) -> int:
    """Return how many px of a part lie below the upper edge of the bar, 0 where it lies elsewhere."""
    place = QRect(area.mapTo(page, QPoint(0, 0)), area.size())
    covered = place.bottom() - bar.top() + GAP
    return covered if place.intersects(bar) and covered < place.height() / 2 else 0


def _lies_on_words(page: QWidget, bar: QRect, scrolling: Iterable[QWidget]) -> bool:
    """Whether the bar lies on words or fields of the page that nobody can scroll away from it."""
    outer = list(scrolling)
    return any(
        each.isVisible()
        and not any(area.isAncestorOf(each) for area in outer)
        and QRect(each.mapTo(page, QPoint(0, 0)), each.size()).intersects(bar)
        for kind in (QPlainTextEdit, QLineEdit, QAbstractButton, QLabel)
        for each in page.findChildren(kind)
    )


def _leave(area: QAbstractScrollArea, px: int) -> None:
    if not isValid(area):  # its page let go of it meanwhile
        return
    bar = area.verticalScrollBar()
    was_at_end = 0 < bar.maximum() == bar.value()
    if isinstance(area, Footed):
        area.set_foot_room(px)
    else:
        margins = area.viewportMargins()
        area.setViewportMargins(margins.left(), margins.top(), margins.right(), px)
    if was_at_end:
        bar.setValue(bar.maximum())
