"""Numbers and places within one document: what "Session 7", "Card 4.2" and "Agreement 3" are and lead to.

Numbers depend on the records alone, so that every edition and language of a workshop has the same ones;
what an edition leaves out has a label and no place to jump to.
"""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cards import Board, BoardMode, Card, CardStatus, Cluster
from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Indicator
from facilitator.domain.documents import DocumentKind
from facilitator.domain.ids import BoardId, CardId, SessionId
from facilitator.domain.minutes import Source
from facilitator.domain.notes import Agreement, Note, ParkingItem
from facilitator.domain.prototypes import PrototypeIteration
from facilitator.domain.reflections import Reflection
from facilitator.services.minutes.commitments import agreement_numbers, agreements_in_order, rows_in_order
from facilitator.services.minutes.scope import Scope


class Places:
    """Every record of the document that something may refer to, numbered once."""

    def __init__(self, scope: Scope) -> None:
        self._t = scope.t
        self._long = scope.edition.kind is DocumentKind.MEMORIA
        self._sources: dict[UUID, Source] = {}
        records, workshop = scope.records, scope.workshop
        self.sessions = sorted(
            records.where(Session, workshop=workshop.id), key=lambda each: (*each.order, each.id.int)
        )
        counted = (each for each in self.sessions if not each.type.is_break)
        self.session_numbers = {each.id: n for n, each in enumerate(counted, start=1)}
        self._orders = {each.id: n for n, each in enumerate(self.sessions)}
        self.boards = sorted(records.where(Board, workshop=workshop.id), key=self._board_order)
        self.merged: defaultdict[CardId, list[Card]] = defaultdict(list)
        self.cards: defaultdict[BoardId, list[Card]] = defaultdict(list)
        self.card_numbers: dict[CardId, str] = {}
        self._card_sessions: dict[UUID, SessionId] = {}
        self.reflections = sorted(records.where(Reflection, workshop=workshop.id), key=self._by_session)
        self.agreements = agreements_in_order(
            records.where(Agreement, workshop=workshop.id), (each.id for each in self.sessions)
        )
        self.agreement_numbers = agreement_numbers(self.agreements)
        self.cases = [each for each in records.where(Case) if scope.ours(each.cycle)]
        self.indicators = [each for each in records.where(Indicator) if scope.ours(each.cycle)]
        self.work_items = rows_in_order(scope)
        self._number_cards(records.where(Card, workshop=workshop.id))
        self._name_sessions(scope)
        self._name_cards(scope)
        self._name_results(scope)

    def source(self, key: UUID | None) -> Source | None:
        """Return the reference to a record, None where the document cannot name it."""
        return None if key is None else self._sources.get(key)

    def anchor(self, key: UUID) -> str:
        """Return the place of a record that the document prints; empty where it prints none."""
        return self._sources[key].anchor or ""

    def board_number(self, board: Board) -> int:
        """Return the number of a board within the workshop, from 1."""
        return self.boards.index(board) + 1

    def _board_order(self, board: Board) -> tuple[int, int, int]:
        return (self._orders.get(board.session, len(self._orders)), board.position, board.id.int)

    def _by_session(self, record: Reflection) -> tuple[int, int]:
        order = len(self._orders) if record.session is None else self._orders.get(record.session, 0)
        return (order, record.id.int)

    def _number_cards(self, cards: list[Card]) -> None:
        stands_in = standing(cards)
        for card in sorted(cards, key=lambda each: each.id.int):
            stands = stands_in.get(card.id)
            if stands is not None and stands.id != card.id:
                self.merged[stands.id].append(card)
        for n, board in enumerate(self.boards, start=1):
            own = [each for each in cards if each.board == board.id and stands_in.get(each.id) is each]
            own.sort(key=_anonymous_order if board.mode is BoardMode.ANONYMOUS else _writing_order)
            self.cards[board.id] = own
            for m, card in enumerate(own, start=1):
                self.card_numbers[card.id] = f"{n}.{m}"
                self._card_sessions[card.id] = board.session

    def _name_sessions(self, scope: Scope) -> None:
        accounted = self._accounted(scope)
        for n, session in enumerate(self.sessions, start=1):
            number = self.session_numbers.get(session.id)
            label = self._t.gettext("Session {n}").format(n=number) if number else scope.put(session.title)
            if session.id in accounted:
                self._add(session.id, label, f"session-{n}", long_only=True)
            else:
                self._sources[session.id] = Source(label)

    def _accounted(self, scope: Scope) -> set[UUID | None]:
        """Return the sessions of which the document tells: those held, and those anything was written for."""
        records, workshop = scope.records, scope.workshop.id
        found: set[UUID | None] = {board.session for board in self.boards}
        found |= {note.session for note in records.where(Note, workshop=workshop) if not note.private}
        found |= {self.session_of(each) for each in self.agreements}
        found |= {each.session for each in records.where(ParkingItem, workshop=workshop)}
        return found | {
            each.id
            for each in self.sessions
            if each.conclusion or (each.id in self.session_numbers and _was_held(each))
        }

    def session_of(self, agreement: Agreement) -> UUID | None:
        """Return where something was agreed: the session it names, else that of the card it came from."""
        if agreement.session is not None or agreement.source is None:
            return agreement.session
        return self._card_sessions.get(agreement.source)

    def _name_cards(self, scope: Scope) -> None:
        for n, board in enumerate(self.boards, start=1):
            self._add(board.id, self._t.gettext("Board {n}").format(n=n), f"board-{n}", long_only=True)
            for card in self.cards[board.id]:
                number = self.card_numbers[card.id]
                label = self._t.gettext("Card {number}").format(number=number)
                for each in (card, *self.merged[card.id]):
                    self._add(each.id, label, f"card-{number}", long_only=True)
        for cluster in scope.records.where(Cluster, workshop=scope.workshop.id):
            if (source := self.source(cluster.board)) is not None:
                label = self._t.gettext("Group “{title}”").format(title=cluster.title.text)
                self._sources[cluster.id] = Source(label, source.anchor)

    def _name_results(self, scope: Scope) -> None:
        t = self._t
        for n, reflection in enumerate(self.reflections, start=1):
            label = t.gettext("Reflection {n}").format(n=n)
            self._add(reflection.id, label, f"reflection-{n}", long_only=True)
        for agreement in self.agreements:
            n = self.agreement_numbers[agreement.id]
            self._add(agreement.id, t.gettext("Agreement {n}").format(n=n), f"agreement-{n}")
        for n, item in enumerate(self.work_items, start=1):
            label = t.gettext("Action {code}").format(code=item.code or n)
            self._add(item.id, label, f"action-{n}")
        for n, case in enumerate(self.cases, start=1):
            label = t.gettext("Case {name}").format(name=scope.put(case.chain))
            self._add(case.id, label, f"case-{n}", long_only=True)
            for iteration in scope.records.where(PrototypeIteration, case=case.id):
                self._add(iteration.id, label, f"case-{n}", long_only=True)
        for n, indicator in enumerate(self.indicators, start=1):
            label = t.gettext("Indicator “{name}”").format(name=scope.put(indicator.name))
            self._add(indicator.id, label, f"indicator-{n}", long_only=True)
        for parked in scope.records.where(ParkingItem, workshop=scope.workshop.id):
            self._sources[parked.id] = Source(t.gettext("Parking lot"))

    def _add(self, key: UUID, label: str, anchor: str, *, long_only: bool = False) -> None:
        self._sources[key] = Source(label, anchor if self._long or not long_only else None)


