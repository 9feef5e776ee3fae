"""Measures the wall with so many cards in a process of its own, and writes the milliseconds of each frame as JSON.

usage: python -m tests.benchmarks._wall_run CARDS
"""

import gc
import json
import os
import random
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.ids import BoardId, CardId, ClusterId, new_id
from tests.benchmarks.report import timed
from ui.operator.cards.area import WallArea
from ui.presenters.cards import WallCard, WallCluster, WallView
from ui.theme.install import install
from ui.theme.theme import Theme
from ui.wall.camera import STEPS

WIDTH: Final = 1920
HEIGHT: Final = 1080
FRAMES: Final = 120
CLUSTERED: Final = 25
"""Cards in a cluster."""

_LOOKS: Final = ("works", "difficulty", "question", "suggestion", "note")
_WORDS: Final = [
    "comunidad",
    "diálogo",
    "reflexión",
    "compromiso",
    "agua",
    "escuela",
    "niñez",
    "jóvenes",
    "acuerdo",
    "taller",
    "aprendizaje",
    "supuesto",
    "acción",
    "siguiente",
    "pregunta",
    "mañana",
    "equipo",
    "responsable",
    "fecha",
    "decisión",
    "cambio",
    "escucha",
]


def board(count: int) -> WallView:
    """Return a board with so many cards of nine words, most of them in clusters."""
    chance = random.Random(7)
    cards = [
        WallCard(
            id=CardId(new_id()),
            look=(look := _LOOKS[chance.randrange(5)]),
            kind=look,
            kind_word=look,
            text=" ".join(chance.choice(_WORDS) for _ in range(9)),
        )
        for _ in range(count)
    ]
    loose, rest = cards[: min(20, count // 10)], cards[min(20, count // 10) :]
    clusters = tuple(
        WallCluster(
            id=ClusterId(new_id()), title=f"Tema {first}", cards=tuple(rest[first : first + CLUSTERED])
        )
        for first in range(0, len(rest), CLUSTERED)
    )
    return WallView(board=BoardId(new_id()), loose=tuple(loose), clusters=clusters)


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and leave the rest to the widget."""
        del watched
        self.count += event.type() is QEvent.Type.Paint
        return False


class Measured:
    """A wall of a whole screen as the Cards page holds it, and the frames it paints."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        theme = Theme("light")
        self._look = install(application, theme)
        self._window = QWidget()
        self._area = WallArea(theme, self._window)
        self.wall = self._area.wall
        self._area.retranslate()
        self._window.resize(WIDTH, HEIGHT)
        self._area.resize(WIDTH, HEIGHT)
        self._window.show()
        application.processEvents()
        self._paints = Paints(self.wall.viewport())

    def _frame(self) -> None:
        self.wall.viewport().repaint()

    def _settle(self) -> None:
        """Let the wall finish what it put off."""
        self._frame()
        while not self.wall.settled:
            self._application.processEvents()

    def build(self, view: WallView) -> float:
        """Show a board for the first time and paint it."""

        def shown() -> None:
            self.wall.show_board(view)
            self._frame()

        return timed(shown)

    def pan(self) -> list[float]:
        """Move across the wall at its own size, a little each frame; what has to be painted comes by itself."""
        self.wall.zoom_to(1.0)
        self._settle()
        pane = self.wall.surface.board

        moved: list[bool] = []

        def step(number: int) -> None:
            was = pane.scroll_x, pane.scroll_y
            pane.scroll_to(pane.scroll_x + 13, pane.scroll_y + 7)
            if pane.scroll_x >= pane.most_x or pane.scroll_y >= pane.most_y:
                pane.scroll_to(0, pane.most_y * (number % 3) / 4)
            moved.append(was != (pane.scroll_x, pane.scroll_y))
            self.wall.follow_scroll()
            self._application.processEvents()

        before = self._paints.count
        frames = self._frames(step)
        if self._paints.count - before < sum(moved):
            raise AssertionError("a step was not painted")
        return frames

    def fit(self) -> list[float]:
        """Show all of the wall, and let something move in it."""
        self.wall.fit()
        self._settle()
        pane = self.wall.surface.board
        cards = self.wall.surface.cards_in_order()

        def step(number: int) -> None:
            self.wall.surface.state.hover = cards[number * 7 % len(cards)]
            pane.scroll_to(pane.scroll_x + (4 if number % 2 else -4), pane.scroll_y)
            self.wall.follow_scroll()
            self._frame()

        return self._frames(step)

    def zoom(self) -> list[float]:
        """Go through all sizes, in and out."""
        steps = (*STEPS, *reversed(STEPS))

        def step(number: int) -> None:
            self.wall.zoom_to(steps[number % len(steps)])
            self._frame()

        return self._frames(step)

    def drag(self) -> list[float]:
        """Take a card and carry it across the window; what has to be painted comes by itself."""
        self.wall.zoom_to(1.0)
        self._settle()
        surface = self.wall.surface
        middle = surface.board.rect.center() - QPointF(4 * FRAMES / 2, 2 * FRAMES / 2)
        boxes = filter(None, map(surface.board.layout.box, surface.cards_in_order()))
        start = min(
            (surface.board.to_window(box).center() for box in boxes),
            key=lambda at: (at - middle).manhattanLength(),
        )
        self._mouse(QEvent.Type.MouseButtonPress, start)
        self._mouse(QEvent.Type.MouseMove, start + QPointF(20, 20))
        self._application.processEvents()

        def step(number: int) -> None:
            self._mouse(QEvent.Type.MouseMove, start + QPointF(20 + number * 4, 20 + number * 2))
            self._application.processEvents()

        frames = self._frames(step)
        self.wall.gestures.cancel()
        return frames

    def _mouse(self, kind: QEvent.Type, at: QPointF) -> None:
        pressed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind,
            at,
            self.wall.mapToGlobal(at),
            pressed,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self._application.sendEvent(self.wall.viewport(), event)

    def _frames(self, step: Callable[[int], None]) -> list[float]:
        return [timed(partial(step, number)) for number in range(FRAMES)]


def held(process: str | int = "self") -> float:
    """Return the memory that a process holds, in MB: its share of what it has in common with others included.

    Without the pages of program files, whose share depends on who else runs the same program.
    """
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Pss_Anon:", "Pss_Shmem:"))) / 1024


def main() -> None:
    """Measure, and write what was measured on a line."""
    gc.disable()  # as the program does once a workshop is open
    application = QApplication([])
    measured = Measured(application)
    empty = held()
    view = board(int(sys.argv[1]))
    told: dict[str, object] = {"build": measured.build(view)}
    for name in ("pan", "fit", "zoom", "drag"):
        told[name] = getattr(measured, name)()
    told["memory"] = held() - empty
    print(json.dumps(told), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
