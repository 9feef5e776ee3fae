"""What is half typed on the Cards page survives a crash as in the capture bar: kept, and offered again.

Two places can hold half typed words at a time, and each keeps its own: the editor on the wall, and the
field beside it that has the keyboard.
"""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Slot

from facilitator.domain.ids import BoardId, CardId, ClusterId
from facilitator.i18n import _
from ui.operator.cards.hand import Hand
from ui.operator.run.drafts import DraftKeeper, Left
from ui.operator.run.offer import Offer, quoted
from ui.presenters.half_typed import Field, Place, in_its_place, read, still_half_typed, written
from ui.wall.state import Spot

if TYPE_CHECKING:
    from uuid import UUID

    from ui.operator.pages.cards import CardsPage
    from ui.widgets.editors import Editor

Found = tuple[DraftKeeper, Left]
"""Words that were left half typed, and who keeps them."""


class HalfTyped(QObject):
    """Follows every key on the page; offers, one after the other, what a crash left."""

    def __init__(self, page: "CardsPage", hand: Hand) -> None:
        super().__init__(page)
        self._page = page
        self._hand = hand
        self._writing = hand.wall.writing
        self.offer = Offer(page.theme)
        self.on_wall = DraftKeeper(hand.desk, self._about_wall, self, "cards.wall")
        self.in_field = DraftKeeper(hand.desk, self._about_field, self, "cards.field")
        self._waiting: list[Found] = []
        self._taken: Found | None = None
        panels = page.panels
        self._fields: dict[Field, Editor] = {
            "text": panels.card.words,
            "translation": panels.card.translation,
            "clarification": panels.card.clarification,
            "question": page.board_bar.question,
            "conclusion": panels.vote.conclusion,
        }
        self._field: Field = "text"
        self._writing.typed.connect(self._wall_typed)
        self._writing.handed_over.connect(partial(self._settle, self.on_wall))
        for name, field in self._fields.items():
            field.textChanged.connect(partial(self._field_typed, name))
            field.committed.connect(partial(self._settle, self.in_field))
        hand.desk.leaving.connect(self._put_away)
        hand.desk.opened.connect(self._read)
        if hand.desk.ready:
            self._read()

    # Keeping

    def _wall_typed(self) -> None:
        self.on_wall.typed(self._writing.half_typed)

    def _field_typed(self, name: Field, *_text: str) -> None:
        """Follow a key; words that come from elsewhere into a field without the keyboard are no typing."""
        field = self._fields[name]
        if field.hasFocus():
            self._field = name
            if field.is_typed:
                self.in_field.typed(field.typed())
            else:
                self._settle(self.in_field)

    def _settle(self, keeper: DraftKeeper, *_text: str) -> None:
        """Forget at once what is on its way to be stored, or given up: nothing of it is to be offered."""
        keeper.typed("")
        keeper.stored()
        if keeper is self.on_wall:
            self._wall_typed()  # what was typed since

    @Slot()
    def _put_away(self) -> None:
        """Keep what is half typed for when its workshop is opened again; the wall is free for another's."""
        for keeper in (self.on_wall, self.in_field):
            keeper.let_go()
        self._writing.close()

    def _about_wall(self) -> str:
        board, spot = self._hand.board(), self._writing.spot
        key = None if board is None else board.id
        if spot is not None:
            return written(Place("card" if spot.kind == "card" else "name", spot.key, key))
        kind = self._writing.card.kind.key
        return written(Place("new", None, key, self._writing.beside, kind))

    def _about_field(self) -> str:
        board, cards = self._hand.board(), self._hand.cards
        key = None if board is None else board.id
        if self._field in {"question", "conclusion"}:
            return written(Place(self._field, key, key))
        tongue = self._page.panels.card.other if self._field == "translation" else ""
        return written(Place(self._field, cards[0] if cards else None, key, tongue=tongue))

    # Offering

    def _read(self) -> None:
        self.offer.withdraw()
        self._taken = None
        keepers = (self.on_wall, self.in_field)
        self._waiting = [(each, left) for each in keepers for left in each.found(still_half_typed)]
        self.follow()

    def follow(self) -> None:
        """Offer what waits as soon as there is a board on which one can go on with it."""
        if not self._waiting or self._taken or self.offer.is_open or self._hand.board() is None:
            return
        found = self._waiting[0]
        _keeper, left = found
        place = read(left.about)
        gone = place.field != "new" and in_its_place(place, self._hand.desk.records).field == "new"
        sentence = (
            _("You were typing: “{text}”. What it was for is gone; it can be a new card.")
            if gone
            else _("You were typing: “{text}”")
        )
        self.offer.ask(
            sentence.format(text=quoted(left.words)),
            (_("Keep"), _("Discard")),
            partial(self._leave_first, found),
            partial(self._decided, found),
        )

    def _decided(self, found: Found) -> None:
        keeper, left = found
        keeper.forget(left)
        self._waiting.remove(found)
        self.follow()

    def _leave_first(self, found: Found) -> None:
        """Let what is typed just now be stored, as by a click elsewhere, before something else is opened."""
        self._taken = found
        self._page.place.turn(on=False)
        self._hand.wall.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hand.desk.ask(lambda _workspace: None, lambda _nothing: self._take_up(found))

    def _take_up(self, found: Found) -> None:
        _keeper, left = found
        if self._taken is not found:
            return  # another workshop lies on the desk meanwhile
        place = in_its_place(read(left.about), self._hand.desk.records)
        if self._writing.half_typed and place.field != "new":
            self._taken = None
            self.follow()  # it was refused: that is mended first
            return
        if place.board is not None:
            self._page.show_board(BoardId(place.board))
        self._open(place, left.words)
        self._taken = None
        for keeper in (self.on_wall, self.in_field):
            keeper.keep()  # before it is forgotten where it was
        self._decided(found)

    def _open(self, place: Place, words: str) -> None:
        """Open the editor or the field that a place means, and put the words there."""
        page, key = self._page, cast("UUID", place.record)
        match place.field:
            case "new":
                page.area.show_empty(is_empty=False)
                cluster = None if place.cluster is None else ClusterId(place.cluster)
                self._writing.new_card(self._hand.kinds(), cluster)
                self._writing.go_on(words, self._kind(place.kind))
                return
            case "name":
                page.wall.be_at(Spot("cluster", ClusterId(key)))
                self._writing.name(ClusterId(key))
                self._writing.go_on(words)
                return
            case "card":
                page.show_record(CardId(key))
                self._writing.reword(CardId(key), self._hand.kinds())
                self._writing.go_on(words)
                return
            case "question":
                pass
            case "conclusion":
                page.panels.open("vote")
            case _:
                page.show_record(CardId(key))
                page.panels.open("card")
                if place.tongue:
                    page.panels.card.show_tongue(place.tongue)
        self._fill(place.field, words)

    def _fill(self, name: Field, words: str) -> None:
        from PySide6.QtWidgets import QLineEdit  # noqa: PLC0415 - hardly ever is there something

        field, self._field = self._fields[name], name
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.setText(words)
        else:
            field.setPlainText(words)
        self.in_field.typed(words)  # also in a window that has not the keyboard

    def _kind(self, key: str) -> str:
        return key if any(each.key == key for each in self._hand.kinds()) else "note"
