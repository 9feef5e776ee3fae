"""The fields of a person and of an organisation: what they show, and what leaving one changes."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from facilitator.domain.cards import Card
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId
from facilitator.domain.people import (
    AgeBand,
    AttendanceCode,
    Consent,
    ConsentKind,
    Organisation,
    OrganisationKind,
    OrganisationRole,
    Person,
    Sex,
    WorkshopRole,
)
from facilitator.domain.places import ZONES
from facilitator.domain.records import Records
from facilitator.formats import formats
from facilitator.i18n import N_, _, ngettext, translations
from facilitator.services.privacy import Privacy, newest
from facilitator.words import country, letter, word
from ui.presenters.forms import FieldSpec, Items, chosen
from ui.presenters.people import Room
from ui.presenters.work_plan import organisation_items

PERSON: Final = (
    FieldSpec("full_name", N_("Full name"), "title", lines=(1, 3)),
    FieldSpec("organisation", N_("Organisation"), "choice"),
    FieldSpec("position", N_("Position")),
    FieldSpec("workshop_roles", N_("Roles in the workshop"), "checks"),
    FieldSpec("sex", N_("Sex"), "choice", row=1),
    FieldSpec("age_band", N_("Age"), "choice", row=1),
    FieldSpec("country", N_("Country"), "choice", row=2),
    FieldSpec("municipality", N_("Municipality"), row=2),
    FieldSpec("phone", N_("Telephone")),
    FieldSpec("email", N_("E-mail")),
    FieldSpec("first_time", N_("First time here"), "choice"),
)
ORGANISATION: Final = (
    FieldSpec("name", N_("Name"), "title", lines=(1, 3)),
    FieldSpec("short", N_("Short name"), row=1),
    FieldSpec("country", N_("Country"), "choice", row=1),
    FieldSpec("role", N_("Role in the alliance"), "choice"),
    FieldSpec("kind", N_("Kind of organisation"), "choice"),
    FieldSpec("contact", N_("Contact")),
    FieldSpec("website", N_("Website")),
    FieldSpec("active", N_("Still a member"), "choice"),
)
KEPT: Final = ("organisation", "sex", "age_band", "country", "first_time", "workshop_roles")
"""Fields that can still be changed when the personal data is deleted: totals are made of them."""

_YES_NO: Final = {"yes": True, "no": False}


def person_values(person: Person) -> dict[str, str]:
    """Return what a person's fields show."""
    first = {True: "yes", False: "no", None: ""}[person.first_time]
    return {
        "full_name": person.full_name,
        "organisation": str(person.organisation or ""),
        "position": person.position or "",
        "workshop_roles": " ".join(each.value for each in person.workshop_roles),
        "sex": person.sex.value if person.sex else "",
        "age_band": person.age_band.value if person.age_band else "",
        "country": person.country or "",
        "municipality": person.municipality or "",
        "phone": person.phone or "",
        "email": person.email or "",
        "first_time": first,
    }


def organisation_values(organisation: Organisation) -> dict[str, str]:
    """Return what an organisation's fields show."""
    return {
        "name": organisation.name,
        "short": organisation.short or "",
        "country": organisation.country or "",
        "role": organisation.role.value if organisation.role else "",
        "kind": organisation.kind.value if organisation.kind else "",
        "contact": organisation.contact or "",
        "website": organisation.website or "",
        "active": "yes" if organisation.active else "no",
    }


def choices_of(records: Records, language: str) -> dict[str, Items]:
    """Return what can be chosen in the fields of both."""
    t = translations(language)
    unsaid = ("", _("Not said"))
    return {
        "organisation": organisation_items(records, _("None")),
        "workshop_roles": [(each.value, word(t, each)) for each in WorkshopRole],
        "sex": [unsaid, *((each.value, word(t, each)) for each in Sex)],
        "age_band": [unsaid, *((each.value, word(t, each)) for each in AgeBand)],
        "country": countries(records, language),
        "first_time": [unsaid, ("yes", _("Yes")), ("no", _("No"))],
        "role": [unsaid, *((each.value, word(t, each)) for each in OrganisationRole)],
        "kind": [unsaid, *((each.value, word(t, each)) for each in OrganisationKind)],
        "active": [("yes", _("Yes")), ("no", _("No"))],
    }


