"""The agenda before and after a way to end on time: one row a session, with what happens to it. No Qt."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from facilitator.domain import flow
from facilitator.domain.agenda import Session
from facilitator.domain.drift import MINUTE, Slot
from facilitator.domain.frozen import dataclass
from facilitator.domain.late_day import Proposal, Situation
from facilitator.i18n import _

Mark = Literal["", "shorter", "earlier", "left_out", "moved", "added", "later", "kept"]
"""What happens to a session: `kept` is what keeps its time, `added` what comes to another day.

`later` is the end that is agreed.
"""


@dataclass(frozen=True, slots=True)
class Side:
    """A session in one of the two agendas; empty where it is not held."""

    time: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A session before and after. `note` says in words what `mark` says by its sign."""

    title: str
    before: Side
    after: Side
    mark: Mark = ""
    note: str = ""
    is_break: bool = False
    is_live: bool = False
    heading: bool = False
    """Whether the row only names the day of those that follow."""

    @property
    def changes(self) -> bool:
        """Whether something happens to the session beyond another start."""
        return self.mark in {"shorter", "left_out", "moved", "added", "later"}

    def spoken(self) -> str:
        """Return what a screen reader says."""
        if self.heading:
            return self.title
        then = f"{self.after.time} {self.after.minutes}".strip()
        before = f"{self.before.time} {self.before.minutes}".strip()
        return ", ".join(
            part for part in (self.title, before, then if then != before else "", self.note) if part
        )


def rows_of(proposal: Proposal, situation: Situation, language: str) -> Iterable[Row]:
    """Yield what lies ahead of the day, its agreed end, and what changes on another day."""
    zone = situation.zone
    after = {slot.session.id: slot for slot in proposal.after.slots}
    for slot in proposal.before.ahead:
        yield _row(slot, after.get(slot.session.id), proposal, zone, language)
    if proposal.plan.later:
        yield Row(
            title=_("Agreed end"),
            before=Side(local(proposal.before.agreed_end, zone)),
            after=Side(local(proposal.after.agreed_end, zone)),
            mark="later",
            note=_("{n} min later").format(n=proposal.plan.later // MINUTE),
        )
    if proposal.there:
        yield from _other_day(proposal, situation, language)


def _other_day(proposal: Proposal, situation: Situation, language: str) -> Iterable[Row]:
    """Yield the other day's name and end, and of its sessions those that change and the one before."""
    before = {each.id: each for each in situation.sessions if each.date == proposal.plan.to}
    yield Row(_heading(proposal, list(before.values()), language), Side(), Side(), heading=True)
    rows: list[Row] = []
    for session in proposal.there:
        was = before.get(session.id)
        then = Side(_time(session), _minutes(session.planned_minutes))
        rows.append(
            Row(
                title=title_of(session, language),
                before=Side() if was is None else replace(then, time=_time(was)),
                after=then,
                mark="added" if was is None else "kept" if flow.keeps_time(was) else "",
                note=_("comes here") if was is None else "",
                is_break=session.type.is_break,
            )
        )
    touched = [place for place, row in enumerate(rows) if row.before != row.after]
    first, last = max(0, min(touched) - 1), max(touched)
    yield from rows[first : last + 1]


def _heading(proposal: Proposal, before: list[Session], language: str) -> str:
    """Name the other day, and say when it ends if that changes."""
    day = day_of(proposal.plan.to, language)
    now, then = (max(map(flow.ends, each), default=0) for each in (before, proposal.there))
    if not before or now == then:
        return day
    return _("{day}, to {time} instead of {planned}").format(day=day, time=_clock(then), planned=_clock(now))


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _row(slot: Slot, then: Slot | None, proposal: Proposal, zone: dt.tzinfo, language: str) -> Row:
    before = Side(local(slot.start, zone), _minutes((slot.end - slot.start) // MINUTE))
    mark: Mark = ""
    note, after = "", Side()
    if then is None:
        moved = slot.session.id == proposal.plan.moved
        mark, note = ("moved", _("to the next day")) if moved else ("left_out", _("left out"))
    else:
        after = Side(local(then.start, zone), _minutes((then.end - then.start) // MINUTE))
        cut = sum(each.minutes for each in proposal.plan.cuts if each.session == slot.session.id)
        if cut:
            mark, note = "shorter", _("{n} min less").format(n=cut)
        elif flow.keeps_time(slot.session):
            mark, note = "kept", _("keeps its time")
        elif after.time != before.time:
            mark = "earlier"
    return Row(
        title_of(slot.session, language), before, after, mark, note, slot.session.type.is_break, slot.is_live
    )


def _time(session: Session) -> str:
    return "" if session.planned_start is None else f"{session.planned_start:%H:%M}"


def _minutes(minutes: int) -> str:
    return _("{n} min").format(n=minutes)


def title_of(session: Session, language: str) -> str:
    """Return a session's title on one line."""
    return " ".join(session.title.best(language).split())


def local(instant: dt.datetime | None, zone: dt.tzinfo) -> str:
    """Return an instant as the clock on the wall shows it."""
    return "" if instant is None else f"{instant.astimezone(zone):%H:%M}"


def day_of(date: dt.date | None, language: str) -> str:
    """Return a day with its weekday, beginning a line."""
    from facilitator.formats import formats  # noqa: PLC0415 - Babel only for a day that is looked at

    if date is None:
        return ""
    day = formats(language).weekday(date)
    return day[:1].upper() + day[1:]
