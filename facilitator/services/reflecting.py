"""Reflections: saved as they are typed, their correction and revision carried on once (domain.md 2.3)."""

from dataclasses import replace

from facilitator.domain.change_theory import Assumption, AssumptionStatus
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import AssumptionId, ReflectionId, new_id
from facilitator.domain.plans import Origin, OriginKind, WorkItem
from facilitator.domain.records import need
from facilitator.domain.reflections import EffectOn, Reflection, SecondLoop, Verdict
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.planning import new_work_item

_STATUS_AFTER = {
    Verdict.DOES_NOT_HOLD: AssumptionStatus.REVISED,
    Verdict.HOLDS_WITH_CONDITIONS: AssumptionStatus.HELD_WITH_CONDITIONS,
    Verdict.HOLDS: AssumptionStatus.HELD,
}


class Reflecting:
    """What the note-taker does with reflections."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def begin(self, reflection: Reflection) -> ChangeSet:
        """Store a new reflection; its action is enough."""

        def change(operation: Operation) -> None:
            stored = operation.add(reflection)
            _carry_into_theory(operation, stored)

        return self._operations.perform("add-reflection", change)

    def save(self, reflection: Reflection) -> ChangeSet:
        """Store what the reflection says now, and in the same operation what it means elsewhere.

        An effect on the theory of change makes a new version of the assumption and keeps the old
        one. Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            stored = operation.put(reflection)
            _carry_into_theory(operation, stored)

        return self._operations.perform("edit-reflection", change)

    def correction_to_work_plan(self, key: ReflectionId) -> ChangeSet:
        """Make the first loop's correction a work-plan item, once: a second time changes nothing.

        Raises InvalidInput when there is no correction yet.
        """

        def change(operation: Operation) -> None:
            reflection = need(operation, Reflection, key)
            loop = reflection.first_loop
            if not loop.correction:
                raise InvalidInput("correction-empty")
            if operation.get(WorkItem, loop.work_item) is not None:
                return
            workshop = need(operation, Workshop, reflection.workshop)
            item = new_work_item(operation, workshop, loop.correction)
            item = operation.add(
                replace(
                    item,
                    responsible=loop.owner,
                    due=loop.due,
                    case=reflection.case,
                    origin=Origin(OriginKind.REFLECTION, key),
                )
            )
            operation.put(replace(reflection, first_loop=replace(loop, work_item=item.id)))

        return self._operations.perform("correction-to-work-plan", change)


def _carry_into_theory(operation: Operation, reflection: Reflection) -> None:
    loop = reflection.second_loop
    old = operation.get(Assumption, loop.assumption_ref)
    if old is None or loop.verdict is None:
        return
    if loop.verdict.asks_for_a_revision and _revises_theory(loop):
        _revise(operation, reflection, old)
    elif loop.verdict is Verdict.HOLDS and old.status is AssumptionStatus.UNTESTED:
        operation.put(replace(old, status=AssumptionStatus.HELD))


def _revises_theory(loop: SecondLoop) -> bool:
    return bool(loop.revised_assumption) and any(
        effect.on is EffectOn.THEORY_OF_CHANGE for effect in loop.effects
    )


def _revise(operation: Operation, reflection: Reflection, old: Assumption) -> None:
    loop = reflection.second_loop
    assert loop.verdict is not None and loop.revised_assumption is not None  # noqa: S101, PT018 - seen by the caller
    operation.put(replace(old, status=_STATUS_AFTER[loop.verdict], revised_by=reflection.id))
    versions = operation.where(Assumption, previous=old.id)
    if versions:
        operation.put(replace(versions[0], text=loop.revised_assumption, kind=loop.assumption_kind))
        return
    operation.add(
        Assumption(
            id=AssumptionId(new_id()),
            theory_of_change=old.theory_of_change,
            text=loop.revised_assumption,
            kind=loop.assumption_kind or old.kind,
            version=old.version + 1,
            previous=old.id,
        )
    )
