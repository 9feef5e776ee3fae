"""The commitments of a cycle as rows: what, who, until when, how far, and how late today."""

import datetime as dt
from typing import Final

from facilitator.domain.carrying import items_of
from facilitator.domain.cycles import PriorOutput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CycleId, WorkItemId, WorkshopId
from facilitator.domain.people import Organisation
from facilitator.domain.plans import WorkItem, WorkStatus
from facilitator.domain.records import Records
from facilitator.formats import formats
from facilitator.i18n import _, ngettext, translations
from facilitator.words import word
from ui.presenters.organisations import code

LOOKS: Final = {
    WorkStatus.NOT_STARTED: ("neutral", "circle-dashed"),
    WorkStatus.IN_PROGRESS: ("progress", "timer"),
    WorkStatus.DONE: ("ok", "check"),
    WorkStatus.DELAYED: ("over", "alarm-clock"),
    WorkStatus.RESCHEDULED: ("warn", "refresh-cw"),
    WorkStatus.CANCELLED: ("neutral", "x"),
}
"""Tone and icon of a status; the word says it too."""

_MONTHS_FROM: Final = 60
_YEARS_FROM: Final = 730


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One row. `taken` says that the open workshop starts from it."""

    key: WorkItemId
    output: str
    activity: str
    owner: str
    owner_name: str
    due: str
    percent: int
    status: str
    tone: str
    icon: str
    over: bool = False
    taken: bool = False


def commitments(
    records: Records, cycle: CycleId | None, opened: WorkshopId | None, day: dt.date, language: str
) -> list[Commitment]:
    """Return the rows as of `day`: what is open by due date, then what is done."""
    found = items_of(records, cycle) if cycle is not None else records.where(WorkItem, workshop=opened)
    taken = {each.output for each in records.where(PriorOutput, workshop=opened)}
    found.sort(key=_order)
    return [_row(records, each, each.id in taken, (day, language)) for each in found]


def _order(item: WorkItem) -> tuple[bool, dt.date, int]:
    return (not item.status.is_open, item.due.last_day() if item.due else dt.date.max, item.position)


def _row(records: Records, item: WorkItem, taken: bool, view: tuple[dt.date, str]) -> Commitment:
    day, language = view
    status = item.status_on(day)
    tone, icon = LOOKS[status]
    owner = records.get(Organisation, item.responsible)
    activity = " ".join(item.activity.best(language).split())
    output = " ".join(item.output.best(language).split()) if item.output else ""
    return Commitment(
        key=item.id,
        output=output or activity,
        activity=activity if output else "",
        owner=code(owner),
        owner_name=owner.name if owner else _("Nobody yet"),
        due=_due(item, day, language),
        percent=100 if status is WorkStatus.DONE else item.progress_percent,
        status=_status(item, status, day, language),
        tone=tone,
        icon=icon,
        over=not item.status.is_open,
        taken=taken,
    )


def _due(item: WorkItem, day: dt.date, language: str) -> str:
    if item.due is None:
        return "–"
    written = formats(language).brief(item.due)
    same_year = item.due.day is None or abs((item.due.last_day() - day).days) < 300
    return written if same_year else f"{written} {item.due.year}"


def _status(item: WorkItem, status: WorkStatus, day: dt.date, language: str) -> str:
    if status is WorkStatus.DELAYED and item.due is not None and item.due.last_day() < day:
        late = (day - item.due.last_day()).days
        return _late(late)
    return word(translations(language), status)


def _late(days: int) -> str:
    """Return how late something is: in days up to two months, in months up to two years."""
    if days < _MONTHS_FROM:
        return ngettext("{count} day late", "{count} days late", days).format(count=days)
    if days < _YEARS_FROM:
        months = days // 30
        return ngettext("{count} month late", "{count} months late", months).format(count=months)
    years = days // 365
    return ngettext("{count} year late", "{count} years late", years).format(count=years)


def done_words(rows: list[Commitment]) -> str:
    """Return "2 of 5 done"."""
    done = sum(1 for each in rows if each.tone == "ok")
    return _("{done} of {count} done").format(done=done, count=len(rows)) if rows else ""
