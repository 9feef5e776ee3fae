"""What the note-taker writes beside cards: lines of the account, agreements, matters set aside."""

from facilitator.domain.agenda import Session
from facilitator.domain.catalogue import entry_of
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import PersonId, SessionId, new_id
from facilitator.domain.notes import Agreement, Note, ParkingItem
from facilitator.domain.records import need
from facilitator.domain.values import Text
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.planning import add_agreement


class Noting:
    """One line typed, one operation. Raises NotFound when the session is gone, InvalidInput for no words."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def note(self, session: SessionId, text: Text) -> ChangeSet:
        """Add a line to the account of a session."""

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            position = operation.next_position(Note, session=session)
            operation.add(
                Note(id=new_id(), workshop=found.workshop, session=session, text=text, position=position)
            )

        return self._operations.perform(f"add-{entry_of(Note).key}", change)

    def agree(self, session: SessionId, text: Text) -> ChangeSet:
        """Write down an agreement under the next number."""

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            made = add_agreement(operation, found.workshop, text, source=None, board=None)
            operation.edit(Agreement, made.id, session=session)

        return self._operations.perform(f"add-{entry_of(Agreement).key}", change)

    def park(self, session: SessionId, text: Text, raised_by: PersonId | None = None) -> ChangeSet:
        """Set a matter aside, to be decided on before the workshop closes."""

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            operation.add(
                ParkingItem(
                    id=new_id(), workshop=found.workshop, session=session, text=text, raised_by=raised_by
                )
            )

        return self._operations.perform(f"add-{entry_of(ParkingItem).key}", change)
