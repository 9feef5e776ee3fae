"""The undo bar: for eight seconds it says what was just done and takes it back."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.actions import key_hint
from ui.theme.keyboard import OWN_RING
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.keycap import HEIGHT as CAP
from ui.widgets.keycap import keycap_width, paint_keycap
from ui.widgets.labels import ElidedLabel

HEIGHT: Final = 52
WIDEST: Final = 560
MARGIN: Final = 16
_SHADOW: Final = 8


class _UndoButton(QPushButton):
    """Marigold words on ink, followed by the key that does the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(OWN_RING, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Take the width of the words and the key."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        self.setFixedSize(round(14 + words + 14 + keycap_width(self._theme, key_hint("edit.undo")) + 12), 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, key and, by keyboard, the ring."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            ground = QColor(theme.tokens_colour("light", "surface"))
            ground.setAlphaF(0.12)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.hasFocus():
                painter.setPen(theme.tokens_colour("dark", "focus"))
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(theme.colour("now"))
        painter.setFont(theme.font("body_strong"))
        painter.drawText(self.rect().adjusted(14, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        keys = key_hint("edit.undo")
        width = keycap_width(theme, keys)
        cap = QRectF(self.width() - width - 10, (self.height() - CAP) / 2, width, CAP)
        paint_keycap(painter, cap, keys, theme=theme, colour=theme.tokens_colour("dark", "ink_2"))
        painter.end()


class UndoBar(QWidget):
    """One bar at a time, at the foot of the area it is given; pointing at it makes it stay."""

    undo = Signal()
    gone = Signal()

    LASTS: Final = 8000
    """How long the bar stays, in ms."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ElidedLabel(theme, "body", "on_ink")
        self._button = _UndoButton(theme)
        self._button.setFont(theme.font("body_strong"))
        self._button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(18 + _SHADOW, 0, 8 + _SHADOW, _SHADOW)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._time = QTimer(self, singleShot=True, interval=self.LASTS)
        self._time.timeout.connect(self.dismiss)
        self.hide()
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What the bar says was done."""
        return self._words.text()

    @property
    def button(self) -> QPushButton:
        """The button that undoes."""
        return self._button

    def offer(self, sentence: str) -> None:
        """Say what was done and offer for eight seconds to undo it; an older offer gives way."""
        self._words.set_text(sentence)
        self.setAccessibleName(sentence)
        self._time.start()
        self.show()
        self.raise_()
        announce(self, _("{what}. Ctrl+Z undoes it").format(what=sentence))

    def place(self, area: QRect) -> None:
        """Lie at the foot of `area`, in the parent's coordinates."""
        width = min(WIDEST, area.width() - 2 * MARGIN)
        left = area.left() + (area.width() - width) // 2
        top = area.bottom() - MARGIN - HEIGHT
        self.setGeometry(left - _SHADOW, top, width + 2 * _SHADOW, HEIGHT + _SHADOW)

    @Slot()
    def dismiss(self) -> None:
        """Go, unless someone is about to use it."""
        if self.isVisible() and (self.underMouse() or self._button.hasFocus()):
            self._time.start()
            return
        self.withdraw()

    def withdraw(self) -> None:
        """Go at once: what was offered has been undone."""
        self._time.stop()
        self.hide()
        self.gone.emit()

    @Slot()
    def _undo(self) -> None:
        self.withdraw()
        self.undo.emit()

    def retranslate(self) -> None:
        """Say the button's word in the screen's language."""
        self._button.setText(_("Undo"))
        self._button.setAccessibleName(_("Undo"))
        self._button.fit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while pointed at."""
        self._time.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Give eight seconds more."""
        self._time.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ink bar over a soft shadow."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(self.rect()).adjusted(_SHADOW, 0, -_SHADOW, -_SHADOW)
        radius = self._theme.radius("panel")
        for spread in range(_SHADOW, 0, -2):
            painter.setBrush(QColor(0, 0, 0, 12))
            grown = bar.adjusted(-spread / 2, 0, spread / 2, spread)
            painter.drawRoundedRect(grown, radius + spread / 2, radius + spread / 2)
        painter.setBrush(self._theme.tokens_colour("light", "ink"))
        if self._theme.dark:
            painter.setPen(self._theme.colour("line_strong"))
            bar.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(bar, radius, radius)
        painter.end()
