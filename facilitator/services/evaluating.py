"""The closing evaluation: its questions, and paper forms typed in so that nobody can tell whose they were.

While forms are being typed the change log keeps each step, so that it can be undone. Sealing ends that: the
answers stand in an order that they alone decide, and no log, bin or free page of the file tells another.
"""

from collections.abc import Callable, Sequence
from typing import Final

from facilitator.domain.agenda import Session
from facilitator.domain.cases import Scale
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.evaluation import Evaluation, EvaluationQuestion, Form
from facilitator.domain.ids import EvaluationId, OperationId, SessionId, WorkshopId, new_id
from facilitator.domain.record import Record
from facilitator.domain.records import need
from facilitator.domain.values import Text
from facilitator.persistence.forgetting import forget_in_log, forget_steps, leave, steps_forgotten
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations

TYPING: Final = ("type-form", "correct-form", "remove-form", "reword-answer", "drop-question")
"""Labels of the operations whose order and time say who answered what."""

SEALED: Final = "seal-evaluation"


class Evaluating:
    """What can be done with an evaluation; every form is one operation."""

    def __init__(self, operations: Operations, erase_remains: Callable[[], None]) -> None:
        self._operations = operations
        self._erase_remains = erase_remains

    def set_up(
        self,
        workshop: WorkshopId,
        session: SessionId | None,
        questions: Sequence[EvaluationQuestion],
        scale: Scale,
    ) -> ChangeSet:
        """Make an anonymous evaluation with these questions. Raises NotFound or InvalidInput."""

        def change(operation: Operation) -> None:
            need(operation, Workshop, workshop)
            if session is not None:
                need(operation, Session, session)
            operation.add(
                Evaluation(
                    id=EvaluationId(new_id()),
                    workshop=workshop,
                    session=session,
                    scale=scale,
                    questions=tuple(questions),
                )
            )

        return self._operations.perform("set-up-evaluation", change)

    def ask(self, evaluation: EvaluationId, questions: Sequence[EvaluationQuestion]) -> ChangeSet:
        """Ask these questions, in this order. Raises NotFound, or InvalidInput when answers would be lost."""
        return self._change("change-questions", evaluation, lambda found: found.asking(questions))

    def drop_question(self, evaluation: EvaluationId, question: str) -> ChangeSet:
        """Ask a question no more; whatever answered it goes with it. Raises NotFound."""
        return self._change("drop-question", evaluation, lambda found: found.without_question(question))

    def type_form(self, evaluation: EvaluationId, form: Form) -> ChangeSet:
        """Store one sheet of paper. Raises NotFound or InvalidInput."""
        return self._change("type-form", evaluation, lambda found: found.with_form(form))

    def correct_form(self, evaluation: EvaluationId, was: Form, now: Form) -> ChangeSet:
        """Store a sheet in the place of one that was typed before. Raises NotFound or InvalidInput."""
        return self._change("correct-form", evaluation, lambda found: found.without_form(was).with_form(now))

    def remove_form(self, evaluation: EvaluationId, form: Form) -> ChangeSet:
        """Take away a sheet that says just this. Raises NotFound."""
        return self._change("remove-form", evaluation, lambda found: found.without_form(form))

    def reword_answer(self, evaluation: EvaluationId, question: str, was: Text, now: Text) -> ChangeSet:
        """Put an open answer into other words; without words it goes. Raises NotFound."""
        return self._change(
            "reword-answer", evaluation, lambda found: found.rewording(question, was, now or None)
        )

    def seal(self, evaluation: EvaluationId) -> ChangeSet | None:
        """Forget for good in which order and when the forms of an anonymous evaluation were typed.

        It cannot be undone, and neither can what was typed before. None when nothing was typed since it was
        sealed last. Raises NotFound, or CannotWrite when another program keeps the file from being cleaned;
        doing it again finishes that.
        """
        typed: set[OperationId] = set()

        def change(operation: Operation) -> None:
            found = need(operation, Evaluation, evaluation)
            if not found.anonymous:
                return
            typed.update(forget_steps(operation, evaluation, TYPING))
            if typed:
                leave(operation, found.mixed())
                forget_in_log(operation, evaluation, lambda each: _without_answers(each, evaluation))

        done = self._operations.perform(SEALED, change, undoable=False)
        if not typed:
            return None
        self._operations.cannot_undo(typed)
        self._erase_remains()
        self._operations.perform(
            SEALED,
            lambda operation: steps_forgotten(operation, evaluation, TYPING, now_called=SEALED),
            undoable=False,
        )
        return done

    def _change(
        self, label: str, evaluation: EvaluationId, change: Callable[[Evaluation], Evaluation]
    ) -> ChangeSet:
        def changed(operation: Operation) -> None:
            operation.put(change(need(operation, Evaluation, evaluation)))

        return self._operations.perform(label, changed)


def _without_answers(record: Record, key: EvaluationId) -> Record:
    return record.without_answers() if isinstance(record, Evaluation) and record.id == key else record
