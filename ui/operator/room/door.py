"""Lets in what looks after the room: a moment after opening, or at the first press of one of its keys."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.actions import install_actions, retranslate_actions
from ui.operator.shell.window import OperatorWindow
from ui.runtime.behind import Behind
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.operator.room.care import RoomCare

QUIET_MS: Final = 1000
"""How long after opening it is loaded by itself: the page and the stage come first."""

_DEEDS: "Final[dict[str, Callable[[RoomCare], None]]]" = {
    "run.preflight": lambda care: care.open_check(),
    "run.vote": lambda care: care.open_vote(),
    "run.break": lambda care: care.open_break(),
}


class RoomDoor(QObject):
    """Has the keys from the start. A key that is pressed before there are records is answered with them."""

    def __init__(self, window: OperatorWindow, desk: Desk, stage: StageDirector) -> None:
        super().__init__(window)
        self._parts = (window, desk, stage)
        self.care: RoomCare | None = None
        self._pressed = ""
        self._behind = Behind(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._load)
        self.actions = install_actions(window, {key: partial(self._press, key) for key in _DEEDS})
        desk.opened.connect(self._opened)
        window.page_requested.connect(self._page_asked)
        window.closing.connect(self._close)

    def retranslate(self) -> None:
        """Follow the screen's language."""
        retranslate_actions(self.actions.values())

    def answer(self) -> None:
        """Do what was pressed while there was no page yet; nothing where there are no records for it."""
        key, self._pressed = self._pressed, ""
        if key and self._parts[1].ready:
            _DEEDS[key](self.let_in())

    @Slot()
    def _opened(self) -> None:
        if self.care is None:
            self._quiet.start()

    def _press(self, key: str) -> None:
        self._pressed = key
        window, desk, _stage = self._parts
        if desk.ready and window.current_page is not None:  # a page that comes takes the keyboard
            self.answer()

    @Slot(str)
    def _page_asked(self, key: str) -> None:
        if key == "settings" and self._parts[1].ready:  # what it offers about the room is done in there
            self.let_in()

    @Slot()
    def _load(self) -> None:
        self._behind.load("ui.operator.room.care", self._loaded)

    def _loaded(self) -> None:
        self.let_in()

    def let_in(self) -> "RoomCare":
        """Return what looks after the room, made now if it was not there."""
        if self.care is None:
            from ui.operator.room.care import RoomCare  # noqa: PLC0415 - behind the windows, or when it is asked for

            self._quiet.stop()
            self.care = RoomCare(*self._parts)
        return self.care

    @Slot()
    def _close(self) -> None:
        self._quiet.stop()
        self._behind.close()
