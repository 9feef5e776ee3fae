"""The lists that open at the wall: for selected cards, for a cluster, for boards."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from facilitator.domain.ids import CardId, ClusterId, SessionId
from facilitator.i18n import _, language
from ui.operator.cards.authoring import Authoring
from ui.operator.cards.boards import BoardDeeds
from ui.operator.cards.evidence import EvidenceMenu
from ui.operator.cards.hand import Hand
from ui.operator.cards.outcomes import Outcomes
from ui.operator.cards.panels import Panels
from ui.operator.cards.photographs import WallPhotos
from ui.operator.cards.sorting import Sorting
from ui.presenters import card_boards
from ui.wall.state import Spot
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from ui.operator.cards.picturing import WallPicturing

Deeds = tuple[Sorting, Authoring, Outcomes, BoardDeeds]


class Menus(QObject):
    """Makes a list when it is wanted; it is gone once it closes."""

    def __init__(
        self,
        hand: Hand,
        deeds: tuple[Sorting, Authoring, Outcomes, BoardDeeds],
        panels: Panels,
        suggest: Callable[[], None],
        photos: WallPhotos,
    ) -> None:
        super().__init__(hand.area)
        self._hand = hand
        self.suggest = suggest
        self._photos = photos
        self._sorting, self._authoring, self._outcomes, self._boards = deeds
        self._panels = panels
        self._evidence = EvidenceMenu(hand)
        self._picturing: WallPicturing | None = None

    def open_cards(self, at: QPoint) -> None:
        """Offer what else can be done with the selected cards, above a point of the screen."""
        menu = self._cards_menu()
        menu.ensurePolished()
        menu.popup(at - QPoint(0, menu.sizeHint().height() + 4))

    def open_evidence(self) -> None:
        """Offer the reflections that the selected cards can be evidence of, above the bar of actions."""
        if not self._hand.cards:
            return
        menu = self._menu()
        self._evidence.fill(menu)
        menu.ensurePolished()
        bar = self._hand.area.actions_bar
        menu.popup(bar.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def open_spot(self, spot: Spot | None, at: QPoint) -> None:
        """Offer what can be done with what is under the pointer or the focus."""
        if self._hand.whole:
            if spot is not None and spot.kind == "card" and spot.key is not None:
                menu = self._menu()
                menu.addAction(_("Show on its board"), partial(self._hand.visit, CardId(spot.key)))
                menu.addAction(_("Read large"), self._authoring.read_large)
                menu.popup(at)
            return
        if spot is not None and spot.kind == "cluster" and spot.key is not None:
            self._cluster_menu(ClusterId(spot.key)).popup(at)
        elif spot is not None and spot.kind == "card" and spot.key is not None:
            if CardId(spot.key) not in self._hand.cards:
                self._hand.wall.select([CardId(spot.key)])
            self._cards_menu().popup(at)
        elif self._hand.board() is not None:
            menu = self._menu()
            menu.addAction(_("Add card"), self._authoring.new_card)
            menu.addAction(_("Suggest clusters"), self.suggest)
            menu.addAction(_("New cluster"), partial(self._sorting.make_cluster, "", (), name_it=True))
            menu.popup(at)

    def open_boards(self, at: QPoint) -> None:
        """Offer adding and deleting boards, and the types of card."""
        desk = self._hand.desk
        menu = self._menu()
        adding = menu.addMenu(_("Add a board to"))
        for key, title in card_boards.sessions_for_boards(desk.records, desk.workshop_id, language()):
            adding.addAction(title.replace("&", "&&"), partial(self._add_board, key))
        adding.setEnabled(not adding.isEmpty())
        menu.addAction(_("Types of card"), partial(self._panels.open, "kinds"))
        shown = menu.addAction(_("Photos of this session"), self._photos.toggle)
        shown.setEnabled(self._hand.board() is not None)
        drawn = menu.addAction(_("Save the wall as a picture"), self.save_picture)
        drawn.setEnabled(self._hand.board() is not None)
        menu.addSeparator()
        delete = menu.addAction(_("Delete this board with its cards"), self._boards.delete)
        delete.setEnabled(self._hand.board() is not None)
        menu.popup(at)

    def save_picture(self) -> None:
        """Save the whole wall as a picture."""
        if self._picturing is None:
            from ui.operator.cards.picturing import WallPicturing  # noqa: PLC0415 - when it is wanted

            self._picturing = WallPicturing(self._hand.area, self._hand.desk, self._hand.board)
        self._picturing.begin()

    def _add_board(self, session: SessionId) -> None:
        self._boards.add(session)

    def _cards_menu(self) -> Menu:
        possible = card_boards.possible(self._hand.wall.surface.view, set(self._hand.cards))
        menu = self._menu()
        menu.addAction(_("Edit words"), self._authoring.edit)
        menu.addAction(_("Read large"), self._authoring.read_large)
        menu.addAction(_("All about the card"), partial(self._panels.open, "card"))
        menu.addAction(_("Translate"), self._boards.about.translate)
        menu.addAction(_("Put a photo on it"), self._photos.put_on_card).setEnabled(
            len(self._hand.cards) == 1
        )
        menu.addSeparator()
        menu.addAction(_("New cluster of these"), self._sorting.cluster_selected)
        menu.addAction(_("Move to"), self._sorting.choose_cluster)
        menu.addAction(_("Merge"), self._sorting.merge).setEnabled(possible.merge)
        menu.addAction(_("Separate what was merged"), self._sorting.unmerge).setEnabled(possible.unmerge)
        menu.addSeparator()
        menu.addAction(_("To the work plan"), self._outcomes.to_work_plan)
        menu.addAction(_("Make an agreement"), self._outcomes.to_agreements)
        menu.addAction(_("To the parking lot"), self._outcomes.to_parking_lot)
        self._evidence.fill(menu.addMenu(_("As evidence of a reflection")))
        shown = _("Show on stage") if possible.show_again else _("Hide on stage")
        menu.addAction(shown, self._outcomes.hide)
        menu.addSeparator()
        menu.addAction(_("Delete"), self._outcomes.delete)
        return menu

    def _cluster_menu(self, cluster: ClusterId) -> Menu:
        found = next((each for each in self._hand.wall.surface.view.clusters if each.id == cluster), None)
        inside = found is not None and bool(found.depth)
        menu = self._menu()
        menu.addAction(_("Rename"), partial(self._authoring.open_spot, Spot("cluster", cluster)))
        menu.addAction(_("Move forward"), partial(self._sorting.move_cluster, cluster, -1))
        menu.addAction(_("Move back"), partial(self._sorting.move_cluster, cluster, 1))
        menu.addAction(_("Select its cards"), partial(self._select_all, cluster))
        menu.addSeparator()
        menu.addAction(
            _("New cluster inside it"),
            partial(self._sorting.make_cluster, "", (), name_it=True, inside=cluster),
        )
        menu.addAction(_("Put into another cluster"), partial(self._put_inside, cluster))
        if inside:
            menu.addAction(_("Take out of its cluster"), partial(self._sorting.put_inside, cluster, None))
        menu.addSeparator()
        dissolve = (
            _("Dissolve into the cluster around it") if inside else _("Dissolve; its cards become loose")
        )
        menu.addAction(dissolve, partial(self._sorting.dissolve, cluster))
        return menu

    def _put_inside(self, cluster: ClusterId) -> None:
        self._hand.wall.be_at(Spot("cluster", cluster))
        self._sorting.choose_cluster()

    def _select_all(self, cluster: ClusterId) -> None:
        found = next((each for each in self._hand.wall.surface.view.clusters if each.id == cluster), None)
        if found is not None:
            self._hand.wall.select(card.id for card in found.cards)

    def _menu(self) -> Menu:
        menu = Menu(self._hand.area)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
