"""Gathers minutes from records in memory, and walks everything they say."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.minutes import CardLine, Minutes, SessionAccount
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.services.minutes import gather

TODAY = dt.date(2014, 2, 20)


def minutes_of(
    records: Iterable[Record],
    language: str = "es",
    disclosure: Disclosure = Disclosure.INTERNAL,
    kind: DocumentKind = DocumentKind.MEMORIA,
    today: dt.date = TODAY,
) -> Minutes:
    """The minutes of the only workshop among the records, or of the first that has sessions."""
    known = [each for each in records if each.deleted_at is None]
    workshop = next(each for each in known if isinstance(each, Workshop))
    return gather(
        Records(known), workshop.id, language=language, disclosure=disclosure, kind=kind, today=today
    )


def strings(value: object) -> Iterator[str]:
    """Every string of a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def accounts(minutes: Minutes) -> list[SessionAccount]:
    """Every session that the minutes tell of."""
    return [session for day in minutes.proceedings for session in day.sessions]


def cards(minutes: Minutes) -> list[CardLine]:
    """Every card in the order printed."""
    return [
        card
        for session in accounts(minutes)
        for board in session.boards
        for cluster in board.clusters
        for card in cluster.cards
    ]
