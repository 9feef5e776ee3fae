"""People: who was in the room, what they agreed to, and how somebody is forgotten for good."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import Conflict
from facilitator.domain.forgetting import SAID, forgotten
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId, PersonId, WorkshopId, new_id
from facilitator.domain.notes import Agreement
from facilitator.domain.people import (
    Attendance,
    AttendanceCode,
    Consent,
    ConsentKind,
    HalfDay,
    Organisation,
    Person,
)
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.record import Record
from facilitator.domain.records import need
from facilitator.domain.turns import SpeakingTurn
from facilitator.persistence.forgetting import forget_in_log, forget_records
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations

_HOLDERS: tuple[tuple[type[Record], str], ...] = (
    (Person, "organisation"),
    (Contribution, "organisation"),
    (WorkItem, "responsible"),
    (Agreement, "responsible"),
    (SpeakingTurn, "organisation"),
)
"""What keeps an organisation from being deleted: the figures and names that would be left without it."""


@dataclass(frozen=True, slots=True)
class Half:
    """One half day of a workshop."""

    workshop: WorkshopId
    date: dt.date
    half_day: HalfDay


class People:
    """What can be done with people and their organisations."""

    def __init__(self, operations: Operations, erase_remains: Callable[[], None]) -> None:
        self._operations = operations
        self._erase_remains = erase_remains

    def mark(self, half: Half, codes: Mapping[PersonId, AttendanceCode | None]) -> ChangeSet:
        """Set whether people were in the room in a half day; None means that it was not taken.

        Raises NotFound for somebody who is deleted.
        """

        def change(operation: Operation) -> None:
            for person, code in codes.items():
                need(operation, Person, person)
                self._mark(operation, half, person, code)

        return self._operations.perform("mark-attendance", change)

    def _mark(self, operation: Operation, half: Half, person: PersonId, code: AttendanceCode | None) -> None:
        known = operation.where(
            Attendance, workshop=half.workshop, person=person, date=half.date, half_day=half.half_day
        )
        for extra in known if code is None else known[1:]:
            operation.delete(Attendance, extra.id)
        if code is None:
            return
        if known:
            operation.put(replace(known[0], code=code))
            return
        operation.add(
            Attendance(
                id=new_id(),
                workshop=half.workshop,
                person=person,
                date=half.date,
                half_day=half.half_day,
                code=code,
            )
        )

    def answer(
        self, person: PersonId, kind: ConsentKind, given: bool | None, *, on: dt.date, how: str | None = None
    ) -> ChangeSet:
        """Write down what a person answered on a day; the newest answer counts, earlier ones are kept.

        A second answer on one day takes the first one's place. None says that the person was never
        asked and takes every answer of the kind away. Raises NotFound.
        """

        def change(operation: Operation) -> None:
            need(operation, Person, person)
            earlier = [each for each in operation.where(Consent, person=person) if each.kind is kind]
            if given is None:
                for each in earlier:
                    operation.delete(Consent, each.id)
                return
            same_day = [each for each in earlier if each.on == on]
            if same_day:
                newest = same_day[-1]
                operation.put(replace(newest, given=given, how=how or newest.how))
            else:
                operation.add(Consent(id=new_id(), person=person, kind=kind, given=given, on=on, how=how))

        return self._operations.perform("answer-consent", change)

    def delete(self, persons: Sequence[PersonId]) -> ChangeSet:
        """Put people into the bin together with their attendance and consents. Raises NotFound."""

        def change(operation: Operation) -> None:
            for person in persons:
                for each in operation.where(Attendance, person=person):
                    operation.delete(Attendance, each.id)
                operation.delete(Person, person)

        return self._operations.perform("delete-person", change)

    def delete_organisation(self, organisation: OrganisationId) -> ChangeSet:
        """Put an organisation into the bin. Raises Conflict while people, money or tasks belong to it."""

        def change(operation: Operation) -> None:
            if any(operation.where(kind, **{field: organisation}) for kind, field in _HOLDERS):
                raise Conflict("organisation-in-use")
            operation.delete(Organisation, organisation)

        return self._operations.perform("delete-organisation", change)

    def anonymise(self, person: PersonId) -> ChangeSet:
        """Forget a person for good: name, contact and whose words were whose; what is counted stays.

        They go from the records, the bin, the change log and the file. It cannot be undone, and what
        was done to the person before cannot either. Raises NotFound, or CannotWrite when another
        program keeps the file from being cleaned; doing it again finishes that.
        """
        forget = partial(forgotten, person=person)

        def change(operation: Operation) -> None:
            need(operation, Person, person)
            forget_records(operation, (Person, Consent, *(kind for kind, _field in SAID)), forget)
            forget_in_log(operation, person, forget)

        done = self._operations.perform("anonymise-person", change, undoable=False)
        self._erase_remains()
        return done
