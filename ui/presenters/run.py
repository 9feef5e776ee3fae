"""What the run console says: the agenda with its drift, the clock's face, what comes next. No Qt."""

import datetime as dt
from typing import Final, Literal

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.drift import Day, Slot, day_of
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from facilitator.domain.people import Person
from facilitator.domain.places import zone_of
from facilitator.domain.records import Records
from facilitator.domain.timer import (
    CUE,
    TimerPhase,
    TimerState,
    current_session,
    ends_the_day,
    face,
    next_session,
)
from facilitator.i18n import _, ngettext, translations
from facilitator.words import word

LineState = Literal["done", "now", "next", "left_out"]
Tone = Literal["ok", "warn", "over", "neutral"]
Role = Literal["start_workshop", "reopen_workshop", "start_session", "next_session", "end_session", "nothing"]

_LIVE: Final = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED})
_MINUTE: Final = dt.timedelta(minutes=1)
_WARN: Final = dt.timedelta(minutes=15)
"""From here on a delay is more than information, unless the day still has more to give (design, 6)."""
_TICK: Final = dt.timedelta(minutes=5)
_OVER_ROOM: Final = 1.16
"""Length of the fuse over time, in agreed lengths: the end stays in sight, the tail has room."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One session of the thread. `versus` is how much longer it took than planned ("+8", "−2")."""

    session: SessionId
    time: str
    title: str
    state: LineState
    is_break: bool = False
    versus: str = ""
    overran: bool = False
    plan: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Drift:
    """How late the day is, always to be seen."""

    text: str
    tone: Tone
    sentence: str


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