def countries(records: Records, language: str) -> Items:
    """Return the countries of the region, and whichever else the records name."""
    homes = [each.country for each in records.where(Organisation)]
    people = [each.country for each in records.where(Person)]
    held = [each.country for each in records.where(Workshop)]
    named = {each for each in (*homes, *people, *held) if each}
    codes = {*ZONES, *FURTHER, *named}
    return [
        ("", _("Not said")),
        *sorted(((each, country(language, each) or each) for each in codes), key=_by_name),
    ]


FURTHER: Final = (
    "BZ",
    "DO",
    "CU",
    "CO",
    "EC",
    "PE",
    "BO",
    "US",
    "CA",
    "ES",
    "NL",
    "DE",
    "GB",
    "FR",
    "IT",
    "CH",
)
"""Countries near the region, and those that many funders and facilitators come from."""


def _by_name(item: tuple[str, str]) -> str:
    return item[1].casefold()


def person_fields(name: str, value: str) -> dict[str, object]:
    """Return the field of a person that leaving a field changes."""
    return {name: _PERSON[name](value)}


def organisation_fields(name: str, value: str) -> dict[str, object]:
    """Return the field of an organisation that leaving a field changes."""
    return {name: _ORGANISATION[name](value)}


def _words(value: str) -> str | None:
    return " ".join(value.split()) or None


def _name(value: str) -> str:
    return " ".join(value.split())


def _roles(value: str) -> tuple[WorkshopRole, ...]:
    return tuple(WorkshopRole(each) for each in chosen(value))


_PERSON: Final[dict[str, Callable[[str], object]]] = {
    "full_name": _name,
    "organisation": lambda value: OrganisationId(UUID(value)) if value else None,
    "workshop_roles": _roles,
    "sex": lambda value: Sex(value) if value else None,
    "age_band": lambda value: AgeBand(value) if value else None,
    "first_time": _YES_NO.get,
    **dict.fromkeys(("position", "country", "municipality", "phone", "email"), _words),
}
_ORGANISATION: Final[dict[str, Callable[[str], object]]] = {
    "name": _name,
    "role": lambda value: OrganisationRole(value) if value else None,
    "kind": lambda value: OrganisationKind(value) if value else None,
    "active": lambda value: value == "yes",
    **dict.fromkeys(("short", "country", "contact", "website"), _words),
}


# What the panel of a person says besides


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the four consents: kind, name, answer ("yes", "no", "" for not asked), when and how."""

    kind: ConsentKind
    name: str
    given: str
    on: str
    how: str
    key: UUID | None


def answers_of(room: Room, person: Person) -> list[Answer]:
    """Return the newest answer of each kind."""
    t, write = translations(room.language), formats(room.language)
    found = newest(room.records, person.id)
    said = []
    for kind in ConsentKind:
        consent = found.get(kind)
        said.append(
            Answer(
                kind,
                word(t, kind),
                "" if consent is None else ("yes" if consent.given else "no"),
                write.short_day(consent.on) if consent and consent.on else "",
                (consent.how or "") if consent else "",
                consent.id if consent else None,
            )
        )
    return said


def appears_as(room: Room, person: Person) -> str:
    """Return how a person appears in minutes and exports: the name, or "Participant, RSE"."""
    return Privacy(room.records, room.workshop.id).label(translations(room.language), person)


def is_named(room: Room, person: Person) -> bool:
    """Whether the name may stand in the minutes."""
    return Privacy(room.records, room.workshop.id).may_be_named(person)


def cards_written(records: Records, person: Person) -> int:
    """Return how many cards say that this person wrote them."""
    return len(records.where(Card, author=person.id))


def cards_words(count: int) -> str:
    """Return "4 cards written"."""
    return ngettext("{n} card written", "{n} cards written", count).format(n=count)


def code_items(language: str) -> Items:
    """Return every code of attendance, with its letter as the legend has it."""
    t = translations(language)
    named = [(each.value, f"{letter(t, each)}  {word(t, each)}") for each in AttendanceCode]
    return [("", _("Not taken")), *named]


def consent_of(records: Records, key: UUID | None) -> Consent | None:
    """Return a consent by its key."""
    return records.get(Consent, key)
