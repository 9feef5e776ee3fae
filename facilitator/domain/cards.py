"""Boards, the cards on them, their clusters and votes (domain.md 6.4, 6.5)."""

from enum import StrEnum
from typing import Final
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import (
    BoardId,
    CardId,
    CardKindId,
    ClusterId,
    OrganisationId,
    PersonId,
    SessionId,
    WorkshopId,
)
from facilitator.domain.ratings import Rating
from facilitator.domain.record import Record, require_range, require_text
from facilitator.domain.values import Text
from facilitator.domain.vote_method import VoteMethod as VoteMethod  # noqa: PLC0414 - a word of votes, handed on

SOFT_LIMIT: Final = 90
"""Characters of a card that the room still reads at a glance; more is warned about, never cut."""


class Kind(StrEnum):
    """The five kinds of card that every workshop has."""

    WORKS = "works"
    DIFFICULTY = "difficulty"
    QUESTION = "question"
    SUGGESTION = "suggestion"
    NOTE = "note"


class BoardMode(StrEnum):
    """Whether a board keeps authors. Anonymous means not stored (domain.md 6.8)."""

    OPEN = "open"
    ANONYMOUS = "anonymous"


class Phase(StrEnum):
    """Phases of a board, in order."""

    COLLECT = "collect"
    READ_OUT = "read_out"
    CLUSTER = "cluster"
    NAME = "name"
    VOTE = "vote"
    CONCLUDE = "conclude"


class CardStatus(StrEnum):
    """Whether a card stands for itself."""

    ACTIVE = "active"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class CardSource(StrEnum):
    """How a card came in."""

    TYPED = "typed"
    READ_OUT = "read_out"
    PHOTO = "photo"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Voting:
    """The rule of a dot vote; secret until `closed`.

    By organisation a voter is an organisation, whose delegate speaks for all of its people. `voted` is
    how many gave dots that name nobody: on paper, by hands, or one by one on an anonymous board.
    """

    dots_per_person: int
    voters: int
    max_per_card: int | None = None
    method: VoteMethod = VoteMethod.PAPER_COUNT
    closed: bool = True
    voted: int | None = None

    def __post_init__(self) -> None:
        """Refuse a vote in which nothing can be given, or more voted than there are."""
        require_range(self.dots_per_person, 1, 100, "dots-out-of-range")
        require_range(self.voters, 0, 100_000, "voters-out-of-range")
        require_range(self.max_per_card, 1, 100, "dots-out-of-range")
        require_range(self.voted, 0, self.voters, "voters-out-of-range")

    @property
    def possible(self) -> int:
        """Dots that can be given in all."""
        return self.dots_per_person * self.voters

    @property
    def possible_per_card(self) -> int:
        """Dots that one card can get at most."""
        each = self.dots_per_person if self.max_per_card is None else self.max_per_card
        return min(each, self.dots_per_person) * self.voters


def default_dots(options: int) -> int:
    """Return the usual number of dots a person gets: a quarter of the options, 2 to 6 (domain.md 6.5)."""
    return max(2, min(6, round(options / 4)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CardKind(Record):
    """A kind of card that one workshop adds to the five; it looks like one of them."""

    id: CardKindId
    workshop: WorkshopId
    label: Text
    like: Kind
    position: int = 0

    def __post_init__(self) -> None:
        """Refuse a kind without a name."""
        require_text(self.label, "kind-label-empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(Record):
    """What the room is asked, and the cards that answer."""

    id: BoardId
    workshop: WorkshopId
    session: SessionId
    question: Text
    mode: BoardMode = BoardMode.OPEN
    phase: Phase = Phase.COLLECT
    voting: Voting | None = None
    ratings: tuple[Rating, ...] = ()
    conclusion: Text | None = None
    position: int = 0

    def __post_init__(self) -> None:
        """Refuse a board that asks nothing."""
        require_text(self.question, "question-empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Record):
    """Cards that belong together, named by the group after sorting; may stand inside another."""

    id: ClusterId
    workshop: WorkshopId
    board: BoardId
    title: Text
    summary: Text | None = None
    inside: ClusterId | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Record):
    """One idea, in the words it was said in.

    `kind` is one of the five; `own_kind` names the kind that the workshop added, if it is one.
    `author` stays None on an anonymous board. A merged card keeps `merged_into`.
    """

    id: CardId
    workshop: WorkshopId
    board: BoardId
    cluster: ClusterId | None = None
    kind: Kind = Kind.NOTE
    own_kind: CardKindId | None = None
    text: Text
    clarification: Text | None = None
    author: PersonId | None = None
    organisation: OrganisationId | None = None
    source: CardSource = CardSource.TYPED
    status: CardStatus = CardStatus.ACTIVE
    merged_into: CardId | None = None
    hidden_on_stage: bool = False
    position: int = 0

    def __post_init__(self) -> None:
        """Refuse an empty card, and a card merged into itself."""
        require_text(self.text, "card-empty")
        if self.merged_into == self.id:
            raise InvalidInput("card-merged-into-itself")

    @property
    def came(self) -> tuple[float, int]:
        """What orders cards by when they came; keys of anonymous cards tell nothing."""
        return (self.created_at.timestamp() if self.created_at else 0.0, self.id.int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Record):
    """Dots on a card or a cluster, counted together or given by one voter."""

    workshop: WorkshopId
    board: BoardId
    on: UUID
    dots: int
    voter: PersonId | None = None
    organisation: OrganisationId | None = None

    def __post_init__(self) -> None:
        """Refuse less than one dot."""
        require_range(self.dots, 1, 1_000_000, "dots-out-of-range")
