"""The rows of the agenda's table: what each cell shows, and what it edits."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from facilitator.domain.agenda import Session
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId, WorkshopId
from facilitator.domain.people import Person
from facilitator.domain.records import Records
from facilitator.i18n import translations
from facilitator.words import word


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session; without a key the row at the end that takes a new one.

    `shown` and `edit` hold a column's words and its value as typed or as a choice's key.
    """

    key: SessionId | None = None
    shown: Mapping[str, str] = field(default_factory=dict)
    edit: Mapping[str, str] = field(default_factory=dict)
    locked: bool = False


def rows_of(
    records: Records, workshop: WorkshopId | None, date: dt.date | None, language: str
) -> list[SessionRow]:
    """Return a day's sessions in the order of time, and the row for a new one."""
    found = [each for each in records.where(Session, workshop=workshop) if each.date == date]
    people = {each.id: each.full_name for each in records.where(Person)}
    found.sort(key=lambda each: each.order)
    rows = []
    for each in found:
        t = translations(language)
        title = " ".join(each.title.best(language).split())
        start = f"{each.planned_start:%H:%M}" if each.planned_start else ""
        who = people.get(each.responsible, "") if each.responsible else ""
        shown = {
            "title": title,
            "planned_start": start,
            "minutes": str(each.planned_minutes),
            "type": word(t, each.type),
            "responsible": who,
            "priority": word(t, each.priority),
        }
        edit = shown | {
            "title": each.title.best(language),
            "type": each.type.value,
            "responsible": str(each.responsible or ""),
            "priority": each.priority.value,
        }
        rows.append(SessionRow(each.id, shown, edit, each.locked))
    return [*rows, SessionRow()]
