"""What the agenda shows: days as columns of blocks, what each says, and where times collide."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from facilitator.domain import flow
from facilitator.domain.agenda import Session, SessionStatus, SessionType
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import PersonId, SessionId, WorkshopId
from facilitator.domain.people import Person
from facilitator.domain.records import Records
from facilitator.formats import formats
from facilitator.i18n import _, ngettext, translations
from facilitator.words import word
from ui.presenters.dates import brief_day_name, day_name

ICONS: Final = {
    SessionType.REGISTRATION: "users",
    SessionType.OPENING: "flag",
    SessionType.EXPECTATIONS: "sticky-note",
    SessionType.GROUND_RULES: "text-align-start",
    SessionType.ICEBREAKER: "users",
    SessionType.ENERGISER: "users",
    SessionType.REVIEW: "corner-down-right",
    SessionType.INPUT: "file-text",
    SessionType.GROUP_WORK: "users",
    SessionType.PLENARY: "message-circle-question-mark",
    SessionType.CARD_COLLECTION: "sticky-note",
    SessionType.FEEDBACK: "sticky-note",
    SessionType.REFLECTION: "infinity",
    SessionType.PROTOTYPE_WORK: "repeat",
    SessionType.PLANNING: "chart-no-axes-gantt",
    SessionType.FIELD_VISIT: "move",
    SessionType.PARKING_LOT_REVIEW: "archive",
    SessionType.EVALUATION: "circle-check",
    SessionType.CLOSING: "flag",
    SessionType.BUFFER: "hourglass",
}
"""The sign of a kind of session; breaks are told by their italics and dashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One session in its column. Times are minutes since midnight, `lines` stand under the title.

    `clash` are its last minutes, in which another session runs already; an `inset` block starts
    while so many others go on. `over_from` is when the room closes before it ends. `spoken` says all of
    it to those who do not see it.
    """

    id: SessionId
    title: str
    start: int
    minutes: int
    time: str
    length: str
    lines: tuple[str, ...] = ()
    icon: str = ""
    is_break: bool = False
    locked: bool = False
    now: bool = False
    inset: int = 0
    clash: int = 0
    over_from: int | None = None
    spoken: str = ""

    @property
    def end(self) -> int:
        """When it ends, in minutes since midnight."""
        return self.start + self.minutes

    @property
    def collides(self) -> bool:
        """Whether its time is not its own."""
        return self.inset > 0 or self.clash > 0 or self.over_from is not None


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One day: its name, what it adds up to, its blocks in the order of time."""

    date: dt.date
    title: str
    short: str
    summary: str
    ends: str
    """What the summary says where there is no room for it: when the day ends."""
    blocks: tuple[Block, ...]
    closes: int | None = None
    closes_text: str = ""


def duration(minutes: int) -> str:
    """Return "45 min", "1 h" or "6 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return (
        _("{hours} h {minutes:02}").format(hours=hours, minutes=rest)
        if rest
        else _("{hours} h").format(hours=hours)
    )


def clock(minutes: int) -> str:
    """Return minutes since midnight as "16:05"; past midnight the next day's hours."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def dates_of(records: Records, workshop: WorkshopId | None) -> tuple[dt.date, ...]:
    """Return the workshop's days in order: those of its dates, and any other that has sessions."""
    found = records.get(Workshop, workshop)
    if found is None:
        return ()
    with_sessions = {each.date for each in records.where(Session, workshop=workshop)}
    return tuple(sorted({*found.days(), *with_sessions}))


def columns(records: Records, workshop: WorkshopId | None, language: str) -> tuple[DayColumn, ...]:
    """Return every day of the workshop as a column."""
    sessions = records.where(Session, workshop=workshop)
    people = {each.id: each for each in records.where(Person)}
    return tuple(
        _column([each for each in sessions if each.date == date], date, people, language)
        for date in dates_of(records, workshop)
    )


def _column(
    sessions: Sequence[Session], date: dt.date, people: Mapping[PersonId, Person], language: str
) -> DayColumn:
    day = sorted(sessions, key=lambda each: each.order)
    overlaps = flow.overlaps(day)
    closes = flow.room_closes(day)
    insets = _insets(day)
    runs_into = {
        each.first.id: flow.ends(each.first) - flow.starts(each.second) for each in reversed(overlaps)
    }
    blocks = tuple(
        _block(each, people, language, (insets[each.id], runs_into.get(each.id, 0), closes)) for each in day
    )
    return DayColumn(
        date=date,
        title=day_name(date, language),
        short=brief_day_name(date, language),
        summary=_summary(day),
        ends=_ends(day),
        blocks=blocks,
        closes=closes,
        closes_text="" if closes is None else _("{time}, the room closes").format(time=clock(closes)),
    )


