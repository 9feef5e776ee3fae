"""Sorting cards: merge, move, cluster. Each wish becomes one operation, undone in one step."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.cards import Cluster
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import CardId, ClusterId
from facilitator.i18n import LANGUAGES, N_, SOURCE_LANGUAGE, _, translations
from ui.operator.cards.hand import Hand
from ui.presenters.cards import family
from ui.wall.state import Spot, Target
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace

_FIRST_NAME = N_("New cluster")


class Sorting(QObject):
    """Acts on the selected cards, and on the cluster whose name has the focus."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand.area)
        self._hand = hand
        self._moving: ClusterId | None = None
        hand.wall.dropped.connect(self.drop)
        hand.wall.cluster_dropped.connect(self.put_inside)
        hand.area.picker.chosen.connect(self.move_to)
        hand.area.picker.new_wanted.connect(self._move_to_new)

    def merge(self) -> None:
        """Let the selected cards be spoken for by one: one that is in a cluster, else the first."""
        cards = self._hand.cards
        if len(cards) < 2:
            return
        cluster_of = self._hand.wall.surface.cluster_of
        into = next((card for card in cards if cluster_of(card) is not None), cards[0])
        self._hand.desk.perform(lambda w: w.wall.merge(cards, into), done=self._keep([into]))

    def unmerge(self) -> None:
        """Let what was merged into the selected cards stand for itself again."""
        for key in self._hand.cards:
            card = self._hand.card(key)
            if card is not None and card.merged:
                self._hand.desk.perform(partial(_unmerged, key))

    def choose_cluster(self) -> None:
        """Ask for the cluster to move to: the selected cards, or the cluster whose name has the focus."""
        view, spot = self._hand.wall.surface.view, self._hand.spot
        self._moving = None
        if self._hand.whole:
            return
        if self._hand.cards:
            clusters = [(each.id, each.path) for each in view.clusters]
            middle = self._hand.area.actions_bar.geometry().center().x()
            self._hand.area.picker.open_picker(clusters, middle)
        elif spot is not None and spot.kind == "cluster" and spot.key is not None:
            self._moving = ClusterId(spot.key)
            own = family(view, self._moving)
            others = [(each.id, each.path) for each in view.clusters if each.id not in own]
            self._hand.area.picker.open_picker(others, of_cluster=True)

    def move_to(self, cluster: ClusterId | None) -> None:
        """Move the selected cards, or put the cluster into another."""
        if self._moving is not None:
            self.put_inside(self._moving, cluster)
        elif cards := self._hand.cards:
            self._hand.desk.perform(lambda w: w.wall.move(cards, cluster), done=self._keep(cards))

    def drop(self, cards: Sequence[CardId], target: Target) -> None:
        """Move cards to where they were dropped."""
        if target.kind == "new":
            self.make_cluster("", cards, name_it=True)
            return
        self._hand.desk.perform(
            lambda w: w.wall.move(cards, target.cluster, before=target.before), done=self._keep(cards)
        )

    def step(self, by: int) -> None:
        """Move the selected card, or the cluster whose name has the focus, one place."""
        spot = self._hand.spot
        if self._hand.whole:
            return
        if spot is not None and spot.kind == "cluster" and spot.key is not None:
            self.move_cluster(ClusterId(spot.key), by)
            return
        cards = self._hand.cards
        box = self._hand.wall.surface.box(cards[0]) if len(cards) == 1 else None
        if box is None:
            return
        if not self._hand.wall.surface.view.by_hand:
            announce(self._hand.wall, _("Choose the order by hand to move single cards"))
            return
        region = self._hand.wall.surface.pane_of(Spot("card", cards[0])).layout.regions[box.region]
        order = [each.id for each in region.cards]
        place = order.index(cards[0]) + by
        if 0 <= place < len(order):
            following = place + 1 if by > 0 else place
            before = order[following] if following < len(order) else None
            self._hand.desk.perform(
                lambda w: w.wall.move(cards, region.key, before=before), done=self._keep(cards)
            )

    def put_inside(self, cluster: ClusterId, outer: ClusterId | None) -> None:
        """Put a cluster into another, or let it stand by itself."""
        self._hand.desk.perform(lambda w: w.wall.clusters.put_inside(cluster, outer))

    def _keep(self, cards: Sequence[CardId]) -> Callable[[ChangeSet], None]:
        return lambda _changes: self._hand.wall.select(cards)

    def _move_to_new(self, name: str) -> None:
        self.make_cluster(name, self._hand.cards, name_it=False)

    def make_cluster(
        self, name: str, cards: Sequence[CardId], *, name_it: bool, inside: ClusterId | None = None
    ) -> None:
        """Make a cluster of cards; without a name it gets one to be written over, with `name_it` at once."""
        board = self._hand.board()
        if board is None:
            return
        title = self._hand.desk.text(name or self._first_name())

        def done(changes: ChangeSet) -> None:
            made = next((each.record.id for each in changes.of(Cluster) if each.born), None)
            self._hand.wall.select(cards)
            if made is not None and name_it:
                self._hand.wall.writing.name(ClusterId(made))

        self._hand.desk.perform(
            lambda w: w.wall.make_cluster(board.id, title, cards, inside=inside), done=done
        )

    def cluster_selected(self) -> None:
        """Make a cluster of the selected cards, and name it."""
        if cards := self._hand.cards:
            self.make_cluster("", cards, name_it=True)

    def move_cluster(self, cluster: ClusterId, by: int) -> None:
        """Move a cluster so many places back, or to the front."""
        self._hand.desk.perform(lambda w: w.wall.boards.move_cluster(cluster, by))

    def dissolve(self, cluster: ClusterId) -> None:
        """Delete a cluster; its cards are loose again."""
        self._hand.desk.perform(lambda w: w.wall.dissolve_cluster(cluster))

    def _first_name(self) -> str:
        """Return how a cluster is called before the group names it, in the workshop's language."""
        spoken = self._hand.desk.language if self._hand.desk.language in LANGUAGES else SOURCE_LANGUAGE
        return translations(spoken).gettext(_FIRST_NAME)


def _unmerged(card: CardId, workspace: "Workspace") -> ChangeSet:
    return workspace.wall.unmerge(card)
