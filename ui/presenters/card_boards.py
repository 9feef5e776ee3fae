"""What stands around the wall: boards to choose, kinds of card, the vote, what a selection allows."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.boards import why_mode_stays
from facilitator.domain.cards import Board, CardKind, Kind, Vote, Voting
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import BoardId, CardId, SessionId
from facilitator.domain.people import Organisation
from facilitator.domain.records import Records
from facilitator.domain.votes import places
from facilitator.i18n import _, translations
from facilitator.messages import sentence_of
from facilitator.words import word
from ui.presenters.cards import WallCard, WallView, folded
from ui.presenters.voting import Place

_LONGEST_LABEL: Final = 64


@dataclass(frozen=True, slots=True)
class KindItem:
    """A kind of card that can be chosen: its key, paper and word. `own` is one that the workshop added."""

    key: str
    look: str
    word: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class BoardItem:
    """A board to choose."""

    id: BoardId
    session: SessionId
    label: str


@dataclass(frozen=True, slots=True)
class VoteState:
    """How a vote stands: its rule, dots cast of possible, and the places in order."""

    rule: Voting
    cast: int
    places: tuple[Place, ...]

    def line(self) -> str:
        """Return "21 of 36 dots cast"."""
        return _("{cast} of {possible} dots cast").format(cast=self.cast, possible=self.rule.possible)


@dataclass(frozen=True, slots=True)
class Possible:
    """What can be done with the selected cards. `first` is the action that their words suggest."""

    merge: bool = False
    unmerge: bool = False
    show_again: bool = False
    first: str = ""


def boards(records: Records, workshop: UUID | None, language: str) -> list[BoardItem]:
    """Return all boards of a workshop in the order of its agenda, each with its session's title."""
    found = []
    for board in records.where(Board, workshop=workshop):
        session = records.get(Session, board.session)
        order = session.order if session is not None else (dt.date.max, dt.time.min, 0)
        title = session.title.best(language) if session is not None else ""
        asked = board.question.best(language)
        label = (
            title
            if folded(title) == folded(asked)
            else _("{session}: {question}").format(session=title, question=asked)
        )
        found.append(
            ((order, board.position, board.id.int), BoardItem(board.id, board.session, _short(label)))
        )
    return [item for _order, item in sorted(found, key=lambda pair: pair[0])]


def board_at_first(records: Records, workshop: UUID | None) -> BoardId | None:
    """Return the board to open: the latest of the session that runs, else the first of the agenda."""
    items = boards(records, workshop, "en")
    running = {SessionStatus.RUNNING, SessionStatus.PAUSED}
    live = [
        item
        for item in items
        if (session := records.get(Session, item.session)) is not None and session.status in running
    ]
    chosen = live[-1:] or items[:1]
    return chosen[0].id if chosen else None


def context(records: Records, board: Board | None, language: str) -> str:
    """Return where one is: "Session 7, Improving the Prototype Cycle. Day 1 of 2"."""
    session = records.get(Session, board.session) if board is not None else None
    if session is None:
        return ""
    agenda = sorted(records.where(Session, workshop=session.workshop), key=lambda each: each.order)
    numbered = [each.id for each in agenda if not each.type.is_break]
    days = sorted({each.date for each in agenda})
    facts = {
        "number": numbered.index(session.id) + 1 if session.id in numbered else "–",
        "title": session.title.best(language),
        "day": days.index(session.date) + 1,
        "days": len(days),
    }
    if len(days) == 1:
        return _("Session {number}, {title}").format(**facts)
    return _("Session {number}, {title}. Day {day} of {days}").format(**facts)


def sessions_for_boards(
    records: Records, workshop: UUID | None, language: str
) -> list[tuple[SessionId, str]]:
    """Return the sessions that a board can be added to, breaks left out."""
    agenda = sorted(records.where(Session, workshop=workshop), key=lambda each: each.order)
    return [(each.id, _short(each.title.best(language))) for each in agenda if not each.type.is_break]


def mode_locked(records: Records, board: Board) -> str:
    """Return why it cannot be changed whether a board keeps authors, in a sentence; empty when it can."""
    reason = why_mode_stays(records, board)
    return sentence_of(reason, {}) if reason else ""


def kinds(records: Records, workshop: UUID | None, language: str) -> list[KindItem]:
    """Return the kinds to choose from: the five, then those that the workshop added."""
    catalogue = translations(language)
    own = sorted(records.where(CardKind, workshop=workshop), key=lambda each: (each.position, each.id.int))
    return [
        *(KindItem(kind.value, kind.value, word(catalogue, kind)) for kind in Kind),
        *(KindItem(str(each.id), each.like.value, each.label.best(language), own=True) for each in own),
    ]


def kind_counts(view: WallView) -> Counter[str]:
    """Return how many cards there are of each kind."""
    return Counter(card.kind for card in view.cards())


def organisations(view: WallView, records: Records) -> list[tuple[str, str]]:
    """Return the organisations that cards on the board are from, by key and name."""
    keys = {card.organisation for card in view.cards()}
    found = [each for each in (records.get(Organisation, key) for key in keys) if each is not None]
    return [(str(each.id), each.known_as) for each in sorted(found, key=lambda each: folded(each.known_as))]


def vote_state(records: Records, view: WallView) -> VoteState | None:
    """Return how the vote of a board stands, or None without one.

    Until it is closed, ballots tell only how many dots were given.
    """
    rule = view.voting
    if rule is None:
        return None
    cast = sum(vote.dots for vote in records.where(Vote, board=view.board))
    if rule.method.by_ballot and not rule.closed:
        return VoteState(rule, cast, ())
    titles: dict[UUID, str] = {card.id: _short(card.text) for card in view.cards()}
    titles |= {cluster.id: _short(cluster.title) for cluster in view.clusters}
    dots: dict[UUID, int] = {card.id: card.dots or 0 for card in view.cards()}
    dots |= {cluster.id: cluster.own_dots for cluster in view.clusters}
    ranked = tuple(Place(count, tuple(titles[key] for key in keys)) for count, keys in places(dots))
    return VoteState(rule, cast, ranked)


def has_dots(view: WallView) -> bool:
    """Whether the board is voted on, or was."""
    return view.voting is not None or any(card.dots for card in view.cards())


def possible(view: WallView, selected: Collection[CardId]) -> Possible:
    """Return what can be done with these cards, and what their words suggest to do first."""
    cards = [card for card in view.cards() if card.id in selected]
    loose = {card.id for card in view.loose}
    first = ""
    if len(cards) > 1 and _alike(cards):
        first = "merge"
    elif cards and view.clusters and all(card.id in loose for card in cards):
        first = "move"
    return Possible(
        merge=len(cards) > 1,
        unmerge=any(card.merged for card in cards),
        show_again=bool(cards) and all(card.hidden for card in cards),
        first=first,
    )


def _alike(cards: Sequence[WallCard]) -> bool:
    """Whether all cards share at least half of the longer words of the one that has fewest."""
    stems = [
        {word[:5] for word in folded(card.text).split() if len(word.strip(".,;:¿?¡!")) > 3} for card in cards
    ]
    fewest = min(len(each) for each in stems)
    return fewest > 0 and 2 * len(set.intersection(*stems)) >= fewest


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_LABEL else line[: _LONGEST_LABEL - 1].rstrip() + "…"
