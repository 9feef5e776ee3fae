"""The score of the rehearsal: the example, split into what was there before and what is played."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from facilitator import __version__
from facilitator.domain.agenda import Session, SessionStatus, TimerTransition
from facilitator.domain.cards import Board, Card, Cluster, Phase, Vote
from facilitator.domain.change_theory import Assumption, AssumptionStatus
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.frozen import dataclass
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.domain.reflections import Reflection
from facilitator.domain.values import Text
from facilitator.interchange.reader import read
from facilitator.interchange.writer import write
from facilitator.services.exchange import EXAMPLE, EXAMPLE_WORKSHOP
from resources import resource

R = TypeVar("R", bound=Record)

PLAYED: Final[frozenset[type[Record]]] = frozenset(
    {
        Cluster,
        Card,
        Vote,
        ParkingItem,
        Agreement,
        Reflection,
        WorkItem,
        Contribution,
        TimerTransition,
    }
)
"""Records that come about in the workshop, typed by whoever takes the notes."""


@dataclass(frozen=True, slots=True)
class Score:
    """The example as records, under the keys that the rehearsal's own database has."""

    records: Records
    workshop: Workshop

    @property
    def language(self) -> str:
        """The language that is typed."""
        return self.workshop.language

    def said(self, text: Text | None) -> str:
        """Return a text as it is typed; nothing for none."""
        return "" if text is None else text.best(self.language)

    def sessions(self) -> list[Session]:
        """Return the sessions of the workshop in the order of its agenda."""
        found = self.records.where(Session, workshop=self.workshop.id)
        return sorted(found, key=lambda each: each.order)

    def boards_of(self, session: Session) -> list[Board]:
        """Return the boards of a session."""
        return self.records.where(Board, session=session.id)

    def cards(self, board: Board) -> list[Card]:
        """Return the cards of a board in their order."""
        return sorted(self.records.where(Card, board=board.id), key=lambda each: (each.position, each.id.int))

    def clusters(self, board: Board) -> list[Cluster]:
        """Return the clusters of a board in their order."""
        found = self.records.where(Cluster, board=board.id)
        return sorted(found, key=lambda each: (each.position, each.id.int))

    def dots(self, card: Card) -> int:
        """Return the dots that a card got."""
        return sum(each.dots for each in self.records.where(Vote, on=card.id))

    def of(self, kind: type[R]) -> list[R]:
        """Return the workshop's records of a class in their order."""
        found = [
            each
            for each in self.records.where(kind)
            if getattr(each, "workshop", self.workshop.id) == self.workshop.id
        ]
        return sorted(found, key=lambda each: (getattr(each, "position", 0), each.id.int))

    def contributions(self, item: WorkItem) -> list[Contribution]:
        """Return what organisations give to an activity."""
        return self.records.where(Contribution, work_item=item.id)

    def prepared(self, now: dt.datetime) -> bytes:
        """Return the file of the workshop as it was on the eve, ready to be run."""
        kept = [self._on_the_eve(each) for each in self.records if type(each) not in PLAYED]
        return write(kept, self.language, now, f"Facilitator {__version__}")

    def _on_the_eve(self, record: Record) -> Record:
        match record:
            case Session(workshop=self.workshop.id):
                return replace(record, status=SessionStatus.PLANNED, actual_start=None, actual_end=None)
            case Workshop(id=self.workshop.id):
                return replace(record, status=WorkshopStatus.READY)
            case Board(workshop=self.workshop.id):
                return replace(record, voting=None, conclusion=None, phase=Phase.COLLECT)
            case Assumption() if self.records.get(Reflection, record.revised_by) is not None:
                return replace(record, status=AssumptionStatus.UNTESTED, revised_by=None)
            case _:
                return record


def read_score() -> Score:
    """Return the score of the program's own example."""
    content = read(resource("examples", EXAMPLE).read_bytes())
    records = Records(content.records)
    [workshop] = records.where(Workshop, file_id=EXAMPLE_WORKSHOP)
    return Score(records, workshop)


def same_words(one: Text | None, other: Text | None, language: str) -> bool:
    """Whether two texts say the same in a language; none is as good as an empty one."""
    first, second = (partial(_best, language=language)(each) for each in (one, other))
    return first == second


def _best(text: Text | None, language: str) -> str:
    return "" if text is None else text.best(language).strip()
