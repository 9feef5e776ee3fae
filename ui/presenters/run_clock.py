"""The face of the running session's clock: digits, words and the fuse. No Qt."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from facilitator.domain.drift import MINUTE
from facilitator.domain.frozen import dataclass
from facilitator.domain.timer import CUE, TimerPhase, TimerState, face
from facilitator.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

_TICK: Final = dt.timedelta(minutes=5)
_OVER_ROOM: Final = 1.16
"""Length of the fuse over time, in agreed lengths: the end stays in sight, the tail has room."""


@dataclass(frozen=True, slots=True)
class Fuse:
    """The bar of the agreed minutes, all in shares of its width from 0 to 1.

    `end` is the agreed end once the session is over time; `ticks` stand every five minutes.
    """

    used: float
    phase: TimerPhase
    cue: float | None = None
    end: float | None = None
    ticks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ClockFace:
    """Everything that is said about the running session's time."""

    digits: str
    phase: TimerPhase
    lead: str
    ends: str
    left: str
    right: str
    cue: str
    fuse: Fuse
    on_break: bool = False


def session_face(
    clock: TimerState, planned_end: dt.datetime | None, now: dt.datetime, zone: dt.tzinfo
) -> ClockFace:
    """Return the clock of a session that runs or is paused."""

    def local(instant: dt.datetime | None) -> str:
        return "" if instant is None else f"{instant.astimezone(zone):%H:%M}"

    if (back := clock.back_at) is not None:
        return _break_face(clock, back, now, local)
    phase, length = clock.phase(now), round(clock.length / MINUTE)
    started = clock.started or now
    over = clock.remaining(now) < dt.timedelta()
    if over:
        ends = _("Planned end was {time}").format(time=local(planned_end))
        lead = ngettext("over the {n} min", "over the {n} min", length).format(n=length)
        cue = local(started + clock.paused_for + clock.length)
    else:
        ends = _("Ends {time}, planned {planned}").format(
            time=local(clock.ends(now)), planned=local(planned_end)
        )
        lead = ngettext("left of {n} min", "left of {n} min", length).format(n=length)
        cue = _("Cue, 5 min left") if clock.length > CUE else ""
    return ClockFace(
        digits=face(clock, now),
        phase=phase,
        lead=_("Paused") if phase is TimerPhase.PAUSED else lead,
        ends=ends,
        left=local(started),
        right=local(now if over else clock.ends(now)),
        cue=cue,
        fuse=fuse(clock, now),
    )


def _break_face(
    clock: TimerState, back: dt.datetime, now: dt.datetime, local: "Callable[[dt.datetime | None], str]"
) -> ClockFace:
    """Return the time until everybody is back; the session's own clock stands still."""
    pause = clock.of_break or clock
    now = min(now, back)
    length = round(pause.length / MINUTE)
    return ClockFace(
        digits=face(pause, now),
        phase=TimerPhase.RUNNING,
        lead=ngettext("left of the break of {n} min", "left of the break of {n} min", length).format(
            n=length
        ),
        ends=_("Back at {time}").format(time=local(back)),
        left=local(pause.started),
        right=local(back),
        cue="",
        fuse=Fuse(pause.fraction(now), TimerPhase.RUNNING),
        on_break=True,
    )


def waiting_face(start: dt.datetime, now: dt.datetime) -> ClockFace:
    """Return the time until a session starts by itself."""
    left = TimerState(max(dt.timedelta(), start - now))
    return ClockFace(
        digits=face(left, now),
        phase=TimerPhase.IDLE,
        lead=_("until the start"),
        ends="",
        left="",
        right="",
        cue="",
        fuse=Fuse(0.0, TimerPhase.IDLE),
    )


def fuse(clock: TimerState, now: dt.datetime) -> Fuse:
    """Return the bar of the agreed minutes as it stands at `now`."""
    length, elapsed, phase = clock.length, clock.elapsed(now), clock.phase(now)
    if not length:
        return Fuse(1.0, phase)
    if elapsed > length:
        whole = max(length * _OVER_ROOM, elapsed * 1.06)
        return Fuse(elapsed / whole, phase, end=length / whole)
    ticks = tuple(step * (_TICK / length) for step in range(1, int(length / _TICK) + 1))
    return Fuse(
        used=elapsed / length,
        phase=phase,
        cue=(length - CUE) / length if length > CUE else None,
        ticks=tuple(tick for tick in ticks if tick < 0.999),
    )
