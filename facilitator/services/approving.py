"""Leads a document from draft over comments to final, and from a final to its correction (domain.md 7.3).

A final is frozen by the hash of the records that were approved. When they change afterwards, the document is
no longer that final: it is printed as the draft of its correction, until that is approved too.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Final
from uuid import UUID

from facilitator.domain.changes import Change, ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import (
    DocumentStatus,
    DocumentTemplate,
    IssuedFile,
    MinutesDocument,
    final_number,
    next_number,
)
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OperationId, WorkshopId
from facilitator.domain.places import zone_of
from facilitator.domain.record import STAMPS, Record
from facilitator.domain.records import need
from facilitator.interchange.writer import write
from facilitator.persistence import change_log
from facilitator.persistence.unit_of_work import Operation, Reading
from facilitator.services.operations import Operations
from facilitator.services.selection import records_with

_NEVER: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_UNSTAMPED: Final = dict.fromkeys(STAMPS)


def fingerprint(records: Iterable[Record]) -> str:
    """Return the hash of what records say: SHA-256 of their interchange file, without stamps and documents.

    The records are those that travel with a workshop, in the order of their keys.
    """
    said = [
        replace(each, **_UNSTAMPED)  # type: ignore[arg-type]  # every stamp may be None
        for each in records
        if not isinstance(each, MinutesDocument | DocumentTemplate)
    ]
    return sha256(write(said, "es", _NEVER, "")).hexdigest()


def correction_of(final: MinutesDocument) -> MinutesDocument:
    """Return a final as the draft of its correction; it remembers which final it corrects."""
    return replace(
        final,
        status=DocumentStatus.DRAFT,
        version=next_number(final.version),
        issued=None,
        comments_until=None,
    )


def as_it_stands(document: MinutesDocument, records: Iterable[Record]) -> MinutesDocument:
    """Return the document as it may be printed of these records: a final that they left is a draft again."""
    if document.status is not DocumentStatus.FINAL or document.content_hash is None:
        return document
    if document.content_hash == fingerprint(records):
        return document
    return correction_of(document)


class Approving:
    """Moves documents between their states; each move is one operation."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def approve(self, key: UUID) -> ChangeSet:
        """Make a document final: number, day and hash of what was approved; a final stays as it is.

        Raises NotFound.
        """

        def change(operation: Operation) -> None:
            document = need(operation, MinutesDocument, key)
            if document.status is DocumentStatus.FINAL:
                return
            workshop = need(operation, Workshop, document.workshop)
            today = operation.now.astimezone(zone_of(workshop)).date()
            operation.edit(
                MinutesDocument,
                key,
                status=DocumentStatus.FINAL,
                version=final_number(document.version),
                issued=today,
                comments_until=None,
                content_hash=fingerprint(records_with(operation, workshop.id)),
            )

        return self._operations.perform("approve-document", change)

    def correct(self, key: UUID) -> ChangeSet:
        """Begin the correction of a final under the next number; the final stays as it was issued.

        Raises NotFound.
        """
        return self._operations.perform(
            "correct-document",
            lambda operation: operation.put(correction_of(need(operation, MinutesDocument, key))),
        )

    def register(self, key: UUID, digest: str) -> ChangeSet:
        """Note that a PDF of a final was written, by the hash in its footer. Raises NotFound, CannotWrite."""

        def change(operation: Operation) -> None:
            document = need(operation, MinutesDocument, key)
            workshop = need(operation, Workshop, document.workshop)
            issued = IssuedFile(document.version, digest, operation.now.astimezone(zone_of(workshop)).date())
            if digest not in {each.hash for each in document.issued_files}:
                operation.edit(MinutesDocument, key, issued_files=(*document.issued_files, issued))

        return self._operations.perform("issue-document", change, undoable=False)


@dataclass(frozen=True, slots=True)
class Correction:
    """What changed since the final before: its number, and one change for each record."""

    corrects: str
    changes: tuple[Change, ...]


def correction_in(reading: Reading, document: MinutesDocument) -> Correction | None:
    """Return what a document changes in its last final; of a final that it replaced, until it was approved.

    The history says it: `before` is as approved, `after` as now. None where there is no final before, and
    where the history does not reach that far back, as in a database that took the workshop in from a file.
    """
    finals = _finals(reading, document)
    is_final = document.status is DocumentStatus.FINAL
    until = finals.pop()[0] if finals and is_final else None
    if not finals:
        return None
    first: dict[UUID, Change] = {}
    last: dict[UUID, Change] = {}
    for changes in change_log.since_operation(reading.connection, finals[-1][0]):
        if changes.operation == until:
            break
        for each in changes.changes:
            first.setdefault(each.record.id, each)
            last[each.record.id] = each
    # What was added and taken back since is nothing that the document has to tell.
    spans = ((first[key].before, each.after) for key, each in last.items())
    found = (Change(before, after) for before, after in spans if before is not None or after is not None)
    return Correction(finals[-1][1], tuple(each for each in found if _tells(each, document.workshop)))


def _finals(reading: Reading, document: MinutesDocument) -> list[tuple[OperationId, str]]:
    """Return the approvals of a document that still hold, oldest first, each with its number."""
    found: list[tuple[OperationId, str, str | None]] = []
    for changes in change_log.history(reading.connection, document.id):
        for each in changes.changes:
            before, after = each.before, each.after
            if not isinstance(after, MinutesDocument) or after.id != document.id:
                continue
            was_final = isinstance(before, MinutesDocument) and before.status is DocumentStatus.FINAL
            if after.status is DocumentStatus.FINAL and not was_final:
                found.append((changes.operation, after.version, after.content_hash))
            elif found and was_final and after.content_hash != found[-1][2]:
                found.pop()  # the approval was undone
    return [(operation, version) for operation, version, _hash in found]


def _tells(change: Change, workshop: WorkshopId) -> bool:
    """Whether a record says something else than it did, of this workshop or of all."""
    elsewhere = getattr(change.record, "workshop", None) not in {None, workshop}
    if elsewhere or issubclass(change.kind, MinutesDocument | DocumentTemplate):
        return False
    before, after = (
        None if each is None or each.deleted_at is not None else replace(each, **_UNSTAMPED)  # type: ignore[arg-type]  # every stamp may be None
        for each in (change.before, change.after)
    )
    return before != after
