"""A part of a page that opens under its name: one line while closed, everything while open."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

HEIGHT = 40


class _Head(QAbstractButton):
    """The name with its sign, and at the right what is inside in a few words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.summary = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Take the width that there is."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, summary and sign."""
        del event
        theme = self._theme
        painter = QPainter(self)
        ink = theme.colour("ink" if self.isEnabled() else "ink_3")
        sign = "chevron-up" if self.isChecked() else "chevron-down"
        paint_icon(painter, QRectF(0, 0, 18, self.height()), sign, ink)
        font = theme.font("body_strong")
        painter.setFont(font)
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(26, 0, self.width() - 26, self.height()), middle, self.text())
        start = 26 + QFontMetricsF(font).horizontalAdvance(self.text()) + 16
        if self.summary and not self.isChecked():
            painter.setFont(theme.font("meta"))
            painter.setPen(theme.colour("ink_3"))
            room = QRectF(start, 1, self.width() - start, self.height())
            words = QFontMetricsF(painter.font()).elidedText(
                self.summary, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, middle, words)
        painter.end()


class Disclosure(QWidget):
    """A named part with a `body`. People open and close it; `open_` opens it for them."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.head = _Head(theme)
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(0, 2, 0, 14)
        self.body.setSpacing(12)
        self.inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.inside)
        self.head.toggled.connect(self._toggled)

    @property
    def is_open(self) -> bool:
        """Whether all of it is shown."""
        return self.head.isChecked()

    def open_(self, *, on: bool = True) -> None:
        """Open it, or close it."""
        self.head.setChecked(on)

    def set_words(self, name: str, summary: str = "") -> None:
        """Name the part and say in a few words what is inside."""
        self.head.setText(name)
        self.head.summary = " ".join(summary.split())
        self._describe()
        self.head.update()

    def _describe(self) -> None:
        name = self.head.text()
        state = _("{part}, open") if self.is_open else _("{part}, closed")
        self.head.setAccessibleName(state.format(part=name))
        self.head.setAccessibleDescription(self.head.summary)
        self.setAccessibleName(name)

    def _toggled(self, on: bool) -> None:
        self.inside.setVisible(on)
        self._describe()
        self.toggled.emit(on)
