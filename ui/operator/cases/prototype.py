"""The prototype of a case: its rounds, the five key questions, what is improved and how it goes."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.ids import IterationId, new_id
from facilitator.domain.prototypes import Hypothesis, PrototypeIteration
from facilitator.i18n import _
from ui.operator.cases.band import IterationBand
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.form import RecordForm
from ui.operator.cases.ledger import Ledger
from ui.operator.cases.part import MARGIN, Part, Scroller
from ui.operator.cases.questions import Questions
from ui.presenters import cases_prototype as presenter
from ui.presenters.cases import Casebook
from ui.presenters.cases_tables import Remove
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import InlineError
from ui.widgets.labels import heading, label


class PrototypePart(Part):
    """One round at a time, the newest unless a person chose another."""

    insert_adds = False

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__(theme, editing)
        self.iteration: PrototypeIteration | None = None
        self._wanted: UUID | None = None
        self._seen: tuple[UUID | None, set[UUID]] = (None, set())
        """The round that was shown last, and its hypotheses then."""
        self.band = IterationBand(theme)
        self.drop = Button(theme, icon="trash-2", kind="quiet", size="small")
        self.trouble = InlineError(theme)
        self.closed = label(theme, role="meta", tone="ink_2", wrap=True)
        self.form = RecordForm(theme, editing, presenter.ITERATION)
        self.questions = Questions(theme, editing)
        self.improvements = Ledger(theme, editing, presenter.Improvements(), row=62, keeps=True)
        self.hypothesis = RecordForm(theme, editing, presenter.HYPOTHESIS)
        self.forms, self.ledgers = [self.form, self.hypothesis], [self.improvements]
        self.empty = EmptyState(theme, icon="plus")
        self._title = heading(theme)
        self._hypothesis_title = heading(theme, role="body_strong")
        self.body = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, 12, MARGIN, 4)
        top.addWidget(self._title, 1)
        top.addWidget(self.drop)
        head = QWidget()
        head.setProperty("ground", "surface")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._rail())
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN, 16, MARGIN, 24)
        below.setSpacing(18)
        for part in (self.trouble, self.closed, self.form):
            below.addWidget(part)
        below.addLayout(self._columns())
        scroller = Scroller(spacing=0)
        scroller.column.setContentsMargins(0, 0, 0, 0)
        scroller.column.addWidget(head)
        scroller.column.addLayout(below)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(scroller)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        whole.addWidget(self.empty)

    def _rail(self) -> QScrollArea:
        """Return the band in a frame that scrolls sideways once there are many rounds."""
        rail = QScrollArea()
        rail.setWidgetResizable(True)
        rail.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rail.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rail.setWidget(self.band)
        self._frame = rail
        return rail

    def _columns(self) -> QHBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.improvements)
        right.addWidget(self._hypothesis_title)
        right.addWidget(self.hypothesis)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(32)
        both.addWidget(self.questions, 30)
        both.addLayout(right, 70)
        return both

    def _connect(self) -> None:
        self.band.chosen.connect(self._choose)
        self.drop.clicked.connect(self._drop)
        self.empty.acted.connect(self.add)
        self.improvements.chosen.connect(lambda _key: self._show_hypothesis())
        self.improvements.opened.connect(self._open)

    # Showing

    def refresh(self, book: Casebook) -> None:
        """Show the round that was chosen, else the last one."""
        super().refresh(book)
        case = book.case
        if case is None:
            return
        rounds = presenter.iterations_of(book, case)
        keys = {each.id: each for each in rounds}
        wanted = keys.get(IterationId(self._wanted)) if self._wanted else None
        self.iteration = wanted or (rounds[-1] if rounds else None)
        self.body.setVisible(bool(rounds))
        self.empty.setVisible(not rounds)
        if self.iteration is None:
            return
        self.band.show_turns(presenter.turns_of(book, rounds), self.iteration.id)
        self._fit_rail()
        self._show_iteration(book, self.iteration, rounds)

    def _fit_rail(self) -> None:
        bar = self._frame.horizontalScrollBar()
        needs = self.band.minimumWidth() > self._frame.width() > 0
        self._frame.setFixedHeight(self.band.height() + (bar.sizeHint().height() if needs else 0))

    def _show_iteration(
        self, book: Casebook, iteration: PrototypeIteration, rounds: Sequence[PrototypeIteration]
    ) -> None:
        closed = presenter.is_closed(iteration)
        last = iteration.id == rounds[-1].id
        words = presenter.closed_words(iteration, rounds)
        self.closed.setText(words)
        self.closed.setVisible(bool(words))
        self.form.show_record(book, iteration, presenter.choices_of(book, iteration.case))
        self.form.set_read_only(on=closed, but=frozenset({"stage"}) if last else frozenset())
        self.questions.show_answers(book, iteration, read_only=closed)
        self.improvements.show_rows(book, iteration, read_only=closed)
        self._choose_fresh()
        self._show_hypothesis()

    def _choose_fresh(self) -> None:
        """Choose a hypothesis that was added just now, so that the rest of it can be filled in."""
        book, iteration = self.book, self.iteration
        if book is None or iteration is None:
            return
        known: set[UUID] = {each.id for each in presenter.hypotheses_of(book, iteration)}
        before, seen = self._seen
        self._seen = iteration.id, known
        if before == iteration.id and len(known - seen) == 1:
            self.improvements.table.choose((known - seen).pop())

    def _chosen(self) -> Hypothesis | None:
        key = self.improvements.table.chosen_key()
        book = self.book
        return book.records.get(Hypothesis, key) if book is not None and isinstance(key, UUID) else None

    def _show_hypothesis(self) -> None:
        book, found = self.book, self._chosen()
        for part in (self._hypothesis_title, self.hypothesis):
            part.setVisible(found is not None)
        if book is None or found is None or self.iteration is None:
            return
        self.hypothesis.show_record(book, found, presenter.choices_of(book, self.iteration.case))
        self.hypothesis.set_read_only(on=presenter.is_closed(self.iteration))

    # What a person does

    def _choose(self, key: object) -> None:
        if not isinstance(key, UUID):
            self.add()
            return
        self.commit()
        self._wanted = key
        if self.book is not None:
            self.refresh(self.book)

    def _open(self, key: object) -> None:
        """Lead from a row into its fields; a row that is only an indicator has none here."""
        del key
        if self._chosen() is not None:
            self.hypothesis.focus_field("if_")

    def add_words(self) -> str:
        """Return what the header's button adds."""
        return _("Next iteration")

    def add(self) -> None:
        """Begin the next round."""
        self.commit()
        key = IterationId(new_id())
        self._wanted = key
        self.editing.next_iteration(key, self.trouble.say)

    def insert(self) -> None:
        """Add a hypothesis; without a round, begin one."""
        if self.iteration is None:
            self.add()
        else:
            self.improvements.add()

    def _drop(self) -> None:
        if self.iteration is not None:
            self.editing.make(Remove(PrototypeIteration, self.iteration.id), self.trouble.say)

    def delete(self) -> None:
        """Delete the hypothesis or the round in which the keyboard is."""
        turn = self.band.focused()
        if turn is not None and turn.key is not None:
            self.editing.make(Remove(PrototypeIteration, turn.key), self.trouble.say)
        elif self.improvements.table.hasFocus():
            self.improvements.delete()

    def move_row(self, steps: int) -> None:
        """Move a hypothesis up or down."""
        book, iteration = self.book, self.iteration
        if book is None or iteration is None or presenter.is_closed(iteration):
            return
        keys = presenter.order_after(book, iteration, self.improvements.table.chosen_key(), steps)
        if keys and self.improvements.table.hasFocus():
            self.editing.perform(lambda work: work.prototyping.order_hypotheses(keys), self.trouble.say)

    def commit(self) -> None:
        """Store what is being typed."""
        super().commit()
        self.questions.commit()

    def part_for_focus(self) -> QWidget:
        """Return the table of improvements, or what begins a first round."""
        return self.empty.button if self.iteration is None else self.improvements.table

    def regions(self) -> Sequence[QWidget]:
        """Return rounds, fields, questions and improvements."""
        if self.iteration is None:
            return (self.empty,)
        return (self.band, self.form, self.questions, self.improvements)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        super().retranslate()
        self.questions.retranslate()
        self._title.setText(_("Iterations of the prototype"))
        self._hypothesis_title.setText(_("Hypothesis"))
        self.drop.setAccessibleName(_("Delete this iteration"))
        self.drop.setToolTip(_("Delete this iteration"))
        self.band.setAccessibleName(_("Iterations of the prototype"))
        self.empty.set_words(
            _("No prototype yet"),
            _("A prototype goes round after round: design, test, check, decide."),
            _("Begin the first iteration"),
        )
