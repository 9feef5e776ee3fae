"""The workshops of a cycle: their order, their days, where they were (domain.md 1.4)."""

import datetime as dt

from facilitator.domain.cycles import Workshop
from facilitator.domain.values import LooseDate
from facilitator.services.minutes.scope import Scope
from facilitator.words import country


def workshop_order(workshop: Workshop) -> tuple[dt.date, int]:
    """Sort key of the workshops of a cycle: by first day, planned month or number."""
    first = workshop.start or (workshop.planned_month.first_day() if workshop.planned_month else None)
    return (first or dt.date.max, workshop.number or 0)


def workshops(scope: Scope) -> list[Workshop]:
    """Return the workshops of the cycle in their order, this one among them."""
    if scope.workshop.cycle is None:
        return [scope.workshop]
    return sorted(scope.records.where(Workshop, cycle=scope.workshop.cycle), key=workshop_order)


def place(scope: Scope, workshop: Workshop) -> str:
    """Return venue, city and country in one phrase; empty where nothing is known."""
    where = (workshop.venue, workshop.city, country(scope.edition.language, workshop.country))
    return ", ".join(part for part in where if part)


def when(workshop: Workshop) -> tuple[LooseDate | None, LooseDate | None]:
    """Return first and last day of a workshop as planned, its month, or the days on which it was held."""
    if workshop.start is not None:
        return LooseDate.of(workshop.start), LooseDate.of(workshop.end or workshop.start)
    if workshop.planned_month is not None:
        return workshop.planned_month, None
    held = workshop.actual
    if held is None or held.start is None:
        return None, None
    return LooseDate.of(held.start), LooseDate.of(held.end or held.start)