def _insets(day: Sequence[Session]) -> dict[SessionId, int]:
    """Return how many sessions, one within the other, still go on when each one starts."""
    insets: dict[SessionId, int] = {}
    for place, each in enumerate(day):
        going_on = [insets[one.id] + 1 for one in day[:place] if flow.ends(one) > flow.starts(each)]
        insets[each.id] = max(going_on, default=0)
    return insets


def _summary(day: Sequence[Session]) -> str:
    if not day:
        return _("No sessions yet")
    resting = sum(each.planned_minutes for each in day if each.type.is_break)
    working = sum(each.planned_minutes for each in day) - resting
    end = clock(max(flow.ends(each) for each in day))
    if not resting:
        return _("{work} in session, ends {time}").format(work=duration(working), time=end)
    return _("{work} in session, {breaks} breaks, ends {time}").format(
        work=duration(working), breaks=duration(resting), time=end
    )


def _ends(day: Sequence[Session]) -> str:
    return _("ends {time}").format(time=clock(max(flow.ends(each) for each in day))) if day else ""


def _block(
    session: Session, people: Mapping[PersonId, Person], language: str, place: tuple[int, int, int | None]
) -> Block:
    inset, clash, closes = place
    start, end = flow.starts(session), flow.ends(session)
    person = people.get(session.responsible) if session.responsible else None
    method = session.method.best(language) if session.method else ""
    who = person.full_name.split()[0] if person is not None and person.full_name.split() else ""
    materials = ", ".join(each.best(language) for each in session.materials)
    title = " ".join(session.title.best(language).split())
    left_out = session.status in {SessionStatus.SKIPPED, SessionStatus.MOVED}
    became = word(translations(language), session.status) if left_out else ""
    lines = tuple(line for line in (became, _facts(method, who), materials) if line)
    kind = word(translations(language), session.type)
    spoken = _("{time}, {title}, {kind}, {length}").format(
        time=clock(start), title=title, kind=kind, length=duration(session.planned_minutes)
    )
    if became:
        spoken = f"{spoken}, {became}"
    if flow.keeps_time(session):
        spoken = _("{what}. It keeps its time").format(what=spoken)
    return Block(
        id=session.id,
        title=title,
        start=start,
        minutes=session.planned_minutes,
        time=clock(start),
        length=duration(session.planned_minutes),
        lines=lines[:1] if became else () if session.type.is_break else lines,
        icon=ICONS.get(session.type, ""),
        is_break=session.type.is_break,
        locked=session.locked,
        now=session.status in {SessionStatus.RUNNING, SessionStatus.PAUSED},
        inset=inset,
        clash=clash,
        over_from=closes if closes is not None and end > closes else None,
        spoken=spoken,
    )


def _facts(method: str, who: str) -> str:
    if method and who:
        return _("{method}, {who}").format(method=" ".join(method.split()), who=who)
    return " ".join(method.split()) or who


def overline(records: Records, session: Session) -> str:
    """Return "Session 7 of 16", breaks counted too, in the order of the days."""
    ordered = sorted(records.where(Session, workshop=session.workshop), key=lambda each: each.order)
    place = next((n for n, each in enumerate(ordered, 1) if each.id == session.id), 0)
    return _("Session {number} of {count}").format(number=place, count=len(ordered))


def workshop_title(workshop: Workshop, language: str) -> str:
    """Return "Workshop 2: Maintaining momentum"."""
    title = " ".join(workshop.title.best(language).split())
    if workshop.number is None:
        return title
    return _("Workshop {number}: {title}").format(number=workshop.number, title=title)


def context(records: Records, workshop: Workshop | None, language: str) -> str:
    """Return the header's line: place, dates, how many sessions."""
    if workshop is None:
        return ""
    count = len(records.where(Session, workshop=workshop.id))
    sessions = ngettext("{count} session", "{count} sessions", count).format(count=count)
    write = formats(language, workshop.country)
    dates = write.span(workshop.start, workshop.end) if workshop.start else ""
    return ", ".join(part for part in (workshop.city or "", dates, sessions) if part)
