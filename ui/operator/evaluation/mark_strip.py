"""The marks of one question side by side: a digit chooses one, a click does too."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip

from ui.theme.focus import RING_RADIUS
from ui.theme.theme import Theme

CELL: Final = 34
"""px of one mark; 32 is the least that a finger or a shaky pointer hits."""
_HEIGHT: Final = 32
_LEAVES_OUT: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Minus, Qt.Key.Key_Delete})
_SMILE: Final = (-1.0, 0.0, 1.0)


class MarkStrip(QSlider):
    """One question's mark. A slider to screen readers: its lowest value stands for "not answered"."""

    chosen = Signal(object)
    """A person chose this mark, or None."""

    go = Signal(int)
    """The next question (1) or the one before (-1) is wanted."""

    finished = Signal()
    """Enter: the form is whole."""

    beyond = Signal(str)
    """A digit was typed that is no mark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._marks: tuple[int, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._faces = False
        self._digits = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(RING_RADIUS, theme.radius("control"))

    @property
    def mark(self) -> int | None:
        """The chosen mark; None while the question is not answered."""
        return self.value() if self.value() in self._marks else None

    def set_question(self, name: str, marks: Sequence[int], labels: Sequence[str], *, faces: bool) -> None:
        """Take the marks that can be given, lowest first, with what each means."""
        self.setAccessibleName(name)
        if (tuple(marks), tuple(labels), faces) == (self._marks, self._labels, self._faces):
            return
        self._marks, self._labels, self._faces = tuple(marks), tuple(labels), faces
        self.setRange(self._marks[0] - 1, self._marks[-1])
        self.updateGeometry()
        self.update()

    def show_mark(self, mark: int | None) -> None:
        """Show a mark without telling anybody."""
        self.setValue(self._marks[0] - 1 if mark is None else mark)
        label = "" if mark is None else self._labels[self._marks.index(mark)]
        self.setAccessibleDescription(label)
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the marks."""
        return QSize(CELL * len(self._marks), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut a mark."""
        return self.sizeHint()

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by a digit and lead on; leave out by Space; go back by Backspace."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif event.text().isdigit():
            self._digit(event.text())
        elif key in _LEAVES_OUT:
            self._choose(None, lead=1)
        elif key == Qt.Key.Key_Backspace:
            self._choose(None, lead=0 if self.mark is not None else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.go.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        else:
            event.ignore()

    def _digit(self, digit: str) -> None:
        """Take a digit; on a scale beyond 9 two of them make one mark."""
        wide = bool(self._marks) and self._marks[-1] > 9
        both = self._digits + digit
        number = int(both) if wide and int(both) in self._marks else int(digit)
        if number not in self._marks:
            if number == 0:
                self._choose(None, lead=1)
            else:
                self.beyond.emit(digit)
            return
        self._digits = digit
        self._choose(number, lead=0 if wide else 1)

    def _step(self, step: int) -> None:
        place = (
            self._marks.index(self.mark) if self.mark is not None else (-1 if step > 0 else len(self._marks))
        )
        self._choose(self._marks[min(max(place + step, 0), len(self._marks) - 1)], lead=0)

    def _choose(self, mark: int | None, *, lead: int) -> None:
        self.show_mark(mark)
        self.chosen.emit(mark)
        if lead:
            self._digits = ""
            self.go.emit(lead)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer; once more takes it away."""
        place = self._place(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            mark = self._marks[place]
            self._choose(None if mark == self.mark else mark, lead=0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Do nothing: a mark is chosen by a click, not by pulling."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing more than the press did."""
        event.accept()

    def wheelEvent(self, event: QEvent) -> None:
        """Leave the wheel to the page: scrolling past must not mark."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Say what a mark means."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place(event.pos().x())
            QToolTip.showText(event.globalPos(), self._tip(place), self)
            return True
        return super().event(event)

    def _tip(self, place: int | None) -> str:
        words = "" if place is None else self._labels[place]
        return words.replace("&", "&amp;").replace("<", "&lt;")

    def _place(self, x: float) -> int | None:
        place = int(x // CELL)
        return place if 0 <= place < len(self._marks) else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one box a mark; the chosen one is filled."""
        del event
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, mark in enumerate(self._marks):
                box = QRectF(place * CELL + 1.5, 1.5, CELL - 4, _HEIGHT - 3)
                here = mark == self.mark
                painter.setPen(QPen(theme.colour("primary" if here else "line_strong"), 1))
                painter.setBrush(theme.colour("primary" if here else "surface"))
                painter.drawRoundedRect(box, theme.radius("control"), theme.radius("control"))
                ink = theme.colour("on_primary" if here else "ink")
                if self._faces and place < len(_SMILE):
                    _paint_face(painter, box, _SMILE[place], ink)
                else:
                    painter.setFont(theme.font("body_strong" if here else "body", tabular=True))
                    painter.setPen(ink)
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark))


def _paint_face(painter: QPainter, box: QRectF, smile: float, ink: QColor) -> None:
    """Paint a face whose mouth bends down (-1), runs straight (0) or bends up (1)."""
    middle, radius = box.center(), 10.0
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.7))
    painter.drawEllipse(middle, radius, radius)
    mouth = QRectF(middle.x() - 5, middle.y() - 1 if smile > 0 else middle.y() + 3, 10, 6)
    if smile:
        painter.drawArc(mouth, (200 if smile > 0 else 20) * 16, 140 * 16)
    else:
        painter.drawLine(QPointF(middle.x() - 4, middle.y() + 4), QPointF(middle.x() + 4, middle.y() + 4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for side in (-3.6, 3.6):
        painter.drawEllipse(QPointF(middle.x() + side, middle.y() - 3), 1.3, 1.3)
