"""The people of a workshop: organisations, who was in the room in which half day, who is there now."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

from facilitator.domain.agenda import Session
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId, PersonId
from facilitator.domain.people import (
    Attendance,
    AttendanceCode,
    ConsentKind,
    HalfDay,
    Organisation,
    Person,
    Sex,
    WorkshopRole,
)
from facilitator.domain.records import Records
from facilitator.i18n import _, ngettext, translations
from facilitator.services.privacy import DEFAULTS, FEWEST_TO_NAME_ORGANISATION, answers
from facilitator.words import word
from ui.presenters.dates import brief_day_name
from ui.presenters.organisations import code
from ui.presenters.work_plan import giver_order

WITHOUT: Final = "without"
"""Key of the group of people who belong to no organisation."""

NOON: Final = dt.time(12, 30)
"""Until then it is the morning's attendance that counts as "now"."""

CYCLE: Final = (None, AttendanceCode.PRESENT, AttendanceCode.LATE, AttendanceCode.ABSENT)
"""What a click or Space makes of a mark, one after the other; the panel has the other codes."""

LETTERS: Final = {
    "P": AttendanceCode.PRESENT,
    "T": AttendanceCode.LATE,
    "L": AttendanceCode.LATE,
    "A": AttendanceCode.ABSENT,
    "E": AttendanceCode.EXCUSED,
    "R": AttendanceCode.WITHDRAWN,
    "D": AttendanceCode.DESERTED,
}
"""The letters of the regional legend, and L for the English "late"."""


@dataclass(frozen=True, slots=True)
class HalfDayOf:
    """One half day of the workshop."""

    date: dt.date
    half: HalfDay

    @property
    def key(self) -> str:
        """The key of its column."""
        return f"half:{self.date.isoformat()}:{self.half.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The people of a workshop as one page shows them; `now` is local time."""

    records: Records
    workshop: Workshop
    language: str
    halves: tuple[HalfDayOf, ...]
    marks: dict[tuple[PersonId, dt.date, HalfDay], AttendanceCode]
    given: dict[PersonId, dict[ConsentKind, bool]]
    now: dt.datetime

    def mark(self, person: PersonId, half: HalfDayOf) -> AttendanceCode | None:
        """Return whether a person was there; None when nobody took it."""
        return self.marks.get((person, half.date, half.half))

    def half(self, column: str) -> HalfDayOf | None:
        """Return the half day of a column."""
        return next((each for each in self.halves if each.key == column), None)

    @property
    def current(self) -> HalfDayOf | None:
        """The half day it is now; on other days the last one that was taken."""
        half = HalfDay.AM if self.now.time() < NOON else HalfDay.PM
        found = HalfDayOf(self.now.date(), half)
        if found in self.halves:
            return found
        taken = {(date, each) for _person, date, each in self.marks}
        return next((each for each in reversed(self.halves) if (each.date, each.half) in taken), None)


def room_of(records: Records, workshop: Workshop, now: dt.datetime, language: str) -> Room:
    """Gather the people of a workshop. `now` is the time in the workshop's zone."""
    attendance = records.where(Attendance, workshop=workshop.id)
    held = {each.date for each in records.where(Session, workshop=workshop.id)}
    dates = sorted((held or set(workshop.days())) | {each.date for each in attendance})
    return Room(
        records=records,
        workshop=workshop,
        language=language,
        halves=tuple(HalfDayOf(date, half) for date in dates for half in HalfDay),
        given={each.id: answers(records, each.id) for each in records.where(Person)},
        marks={(each.person, each.date, each.half_day): each.code for each in attendance},
        now=now,
    )


def groups_of(records: Records) -> list[tuple[Organisation | None, list[Person]]]:
    """Return organisations with their people; partners first, those without people last."""
    homes: dict[OrganisationId | None, list[Person]] = {}
    known = {each.id: each for each in records.where(Organisation)}
    for person in records.where(Person):
        home = person.organisation if person.organisation in known else None
        homes.setdefault(home, []).append(person)
    ordered = sorted(known.values(), key=lambda each: (each.id not in homes, *giver_order(each)))
    groups: list[tuple[Organisation | None, list[Person]]] = [
        (each, homes.get(each.id, [])) for each in ordered
    ]
    if None in homes:
        groups.append((None, homes[None]))
    return groups


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = [word for word in name.split() if word[:1].isalpha()]
    if not words:
        return "–"
    return "".join(word[0] for word in (words if len(words) < 3 else (words[0], words[1])))[:2].upper()


