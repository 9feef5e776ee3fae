"""A small workshop for tests: one day in Managua with a card round, a break, a reflection and planning."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.cards import Board, Card, Kind
from facilitator.domain.cycles import Cycle, Workshop
from facilitator.domain.ids import (
    BoardId,
    CardId,
    CycleId,
    OrganisationId,
    PersonId,
    SessionId,
    WorkshopId,
    new_id,
)
from facilitator.domain.people import Organisation, Person
from facilitator.domain.record import Record
from facilitator.domain.values import Text, Translation

DAY = dt.date(2014, 2, 6)


def said(english: str, spanish: str = "") -> Text:
    """Return words as the room wrote them: Spanish with an English translation, or English alone."""
    return Text(spanish, "es", (Translation("en", english),)) if spanish else Text(english, "en")


@dataclass
class Afternoon:
    """The workshop's records by name; change what a test needs before they are stored."""

    cycle: Cycle = field(default_factory=lambda: Cycle(id=CycleId(new_id()), label="2013-2014"))
    languages: tuple[str, ...] = ("en",)
    others: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Lay out the day: five sessions from noon, local time."""
        self.workshop = Workshop(
            id=WorkshopId(new_id()),
            cycle=self.cycle.id,
            number=2,
            title=said("Maintaining momentum", "Mantener el impulso"),
            language=self.languages[0],
            languages=self.languages,
            start=DAY,
            end=DAY,
            city="Managua",
            country="NI",
        )
        self.network = Organisation(id=OrganisationId(new_id()), name="Red Surco Ejemplo", short="Red Surco")
        self.marisol = Person(
            id=PersonId(new_id()), full_name="Marisol Ejemplo", organisation=self.network.id
        )
        self.round = self.session("12:00", 45, "Improving the cycle", SessionType.CARD_COLLECTION)
        self.coffee = self.session("12:45", 15, "Coffee", SessionType.BREAK, locked=True)
        self.loops = self.session("13:00", 60, "Double loop", SessionType.REFLECTION)
        self.plans = self.session("14:00", 60, "Next phase", SessionType.PLANNING)
        self.close = self.session("15:00", 15, "Close of the day", SessionType.CLOSING)
        self.board = Board(
            id=BoardId(new_id()),
            workshop=self.workshop.id,
            session=self.round.id,
            question=said("What would you improve?", "¿Qué mejorarían?"),
        )

    def session(self, start: str, minutes: int, title: str, kind: SessionType, **fields: Any) -> Session:
        """Return a session of the day."""
        return Session(
            id=SessionId(new_id()),
            workshop=self.workshop.id,
            date=DAY,
            planned_start=dt.time.fromisoformat(start),
            planned_minutes=minutes,
            type=kind,
            title=said(title),
            **fields,
        )

    def card(self, words: str, kind: Kind = Kind.NOTE, **fields: Any) -> Card:
        """Return a card on the board."""
        return Card(
            id=CardId(new_id()),
            workshop=self.workshop.id,
            board=self.board.id,
            text=said(words),
            kind=kind,
            **fields,
        )

    @property
    def sessions(self) -> list[Session]:
        """The agenda in order."""
        return [self.round, self.coffee, self.loops, self.plans, self.close]

    def records(self) -> list[Record]:
        """Everything, owners first."""
        return [
            *(self.cycle, self.workshop, self.network, self.marisol),
            *self.sessions,
            self.board,
            *self.others,
        ]
