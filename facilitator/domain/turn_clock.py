"""How long each has spoken, and what is left for whoever speaks: computed, never counted.

Whoever waits and whoever speaks share what is left of the session (or of its step) in equal parts.
A turn that ends early leaves its rest to those who wait, one that runs over takes it from them; a
session that is paused, extended or shortened changes every part at once.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.frozen import dataclass
from facilitator.domain.guiding import step_clock, step_now
from facilitator.domain.timer import TimerState
from facilitator.domain.turns import SpeakingTurn, TimeShared

_ZERO = dt.timedelta()


def by_place(turns: Iterable[SpeakingTurn]) -> list[SpeakingTurn]:
    """Return turns in the order in which they come."""
    return sorted(turns, key=lambda each: (each.position, each.id.int))


def speaking(turns: Iterable[SpeakingTurn]) -> SpeakingTurn | None:
    """Return the turn that is being spoken now, the latest begun if there are several."""
    open_ones = [each for each in turns if each.spoken and each.spoken[-1].end is None]
    return max(open_ones, key=lambda each: each.spoken[-1].start, default=None)


def on_turn(turns: Iterable[SpeakingTurn]) -> SpeakingTurn | None:
    """Return the sharing turn that is on: spoken or held, and not done."""
    begun = [each for each in by_place(turns) if each.shares and each.spoken and not each.done]
    return speaking(begun) or next(iter(begun), None)


def waiting(turns: Iterable[SpeakingTurn]) -> list[SpeakingTurn]:
    """Return the sharing turns that are still to come."""
    now = on_turn(known := by_place(turns))
    return [each for each in known if each.shares and not each.done and each is not now]


@dataclass(frozen=True, slots=True)
class TurnFace:
    """One turn at an instant: how long it has been spoken, and what it may take."""

    turn: SpeakingTurn
    used: dt.timedelta
    share: dt.timedelta
    held: bool = False

    @property
    def left(self) -> dt.timedelta:
        """What is left of its share; negative once it is over."""
        return self.share - self.used


class Talk:
    """Everything about who speaks in one session, at one instant."""

    def __init__(
        self,
        session: Session,
        transitions: Iterable[TimerTransition],
        turns: Iterable[SpeakingTurn],
        now: dt.datetime,
    ) -> None:
        self.session = session
        self.now = now
        self._transitions = sorted(transitions, key=lambda each: (each.at, each.id.int))
        self.turns = by_place(turns)

    @cached_property
    def clock(self) -> TimerState:
        """The session's clock."""
        return TimerState.of(self.session, self._transitions)

    def _used_at(self, instant: dt.datetime) -> dt.timedelta:
        """Return how much of the session had been used up at an instant, pauses left out."""
        before = [each for each in self._transitions if each.at <= instant]
        return TimerState.of(self.session, before).elapsed(instant)

    def spoken(self, turn: SpeakingTurn) -> dt.timedelta:
        """Return how long a turn has been spoken, pauses of the session left out."""
        spells = (self._used_at(each.end or self.now) - self._used_at(each.start) for each in turn.spoken)
        return sum((max(_ZERO, each) for each in spells), _ZERO)

    @property
    def now_on(self) -> SpeakingTurn | None:
        """The sharing turn that is on."""
        return on_turn(self.turns)

    @property
    def coming(self) -> list[SpeakingTurn]:
        """The sharing turns that are still to come."""
        return waiting(self.turns)

    @cached_property
    def shared_left(self) -> dt.timedelta:
        """What is left of the time that is shared; negative once it is over."""
        now = self.now_on
        turn = now or next(iter(self.coming), None)
        if turn is not None and turn.shares is TimeShared.STEP:
            step, clock = step_now(self.session), step_clock(self.session, self._transitions)
            if step is not None and step.minutes and clock is not None:
                return clock.remaining(self.now)
        return self.clock.remaining(self.now)

    def share(self) -> dt.timedelta:
        """Return the equal part of whoever speaks and all who wait, never less than nothing."""
        now, many = self.now_on, len(self.coming)
        used = _ZERO if now is None else self.spoken(now)
        many += now is not None
        return max(_ZERO, (self.shared_left + used) / many) if many else _ZERO

    def face(self) -> TurnFace | None:
        """Return what is left of the turn that is on."""
        now = self.now_on
        if now is None:
            return None
        held = speaking([now]) is None or not self.clock.is_running
        return TurnFace(now, self.spoken(now), self.share(), held)

    def next_share(self) -> dt.timedelta:
        """Return what each of those who wait gets, if whoever speaks now keeps to the time."""
        now, coming = self.now_on, self.coming
        if not coming:
            return _ZERO
        if now is None:
            return self.share()
        face = TurnFace(now, self.spoken(now), self.share())
        return max(_ZERO, (self.shared_left - max(_ZERO, face.left)) / len(coming))


def clock_of_turn(face: TurnFace, now: dt.datetime) -> TimerState:
    """Return a clock that shows what a turn has left, for the same digits as the session's."""
    clock = TimerState(planned=face.share, started=now - face.used)
    return replace(clock, paused_at=now) if face.held else clock
