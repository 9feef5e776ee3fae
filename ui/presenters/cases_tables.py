"""Tables that are edited in place: lists inside a record, or records that hang on another one.

A table says which rows it has, and returns each change as a plain value for the page to have made.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from typing import Any, Final, Protocol
from uuid import UUID

from facilitator.domain.frozen import dataclass
from facilitator.domain.record import Record
from facilitator.i18n import _
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import Field, cell_of, column_of, edited
from ui.presenters.cells import Cell, Column, Row
from ui.presenters.forms import Items

NEW: Final = "new"
"""Key of the last row, in which typing adds one."""


@dataclass(frozen=True, slots=True)
class Revise:
    """A record is to say something else, from how it is stored at that moment."""

    kind: type[Record]
    key: UUID
    change: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Add:
    """A new record is to be stored."""

    record: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """A record is to be put into the bin."""

    kind: type[Record]
    key: UUID


Change = Revise | Add | Remove
Choices = Mapping[str, Items]


class Table(Protocol):
    """What a table shows of the record it belongs to, and what typing in it changes.

    `title`, `invite` and `spoken` are English and marked for the catalogue. Changes are None where
    nothing is to be done; they raise InvalidInput for what cannot be read.
    """

    @property
    def title(self) -> str:
        """What the table is of."""

    @property
    def invite(self) -> str:
        """What the last row says, in which typing adds one."""

    def columns(self, book: Casebook) -> list[Column]:
        """Return the columns."""

    def choices(self, book: Casebook, owner: Record | None) -> Choices:
        """Return what can be chosen, by column."""

    def rows(self, book: Casebook, owner: Record | None) -> list[Row]:
        """Return the rows, at the end the one in which typing adds another."""

    def changed(self, book: Casebook, owner: Record, key: object, typed: tuple[str, str]) -> Change | None:
        """Return what typing (column, words) into a cell changes."""

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Return what deleting a row changes."""

    def moved(self, book: Casebook, owner: Record, key: object, steps: int) -> Change | None:
        """Return what moving a row up or down changes."""


def _no_choices(_book: Casebook, _owner: Record) -> Choices:
    return {}


