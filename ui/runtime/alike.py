"""Compares the cards of one board beside the windows: which say the same, which speak of one thing.

The stemmers are loaded when the first card is compared, on the background thread.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.cards import Card, CardStatus
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import BoardId, CardId
from facilitator.domain.records import Records
from ui.runtime.background import Background

if TYPE_CHECKING:
    from facilitator.services.likeness import Likeness


@dataclass(frozen=True, slots=True)
class Thread:
    """Cards that speak of one thing: the stem to pass over, and the word that people use for it."""

    cards: tuple[CardId, ...]
    stem: str
    word: str


class Alike(QObject):
    """Answers on the GUI thread, in the order asked. It knows one board at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._board: BoardId | None = None
        self._known: dict[CardId, Card] = {}
        self._likeness: Likeness | None = None

    def same_as(self, records: Records, card: Card, answer: Callable[[CardId | None], None]) -> None:
        """Ask which other card of its board says what this one says; `answer` gets it, or None."""
        cards = _standing(records, card.board)

        def work() -> Callable[[], None]:
            likeness = self._follow(card.board, cards)
            found = likeness.same_as(card.id)
            return lambda: answer(CardId(found) if found is not None else None)  # type: ignore[arg-type]  # keys of cards

        self._background.do(work)

    def together(
        self,
        records: Records,
        board: BoardId,
        loose: Sequence[CardId],
        passed_over: Iterable[str],
        answer: Callable[[Thread | None], None],
    ) -> None:
        """Ask which of these cards speak of one thing; `answer` gets the clearest, or None."""
        cards, skipped = _standing(records, board), frozenset(passed_over)

        def work() -> Callable[[], None]:
            found = self._theme(self._follow(board, cards), cards, loose, skipped)
            return lambda: answer(found)

        self._background.do(work)

    def close(self) -> None:
        """Answer nobody any more."""
        self._background.close()

    # On the background thread

    def _follow(self, board: BoardId, cards: Iterable[Card]) -> "Likeness":
        from facilitator.services.likeness import Likeness, Said  # noqa: PLC0415 - the stemmers come with it

        if self._likeness is None or board != self._board:
            self._likeness, self._board, self._known = Likeness(), board, {}
        now = {card.id: card for card in cards}
        for gone in [key for key in self._known if key not in now]:
            self._likeness.drop(gone)
        for key, card in now.items():
            before = self._known.get(key)
            if before is None or before.text != card.text:
                self._likeness.put(key, Said(card.text.text, card.text.language))
        self._known = now
        return self._likeness

    @staticmethod
    def _theme(
        likeness: "Likeness", cards: Iterable[Card], loose: Sequence[CardId], passed_over: frozenset[str]
    ) -> Thread | None:
        from facilitator.services.likeness import Said, word_for  # noqa: PLC0415 - as above

        found = next(likeness.together(loose, passed_over), None)
        if found is None:
            return None
        inside = set(found.cards)
        texts = [Said(card.text.text, card.text.language) for card in cards if card.id in inside]
        keys = tuple(key for key in loose if key in inside)
        return Thread(keys, found.word, word_for(found.word, texts))


def _standing(records: Records, board: BoardId) -> list[Card]:
    """Return the cards of a board that stand for themselves."""
    return [card for card in records.where(Card, board=board) if card.status is CardStatus.ACTIVE]
