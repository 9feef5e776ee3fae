"""A card wall in the program's look, and boards to lay on it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from facilitator.domain.ids import BoardId, CardId, ClusterId, new_id
from ui.presenters.cards import WallCard, WallCluster, WallView
from ui.wall.wall import CardWall

LOOKS = ("works", "difficulty", "question", "suggestion", "note")


def a_card(text="More breaks", look="suggestion", **fields):
    """A card as the wall shows it."""
    return WallCard(
        id=CardId(new_id()), look=look, kind=look, kind_word=look.capitalize(), text=text, **fields
    )


def cards(count, words="Card {n} says something of some length"):
    """So many cards of all kinds."""
    return tuple(a_card(words.format(n=n), LOOKS[n % 5]) for n in range(count))


def a_cluster(title, *inside, **fields):
    """A cluster with these cards."""
    return WallCluster(id=ClusterId(new_id()), title=title, cards=inside, **fields)


def a_view(loose=(), clusters=(), **fields):
    """A board."""
    return WallView(board=BoardId(new_id()), loose=tuple(loose), clusters=tuple(clusters), **fields)


@pytest.fixture
def wall(qtbot, worn, theme):
    """A wall of 1200 by 760 px that has the keyboard."""
    wall = CardWall(theme)
    wall.resize(1200, 760)
    wall.retranslate()
    qtbot.addWidget(wall)
    with qtbot.waitActive(wall):
        wall.show()
    wall.setFocus()
    return wall


class Mouse:
    """Presses, moves and lets go where cards lie, as a person would."""

    def __init__(self, wall):
        self.wall = wall

    def at(self, card):
        """Return the middle of a card in the window."""
        box = self.wall.surface.box(card.id)
        pane = (
            self.wall.surface.board
            if self.wall.surface.board.layout.box(card.id) is not None
            else self.wall.surface.tray
        )
        return pane.to_window(box).center()

    def press(self, point, modifiers=Qt.KeyboardModifier.NoModifier, button=Qt.MouseButton.LeftButton):
        self._send(QEvent.Type.MouseButtonPress, point, modifiers, button)

    def move(self, point):
        self._send(QEvent.Type.MouseMove, point, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton)

    def release(self, point, modifiers=Qt.KeyboardModifier.NoModifier):
        self._send(QEvent.Type.MouseButtonRelease, point, modifiers, Qt.MouseButton.LeftButton)

    def click(self, point, modifiers=Qt.KeyboardModifier.NoModifier):
        self.press(point, modifiers)
        self.release(point, modifiers)

    def drag(self, start, end):
        self.press(start)
        self.move(start + QPointF(20, 20))
        self.move(end)
        self.release(end)

    def wheel(self, point, turned, modifiers=Qt.KeyboardModifier.NoModifier):
        viewport = self.wall.viewport()
        spot = QPointF(viewport.mapToGlobal(point.toPoint()))
        nothing = Qt.MouseButton.NoButton
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(point, spot, QPoint(), QPoint(0, turned), nothing, modifiers, phase, False)
        QApplication.sendEvent(viewport, event)

    def _send(self, kind, point, modifiers, button):
        viewport = self.wall.viewport()
        spot = QPointF(viewport.mapToGlobal(point.toPoint()))
        event = QMouseEvent(kind, point, spot, button, button, modifiers)
        QApplication.sendEvent(viewport, event)


@pytest.fixture
def mouse(wall):
    return Mouse(wall)
