"""Looks after the room: awake while a session runs, a copy at its end, a chime, a check before it starts."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import CannotWrite
from facilitator.domain.ids import BoardId
from facilitator.domain.timer import current_session
from facilitator.messages import sentence
from ui.operator.preflight.card import PreflightCard
from ui.operator.preflight.check import PreflightCheck
from ui.operator.room.backing_up import CAUSE, BackupKeeper
from ui.operator.room.break_sheet import BreakSheet
from ui.operator.room.breaks import BreakKeeper
from ui.operator.room.chiming import Chimer
from ui.operator.room.reminding import Reminder
from ui.operator.shell.banner import Notice
from ui.operator.shell.window import OperatorWindow
from ui.operator.spelling import SpellingMarks
from ui.presenters.capture import board_for
from ui.presenters.card_boards import board_at_first
from ui.runtime.awake import Awake
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector

if TYPE_CHECKING:
    from ui.operator.room.settling import RoomSettling
    from ui.operator.voting.rating_sheet import RatingSheet
    from ui.operator.voting.sheet import VoteSheet

SESSION: Final = "session"
"""The reason to stay awake while a session runs."""


class RoomCare(QObject):
    """Lives as long as the windows; it never takes the focus by itself and never asks."""

    def __init__(self, window: OperatorWindow, desk: Desk, stage: StageDirector) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._stage = stage
        self._minute = -1
        self._settling: RoomSettling | None = None
        self.awake = Awake(self)
        self.backups = BackupKeeper(desk, self)
        self.chimer = Chimer(desk, stage, self)
        self.check = PreflightCheck(desk, stage, (self.awake, self.backups), window)
        self.reminder = Reminder(window, desk, self.check, self.open_check)
        self.breaks = BreakKeeper(desk, stage, self)
        self.spelling = SpellingMarks(window, window.theme, desk)
        self.backups.failed.connect(self._copy_failed)
        self.backups.made.connect(self._copy_made)
        desk.opened.connect(self.follow)
        desk.changed.connect(self._changed)
        stage.ticker.ticked.connect(self._ticked)
        window.closing.connect(self.close)
        window.page_requested.connect(self._settle)
        if desk.ready:
            self.follow()
        if window.current_page is not None:
            self._settle(window.current_page.key)

    @cached_property
    def card(self) -> PreflightCard:
        """The check as a sheet over the window."""
        return PreflightCard(self._window.theme, self._centre, self.check)

    @cached_property
    def vote(self) -> "VoteSheet":
        """The vote as a sheet over the window."""
        from ui.operator.voting.sheet import VoteSheet  # noqa: PLC0415 - not before somebody votes

        made = VoteSheet(self._window.theme, self._centre, self._desk, self._stage)
        made.rating_wanted.connect(self._open_rating)
        return made

    @cached_property
    def rating(self) -> "RatingSheet":
        """The rating from 1 to 5 as a sheet over the window."""
        from ui.operator.voting.rating_sheet import RatingSheet  # noqa: PLC0415 - not before somebody rates

        made = RatingSheet(self._window.theme, self._centre, self._desk, self._stage)
        made.vote_wanted.connect(self._open_dots)
        return made

    @Slot(object)
    def _open_dots(self, board: BoardId | None) -> None:
        self.rating.close_sheet()
        self.vote.open_for(board)

    @Slot(object)
    def _open_rating(self, board: BoardId | None) -> None:
        self.vote.close_sheet()
        self.rating.open_for(board)

    @cached_property
    def pause(self) -> BreakSheet:
        """The break as a sheet over the window."""
        return BreakSheet(self._window.theme, self._centre, self._desk, self._stage)

    @property
    def _centre(self) -> QWidget:
        centre = self._window.centralWidget()
        assert centre is not None  # noqa: S101 - the window is made with one
        return centre

    @Slot()
    def open_check(self) -> None:
        """Open the check before a session."""
        self.card.look()

    @Slot()
    def open_break(self) -> None:
        """Give a break, or change the one that is on."""
        self.pause.open_break()

    @Slot()
    def open_vote(self) -> None:
        """Open the vote of the board on the page, else of the session that runs."""
        page = self._window.current_page
        shown = getattr(page, "board", None)
        if isinstance(shown, Board):
            self._open_on(shown)
            return
        records, workshop = self._desk.records, self._desk.workshop_id
        live = current_session(records.where(Session, workshop=workshop))
        if live is None:
            self._open_on(records.get(Board, board_at_first(records, workshop)))
        else:
            self._open_on(board_for(records, live.id))

    def _open_on(self, board: Board | None) -> None:
        """Open the vote of a board, or its rating where it is rated and not voted on."""
        sheet = self.rating if board is not None and board.ratings and board.voting is None else self.vote
        sheet.open_for(board.id if board is not None else None)

    @Slot()
    def follow(self) -> None:
        """Stay awake while a session runs or is paused; let go when none does."""
        if current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id)) is not None:
            self.awake.hold(SESSION)
        else:
            self.awake.release(SESSION)
        self.reminder.look_at_clock()

    @Slot()
    def close(self) -> None:
        """Let the laptop sleep again, and wait for the copy that is being made."""
        self.awake.close()
        for part in (self.check, self.chimer, self.backups, self.spelling):
            part.close()

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
