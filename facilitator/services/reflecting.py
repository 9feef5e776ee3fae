"""Reflections: saved as they are typed, their correction and revision carried on once (domain.md 2.3)."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import ReflectionId
from facilitator.domain.plans import Origin, OriginKind, WorkItem
from facilitator.domain.records import need
from facilitator.domain.reflections import Reflection
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.planning import new_work_item
from facilitator.services.theory import carry_into_theory


class Reflecting:
    """What the note-taker does with reflections."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def begin(self, reflection: Reflection) -> ChangeSet:
        """Store a new reflection; its action is enough.

        Whoever is at the keyboard takes the notes, unless somebody is named. Raises InvalidInput.
        """

        def change(operation: Operation) -> None:
            stored = operation.add(replace(reflection, recorded_by=reflection.recorded_by or operation.by))
            carry_into_theory(operation, None, stored)

        return self._operations.perform("add-reflection", change)

    def save(self, reflection: Reflection) -> ChangeSet:
        """Store all that the reflection says now, and in the same operation what it means elsewhere.

        It replaces every field; to change one, `edit` it. Raises NotFound or InvalidInput.
        """
        return self.edit(reflection.id, lambda _newest: reflection)

    def edit(self, key: ReflectionId, change: Callable[[Reflection], Reflection]) -> ChangeSet:
        """Change what `change` changes in the reflection as it is stored at that moment.

        So two edits of different fields never overwrite each other, however quickly they follow.
        A revision that affects the theory of change makes a new version of the assumption and keeps
        the old one. Raises NotFound, or what `change` raises; nothing is stored then.
        """

        def apply(operation: Operation) -> None:
            before = need(operation, Reflection, key)
            after = operation.put(change(before))
            carry_into_theory(operation, before, after)

        return self._operations.perform("edit-reflection", apply)

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
