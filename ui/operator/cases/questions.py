"""The five key questions of a round, answered in place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.prototypes import PrototypeIteration
from facilitator.i18n import _
from facilitator.prompts import PROTOTYPE
from ui.operator.cases.answer import Answer
from ui.operator.cases.editing import CaseEditing
from ui.presenters.cases import Casebook
from ui.presenters.cases_prototype import ANSWERS, QUESTIONS
from ui.theme.theme import Theme
from ui.widgets.labels import heading, rule


class _Number(QWidget):
    """The number of a question in a circle, filled while its answer is being written."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self._number, self._full = theme, str(number), False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_full(self, on: bool) -> None:
        """Fill the circle or not."""
        self._full = on
        self.update()

    def sizeHint(self) -> QSize:
        """Return the circle's square."""
        return QSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and number."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("primary"), 2))
        painter.setBrush(theme.colour("primary" if self._full else "canvas"))
        circle = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(circle)
        painter.setPen(theme.colour("on_primary" if self._full else "primary"))
        painter.setFont(theme.font("body_strong", tabular=True, weight=700))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()


class Questions(QWidget):
    """Five questions of tool 4; an answer is stored as one leaves it."""

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__()
        self._title = heading(theme)
        self.answers: list[Answer] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._title.setMinimumHeight(36)
        column.addWidget(self._title)
        for place, field in enumerate(QUESTIONS):
            answer, number = Answer(theme, editing, field), _Number(theme, place + 1)
            answer.focused.connect(number.set_full)
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(answer, 1)
            column.addLayout(row)
            if place < len(QUESTIONS) - 1:
                column.addWidget(rule())
            self.answers.append(answer)
        column.addStretch(1)

    def show_answers(self, book: Casebook, iteration: PrototypeIteration, *, read_only: bool) -> None:
        """Show a round's answers; words that are being typed stay."""
        for answer in self.answers:
            answer.show_record(book, iteration, read_only=read_only)

    def commit(self) -> None:
        """Store what is being typed."""
        for answer in self.answers:
            answer.commit()

    def retranslate(self) -> None:
        """Ask the questions in the screen's language."""
        self._title.setText(_("Five key questions"))
        for name, answer in zip(ANSWERS, self.answers, strict=True):
            answer.set_words(_(PROTOTYPE[name]), "", _("Not answered yet"))
