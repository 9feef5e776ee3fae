"""Looks after the room: awake while a session runs, a copy at its end, a chime, a check before it starts."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from facilitator.domain.agenda import Session
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import CannotWrite
from facilitator.domain.timer import current_session
from facilitator.messages import sentence
from ui.actions import install_actions, retranslate_actions
from ui.operator.preflight.card import PreflightCard
from ui.operator.preflight.check import PreflightCheck
from ui.operator.room.backing_up import CAUSE, BackupKeeper
from ui.operator.room.chiming import Chimer
from ui.operator.room.reminding import Reminder
from ui.operator.shell.banner import Notice
from ui.operator.shell.window import OperatorWindow
from ui.runtime.awake import Awake
from ui.runtime.background import Background
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector

if TYPE_CHECKING:
    from ui.operator.room.settling import RoomSettling

SESSION: Final = "session"
"""The reason to stay awake while a session runs."""


class RoomCare(QObject):
    """Lives as long as the windows; it never takes the focus by itself and never asks."""

    def __init__(self, window: OperatorWindow, desk: Desk, stage: StageDirector) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._minute = -1
        self._settling: RoomSettling | None = None
        self.background = Background("room", self)
        self.awake = Awake(self)
        self.backups = BackupKeeper(desk, self.background, self)
        self.chimer = Chimer(desk, stage, self.background, self)
        self.check = PreflightCheck(desk, stage, (self.background, self.awake, self.backups), window)
        self.reminder = Reminder(window, desk, self.check, self.open_check)
        self.actions = install_actions(window, {"run.preflight": self.open_check})
        self.backups.failed.connect(self._copy_failed)
        self.backups.made.connect(self._copy_made)
        desk.opened.connect(self.follow)
        desk.changed.connect(self._changed)
        stage.ticker.ticked.connect(self._ticked)
        window.closing.connect(self.close)
        window.page_requested.connect(self._settle)
        if desk.ready:
            self.follow()

    @cached_property
    def card(self) -> PreflightCard:
        """The check as a sheet over the window."""
        centre = self._window.centralWidget()
        assert centre is not None  # noqa: S101 - the window is made with one
        return PreflightCard(self._window.theme, centre, self.check)

    @Slot()
    def open_check(self) -> None:
        """Open the check before a session."""
        self.card.look()

    @Slot()
    def follow(self) -> None:
        """Stay awake while a session runs or is paused; let go when none does."""
        if current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id)) is not None:
            self.awake.hold(SESSION)
        else:
            self.awake.release(SESSION)
        self.reminder.look_at_clock()

    def retranslate(self) -> None:
        """Follow the screen's language."""
        retranslate_actions(self.actions.values())

    @Slot()
    def close(self) -> None:
        """Let the laptop sleep again, and wait for the copy that is being made."""
        self.awake.close()
        self.background.close()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Session):
            self.follow()

    @Slot()
    def _ticked(self) -> None:
        """Look at the clock once a minute."""
        minute = self._desk.now().minute
        if minute != self._minute:
            self._minute = minute
            self.reminder.look_at_clock()

    @Slot(str)
    def _settle(self, key: str) -> None:
        """Do what Settings offers about the room; the page is built at its first visit."""
        if key != "settings" or self._settling is not None:
            return
        from ui.operator.pages.settings import SettingsPage  # noqa: PLC0415 - it was imported to be shown
        from ui.operator.room.settling import RoomSettling  # noqa: PLC0415 - few go there

        page = self._window.page(key)
        if isinstance(page, SettingsPage):
            self._settling = RoomSettling(page.room, self, self._desk)

    @Slot(object)
    def _copy_failed(self, error: CannotWrite) -> None:
        self._window.banners.show_notice(Notice(sentence(error), CAUSE, tone="warn", icon="hard-drive"))

    @Slot()
    def _copy_made(self) -> None:
        self._window.banners.close_cause(CAUSE)