def invitation(column: str, words: str) -> Row:
    """Return the last row, in whose one cell typing adds a row."""
    return Row(key=NEW, kind="new", cells={column: Cell(shown=words, tone="ink_2", edit="")})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTable:
    """The items of one list of a record. `blank` makes an item; the first column is typed into it."""

    kind: type[Record]
    list_name: str
    title: str
    invite: str
    fields: Sequence[Field]
    blank: Callable[[Casebook], object]
    offered: Callable[[Casebook, Any], Choices] = field(default=_no_choices)
    decorate: Callable[[Casebook, Any, int, dict[str, Cell]], dict[str, Cell]] | None = None

    def columns(self, book: Casebook) -> list[Column]:
        """Return a column for each field."""
        del book
        return [column_of(each) for each in self.fields]

    def choices(self, book: Casebook, owner: Record | None) -> Choices:
        """Return what can be chosen, by column."""
        return {} if owner is None else self.offered(book, owner)

    def rows(self, book: Casebook, owner: Record | None) -> list[Row]:
        """Return a row for each item, by its place."""
        if owner is None:
            return []
        offered = self.offered(book, owner)
        found = []
        for place, item in enumerate(getattr(owner, self.list_name)):
            cells = {
                each.name or "text": cell_of(each, item, book, offered.get(each.name, ()))
                for each in self.fields
            }
            if self.decorate is not None:
                cells = self.decorate(book, owner, place, cells)
            found.append(Row(key=place, cells=cells))
        first = self.fields[0]
        return [*found, invitation(first.name or "text", _(self.invite))]

    def changed(self, book: Casebook, owner: Record, key: object, typed: tuple[str, str]) -> Change | None:
        """Return what typing into a cell changes."""
        name, words = typed
        field_ = next(each for each in self.fields if (each.name or "text") == name)
        if key == NEW:
            if not words.strip():
                return None
            made = edited(field_, self.blank(book), words, book)
            return self._revise(owner, lambda items: (*items, made))
        if not isinstance(key, int) or key >= len(getattr(owner, self.list_name)):
            return None
        if not words.strip() and field_ is self.fields[0]:
            return self.removed(book, owner, key)
        edited(field_, getattr(owner, self.list_name)[key], words, book)  # refused here, where it was typed
        return self._revise(
            owner, lambda items: _changed(items, key, lambda item: edited(field_, item, words, book))
        )

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Return what deleting a row changes."""
        del book
        if not isinstance(key, int):
            return None
        return self._revise(
            owner, lambda items: tuple(each for place, each in enumerate(items) if place != key)
        )

    def moved(self, book: Casebook, owner: Record, key: object, steps: int) -> Change | None:
        """Return what moving a row up or down changes."""
        del book
        count = len(getattr(owner, self.list_name))
        if not isinstance(key, int) or not 0 <= key + steps < count:
            return None
        return self._revise(owner, lambda items: _move(items, key, steps))

    def _revise(self, owner: Record, change: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Revise:
        name = self.list_name

        def apply(record: Any) -> Any:
            return replace(record, **{name: change(getattr(record, name))})

        return Revise(self.kind, owner.id, apply)


def _changed(items: tuple[Any, ...], place: int, change: Callable[[Any], Any]) -> tuple[Any, ...]:
    return tuple(change(each) if number == place else each for number, each in enumerate(items))


def _move(items: tuple[Any, ...], place: int, steps: int) -> tuple[Any, ...]:
    found = list(items)
    if 0 <= place < len(found):
        found.insert(place + steps, found.pop(place))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTable:
    """Records that hang on another one. `blank` makes a record for its owner from the first words."""

    kind: type[Record]
    title: str
    invite: str
    fields: Sequence[Field]
    found: Callable[[Casebook, Any], Sequence[Any]]
    blank: Callable[[Casebook, Any], Record]
    offered: Callable[[Casebook, Any], Choices] = field(default=_no_choices)
    decorate: Callable[[Casebook, Any, dict[str, Cell]], dict[str, Cell]] | None = None

    def columns(self, book: Casebook) -> list[Column]:
        """Return a column for each field."""
        del book
        return [column_of(each) for each in self.fields]

    def choices(self, book: Casebook, owner: Record | None) -> Choices:
        """Return what can be chosen, by column."""
        return {} if owner is None else self.offered(book, owner)

    def rows(self, book: Casebook, owner: Record | None) -> list[Row]:
        """Return a row for each record, by its key."""
        if owner is None:
            return []
        offered = self.offered(book, owner)
        rows = []
        for record in self.found(book, owner):
            cells = {
                each.name: cell_of(each, record, book, offered.get(each.name, ())) for each in self.fields
            }
            if self.decorate is not None:
                cells = self.decorate(book, record, cells)
            rows.append(Row(key=record.id, cells=cells))
        return [*rows, invitation(self.fields[0].name, _(self.invite))]

    def changed(self, book: Casebook, owner: Record, key: object, typed: tuple[str, str]) -> Change | None:
        """Return what typing into a cell changes."""
        name, words = typed
        field_ = next(each for each in self.fields if each.name == name)
        if key == NEW:
            return Add(edited(field_, self.blank(book, owner), words, book)) if words.strip() else None
        record = next((each for each in self.found(book, owner) if each.id == key), None)
        if record is None:
            return None
        edited(field_, record, words, book)  # refused here, where it was typed
        return Revise(self.kind, record.id, lambda stored: edited(field_, stored, words, book))

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Return what deleting a row changes."""
        del book, owner
        return Remove(self.kind, key) if isinstance(key, UUID) else None

    def moved(self, book: Casebook, owner: Record, key: object, steps: int) -> Change | None:
        """Move nothing: these records stand in an order of their own."""
        del book, owner, key, steps
        return None
