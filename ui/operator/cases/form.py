"""A form over one record: its fields are declared, and each is stored as one leaves it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final
from uuid import UUID

from facilitator.domain.record import Record
from ui.operator.cases.editing import CaseEditing
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import Field, edited, form_values, named, specs_of
from ui.presenters.cases_tables import Change, Revise
from ui.presenters.forms import Items
from ui.theme.theme import Theme
from ui.widgets.field_form import FieldForm

DATE_WIDTH: Final = 180
"""px that a date needs where it stands beside longer fields."""


class RecordForm(FieldForm):
    """Fields of a record, or of one item in it when `inside` and `key` are given to `show_record`."""

    def __init__(self, theme: Theme, editing: CaseEditing, fields: Sequence[Field]) -> None:
        super().__init__(theme, specs_of(fields))
        self._declared = tuple(fields)
        self._editing = editing
        self._record: Record | None = None
        self._choices: Mapping[str, Items] = {}
        self.edited.connect(self._edit)

    def show_record(self, book: Casebook, record: Record, choices: Mapping[str, Items]) -> None:
        """Show a record's values and what can be chosen."""
        self._record = record
        if choices != self._choices:
            self._choices = choices
            self.set_choices(choices)
        self.show_values(record.id, form_values(self._declared, record, book))

    def set_read_only(self, *, on: bool, but: frozenset[str] = frozenset()) -> None:
        """Let all fields only be read, but for some."""
        for spec in self._declared:
            self.set_enabled(spec.name, enabled=not on or spec.name in but)

    def change_of(self, book: Casebook, record: Record, name: str, words: str) -> Change:
        """Return what leaving a field changes. Raises InvalidInput."""
        field = named(self._declared, name)
        edited(field, record, words, book)  # refused here, where it was typed
        change: Callable[[Any], Any] = lambda stored: edited(field, stored, words, book)  # noqa: E731 - typed
        return Revise(type(record), record.id, change)

    def _edit(self, key: UUID, name: str, words: str) -> None:
        book, shown = self._editing.book, self._record
        record = None if book is None or shown is None else book.records.get(type(shown), key)
        if book is not None and record is not None:
            say = partial(self._said, name)
            self._editing.attempt(lambda: self.change_of(book, record, name, words), say)

    def _said(self, name: str, sentence: str) -> None:
        """Say what was refused at its field; what was stored is shown as the program writes it."""
        self.say(name, sentence)
        book, record = self._editing.book, self._record
        if not sentence and book is not None and record is not None:
            newest = book.records.get(type(record), record.id)
            if newest is not None:
                self.show_values(record.id, form_values(self._declared, newest, book))
