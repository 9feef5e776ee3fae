"""Writing on the wall: new cards, their words and types, names of clusters, dots counted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from facilitator.domain.cards import Card, CardKind, Cluster, Kind
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import CardId, CardKindId, ClusterId
from facilitator.domain.values import Text
from facilitator.i18n import language
from facilitator.messages import sentence
from ui.operator.cards.hand import Hand
from ui.operator.cards.sorting import Sorting
from ui.presenters.wording import reworded
from ui.runtime.desk import Task
from ui.wall.state import Spot
from ui.widgets.menu import Menu


class Authoring(QObject):
    """Opens the editor where a thing lies, and stores what is written there."""

    def __init__(self, hand: Hand, sorting: Sorting) -> None:
        super().__init__(hand.area)
        self._hand = hand
        self._sorting = sorting
        writing = hand.wall.writing
        hand.wall.opened.connect(self.open_spot)
        hand.wall.counting.connect(self._count_typed)
        writing.card_written.connect(self._add)
        writing.card_reworded.connect(self._reword)
        writing.cluster_named.connect(self._name)
        writing.dots_counted.connect(self._count)

    def new_card(self) -> None:
        """Write a new card, in the cluster of the selected cards or among the loose."""
        if self._hand.board() is None:
            return
        self._hand.area.show_empty(is_empty=False)
        homes = {self._hand.wall.surface.cluster_of(card) for card in self._hand.cards}
        spot = self._hand.spot
        if not homes and spot is not None and spot.kind == "cluster":
            homes = {ClusterId(spot.key)} if spot.key is not None else set()
        self._hand.wall.writing.new_card(self._hand.kinds(), homes.pop() if len(homes) == 1 else None)

    def _add(self, words: str, kind: str) -> None:
        from facilitator.services.wall import NewCard  # noqa: PLC0415 - services stay out of the first paint

        board = self._hand.board()
        if board is None:
            return
        try:
            text = self._hand.desk.text(words)
        except FacilitatorError as error:
            self._refuse(error)
            return
        base, own = self._kind(kind)
        new = NewCard(
            text=text, board=board.id, cluster=self._hand.wall.writing.beside, kind=base, own_kind=own
        )
        self._hand.desk.perform(
            lambda w: w.wall.add_card(board.session, new),
            done=lambda _: self._hand.wall.writing.stored(),
            refused=self._refuse,
        )

    def edit(self) -> None:
        """Change the words of the card, or the cluster's name, where the keyboard is."""
        spot = self._hand.spot
        if self._hand.wall.writing.what != "nothing":
            return
        if spot is None and len(self._hand.cards) == 1:
            spot = Spot("card", self._hand.cards[0])
        if spot is not None:
            self.open_spot(spot)

    def open_spot(self, spot: Spot) -> None:
        """Edit a card or a cluster's name in place, or make a new cluster; of all boards' cards, visit it."""
        if self._hand.whole:
            if spot.kind == "card" and spot.key is not None:
                self._hand.visit(CardId(spot.key))
            return
        if spot.kind == "new":
            self._sorting.make_cluster("", (), name_it=True)
        elif spot.kind == "cluster" and spot.key is not None:
            self._hand.wall.writing.name(ClusterId(spot.key))
        elif spot.key is not None:
            self._hand.wall.writing.reword(CardId(spot.key), self._hand.kinds())

    def _reword(self, key: CardId, words: str) -> None:
        found = self._hand.desk.records.get(Card, key)
        if found is not None:
            self._write(lambda text: lambda w: w.wall.reword(key, text), found.text, words)

    def read_large(self) -> None:
        """Show the card where the keyboard is in large letters."""
        spot = self._hand.spot
        if spot is None or spot.kind != "card" or spot.key is None:
            return
        if (card := self._hand.card(CardId(spot.key))) is not None:
            self._hand.area.large.show_card(card)

    def choose_kind(self) -> None:
        """Offer the kinds for the selected cards."""
        if not self._hand.cards:
            return
        menu = Menu(self._hand.area)
        menu.aboutToHide.connect(menu.deleteLater)
        now = {card.kind for key in self._hand.cards if (card := self._hand.card(key)) is not None}
        for kind in self._hand.kinds():
            action = menu.addAction(kind.word.replace("&", "&&"), partial(self.retype, kind.key))
            action.setCheckable(True)
            action.setChecked(now == {kind.key})
        self._popup(menu, self._hand.area.actions_bar.buttons["wall.type"])

    def retype(self, kind: str) -> None:
        """Make the selected cards of another kind."""
        cards = self._hand.cards
        base, own = self._kind(kind)
        self._hand.desk.perform(lambda w: w.wall.retype(cards, base, own))

    def _kind(self, key: str) -> tuple[Kind, CardKindId | None]:
        if key in set(Kind):
            return Kind(key), None
        item = next(each for each in self._hand.kinds() if each.key == key)
        own = next(each for each in self._hand.desk.records.where(CardKind) if str(each.id) == key)
        return Kind(item.look), own.id

    def _name(self, cluster: ClusterId, name: str) -> None:
        found = self._hand.desk.records.get(Cluster, cluster)
        if found is not None:
            self._write(lambda text: lambda w: w.books.edit(Cluster, cluster, title=text), found.title, name)

    def _count_typed(self, spot: Spot, digit: str) -> None:
        board = self._hand.board()
        if board is not None and board.voting is not None:
            self._hand.wall.writing.count(spot, digit)

    def _count(self, on: CardId, dots: int) -> None:
        self._hand.desk.perform(
            lambda w: w.wall.count_dots(on, dots),
            done=lambda _: self._hand.wall.writing.stored(),
            refused=self._refuse,
        )

    def _write(self, change: Callable[[Text], Task], old: Text, words: str) -> None:
        """Store new words in the language that is shown; what is refused is said where it was written."""
        try:
            text = reworded(old, words, language(), self._hand.desk.text) or old.reworded("")
        except FacilitatorError as error:
            self._refuse(error)
            return
        self._hand.desk.perform(
            change(text), done=lambda _: self._hand.wall.writing.stored(), refused=self._refuse
        )

    def _refuse(self, error: FacilitatorError) -> None:
        self._hand.wall.writing.refuse(sentence(error))

    def _popup(self, menu: Menu, button: QWidget) -> None:
        menu.ensurePolished()
        at = button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4))
        menu.popup(at)