def display_name(person: Person) -> str:
    """Return a person's name as the operator sees it."""
    return person.full_name or _("Personal data deleted")


def participants(records: Records) -> list[Person]:
    """Return those who take part, without those who only run the workshop."""
    return [each for each in records.where(Person) if WorkshopRole.PARTICIPANT in each.workshop_roles]


def consent_word(kind: ConsentKind, given: bool | None) -> str:
    """Return the answer in words, with what holds for somebody who was not asked."""
    if given is None:
        return _("Not asked, counts as yes") if DEFAULTS[kind] else _("Not asked, counts as no")
    return _("Yes") if given else _("No")


# What is said above the table


def context(records: Records) -> str:
    """Return how many participants from how many organisations, and how many run the workshop."""
    people = participants(records)
    homes = {each.organisation for each in people if each.organisation is not None}
    team = len(records.where(Person)) - len(people)
    count = ngettext("{n} participant", "{n} participants", len(people)).format(n=len(people))
    where = ngettext("{n} organisation", "{n} organisations", len(homes)).format(n=len(homes))
    running = ngettext("{n} in the team", "{n} in the team", team).format(n=team)
    return ", ".join((count, where, running))


def in_the_room(room: Room) -> list[Person]:
    """Return the participants who are in the room now, or were in the last half day that was taken."""
    half = room.current
    if half is None:
        return []
    marks = ((each, room.mark(each.id, half)) for each in participants(room.records))
    return [person for person, code in marks if code is not None and code.in_the_room]


def present_now(room: Room) -> str:
    """Say who is present now: how many, by sex, by organisation."""
    half = room.current
    if half is None:
        return _("Attendance was not taken yet")
    present = in_the_room(room)
    t = translations(room.language)
    when = f"{brief_day_name(half.date, room.language)}, {word(t, half.half).lower()}"
    head = _("Present on {when}: {n} of {all}").format(
        when=when, n=len(present), all=len(participants(room.records))
    )
    sexes = Counter(each.sex or Sex.NOT_SAID for each in present)
    by_sex = [_counted(sex, sexes[sex]) for sex in Sex if sexes[sex]]
    by_home = [f"{name} {n}" for name, n in _by_organisation(room, present)]
    return "   ".join(part for part in (head, ", ".join(by_sex), ", ".join(by_home)) if part)


def _counted(sex: Sex, n: int) -> str:
    """Return how many: "7 women"; whoever is neither is counted without a word for them."""
    match sex:
        case Sex.F:
            words = ngettext("{n} woman", "{n} women", n)
        case Sex.M:
            words = ngettext("{n} man", "{n} men", n)
        case Sex.OTHER:
            words = ngettext("{n} other", "{n} others", n)
        case Sex.NOT_SAID:
            words = ngettext("{n} not said", "{n} not said", n)
    return words.format(n=n)


def _by_organisation(room: Room, people: Sequence[Person]) -> list[tuple[str, int]]:
    homes = Counter(each.organisation for each in people)
    known = [(org, n) for key, n in homes.items() if (org := room.records.get(Organisation, key)) is not None]
    return [(code(org), n) for org, n in sorted(known, key=lambda pair: giver_order(pair[0]))]


def few_hint(room: Room) -> str:
    """Say whose name is left out beside what their people say, because so few of them are present."""
    few = [name for name, n in _by_organisation(room, in_the_room(room)) if n < FEWEST_TO_NAME_ORGANISATION]
    if not few:
        return ""
    words = ngettext(
        "Fewer than {n} people of {names} are present: it is not named beside what they say.",
        "Fewer than {n} people each of {names} are present: they are not named beside what is said.",
        len(few),
    )
    return words.format(n=FEWEST_TO_NAME_ORGANISATION, names=", ".join(few))


# What a click makes of a cell


def next_mark(code: AttendanceCode | None) -> AttendanceCode | None:
    """Return the mark that comes after one: present, late, absent, not taken."""
    place = CYCLE.index(code) if code in CYCLE else len(CYCLE) - 1
    return CYCLE[(place + 1) % len(CYCLE)]


def next_answer(given: bool | None) -> bool | None:
    """Return the answer that comes after one: yes, no, not asked."""
    return {None: True, True: False, False: None}[given]
