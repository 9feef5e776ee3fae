"""The form in hand: a row a question with what this sheet says and what all sheets together say."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from facilitator.domain.evaluation import QuestionKind
from facilitator.domain.values import MAX_TEXT
from facilitator.i18n import _
from ui.operator.evaluation.mark_strip import MarkStrip
from ui.operator.evaluation.spread import Spread
from ui.presenters.evaluation import QuestionLine
from ui.theme.focus import focus_by_keyboard
from ui.theme.theme import Theme
from ui.widgets.labels import label, rule

_QUESTION, _ANSWER, _COUNT, _MEAN, _MEDIAN, _SPREAD = range(6)
WIDEST: Final = 1100
"""px beyond which a question would stand too far from its marks."""
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OpenEdit(QLineEdit):
    """An answer in words. Enter ends the form, the arrows lead to the questions around."""

    go = Signal(int)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(MAX_TEXT)
        self.returnPressed.connect(self.finished)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by the arrows up and down, and by Backspace where there is nothing to take away."""
        back = event.key() == Qt.Key.Key_Backspace and not self.text()
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} or back:
            self.go.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class _Row:
    """The parts of one question's row."""

    def __init__(self, theme: Theme, line: QuestionLine) -> None:
        self.kind = line.kind
        self.question = label(theme, wrap=True)
        self.field: MarkStrip | OpenEdit = OpenEdit() if line.kind is QuestionKind.OPEN else MarkStrip(theme)
        self.n, self.mean, self.median = (_figure(theme) for _column in range(3))
        self.mean.setFont(theme.font("body_strong", tabular=True))
        self.spread = Spread(theme)
        self.line = rule()

    def parts(self) -> list[QWidget]:
        """Return every widget of the row."""
        figures = [] if self.kind is QuestionKind.OPEN else [self.mean, self.median, self.spread]
        return [self.question, self.field, self.n, *figures, self.line]


def _figure(theme: Theme) -> QLabel:
    made = label(theme, tone="ink_2")
    made.setFont(theme.font("body", tabular=True))
    made.setAlignment(_RIGHT)
    return made


class FormRows(QScrollArea):
    """All questions. Digits mark and lead on; Enter hands the form over."""

    marked = Signal(str, object)
    """Question and mark, None for not answered."""

    said = Signal(str, str)
    """Question and words."""

    finished = Signal()
    earlier_wanted = Signal(int)
    """Up was pressed in the first row (1), or Down in the last one (-1)."""

    beyond = Signal(str, int, int)
    """What was typed, and the lowest and highest mark that there are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[QuestionLine] = []
        self._rows: list[_Row] = []
        inner = QWidget()
        inner.setProperty("scrolled", True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(_QUESTION, 1)
        table = QWidget()
        table.setMaximumWidth(WIDEST)
        table.setLayout(self._grid)
        self._grid.setContentsMargins(24, 0, 24, 0)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(table)
        column.addStretch(1)
        self._heads = [label(theme, role="meta", tone="ink_2") for _column in range(6)]
        for place, head in enumerate(self._heads):
            head.setFont(theme.font("meta", weight=600))
            self._grid.addWidget(head, 0, place)
            if place in {_COUNT, _MEAN, _MEDIAN}:
                head.setAlignment(_RIGHT)
        self._grid.setRowMinimumHeight(0, 32)
        self._grid.addWidget(rule(), 1, 0, 1, 6)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def fields(self) -> list[MarkStrip | OpenEdit]:
        """Where the answers of the form in hand are typed, in order."""
        return [row.field for row in self._rows]

    def show_lines(self, lines: Sequence[QuestionLine]) -> None:
        """Show these questions with their figures; what is typed stays while the questions are the same."""
        if [(each.id, each.kind) for each in lines] != [(each.id, each.kind) for each in self._lines]:
            self._build(lines)
        self._lines = list(lines)
        for row, line in zip(self._rows, lines, strict=True):
            row.question.setText(line.words)
            if isinstance(row.field, MarkStrip):
                faces = line.kind is QuestionKind.SMILEY
                row.field.set_question(line.words, line.marks, line.labels, faces=faces)
                row.mean.setText(line.mean)
                row.median.setText(line.median)
                row.spread.show_counts(line.counts, line.spoken)
                row.n.setText(str(line.n) if line.n else "–")
            else:
                row.field.setAccessibleName(line.words)
                row.field.setPlaceholderText(_("As written on the form"))
                row.n.setText(line.spoken)

    def _build(self, lines: Sequence[QuestionLine]) -> None:
        had_focus = any(field.hasFocus() for field in self.fields)
        for row in self._rows:
            for part in row.parts():
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._rows = [_Row(self._theme, line) for line in lines]
        for place, (row, line) in enumerate(zip(self._rows, lines, strict=True)):
            self._place(row, 2 + 2 * place)
            self._connect(row, line.id, place)
        if had_focus:
            self.begin()

    def _place(self, row: _Row, at: int) -> None:
        grid, middle = self._grid, Qt.AlignmentFlag.AlignVCenter
        grid.setRowMinimumHeight(at, 50)
        grid.addWidget(row.question, at, _QUESTION, middle)
        if isinstance(row.field, MarkStrip):
            grid.addWidget(row.field, at, _ANSWER, middle)
            grid.addWidget(row.n, at, _COUNT)
            grid.addWidget(row.mean, at, _MEAN)
            grid.addWidget(row.median, at, _MEDIAN)
            grid.addWidget(row.spread, at, _SPREAD, middle)
        else:
            grid.addWidget(row.field, at, _ANSWER, 1, _MEDIAN - _ANSWER + 1, middle)
            grid.addWidget(row.n, at, _SPREAD)
            row.n.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(row.line, at + 1, 0, 1, 6)

    def _connect(self, row: _Row, question: str, place: int) -> None:
        field = row.field
        field.go.connect(partial(self._go, place))
        field.finished.connect(self.finished)
        field.installEventFilter(self)
        if isinstance(field, MarkStrip):
            field.chosen.connect(partial(self.marked.emit, question))
            field.beyond.connect(partial(self._say_beyond, place))
        else:
            field.textEdited.connect(partial(self.said.emit, question))

    def _say_beyond(self, place: int, typed: str) -> None:
        marks = self._lines[place].marks
        self.beyond.emit(typed, marks[0], marks[-1])

    def _go(self, place: int, step: int) -> None:
        there = place + step
        if 0 <= there < len(self._rows):
            focus_by_keyboard(self._rows[there].field)
        elif step < 0:
            self.earlier_wanted.emit(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the row that is being answered in sight."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, 40)
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Put the focus into the first question."""
        if self._rows:
            focus_by_keyboard(self._rows[0].field)

    def show_form(self, marks: dict[str, int], words: dict[str, str]) -> None:
        """Show what the form in hand says."""
        for row, line in zip(self._rows, self._lines, strict=True):
            if isinstance(row.field, MarkStrip):
                mark = marks.get(line.id)
                row.field.show_mark(mark if mark in line.marks else None)
            elif row.field.text() != words.get(line.id, ""):
                row.field.setText(words.get(line.id, ""))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        words = (_("Question"), _("This form"), _("Answers"), _("Mean"), _("Median"), _("All forms"))
        for head, text in zip(self._heads, words, strict=True):
            head.setText(text)
        self.setAccessibleName(_("The form in hand"))