def _was_held(session: Session) -> bool:
    if session.status in {SessionStatus.SKIPPED, SessionStatus.MOVED}:
        return False
    return session.actual_start is not None or session.status is not SessionStatus.PLANNED


def standing(cards: list[Card]) -> dict[CardId, Card]:
    """Return for each card that may be printed the card in which its words stand.

    A withdrawn or hidden card stands nowhere, nor does what was merged into it, because it says the same.
    A card merged into one that is gone stands for itself again: nothing that was said is lost.
    """
    known = {card.id: card for card in cards}
    found: dict[CardId, Card] = {}
    for card in cards:
        trail = list(_trail(card, known))
        last = trail[-1]
        if any(each.hidden_on_stage or each.status is CardStatus.WITHDRAWN for each in trail):
            continue
        found[card.id] = card if last.status is CardStatus.MERGED else last
    return found


def _trail(card: Card, known: dict[CardId, Card]) -> Iterator[Card]:
    seen: set[CardId] = set()
    while card.id not in seen:
        yield card
        seen.add(card.id)
        into = None if card.merged_into is None else known.get(card.merged_into)
        if card.status is not CardStatus.MERGED or into is None:
            return
        card = into


def _writing_order(card: Card) -> tuple[float, int]:
    return card.came


def _anonymous_order(card: Card) -> tuple[int, int]:
    return (card.position, card.id.int)
