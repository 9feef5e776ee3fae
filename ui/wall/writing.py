"""Writing on the wall itself: opens an editor where the thing lies, and keeps it there while one types."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.domain.ids import CardId, ClusterId
from facilitator.i18n import _
from ui.presenters.card_boards import KindItem
from ui.theme.theme import Theme
from ui.wall.camera import CARDS_FROM, Pane
from ui.wall.editors import CardEditor
from ui.wall.index import Area
from ui.wall.layout import PAD
from ui.wall.line_editor import LineEditor
from ui.wall.state import Spot
from ui.widgets.fields import InlineError

if TYPE_CHECKING:
    from ui.wall.wall import CardWall

What = Literal["nothing", "new", "card", "name", "dots"]

_LOWEST: Final = 124
_MOST_COUNTED: Final = 1_000_000


class Writing(QObject):
    """One editor at a time. What is written is handed over; it closes when that is stored."""

    card_written = Signal(str, str)
    """A new card's words and the key of its kind."""

    card_reworded = Signal(object, str)
    cluster_named = Signal(object, str)
    dots_counted = Signal(object, int)

    ended = Signal()
    """Nothing is written any more."""

    typed = Signal()
    """Other words are half typed now."""

    handed_over = Signal()
    """What was half typed is on its way to be stored, or was given up."""

    def __init__(self, theme: Theme, wall: "CardWall") -> None:
        super().__init__(wall)
        self._wall = wall
        self._what: What = "nothing"
        self._spot: Spot | None = None
        self._beside: ClusterId | None = None
        self._kinds: Sequence[KindItem] = ()
        self.card = CardEditor(theme, wall.viewport())
        self.line = LineEditor(wall.viewport())
        self.line.setFont(theme.font("body_strong"))
        self._numbers = QIntValidator(0, _MOST_COUNTED, self)
        self._message = QFrame(wall.viewport())
        self._message.setProperty("box", "panel")
        self.error = InlineError(theme, self.card.words)
        around = QVBoxLayout(self._message)
        around.setContentsMargins(10, 6, 10, 8)
        around.addWidget(self.error)
        self._message.hide()
        self.card.written.connect(self._card_written)
        self.card.closed.connect(self.close)
        self.line.written.connect(self._line_written)
        self.line.closed.connect(self.close)
        self.card.words.textChanged.connect(self.typed)
        self.line.textChanged.connect(lambda _text: self.typed.emit())

    @property
    def half_typed(self) -> str:
        """The words that are neither stored nor handed over; empty for none. Counts are none."""
        if self._what in {"new", "card"}:
            return self.card.half_typed
        return self.line.half_typed if self._what == "name" else ""

    @property
    def spot(self) -> Spot | None:
        """The card or cluster that is written on; None for a new card."""
        return self._spot

    def go_on(self, words: str, kind: str = "note") -> None:
        """Put words that were half typed before into the editor that is open."""
        if self._what in {"new", "card"}:
            self.card.put(words, kind)
        else:
            self.line.setText(words)

    @property
    def what(self) -> What:
        """What is being written."""
        return self._what

    @property
    def beside(self) -> ClusterId | None:
        """The cluster that a new card is written for; None for a loose one."""
        return self._beside

    # Opening

    def new_card(self, kinds: Sequence[KindItem], cluster: ClusterId | None) -> None:
        """Write a new card, in a cluster or among the loose ones; one that is being written goes on."""
        if self._what == "new":
            self.card.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._begin("new", None)
        self._kinds = kinds
        self._beside = cluster
        if self._wall.zoom < CARDS_FROM:
            self._wall.zoom_to(1.0)
        self.card.open_new(kinds)
        self.show_new()

    def reword(self, card: CardId, kinds: Sequence[KindItem]) -> None:
        """Change what a card says."""
        box = self._wall.surface.box(card)
        if box is None:
            return
        self._make_readable(Spot("card", card))
        self._begin("card", Spot("card", card))
        self.card.open_card(box.card.text, kinds, box.card.kind)
        self.place()

    def name(self, cluster: ClusterId) -> None:
        """Change a cluster's name."""
        region = self._wall.surface.board.layout.region_of(cluster)
        if region is None:
            return
        self._make_readable(Spot("cluster", cluster))
        self._begin("name", Spot("cluster", cluster))
        self.line.setValidator(None)  # type: ignore[arg-type]  # Qt allows none
        self.line.open_line(region.title, _("Name of the cluster"))
        self.place()

    def count(self, spot: Spot, typed: str = "") -> None:
        """Count the dots on a card or a cluster."""
        surface = self._wall.surface
        if spot.key is None or surface.area_of(spot) is None:
            return
        self._make_readable(spot)
        dots = 0
        if spot.kind == "card" and (box := surface.box(CardId(spot.key))) is not None:
            dots = box.card.dots or 0
        elif (region := surface.board.layout.region_of(ClusterId(spot.key))) is not None:
            dots = region.cluster.own_dots if region.cluster is not None else 0
        self._begin("dots", spot)
        self.line.setValidator(self._numbers)
        self.line.open_line(str(dots), _("Dots counted"), typed)
        self.place()

    def _begin(self, what: What, spot: Spot | None) -> None:
        if self._what != "nothing":
            self.close()
        self._what, self._spot = what, spot

    def _make_readable(self, spot: Spot) -> None:
        if self._wall.zoom < CARDS_FROM:
            self._wall.zoom_to(1.0)
        self._wall.reveal(spot)

    def show_new(self) -> None:
        """Bring the place of the new card into view: another one was stored before it."""
        pane, place = self._new_place()
        pane.layout.height = max(pane.layout.height, place.y + place.h + PAD)
        pane.reveal(place)
        self._wall.follow_scroll()

    # Ending

    def stored(self) -> None:
        """Follow that what was written is stored."""
        self._say("")
        if self._what in {"new", "card"}:
            self.card.stored()
            if self._what == "new":
                self.show_new()
        elif self._what != "nothing":
            self.line.stored()

    def refuse(self, sentence: str) -> None:
        """Say why what was written is not stored; it can be corrected, even if the editor was closed."""
        if self._what == "nothing":
            self.new_card(self._kinds, self._beside)
        if self._what in {"new", "card"}:
            self.card.refuse()
        else:
            self.line.refuse()
        self._say(sentence)
        self.typed.emit()

    def close(self) -> None:
        """Close the editor; the keyboard is the wall's again."""
        had_focus = (
            self.card.isAncestorOf(focused) if (focused := self._wall.window().focusWidget()) else False
        )
        had_focus = had_focus or self.line.hasFocus()
        self._what, self._spot = "nothing", None
        self._say("")
        self.card.hide()
        self.line.hide()
        if had_focus:
            self._wall.setFocus(Qt.FocusReason.OtherFocusReason)
            self._wall.surface.state.by_key = True
        self._wall.viewport().update()
        self.handed_over.emit()
        self.ended.emit()

    # Placing

    def place(self) -> None:
        """Lie where the thing that is written lies now."""
        editor: QWidget = self.card if self._what in {"new", "card"} else self.line
        rect = self._rect()
        if rect is None:
            return
        editor.setGeometry(rect)
        if self._message.isVisible():
            width = max(260, rect.width())
            self._message.setGeometry(QRect(rect.bottomLeft() + QPoint(0, 4), self._message.size()))
            self._message.resize(width, max(40, self._message.heightForWidth(width)))

    def _rect(self) -> QRect | None:
        surface = self._wall.surface
        if self._what == "new":
            return self._new_rect()
        found = surface.window_rect(self._spot) if self._spot is not None else None
        if found is None or self._spot is None:
            return None
        zoom = surface.pane_of(self._spot).zoom
        if self._what == "card":
            return found.adjusted(-1, -1, 1, max(0.0, _LOWEST - found.height())).toAlignedRect()
        if self._what == "name":
            return QRectF(
                found.x() + PAD * zoom - 10, found.y() + 7, found.width() - 2 * PAD * zoom + 12, 36
            ).toRect()
        middle = found.bottom() - 18 * zoom if self._spot.kind == "card" else found.center().y()
        return QRectF(found.right() - 78, middle - 17, 72, 34).toRect()

    def _new_rect(self) -> QRect:
        """Return the place of a new card: behind the last of its cluster or of the loose ones."""
        pane, place = self._new_place()
        return pane.to_window(place).adjusted(-1, -1, 1, 1).toAlignedRect()

    def _new_place(self) -> tuple[Pane, Area]:
        surface = self._wall.surface
        pane = surface.tray if surface.has_tray and self._beside is None else surface.board
        region = pane.layout.region_of(self._beside) or pane.layout.regions[0]
        place = pane.layout.next_place(region)
        return pane, Area(place.x, place.y, place.w, _LOWEST)

    # Handing over

    def _card_written(self, text: str, kind: str) -> None:
        if self._what == "new":
            self.card_written.emit(text, kind)
        elif self._spot is not None:
            self.card_reworded.emit(self._spot.key, text)
        self.handed_over.emit()

    def _line_written(self, text: str) -> None:
        if self._spot is None:
            return
        if self._what == "name":
            self.cluster_named.emit(self._spot.key, text)
        elif self._what == "dots":
            self.dots_counted.emit(self._spot.key, int(text or 0))
        self.handed_over.emit()

    def _say(self, sentence: str) -> None:
        self.error.say(sentence)
        self._message.setVisible(bool(sentence))
        if sentence:
            self._message.raise_()
            self._message.adjustSize()
            self.place()
