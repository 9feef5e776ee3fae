"""The kinds of card below the capture bar, each with its key; and the three places that are no cards."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.actions import key_text
from ui.presenters.capture import TARGET_ICONS, Choice, Target
from ui.theme.badges import paint_badge
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.keycap import KeyCap

_HEIGHT: Final = 32
_SIDE: Final = 20
_PAD: Final = 6
_SPACE: Final = 1
_TIGHT_PAD: Final = 4
_WORDED: Final = 0
_TIGHT: Final = 1
_BARE: Final = 2
"""Widths of the row: every kind in words; the same without air; only the chosen kind in words."""


def _pad(level: int) -> int:
    return _PAD if level == _WORDED else _TIGHT_PAD


class KindChip(QAbstractButton):
    """One thing that can be written: its digit, its badge or icon, its word."""

    def __init__(self, theme: Theme, choice: Choice) -> None:
        super().__init__()
        self._theme = theme
        self.choice = choice
        self._picture: QPixmap | None = None
        self._picture_of: tuple[object, ...] = ()
        self._worded = choice.target is Target.CARD
        self._level = _WORDED
        self._side_taken = self._side
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keys = f"{key_text('Ctrl')} {choice.digit}" if choice.digit else ""
        self.setAccessibleName(choice.label)
        self.setToolTip(f"{choice.label} ({keys})" if keys else choice.label)

    def set_level(self, level: int) -> None:
        """Take less width, or as much as is good; the letters follow the size of the window."""
        if (level, self._side) != (self._level, self._side_taken):
            self._level, self._side_taken = level, self._side
            self.updateGeometry()
            self.update()

    @property
    def _side(self) -> int:
        return _SIDE - 2 if self._theme.metrics.compact else _SIDE

    def _font(self, level: int) -> QFont:
        font = self._theme.font("body", weight=600 if self.isChecked() else 400)
        if self._theme.metrics.compact:
            font.setPixelSize(14 if level == _WORDED else 13)
        return font

    def _words(self, level: int) -> str:
        worded = self._worded and level != _BARE
        return self.choice.label if worded or self.isChecked() else ""

    def width_at(self, level: int) -> int:
        """Return the width in px that digit, badge and word take at one of the row's widths."""
        words = self._words(level)
        width = float(2 * _pad(level) + self._side)
        if self.choice.digit:
            width += self._digit_width(level)
        if words:
            width += 6 + QFontMetricsF(self._font(level)).horizontalAdvance(words) + 1
        return round(width + 0.5)

    def sizeHint(self) -> QSize:
        """Fit digit, badge and word."""
        return QSize(self.width_at(self._level), _HEIGHT)

    def _digit_width(self, level: int) -> float:
        return _pad(level) + QFontMetricsF(self._theme.font("meta")).horizontalAdvance(self.choice.digit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip from its picture: it is asked for whenever the bar above it grows or shrinks."""
        del event
        state = (self.isChecked(), self.underMouse(), self._level)
        key = (self.size(), state, self._side, self._theme.dark, self.devicePixelRatioF())
        if self._picture is None or key != self._picture_of:
            picture = QPixmap(self.size() * self.devicePixelRatioF())
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                self._paint(painter)
            self._picture, self._picture_of = picture, key
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)

    def _paint(self, painter: QPainter) -> None:
        """Paint digit, badge and word; the chosen chip has an edge and bold words."""
        theme, choice = self._theme, self.choice
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme.colour("ink" if self.isChecked() else "line_strong"), 1.5))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(rect, 6, 6)
        x = float(_pad(self._level))
        if choice.digit:
            painter.setPen(theme.colour("ink_3"))
            painter.setFont(theme.font("meta"))
            painter.drawText(QRectF(x, 0, 20, self.height()), Qt.AlignmentFlag.AlignVCenter, choice.digit)
            x += self._digit_width(self._level)
        side = self._side
        place = QRectF(x, (self.height() - side) / 2, side, side)
        if choice.target is Target.CARD:
            solid, glyph = theme.badge(choice.look)
            paint_badge(painter, place, choice.look, solid=solid, glyph=glyph)
        else:
            paint_icon(painter, place, TARGET_ICONS[choice.target], theme.colour("ink_2"))
        if words := self._words(self._level):
            painter.setPen(theme.colour("ink"))
            painter.setFont(self._font(self._level))
            room = QRectF(x + side + 6, 0, self.width(), self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class PinButton(QAbstractButton):
    """Keep the kind after Enter: off by default."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the button's square."""
        return QSize(_HEIGHT, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pin; on a tint while it is on."""
        del event
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            if self.isChecked() or self.underMouse():
                painter.setPen(QPen(theme.colour("primary" if self.isChecked() else "line_strong"), 1.5))
                painter.setBrush(theme.colour("primary_tint" if self.isChecked() else "surface"))
                painter.drawRoundedRect(rect, 6, 6)
            colour = theme.colour("primary" if self.isChecked() else "ink_3")
            paint_icon(painter, QRectF(self.rect()).adjusted(7, 7, -7, -7), "pin", colour)


class KindRow(QWidget):
    """All that can be written, by mouse or by Ctrl and a digit; clicking never takes the focus."""

    chosen = Signal(object)
    """A person wants this Choice."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chips: list[KindChip] = []
        self._level = _WORDED
        self._row = FlowLayout(self, gap=_SPACE)
        self._cap = KeyCap(theme, key_text("Ctrl"))
        self._cap.setFixedHeight(_HEIGHT)
        self._row.addWidget(self._cap)
        self.pin = PinButton(theme)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these."""
        self._row.removeWidget(self.pin)
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [KindChip(self._theme, choice) for choice in choices]
        for chip in self._chips:
            chip.clicked.connect(lambda _on=False, chip=chip: self.chosen.emit(chip.choice))
            self._row.addWidget(chip)
        self._row.addWidget(self.pin)
        self._fit()
        self.retranslate()

    def come_after(self, part: QWidget) -> None:
        """Let Tab lead from a part of the page through the kinds to the pin."""
        for each in (*self._chips, self.pin):
            QWidget.setTabOrder(part, each)
            part = each

    def retranslate(self) -> None:
        """Name the pin in the screen's language."""
        self.pin.setAccessibleName(_("Keep the type"))
        self.pin.setToolTip(_("Keep the type for the next card"))

    def show_choice(self, choice: Choice) -> None:
        """Mark what is being written now."""
        for chip in self._chips:
            marked = chip.choice == choice
            if chip.isChecked() != marked:
                chip.setChecked(marked)
                chip.updateGeometry()
        self._fit()
        self._row.invalidate()
        self.updateGeometry()

    @property
    def is_one_line(self) -> bool:
        """Whether everything stands on one line."""
        return self._needed(self._level) <= self.width()

    def _needed(self, level: int) -> int:
        parts = [*(chip.width_at(level) for chip in self._chips), self.pin.sizeHint().width()]
        if level == _WORDED:
            parts.append(self._cap.sizeHint().width())
        return sum(parts) + _SPACE * (len(parts) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the kinds on one line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say as much as one line holds; the tip of a chip always says its word.

        It is reckoned before anything is shown or hidden: Qt lays the row out at once when a part is shown.
        """
        levels = (_WORDED, _TIGHT, _BARE)
        self._level = next((level for level in levels if self._needed(level) <= self.width()), _BARE)
        for chip in self._chips:
            chip.set_level(self._level)
        if self._cap.isHidden() == (self._level == _WORDED):
            self._cap.setVisible(self._level == _WORDED)
        self._row.invalidate()
