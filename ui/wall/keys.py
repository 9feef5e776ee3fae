"""What keys do at the wall: go from spot to spot, select, open, count, zoom."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.domain.ids import CardId
from ui.wall import access
from ui.wall.state import Spot
from ui.wall.surface import DIRECTIONS

if TYPE_CHECKING:
    from ui.wall.wall import CardWall

_Key = Qt.Key
_Ctrl = Qt.KeyboardModifier.ControlModifier
_Shift = Qt.KeyboardModifier.ShiftModifier
_Keypad = Qt.KeyboardModifier.KeypadModifier
_OPEN: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
_ZOOM: Final = {_Key.Key_Plus: 1, _Key.Key_Equal: 1, _Key.Key_Minus: -1}


class WallKeys:
    """Handles the keys that belong to the wall alone; those of the table of actions are shortcuts."""

    def __init__(self, wall: "CardWall") -> None:
        self._wall = wall

    @staticmethod
    def keeps(event: QKeyEvent) -> bool:
        """Whether a key that the window has a shortcut for means something else here."""
        return Qt.Key(event.key()) in DIRECTIONS and event.modifiers() & ~_Keypad == _Ctrl

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key means here; return whether it means anything."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~_Keypad
        if modifiers & ~(_Ctrl | _Shift):
            return False
        if key in DIRECTIONS:
            self._go(self._wall.surface.beside(self._wall.surface.state.current, DIRECTIONS[key]), modifiers)
            return True
        if modifiers == _Ctrl:
            return self._with_ctrl(key)
        if key in {_Key.Key_Home, _Key.Key_End}:
            order = self._wall.surface.cards_in_order()
            if order:
                self._go(Spot("card", order[0 if key == _Key.Key_Home else -1]), modifiers)
            return True
        return self._plain(key, event.text()) if not modifiers else False

    def _plain(self, key: Qt.Key, text: str) -> bool:
        wall = self._wall
        current = wall.surface.state.current
        if key in _OPEN and current is not None:
            wall.opened.emit(current)
        elif key == _Key.Key_Escape:
            return self._escape()
        elif key in {_Key.Key_PageUp, _Key.Key_PageDown}:
            bar = wall.verticalScrollBar()
            bar.setValue(bar.value() + (bar.pageStep() if key == _Key.Key_PageDown else -bar.pageStep()))
        elif text and text in "0123456789" and current is not None and current.kind != "new":
            wall.counting.emit(current, text)
        else:
            return False
        return True

    def _with_ctrl(self, key: Qt.Key) -> bool:
        wall = self._wall
        state = wall.surface.state
        if key == _Key.Key_A:
            passing = state.passing
            state.select(each for each in wall.surface.cards_in_order() if passing is None or each in passing)
            wall.follow_selection()
        elif key in _ZOOM:
            wall.zoom_by(_ZOOM[key])
        elif key == _Key.Key_0:
            wall.zoom_to(1.0)
        elif key == _Key.Key_9:
            wall.fit()
        elif key == _Key.Key_Space and state.current is not None and state.current.kind == "card":
            state.toggle(CardId(state.current.key))  # type: ignore[arg-type]  # a card has a key
            wall.follow_selection()
        else:
            return False
        return True

    def _escape(self) -> bool:
        wall = self._wall
        if wall.gestures.cancel():
            return True
        if not wall.surface.state.selected:
            return False
        wall.surface.state.select(())
        wall.follow_selection()
        return True

    def _go(self, spot: Spot | None, modifiers: Qt.KeyboardModifier) -> None:
        """Be at another spot; a card is selected with it, with Shift all from the anchor, with Ctrl none."""
        wall = self._wall
        state = wall.surface.state
        state.by_key = True
        if spot is None:
            wall.viewport().update()
            return
        state.current = spot
        if spot.kind == "card" and spot.key is not None:
            card = CardId(spot.key)
            if modifiers & _Shift:
                state.select(wall.surface.between(state.anchor, card))
            elif not modifiers & _Ctrl:
                state.select([card])
            if not modifiers & _Shift or state.anchor is None:
                state.anchor = card
        elif not modifiers:
            state.select(())
        wall.reveal(spot)
        access.tell_focus(wall)
        wall.selection_changed.emit()
