"""The four consents of a person: yes, no or not asked, when and how it was said."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.people import ConsentKind
from facilitator.i18n import _
from ui.presenters.people import consent_word
from ui.presenters.people_fields import Answer
from ui.theme.theme import Theme
from ui.widgets.editors import InPlaceEdit
from ui.widgets.fields import InlineError
from ui.widgets.labels import heading, label
from ui.widgets.switches import SegmentedControl

if TYPE_CHECKING:
    from uuid import UUID


class _Consent(QWidget):
    """One of the four."""

    given = Signal(str)
    on_edited = Signal(str)
    how_edited = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.key: UUID | None = None
        self._name = label(theme, wrap=True)
        self._holds = label(theme, role="meta", tone="ink_2", wrap=True)
        self.choice = SegmentedControl("")
        self.choice.chosen.connect(self.given)
        self.on = InPlaceEdit()
        self.how = InPlaceEdit()
        self.on.committed.connect(self.on_edited)
        self.how.committed.connect(self.how_edited)
        self.on.setMinimumWidth(40)
        self.on.setMaximumWidth(104)
        self.how.setMinimumWidth(40)
        self.error = InlineError(theme, self.on)
        self._details = QWidget()
        row = QHBoxLayout(self._details)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.on)
        row.addWidget(self.how, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._holds, self._details, self.error):
            column.addWidget(part)

    def show_answer(self, answer: Answer, *, other: bool) -> None:
        """Show an answer."""
        if other or answer.key != self.key:
            self.error.say("")
        self.key = answer.key
        self._name.setText(answer.name)
        self.choice.setAccessibleName(answer.name)
        self.choice.set_items([("yes", _("Yes")), ("no", _("No")), ("unasked", _("Not asked"))])
        self.choice.set_key(answer.given or "unasked")
        asked = answer.key is not None
        self._holds.setText("" if asked else consent_word(answer.kind, None))
        self._holds.setVisible(not asked)
        self._details.setVisible(asked)
        for field, value, name in (
            (self.on, answer.on, _("Date")),
            (self.how, answer.how, _("How it was said")),
        ):
            field.setPlaceholderText(name)
            field.setAccessibleName(f"{answer.name}. {name}")
            if other:
                field.replace(value)
            elif not self.error.sentence:
                field.set_value(value)


class ConsentList(QWidget):
    """All four, each stored at once."""

    given = Signal(object, object)
    """ConsentKind and True, False or None for not asked."""

    edited = Signal(object, str, str)
    """Key of the consent, "on" or "how", and what was typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._person: object = None
        self._title = heading(theme, role="body_strong")
        self.rows = {kind: _Consent(theme) for kind in ConsentKind}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        for kind, row in self.rows.items():
            row.given.connect(partial(self._tell, kind))
            row.on_edited.connect(partial(self._tell_detail, kind, "on"))
            row.how_edited.connect(partial(self._tell_detail, kind, "how"))
            column.addWidget(row)

    def show_answers(self, person: object, answers: Sequence[Answer]) -> None:
        """Show a person's answers."""
        other = person != self._person
        if other:
            self.commit()  # what is being typed belongs to the other one
        self._person = person
        for answer in answers:
            self.rows[answer.kind].show_answer(answer, other=other)

    def _tell(self, kind: ConsentKind, key: str) -> None:
        self.given.emit(kind, {"yes": True, "no": False}.get(key))

    def _tell_detail(self, kind: ConsentKind, name: str, words: str) -> None:
        key = self.rows[kind].key
        if key is not None:
            self.edited.emit(key, name, words)

    def say(self, key: str, sentence: str) -> None:
        """Say at an answer why its date was refused, or that it was not."""
        for row in self.rows.values():
            if str(row.key) == key:
                row.error.say(sentence)

    def commit(self) -> None:
        """Store what is being typed."""
        for row in self.rows.values():
            row.on.commit()
            row.how.commit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.setText(_("Consent"))
