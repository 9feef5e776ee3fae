"""The budget of a plan: what an activity costs, and numbered revisions by source (domain.md 1.6, 5.4)."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from facilitator.domain.carrying import items_of
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import Conflict
from facilitator.domain.ids import OrganisationId, PersonId, WorkItemId, WorkshopId
from facilitator.domain.plans import BudgetLine, BudgetRevision, Contribution, WorkItem
from facilitator.domain.records import Reader, need
from facilitator.domain.values import Money
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations


class Budgets:
    """What can be done with the money of a plan."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def set_budget(self, item: WorkItemId, budget: Money | None) -> ChangeSet:
        """Say what an activity costs. Another currency takes along what was given in the former one.

        Raises NotFound, or InvalidInput for less than nothing.
        """

        def change(operation: Operation) -> None:
            before = need(operation, WorkItem, item).budget
            operation.edit(WorkItem, item, budget=budget)
            if before is None or budget is None or before.currency == budget.currency:
                return
            for each in operation.where(Contribution, work_item=item):
                if each.amount.currency == before.currency:
                    operation.put(replace(each, amount=Money(each.amount.amount, budget.currency)))

        return self._operations.perform("edit-work_item", change)

    def start_revision(self, workshop: WorkshopId, key: UUID, currency: str = "USD") -> ChangeSet:
        """Start a revision of the cycle's budget from the last one; the first from what is contributed."""

        def change(operation: Operation) -> None:
            found = need(operation, Workshop, workshop)
            earlier = revisions_of(operation, found)
            last = earlier[-1] if earlier else None
            operation.add(
                BudgetRevision(
                    id=key,
                    cycle=found.cycle,
                    workshop=workshop,
                    number=1 if last is None else last.number + 1,
                    currency=currency if last is None else last.currency,
                    lines=_lines(operation, found, currency) if last is None else _carried(last),
                )
            )

        return self._operations.perform("add-budget_revision", change)

    def revise(self, revision: UUID, **fields: object) -> ChangeSet:
        """Change a revision that is not approved yet. Raises Conflict for one that is."""

        def change(operation: Operation) -> None:
            if need(operation, BudgetRevision, revision).approved_by is not None:
                raise Conflict("revision-approved")
            operation.edit(BudgetRevision, revision, **fields)

        return self._operations.perform("edit-budget_revision", change)

    def approve(self, revision: UUID, person: PersonId, day: dt.date) -> ChangeSet:
        """Let a person approve a revision, dated `day` unless it has a date; it is not changed again."""

        def change(operation: Operation) -> None:
            found = need(operation, BudgetRevision, revision)
            if found.approved_by is not None:
                raise Conflict("revision-approved")
            operation.put(replace(found, approved_by=person, date=found.date or day))

        return self._operations.perform("approve-budget_revision", change)


def revisions_of(reader: Reader, workshop: Workshop) -> list[BudgetRevision]:
    """Return the revisions of a workshop's cycle by number."""
    found = [
        each
        for each in reader.where(BudgetRevision)
        if (each.cycle is not None and each.cycle == workshop.cycle) or each.workshop == workshop.id
    ]
    return sorted(found, key=lambda each: (each.number, each.id.int))


def _carried(last: BudgetRevision) -> tuple[BudgetLine, ...]:
    return tuple(replace(line, previous=line.revised) for line in last.lines)


def _lines(reader: Reader, workshop: Workshop, currency: str) -> tuple[BudgetLine, ...]:
    """Return one line for each organisation that contributes in this currency, as it stands now."""
    sums: dict[OrganisationId, Decimal] = {}
    for item in items_of(reader, workshop.cycle) if workshop.cycle else reader.where(WorkItem):
        for each in reader.where(Contribution, work_item=item.id):
            if each.amount.currency == currency:
                sums[each.organisation] = sums.get(each.organisation, Decimal(0)) + each.amount.amount
    return tuple(BudgetLine(source=source, previous=given, revised=given) for source, given in sums.items())
