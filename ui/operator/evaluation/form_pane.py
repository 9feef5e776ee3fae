"""Typing forms in: which form is in hand, its answers, and what one can do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.evaluation import Evaluation
from facilitator.i18n import _
from ui.operator.evaluation.form_rows import WIDEST, FormRows
from ui.presenters.evaluation import QuestionLine
from ui.presenters.form_entry import FormEntry
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.fields import InlineError
from ui.widgets.icon import IconLabel
from ui.widgets.labels import heading, label


class FormPane(QWidget):
    """One form after the other. What is whole is handed over; what it says is kept by the entry."""

    finished = Signal()
    """Enter: the form in hand is to be stored."""

    delete_wanted = Signal()
    left = Signal()
    """Escape, with nothing to give up."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.entry = FormEntry()
        self.rows = FormRows(theme)
        self.trouble = InlineError(theme)
        self._title = heading(theme)
        self._hint = label(theme, role="meta", tone="ink_3", wrap=True)
        self._secret = label(theme, role="meta", tone="ink_2", wrap=True)
        self._secret_icon = IconLabel(theme, "eye-off", "ink_2", 16)
        self.delete = Button(theme, " ", icon="trash-2", kind="quiet")
        self.earlier = Button(theme, " ", icon="chevron-up")
        self.later = Button(theme, " ", icon="chevron-down")
        self.store = Button(theme, " ", kind="primary")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title)
        top.addStretch(1)
        for button in (self.delete, self.earlier, self.later, self.store):
            top.addWidget(button)
        secret = QHBoxLayout()
        secret.setSpacing(8)
        secret.addWidget(self._secret_icon, 0, Qt.AlignmentFlag.AlignTop)
        secret.addWidget(self._secret, 1)
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 24, 4)
        head.setSpacing(4)
        head.addLayout(top)
        for part in (self._hint, self.trouble):
            head.addWidget(part)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 6, 24, 12)
        foot.addLayout(secret)
        upper = QWidget()
        upper.setMaximumWidth(WIDEST)
        upper.setLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(upper)
        column.addWidget(self.rows, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        rows, entry = self.rows, self.entry
        rows.marked.connect(self._mark)
        rows.said.connect(entry.say)
        rows.finished.connect(self.finished)
        rows.earlier_wanted.connect(self.go)
        rows.beyond.connect(self._say_beyond)
        self.store.clicked.connect(self.finished)
        self.earlier.clicked.connect(lambda: self.go(1))
        self.later.clicked.connect(lambda: self.go(-1))
        self.delete.clicked.connect(self.delete_wanted)
        for button in (self.earlier, self.later, self.delete, self.store):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    # Showing

    def show_evaluation(self, evaluation: Evaluation, lines: list[QuestionLine]) -> None:
        """Show what is stored; what is typed stays."""
        self.entry.follow(evaluation)
        self.rows.show_lines(lines)
        self._secret.setVisible(evaluation.anonymous)
        self._secret_icon.setVisible(evaluation.anonymous)
        self.show_entry()

    def show_entry(self) -> None:
        """Show the form in hand."""
        entry = self.entry
        self.rows.show_form(entry.marks, entry.words)
        words = _("Form {n}, typed before") if entry.correcting else _("Form {n}")
        self._title.setText(words.format(n=entry.number))
        self.delete.setVisible(entry.correcting)
        self.earlier.setEnabled(entry.place < len(entry.earlier))
        self.later.setEnabled(entry.correcting)
        self.store.setText(_("Correct form") if entry.correcting else _("Next form"))

    def say(self, sentence: str) -> None:
        """Say what was refused, or nothing."""
        self.trouble.say(sentence)
        if sentence:
            announce(self, sentence)

    def begin(self) -> None:
        """Be ready for the next form."""
        self.show_entry()
        self.rows.begin()
        announce(self, self._title.text())

    def go(self, steps: int) -> None:
        """Take up the form typed before this one (1), or the one after it (-1)."""
        if self.entry.go(steps):
            self.say("")
            self.begin()

    # What a person does

    def _mark(self, question: str, mark: object) -> None:
        self.say("")
        self.entry.mark(question, mark if isinstance(mark, int) else None)

    def _say_beyond(self, typed: str, low: int, high: int) -> None:
        words = _("{typed} is no mark here. Marks go from {low} to {high}; Space leaves the question out.")
        self.say(words.format(typed=typed, low=low, high=high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the forms by page keys; give up by Escape what was taken up or typed."""
        match event.key():
            case Qt.Key.Key_PageUp:
                self.go(1)
            case Qt.Key.Key_PageDown:
                self.go(-1)
            case Qt.Key.Key_Escape if self.entry.correcting:
                self.go(-self.entry.place)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.rows.retranslate()
        self._hint.setText(
            _(
                "Type the marks one after the other. Space leaves a question out, Enter takes the next form, "
                "the arrow up leads back."
            )
        )
        self._secret.setText(
            _("Nobody can tell whose a form is: the order in which forms came is forgotten when you leave.")
        )
        for button, words in (
            (self.delete, _("Delete this form")),
            (self.earlier, _("The form before")),
            (self.later, _("The form after")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.delete.setText(_("Delete"))
        self.earlier.setText("")
        self.later.setText("")
        self.show_entry()
