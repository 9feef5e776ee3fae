"""What every section of the minutes is gathered with: records, the edition's choices, its words and names."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import overload
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.cycles import Cycle, Workshop
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CycleId, OrganisationId, PersonId
from facilitator.domain.minutes import Said
from facilitator.domain.people import Attendance, HalfDay, Organisation, Person, WorkshopRole
from facilitator.domain.places import zone_of
from facilitator.domain.records import Reader
from facilitator.domain.values import Text
from facilitator.formats import formats
from facilitator.i18n import translations
from facilitator.services.privacy import Privacy

_NOON = dt.time(12, 30)
"""Local time from which a session counts as of the afternoon: lunch is about 12:00 to 13:00."""

_TEAM = frozenset(WorkshopRole) - {
    WorkshopRole.PARTICIPANT,
    WorkshopRole.RESOURCE_PERSON,
    WorkshopRole.OBSERVER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which document is gathered: its language, for whom, which kind, and the day it is seen from.

    `document` is the stored one whose choices it has; None lets its kind and language find it.
    """

    language: str
    disclosure: Disclosure
    kind: DocumentKind
    today: dt.date
    document: UUID | None = None


class Scope:
    """One workshop read for one edition."""

    def __init__(self, records: Reader, workshop: Workshop, edition: Edition) -> None:
        self.records = records
        self.workshop = workshop
        self.edition = edition
        self.t = translations(edition.language)
        self.formats = formats(edition.language, workshop.country)
        self.zone = zone_of(workshop)
        self.privacy = Privacy(records, workshop.id, edition.disclosure)
        self.cycle = records.get(Cycle, workshop.cycle)
        self.attendance = records.where(Attendance, workshop=workshop.id)
        self._one_cycle = len(records.where(Cycle)) <= 1
        self._in_the_room = Counter(
            (each.date, each.half_day) for each in self.attendance if each.code.in_the_room
        )
        self._half_days = {(each.date, each.half_day) for each in self.attendance}

    @property
    def public(self) -> bool:
        """Whether the document is for everybody."""
        return self.edition.disclosure is Disclosure.PUBLIC

    @overload
    def said(self, text: Text) -> Said: ...
    @overload
    def said(self, text: Text | None) -> Said | None: ...
    def said(self, text: Text | None) -> Said | None:
        """Return people's words as they said them, with the translation into the document's language."""
        if not text:
            return None
        language = self.edition.language
        return Said(
            text.text,
            text.language,
            None if text.language == language else text.translated(language) or None,
        )

    @overload
    def written(self, text: Text) -> Said: ...
    @overload
    def written(self, text: Text | None) -> Said | None: ...
    def written(self, text: Text | None) -> Said | None:
        """Return an administrative text as words, in the document's language alone where there is one."""
        if not text:
            return None
        translated = text.translated(self.edition.language)
        return Said(text.text, text.language) if not translated else Said(translated, self.edition.language)

    def all_said(self, texts: Iterable[Text]) -> tuple[Said, ...]:
        """Return several of people's words, leaving out empty ones."""
        return tuple(self.said(text) for text in texts if text)

    @overload
    def put(self, text: Text) -> str: ...
    @overload
    def put(self, text: Text | None) -> str | None: ...
    def put(self, text: Text | None) -> str | None:
        """Return an administrative text in the document's language, in its own where nobody translated it."""
        return text.best(self.edition.language) if text else None

    def all_put(self, texts: Iterable[Text]) -> tuple[str, ...]:
        """Return several administrative texts, leaving out empty ones."""
        return tuple(self.put(text) for text in texts if text)

    def organisation(self, key: OrganisationId | None) -> str | None:
        """Return the short name of an organisation, as it stands in tables."""
        found = self.records.get(Organisation, key)
        return None if found is None else found.known_as

    def organisation_in_full(self, key: OrganisationId | None) -> str | None:
        """Return the full name of an organisation."""
        found = self.records.get(Organisation, key)
        return None if found is None else found.name

    def who(self, organisation: OrganisationId | None, person: PersonId | None = None) -> str | None:
        """Return who is responsible: the organisation, then the person as far as consents allow."""
        parts = (self.organisation(organisation), self.privacy.name(person))
        return ", ".join(part for part in parts if part) or None

    def ours(self, cycle: CycleId | None) -> bool:
        """Whether a record of this cycle belongs here; without a cycle it does while there is only one."""
        return cycle == self.workshop.cycle or (cycle is None and self._one_cycle)

    def local(self, instant: dt.datetime) -> dt.datetime:
        """Return an instant as the workshop's clocks showed it; as it is at the ends of the calendar."""
        try:
            return instant.astimezone(self.zone)
        except OverflowError:
            return instant

    def clock(self, instant: dt.datetime | None) -> dt.time | None:
        """Return the time of day of an instant in the workshop's place, in whole minutes."""
        if instant is None:
            return None
        return self.local(instant).time().replace(second=0, microsecond=0)

    def present_at(self, session: Session) -> int | None:
        """Return how many people were in the room in the session's half day; None where not taken."""
        start = self.clock(session.actual_start) or session.planned_start or dt.time(9)
        half_day = (session.date, HalfDay.AM if start < _NOON else HalfDay.PM)
        return self._in_the_room[half_day] if half_day in self._half_days else None

    def participants(self) -> list[Person]:
        """Return who was in the room and is not of the team."""
        here = {each.person for each in self.attendance if each.code.in_the_room}
        people = (self.records.get(Person, key) for key in here)
        return [person for person in people if person is not None and not in_team(person)]

    def team(self) -> list[Person]:
        """Return the facilitation team: who has a part in running it, and a session here or attendance."""
        sessions = self.records.where(Session, workshop=self.workshop.id)
        keys = {each.person for each in self.attendance} | {each.responsible for each in sessions}
        people = sorted(
            (person for key in keys if (person := self.records.get(Person, key)) is not None),
            key=lambda person: (_rank(person), person.id.int),
        )
        return [person for person in people if in_team(person)]


def in_team(person: Person) -> bool:
    """Whether a person helps to run the workshop rather than taking part."""
    return any(role in _TEAM for role in person.workshop_roles)


def _rank(person: Person) -> int:
    ranks = list(WorkshopRole)
    return min((ranks.index(role) for role in person.workshop_roles), default=len(ranks))
