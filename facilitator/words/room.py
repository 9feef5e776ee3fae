"""Words for people in the room: organisations, roles, consents, attendance (domain.md 1.3, 6.7, 6.8)."""

from collections.abc import Mapping
from typing import Final

from facilitator.domain.people import (
    AgeBand,
    AttendanceCode,
    ConsentKind,
    HalfDay,
    OrganisationKind,
    OrganisationRole,
    Sex,
    WorkshopRole,
)
from facilitator.words.marks import Table, Word, pgettext

ROOM: Final[Table] = {
    OrganisationKind: {
        OrganisationKind.RESEARCH_CENTRE: pgettext("organisation", "Research centre"),
        OrganisationKind.INTERNATIONAL_NGO: pgettext("organisation", "International NGO"),
        OrganisationKind.LOCAL_NGO: pgettext("organisation", "Local NGO"),
        OrganisationKind.FEDERATION: pgettext("organisation", "Federation"),
        OrganisationKind.PRODUCER_ORGANISATION: pgettext("organisation", "Producer organisation"),
        OrganisationKind.BUYER: pgettext("organisation", "Buyer"),
        OrganisationKind.DONOR: pgettext("organisation", "Donor"),
        OrganisationKind.UNIVERSITY: pgettext("organisation", "University"),
        OrganisationKind.PUBLIC_BODY: pgettext("organisation", "Public body"),
        OrganisationKind.OTHER: pgettext("organisation", "Other"),
    },
    OrganisationRole: {
        OrganisationRole.FACILITATING: pgettext("role of an organisation", "Facilitating"),
        OrganisationRole.FUNDER: pgettext("role of an organisation", "Funder"),
        OrganisationRole.PARTNER: pgettext("role of an organisation", "Partner"),
        OrganisationRole.GUEST: pgettext("role of an organisation", "Guest"),
    },
    Sex: {
        Sex.F: pgettext("sex", "Woman"),
        Sex.M: pgettext("sex", "Man"),
        Sex.OTHER: pgettext("sex", "Other"),
        Sex.NOT_SAID: pgettext("sex", "Prefers not to say"),
    },
    AgeBand: {
        AgeBand.UNDER_18: pgettext("age", "Under 18"),
        AgeBand.FROM_18_TO_29: pgettext("age", "18 to 29"),
        AgeBand.FROM_30_TO_59: pgettext("age", "30 to 59"),
        AgeBand.FROM_60: pgettext("age", "60 and over"),
        AgeBand.NOT_SAID: pgettext("age", "Prefers not to say"),
    },
    WorkshopRole: {
        WorkshopRole.LEAD_FACILITATOR: pgettext("role of a person", "Lead facilitator"),
        WorkshopRole.CO_FACILITATOR: pgettext("role of a person", "Co-facilitator"),
        WorkshopRole.TIMEKEEPER: pgettext("role of a person", "Timekeeper"),
        WorkshopRole.NOTE_TAKER: pgettext("role of a person", "Note-taker"),
        WorkshopRole.LOGISTICS: pgettext("role of a person", "Logistics"),
        WorkshopRole.PARTICIPANT: pgettext("role of a person", "Participant"),
        WorkshopRole.RESOURCE_PERSON: pgettext("role of a person", "Resource person"),
        WorkshopRole.OBSERVER: pgettext("role of a person", "Observer"),
        WorkshopRole.COORDINATOR: pgettext("role of a person", "Coordinator"),
    },
    ConsentKind: {
        ConsentKind.NAME_IN_MINUTES: pgettext("consent", "Name in the minutes"),
        ConsentKind.CONTACT_IN_MINUTES: pgettext("consent", "Contact in the minutes"),
        ConsentKind.PHOTO: pgettext("consent", "Photos"),
        ConsentKind.QUOTE_WITH_NAME: pgettext("consent", "Quotes with name"),
    },
    HalfDay: {
        HalfDay.AM: pgettext("half day", "Morning"),
        HalfDay.PM: pgettext("half day", "Afternoon"),
    },
    AttendanceCode: {
        AttendanceCode.PRESENT: pgettext("attendance", "Present"),
        AttendanceCode.ABSENT: pgettext("attendance", "Absent"),
        AttendanceCode.EXCUSED: pgettext("attendance", "Absent with excuse"),
        AttendanceCode.LATE: pgettext("attendance", "Late"),
        AttendanceCode.PARTIAL: pgettext("attendance", "Present in part"),
        AttendanceCode.WITHDRAWN: pgettext("attendance", "Withdrawn"),
        AttendanceCode.DESERTED: pgettext("attendance", "Left without notice"),
    },
}

LETTERS: Final[Mapping[AttendanceCode, Word]] = {
    AttendanceCode.PRESENT: pgettext("attendance letter", "P"),
    AttendanceCode.ABSENT: pgettext("attendance letter", "A"),
    AttendanceCode.EXCUSED: pgettext("attendance letter", "E"),
    AttendanceCode.LATE: pgettext("attendance letter", "L"),
    AttendanceCode.PARTIAL: pgettext("attendance letter", "PP"),
    AttendanceCode.WITHDRAWN: pgettext("attendance letter", "W"),
    AttendanceCode.DESERTED: pgettext("attendance letter", "D"),
}
"""What stands for each mark in a list; the stored codes are the Spanish letters (domain.md 6.7)."""
