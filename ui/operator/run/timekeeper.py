"""What time does by itself, on whatever page one is: sessions that start, and a clock that was set."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import WorkshopStatus
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import SessionId, WorkshopId
from facilitator.domain.places import zone_of
from facilitator.domain.timer import clocks_of, current_session
from facilitator.services.clock import SteadyClock
from ui.runtime.desk import Desk
from ui.runtime.ticker import Ticker

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace


class Timekeeper(QObject):
    """Looks at every tick; what it does is stored like anything else."""

    def __init__(self, desk: Desk, ticker: Ticker, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ticker = ticker
        self._mending = False
        self._starting: SessionId | None = None
        ticker.ticked.connect(self._look)

    @Slot()
    def _look(self) -> None:
        if self._desk.ready:
            self._follow_clock()
            self._start_armed()

    def _follow_clock(self) -> None:
        """Follow the computer's clock when somebody set it, once the running session is mended."""
        clock, key = self._desk.clock, self._desk.workshop_id
        if self._mending or not isinstance(clock, SteadyClock) or not (by := clock.set_by()):
            return
        if key is None or current_session(self._desk.records.where(Session, workshop=key)) is None:
            clock.follow(by)
            return
        self._mending = True
        self._ticker.stop()  # between the two no digit is shown
        self._desk.perform(
            partial(_mend, workshop=key, by=by, clock=clock), done=self._mended, refused=self._mended
        )

    def _mended(self, _result: ChangeSet | FacilitatorError) -> None:
        self._mending = False
        self._ticker.start()

    def _start_armed(self) -> None:
        """Start the session whose planned time has come, at that very instant."""
        desk, workshop = self._desk, self._desk.workshop
        if workshop is None or workshop.status is not WorkshopStatus.RUNNING:
            return
        transitions = desk.records.where(TimerTransition, workshop=workshop.id)
        if not any(each.kind == "armed" for each in transitions):
            return
        from facilitator.domain.arming import armed, is_due  # noqa: PLC0415 - few sessions start by themselves
        from facilitator.domain.drift import day_of  # noqa: PLC0415 - as above

        sessions, now = desk.records.where(Session, workshop=workshop.id), desk.now()
        clocks, zone = clocks_of(sessions, transitions), zone_of(workshop)
        for date in {each.date for each in sessions if each.id in clocks and clocks[each.id].armed}:
            slot = armed(day_of(sessions, date, clocks=clocks, zone=zone, now=now), clocks, now)
            if slot is None or not is_due(slot, now) or self._starting == slot.session.id:
                continue
            self._starting = slot.session.id
            start = partial(_start, session=slot.session.id, at=slot.planned_start)
            desk.perform(start, done=self._started, refused=self._started)

    def _started(self, _result: ChangeSet | FacilitatorError) -> None:
        """Look again next time; a refusal means that another program was quicker."""
        self._starting = None


def _start(workspace: "Workspace", session: SessionId, at: dt.datetime) -> ChangeSet:
    return workspace.timekeeping.start_armed(session, at)


def _mend(workspace: "Workspace", workshop: WorkshopId, by: dt.timedelta, clock: SteadyClock) -> ChangeSet:
    try:
        return workspace.timekeeping.clock_was_set(workshop, by, lambda: clock.follow(by))
    except FacilitatorError:
        if clock.set_by() == dt.timedelta():
            clock.follow(-by)  # nothing was stored: go on as before, and try again
        raise
