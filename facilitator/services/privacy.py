"""Who may be named, quoted, shown and contacted: each person's consents under a level of disclosure.

The rules are those of domain.md 6.8. The newest answer of a kind counts; who was never asked may be named,
and nothing else. Internal documents follow the consents alone, those for partners leave out contacts, those
for the public name nobody. An organisation with fewer than three people present would point to persons, so
it is not named beside what one person said.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from gettext import NullTranslations
from typing import Final

from facilitator.domain.cards import Board, BoardMode, Card
from facilitator.domain.documents import Disclosure
from facilitator.domain.ids import OrganisationId, PersonId, WorkshopId
from facilitator.domain.notes import Photo
from facilitator.domain.people import Attendance, Consent, ConsentKind, Organisation, Person
from facilitator.domain.records import Reader

FEWEST_TO_NAME_ORGANISATION: Final = 3
"""With fewer people of an organisation in the room, its name is as good as a person's."""

DEFAULTS: Final[Mapping[ConsentKind, bool]] = {
    ConsentKind.NAME_IN_MINUTES: True,
    ConsentKind.CONTACT_IN_MINUTES: False,
    ConsentKind.PHOTO: False,
    ConsentKind.QUOTE_WITH_NAME: False,
}
"""What holds for a person who was not asked yet."""


def newest(reader: Reader, person: PersonId) -> dict[ConsentKind, Consent]:
    """Return a person's newest answer of each kind, with when and how; kinds never asked are missing."""
    return {each.kind: each for each in sorted(reader.where(Consent, person=person), key=_age)}


def answers(reader: Reader, person: PersonId) -> dict[ConsentKind, bool]:
    """Return the newest answer of each kind that a person was asked; kinds never asked are missing."""
    return {kind: each.given for kind, each in newest(reader, person).items()}


def _age(consent: Consent) -> tuple[dt.date, dt.datetime, int]:
    stored = consent.created_at or dt.datetime.min.replace(tzinfo=dt.UTC)
    return (consent.on or stored.date(), stored, consent.id.int)


class Privacy:
    """What one workshop's documents and screens may say of people at one level of disclosure."""

    def __init__(
        self, reader: Reader, workshop: WorkshopId, disclosure: Disclosure = Disclosure.INTERNAL
    ) -> None:
        self._reader = reader
        self.disclosure = disclosure
        self._answers: dict[PersonId, dict[ConsentKind, bool]] = {}
        self._present = _present(reader, workshop)

    def may_be_named(self, person: Person) -> bool:
        """Whether the name may stand in lists, tables and signatures."""
        return (
            self.disclosure is not Disclosure.PUBLIC
            and not person.anonymised
            and self._agreed(person, ConsentKind.NAME_IN_MINUTES)
        )

    def may_be_quoted(self, person: Person) -> bool:
        """Whether the name may stand beside what the person said."""
        return self.may_be_named(person) and self._agreed(person, ConsentKind.QUOTE_WITH_NAME)

    def may_be_contacted(self, person: Person) -> bool:
        """Whether telephone and e-mail may be given; never outside the house."""
        return (
            self.disclosure is Disclosure.INTERNAL
            and self.may_be_named(person)
            and self._agreed(person, ConsentKind.CONTACT_IN_MINUTES)
        )

    def may_be_shown(self, photo: Photo) -> bool:
        """Whether everybody known to be on a photo agreed to be on it."""
        people = [self._reader.get(Person, key) for key in photo.people]
        return all(
            person is not None and not person.anonymised and self._agreed(person, ConsentKind.PHOTO)
            for person in people
        )

    def name(self, person: PersonId | None) -> str | None:
        """Return a person's name, None where it is withheld or nobody is meant."""
        found = self._reader.get(Person, person)
        return found.full_name if found is not None and self.may_be_named(found) else None

    def contact(self, person: Person) -> str | None:
        """Return telephone and e-mail in one phrase, None where they are withheld or unknown."""
        if not self.may_be_contacted(person):
            return None
        return ", ".join(part for part in (person.phone, person.email) if part) or None

    def organisation(self, organisation: OrganisationId | None) -> Organisation | None:
        """Return an organisation that may stand beside what one of its people said or did."""
        found = self._reader.get(Organisation, organisation)
        if found is None or self._present[found.id] < FEWEST_TO_NAME_ORGANISATION:
            return None
        return found

    def label(self, t: NullTranslations, person: Person) -> str:
        """Return the name, or "Participant, LV" where it is withheld, in the words of a catalogue."""
        return self.name(person.id) or self._participant(t, self.organisation(person.organisation))

    def author(self, t: NullTranslations, card: Card, board: Board) -> str | None:
        """Return the line that says whose card it is; None where nobody may know.

        With consent to be quoted it is the name with the organisation ("Delmy Castellón, LM"), else the
        organisation alone, for the public "Participant, LV". Anonymous boards have no authors.
        """
        if board.mode is BoardMode.ANONYMOUS:
            return None
        person = self._reader.get(Person, card.author)
        if person is None:
            known = self.organisation(card.organisation)
            return None if known is None else known.known_as
        if self.may_be_quoted(person):
            home = self._reader.get(Organisation, person.organisation)
            return person.full_name if home is None else f"{person.full_name}, {home.known_as}"
        known = self.organisation(person.organisation)
        if self.disclosure is Disclosure.PUBLIC or known is None:
            return self._participant(t, known)
        return known.known_as

    def _participant(self, t: NullTranslations, organisation: Organisation | None) -> str:
        if organisation is None:
            return t.gettext("Participant")
        return t.gettext("Participant, {organisation}").format(organisation=organisation.known_as)

    def _agreed(self, person: Person, kind: ConsentKind) -> bool:
        if person.id not in self._answers:
            self._answers[person.id] = answers(self._reader, person.id)
        return self._answers[person.id].get(kind, DEFAULTS[kind])


def _present(reader: Reader, workshop: WorkshopId) -> Counter[OrganisationId]:
    """Count people in the room by organisation; before attendance was taken, everybody known."""
    attendance = reader.where(Attendance, workshop=workshop)
    if attendance:
        here = {each.person for each in attendance if each.code.in_the_room}
        people = [person for key in here if (person := reader.get(Person, key)) is not None]
    else:
        people = reader.where(Person)
    return Counter(person.organisation for person in people if person.organisation is not None)
