"""A text that shows its whole question while it is empty, and its lines as points where it is a list."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.editors import GrowingTextEdit
from ui.widgets.labels import restyle

GUTTER: Final = 15
"""px left of a list's words, for its points."""

_DOT: Final = 2.6
_DENSE: Final = 28
"""px of one line in a box of the diagram, where the box is the frame."""


class _Gutter(QWidget):
    """Paints a point before each line of its text."""

    def __init__(self, text: "PromptText", theme: Theme) -> None:
        super().__init__(text)
        self._text = text
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the points; that of an empty list is quieter."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        empty = self._text.document().isEmpty()
        painter.setBrush(self._theme.colour("line_strong" if empty else "ink_2"))
        for y in self._text.first_lines():
            if -_DOT <= y <= self.height() + _DOT:
                painter.drawEllipse(QPointF(4, y), _DOT, _DOT)
        painter.end()


class PromptText(GrowingTextEdit):
    """Words in a box of the diagram, edited where they stand. With `points` each line is a point.

    Enter saves them, so that the room reads them. It goes on to the next field, or in a list of
    `several` to its next line.
    """

    def __init__(
        self, theme: Theme, *, points: bool = False, several: bool = False, seamless: bool = True
    ) -> None:
        self._gutter: _Gutter | None = None
        super().__init__(theme, lines=(1, 12), enter_leaves=not several)
        self.left.connect(self.focusNextChild)
        self.set_seamless(seamless=seamless)
        if seamless:
            self.least_height = _DENSE
            self.document().setDocumentMargin(2)
            self.setProperty("dense", True)
            restyle(self)
        if points:
            self._gutter = _Gutter(self, theme)
            self.setViewportMargins(GUTTER, 0, 0, 0)
            self.updateRequest.connect(self._follow)
        self.textChanged.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save what a list holds before its next line begins."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.commit()
        super().keyPressEvent(event)

    def set_question(self, question: str) -> None:
        """Ask this while nothing is written; it is never cut."""
        self.setPlaceholderText(question)
        self._fit()

    def first_lines(self) -> list[float]:
        """Return the middle of each point's first line, in px from the viewport's top."""
        block = self.firstVisibleBlock()
        half = QFontMetricsF(self.font()).lineSpacing() / 2
        found = []
        while block.isValid():
            box: QRectF = self.blockBoundingGeometry(block).translated(self.contentOffset())
            found.append(box.top() + half + 0.5)
            if box.top() > self.viewport().height():
                break
            block = block.next()
        return found

    def minimumSizeHint(self) -> QSize:
        """Give way: the box decides how wide its words are."""
        return QSize(60, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the points beside their lines."""
        super().resizeEvent(event)
        if self._gutter is not None:
            view = self.viewport().geometry()
            self._gutter.setGeometry(QRect(view.left() - GUTTER, view.top(), GUTTER, view.height()))

    @Slot()
    def _follow(self) -> None:
        if self._gutter is not None:
            self._gutter.update()

    def lines_needed(self) -> float:
        """Return how many lines the words take, or the whole question while there are none."""
        question = self.placeholderText()
        if not question or not self.document().isEmpty():
            return super().lines_needed()
        metrics = QFontMetricsF(self.font())
        room = max(40.0, self.viewport().width() - 2 * self.document().documentMargin())
        asked = metrics.boundingRect(QRectF(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), question)
        return max(1.0, math.ceil(asked.height() / metrics.lineSpacing() - 0.1))
