"""What Home shows: the thread of a cycle's workshops, and what the room promised."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from facilitator.domain import flow
from facilitator.domain.agenda import Session
from facilitator.domain.carrying import items_of
from facilitator.domain.cycles import Cycle, PriorOutput, Workshop, WorkshopStatus
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CycleId, WorkshopId
from facilitator.domain.people import Organisation, OrganisationRole
from facilitator.domain.places import zone_of
from facilitator.domain.records import Records
from facilitator.domain.values import LooseDate
from facilitator.formats import formats
from facilitator.i18n import _, ngettext, translations
from facilitator.words import country, word

LoopState = Literal["done", "now", "coming"]

_OVER: Final = {WorkshopStatus.CLOSED, WorkshopStatus.ARCHIVED}
_MOST_ABOUT: Final = 105
_SOON: Final = 120
"""Minutes before the first session in which the minutes left are said, not the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """One workshop on the thread.

    `headline` and `when` stand in the loop, `title`, `facts` and `about` below it. `chip` says what
    goes on from here to the next workshop; `handed` that it has been handed over already.
    """

    id: WorkshopId
    state: LoopState
    is_open: bool
    headline: str
    when: str
    title: str
    facts: str
    about: str
    pill: str = ""
    running: bool = False
    chip: str = ""
    handed: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """The cycle that is shown: its name, one sentence, its workshops in order."""

    heading: str
    sentence: str
    loops: tuple[Loop, ...]


def today(workshop: Workshop | None, now: dt.datetime) -> dt.date:
    """Return the date at the workshop's place, at the laptop's without one."""
    return (now.astimezone() if workshop is None else now.astimezone(zone_of(workshop))).date()


def cycle_of(records: Records, workshop: WorkshopId | None) -> CycleId | None:
    """Return the cycle that Home shows first: the open workshop's."""
    found = records.get(Workshop, workshop)
    return None if found is None else found.cycle


def workshops_of(records: Records, cycle: CycleId | None, opened: WorkshopId | None) -> list[Workshop]:
    """Return a cycle's workshops in order; without a cycle the open workshop stands alone."""
    if cycle is None:
        found = records.get(Workshop, opened)
        return [] if found is None else [found]
    return sorted(records.where(Workshop, cycle=cycle), key=order)


def order(workshop: Workshop) -> tuple[dt.date, int, int]:
    """Sort key: when it is or was held, then its number; those without a date come last."""
    when = begins(workshop)
    first = dt.date.max if when is None else when.first_day()
    return (first, workshop.number or 0, workshop.id.int)


def begins(workshop: Workshop) -> LooseDate | None:
    """Return when a workshop begins: as planned, else as it was held."""
    if workshop.start is not None:
        return LooseDate.of(workshop.start)
    if workshop.planned_month is not None:
        return workshop.planned_month
    held = workshop.actual.start if workshop.actual else None
    return None if held is None else LooseDate.of(held)


def thread(
    records: Records, cycle: CycleId | None, opened: WorkshopId | None, now: dt.datetime, language: str
) -> Thread:
    """Return the thread of a cycle."""
    found = workshops_of(records, cycle, opened)
    following = [*found[1:], None]
    loops = tuple(
        _loop(records, each, after, (opened, now, language))
        for each, after in zip(found, following, strict=False)
    )
    heading = _heading(records.get(Cycle, cycle), language)
    return Thread(heading, _sentence(records, len(loops)), loops)


def _heading(cycle: Cycle | None, language: str) -> str:
    if cycle is None:
        return _("Workshop without a cycle")
    topic = " ".join(cycle.topic.best(language).split()) if cycle.topic else ""
    label = cycle.label.replace("-", "–")
    return _("{cycle}: {topic}").format(cycle=label, topic=topic) if topic else label


def _sentence(records: Records, count: int) -> str:
    partners = [each for each in records.where(Organisation, role=OrganisationRole.PARTNER) if each.active]
    workshops = ngettext("{count} workshop", "{count} workshops", count).format(count=count)
    if not partners:
        return _("{workshops}. What each workshop produces, the next one starts from.").format(
            workshops=workshops
        )
    organisations = ngettext(
        "{count} partner organisation", "{count} partner organisations", len(partners)
    ).format(count=len(partners))
    return _("{workshops}, {partners}. What each workshop produces, the next one starts from.").format(
        workshops=workshops, partners=organisations
    )


def _loop(
    records: Records,
    workshop: Workshop,
    following: Workshop | None,
    view: tuple[WorkshopId | None, dt.datetime, str],
) -> Loop:
    opened, now, language = view
    state = state_of(workshop, today(workshop, now))
    title = " ".join(workshop.title.best(language).split())
    if workshop.number is not None:
        title = _("{number}. {title}").format(number=workshop.number, title=title)
    facts = _facts(records, _as_held(workshop, state), opened, language)
    states = {"done": _("done"), "now": _("now"), "coming": _("to come")}
    spoken = _("{title}, {state}, {facts}").format(title=title, state=states[state], facts=facts)
    chip, handed = _chip(records, workshop, following, opened)
    return Loop(
        id=workshop.id,
        state=state,
        is_open=workshop.id == opened,
        headline=_headline(workshop, state),
        when=_when(workshop, language, state),
        title=title,
        facts=facts,
        about=_about(workshop, language),
        pill=_pill(records, workshop, now) if workshop.id == opened else "",
        running=workshop.status is WorkshopStatus.RUNNING,
        chip=chip,
        handed=handed,
        spoken=_("{what}. This workshop is open").format(what=spoken) if workshop.id == opened else spoken,
    )


