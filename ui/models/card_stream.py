"""The live stream of cards as a list that follows every committed change with the smallest update."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from facilitator.domain.ids import CardId
from ui.presenters.stream import StreamCard

OUTLINE_MS: Final = 2000
"""A new card is outlined for so long."""

AnyIndex = QModelIndex | QPersistentModelIndex
_NONE: Final = QModelIndex()


class StreamRole(IntEnum):
    """What a row tells the delegate."""

    CARD = Qt.ItemDataRole.UserRole + 1
    FRESH = Qt.ItemDataRole.UserRole + 2
    IN_PLAN = Qt.ItemDataRole.UserRole + 3


class CardStream(QAbstractListModel):
    """Cards of one board, newest first."""

    arrived = Signal(int)
    """So many new cards stand at the top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[StreamCard] = []
        self._places: dict[CardId, StreamCard] = {}
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
        if key not in self._places:
            return None
        return next(row for row, card in enumerate(self._cards) if card.id == key)

    def show_cards(self, cards: Iterable[StreamCard], in_plan: frozenset[UUID]) -> None:
        """Show another board, or the same one in another language."""
        self.beginResetModel()
        self._cards = list(cards)
        self._places = {card.id: card for card in self._cards}
        self._in_plan = in_plan
        self._fresh.clear()
        self.endResetModel()

    def put(self, card: StreamCard) -> bool:
        """Show a card: in its place when it is known, else at the top; whether it is new."""
        if card.id in self._places:
            row = self.row_of(card.id)
            assert row is not None  # noqa: S101 - `_places` says so
            self._cards[row] = self._places[card.id] = card
            self.dataChanged.emit(self.index(row), self.index(row))
            return False
        row = self._place_for(card)
        self.beginInsertRows(_NONE, row, row)
        self._cards.insert(row, card)
        self._places[card.id] = card
        self.endInsertRows()
        return True

    def greet(self, keys: list[CardId]) -> None:
        """Outline cards that have just come, for two seconds."""
        self._fresh += keys
        self._fading.start()
        self._repaint(keys)
        self.arrived.emit(len(keys))

    def drop(self, key: CardId) -> None:
        """Show a card no more."""
        row = self.row_of(key)
        if row is None:
            return
        self.beginRemoveRows(_NONE, row, row)
        del self._cards[row]
        del self._places[key]
        self.endRemoveRows()

    def set_in_plan(self, keys: frozenset[UUID]) -> None:
        """Mark the cards that became work-plan items."""
        changed = [key for key in self._places if (key in keys) != (key in self._in_plan)]
        self._in_plan = keys
        self._repaint(changed)

    def _place_for(self, card: StreamCard) -> int:
        """Return the row of a card that comes, or comes back: keys are in the order of time."""
        for row, known in enumerate(self._cards):
            if known.id.int < card.id.int:
                return row
        return len(self._cards)

    @Slot()
    def _fade(self) -> None:
        gone, self._fresh = self._fresh, []
        self._repaint(gone)

    def _repaint(self, keys: Iterable[CardId]) -> None:
        for key in keys:
            if (row := self.row_of(key)) is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    # Qt asks

    def rowCount(self, parent: AnyIndex = _NONE) -> int:
        """Return how many cards there are; a card has none below it."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown, said or painted of a row."""
        card = self.card_at(index.row()) if index.isValid() else None
        if card is None:
            return None
        told: object = None
        match role:
            case StreamRole.CARD:
                told = card
            case StreamRole.FRESH:
                told = card.id in self._fresh
            case StreamRole.IN_PLAN:
                told = card.id in self._in_plan
            case Qt.ItemDataRole.DisplayRole:
                told = card.text
            case Qt.ItemDataRole.AccessibleTextRole:
                told = card.spoken(card.id in self._in_plan)
        return told
