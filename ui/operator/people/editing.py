"""What a person does on the People page, asked of the desk: one intention, one change."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import OrganisationId, PersonId, new_id
from facilitator.domain.people import AttendanceCode, Consent, ConsentKind, Organisation, Person
from facilitator.domain.typed import typed_date
from facilitator.i18n import _
from facilitator.services.privacy import newest
from ui.presenters import people as presenter
from ui.presenters import people_fields
from ui.presenters.people import HalfDayOf, Room
from ui.runtime.desk import Desk, Task

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet


class PeopleEditing(QObject):
    """Turns fields, clicks and keys into changes; says what was refused, and where."""

    refused = Signal(str, object)
    """Field ("" when no field is meant) and FacilitatorError."""

    accepted = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.room: Room | None = None
        self.unfinished: set[PersonId] = set()
        """Who is forgotten in the records, while traces may still lie in the file."""

    def _perform(self, change: Task, field: str = "") -> None:
        self._desk.perform(
            change,
            done=lambda _changes: self.accepted.emit(field),
            refused=lambda error: self.refused.emit(field, error),
        )

    def _try(self, field: str, act: Callable[[], None]) -> None:
        try:
            act()
        except FacilitatorError as error:
            self.refused.emit(field, error)

    def person(self, key: object) -> Person | None:
        """Return a person by the key of a row."""
        return self._desk.records.get(Person, key) if isinstance(key, UUID) else None

    def organisation(self, key: object) -> Organisation | None:
        """Return an organisation by the key of a row."""
        return self._desk.records.get(Organisation, key) if isinstance(key, UUID) else None

    def edit(self, key: object, name: str, value: str) -> None:
        """Store a field or a cell of a person or an organisation."""
        if (person := self.person(key)) is not None:
            fields = people_fields.person_fields(name, value)
            self._perform(lambda work: work.books.edit(Person, person.id, **fields), name)
        elif (home := self.organisation(key)) is not None:
            fields = people_fields.organisation_fields(name, value)
            self._perform(lambda work: work.books.edit(Organisation, home.id, **fields), name)

    def add_person(self, organisation: OrganisationId | None) -> PersonId:
        """Add a person and return the key."""
        made = Person(id=PersonId(new_id()), full_name=_("New person"), organisation=organisation)
        self._perform(lambda work: work.books.add(made))
        return made.id

    def add_organisation(self) -> OrganisationId:
        """Add an organisation and return its key."""
        made = Organisation(id=OrganisationId(new_id()), name=_("New organisation"))
        self._perform(lambda work: work.books.add(made))
        return made.id

    def delete(self, key: object) -> None:
        """Put a person, or an organisation that nobody belongs to, into the bin."""
        if (person := self.person(key)) is not None:
            self._perform(lambda work: work.people.delete([person.id]))
        elif (home := self.organisation(key)) is not None:
            self._perform(lambda work: work.people.delete_organisation(home.id))

    def mark(self, key: object, half: HalfDayOf, code: AttendanceCode | None) -> None:
        """Say whether a person was there in a half day; None when it was not taken."""
        person, room = self.person(key), self.room
        if person is None or room is None:
            return
        workshop = room.workshop.id

        def change(work: "Workspace") -> "ChangeSet":
            from facilitator.services.people import Half  # noqa: PLC0415 - storage's side

            return work.people.mark(Half(workshop, half.date, half.half), {person.id: code})

        self._perform(change)

    def toggle(self, key: object, column: str) -> None:
        """Give a cell the next mark or answer: present, late, absent, not taken; yes, no, not asked."""
        room, person = self.room, self.person(key)
        if room is None or person is None:
            return
        if (half := room.half(column)) is not None:
            self.mark(key, half, presenter.next_mark(room.mark(person.id, half)))
            return
        kind = ConsentKind(column)
        given = newest(room.records, person.id).get(kind)
        self.answer(key, kind, presenter.next_answer(None if given is None else given.given))

    def type_mark(self, key: object, column: str, letter: str) -> None:
        """Give a cell of attendance the mark with this letter of the legend."""
        half = self.room.half(column) if self.room is not None else None
        if half is not None and letter in presenter.LETTERS:
            self.mark(key, half, presenter.LETTERS[letter])

    def answer(self, key: object, kind: ConsentKind, given: bool | None) -> None:
        """Write down today's answer of a person; None when nobody was asked."""
        person, room = self.person(key), self.room
        if person is not None and room is not None and not person.anonymised:
            today = room.now.date()
            self._perform(lambda work: work.people.answer(person.id, kind, given, on=today))

    def edit_answer(self, key: UUID, name: str, value: str) -> None:
        """Say when or how an answer was given."""
        room = self.room
        if room is None:
            return

        def act() -> None:
            fields: dict[str, object] = {"how": " ".join(value.split()) or None}
            if name == "on":
                found = typed_date(value, room.now.date())
                fields = {"on": found.first_day() if found is not None else None}
            self._perform(lambda work: work.books.edit(Consent, key, **fields), f"consent:{key}")

        self._try(f"consent:{key}", act)

    def anonymise(self, key: PersonId) -> None:
        """Forget a person for good; where the file could not be cleaned, doing it again finishes that."""

        def done(_changes: "ChangeSet") -> None:
            self.unfinished.discard(key)
            self.accepted.emit("")

        def refused(error: FacilitatorError) -> None:
            person = self.person(key)
            if person is not None and person.anonymised:
                self.unfinished.add(key)
            self.accepted.emit("")
            self.refused.emit("", error)

        self._desk.perform(lambda work: work.people.anonymise(key), done=done, refused=refused)
