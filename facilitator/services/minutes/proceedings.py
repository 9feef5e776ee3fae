"""The days: the agenda planned and held, and what happened in each session (domain.md 6.1, 7.2)."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cards import Board
from facilitator.domain.minutes import (
    AgendaDay,
    AgendaLine,
    DayAccount,
    NoteLine,
    Said,
    SessionAccount,
    Source,
    Status,
    Tone,
)
from facilitator.domain.notes import Note, ParkingItem
from facilitator.services.minutes.boards import board_record
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word

_TONES = {
    SessionStatus.PLANNED: Tone.PLANNED,
    SessionStatus.RUNNING: Tone.IN_PROGRESS,
    SessionStatus.PAUSED: Tone.IN_PROGRESS,
    SessionStatus.DONE: Tone.DONE,
    SessionStatus.SKIPPED: Tone.DROPPED,
    SessionStatus.MOVED: Tone.DROPPED,
}
_FIRST_START = dt.time(8)
"""When a day begins whose first session has no planned time (domain.md 6.2)."""


def agenda(scope: Scope, places: Places) -> tuple[AgendaDay, ...]:
    """Gather the plan of each day beside the times held."""
    return tuple(AgendaDay(day, tuple(lines)) for day, _, lines in _days(scope, places))


def proceedings(scope: Scope, places: Places) -> tuple[DayAccount, ...]:
    """Gather what happened, day by day: sessions that were held, and those that anything was written for."""
    boards: dict[object, list[Board]] = {}
    for board in places.boards:
        boards.setdefault(board.session, []).append(board)
    loose = _loose_notes(scope, places)
    accounts = []
    for n, (day, sessions, lines) in enumerate(_days(scope, places), start=1):
        found = (
            _account(scope, places, session, line, boards.get(session.id, []))
            for session, line in zip(sessions, lines, strict=True)
        )
        held = tuple(account for account in found if account is not None)
        notes = loose.get(day, ())
        if held or notes:
            accounts.append(DayAccount(n, day, held, notes))
    return tuple(accounts)


def _days(scope: Scope, places: Places) -> Iterator[tuple[dt.date, list[Session], list[AgendaLine]]]:
    for day, group in groupby(places.sessions, key=lambda session: session.date):
        sessions = list(group)
        yield day, sessions, list(_lines(scope, places, sessions))


def _lines(scope: Scope, places: Places, sessions: list[Session]) -> Iterator[AgendaLine]:
    end = _FIRST_START
    for session in sessions:
        start = session.planned_start or end
        minutes = start.hour * 60 + start.minute + session.planned_minutes
        end = dt.time(minutes // 60 % 24, minutes % 60)
        yield AgendaLine(
            number=places.session_numbers.get(session.id),
            title=scope.put(session.title),
            planned_start=start,
            planned_minutes=session.planned_minutes,
            actual_start=scope.clock(session.actual_start),
            actual_end=scope.clock(session.actual_end),
            status=Status(word(scope.t, session.status), _TONES[session.status]),
            responsible=scope.privacy.name(session.responsible),
            anchor=places.anchor(session.id) or None,
        )


def _account(
    scope: Scope, places: Places, session: Session, line: AgendaLine, boards: list[Board]
) -> SessionAccount | None:
    if line.anchor is None:
        return None
    present = scope.present_at(session)
    return SessionAccount(
        line=line,
        anchor=line.anchor,
        objective=scope.put(session.objective),
        how=_how(scope, session),
        present=present,
        notes=_notes(scope, session),
        boards=tuple(board_record(scope, places, board, present) for board in boards),
        agreed=tuple(
            (scope.said(each.text), places.source(each.id))
            for each in places.agreements
            if places.session_of(each) == session.id
        ),
        left_open=_left_open(scope, places, session),
    )


def _how(scope: Scope, session: Session) -> str | None:
    parts = [scope.put(session.method)] if session.method else []
    if session.grouping is not None:
        parts.append(word(scope.t, session.grouping).lower())
    if materials := scope.all_put(session.materials):
        parts.append(
            scope.t.gettext("materials: {materials}").format(materials=scope.formats.listing(materials))
        )
    phrase = "; ".join(parts)
    return phrase[:1].upper() + phrase[1:] or None


def _notes(scope: Scope, session: Session) -> tuple[NoteLine, ...]:
    """Gather the notes that are not private, sorted by what they are, and what the session concluded."""
    notes = [note for note in scope.records.where(Note, session=session.id) if not note.private]
    kinds = [*dict.fromkeys(note.kind for note in sorted(notes, key=_note_order))]
    notes.sort(key=lambda note: (kinds.index(note.kind), *_note_order(note)))
    lines = [NoteLine(text=scope.said(note.text), heading=word(scope.t, note.kind)) for note in notes]
    if session.conclusion:
        lines.append(NoteLine(text=scope.said(session.conclusion), heading=scope.t.gettext("Conclusion")))
    return tuple(lines)


def _note_order(note: Note) -> tuple[int, int]:
    return (note.position, note.id.int)


def _loose_notes(scope: Scope, places: Places) -> dict[dt.date, tuple[NoteLine, ...]]:
    """Return notes of no session by the day they were written, within the days of the workshop."""
    known = {session.id for session in places.sessions}
    days = sorted({session.date for session in places.sessions})
    found: dict[dt.date, tuple[NoteLine, ...]] = {}
    for note in sorted(scope.records.where(Note, workshop=scope.workshop.id), key=_note_order):
        if note.private or note.session in known or not days:
            continue
        written = scope.local(note.created_at).date() if note.created_at else days[0]
        day = max((each for each in days if each <= written), default=days[0])
        line = NoteLine(text=scope.said(note.text), heading=word(scope.t, note.kind))
        found[day] = (*found.get(day, ()), line)
    return found


def _left_open(scope: Scope, places: Places, session: Session) -> tuple[tuple[Said, Source | None], ...]:
    lines = []
    for parked in scope.records.where(ParkingItem, session=session.id):
        where = places.source(parked.linked)
        if where is None and parked.outcome is not None:
            where = Source(word(scope.t, parked.outcome))
        lines.append((scope.said(parked.text), where))
    return tuple(lines)
