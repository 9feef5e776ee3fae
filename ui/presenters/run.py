"""What the run console says: the agenda with its drift, the clock's face, what comes next. No Qt."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from facilitator.domain.agenda import Session, SessionStatus, TimerTransition
from facilitator.domain.arming import armed, can_be_armed
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.drift import MINUTE, Day, Slot, day_of
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from facilitator.domain.people import Person
from facilitator.domain.places import zone_of
from facilitator.domain.records import Records
from facilitator.domain.timer import TimerState, clocks_of, current_session, ends_the_day, next_session
from facilitator.i18n import _, ngettext, translations
from facilitator.words import word
from ui.presenters.run_clock import ClockFace, session_face, waiting_face
from ui.presenters.run_drift import Drift, drift_of

if TYPE_CHECKING:
    from facilitator.domain.late_day import Situation

LineState = Literal["done", "now", "next", "left_out"]
Role = Literal["start_workshop", "reopen_workshop", "start_session", "next_session", "end_session", "nothing"]

_LIVE: Final = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED})


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One session of the thread. `versus` is how much longer than planned it took or will take ("+8")."""

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
class Waiting:
    """A session that can start by itself at its planned time, or is set to (`armed`)."""

    session: SessionId
    time: str
    words: str
    armed: bool


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
        self._days: dict[dt.date, Day] = {}

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
        return self.coming.date if self.coming is not None else dates[-1]

    def day(self, date: dt.date) -> Day:
        """Return how a day runs."""
        if date not in self._days:
            self._days[date] = day_of(self.sessions, date, clocks=self.clocks, zone=self.zone, now=self.now)
        return self._days[date]

    @cached_property
    def clocks(self) -> dict[SessionId, TimerState]:
        """The clocks of what runs, and of all to which something happened."""
        return clocks_of(self.sessions, self._records.where(TimerTransition, workshop=self.workshop.id))

    def situation(self, date: dt.date) -> "Situation":
        """Return what ways to end a day on time are reckoned from."""
        from facilitator.domain.late_day import Situation  # noqa: PLC0415 - not before a day is late

        sessions, last = tuple(self.sessions), self.workshop.end
        return Situation(sessions, self.clocks, self.zone, self.now, date, last)

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
        minutes = round(slot.overrun / MINUTE)
        versus = _signed(minutes) if state != "now" and minutes else ""
        plan = _("Planned {time}, {minutes} min").format(
            time=self.local(slot.planned_start), minutes=session.planned_minutes
        )
        clock = self.clocks.get(session.id)
        if state == "next" and clock is not None and clock.armed and can_be_armed(slot, self.now):
            plan = _("Starts by itself at {time}").format(time=self.local(slot.planned_start))
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

    def drift(self, date: dt.date, language: str) -> Drift | None:
        """Return how late the day is, or None when it has no sessions."""
        return drift_of(self.day(date), lambda: self.situation(date), self.zone, language)

    # The session

    def led_by(self, session: Session, language: str) -> str:
        """Return how the session works and who leads it: "Card round, led by Lucía Arango"."""
        method = session.method.best(language) if session.method else ""
        how = " ".join(method.split()) or word(translations(language), session.type)
        how = how[:1].upper() + how[1:]  # it begins the line, however it was typed
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

    # The clock

    def face(self, chosen: Session | None = None) -> ClockFace | None:
        """Return the running session's clock, or the time until the chosen one starts by itself."""
        live, clock = self.live, self.clock
        if live is None:
            waiting = self.waiting(chosen)
            slot = self.day(chosen.date).slot(chosen.id) if chosen is not None else None
            if waiting is None or slot is None or not waiting.armed:
                return None
            return waiting_face(slot.planned_start, self.now)
        if clock is None or clock.started is None:
            return None
        slot = self.day(live.date).slot(live.id)
        return session_face(clock, slot.planned_end if slot else None, self.now, self.zone)

    def waiting(self, chosen: Session | None) -> Waiting | None:
        """Return what can start by itself: the next session of the day, else the one that is chosen."""
        session = chosen
        if self.live is not None:
            session = None if ends_the_day(self.live, self.coming) else self.coming
        elif self.workshop.status is not WorkshopStatus.RUNNING:
            return None
        if session is None:
            return None
        day = self.day(session.date)
        slot = day.slot(session.id)
        set_to = armed(day, self.clocks, self.now)
        is_armed = set_to is not None and set_to.session.id == session.id
        if slot is None or not (is_armed or can_be_armed(slot, self.now)):
            return None
        time = self.local(slot.planned_start)
        words = (
            _("Starts by itself at {time}")
            if self.live is None
            else _("The next session starts by itself at {time}")
        )
        return Waiting(session.id, time, words.format(time=time), is_armed)


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
