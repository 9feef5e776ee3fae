"""What a break does by itself: the stage shows it and then what was there before, and it ends in time."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.changes import ChangeSet, Origin
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.timer import current_session
from ui.operator.room.break_sheet import pausing
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector

if TYPE_CHECKING:
    from facilitator.domain.ids import OperationId, SessionId
    from ui.stage.director import Shown

_GIVING: Final = frozenset({"take-break", "change-break"})


class BreakKeeper(QObject):
    """Nothing counts down here: a break that was over while the program was closed ends at its own end."""

    def __init__(self, desk: Desk, stage: StageDirector, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stage = stage
        self._on_break: SessionId | None = None
        self._before: Shown | None = None
        self._ending = False
        self._given_by: list[OperationId] = []
        stage.ticker.ticked.connect(self._tick)
        desk.changed.connect(self._changed)
        desk.opened.connect(self.follow)
        self.follow()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Session, TimerTransition):
            if changes.label in _GIVING and changes.origin is Origin.HERE:
                self._given_by.append(changes.operation)
            self.follow()

    @Slot()
    def follow(self) -> None:
        """Let the stage follow a break that began or ended."""
        clock, live = self._stage.clock, self._live
        now = live.id if live is not None and clock is not None and clock.back_at is not None else None
        if now == self._on_break:
            return
        began, self._on_break = now is not None, now
        if began:
            self._before = self._stage.shown
            self._stage.show("break")
        elif self._stage.key == "break" and self._before is not None:
            self._stage.show_again(self._before)

    @property
    def _live(self) -> Session | None:
        return current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id))

    @Slot()
    def _tick(self) -> None:
        clock, live = self._stage.clock, self._live
        if self._ending or live is None or clock is None or clock.back_at is None:
            return
        if self._desk.now() >= clock.back_at:
            self._ending = True
            key, given_by = live.id, tuple(self._given_by)
            self._given_by.clear()
            self._desk.perform(
                lambda w: pausing(w).end_break(key, given_by), done=self._ended, refused=self._ended
            )

    def _ended(self, _result: ChangeSet | FacilitatorError) -> None:
        self._ending = False
