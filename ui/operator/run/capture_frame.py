"""The frame of the capture bar: three parts in one, the brightest thing on the page."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.operator.run.capture_text import CaptureText
from ui.operator.run.capture_who import WhoField
from ui.presenters.capture import TARGET_ICONS, Choice, Target
from ui.theme.badges import paint_badge
from ui.theme.focus import OWN_RING
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.menu import Menu

HALO: Final = 4
"""Room in px around the frame for the halo of its focus."""
_HEIGHT: Final = 56
_SIDE: Final = 24


class TypeBlock(QAbstractButton):
    """What is being written, on its paper: badge and word. Pressing it lists the others."""

    chosen = Signal(object)
    """A person chose another Choice from the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._choice = Choice()
        self._choices: Sequence[Choice] = ()
        self._menu = Menu(self)
        self.clicked.connect(self._list)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty(OWN_RING, True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these in the list."""
        self._choices = choices

    @Slot()
    def _list(self) -> None:
        self._menu.clear()
        for choice in self._choices:
            action = self._menu.addAction(choice.label.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, choice=choice: self.chosen.emit(choice))
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def show_choice(self, choice: Choice) -> None:
        """Show what is being written."""
        self._choice = choice
        self.setAccessibleName(_("Type: {kind}").format(kind=choice.label))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit badge and word."""
        font = self._theme.font("body", weight=700)
        words = QFontMetricsF(font).horizontalAdvance(self._choice.label)
        return QSize(round(12 + _SIDE + 9 + words + 13), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, badge and word; the frame gives the corners."""
        del event
        theme, choice = self._theme, self._choice
        card = choice.target is Target.CARD
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look = theme.card(choice.look)
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 8, 0), 5, 5)
            painter.fillPath(path, look.paper if card else theme.colour("sunken"))
            place = QRectF(12, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
            if card:
                solid, glyph = theme.badge(choice.look, on_card=True)
                paint_badge(painter, place, choice.look, solid=solid, glyph=glyph)
            else:
                paint_icon(painter, place, TARGET_ICONS[choice.target], theme.colour("ink"))
            painter.setPen(look.ink if card else theme.colour("ink"))
            painter.setFont(theme.font("body", weight=700))
            words = QRectF(12 + _SIDE + 9, 0, self.width(), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, choice.label)


class CaptureFrame(QWidget):
    """Type block, text and who field in one frame with one focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wrong = False
        self.block = TypeBlock(theme)
        self.text = CaptureText(theme)
        self.who = WhoField(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(HALO + 2, HALO + 2, HALO + 2, HALO + 2)
        row.setSpacing(0)
        row.addWidget(self.block)
        row.addSpacing(14)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        row.addWidget(self.who)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.text.grown.connect(self._fit)
        for part in (self.text, self.who.line):
            part.installEventFilter(self)
        self._fit()

    def set_wrong(self, wrong: bool) -> None:
        """Show that what stands here could not be stored."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.update()

    def has_focus(self) -> bool:
        """Whether typing goes into one of the parts."""
        return self.text.hasFocus() or self.who.line.hasFocus()

    def _fit(self) -> None:
        lines = self.text.minimumHeight()
        self.setFixedHeight(max(_HEIGHT, lines + 24) + 2 * HALO)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the frame when the focus comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, edge, the rule before the who field, and ring and halo of the focus."""
        del event
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)
            focused = self.has_focus()
            if focused:
                halo = QColor(theme.colour("focus"))
                halo.setAlphaF(0.22)
                painter.setPen(QPen(halo, 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(frame.adjusted(-1.5, -1.5, 1.5, 1.5), 8, 8)
            colour = theme.colour("over" if self._wrong else "focus" if focused else "line_strong")
            width = 2.0 if focused or self._wrong else 1.0
            painter.setPen(QPen(colour, width))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(frame.adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6)
            x = self.who.x()
            painter.fillRect(QRectF(x, frame.top() + 2, 1, frame.height() - 4), theme.colour("line"))


def lay_out_at_once(widget: QWidget) -> None:
    """Move all that stands around a widget in one step: level by level, Qt would paint again and again."""
    part: QWidget | None = widget
    while part is not None and not part.isWindow():
        if (layout := part.layout()) is not None:
            layout.activate()
        part = part.parentWidget()
