"""Cards: the wall of one board, with everything that is done to its cards, its vote and its types."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card, CardKind, Cluster, Vote
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import BoardId, CardId
from facilitator.domain.notes import Photo
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.i18n import _, language
from ui.actions import install_actions, retranslate_actions
from ui.operator.cards.area import WallArea
from ui.operator.cards.authoring import Authoring
from ui.operator.cards.board_bar import ALL, BoardBar
from ui.operator.cards.boards import BoardDeeds
from ui.operator.cards.half_typed import HalfTyped
from ui.operator.cards.hand import Hand
from ui.operator.cards.looking import Looking
from ui.operator.cards.matrix_place import MatrixPlace
from ui.operator.cards.menus import Menus
from ui.operator.cards.outcomes import Outcomes
from ui.operator.cards.panels import Panels
from ui.operator.cards.phase_row import PhaseRow
from ui.operator.cards.photographs import WallPhotos
from ui.operator.cards.sorting import Sorting
from ui.operator.cards.suggesting import FEWEST, Suggesting
from ui.operator.cards.toolbar import Toolbar
from ui.operator.shell.page import Page
from ui.presenters import card_boards
from ui.presenters.cards import Order, WallView, matching, secret
from ui.presenters.wall_reader import WallReader
from ui.runtime.desk import Desk
from ui.theme.keyboard import focus_by_keyboard
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action

if TYPE_CHECKING:
    from ui.presenters.card_boards import KindItem
    from ui.stage.director import StageDirector

_ROWS: Final = (50, 56)
"""Heights of the board's row and of the tools."""
_ROWS_COMPACT: Final = (46, 48)
_SHOWN: Final = (Board, Card, CardKind, Cluster, Organisation, Person, Photo, Session, Vote, WorkItem)


