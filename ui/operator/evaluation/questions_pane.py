"""The questions of the form: their words, how they are answered, their order."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.domain.evaluation import EvaluationQuestion, QuestionKind
from facilitator.i18n import _, language, translations
from facilitator.words import word
from ui.presenters.wording import language_name
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import InPlaceEdit
from ui.widgets.fields import InlineError
from ui.widgets.labels import label

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}


def _deletes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class QuestionRow(QWidget):
    """One question: its words, in the other language of the workshop too, and how it is answered."""

    def __init__(self, theme: Theme, languages: Sequence[str]) -> None:
        super().__init__()
        self.number = label(theme, role="body", tone="ink_3")
        self.number.setFont(theme.font("body", tabular=True))
        self.number.setFixedWidth(26)
        self.fields = {each: InPlaceEdit() for each in languages}
        self.kind = Choice()
        self.kind.setFixedWidth(190)
        self.up = Button(theme, icon="chevron-up", kind="quiet", size="small")
        self.down = Button(theme, icon="chevron-down", kind="quiet", size="small")
        self.delete = Button(theme, icon="trash-2", kind="quiet", size="small")
        words = QHBoxLayout()
        words.setSpacing(8)
        for field in self.fields.values():
            words.addWidget(field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for part in (self.kind, self.up, self.down, self.delete):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_question(self, number: int, question: EvaluationQuestion) -> None:
        """Show a question; words that are being typed stay."""
        self.number.setText(str(number))
        for code, field in self.fields.items():
            field.set_value(question.text.translated(code) or "")
            spoken = language_name(code)
            name = _("Question {n}") if len(self.fields) == 1 else _("Question {n}, {language}")
            field.setAccessibleName(name.format(n=number, language=spoken))
            field.setPlaceholderText("" if code == question.text.language else spoken)
        words = translations(language())
        self.kind.set_items([(each.value, word(words, each)) for each in QuestionKind])
        self.kind.set_key(question.kind.value)
        self.kind.setAccessibleName(_("How question {n} is answered").format(n=number))
        for button, text in (
            (self.up, _("Move up (Alt+Up)")),
            (self.down, _("Move down (Alt+Down)")),
            (self.delete, _("Delete question (Ctrl+Del)")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(text)


class QuestionsPane(QScrollArea):
    """All questions, and the way to another one."""

    reworded = Signal(str, str, str)
    """Question, language and new words."""

    kind_chosen = Signal(str, str)
    moved = Signal(str, int)
    delete_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: list[str] = []
        self._languages: tuple[str, ...] = ()
        self.rows: list[QuestionRow] = []
        self.trouble = InlineError(theme)
        self.add = Button(theme, " ", icon="plus")
        self.add.clicked.connect(self.add_wanted)
        inner = QWidget()
        inner.setProperty("scrolled", True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.trouble)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_questions(self, questions: Sequence[EvaluationQuestion], languages: Sequence[str]) -> None:
        """Show these questions, each in these languages; a new one can be typed at once."""
        keys = [each.id for each in questions]
        fresh = [key for key in keys if key not in self._shown] if len(self._shown) == len(keys) - 1 else []
        if keys != self._shown or tuple(languages) != self._languages:
            self._build(keys, languages)
        for number, (row, question) in enumerate(zip(self.rows, questions, strict=True), 1):
            row.show_question(number, question)
            row.up.setEnabled(number > 1)
            row.down.setEnabled(number < len(questions))
        if fresh and self.isVisible():
            self._type_into(keys.index(fresh[0]))

    def _build(self, keys: list[str], languages: Sequence[str]) -> None:
        chosen = self.chosen
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown, self._languages = keys, tuple(languages)
        self.rows = [QuestionRow(self._theme, languages) for _key in keys]
        for key, row in zip(keys, self.rows, strict=True):
            self._list.addWidget(row)
            for code, field in row.fields.items():
                field.committed.connect(partial(self.reworded.emit, key, code))
                field.installEventFilter(self)
            row.kind.chosen.connect(partial(self.kind_chosen.emit, key))
            row.up.clicked.connect(partial(self._move, key, -1))
            row.down.clicked.connect(partial(self._move, key, 1))
            row.delete.clicked.connect(partial(self._delete, key))
        if chosen in keys:
            self._type_into(keys.index(chosen))

    def _move(self, key: str, steps: int) -> None:
        self.moved.emit(key, steps)

    def _delete(self, key: str) -> None:
        self.delete_wanted.emit(key)

    def _type_into(self, place: int) -> None:
        field = next(iter(self.rows[place].fields.values()))
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        self.ensureWidgetVisible(self.rows[place])

    @property
    def chosen(self) -> str | None:
        """The question in which the keyboard is."""
        for key, row in zip(self._shown, self.rows, strict=True):
            if any(
                part.hasFocus() for part in (*row.fields.values(), row.kind, row.up, row.down, row.delete)
            ):
                return key
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead down by Enter and the arrows; Ctrl+Del is the question's while all its words are marked."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, InPlaceEdit):
            return super().eventFilter(watched, event)
        if event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        steps = _STEPS.get(Qt.Key(event.key()), 0)
        if steps and not event.modifiers():
            watched.commit()
            self._lead(steps)
            return True
        if _deletes(event) and watched.selectedText() == watched.text():
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the question in hand by Ctrl+Del; alone, Del belongs to its words."""
        if _deletes(event) and self.chosen is not None:
            self.delete_wanted.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _lead(self, steps: int) -> None:
        chosen = self.chosen
        place = self._shown.index(chosen) + steps if chosen in self._shown else 0
        if 0 <= place < len(self.rows):
            self._type_into(place)
        elif place >= len(self.rows):
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Store what is being typed."""
        for row in self.rows:
            for field in row.fields.values():
                field.commit()

    def begin(self) -> None:
        """Put the focus into the first question, or on the button that adds one."""
        if self.rows:
            self._type_into(0)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Questions of the form"))
        self.add.setText(_("Add a question"))
