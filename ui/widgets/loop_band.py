"""A band of loops on one thread, over columns of one width: a cycle's workshops, a prototype's rounds."""

from abc import abstractmethod
from collections.abc import Sequence
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.focus import RING_RADIUS
from ui.theme.theme import Theme
from ui.theme.thread import LIFT, REACH, append_loop, dotted_pen, loop_fill, solid_pen


class BandLoop(Protocol):
    """What a band needs to know of a loop."""

    @property
    def title(self) -> str:
        """The words of its tip."""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""

    @property
    def state(self) -> str:
        """Whether it is "done", "now" or "coming"."""


L = TypeVar("L", bound=BandLoop)


class LoopButton(QAbstractButton):
    """Lies over a loop: a click, Enter or Space opens it; arrows go along the thread."""

    along = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next loop with the arrows; open with Enter as with Space."""
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.along.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the painting to the band below."""


class LoopBand(QWidget, Generic[L]):
    """Paints the thread: solid as far as something is done or now, dotted behind. Words are a page's own."""

    chosen = Signal(object)
    """Key of the loop that a person chose, as `key_of` has it."""

    pen = 5.0
    """Width of the thread in px."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.loops: tuple[L, ...] = ()
        self.buttons: list[LoopButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.metrics_changed.connect(self.follow_metrics)
        self.follow_metrics()

    # What a kind of band decides

    @abstractmethod
    def key_of(self, loop: L) -> object:
        """Return the key that is told when a loop is chosen."""

    @abstractmethod
    def spot(self, place: int) -> tuple[float, float, float]:
        """Return where a loop's thread is below its middle, and its radius, in px."""

    @abstractmethod
    def ends(self) -> tuple[float, float]:
        """Return where the thread begins and where it ends, in px."""

    @abstractmethod
    def fill(self, loop: L) -> str:
        """Return the colour inside a loop."""

    @abstractmethod
    def paint_words(self, painter: QPainter, place: int, loop: L) -> None:
        """Paint what stands in a loop and below it."""

    @abstractmethod
    def follow_metrics(self) -> None:
        """Take the height of the window's layout."""

    # What all of them do

    def show_loops(self, loops: Sequence[L]) -> None:
        """Show these loops; the focus stays on the one at the same place."""
        self.loops = tuple(loops)
        while len(self.buttons) > len(self.loops):
            gone = self.buttons.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.buttons) < len(self.loops):
            self._add_button(len(self.buttons))
        for loop, button in zip(self.loops, self.buttons, strict=True):
            button.setAccessibleName(loop.spoken)
            button.setToolTip(loop.title)
        self.place_buttons()
        self.update()

    def _add_button(self, place: int) -> None:
        button = LoopButton(self)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(self.key_of(self.loops[place])))
        button.along.connect(lambda step: self._go(place + step))
        button.show()
        self.buttons.append(button)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def focused(self) -> L | None:
        """Return the loop on which the keyboard is."""
        found = (loop for loop, button in zip(self.loops, self.buttons, strict=True) if button.hasFocus())
        return next(found, None)

    def place_buttons(self) -> None:
        """Lay the buttons over the loops."""
        for place, button in enumerate(self.buttons):
            x, base, r = self.spot(place)
            top = base - (LIFT + 1) * r
            button.setGeometry(QRect(round(x - r), round(top), round(2 * r), round(2 * r)))
            button.setProperty(RING_RADIUS, r)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons over the loops."""
        super().resizeEvent(event)
        self.place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fills, thread and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, loop in enumerate(self.loops):
            painter.fillPath(loop_fill(*self.spot(place)), self.theme.colour(self.fill(loop)))
        self._paint_thread(painter)
        for place, loop in enumerate(self.loops):
            self.paint_words(painter, place, loop)
        painter.end()

    def _paint_thread(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start, last = self.ends()
        for coming, part in groupby(range(len(self.loops)), lambda each: self.loops[each].state == "coming"):
            places = list(part)
            path = QPainterPath(QPointF(start, self.spot(places[0])[1]))
            for place in places:
                append_loop(path, *self.spot(place))
            x, base, r = self.spot(places[-1])
            end = last if places[-1] == len(self.loops) - 1 else x + REACH * r + 26
            path.lineTo(end, base)
            if coming:
                painter.setPen(dotted_pen(self.theme.colour("line_strong"), self.pen))
            else:
                painter.setPen(solid_pen(self.theme.colour("primary"), self.pen))
            painter.drawPath(path)
            start = end + 12
