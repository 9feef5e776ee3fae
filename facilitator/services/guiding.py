"""Leads a session through its steps, and writes these steps down. Each is one undoable operation."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from facilitator.domain import guiding
from facilitator.domain.agenda import Session
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import SessionId
from facilitator.domain.records import need
from facilitator.domain.steps import Step
from facilitator.domain.timer import current_session
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations

Fields = dict[str, object]


class Guiding:
    """What the facilitator does with the steps of a session; places are counted from 0, numbers from 1."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    # Leading

    def next_step(self, session: SessionId) -> ChangeSet:
        """Go on to the next step. Raises NotFound, InvalidInput when there is none, or nothing runs."""
        return self._go("next-step", session, lambda number: number + 1)

    def previous_step(self, session: SessionId) -> ChangeSet:
        """Go back one step. Raises NotFound, InvalidInput when there is none, or nothing runs."""
        return self._go("previous-step", session, lambda number: number - 1)

    def go_to(self, session: SessionId, number: int) -> ChangeSet:
        """Go to a step by its number. Raises NotFound, InvalidInput when there is none, or nothing runs."""
        return self._go("go-to-step", session, lambda _number: number)

    def _go(self, label: str, session: SessionId, target: Callable[[int], int]) -> ChangeSet:
        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            if current_session([found]) is None:
                raise InvalidInput("session-not-running")
            now = guiding.step_number(found)
            to = 0 if now is None else target(now)
            if not 1 <= to <= len(found.steps):
                raise InvalidInput("no-next-step" if to > len(found.steps) > 0 else "no-such-step")
            if to != now:
                operation.edit(Session, session, current_step=to, step_started=operation.now)

        return self._operations.perform(label, change)

    # Writing

    def add_steps(self, session: SessionId, place: int, steps: Sequence[Step]) -> ChangeSet:
        """Put steps before the one at `place`. Raises NotFound."""
        return self._write("add-step", session, lambda found: guiding.with_steps(found, place, steps))

    def edit_step(self, session: SessionId, place: int, /, **fields: object) -> ChangeSet:
        """Change some fields of a step. Raises NotFound, or what the step refuses."""

        def fields_of(found: Session) -> Fields:
            step = _step_at(found, place)
            changed = replace(step, **fields)  # type: ignore[arg-type]  # names are checked by the dataclass
            return {"steps": (*found.steps[:place], changed, *found.steps[place + 1 :])}

        return self._write("edit-step", session, fields_of)

    def delete_steps(self, session: SessionId, places: Sequence[int]) -> ChangeSet:
        """Take steps away. Raises NotFound."""
        return self._write("delete-step", session, lambda found: guiding.without_steps(found, places))

    def move_step(self, session: SessionId, place: int, to: int) -> ChangeSet:
        """Let a step stand at another place. Raises NotFound."""

        def fields_of(found: Session) -> Fields:
            _step_at(found, place)
            return guiding.with_step_moved(found, place, to)

        return self._write("move-step", session, fields_of)

    def _write(self, label: str, session: SessionId, fields_of: Callable[[Session], Fields]) -> ChangeSet:
        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            operation.put(replace(found, **fields_of(found)))  # type: ignore[arg-type]  # fields of a session

        return self._operations.perform(label, change)


def _step_at(session: Session, place: int) -> Step:
    if not 0 <= place < len(session.steps):
        raise InvalidInput("no-such-step")
    return session.steps[place]