class CardsPage(Page):
    """One board at a time: chosen at the top, laid on the wall, shown to the room with one click."""

    key = "cards"

    def __init__(
        self, theme: Theme, desk: Desk, stage: "StageDirector", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._stage = stage
        self._chosen: BoardId | None = None
        self._whole = False
        self._reader = WallReader()
        self._stale = True
        self._mirrored = False
        self._kinds: list[KindItem] = []
        self.board_bar = BoardBar(theme)
        self.phases = PhaseRow(theme, desk, stage, lambda: self.board)
        self.toolbar = Toolbar(theme)
        self.area = WallArea(theme, self)
        self.wall = self.area.wall
        self.place = MatrixPlace(theme, desk, self.area, self.board_bar)
        self._looking = Looking(self.toolbar, self.wall)
        self.panels = Panels(theme)
        self._show_action = page_action("", self.show_on_stage, icon="projector", kind="primary")
        self._undo_action = page_action("", desk.undo, icon="undo-2", kind="quiet")
        hand = Hand(desk, self.area, lambda: self.board, lambda: self._kinds, self.show_record)
        self._sorting = Sorting(hand)
        self._authoring = Authoring(hand, self._sorting)
        self._outcomes = Outcomes(hand)
        self._boards = BoardDeeds(hand, self.panels)
        self.suggesting = Suggesting(theme, hand, self)
        deeds = (self._sorting, self._authoring, self._outcomes, self._boards)
        self.photos = WallPhotos(theme, self, hand, self.place)
        self.half_typed = HalfTyped(self, hand)
        self._menus = Menus(hand, deeds, self.panels, self._toggle_suggesting, self.photos)
        self._arrange()
        self._keys = self._deeds()
        self._actions = {
            **install_actions(self.wall, self._keys),
            **install_actions(
                self,
                {
                    "item.add": self._new_card,
                    "file.export": self._menus.save_picture,
                    "board.next_phase": self.phases.leading.next,
                    "board.previous_phase": self.phases.leading.back,
                    "board.next_page": self.phases.leading.pages.turn,
                    "board.previous_page": self.phases.leading.pages.turn_back,
                },
            ),
        }
        self._connect()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.board_bar)
        left.addWidget(self.phases)
        left.addWidget(self.toolbar)
        left.addWidget(self.half_typed.offer)
        left.addWidget(self.suggesting.offer)
        left.addWidget(self.place, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panels)
        self.set_compact(compact=self.theme.metrics.compact)

    def _deeds(self) -> dict[str, Callable[[], None]]:
        """Return what the keys and buttons of the wall do, by the action's id."""
        return {
            "wall.merge": self._sorting.merge,
            "wall.move": self._sorting.choose_cluster,
            "wall.type": self._authoring.choose_kind,
            "wall.to_work_plan": self._outcomes.to_work_plan,
            "wall.hide": self._outcomes.hide,
            "wall.preview": self._authoring.read_large,
            "wall.suggest": self._toggle_suggesting,
            "wall.translate": self._boards.about.translate,
            "wall.evidence": self._menus.open_evidence,
            "item.edit": self._authoring.edit,
            "item.delete": self._outcomes.delete,
            "item.move_up": lambda: self._sorting.step(-1),
            "item.move_down": lambda: self._sorting.step(1),
            "item.to_work_plan": self._outcomes.to_work_plan,
        }

    def _connect(self) -> None:
        desk, bar, tools = self._desk, self.board_bar, self.toolbar
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        desk.undo_changed.connect(self._follow_undo)
        bar.board_chosen.connect(
            lambda key: self.show_all() if key == ALL else self.show_board(BoardId(UUID(key)))
        )
        bar.card_wanted.connect(self._new_card)
        bar.vote_toggled.connect(lambda on: self.panels.open("vote" if on else ""))
        bar.more_wanted.connect(self._menus.open_boards)
        bar.question_written.connect(self._ask)
        bar.mode_chosen.connect(self._boards.set_mode)
        tools.order_chosen.connect(self._put_in_order)
        tools.suggest.clicked.connect(self._toggle_suggesting)
        self.suggesting.ended.connect(self._suggested)
        self.suggesting.offer.come_after(self.wall)
        self.area.actions_bar.acted.connect(lambda key: self._keys[key]())
        self.area.actions_bar.more_wanted.connect(self._menus.open_cards)
        self.area.empty.acted.connect(lambda: self.page_wanted.emit("run"))
        self.wall.menu_wanted.connect(self._menus.open_spot)
        self.wall.selection_changed.connect(self._boards.follow)
        self.wall.writing.ended.connect(self._follow_emptiness)
        self.panels.opened.connect(self._panel_opened)
        self._boards.board_added.connect(self._board_added)
        self._stage.mirroring.connect(self._follow_mirroring)
        self.place.turned.connect(self._refresh)
        self.place.card_wanted.connect(self.show_record)

    # What the window asks

    def title(self) -> str:
        """Return the page's name."""
        return _("Card wall")

    def context(self) -> str:
        """Return the session that the board belongs to."""
        if self._whole:
            return _("All cards of the workshop, by session")
        return card_boards.context(self._desk.records, self.board, language())

    def header_actions(self) -> Sequence[QAction]:
        """Return undo, and showing this wall to the room."""
        return (self._undo_action, self._show_action)

    def retranslate(self) -> None:
        """Say everything in the screen's language, the cards too where they are translated."""
        self._undo_action.setText(_("Undo"))
        self.area.empty.set_words(
            _("No cards yet"),
            _("Cards typed in Run or sent from phones land here."),
            _("Open the run console"),
        )
        for part in (self.board_bar, self.toolbar, self.area, self.place, self.panels, self.photos):
            part.retranslate()
        retranslate_actions(self._actions.values())
        self._refresh()

    def activated(self) -> None:
        """Show the board as it is now; keys go to the wall, and where they are is seen."""
        self._refresh()
        focus_by_keyboard(self.place.start())

    def set_compact(self, *, compact: bool) -> None:
        """Take the heights of the window's layout."""
        for row, height in zip(
            (self.board_bar, self.toolbar), _ROWS_COMPACT if compact else _ROWS, strict=True
        ):
            row.setFixedHeight(height)
        self._stale = True
        if self.isVisible():
            self._refresh()

    def regions(self) -> Sequence[QWidget]:
        """Return the board's row, the tools, the wall and the panel that is open."""
        return (self.board_bar, self.toolbar, self.place.start(), self.panels)

    def undo_area(self) -> QRect:
        """Return the wall, beside the zoom, and above the bar of actions while cards are selected."""
        return self.area.free().translated(self.area.mapTo(self, self.area.rect().topLeft()))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was shown."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    # The board

    @property
    def board(self) -> Board | None:
        """The board that is on the wall; None while the cards of all are."""
        return None if self._whole else self._desk.records.get(Board, self._chosen)

    def show_board(self, board: BoardId) -> None:
        """Put a board on the wall."""
        self._chosen, self._whole = board, False
        self._refresh()

    def show_all(self) -> None:
        """Put the cards of all boards on the wall, to be looked through."""
        self._whole = True
        self.suggesting.stop()
        self.panels.open("")
        self._refresh()

    def show_record(self, record: UUID, field: str = "") -> None:
        """Show a card on its board, selected."""
        del field
        card = self._desk.records.get(Card, CardId(record))
        if card is not None:
            self.place.turn(on=False)
            self.toolbar.clear()
            self.show_board(card.board)
            self.wall.select([card.id])
            self.wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_on_stage(self) -> None:
        """Show this wall to the room, or the matrix that stands in its place."""
        if self.board is not None:
            self._stage.show("matrix" if self.place.is_on else "cards", board=self.board.id)

    def _opened(self) -> None:
        self._chosen, self._whole = None, False
        self.toolbar.clear()
        self._refresh()

    def _changed(self, changes: ChangeSet) -> None:
        if not changes.touches(*_SHOWN):
            return
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _board_added(self, board: BoardId) -> None:
        self.show_board(board)
        self.board_bar.question.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board_bar.question.selectAll()

    # Showing

    def _refresh(self) -> None:
        """Read the board and show it everywhere on the page."""
        self._stale = False
        records, workshop, spoken = self._desk.records, self._desk.workshop_id, language()
        if self.board is None and not self._whole:
            self._chosen = card_boards.board_at_first(records, workshop)
        board = self.board
        self._kinds = card_boards.kinds(records, workshop, spoken)
        view = (
            self._reader.read_all(records, workshop, spoken)
            if self._whole
            else self._reader.read(records, board, self._looking.order(records, board), spoken)
        )
        self._show_tools(board, view)
        counting = view.voting is not None and not view.voting.closed
        by_ballot = view.voting is not None and view.voting.method.by_ballot
        self.wall.show_board(secret(view) if counting and (self._mirrored or by_ballot) else view)
        self.wall.set_passing(matching(view, self.toolbar.filter))
        self._follow_emptiness()
        self.area.follow_selection()
        self.suggesting.follow()
        self._boards.follow()
        self.phases.follow()
        self.place.follow(board)
        self.photos.follow()
        self.half_typed.follow()
        self.toolbar.setHidden(self.place.is_on)
        self._show_action.setText(_("Show this matrix") if self.place.is_on else _("Show this wall"))
        self._show_action.setEnabled(board is not None)
        self._follow_undo()
        self.header_changed.emit()

    def _show_tools(self, board: Board | None, view: WallView) -> None:
        records, workshop, spoken = self._desk.records, self._desk.workshop_id, language()
        chosen = ALL if self._whole else str(self._chosen or "")
        self.board_bar.show_boards(card_boards.boards(records, workshop, spoken), chosen)
        locked = card_boards.mode_locked(records, board) if board is not None else ""
        self.board_bar.show_board(
            board.question.best(spoken) if board is not None else "",
            board.mode if board is not None else None,
            locked,
        )
        self.board_bar.show_vote(card_boards.vote_state(records, view))
        self.toolbar.show_kinds(self._kinds, card_boards.kind_counts(view))
        self.toolbar.show_organisations(card_boards.organisations(view, records))
        self.toolbar.show_sessions([(str(e.id), e.title) for e in view.clusters] if view.whole else ())
        self.toolbar.show_suggesting(possible=len(view.loose) >= FEWEST)
        self.toolbar.show_order(self._looking.order(records, board), voted=card_boards.has_dots(view))

    def _toggle_suggesting(self) -> None:
        """Begin to suggest clusters, or leave off."""
        if self._whole:
            return
        if self.suggesting.is_on:
            self.suggesting.stop()
        else:
            self.suggesting.start()

    def _suggested(self) -> None:
        self.wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_emptiness(self) -> None:
        view = self.wall.surface.view
        writing = self.wall.writing.what != "nothing"
        self.area.show_empty(is_empty=not view.count() and not view.clusters and not writing)

    def _follow_undo(self) -> None:
        self._undo_action.setEnabled(bool(self._desk.undo_state.undo))

    def _follow_mirroring(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        self._refresh()

    def _panel_opened(self, key: str) -> None:
        self.board_bar.set_vote_open(is_open=key == "vote")
        self._boards.follow()
        if not key:
            self.wall.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _new_card(self) -> None:
        self.place.turn(on=False)
        self._authoring.new_card()

    def _put_in_order(self, order: Order) -> None:
        self._looking.put_in_order(self._chosen, order)
        self._refresh()

    def _ask(self, words: str) -> None:
        self._boards.ask(words)
        if not words.strip() and self.board is not None:
            self.board_bar.question.set_value(self.board.question.best(language()))
