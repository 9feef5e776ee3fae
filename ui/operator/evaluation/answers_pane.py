"""The answers in words, question by question, each to be put right in its place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.domain.values import Text
from facilitator.i18n import _, ngettext
from ui.presenters.evaluation import AnswerGroup
from ui.theme.theme import Theme
from ui.widgets.editors import GrowingTextEdit
from ui.widgets.fields import InlineError
from ui.widgets.labels import heading, label


class AnswersPane(QScrollArea):
    """Every open answer is a field that saves as one leaves it; without words the answer goes."""

    reworded = Signal(str, object, str)
    """Question, the answer as it was (Text), and its new words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._groups: list[AnswerGroup] | None = None
        self.fields: list[GrowingTextEdit] = []
        inner = QWidget()
        inner.setProperty("scrolled", True)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(6)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.trouble = InlineError(theme)
        self._column.addWidget(self.trouble)
        self._parts: list[QWidget] = []
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_groups(self, groups: Sequence[AnswerGroup]) -> None:
        """Show these answers; a field in which somebody types keeps its words until they are left."""
        if list(groups) == self._groups:
            return
        self._groups = list(groups)
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.fields = [], []
        for number, group in enumerate(groups):
            self._add_group(number, group)

    def _add_group(self, number: int, group: AnswerGroup) -> None:
        title = heading(self._theme, group.words, role="body_strong", wrap=True)
        title.setContentsMargins(0, 18 if number else 0, 0, 0)
        count = len(group.answers)
        words = ngettext("{n} answer", "{n} answers", count).format(n=count) if count else _("No answers yet")
        self._add(title)
        self._add(label(self._theme, words, role="meta", tone="ink_3"))
        for answer in group.answers:
            field = GrowingTextEdit(self._theme, lines=(1, 8), enter_leaves=True)
            field.setAccessibleName(group.words)
            field.setMaximumWidth(760)
            field.set_value(answer.text)
            field.set_seamless(seamless=True)
            field.committed.connect(partial(self._commit, group.question, answer))
            field.left.connect(self.focusNextChild)
            self.fields.append(field)
            self._add(field)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)

    def _commit(self, question: str, was: Text, words: str) -> None:
        self.reworded.emit(question, was, words)

    def commit(self) -> None:
        """Store what is being typed."""
        for field in list(self.fields):
            field.commit()

    def begin(self) -> None:
        """Put the focus into the first answer."""
        if self.fields:
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Answers in words"))
        groups, self._groups = self._groups, None
        if groups is not None:
            self.show_groups(groups)