def state_of(workshop: Workshop, day: dt.date) -> LoopState:
    """Return whether a workshop is over, goes on, or is still to come on a day."""
    if workshop.status in _OVER:
        return "done"
    if workshop.status is WorkshopStatus.RUNNING:
        return "now"
    if workshop.start is not None and workshop.start <= day <= (workshop.end or workshop.start):
        return "now"
    held = workshop.actual.end or workshop.actual.start if workshop.actual else None
    return "done" if held is not None and held < day else "coming"


def _headline(workshop: Workshop, state: LoopState) -> str:
    if state != "now":
        return ""
    return _("Running") if workshop.status is WorkshopStatus.RUNNING else _("Today")


def _when(workshop: Workshop, language: str, state: LoopState) -> str:
    write = formats(language, workshop.country)
    if state == "now" and workshop.start is not None:
        return write.brief_span(workshop.start, workshop.end).removesuffix(f" {workshop.start.year}")
    first = LooseDate.of(held) if (held := _held(workshop, state)) else begins(workshop)
    return _("No date") if first is None else _capital(write.brief_month(first))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _held(workshop: Workshop, state: LoopState) -> dt.date | None:
    """Return when a workshop was held in fact, once that is over and known."""
    return workshop.actual.start if state == "done" and workshop.actual else None


def _as_held(workshop: Workshop, state: LoopState) -> Workshop:
    """Return a workshop with the dates and the place that it had in fact, once that is over."""
    held = workshop.actual
    if held is None or _held(workshop, state) is None:
        return workshop
    return replace(
        workshop,
        status=workshop.status if workshop.status in _OVER else WorkshopStatus.CLOSED,
        start=held.start,
        end=held.end or held.start,
        city=held.city or workshop.city,
        country=held.country or workshop.country,
    )


def _facts(records: Records, workshop: Workshop, opened: WorkshopId | None, language: str) -> str:
    write = formats(language, workshop.country)
    first = begins(workshop)
    last = LooseDate.of(workshop.end) if workshop.end else None
    dates = _("No date yet") if first is None else write.span(first, last)
    place = workshop.city or country(language, workshop.country) or ""
    where = _("{dates}, {place}").format(dates=_capital(dates), place=place) if place else _capital(dates)
    if workshop.id != opened:
        state = word(translations(language), workshop.status)
        return _("{facts}. {more}").format(facts=where, more=state)
    sessions = len(records.where(Session, workshop=workshop.id))
    more = ngettext("{count} session", "{count} sessions", sessions).format(count=sessions)
    people = workshop.participants_expected
    if people:
        counted = ngettext("{count} participant", "{count} participants", people).format(count=people)
        more = _("{people}, {sessions}").format(people=counted, sessions=more)
    return _("{facts}. {more}").format(facts=where, more=more)


def _about(workshop: Workshop, language: str) -> str:
    """Return what came of a workshop, else what it is for, in a line or two."""
    if workshop.summary:
        words = workshop.summary.best(language)
    else:
        said = workshop.developments or workshop.objectives
        words = "; ".join(each.best(language).rstrip(".") for each in said)
    words = " ".join(words.split())
    return words if len(words) <= _MOST_ABOUT else f"{words[:_MOST_ABOUT].rsplit(' ', 1)[0]}…"


def _pill(records: Records, workshop: Workshop, now: dt.datetime) -> str:
    """Return how long until the open workshop begins, or that it runs."""
    if workshop.status is WorkshopStatus.RUNNING:
        return _("Running")
    if workshop.status in _OVER or workshop.start is None:
        return ""
    days = (workshop.start - today(workshop, now)).days
    if days > 0:
        return ngettext("Starts in {count} day", "Starts in {count} days", days).format(count=days)
    return "" if days < 0 else _starts_today(records, workshop, now)


def _starts_today(records: Records, workshop: Workshop, now: dt.datetime) -> str:
    local = now.astimezone(zone_of(workshop))
    sessions = records.where(Session, workshop=workshop.id)
    starts = [flow.starts(each) for each in sessions if each.date == local.date()]
    first = min(starts, default=0)
    left = first - (local.hour * 60 + local.minute)
    if left <= 0:
        return _("Today")
    if left <= _SOON:
        return _("Starts in {minutes} min").format(minutes=left)
    return _("Starts at {time}").format(time=f"{first // 60:02}:{first % 60:02}")


def _chip(
    records: Records, workshop: Workshop, following: Workshop | None, opened: WorkshopId | None
) -> tuple[str, bool]:
    """Return what goes from a workshop to the next one, and whether the next has it already."""
    if following is None:
        return "", False
    if following.id == opened:
        count = len(records.where(PriorOutput, workshop=opened))
        words = ngettext("{count} output became input", "{count} outputs became inputs", count)
        return (words.format(count=count), True) if count else ("", False)
    if workshop.id == opened:
        open_items = [each for each in items_of(records, workshop.cycle) if each.status.is_open]
        count = len(open_items)
        words = ngettext("{count} action planned so far", "{count} actions planned so far", count)
        return (words.format(count=count), False) if count else ("", False)
    return "", False


def patterns(records: Records, language: str) -> Sequence[tuple[WorkshopId, str]]:
    """Return the workshops whose agenda a new one may take over, the latest first."""
    found = sorted(records.where(Workshop), key=order, reverse=True)
    return [(each.id, " ".join(each.title.best(language).split())) for each in found]
