"""The one way to change anything: one intention, one transaction, one change set, told to all.

Every service method that changes something goes through `Operations.perform`. What is published
here has been committed; screens, undo, the stage and other programs follow from it alone.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace

from facilitator.domain.changes import Change, ChangeSet, Way
from facilitator.domain.errors import Conflict, NotFound
from facilitator.domain.ids import OperationId
from facilitator.domain.record import STAMPS, Record
from facilitator.domain.undo import FARTHEST, UndoStacks, UndoState
from facilitator.persistence import change_log
from facilitator.persistence.engine import ForeignWrites
from facilitator.persistence.unit_of_work import Header, Operation, UnitOfWork
from facilitator.services.rules import keep_rules

Listener = Callable[[ChangeSet], object]


class Operations:
    """Performs, undoes and redoes operations, and tells listeners what was committed.

    It belongs to one thread: the writer's. Listeners are called on that thread.
    """

    def __init__(self, work: UnitOfWork, foreign: ForeignWrites) -> None:
        self._work = work
        self._foreign = foreign
        self._listeners: list[Listener] = []
        with work.reading() as reading:
            self._seen = change_log.last(reading.connection)
            self._stacks = UndoStacks.rebuilt(change_log.headers(reading.connection, FARTHEST))

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every operation from now on; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def perform(
        self, label: str, change: Callable[[Operation], object], *, undoable: bool = True
    ) -> ChangeSet:
        """Run `change` as one operation called `label` and tell everybody.

        Raises what `change` raises (InvalidInput, NotFound, Conflict), InvalidInput when its records
        break a rule together, or CannotWrite; nothing is stored and nobody is told then.
        """

        def lawful(operation: Operation) -> None:
            change(operation)
            keep_rules(operation)

        return self._settle(self._work.write(Header(label, undoable), lawful))

    @property
    def undo_state(self) -> UndoState:
        """What undo and redo would do now."""
        return self._stacks.state()

    def undo(self) -> ChangeSet | None:
        """Take back the newest operation; None when there is none.

        Raises Conflict when somebody changed the same thing since; their change is kept.
        """
        return self._replay(Way.UNDO)

    def redo(self) -> ChangeSet | None:
        """Do the operation again that was taken back last; None when there is none."""
        return self._replay(Way.REDO)

    def cannot_undo(self, operations: Iterable[OperationId]) -> None:
        """Leave operations out of undo and redo: what they did is forgotten."""
        for each in operations:
            self._stacks.forget(each)

    def poll(self) -> list[ChangeSet]:
        """Tell everybody what other programs committed since the last call, and return it."""
        if not self._foreign.happened():
            return []
        with self._work.reading() as reading:
            found, self._seen = change_log.since(reading.connection, self._seen, but=self._work.process)
        self._foreign.caught_up()
        for changes in found:
            self._stacks.follow_elsewhere(changes)
            self._publish(changes)
        return found

    def _replay(self, way: Way) -> ChangeSet | None:
        stack = self._stacks.undo if way is Way.UNDO else self._stacks.redo
        if not stack:
            return None
        done = stack[-1]
        with self._work.reading() as reading:
            original = change_log.operation(reading.connection, done.operation)
        if original is None:
            self._stacks.forget(done.operation)
            raise NotFound("operation-not-found", label=done.label)
        changes = original.changes
        if way is Way.UNDO:
            changes = tuple(change.reversed() for change in reversed(changes))
        header = Header(done.label, undoable=True, way=way, target=done.operation)
        try:
            return self._settle(self._work.write(header, lambda operation: _apply(operation, changes)))
        except (Conflict, NotFound) as error:
            self._stacks.forget(done.operation)
            raise Conflict("changed-by-somebody-else", label=done.label) from error

    def _settle(self, changes: ChangeSet) -> ChangeSet:
        if changes.changes:
            self._stacks.follow(changes)
            self._publish(changes)
        return changes

    def _publish(self, changes: ChangeSet) -> None:
        """Tell everybody. What is committed stays so and is told to all, even if one listener fails."""
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:  # noqa: BLE001 - a bug of that listener, reported as any bug is
                sys.excepthook(*sys.exc_info())


def _apply(operation: Operation, changes: tuple[Change, ...]) -> None:
    for change in changes:
        now = operation.stored(change.kind, change.record.id)
        operation.restore(now, _merged(change, now, operation))


def _merged(change: Change, now: Record | None, operation: Operation) -> Record | None:
    """Return what the record becomes: only what this change touched is put back.

    Raises Conflict when one of the fields it touched says something else by now.
    """
    if now == change.before:
        return change.after
    if now is None or change.before is None or change.after is None:
        raise Conflict("changed-by-somebody-else")
    touched = {
        name
        for name in change.before.__dataclass_fields__
        if name not in STAMPS and getattr(change.before, name) != getattr(change.after, name)
    }
    if any(getattr(now, name) != getattr(change.before, name) for name in touched):
        raise Conflict("changed-by-somebody-else")
    put_back = {name: getattr(change.after, name) for name in touched}
    return replace(now, **put_back, changed_at=operation.now, changed_by=operation.by)
