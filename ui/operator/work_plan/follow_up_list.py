"""Visits, remote sessions and peer reviews of an activity: one line each, opened to be filled in."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.plans import FollowUp
from facilitator.i18n import _
from ui.presenters import follow_ups as presenter
from ui.presenters.forms import Items
from ui.presenters.work_plan import Plan
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.field_form import FieldForm
from ui.widgets.labels import ElidedLabel, rule


class _Entry(QWidget):
    """One record: its line, and its fields while it is open."""

    edited = Signal(object, str, str)
    removed = Signal()
    toggled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.form = FieldForm(theme, presenter.SPECS)
        self.form.edited.connect(self.edited)
        self._line = ElidedLabel(theme, "body")
        self.open_button = Button(theme, icon="chevron-down", kind="quiet", size="small")
        self.open_button.clicked.connect(self.toggled)
        self.remove = Button(theme, icon="trash-2", kind="quiet", size="small")
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self.remove)
        row.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.form)
        column.addWidget(rule())
        self.form.hide()

    def show_record(self, plan: Plan, record: FollowUp, choices: Mapping[str, Items]) -> None:
        """Show a record."""
        summary = presenter.summary(plan, record)
        self._line.set_text(summary)
        self.form.retranslate()
        self.form.set_choices(choices)
        self.form.show_values(record.id, presenter.values_of(plan, record))
        opens = _("Close {record}") if self.form.isVisibleTo(self) else _("Open {record}")
        for button, words in ((self.open_button, opens), (self.remove, _("Delete {record}"))):
            button.setAccessibleName(words.format(record=summary))
            button.setToolTip(words.format(record=summary))

    def set_open(self, *, on: bool) -> None:
        """Show or hide the fields."""
        self.form.setVisible(on)
        self.open_button.set_icon("chevron-up" if on else "chevron-down")


class FollowUpList(QWidget):
    """The follow-up records of one activity, newest first; one is open at a time."""

    edited = Signal(object, str, str)
    """Key of the record, field and value."""

    removed = Signal(object)
    added = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.entries: dict[UUID, _Entry] = {}
        self._open: UUID | None = None
        self._title = ElidedLabel(theme, "body_strong")
        self.add = Button(theme, " ", icon="plus", size="small")
        self.add.clicked.connect(self.added)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.add)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addLayout(self._column)

    def show_records(self, plan: Plan, records: Sequence[FollowUp]) -> None:
        """Show these records."""
        wanted = [each.id for each in records]
        for key in [key for key in self.entries if key not in wanted]:
            entry = self.entries.pop(key)
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        choices = presenter.choices_of(plan) if records else {}
        for place, record in enumerate(records):
            entry = self.entries.get(record.id) or self._new(record.id)
            if self._column.indexOf(entry) != place:
                self._column.insertWidget(place, entry)
            entry.set_open(on=record.id == self._open)
            entry.show_record(plan, record, choices)

    def _new(self, key: UUID) -> _Entry:
        entry = _Entry(self._theme)
        entry.edited.connect(self.edited)
        entry.removed.connect(partial(self.removed.emit, key))
        entry.toggled.connect(partial(self.open, key))
        self.entries[key] = entry
        return entry

    def open(self, key: UUID | None) -> None:
        """Open a record's fields, or close them again."""
        self.commit()
        self._open = None if key == self._open else key
        for known, entry in self.entries.items():
            entry.set_open(on=known == self._open)

    def say(self, name: str, sentence: str) -> None:
        """Say at a field of the open record why it was refused, or that it was not."""
        self._with_open(lambda entry: entry.form.say(name, sentence))

    def commit(self) -> None:
        """Store what is being typed."""
        self._with_open(lambda entry: entry.form.commit())

    def _with_open(self, act: Callable[[_Entry], object]) -> None:
        if self._open is not None and self._open in self.entries:
            act(self.entries[self._open])

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.set_text(_("Follow-up that took place"))
        self.add.setText(_("Record"))
        self.add.setAccessibleName(_("Add a follow-up record"))
