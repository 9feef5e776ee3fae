"""Composes the agreements for the room: what is read back before the workshop ends.

Numbers, people and dates are those of the minutes, so that the room hears what it will be sent.
Organisations carry names on stage, people do not (design.md section 8).
"""

from facilitator.domain.ids import OrganisationId, PersonId
from facilitator.domain.notes import Agreement
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.stage import AgreementsView, StageAgreement, StageFrame
from facilitator.i18n import N_
from facilitator.services.minutes.commitments import agreement_numbers, agreements_in_order, owed
from facilitator.services.stage_room import Room


def agreements_view(room: Room, frame: StageFrame) -> AgreementsView:
    """Return the workshop's agreements by number."""
    ordered = agreements_in_order(room.of(Agreement), (each.id for each in room.sessions))
    numbers = agreement_numbers(ordered)
    plan = sorted(room.records.where(WorkItem), key=lambda each: (each.position, each.id.int))
    shown = []
    for each in ordered:
        promise = owed(each, plan)
        shown.append(
            StageAgreement(
                number=str(numbers[each.id]),
                text=room.say(each.text),
                responsible=_who(room, promise.responsible, promise.person),
                due=room.formats[0].brief_span(promise.due, None) if promise.due else "",
            )
        )
    return AgreementsView(frame=frame, title=room.fixed(N_("Agreements")), agreements=tuple(shown))


def _who(room: Room, organisation: OrganisationId | None, person: PersonId | None) -> str:
    """Return the organisation, or that of the person who alone is named."""
    if organisation is None and (found := room.records.get(Person, person)) is not None:
        organisation = found.organisation
    home = room.records.get(Organisation, organisation)
    return home.known_as if home is not None else ""
