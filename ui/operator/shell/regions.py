"""Moves the focus between the parts of a window, as F6 does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.keyboard import focus_by_keyboard, tab_stops


def first_focusable(region: QWidget) -> QWidget | None:
    """Return the first control in `region` that Tab would reach, the region itself included."""
    return next(tab_stops(region), None)


class Regions:
    """The parts of a window in order; each remembers where the focus was in it."""

    def __init__(self) -> None:
        self._last: dict[int, QWidget] = {}

    def move(self, regions: Sequence[QWidget], step: int) -> QWidget | None:
        """Go `step` parts on from where the focus is and return what has it now, if anything can."""
        here = QApplication.focusWidget()
        now = -1
        for number, region in enumerate(regions):
            if here is not None and (region is here or region.isAncestorOf(here)):
                now = number
                self._last[id(region)] = here
        if now < 0 and step < 0:
            now = 0
        for count in range(1, len(regions) + 1):
            region = regions[(now + step * count) % len(regions)]
            target = self._target(region)
            if target is not None:
                focus_by_keyboard(target)
                return target
        return None

    def _target(self, region: QWidget) -> QWidget | None:
        last = self._last.get(id(region))
        candidates = (region, *region.findChildren(QWidget)) if last is not None else ()
        for each in candidates:
            # In the rail only the page that is shown is a stop, whichever was left.
            stops = each is last and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            if stops and each.isVisible() and each.isEnabled():
                return each
        return first_focusable(region)
