"""Which activities of the cycle stand in this workshop's work plan, and which agreement each carries out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from facilitator.domain.cycles import PriorOutput, Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId, PersonId, SessionId
from facilitator.domain.notes import Agreement
from facilitator.domain.plans import OriginKind, WorkItem, WorkStatus
from facilitator.domain.values import LooseDate
from facilitator.services.minutes.cycle import workshop_order
from facilitator.services.minutes.scope import Scope

_LAST: Final = 1_000_000
"""Stands behind every number that people give."""


def rows_in_order(scope: Scope) -> list[WorkItem]:
    """Return the plan's activities: those carried over first, then those agreed here, by place and code.

    Of an earlier workshop's activities those come along that are open, or on the list of starting material.
    """
    records = scope.records
    listed = {each.output for each in records.where(PriorOutput, workshop=scope.workshop.id)}
    rows = [item for item in records.where(WorkItem) if _belongs(scope, item, item.id in listed)]
    return sorted(
        rows,
        key=lambda item: (not is_carried(scope, item), item.position, _natural(item.code), item.id.int),
    )


def is_carried(scope: Scope, item: WorkItem) -> bool:
    """Whether an activity came from an earlier workshop."""
    if item.origin is not None and item.origin.kind is OriginKind.CARRIED_OVER:
        return True
    return item.workshop is not None and item.workshop != scope.workshop.id


@dataclass(frozen=True, slots=True)
class Owed:
    """Who carries out an agreement and by when; `by` is the activity that says so in its place."""

    responsible: OrganisationId | None
    person: PersonId | None
    due: LooseDate | None
    by: WorkItem | None = None

    @property
    def somebody(self) -> bool:
        """Whether anybody is responsible."""
        return self.responsible is not None or self.person is not None


def owed(agreement: Agreement, rows: Iterable[WorkItem]) -> Owed:
    """Return who and when an agreement names, and what it leaves open as its activity in the plan has it.

    With several activities the first that is not cancelled speaks for it.
    """
    own = Owed(agreement.responsible, agreement.responsible_person, agreement.due)
    items = (each for each in carrying_out(agreement, rows) if each.status is not WorkStatus.CANCELLED)
    item = next(items, None)
    if item is None or (own.somebody and own.due is not None):
        return own
    who = own if own.somebody else Owed(item.responsible, item.responsible_person, None)
    found = Owed(who.responsible, who.person, own.due or item.due)
    return own if found == own else replace(found, by=item)


def agreements_in_order(agreements: Iterable[Agreement], sessions: Iterable[SessionId]) -> list[Agreement]:
    """Return agreements by number, those without one by the order of the sessions that made them."""
    orders = {key: place for place, key in enumerate(sessions)}

    def order(each: Agreement) -> tuple[int, int, int]:
        place = len(orders) if each.session is None else orders.get(each.session, len(orders))
        return (each.number or _LAST, place, each.id.int)

    return sorted(agreements, key=order)


def agreement_numbers(agreements: Sequence[Agreement]) -> dict[UUID, int]:
    """Return the number each is read by: its own, or its place where numbers are missing or the same."""
    numbers = [each.number for each in agreements]
    if None in numbers or len(set(numbers)) < len(numbers):
        return {each.id: n for n, each in enumerate(agreements, start=1)}
    return {each.id: each.number or 0 for each in agreements}


def carrying_out(agreement: Agreement, rows: Iterable[WorkItem]) -> Iterator[WorkItem]:
    """Return the activities that name an agreement, or grew from it."""
    for item in rows:
        if agreement.id in {item.agreement, item.origin.ref if item.origin else None}:
            yield item


def _belongs(scope: Scope, item: WorkItem, listed: bool) -> bool:
    if item.workshop == scope.workshop.id:
        return True
    if not scope.ours(item.cycle):
        return False
    return item.workshop is None or (_is_earlier(scope, item) and (item.status.is_open or listed))


def _is_earlier(scope: Scope, item: WorkItem) -> bool:
    other = scope.records.get(Workshop, item.workshop)
    return other is not None and workshop_order(other) < workshop_order(scope.workshop)


def _natural(code: str | None) -> tuple[tuple[int, str], ...]:
    """Sort "2.10" behind "2.9"."""
    parts = re.findall(r"\d{1,9}|\D+", code or "")
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
