"""The rows of the people's table: marks by half day and the four consents (domain.md 6.7, 6.8)."""

from typing import Final

from facilitator.domain.people import AttendanceCode, ConsentKind, HalfDay, Organisation, Person, WorkshopRole
from facilitator.i18n import _, ngettext, translations
from facilitator.services.privacy import DEFAULTS
from facilitator.words import country, word
from ui.presenters.cells import Cell, Column, Row, Sign
from ui.presenters.dates import brief_day_name
from ui.presenters.organisations import code
from ui.presenters.people import WITHOUT, Room, consent_word, display_name, groups_of, initials, participants

_SIGNS: Final = {
    AttendanceCode.PRESENT: Sign("check", "ok", "ok_tint"),
    AttendanceCode.LATE: Sign("clock", "now_ink", "now_tint"),
    AttendanceCode.PARTIAL: Sign("hourglass", "now_ink", "now_tint"),
    AttendanceCode.ABSENT: Sign("minus", "ink_2", dashed=True),
    AttendanceCode.EXCUSED: Sign("file-text", "ink_2", dashed=True),
    AttendanceCode.WITHDRAWN: Sign("arrow-right", "ink_2", dashed=True),
    AttendanceCode.DESERTED: Sign("x", "over", "over_tint"),
}
_CONSENT_ICONS: Final = {
    ConsentKind.NAME_IN_MINUTES: ("user-round", "user-round-x"),
    ConsentKind.CONTACT_IN_MINUTES: ("mail", "mail-x"),
    ConsentKind.PHOTO: ("camera", "camera-off"),
    ConsentKind.QUOTE_WITH_NAME: ("quote", "message-square-off"),
}


def columns(room: Room) -> list[Column]:
    """Return name, position, a column for each half day, and the four consents."""
    t = translations(room.language)
    short = {HalfDay.AM: _("AM"), HalfDay.PM: _("PM")}
    consents = _("Name, contact, photo, quotes")
    return [
        Column(key="full_name", head=_("Name"), width=220, stretch=True, editor="line"),
        Column(key="position", head=_("Position"), width=220, stretch=True, editor="line", drop=1),
        *(
            Column(
                key=each.key,
                head=short[each.half],
                spoken=f"{brief_day_name(each.date, room.language)}, {word(t, each.half)}",
                over=brief_day_name(each.date, room.language),
                width=52,
                least=40,
                align="centre",
            )
            for each in room.halves
        ),
        *(
            Column(
                key=kind.value,
                spoken=word(t, kind),
                over=consents,
                width=50,
                least=42,
                align="centre",
            )
            for kind in ConsentKind
        ),
    ]


def rows_of(room: Room) -> list[Row]:
    """Return one group an organisation, one row a person, and the totals."""
    groups = groups_of(room.records)
    rows: list[Row] = []
    for organisation, people in groups:
        rows.append(_group(room, organisation, len(people)))
        rows += [_person(room, each) for each in people]
    return [*rows, _totals(room)] if room.records.where(Person) else rows


def _group(room: Room, organisation: Organisation | None, count: int) -> Row:
    people = ngettext("{n} person", "{n} people", count).format(n=count) if count else _("Nobody yet")
    if organisation is None:
        title = _("Without an organisation")
        return Row(key=WITHOUT, kind="group", icon="users", title=title, note=people, selectable=False)
    where = country(room.language, organisation.country)
    return Row(
        key=organisation.id,
        kind="group",
        chip=code(organisation),
        title=organisation.name,
        note=", ".join(part for part in (where, people) if part),
    )


def _person(room: Room, person: Person) -> Row:
    t = translations(room.language)
    roles = [each for each in person.workshop_roles if each is not WorkshopRole.PARTICIPANT]
    can_edit = not person.anonymised
    cells = {
        "full_name": Cell(
            shown=display_name(person),
            initials=initials(person.full_name),
            edit=person.full_name if can_edit else None,
            strong=can_edit,
            tone="ink" if can_edit else "ink_2",
        ),
        "position": Cell(
            shown=person.position or "",
            under=", ".join(word(t, each) for each in roles),
            edit=(person.position or "") if can_edit else None,
        ),
    }
    for half in room.halves:
        cells[half.key] = _mark(room, room.mark(person.id, half))
    given = room.given[person.id]
    for kind in ConsentKind:
        cells[kind.value] = _consent(room, person, kind, given.get(kind))
    return Row(key=person.id, cells=cells)


def _mark(room: Room, code: AttendanceCode | None) -> Cell:
    if code is None:
        return Cell(shown="·", tone="ink_3", toggles=True, spoken=_("Not taken"))
    return Cell(sign=_SIGNS[code], toggles=True, spoken=word(translations(room.language), code))


def _consent(room: Room, person: Person, kind: ConsentKind, given: bool | None) -> Cell:
    del room
    yes, no = _CONSENT_ICONS[kind]
    if person.anonymised:
        return Cell(sign=Sign(no, "ink_3"), spoken=_("Personal data deleted"))
    if given is None:
        return Cell(sign=Sign(yes, "ink_3", dashed=True), toggles=True, spoken=consent_word(kind, None))
    sign = Sign(yes, "primary") if given else Sign(no, "over", "over_tint")
    return Cell(sign=sign, toggles=True, spoken=consent_word(kind, given))


def _totals(room: Room) -> Row:
    counted = participants(room.records)
    everyone = room.records.where(Person)
    cells = {
        "full_name": Cell(shown=_("Present, of {n} participants").format(n=len(counted)), strong=True),
        "position": Cell(shown=_("On the right: who agrees"), tone="ink_2"),
    }
    for half in room.halves:
        codes = [room.mark(each.id, half) for each in counted]
        present = sum(code is not None and code.in_the_room for code in codes)
        taken = any(code is not None for code in codes)
        cells[half.key] = Cell(shown=str(present) if taken else "–", strong=True)
    for kind in ConsentKind:
        agree = sum(
            room.given[each.id].get(kind, DEFAULTS[kind]) and not each.anonymised for each in everyone
        )
        cells[kind.value] = Cell(shown=str(agree), strong=True)
    return Row(key="totals", kind="totals", cells=cells, selectable=False)
