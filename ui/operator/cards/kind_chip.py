"""A kind of card as a filter: badge, word and how many there are."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from facilitator.i18n import ngettext
from ui.presenters.card_boards import KindItem
from ui.theme.badges import paint_badge
from ui.theme.theme import Theme

_BADGE: Final = 20
_GAP: Final = 7
_PADDING: Final = 9


class KindChip(QPushButton):
    """Pressed, only cards of its kind (and other pressed kinds) are not dimmed."""

    def __init__(self, theme: Theme, kind: KindItem) -> None:
        super().__init__()
        self._theme = theme
        self._brief = False
        self._count = 0
        self.kind = kind
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kind(self, kind: KindItem, count: int) -> None:
        """Say the kind's word and how many cards there are."""
        self.kind, self._count = kind, count
        said = ngettext("{kind}, {n} card", "{kind}, {n} cards", count).format(kind=kind.word, n=count)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def set_brief(self, *, brief: bool) -> None:
        """Leave out the word: badge and number tell, the tip says the rest."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def full_width(self, *, brief: bool = False) -> float:
        """Return how wide it is with its word, or without."""
        width = 2.0 * _PADDING + _BADGE + _GAP
        if not brief:
            words = self._theme.font("body_strong")
            width += QFontMetricsF(words).horizontalAdvance(self.kind.word) + _GAP + 1
        return width + QFontMetricsF(self._theme.font("body", tabular=True)).horizontalAdvance(
            str(self._count)
        )

    def sizeHint(self) -> QSize:
        """Fit the word and the number."""
        return QSize(round(self.full_width(brief=self._brief) + 0.5), self._theme.metrics.field)

    def minimumSizeHint(self) -> QSize:
        """Never cut a word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground by the style sheet, then badge, word and number."""
        del event
        theme = self._theme
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        solid, glyph = theme.badge(self.kind.look)
        x = float(_PADDING)
        paint_badge(
            painter,
            QRectF(x, (self.height() - _BADGE) / 2, _BADGE, _BADGE),
            self.kind.look,
            solid=solid,
            glyph=glyph,
        )
        x += _BADGE + _GAP
        x = self._words(painter, x) if not self._brief else x
        painter.setPen(theme.colour("primary" if self.isChecked() else "ink_2"))
        painter.setFont(theme.font("body", tabular=True))
        painter.drawText(QRectF(x, 0, 60, self.height()), Qt.AlignmentFlag.AlignVCenter, str(self._count))
        painter.end()

    def _words(self, painter: QPainter, x: float) -> float:
        font = self._theme.font("body_strong")
        width = QFontMetricsF(font).horizontalAdvance(self.kind.word)
        painter.setPen(self._theme.colour("primary" if self.isChecked() else "ink"))
        painter.setFont(font)
        painter.drawText(
            QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.kind.word
        )
        return x + width + 1 + _GAP