class Console:
    """Reads the records once for everything the console says at one instant."""

    def __init__(
        self, records: Records, workshop: Workshop, clock: TimerState | None, now: dt.datetime
    ) -> None:
        self._records = records
        self.workshop = workshop
        self.clock = clock
        self.now = now
        self.zone = zone_of(workshop)
        self.sessions = sorted(
            records.where(Session, workshop=workshop.id), key=lambda session: session.order
        )
        self.live = current_session(self.sessions)
        self.coming = next_session(self.sessions, self.live)

    def local(self, instant: dt.datetime | None) -> str:
        """Return an instant as the clock on the wall shows it."""
        return "" if instant is None else f"{instant.astimezone(self.zone):%H:%M}"

    def dates(self) -> list[dt.date]:
        """Return the days that have sessions."""
        return sorted({session.date for session in self.sessions})

    def current_date(self) -> dt.date | None:
        """Return the day to show first: of what runs, else today, else of what comes next."""
        dates = self.dates()
        today = self.now.astimezone(self.zone).date()
        if self.live is not None:
            return self.live.date
        if today in dates or not dates:
            return today if dates else None
        return self.coming.date if self.coming is not None else dates[0]

    def day(self, date: dt.date) -> Day:
        """Return how a day runs."""
        live, clock = self.live, self.clock
        clocks = {live.id: clock} if live is not None and clock is not None else {}
        return day_of(self.sessions, date, clocks=clocks, zone=self.zone, now=self.now)

    # The thread

    def lines(self, date: dt.date, language: str) -> list[AgendaLine]:
        """Return a day as the lines of the thread."""
        day = self.day(date)
        slots = {slot.session.id: slot for slot in day.slots}
        return [
            self._line(session, slots.get(session.id), language)
            for session in self.sessions
            if session.date == date
        ]

    def _line(self, session: Session, slot: Slot | None, language: str) -> AgendaLine:
        title = " ".join(session.title.best(language).split())
        if slot is None:
            said = word(translations(language), session.status)
            return AgendaLine(
                session.id, "", title, "left_out", session.type.is_break, plan=said, spoken=said
            )
        state: LineState = "next"
        if session.status in _LIVE:
            state = "now"
        elif session.status is SessionStatus.DONE:
            state = "done"
        minutes = round(slot.overrun / _MINUTE)
        versus = _signed(minutes) if state == "done" and minutes else ""
        plan = _("Planned {time}, {minutes} min").format(
            time=self.local(slot.planned_start), minutes=session.planned_minutes
        )
        return AgendaLine(
            session=session.id,
            time=self.local(slot.start),
            title=title,
            state=state,
            is_break=session.type.is_break,
            versus=versus,
            overran=minutes > 0,
            plan="" if state == "done" else plan,
            spoken=_spoken(state, minutes, plan),
        )

    def drift(self, date: dt.date) -> Drift | None:
        """Return how late the day is, or None when it is not being held."""
        day = self.day(date)
        if not day.slots:
            return None
        ends, planned = self.local(day.ends), self.local(day.planned_end)
        if not day.under_way:
            return Drift(_("Planned to end {time}").format(time=planned), "neutral", "")
        sentence = _("The day was planned to end at {time}.").format(time=planned)
        minutes = int(abs(day.late) / _MINUTE)
        if not minutes:
            return Drift(_("On time, ends {time}").format(time=ends), "ok", sentence)
        if day.late < dt.timedelta():
            return Drift(
                _("{minutes} min early, ends {time}").format(minutes=minutes, time=ends), "ok", sentence
            )
        tone: Tone = "warn" if day.late < _WARN or day.late <= day.slack else "over"
        return Drift(_("{minutes} min late, ends {time}").format(minutes=minutes, time=ends), tone, sentence)

    # The session

    def led_by(self, session: Session, language: str) -> str:
        """Return how the session works and who leads it: "Card round, led by Lucía Arango"."""
        method = session.method.best(language) if session.method else ""
        how = " ".join(method.split()) or word(translations(language), session.type)
        person = self._records.get(Person, session.responsible)
        if person is None or person.anonymised:
            return how
        return _("{kind}, led by {person}").format(kind=how, person=person.full_name)

    def next_words(self) -> tuple[str, Session] | None:
        """Return when the next session starts and which it is."""
        if self.coming is None:
            return None
        slot = self.day(self.coming.date).slot(self.coming.id)
        time = self.local(slot.start if slot else None)
        return _("Next, {time}").format(time=time), self.coming

    def role(self, chosen: Session | None) -> Role:
        """Return what the one primary button does now."""
        if self.live is not None:
            last = self.coming is None or ends_the_day(self.live, self.coming)
            return "end_session" if last else "next_session"
        if not self.sessions:
            return "nothing"
        if self.workshop.status in {WorkshopStatus.CLOSED, WorkshopStatus.ARCHIVED}:
            return "reopen_workshop"
        if self.workshop.status is not WorkshopStatus.RUNNING:
            return "start_workshop"
        return "start_session" if chosen is not None else "nothing"

    def face(self) -> ClockFace | None:
        """Return the running session's clock."""
        live, clock = self.live, self.clock
        if live is None or clock is None or clock.started is None:
            return None
        now = self.now
        phase = clock.phase(now)
        slot = self.day(live.date).slot(live.id)
        planned = self.local(slot.planned_end if slot else None)
        length = round(clock.length / _MINUTE)
        agreed = clock.started + clock.paused_for + clock.length
        over = clock.remaining(now) < dt.timedelta()
        if over:
            ends = _("Planned end was {time}").format(time=planned)
            lead = ngettext("over the {n} min", "over the {n} min", length).format(n=length)
        else:
            ends = _("Ends {time}, planned {planned}").format(
                time=self.local(clock.ends(now)), planned=planned
            )
            lead = ngettext("left of {n} min", "left of {n} min", length).format(n=length)
        if phase is TimerPhase.PAUSED:
            lead = _("Paused")
        return ClockFace(
            digits=face(clock, now),
            phase=phase,
            lead=lead,
            ends=ends,
            left=self.local(clock.started),
            right=self.local(now if over else clock.ends(now)),
            cue=self.local(agreed) if over else _("Cue, 5 min left") if clock.length > CUE else "",
            fuse=fuse(clock, now),
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


def _signed(minutes: int) -> str:
    return f"+{minutes}" if minutes > 0 else f"−{-minutes}"


def _spoken(state: LineState, minutes: int, plan: str) -> str:
    """Return what a screen reader says of a line besides its time and title."""
    match state:
        case "now":
            return _("running now")
        case "done" if minutes > 0:
            return ngettext("done, {n} minute longer", "done, {n} minutes longer", minutes).format(n=minutes)
        case "done" if minutes < 0:
            return ngettext("done, {n} minute shorter", "done, {n} minutes shorter", -minutes).format(
                n=-minutes
            )
        case "done":
            return _("done as planned")
        case _:
            return plan
