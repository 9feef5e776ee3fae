"""Tells screen readers of the painted cards: the wall is a list, each card an item with all it says.

Qt asks for these objects by itself and does not keep them; the wall keeps the references.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from facilitator.domain.ids import CardId
from ui.presenters.cards import spoken, spoken_cluster
from ui.wall.state import Spot
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from ui.wall.wall import CardWall

_KEPT: Final[dict[int, "WallInterface"]] = {}
_INSTALLED: Final[list[bool]] = []


class CardInterface(QAccessibleInterface):
    """One card of the wall."""

    def __init__(self, wall: "CardWall", card: CardId) -> None:
        super().__init__()
        self._wall = wall
        self.card = card

    def isValid(self) -> bool:
        """Whether the card is still on the wall."""
        return self._wall.surface.box(self.card) is not None

    def object(self) -> QObject | None:  # type: ignore[override]  # a painted card has no object
        """Return nothing: the card is painted."""
        return None

    def window(self) -> QWindow:
        """Return the window that the wall is in."""
        return self._wall.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return the wall."""
        return QAccessible.queryAccessibleInterface(self._wall)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        """Return nothing: a card has no parts."""
        del index
        return None

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return -1."""
        del child
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        """Return nothing."""
        del x, y
        return None

    def role(self) -> QAccessible.Role:
        """Return that it is one of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is selected, has the focus, is seen."""
        state = QAccessible.State()
        surface = self._wall.surface
        state.selectable = state.focusable = 1
        state.selected = self.card in surface.state.selected
        state.focused = surface.state.current == Spot("card", self.card)
        state.offscreen = not self._seen()
        return state

    def _seen(self) -> bool:
        rect = self._wall.surface.window_rect(Spot("card", self.card))
        return rect is not None and rect.intersects(self._wall.viewport().rect().toRectF())

    def text(self, kind: QAccessible.Text) -> str:
        """Return what is said of the card."""
        surface = self._wall.surface
        box = surface.box(self.card)
        if kind != QAccessible.Text.Name or box is None:
            return ""
        title = next(
            (each.path for each in surface.view.clusters if each.id == surface.cluster_of(self.card)), ""
        )
        return spoken(box.card, title)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: words are changed in the editor."""

    def rect(self) -> QRect:
        """Return where the card is on the screen."""
        found = self._wall.surface.window_rect(Spot("card", self.card))
        if found is None:
            return QRect()
        place = found.toAlignedRect()
        return QRect(self._wall.viewport().mapToGlobal(place.topLeft()), place.size())


class WallInterface(QAccessibleWidget):
    """The wall: a list of its cards in reading order."""

    def __init__(self, wall: "CardWall") -> None:
        super().__init__(wall, QAccessible.Role.List, "")
        self._wall = wall
        self._order: list[CardId] = []
        self._cards: dict[CardId, CardInterface] = {}
        self.refresh()

    def refresh(self) -> None:
        """Follow another layout; the interfaces of cards that stay are kept."""
        self._order = self._wall.surface.cards_in_order()
        here = set(self._order)
        for gone in [card for card in self._cards if card not in here]:
            del self._cards[gone]

    def text(self, kind: QAccessible.Text) -> str:
        """Return what the wall is called."""
        return self._wall.accessibleName() if kind == QAccessible.Text.Name else ""

    def childCount(self) -> int:
        """Return how many cards there are."""
        return len(self._order)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        """Return the card at a place of the reading order."""
        if not 0 <= index < len(self._order):
            return None
        card = self._order[index]
        if card not in self._cards:
            self._cards[card] = CardInterface(self._wall, card)
        return self._cards[card]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return a card's place in the reading order."""
        return self._order.index(child.card) if isinstance(child, CardInterface) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        """Return the card at a point of the screen."""
        point = self._wall.viewport().mapFromGlobal(QRect(x, y, 1, 1).topLeft())
        box = self._wall.surface.box_at(point.toPointF())
        return None if box is None else self.child(self._order.index(box.card.id))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        """Return the card that has the focus."""
        current = self._wall.surface.state.current
        if current is None or current.kind != "card" or current.key not in self._order:
            return None
        return self.child(self._order.index(CardId(current.key)))


def install() -> None:
    """Have Qt ask here for the interface of a card wall; once for the program."""
    if not _INSTALLED:
        _INSTALLED.append(True)
        QAccessible.installFactory(_make)


def _make(name: str, thing: QObject) -> QAccessibleInterface | None:
    from ui.wall.wall import CardWall  # noqa: PLC0415 - the wall imports this module

    del name
    if not isinstance(thing, CardWall):
        return None
    found = _KEPT[id(thing)] = WallInterface(thing)
    return found


def forget(wall_id: int) -> None:
    """Let go of a wall that is gone."""
    _KEPT.pop(wall_id, None)


def refresh(wall: "CardWall") -> None:
    """Follow another layout of a wall that somebody asked about."""
    if (known := _KEPT.get(id(wall))) is not None:
        known.refresh()


def tell_focus(wall: "CardWall") -> None:
    """Tell that the keyboard is on another card now, or on a cluster's name, which is no item of the list."""
    known = _KEPT.get(id(wall))
    current = wall.surface.state.current
    if current is not None and current.kind == "cluster":
        found = next((each for each in wall.surface.view.clusters if each.id == current.key), None)
        if found is not None and wall.surface.state.focused:
            announce(wall, spoken_cluster(found))
        return
    if known is None or current is None or current.kind != "card" or not QAccessible.isActive():
        return
    event = QAccessibleEvent(wall, QAccessible.Event.Focus)
    event.setChild(wall.surface.cards_in_order().index(CardId(current.key)))  # type: ignore[arg-type]  # a card has a key
    QAccessible.updateAccessibility(event)
