"""The live stream of cards as a list that follows every committed change with the smallest update."""

from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel

from facilitator.domain.ids import CardId
from ui.presenters.stream import StreamCard

OUTLINE_MS: Final = 2000
"""A new card is outlined for so long."""


class StreamRole(IntEnum):
    """What a row tells the delegate."""

    CARD = Qt.ItemDataRole.UserRole + 1
    FRESH = Qt.ItemDataRole.UserRole + 2
    IN_PLAN = Qt.ItemDataRole.UserRole + 3


class CardStream(QStandardItemModel):
    """Cards of one board, newest first.

    The rows are Qt's own: laying a thousand of them out asks no Python for anything.
    """

    arrived = Signal(int)
    """So many new cards stand at the top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.looks: Counter[str] = Counter()
        """How many cards there are of each look: counted as they come and go, not all with each."""
        self._cards: list[StreamCard] = []
        self._known: dict[CardId, StreamCard] = {}
        self._fresh: list[CardId] = []
        self._in_plan: frozenset[UUID] = frozenset()
        self._fading = QTimer(self, singleShot=True, interval=OUTLINE_MS)
        self._fading.timeout.connect(self._fade)

    @property
    def cards(self) -> list[StreamCard]:
        """The cards, newest first."""
        return self._cards

    def card_at(self, row: int) -> StreamCard | None:
        """Return the card of a row, or None."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, key: CardId) -> int | None:
        """Return the row of a card, or None."""
        if key not in self._known:
            return None
        return next(row for row, card in enumerate(self._cards) if card.id == key)

    def show_cards(self, cards: Iterable[StreamCard], in_plan: frozenset[UUID]) -> None:
        """Show another board, or the same one in another language."""
        self.clear()
        self._cards = list(cards)
        self._known = {card.id: card for card in self._cards}
        self.looks = Counter(card.look for card in self._cards)
        self._in_plan = in_plan
        self._fresh.clear()
        self.invisibleRootItem().appendRows([self._item(card) for card in self._cards])

    def put(self, card: StreamCard) -> bool:
        """Show a card: in its place when it is known, else at the top; whether it is new."""
        row = self.row_of(card.id)
        self._known[card.id] = card
        self.looks[card.look] += 1
        if row is not None:
            self.looks[self._cards[row].look] -= 1
            self._cards[row] = card
            self._fill(self.item(row), card)
            return False
        row = self._place_for(card)
        self._cards.insert(row, card)
        item = self._item(card)
        item.setData(True, StreamRole.FRESH)
        self.insertRow(row, item)
        return True

    def greet(self, keys: list[CardId]) -> None:
        """Outline cards that have just been put, for two seconds, and tell that they came."""
        self._fresh += keys
        self._fading.start()
        self.arrived.emit(len(keys))

    def drop(self, key: CardId) -> None:
        """Show a card no more."""
        row = self.row_of(key)
        if row is None:
            return
        self.looks[self._cards[row].look] -= 1
        del self._cards[row]
        del self._known[key]
        self.removeRow(row)

    def set_in_plan(self, keys: frozenset[UUID]) -> None:
        """Mark the cards that became work-plan items."""
        come = [key for key in self._known if key in keys and key not in self._in_plan]
        gone = [key for key in self._known if key in self._in_plan and key not in keys]
        self._in_plan = keys
        self._mark(come, StreamRole.IN_PLAN, on=True)
        self._mark(gone, StreamRole.IN_PLAN, on=False)

    def _place_for(self, card: StreamCard) -> int:
        """Return the row of a card that comes, or comes back: the newest is on top."""
        for row, known in enumerate(self._cards):
            if known.came < card.came:
                return row
        return len(self._cards)

    @Slot()
    def _fade(self) -> None:
        gone, self._fresh = self._fresh, []
        self._mark(gone, StreamRole.FRESH, on=False)

    def _mark(self, keys: Iterable[CardId], role: StreamRole, *, on: bool) -> None:
        for key in keys:
            if (row := self.row_of(key)) is not None:
                self.item(row).setData(on, role)
                self._fill(self.item(row), self._cards[row])

    def _item(self, card: StreamCard) -> QStandardItem:
        item = QStandardItem(card.text)
        item.setEditable(False)
        item.setData(card.id in self._in_plan, StreamRole.IN_PLAN)
        self._fill(item, card)
        return item

    def _fill(self, item: QStandardItem, card: StreamCard) -> None:
        item.setData(card, StreamRole.CARD)
        item.setData(card.text, Qt.ItemDataRole.DisplayRole)
        item.setData(card.spoken(card.id in self._in_plan), Qt.ItemDataRole.AccessibleTextRole)
