"""What a cycle carries from one workshop to the next, and how it comes back (domain.md 1.5)."""

from facilitator.domain.cycles import OutputState, Workshop
from facilitator.domain.ids import CycleId
from facilitator.domain.plans import WorkItem, WorkStatus
from facilitator.domain.records import Reader


def items_of(reader: Reader, cycle: CycleId | None) -> list[WorkItem]:
    """Return the commitments of a cycle: those that name it, or one of its workshops."""
    workshops = {each.id for each in reader.where(Workshop, cycle=cycle)}
    return [
        each
        for each in reader.where(WorkItem)
        if (each.cycle is not None and each.cycle == cycle)
        or (each.cycle is None and each.workshop in workshops)
    ]


def output_state(item: WorkItem) -> OutputState:
    """Return the state in which a commitment comes back at the start of a workshop."""
    if item.status is WorkStatus.DONE:
        return OutputState.DONE
    if item.status is WorkStatus.CANCELLED:
        return OutputState.DROPPED
    return OutputState.PARTLY if item.progress_percent > 0 else OutputState.NOT_STARTED
