"""Suggests clusters for loose cards, one at a time: made, passed over, or left. Nothing moves by itself."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.domain.ids import BoardId, CardId
from facilitator.i18n import _, ngettext
from ui.operator.cards.hand import Hand
from ui.operator.run.offer import Offer
from ui.runtime.alike import Alike, Thread
from ui.theme.theme import Theme

FEWEST: Final = 4
"""Loose cards from which on it is worth asking."""


class Suggesting(QObject):
    """The strip above the wall while clusters are being suggested."""

    ended = Signal()
    """There is nothing more to suggest, or a person has had enough."""

    def __init__(self, theme: Theme, hand: Hand, parent: QObject) -> None:
        super().__init__(parent)
        self._hand = hand
        self._passed: set[str] = set()
        self._asked: BoardId | None = None
        self._alike = Alike(self)
        self.offer = Offer(theme, icon="circle-dashed")

    @property
    def is_on(self) -> bool:
        """Whether clusters are being suggested."""
        return self._asked is not None

    def start(self) -> None:
        """Suggest the clearest cluster among the loose cards of the board."""
        self._passed.clear()
        self._look()

    def stop(self) -> None:
        """Suggest no more."""
        was, self._asked = self._asked, None
        self.offer.withdraw()
        if was is not None:
            self.ended.emit()

    def follow(self) -> None:
        """Take a suggestion back when the cards it is about are no longer loose."""
        board = self._hand.board()
        if board is None or board.id != self._asked:
            self.stop()  # with it goes the word that there was nothing more

    def _look(self) -> None:
        board = self._hand.board()
        if board is None:
            self.stop()
            return
        self._asked = board.id
        loose = [card.id for card in self._hand.wall.surface.view.loose]
        answer = partial(self._propose, board.id)
        self._alike.together(self._hand.desk.records, board.id, loose, self._passed, answer)

    def _propose(self, board: BoardId, found: Thread | None) -> None:
        if board != self._asked:
            return
        loose = {card.id for card in self._hand.wall.surface.view.loose}
        cards = tuple(card for card in found.cards if card in loose) if found is not None else ()
        if found is None or len(cards) < 2:
            self.stop()
            self.offer.tell(_("No more loose cards belong together by their words"), _("Close"))
            return
        self._hand.wall.select(cards)
        count = len(cards)
        self.offer.ask(
            ngettext("{n} card speaks of “{word}”", "{n} cards speak of “{word}”", count).format(
                n=count, word=found.word
            ),
            (_("Make a cluster"), _("Another")),
            partial(self._make, cards, found.word),
            partial(self._pass, found.stem),
        )

    def _make(self, cards: tuple[CardId, ...], word: str) -> None:
        board = self._hand.board()
        if board is None:
            return
        title = self._hand.desk.text(word[:1].upper() + word[1:])
        self._back_to_wall()
        self._hand.desk.perform(
            lambda workspace: workspace.wall.make_cluster(board.id, title, cards), done=lambda _: self._look()
        )

    def _pass(self, stem: str) -> None:
        self._passed.add(stem)
        self._back_to_wall()
        self._look()

    def _back_to_wall(self) -> None:
        """Have the keys at the wall, from where Tab leads to the next suggestion."""
        self._hand.wall.setFocus(Qt.FocusReason.ShortcutFocusReason)
