"""The check before a session: its lines, how a state is said, and the sum of all. No Qt."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.frozen import dataclass
from facilitator.i18n import _, ngettext
from ui.presenters.preflight_facts import Facts, Line, State
from ui.presenters.preflight_lines import (
    backup_line,
    clock_line,
    database_line,
    disk_line,
    displays_line,
    fonts_line,
    power_line,
    sleep_line,
)

BEFORE: Final = dt.timedelta(minutes=2)
"""How long before the first session of a day the check is offered."""

_BEGUN: Final = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED, SessionStatus.DONE})


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is said: its word, the tone of its pill, and the icon that says it again."""

    word: str
    tone: Literal["ok", "warn", "over", "neutral"]
    icon: str


def look(state: State) -> StateLook:
    """Return how a state is said, in the screen's language."""
    return {
        "ok": StateLook(_("Good"), "ok", "check"),
        "look": StateLook(_("Look at this"), "warn", "triangle-alert"),
        "mend": StateLook(_("Mend this"), "over", "x"),
        "unknown": StateLook(_("Not known"), "neutral", "circle-dashed"),
        "checking": StateLook(_("Checking"), "neutral", "hourglass"),
    }[state]


def lines(facts: Facts) -> tuple[Line, ...]:
    """Return the eight lines of the check."""
    return (
        displays_line(facts),
        power_line(facts),
        disk_line(facts),
        clock_line(facts),
        fonts_line(facts),
        sleep_line(facts),
        backup_line(facts),
        database_line(facts),
    )


def summary(found: tuple[Line, ...]) -> tuple[State, str]:
    """Return the state of the whole, and one sentence about it."""
    states = {line.state for line in found}
    named = [line.title for line in found if line.state in {"look", "mend"}]
    if "checking" in states:
        return "checking", _("Looking at the laptop.")
    if not named:
        return "ok", _("Everything is ready.")
    count = len(named)
    said = ngettext("One thing to look at: {names}.", "{n} things to look at: {names}.", count)
    return ("mend" if "mend" in states else "look"), said.format(n=count, names=", ".join(named))


def due(sessions: Iterable[Session], now: dt.datetime, zone: dt.tzinfo) -> Session | None:
    """Return the session that opens the day, from two minutes before until it or another one began."""
    today = now.astimezone(zone).date()
    held = sorted((each for each in sessions if each.date == today), key=lambda each: each.order)
    if not held or any(each.status in _BEGUN for each in held):
        return None
    first = next((each for each in held if each.status is SessionStatus.PLANNED), None)
    if first is None or first.planned_start is None:
        return None
    start = dt.datetime.combine(today, first.planned_start, zone)
    return first if now >= start - BEFORE else None
