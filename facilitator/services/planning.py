"""The work plan: items made from what was said, money from each organisation, what comes next."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from facilitator.domain.cards import Board, Card
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import (
    AgreementId,
    CardId,
    OrganisationId,
    WorkItemId,
    WorkshopId,
    new_id,
)
from facilitator.domain.notes import Agreement, ParkingItem, ParkingOutcome
from facilitator.domain.plans import (
    Contribution,
    ContributionKind,
    Origin,
    OriginKind,
    WorkItem,
)
from facilitator.domain.records import Reader, need
from facilitator.domain.values import Money, Text
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations


class Planning:
    """What can be done with the work plan."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def add_item(self, workshop: WorkshopId, activity: Text, key: WorkItemId | None = None) -> ChangeSet:
        """Add an item at the end of the plan, with the next code, under `key`. Raises InvalidInput."""

        def change(operation: Operation) -> None:
            item = new_work_item(operation, need(operation, Workshop, workshop), activity)
            operation.add(item if key is None else replace(item, id=key))

        return self._operations.perform("add-work_item", change)

    def order(self, items: Sequence[WorkItemId]) -> ChangeSet:
        """Put items into this order; the places they have among others stay theirs. Raises NotFound."""

        def change(operation: Operation) -> None:
            found = [need(operation, WorkItem, key) for key in items]
            places = sorted(item.position for item in found)
            if len(set(places)) < len(places):
                places = list(range(len(places)))
            for item, place in zip(found, places, strict=True):
                operation.put(replace(item, position=place))

        return self._operations.perform("move-work_item", change)

    def cards_to_work_plan(self, cards: Sequence[CardId]) -> ChangeSet:
        """Make an item of each card, linked to it; a card that has one already gets no second."""

        def change(operation: Operation) -> None:
            for key in cards:
                card = need(operation, Card, key)
                if item_from(operation, key, card.workshop) is not None:
                    continue
                workshop = need(operation, Workshop, card.workshop)
                item = new_work_item(operation, workshop, card.text)
                operation.add(
                    replace(item, responsible=card.organisation, origin=Origin(OriginKind.CARD, key))
                )

        return self._operations.perform("card-to-work-plan", change)

    def agreement_to_work_plan(self, agreement: UUID) -> ChangeSet:
        """Make an item of an agreement, once, linked both ways."""

        def change(operation: Operation) -> None:
            found = need(operation, Agreement, agreement)
            if operation.where(WorkItem, agreement=agreement):
                return
            item = new_work_item(operation, need(operation, Workshop, found.workshop), found.text)
            operation.add(
                replace(
                    item,
                    responsible=found.responsible,
                    responsible_person=found.responsible_person,
                    due=found.due,
                    agreement=found.id,
                    origin=Origin(OriginKind.AGREEMENT, found.id),
                )
            )

        return self._operations.perform("agreement-to-work-plan", change)

    def parked_to_work_plan(self, parked: UUID) -> ChangeSet:
        """Make an item of something parked, which is thereby decided."""

        def change(operation: Operation) -> None:
            found = need(operation, ParkingItem, parked)
            if operation.get(WorkItem, found.linked) is not None:
                return
            item = new_work_item(operation, need(operation, Workshop, found.workshop), found.text)
            item = operation.add(replace(item, origin=Origin(OriginKind.PARKING_LOT, found.id)))
            operation.put(replace(found, outcome=ParkingOutcome.TO_WORK_PLAN, linked=item.id))

        return self._operations.perform("parked-to-work-plan", change)

    def card_to_agreement(self, card: CardId) -> ChangeSet:
        """Make an agreement of a card, with the next number and linked to it."""

        def change(operation: Operation) -> None:
            found = need(operation, Card, card)
            board = operation.get(Board, found.board)
            add_agreement(operation, found.workshop, found.text, source=card, board=board)

        return self._operations.perform("card-to-agreement", change)

    def card_to_parking_lot(self, card: CardId) -> ChangeSet:
        """Set a card's matter aside for later."""

        def change(operation: Operation) -> None:
            found = need(operation, Card, card)
            board = need(operation, Board, found.board)
            operation.add(
                ParkingItem(
                    id=new_id(),
                    workshop=found.workshop,
                    session=board.session,
                    text=found.text,
                    raised_by=found.author,
                )
            )

        return self._operations.perform("card-to-parking-lot", change)

    def contribute(
        self,
        item: WorkItemId,
        organisation: OrganisationId,
        amount: Money | None,
        kind: ContributionKind = ContributionKind.CASH,
    ) -> ChangeSet:
        """Set what an organisation puts into an item, in cash unless told; None or nothing takes it out."""

        def change(operation: Operation) -> None:
            need(operation, WorkItem, item)
            earlier = [
                each
                for each in operation.where(Contribution, work_item=item, organisation=organisation)
                if each.kind is kind
            ]
            if amount is None or not amount.amount:
                for each in earlier:
                    operation.delete(Contribution, each.id)
            elif earlier:
                operation.put(replace(earlier[0], amount=amount))
            else:
                operation.add(
                    Contribution(
                        id=new_id(), work_item=item, organisation=organisation, kind=kind, amount=amount
                    )
                )

        return self._operations.perform("edit-contribution", change)

    def add_agreement(self, workshop: WorkshopId, text: Text, key: AgreementId | None = None) -> ChangeSet:
        """Write down what the workshop agreed, under the next number. Raises InvalidInput."""

        def change(operation: Operation) -> None:
            need(operation, Workshop, workshop)
            made = _new_agreement(operation, workshop, text)
            operation.add(made if key is None else replace(made, id=key))

        return self._operations.perform("add-agreement", change)


def new_work_item(operation: Operation, workshop: Workshop, activity: Text) -> WorkItem:
    """Return a new item of the workshop's cycle with the next code; it is not stored yet."""
    return WorkItem(
        id=WorkItemId(new_id()),
        cycle=workshop.cycle,
        workshop=workshop.id,
        code=_next_code(operation, workshop),
        activity=activity,
        position=operation.next_position(WorkItem, cycle=workshop.cycle),
    )


def item_from(reader: Reader, source: UUID, workshop: WorkshopId) -> WorkItem | None:
    """Return the work-plan item that grew from a record of this workshop, or None."""
    for item in reader.where(WorkItem, workshop=workshop):
        if item.origin is not None and item.origin.ref == source:
            return item
    return None


def add_agreement(
    operation: Operation, workshop: WorkshopId, text: Text, *, source: UUID | None, board: Board | None
) -> Agreement:
    """Store an agreement under the next number and return it."""
    session = None if board is None else board.session
    return operation.add(replace(_new_agreement(operation, workshop, text), session=session, source=source))


def _new_agreement(operation: Operation, workshop: WorkshopId, text: Text) -> Agreement:
    numbers = [each.number or 0 for each in operation.where(Agreement, workshop=workshop)]
    return Agreement(
        id=AgreementId(new_id()),
        workshop=workshop,
        number=max(len(numbers), *numbers, 0) + 1,
        text=text,
    )


def _next_code(operation: Operation, workshop: Workshop) -> str:
    """Return the next free code of the cycle: workshop, point, running number ("2.3")."""
    prefix = f"{workshop.number or 1}."
    used = [
        int(item.code.removeprefix(prefix))
        for item in operation.where(WorkItem, cycle=workshop.cycle)
        if item.code and item.code.startswith(prefix) and item.code.removeprefix(prefix).isdecimal()
    ]
    return f"{prefix}{max(used, default=0) + 1}"
