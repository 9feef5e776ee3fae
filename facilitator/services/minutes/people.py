"""Participants, their totals, and the attendance list (domain.md 6.7, 6.8)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Final

from facilitator.domain.ids import PersonId
from facilitator.domain.minutes import (
    AttendanceRow,
    AttendanceSheet,
    ParticipantRow,
    Participants,
    ParticipantTotals,
    SignInSheet,
    Tally,
)
from facilitator.domain.people import AttendanceCode, HalfDay, Organisation, Person, Sex
from facilitator.services.minutes.scope import Scope, in_team
from facilitator.services.privacy import FEWEST_TO_NAME_ORGANISATION
from facilitator.words import country, letter, word

_MOST_SIGNED_DAYS: Final = 5
"""Days with a column to sign in; more of them would leave no room for a signature."""
_SPARE_ROWS: Final = 6
_FEWEST_ROWS: Final = 20


def participants(scope: Scope) -> Participants | None:
    """Gather who was there, by organisation, then the facilitation team; None before anybody came."""
    people = scope.participants()
    rows = sorted((_row(scope, person) for person in people), key=_order)
    team = [_team_row(scope, person) for person in scope.team()]
    if not rows and not team:
        return None
    return Participants(rows=(*rows, *team), totals=_totals(scope, people))


def attendance(scope: Scope) -> AttendanceSheet | None:
    """Gather the attendance list; the public gets totals only, a line without a name still tells who."""
    if scope.public or not scope.attendance:
        return None
    half_days = sorted(
        {(each.date, each.half_day) for each in scope.attendance},
        key=lambda each: (each[0], each[1] is HalfDay.PM),
    )
    marks = {(each.person, each.date, each.half_day): each.code for each in scope.attendance}
    people = {each.person for each in scope.attendance}
    found = (scope.records.get(Person, key) for key in people)
    rows = sorted(
        (_attendance_row(scope, person, half_days, marks) for person in found if person is not None),
        key=lambda row: (row.organisation.casefold(), row.name.casefold(), row.marks),
    )
    used = set(marks.values())
    return AttendanceSheet(
        half_days=tuple((day, word(scope.t, half)) for day, half in half_days),
        rows=tuple(rows),
        legend=tuple((letter(scope.t, code), word(scope.t, code)) for code in AttendanceCode if code in used),
        present=tuple(
            sum(code.in_the_room for (_, *at), code in marks.items() if (at[0], at[1]) == half)
            for half in half_days
        ),
    )


def sign_in(scope: Scope, start: dt.date, end: dt.date) -> SignInSheet:
    """Gather an empty list to sign: a column a day, the people who may be named, and room for others."""
    days = sorted({each.date for each in scope.attendance})
    if not days:
        last = min(end, start + dt.timedelta(days=_MOST_SIGNED_DAYS - 1))
        days = [start + dt.timedelta(days=n) for n in range((last - start).days + 1)]
    keys = {each.person for each in scope.attendance}
    found = (scope.records.get(Person, key) for key in keys)
    people = [
        (person.full_name, scope.organisation_in_full(person.organisation) or "")
        for person in found
        if person is not None and not scope.public and scope.privacy.may_be_named(person)
    ]
    people.sort(key=lambda each: (each[1].casefold(), each[0].casefold()))
    without_name = len(keys) - len(people)
    return SignInSheet(
        days=tuple(days[:_MOST_SIGNED_DAYS]),
        people=tuple(people),
        blanks=max(_SPARE_ROWS + without_name, _FEWEST_ROWS - len(people)),
    )


def _attendance_row(
    scope: Scope,
    person: Person,
    half_days: list[tuple[dt.date, HalfDay]],
    marks: dict[tuple[PersonId, dt.date, HalfDay], AttendanceCode],
) -> AttendanceRow:
    codes = (marks.get((person.id, day, half)) for day, half in half_days)
    name = scope.privacy.name(person.id)
    home = scope.records.get(Organisation, person.organisation)
    if name is None:
        home = scope.privacy.organisation(person.organisation)
    return AttendanceRow(
        name=name or scope.t.gettext("Participant"),
        organisation=home.name if home else "",
        marks=tuple("" if code is None else letter(scope.t, code) for code in codes),
    )


def _row(scope: Scope, person: Person) -> ParticipantRow:
    """Say of a person what consents and level allow; without a name there is no position either."""
    if not scope.privacy.may_be_named(person):
        home = scope.privacy.organisation(person.organisation)
        return ParticipantRow(
            name=scope.t.gettext("Participant"),
            organisation=home.name if home else "",
            country=country(scope.edition.language, home.country) if home else None,
        )
    return ParticipantRow(
        name=person.full_name,
        organisation=scope.organisation_in_full(person.organisation) or "",
        position=person.position,
        role=_roles(scope, person),
        country=country(scope.edition.language, _country_of(scope, person)),
        contact=scope.privacy.contact(person),
    )


def _team_row(scope: Scope, person: Person) -> ParticipantRow:
    privacy = scope.privacy
    named = privacy.may_be_named(person)
    home = scope.records.get(Organisation, person.organisation)
    return ParticipantRow(
        name=person.full_name if named else scope.t.gettext("Member of the facilitation team"),
        organisation=home.name if home else "",
        position=person.position if named else None,
        role=None if scope.public else _roles(scope, person),
        contact=privacy.contact(person),
        facilitation_team=True,
    )


def _order(row: ParticipantRow) -> tuple[bool, str, str]:
    return (not row.organisation, row.organisation.casefold(), row.name.casefold())


def _roles(scope: Scope, person: Person) -> str | None:
    """Return a person's roles; taking part is not worth a word."""
    roles = person.workshop_roles
    if not in_team(person) and len(roles) == 1 and roles[0].value == "participant":
        return None
    first, *others = [word(scope.t, role) for role in roles] or [""]
    return scope.formats.listing([first, *(other[:1].lower() + other[1:] for other in others)]) or None


def _country_of(scope: Scope, person: Person) -> str | None:
    home = scope.records.get(Organisation, person.organisation)
    return person.country or (home.country if home else None)


def _totals(scope: Scope, people: list[Person]) -> ParticipantTotals:
    t = scope.t
    no_answer = t.gettext("Not recorded")
    sexes = Counter(person.sex for person in people)
    words = {
        Sex.F: t.gettext("Women"),
        Sex.M: t.gettext("Men"),
        Sex.OTHER: t.gettext("Other"),
        Sex.NOT_SAID: word(t, Sex.NOT_SAID),
        None: no_answer,
    }
    homes = Counter(scope.organisation_in_full(person.organisation) or no_answer for person in people)
    places = Counter(
        country(scope.edition.language, _country_of(scope, person)) or no_answer for person in people
    )
    return ParticipantTotals(
        by_organisation=_tallies(scope, homes.items(), t.gettext("Other organisations")),
        by_sex=tuple(Tally(label, sexes[sex]) for sex, label in words.items() if sexes[sex]),
        by_country=_tallies(scope, places.items(), t.gettext("Other countries")),
    )


def _tallies(scope: Scope, counts: Iterable[tuple[str, int]], others: str) -> tuple[Tally, ...]:
    """Sort counts by name; for the public those that point to persons are counted together."""
    found = sorted((Tally(label, count) for label, count in counts), key=lambda each: each.label.casefold())
    if not scope.public:
        return tuple(found)
    large = [each for each in found if each.count >= FEWEST_TO_NAME_ORGANISATION]
    rest = sum(each.count for each in found) - sum(each.count for each in large)
    return (*large, Tally(others, rest)) if rest else tuple(large)
