"""Sessions planned a second time: what was agreed to do and to ask, nothing of what happened or was said."""

import datetime as dt
from dataclasses import replace
from typing import TypeVar

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cards import Board, Phase
from facilitator.domain.ids import BoardId, SessionId, WorkshopId, new_id
from facilitator.domain.record import Record
from facilitator.persistence.unit_of_work import Operation

R = TypeVar("R", bound=Record)


def unstamped(record: R) -> R:
    """Return a record as if nobody had stored it yet, to be stored as another one."""
    return replace(record, created_at=None, created_by=None, changed_at=None, changed_by=None)


def again(session: Session, key: SessionId | None, workshop: WorkshopId, date: dt.date) -> Session:
    """Return a session planned anew: what was agreed to do, nothing of what happened."""
    return replace(
        unstamped(session),
        id=key or SessionId(new_id()),
        workshop=workshop,
        date=date,
        status=SessionStatus.PLANNED,
        actual_start=None,
        actual_end=None,
        conclusion=None,
        current_step=None,
        step_started=None,
    )


def copy_boards(operation: Operation, session: Session, copy: Session) -> None:
    """Ask the same questions in the copy of a session; no card comes along."""
    for board in operation.where(Board, session=session.id):
        fresh = replace(
            unstamped(board),
            id=BoardId(new_id()),
            workshop=copy.workshop,
            session=copy.id,
            phase=Phase.COLLECT,
            conclusion=None,
        )
        operation.add(fresh)
