"""Composes a view once for each shape of surface, and paints it at any size.

The projector and the operator's preview are painted by this one class: they cannot differ.
"""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QTransform

from facilitator.domain.stage import (
    AgendaView,
    AgreementsView,
    BlankView,
    BreakView,
    CardsView,
    MatrixView,
    QuestionView,
    ReflectionView,
    StageFrame,
    StageTimer,
    StageView,
    WorkPlanView,
)
from ui.stage import agenda, agreements, breaks, cards, matrix, question, reflection, work_plan
from ui.stage.items import Item
from ui.stage.sheet import HEIGHT, Live, Scene

_KEPT: Final = 12
_FIGURE: Final = re.compile(r"\d")


class StagePainter:
    """Paints stage views, remembering how the last ones were laid out."""

    def __init__(self) -> None:
        self._scenes: deque[tuple[StageView, float, Scene]] = deque(maxlen=_KEPT)
        self._latest: tuple[StageView, float, Scene] | None = None

    def scene(self, view: StageView, width: float) -> Scene:
        """Return the composed view for a picture `width` stage px wide; a tick of the clock reuses it."""
        if self._latest is not None and self._latest[0] is view and self._latest[1] == width:
            return self._latest[2]  # asked for several times a frame: a long wall is not compared each time
        wanted = still(view)
        # Looked for by comparing, which ends at the first word that differs: a hash would read every card.
        known = next((each for each in self._scenes if each[1] == width and each[0] == wanted), None)
        scene = known[2] if known is not None else composed(wanted, width)
        kept = [each for each in self._scenes if each[1] != width or not _same_wall(each[0], wanted)]
        self._scenes = deque([(wanted, width, scene), *kept], _KEPT)
        self._latest = (view, width, scene)
        return scene

    def paint(self, painter: QPainter, surface: QRectF, view: StageView, width: float, page: int = 0) -> None:
        """Paint one page of the view into `surface`, whole: ground, words and live parts."""
        scene = self.scene(view, width)
        painter.fillRect(surface, scene.ground)
        painter.save()
        painter.setTransform(placed(surface, scene.width), combine=True)
        self.paint_still(painter, scene, page)
        self.paint_live(painter, scene, view.frame)
        painter.restore()

    @staticmethod
    def paint_still(painter: QPainter, scene: Scene, page: int) -> None:
        """Paint what does not change while the view stays, in stage px."""
        StagePainter.paint_items(painter, scene.pages[min(page, len(scene.pages) - 1)])

    @staticmethod
    def paint_items(painter: QPainter, items: Iterable[Item]) -> None:
        """Paint shapes one over the other, in stage px."""
        painter.setRenderHints(_HINTS)
        for item in items:
            item.paint(painter)

    @staticmethod
    def paint_live(painter: QPainter, scene: Scene, frame: StageFrame) -> None:
        """Paint timer, fuse and clock, in stage px."""
        painter.setRenderHints(_HINTS)
        for live in scene.live:
            live.paint(painter, frame)


def _same_wall(one: StageView, other: StageView) -> bool:
    """Whether two are one view, or one wall before and after a card came: it is not looked for again."""
    if isinstance(one, CardsView) and isinstance(other, CardsView):
        return (one.frame, one.question) == (other.frame, other.question)
    return one == other


_HINTS: Final = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)


def composed(view: StageView, width: float) -> Scene:  # noqa: PLR0911 - one return for each of the nine views
    """Compose a view for a picture `width` stage px wide."""
    match view:
        case AgendaView():
            return agenda.compose(view, width)
        case QuestionView():
            return question.compose(view, width)
        case CardsView():
            return cards.compose(view, width)
        case MatrixView():
            return matrix.compose(view, width)
        case ReflectionView():
            return reflection.compose(view, width)
        case WorkPlanView():
            return work_plan.compose(view, width)
        case AgreementsView():
            return agreements.compose(view, width)
        case BreakView():
            return breaks.compose_break(view, width)
        case BlankView():
            return breaks.compose_blank(view, width)


def still(view: StageView) -> StageView:
    """Return the view with the clock taken out but its shape left: equal for any two ticks.

    Figures become zeros, so the layout is made anew only when "10:00" loses a digit.
    """
    frame = view.frame
    timer = frame.timer
    if timer:
        shape = StageTimer(_zeros(timer.text), "running", 0.0, _zeros(timer.ends))
        timer = replace(shape, phase="paused") if timer.phase == "paused" else shape
    turn = frame.turn
    if turn:
        turn = replace(turn, text=_zeros(turn.text), phase="paused" if turn.phase == "paused" else "running")
    return replace(view, frame=replace(frame, timer=timer, clock=_zeros(frame.clock), turn=turn))


def _zeros(text: str) -> str:
    return _FIGURE.sub("0", text)


def placed(surface: QRectF, width: float) -> QTransform:
    """Return the transform from stage px into the middle of `surface`, as large as it goes."""
    scale = min(surface.width() / width, surface.height() / HEIGHT)
    x = surface.left() + (surface.width() - width * scale) / 2
    y = surface.top() + (surface.height() - HEIGHT * scale) / 2
    return QTransform(scale, 0, 0, scale, x, y)


def area(live: Live, surface: QSizeF, width: float) -> QRectF:
    """Return where a live part stands on a surface of this size, in the surface's own px."""
    transform = placed(QRectF(QPointF(0, 0), surface), width)
    return transform.mapRect(live.rect)
