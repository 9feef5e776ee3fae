"""What can be undone and redone, read from the order of operations alone."""

from collections.abc import Iterable
from dataclasses import field

from facilitator.domain.changes import ChangeSet, Way
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OperationId

DEEPEST = 500
"""Operations kept for undo; the change log keeps all."""

FARTHEST = 4 * DEEPEST
"""Operations read from the change log to find those again after a restart."""


@dataclass(frozen=True, slots=True)
class Done:
    """An operation that can be undone or redone, and its label."""

    operation: OperationId
    label: str


@dataclass(frozen=True, slots=True)
class UndoState:
    """What the menu shows: the label of the next undo and redo, None when there is none."""

    undo: str | None = None
    redo: str | None = None


@dataclass(slots=True)
class UndoStacks:
    """Two stacks that follow operations in the order they were committed.

    Something new forgets what could be redone. An undo moves its target across, a redo moves it
    back, whoever did it; so the stacks can be rebuilt from the change log after a restart.
    """

    undo: list[Done] = field(default_factory=list)
    redo: list[Done] = field(default_factory=list)

    @classmethod
    def rebuilt(cls, operations: Iterable[ChangeSet]) -> "UndoStacks":
        """Return the stacks as they stand after these operations, oldest first."""
        stacks = cls()
        for operation in operations:
            stacks.follow(operation)
        return stacks

    def follow(self, operation: ChangeSet) -> None:
        """Take note of one committed operation of this program."""
        if operation.way is Way.DO:
            if operation.undoable:
                self.undo.append(Done(operation.operation, operation.label))
                del self.undo[:-DEEPEST]
                self.redo.clear()
            return
        source, target = (self.undo, self.redo) if operation.way is Way.UNDO else (self.redo, self.undo)
        for place in range(len(source) - 1, -1, -1):
            if source[place].operation == operation.target:
                target.append(source.pop(place))
                return

    def follow_elsewhere(self, operation: ChangeSet) -> None:
        """Take note of another program's operation: only its undo of one of ours matters."""
        if operation.way is not Way.DO:
            self.follow(operation)

    def forget(self, operation: OperationId) -> None:
        """Drop an operation that can no longer be undone or redone."""
        self.undo = [each for each in self.undo if each.operation != operation]
        self.redo = [each for each in self.redo if each.operation != operation]

    def state(self) -> UndoState:
        """Return what the menu shows."""
        return UndoState(
            self.undo[-1].label if self.undo else None,
            self.redo[-1].label if self.redo else None,
        )
