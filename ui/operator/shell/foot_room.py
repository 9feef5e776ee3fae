"""Room under what the undo bar lies on: for its eight seconds the last row can still be read."""

from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

GAP: Final = 8
"""px between the last row and the bar."""


@runtime_checkable
class Footed(Protocol):
    """A scrolling part that knows itself how to leave room below its last row."""

    def set_foot_room(self, px: int) -> None:
        """Leave so much room."""


class FootRoom:
    """Gives the scrolling parts under the bar as much room as it takes from them, and takes it back."""

    def __init__(self) -> None:
        self._given: dict[QAbstractScrollArea, int] = {}

    def give(self, page: QWidget, bar: QRect) -> None:
        """Make room where the bar lies; it is given in the coordinates of the page."""
        wanted = {area: px for area in _outermost(page) if (px := _covered(area, page, bar))}
        for area in self._given.keys() - wanted.keys():
            _leave(area, 0)
        for area, px in wanted.items():
            if self._given.get(area) != px:
                _leave(area, px)
        self._given = wanted

    def take_back(self) -> None:
        """Let everything be as high as before."""
        given, self._given = self._given, {}
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
