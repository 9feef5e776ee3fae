"""Adds, changes and deletes any record: what a form or a table does, the same for all of them."""

from typing import TypeVar
from uuid import UUID

from facilitator.domain.catalogue import entry_of
from facilitator.domain.changes import ChangeSet
from facilitator.domain.record import Record
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations

R = TypeVar("R", bound=Record)


class Bookkeeping:
    """One intention on one record (or several of a kind), as one operation."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def add(self, *records: Record) -> ChangeSet:
        """Store new records. Raises InvalidInput, Conflict or CannotWrite."""

        def change(operation: Operation) -> None:
            for record in records:
                operation.add(record)

        return self._operations.perform(f"add-{entry_of(type(records[0])).key}", change)

    def edit(self, kind: type[R], key: UUID, /, **fields: object) -> ChangeSet:
        """Change some fields of a record; nothing happens when they say that already.

        Raises NotFound, InvalidInput or CannotWrite.
        """
        return self._operations.perform(
            f"edit-{entry_of(kind).key}", lambda operation: operation.edit(kind, key, **fields)
        )

    def edit_all(self, kind: type[R], changes: dict[UUID, dict[str, object]]) -> ChangeSet:
        """Change fields of several records at once, so that one undo takes it all back."""

        def change(operation: Operation) -> None:
            for key, fields in changes.items():
                operation.edit(kind, key, **fields)

        return self._operations.perform(f"edit-{entry_of(kind).key}", change)

    def delete(self, kind: type[Record], *keys: UUID) -> ChangeSet:
        """Put records into the bin with all that lives and dies with them. Raises NotFound."""

        def change(operation: Operation) -> None:
            for key in keys:
                operation.delete(kind, key)

        return self._operations.perform(f"delete-{entry_of(kind).key}", change)
