"""Learning cycles: a new workshop in one, and what of the earlier ones it starts from (domain.md 1.5)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.cards import CardKind
from facilitator.domain.carrying import items_of, output_state
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Alliance, Cycle, OutputState, PriorOutput, Workshop, WorkshopStatus
from facilitator.domain.errors import NotFound
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardKindId, CycleId, WorkshopId, new_id
from facilitator.domain.plans import WorkItem
from facilitator.domain.records import need
from facilitator.domain.values import Text
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.planned_again import again, copy_boards, unstamped


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWorkshop:
    """What is known of a workshop when it is made; `id` lets the caller open it afterwards.

    `like` is the workshop whose agenda it takes over, without anything that people said in it.
    """

    title: Text
    cycle: CycleId | None = None
    start: dt.date | None = None
    like: WorkshopId | None = None
    id: WorkshopId | None = None


class Cycles:
    """What can be done with cycles and their workshops."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def new_workshop(self, new: NewWorkshop) -> ChangeSet:
        """Add a workshop to a cycle, from nothing or with the agenda of another one.

        Its starting material is every commitment of the cycle that is still open (domain.md 1.5).
        Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            pattern = None if new.like is None else need(operation, Workshop, new.like)
            made = operation.add(_workshop(operation, new, pattern))
            if pattern is not None:
                _copy_agenda(operation, pattern, made)
            _take_up(operation, made.id, _open_items(operation, new.cycle))

        return self._operations.perform("add-workshop", change)

    def take_up(self, workshop: WorkshopId, outputs: Iterable[UUID]) -> ChangeSet:
        """Put earlier outputs on a workshop's list of starting material, each once, with their state.

        Raises NotFound for what does not exist.
        """
        wanted = tuple(outputs)
        return self._operations.perform(
            "add-prior_output", lambda operation: _take_up(operation, workshop, wanted)
        )

    def leave_out(self, workshop: WorkshopId, outputs: Iterable[UUID]) -> ChangeSet:
        """Take earlier outputs off a workshop's list of starting material."""
        unwanted = frozenset(outputs)

        def change(operation: Operation) -> None:
            for prior in operation.where(PriorOutput, workshop=workshop):
                if prior.output in unwanted:
                    operation.delete(PriorOutput, prior.id)

        return self._operations.perform("delete-prior_output", change)

    def delete_cycle(self, cycle: CycleId) -> ChangeSet:
        """Put a cycle into the bin; its workshops and commitments stay, without a cycle. Raises NotFound."""

        def change(operation: Operation) -> None:
            for workshop in operation.where(Workshop, cycle=cycle):
                operation.edit(Workshop, workshop.id, cycle=None)
            for item in operation.where(WorkItem, cycle=cycle):
                operation.edit(WorkItem, item.id, cycle=None)
            operation.delete(Cycle, cycle)

        return self._operations.perform("delete-cycle", change)

    def delete_alliance(self, alliance: UUID) -> ChangeSet:
        """Put an alliance into the bin; its cycles stay, without an alliance. Raises NotFound."""

        def change(operation: Operation) -> None:
            for cycle in operation.where(Cycle, alliance=alliance):
                operation.edit(Cycle, cycle.id, alliance=None)
            operation.delete(Alliance, alliance)

        return self._operations.perform("delete-alliance", change)


def _workshop(operation: Operation, new: NewWorkshop, pattern: Workshop | None) -> Workshop:
    siblings = [] if new.cycle is None else operation.where(Workshop, cycle=new.cycle)
    number = max((each.number or 0 for each in siblings), default=0) + 1
    made = Workshop(
        id=new.id or WorkshopId(new_id()),
        cycle=new.cycle,
        number=None if new.cycle is None else number,
        title=new.title,
        language=new.title.language,
        start=new.start,
        end=new.start,
    )
    if pattern is None:
        return made
    days = len(pattern.days())
    end = new.start if new.start is None else new.start + dt.timedelta(days=max(0, days - 1))
    return replace(
        made,
        type=pattern.type,
        status=WorkshopStatus.DRAFT,
        languages=pattern.languages,
        end=end,
        time_zone=pattern.time_zone,
        facilitating_organisation=pattern.facilitating_organisation,
        link_tool_in_focus=pattern.link_tool_in_focus,
        objectives=pattern.objectives,
        expected_outputs=pattern.expected_outputs,
    )


def _copy_agenda(operation: Operation, pattern: Workshop, made: Workshop) -> None:
    """Take over sessions, questions and own kinds of card; first day on the new first day."""
    kinds: dict[CardKindId | None, CardKindId] = {}
    for kind in operation.where(CardKind, workshop=pattern.id):
        kinds[kind.id] = CardKindId(new_id())
        operation.add(replace(unstamped(kind), id=kinds[kind.id], workshop=made.id))
    sessions = operation.where(Session, workshop=pattern.id)
    first = pattern.start or min((each.date for each in sessions), default=made.start)
    if first is None:
        return
    moved_by = (made.start or first) - first
    for session in sessions:
        planned = again(session, None, made.id, session.date + moved_by)
        steps = tuple(replace(step, own_kind=kinds.get(step.own_kind)) for step in planned.steps)
        copy = operation.add(replace(planned, steps=steps))
        copy_boards(operation, session, copy)


def _open_items(operation: Operation, cycle: CycleId | None) -> tuple[UUID, ...]:
    if cycle is None:
        return ()
    return tuple(each.id for each in items_of(operation, cycle) if each.status.is_open)


def _take_up(operation: Operation, workshop: WorkshopId, outputs: Iterable[UUID]) -> None:
    need(operation, Workshop, workshop)
    listed = {each.output for each in operation.where(PriorOutput, workshop=workshop)}
    states = _states(operation)
    for output in outputs:
        if output in listed:
            continue
        if output not in states:
            raise NotFound("record-not-found", kind="WorkItem", id=str(output))
        operation.add(PriorOutput(id=new_id(), workshop=workshop, output=output, state=states[output]))


def _states(operation: Operation) -> Mapping[UUID, OutputState]:
    return {each.id: output_state(each) for each in operation.where(WorkItem)}
