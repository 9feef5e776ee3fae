"""A session's clock, computed from what happened to it; nothing is ever counted (domain.md 6.3).

All instants are aware and UTC, so midnight, a suspended laptop and the night when clocks change
need no special case.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Final

from facilitator.domain.agenda import Session, SessionStatus, TimerTransition, TransitionKind
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId

CUE: Final = dt.timedelta(minutes=5)
"""What is left when the facilitator is told to bring the session to its end."""

_ZERO: Final = dt.timedelta()
_LIVE: Final = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED})


class TimerPhase(StrEnum):
    """What the clock shows."""

    IDLE = "idle"
    RUNNING = "running"
    CUE = "cue"
    OVER = "over"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class TimerState:
    """A session's clock. `paused_for` is what earlier pauses took, `paused_at` the one that lasts.

    `postponed` is how much later than planned the day may end; `armed` means that the session starts
    by itself at its planned time. A pause that is a break was given a length, `break_for`.
    """

    planned: dt.timedelta
    started: dt.datetime | None = None
    paused_at: dt.datetime | None = None
    paused_for: dt.timedelta = _ZERO
    extended: dt.timedelta = _ZERO
    finished: dt.datetime | None = None
    postponed: dt.timedelta = _ZERO
    armed: bool = False
    break_for: dt.timedelta | None = None

    @classmethod
    def of(cls, session: Session, transitions: Iterable[TimerTransition]) -> "TimerState":
        """Return the clock of a session from everything that happened to it."""
        state = cls(dt.timedelta(minutes=session.planned_minutes))
        for transition in sorted(transitions, key=lambda each: (each.at, each.id.int)):
            state = state.after(transition)
        return state

    def after(self, transition: TimerTransition) -> "TimerState":
        """Return the clock once this has happened too; what cannot follow changes nothing."""
        at = transition.at
        changes: dict[str, object] = {}
        match transition.kind:
            case TransitionKind.STARTED if self.started is None:
                changes = {"started": at, "armed": False}
            case TransitionKind.STARTED if self.finished is not None:
                changes = {"finished": None, "paused_for": self.paused_for + (at - self.finished)}
            case TransitionKind.ARMED if self.started is None:
                changes = {"armed": True}
            case TransitionKind.DISARMED:
                changes = {"armed": False}
            case TransitionKind.PAUSED if self.started is not None and self.finished is None:
                since = self.paused_at or at
                changes = {"paused_at": since, "break_for": _break_of(since, transition)}
            case TransitionKind.RESUMED if self.paused_at is not None:
                changes = {"paused_at": None, "break_for": None, "paused_for": self._paused_until(at)}
            case TransitionKind.EXTENDED:
                changes = {"extended": self.extended + dt.timedelta(seconds=transition.seconds)}
            case TransitionKind.POSTPONED:
                changes = {"postponed": self.postponed + dt.timedelta(seconds=transition.seconds)}
            case TransitionKind.FINISHED if self.started is not None and self.finished is None:
                ended = {"finished": at, "paused_at": None, "break_for": None}
                changes = {**ended, "paused_for": self._paused_until(at)}
        return replace(self, **changes)  # type: ignore[arg-type]  # each field gets its own type above

    def _paused_until(self, at: dt.datetime) -> dt.timedelta:
        return self.paused_for + (_ZERO if self.paused_at is None else at - self.paused_at)

    @property
    def is_running(self) -> bool:
        """Whether time is being used up."""
        return self.started is not None and self.paused_at is None and self.finished is None

    @property
    def length(self) -> dt.timedelta:
        """What the session may take: planned and extended, never less than nothing."""
        return max(_ZERO, self.planned + self.extended)

    def elapsed(self, now: dt.datetime) -> dt.timedelta:
        """Return what has been used up until `now`, pauses left out."""
        if self.started is None:
            return _ZERO
        until = self.finished or self.paused_at or now
        return max(_ZERO, until - self.started - self.paused_for)

    def remaining(self, now: dt.datetime) -> dt.timedelta:
        """Return what is left; negative once the session is over time."""
        return self.length - self.elapsed(now)

    def ends(self, now: dt.datetime) -> dt.datetime:
        """Return when its time is, or was, used up; a pause pushes it on, a break until everybody is back."""
        return self.finished or max(now, self.back_at or now) + self.remaining(now)

    @property
    def back_at(self) -> dt.datetime | None:
        """When the break that lasts is over; None when there is none."""
        if self.paused_at is None or self.break_for is None:
            return None
        return self.paused_at + self.break_for

    @property
    def of_break(self) -> "TimerState | None":
        """The clock of the break that lasts, as if it were a session; it stops when the break is over."""
        if self.break_for is None:
            return None
        return TimerState(self.break_for, started=self.paused_at)

    def fraction(self, now: dt.datetime) -> float:
        """Return the used share, 0.0 to 1.0; a session of no length is used up when it starts."""
        if not self.length:
            return 1.0 if self.started else 0.0
        return min(1.0, self.elapsed(now) / self.length)

    def phase(self, now: dt.datetime) -> TimerPhase:
        """Return what the clock shows at `now`."""
        if self.started is None:
            return TimerPhase.IDLE
        if self.finished is not None:
            return TimerPhase.FINISHED
        if self.paused_at is not None:
            return TimerPhase.PAUSED
        left = self.remaining(now)
        if left < _ZERO:
            return TimerPhase.OVER
        return TimerPhase.CUE if left <= CUE and self.length > CUE else TimerPhase.RUNNING


def _break_of(paused_at: dt.datetime, transition: TimerTransition) -> dt.timedelta | None:
    """Return how long the break is that a pause begins or changes; None for a pause without an end."""
    if transition.seconds <= 0:
        return None
    return transition.at - paused_at + dt.timedelta(seconds=transition.seconds)


def clocks_of(
    sessions: Iterable[Session], transitions: Iterable[TimerTransition]
) -> dict[SessionId, TimerState]:
    """Return the clock of every session that runs or to which anything has happened, by its key."""
    happened: dict[SessionId, list[TimerTransition]] = {}
    for transition in transitions:
        happened.setdefault(transition.session, []).append(transition)
    return {
        session.id: TimerState.of(session, happened.get(session.id, ()))
        for session in sessions
        if session.id in happened or session.status in _LIVE
    }


def face(state: TimerState, now: dt.datetime) -> str:
    """Return the digits: "23:41", "1:05:00" from an hour up, "+0:42" once over time.

    What is left is rounded up to the second and what is over rounded down, so that the start
    shows the full time and 0:00 lasts exactly one second.
    """
    left = state.remaining(now)
    over = left < _ZERO
    micro = left // dt.timedelta(microseconds=1)
    seconds = -micro // 1_000_000 if over else -(-micro // 1_000_000)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    digits = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"+{digits}" if over else digits


def until_next_face(state: TimerState, now: dt.datetime) -> dt.timedelta | None:
    """Return how long the digits stay as they are; None when they do not move."""
    running = state.of_break or state
    if not running.is_running:
        return None
    left = running.remaining(now)
    micro = (left // dt.timedelta(microseconds=1)) % 1_000_000
    return dt.timedelta(microseconds=micro or 1_000_000)


def current_session(sessions: Iterable[Session]) -> Session | None:
    """Return the session that runs or is paused, the latest started if there are several."""
    live = [each for each in sessions if each.status in _LIVE]
    return max(live, key=lambda each: (each.actual_start is not None, each.order), default=None)


def next_session(sessions: Iterable[Session], after: Session | None) -> Session | None:
    """Return the next planned session in the agenda's order, the first one before anything ran."""
    planned = [
        each
        for each in sessions
        if each.status is SessionStatus.PLANNED and (after is None or each.order > after.order)
    ]
    return min(planned, key=lambda each: each.order, default=None)


def ends_the_day(running: Session | None, coming: Session | None) -> bool:
    """Whether a night lies between the session that runs and the next one: people go home first."""
    return running is not None and coming is not None and coming.date > running.date
