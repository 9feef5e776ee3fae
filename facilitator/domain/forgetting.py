"""What is left of a person who asked to be forgotten: figures, no name (domain.md 6.8).

Sex, age band, country, organisation and attendance stay, because totals are made of them. Name, contact,
position and place go, and with them who said, voted or asked something. The key stays: whoever looks for the
responsible person of an activity finds somebody without a name, and a photo still knows that it may not be
shown.
"""

from dataclasses import replace

from facilitator.domain.cards import Card, Vote
from facilitator.domain.ids import PersonId
from facilitator.domain.notes import ParkingItem
from facilitator.domain.people import Consent, Person
from facilitator.domain.record import Record
from facilitator.domain.reflections import Reflection
from facilitator.domain.turns import SpeakingTurn

SAID: tuple[tuple[type[Record], str], ...] = (
    (Card, "author"),
    (Vote, "voter"),
    (ParkingItem, "raised_by"),
    (Reflection, "attributed_person"),
    (SpeakingTurn, "person"),
)
"""Records that say whose words they are, with the field that says it."""


def forgotten(record: Record, person: PersonId) -> Record:
    """Return a record without what it tells of a person; one that tells nothing as it is."""
    if isinstance(record, Person) and record.id == person:
        return replace(
            record, full_name="", position=None, municipality=None, phone=None, email=None, anonymised=True
        )
    if isinstance(record, Consent) and record.person == person:
        return replace(record, how=None)
    for kind, field in SAID:
        if isinstance(record, kind) and getattr(record, field) == person:
            return replace(record, **{field: None})  # type: ignore[arg-type]  # the field is one of the class
    return record
