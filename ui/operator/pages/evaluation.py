"""Evaluation: paper forms typed in, what they amount to, and the questions that they ask."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.evaluation import Evaluation
from facilitator.i18n import _
from ui.actions import install_actions, retranslate_actions
from ui.operator.evaluation.answers_pane import AnswersPane
from ui.operator.evaluation.editing import EvaluationEditing
from ui.operator.evaluation.form_pane import FormPane
from ui.operator.evaluation.questions_pane import QuestionsPane
from ui.operator.shell.page import Page
from ui.presenters import evaluation as presenter
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action
from ui.widgets.choice import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import rule
from ui.widgets.switches import SegmentedControl

FORMS, ANSWERS, QUESTIONS = "forms", "answers", "questions"


class EvaluationPage(Page):
    """One evaluation of the workshop. It has no item of its own in the rail: Run and Minutes lead here."""

    key = "evaluation"

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._chosen, self._typed = "", False
        self.editing = EvaluationEditing(desk, self)
        self.which = Choice()
        self.part = SegmentedControl("")
        self.forms = FormPane(theme)
        self.answers = AnswersPane(theme)
        self.questions = QuestionsPane(theme)
        self.empty = EmptyState(theme, icon="plus")
        self.stack = QStackedWidget()
        self._bar = QWidget()
        self._back = page_action("", self._leave, icon="circle-play")
        self._arrange()
        self._connect()
        self._actions = install_actions(
            self,
            {
                "item.add": self._add,
                "item.move_up": lambda: self._move(-1),
                "item.move_down": lambda: self._move(1),
            },
        )

    def _arrange(self) -> None:
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(24, 10, 24, 10)
        bar.setSpacing(12)
        bar.addWidget(self.part)
        bar.addStretch(1)
        bar.addWidget(self.which)
        for pane in (self.forms, self.answers, self.questions):
            self.stack.addWidget(pane)
        work = QVBoxLayout(self)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        self._rule = rule()
        for part in (self._bar, self._rule, self.stack, self.empty):
            work.addWidget(part, 1 if part in {self.stack, self.empty} else 0)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        self._desk.opened.connect(self._opened)
        self._desk.changed.connect(self._changed)
        editing, forms, questions = self.editing, self.forms, self.questions
        self.which.chosen.connect(self._choose)
        self.part.chosen.connect(self._show_part)
        self.empty.acted.connect(self._begin)
        forms.finished.connect(self._store)
        forms.delete_wanted.connect(self._delete)
        forms.left.connect(self._leave)
        self.answers.reworded.connect(editing.reword)
        questions.reworded.connect(editing.reword_question)
        questions.kind_chosen.connect(editing.choose_kind)
        questions.moved.connect(editing.move_question)
        questions.delete_wanted.connect(editing.delete_question)
        questions.add_wanted.connect(editing.add_question)
        editing.refused.connect(self._refused)
        editing.accepted.connect(lambda: self._say(""))

    # The page

    def title(self) -> str:
        """Return the page's name."""
        return _("Evaluation")

    def context(self) -> str:
        """Return how many forms there are."""
        evaluation = self.editing.evaluation
        return "" if evaluation is None else presenter.forms_words(evaluation)

    def header_actions(self) -> Sequence[QAction]:
        """Offer the way back to the running workshop."""
        return (self._back,)

    def regions(self) -> Sequence[QWidget]:
        """Return the switch and what it shows."""
        return (self.empty,) if self.empty.isVisible() else (self._bar, self.stack)

    def activated(self) -> None:
        """Let typing begin at once; a sitting that ended badly is sealed first."""
        self._refresh()
        if not self._typed:
            self.editing.seal()
        self._focus()

    def is_idle(self) -> bool:
        """Return whether no form is half typed."""
        return self.forms.entry.is_empty

    def show_record(self, record: UUID, field: str = "") -> None:
        """Show an evaluation, or that of a session."""
        del field
        workshop = self._desk.workshop
        if workshop is None:
            return
        offers = presenter.offers(self._desk.records, workshop)
        wanted = next((each for each in offers if record in {each.evaluation, each.session}), None)
        if wanted is not None and wanted.key != self._chosen:
            self._choose(wanted.key)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._back.setText(_("Back to Run"))
        self.part.setAccessibleName(_("Part of the evaluation"))
        self.part.set_items(
            [(FORMS, _("Type in forms")), (ANSWERS, _("Answers in words")), (QUESTIONS, _("Questions"))]
        )
        self.which.setAccessibleName(_("Which evaluation"))
        for pane in (self.forms, self.answers, self.questions):
            pane.retranslate()
        self._say_empty()
        retranslate_actions(self._actions.values())
        self._refresh()

    # Following

    def _opened(self) -> None:
        self._chosen = ""
        self._refresh()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Evaluation, Workshop, Session):
            self._refresh()

    def _refresh(self) -> None:
        workshop, records = self._desk.workshop, self._desk.records
        offers = [] if workshop is None else presenter.offers(records, workshop)
        offer = presenter.shown_offer(offers, self._chosen, self.editing.offer)
        if offer is None and workshop is not None:
            offer = presenter.first_offer(records, workshop)
        self._chosen = offer.key if offer else ""
        self.which.set_items([(each.key, each.words) for each in offers])
        self.which.set_key(self._chosen)
        self.which.setVisible(len(offers) > 1)
        evaluation = records.get(Evaluation, offer.evaluation) if offer else None
        self.editing.offer, self.editing.evaluation = offer, evaluation
        self.empty.setVisible(self._desk.ready and evaluation is None)
        for part in (self.part, self.stack):
            part.setVisible(evaluation is not None)
        self._bar.setVisible(evaluation is not None or len(offers) > 1)
        self._rule.setVisible(self._bar.isVisibleTo(self))
        self._say_empty()
        if evaluation is not None and workshop is not None:
            self._show(evaluation, workshop)
        self.header_changed.emit()

    def _show(self, evaluation: Evaluation, workshop: Workshop) -> None:
        self.forms.show_evaluation(evaluation, presenter.lines(evaluation, workshop))
        self.answers.show_groups(presenter.answer_groups(evaluation))
        languages = list(dict.fromkeys((workshop.language, *workshop.languages)))
        self.questions.show_questions(evaluation.questions, languages)

    def _say_empty(self) -> None:
        if self._desk.ready and self._desk.workshop is None:
            sentence = _("The forms that people fill in at the end are typed in here.")
            self.empty.set_words(_("No workshop is open"), sentence, _("Open a workshop"))
        else:
            sentence = _("Begin with the usual questions, change what you like, and type the paper forms in.")
            self.empty.set_words(_("No evaluation yet"), sentence, _("Take the usual questions"))

    # What a person does

    def _begin(self) -> None:
        if self._desk.workshop is None:
            self.page_wanted.emit("home")
        else:
            self.editing.set_up()
            self.part.set_key(QUESTIONS)
            self._show_part(QUESTIONS)

    def _choose(self, key: str) -> None:
        self._seal()
        self._chosen, self.editing.offer = key, None
        self._refresh()
        self._focus()

    def _show_part(self, key: str) -> None:
        self.answers.commit()
        self.questions.commit()
        pane = {FORMS: self.forms, ANSWERS: self.answers, QUESTIONS: self.questions}[key]
        self.stack.setCurrentWidget(pane)
        self._say("")
        self._focus()

    def _focus(self) -> None:
        if self.empty.isVisible():
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        match self.stack.currentWidget():
            case self.forms:
                self.forms.rows.begin()
            case self.answers:
                self.answers.begin()
            case _:
                self.questions.begin()

    def _store(self) -> None:
        forms = self.forms
        if not forms.entry.is_changed:
            if forms.entry.correcting:
                forms.go(-forms.entry.place)
            else:
                forms.say(_("Nothing is answered on this form yet. Type a mark or an answer."))
            return
        if self.editing.store(forms.entry):
            self._typed = True
            forms.begin()

    def _delete(self) -> None:
        self.editing.drop(self.forms.entry)
        self._typed = True
        self.forms.begin()

    def _add(self) -> None:
        if self.questions.isVisible():
            self.editing.add_question()

    def _move(self, steps: int) -> None:
        if (chosen := self.questions.chosen) is not None:
            self.editing.move_question(chosen, steps)

    def _leave(self) -> None:
        self.page_wanted.emit("run")

    def _refused(self, error: FacilitatorError) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        self._refresh()
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        pane = self.stack.currentWidget()
        if isinstance(pane, FormPane):
            pane.say(words)
        elif isinstance(pane, AnswersPane | QuestionsPane):
            pane.trouble.say(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back to Run by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # Leaving

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget in which order forms came once another page is shown or the window closes."""
        super().hideEvent(event)
        if not event.spontaneous():  # else the desktop only put the window aside
            self.answers.commit()
            self.questions.commit()
            self._seal()

    def _seal(self) -> None:
        if self._typed:
            self._typed = False
            self.forms.entry.forget_order()
            self.editing.seal()
