"""Where the times of a day collide: one sentence, and the one lawful way out of it."""

import datetime as dt
from collections.abc import Sequence

from facilitator.domain import flow
from facilitator.domain.agenda import Session
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import WorkshopId
from facilitator.domain.records import Records
from facilitator.i18n import _, ngettext
from ui.presenters.agenda import dates_of
from ui.presenters.dates import day_name


@dataclass(frozen=True, slots=True)
class Clash:
    """What collides, in one sentence, and the one lawful way out if there is one."""

    date: dt.date
    lead: str
    sentence: str
    fix: str = ""


def clash(records: Records, workshop: WorkshopId | None, language: str) -> Clash | None:
    """Return what collides on the first day where something does, or None."""
    sessions = records.where(Session, workshop=workshop)
    for date in dates_of(records, workshop):
        day = flow.day_of(sessions, date)
        if not flow.fits(day):
            return _clash(day, date, language)
    return None


def _clash(day: Sequence[Session], date: dt.date, language: str) -> Clash:
    overlaps = flow.overlaps(day)
    closes = flow.room_closes(day)
    over = max(flow.ends(each) for each in day) - closes if closes is not None else 0
    sentences = [
        _("“{first}” runs {minutes} min into “{second}”.").format(
            first=each.first.title.best(language),
            minutes=each.minutes,
            second=each.second.title.best(language),
        )
        for each in overlaps[:1]
    ]
    if over > 0:
        sentences.append(_("The day ends {minutes} min after the room closes.").format(minutes=over))
    count = len(overlaps) + (over > 0)
    weekday = day_name(date, language)
    lead = ngettext("{day} has a conflict.", "{day} has {count} conflicts.", count)
    return Clash(date, lead.format(day=weekday, count=count), " ".join(sentences), _fix(day, language))


def _fix(day: Sequence[Session], language: str) -> str:
    """Return what the lawful repair would do, in the words of a button; empty when there is none."""
    solved = flow.repaired(day)
    if solved is None:
        return ""
    before = {each.id: each.planned_minutes for each in day}
    shorter = [each for each in solved if each.planned_minutes < before[each.id]]
    if not shorter:
        return _("Let them follow each other")
    if len(shorter) == 1:
        (only,) = shorter
        title = only.title.best(language)
        given = before[only.id] - only.planned_minutes
        return _("Shorten “{title}” by {minutes} min").format(title=_brief(title), minutes=given)
    return _("Shorten {count} sessions").format(count=len(shorter))


def _brief(title: str, most: int = 28) -> str:
    words = " ".join(title.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
