"""How late the day is, in words, and the way to end it on time that is offered. No Qt."""

import datetime as dt
from typing import TYPE_CHECKING, Final, Literal

from facilitator.domain.drift import MINUTE, Day, Slot
from facilitator.domain.frozen import dataclass
from facilitator.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.late_day import Plan, Situation

Tone = Literal["ok", "warn", "over", "neutral"]

_OFFER: Final = dt.timedelta(minutes=5)
"""From here on a way to end on time is offered; the clock is not to press anybody (domain.md 6.3)."""
_WARN: Final = dt.timedelta(minutes=15)
"""From here on a delay is more than information, unless the day still has more to give (design, 6)."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How late the day is, always to be seen. `plan` is the best way to end on time, when there is one.

    `ways` says whether it is late enough to look at the ways there are.
    """

    text: str
    tone: Tone
    sentence: str
    plan: "Plan | None" = None
    ways: bool = False


def drift_of(day: Day, situation: "Callable[[], Situation]", zone: dt.tzinfo, language: str) -> Drift | None:
    """Return how late a day is, or None when it has no sessions."""
    if not day.slots:
        return None
    if not day.under_way:
        words = _("Planned to end {time}").format(time=_local(day.planned_end, zone))
        return Drift(words, "neutral", "")
    text, tone = _text(day, zone), _tone(day)
    pushed = day.pushed.pushed if day.pushed is not None else dt.timedelta()
    sentence = _sentence(day, zone, language)
    if max(day.late, pushed) < _OFFER:
        return Drift(text, tone, sentence)
    from facilitator.domain.catch_up import best, proposals  # noqa: PLC0415 - not before a day is late
    from ui.presenters.catch_up import in_short  # noqa: PLC0415 - as above

    found = best(proposals(situation()))
    if found is None:
        return Drift(text, tone, sentence, ways=True)
    return Drift(text, tone, in_short(found, zone, language), found.plan, ways=True)


def _text(day: Day, zone: dt.tzinfo) -> str:
    ends, minutes = _local(day.ends, zone), abs(day.late) // MINUTE
    if not minutes:
        return _("On time, ends {time}").format(time=ends)
    if day.late < dt.timedelta():
        return _("{minutes} min early, ends {time}").format(minutes=minutes, time=ends)
    return _("{minutes} min late, ends {time}").format(minutes=minutes, time=ends)


def _tone(day: Day) -> Tone:
    if day.late >= _WARN and day.late > day.slack:
        return "over"
    return "warn" if day.late >= MINUTE or day.pushed is not None else "ok"


def _sentence(day: Day, zone: dt.tzinfo, language: str) -> str:
    planned = _local(day.planned_end, zone)
    if day.pushed is not None:
        return _late_start(day.pushed, zone, language)
    if day.agreed_end != day.planned_end:
        return _("Agreed to end at {time}, planned at {planned}.").format(
            time=_local(day.agreed_end, zone), planned=planned
        )
    return _("The day was planned to end at {time}.").format(time=planned)


def _late_start(slot: Slot, zone: dt.tzinfo, language: str) -> str:
    """Say that something which keeps its time will not start in time."""
    return _("{session} would start at {time} instead of {planned}.").format(
        session=" ".join(slot.session.title.best(language).split()),
        time=_local(slot.start, zone),
        planned=_local(slot.planned_start, zone),
    )


def _local(instant: dt.datetime | None, zone: dt.tzinfo) -> str:
    return "" if instant is None else f"{instant.astimezone(zone):%H:%M}"
