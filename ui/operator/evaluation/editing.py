"""What is asked of the workspace from the Evaluation page, and what came of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.evaluation import Evaluation, EvaluationQuestion, Form, QuestionKind
from facilitator.domain.values import Text
from facilitator.i18n import _
from ui.presenters import evaluation as presenter
from ui.presenters.form_entry import FormEntry
from ui.runtime.desk import Desk, Task

if TYPE_CHECKING:
    from ui.presenters.evaluation import Offer


class EvaluationEditing(QObject):
    """One intention a method; `refused` says what could not be done."""

    refused = Signal(object)
    accepted = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.evaluation: Evaluation | None = None
        self.offer: Offer | None = None

    def set_up(self) -> None:
        """Make an evaluation with the usual questions, for the session that is shown or for the workshop."""
        from facilitator.evaluation_forms import (  # noqa: PLC0415 - not before somebody asks
            usual_questions,
            usual_scale,
        )

        workshop = self._desk.workshop
        if workshop is None:
            return
        session = self.offer.session if self.offer else None
        questions, scale = usual_questions(self._desk.language), usual_scale(self._desk.language)
        self._perform(lambda w: w.evaluating.set_up(workshop.id, session, questions, scale))

    def store(self, entry: FormEntry) -> bool:
        """Store the form in hand; whether there was anything to store."""
        evaluation = self.evaluation
        if evaluation is None:
            return False
        try:
            was, now = entry.take(self._desk.language)
        except InvalidInput as error:
            self.refused.emit(error)
            return False
        key = evaluation.id
        if was is None:
            task: Task = lambda w: w.evaluating.type_form(key, now)  # noqa: E731 - two ways to one call
        else:
            before = was
            task = lambda w: w.evaluating.correct_form(key, before, now)  # noqa: E731 - two ways to one call
        self._perform(task, done=lambda: entry.stored(now))
        return True

    def drop(self, entry: FormEntry) -> None:
        """Delete the form in hand."""
        evaluation, form = self.evaluation, entry.drop()
        if evaluation is not None and isinstance(form, Form):
            found = form
            self._perform(lambda w: w.evaluating.remove_form(evaluation.id, found))

    def reword(self, question: str, was: Text, words: str) -> None:
        """Put an open answer into other words."""
        evaluation = self.evaluation
        if evaluation is not None:
            now = was.reworded(words.strip())
            self._perform(lambda w: w.evaluating.reword_answer(evaluation.id, question, was, now))

    def seal(self) -> None:
        """Forget in which order forms came."""
        evaluation = self.evaluation
        if evaluation is not None and evaluation.anonymous:
            self._desk.perform(lambda w: w.evaluating.seal(evaluation.id))

    # The questions

    def add_question(self) -> None:
        """Add a question, to be worded."""
        self._ask(lambda found: presenter.added(found, self._desk.text(_("New question"))))

    def reword_question(self, question: str, language: str, words: str) -> None:
        """Word a question in one language; its own language needs words."""
        found = self._question(question)
        if found is None or (not words.strip() and language == found.text.language):
            self.refused.emit(InvalidInput("evaluation-question-empty"))
            return
        text = found.text.reworded(words.strip(), language)
        self._ask(lambda each: presenter.changed(each, question, text=text))

    def choose_kind(self, question: str, kind: str) -> None:
        """Have a question answered in another way."""
        self._ask(lambda found: presenter.changed(found, question, kind=QuestionKind(kind)))

    def move_question(self, question: str, steps: int) -> None:
        """Move a question up or down."""
        self._ask(lambda found: presenter.moved(found, question, steps))

    def delete_question(self, question: str) -> None:
        """Delete a question, and whatever answered it."""
        evaluation = self.evaluation
        if evaluation is not None:
            self._perform(lambda w: w.evaluating.drop_question(evaluation.id, question))

    def _question(self, question: str) -> EvaluationQuestion | None:
        asked: Sequence[EvaluationQuestion] = self.evaluation.questions if self.evaluation else ()
        return next((each for each in asked if each.id == question), None)

    def _ask(self, change: presenter.Change) -> None:
        evaluation = self.evaluation
        if evaluation is not None and (asked := change(evaluation.questions)) != evaluation.questions:
            self._perform(lambda w: w.evaluating.ask(evaluation.id, asked))

    def _perform(self, task: Task, done: Callable[[], None] | None = None) -> None:
        def stored(_changes: object) -> None:
            if done is not None:
                done()
            self.accepted.emit()

        def refused(error: FacilitatorError) -> None:
            self.refused.emit(error)

        self._desk.perform(task, done=stored, refused=refused)
