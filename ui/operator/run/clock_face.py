"""The digits of the session's clock and the fuse below them."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.timer import TimerPhase
from facilitator.i18n import _
from ui.presenters.run_clock import ClockFace, Fuse
from ui.theme.theme import Theme

FUSE: Final = 14
_MARK: Final = 22
_NARROW: Final = 54
"""px of the digits where the window is at its smallest."""


class Digits(QWidget):
    """The clock's face; only this is painted anew each second."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._phase = TimerPhase.RUNNING
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_digits(self, text: str, phase: TimerPhase) -> None:
        """Show another face."""
        longer = len(text) != len(self._text) or (phase is TimerPhase.PAUSED) != self._paused
        self._text, self._phase = text, phase
        self.setAccessibleName(_("Time: {digits}").format(digits=text))
        if longer:
            self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave room for what is said beside the digits."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()
            self.update()

    def _font(self, *, narrow: bool) -> QFont:
        font = self._theme.font("timer_compact" if self._theme.metrics.compact else "timer", tabular=True)
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 98)
        if narrow:
            font.setPixelSize(_NARROW)
        return font

    def full_width(self) -> int:
        """Return the width in px of full digits, "00:00" at least: shorter ones are no reason to grow."""
        metrics = QFontMetricsF(self._font(narrow=False))
        width = max(metrics.horizontalAdvance(words) for words in (self._text, "00:00"))
        return round(width) + (40 if self._paused else 0) + 4

    def sizeHint(self) -> QSize:
        """Fit the digits; a paused clock has a sign before them."""
        metrics = QFontMetricsF(self._font(narrow=self._narrow))
        width = metrics.horizontalAdvance(self._text) + (self._pause_width() if self._paused else 0)
        return QSize(round(width) + 4, round(self._full_cap() * 1.22))

    def _full_cap(self) -> float:
        """Return the height in px of full digits: narrow ones stand on the same line, and nothing moves."""
        return QFontMetricsF(self._font(narrow=False)).capHeight()

    def minimumSizeHint(self) -> QSize:
        """Never cut a digit."""
        return self.sizeHint()

    @property
    def _paused(self) -> bool:
        return self._phase is TimerPhase.PAUSED

    def _pause_width(self) -> float:
        return 28.0 if self._narrow else 40.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digits in the colour of their phase."""
        del event
        tone = {TimerPhase.OVER: "over", TimerPhase.PAUSED: "ink_3"}.get(self._phase, "ink")
        colour = self._theme.colour(tone)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = self._font(narrow=self._narrow)
            cap = QFontMetricsF(font).capHeight()
            baseline = (self.height() + self._full_cap()) / 2
            x = 0.0
            if self._paused:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                wide = 7.0 if self._narrow else 8.0
                for left in (2.0, 2.0 + wide * 1.75):
                    painter.drawRoundedRect(QRectF(left, baseline - cap * 0.8, wide, cap * 0.6), 2, 2)
                x = self._pause_width()
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QPointF(x - 3, baseline), self._text)


class FuseBar(QWidget):
    """The agreed minutes as a bar that burns: petrol, ochre after the cue, hatched brick over time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._face: ClockFace | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_MARK + 24)

    def show_face(self, face: ClockFace) -> None:
        """Show how much of the time is used up."""
        before, self._face = self._face, face
        if before is None or self._pixels(before.fuse) != self._pixels(face.fuse) or before != face:
            self.setAccessibleName(f"{face.lead}. {face.ends}")
            self.update()

    def _pixels(self, fuse: Fuse) -> tuple[int, TimerPhase]:
        return round(fuse.used * self.width()), fuse.phase

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, used part, ticks, cue mark and the three times below."""
        del event
        if self._face is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            bar = QRectF(0, (_MARK - FUSE) / 2, self.width(), FUSE)
            self._paint_bar(painter, bar, self._face.fuse)
            self._paint_times(painter, self._face)

    def _paint_bar(self, painter: QPainter, bar: QRectF, fuse: Fuse) -> None:
        theme, radius = self._theme, FUSE / 2
        outline = QPainterPath()
        outline.addRoundedRect(bar, radius, radius)
        painter.fillPath(outline, theme.colour("sunken"))
        painter.save()
        painter.setClipPath(outline)
        tone = {TimerPhase.CUE: "cue", TimerPhase.PAUSED: "line_strong"}.get(fuse.phase, "primary")
        filled = bar.width() * min(fuse.used, fuse.end or 1.0)
        painter.fillRect(QRectF(bar.left(), bar.top(), filled, bar.height()), theme.colour(tone))
        if fuse.end is not None:
            tail = QRectF(
                bar.width() * fuse.end, bar.top(), bar.width() * (fuse.used - fuse.end), bar.height()
            )
            self._hatch(painter, tail)
        painter.restore()
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        for tick in fuse.ticks:
            if tick > fuse.used and tick != fuse.cue:
                x = round(bar.width() * tick) + 0.5
                painter.drawLine(QPointF(x, bar.top() + 3), QPointF(x, bar.bottom() - 3))
        mark = fuse.end if fuse.end is not None else fuse.cue
        if mark is not None:
            tone = "ink" if fuse.end is not None else "now_ink"
            x = bar.width() * mark
            painter.setPen(QPen(theme.colour(tone), 3))
            painter.drawLine(QPointF(x, 1), QPointF(x, _MARK - 1))

    def _hatch(self, painter: QPainter, tail: QRectF) -> None:
        painter.save()
        painter.setClipRect(tail, Qt.ClipOperation.IntersectClip)
        painter.fillRect(tail, self._theme.colour("over_tint"))
        painter.setPen(QPen(self._theme.colour("over"), 4))
        x = tail.left() - FUSE
        while x < tail.right() + FUSE:
            painter.drawLine(QPointF(x, tail.bottom()), QPointF(x + FUSE, tail.top()))
            x += 9
        painter.restore()

    def _paint_times(self, painter: QPainter, face: ClockFace) -> None:
        painter.setFont(self._theme.font("meta", tabular=True))
        painter.setPen(self._theme.colour("ink_2"))
        metrics = QFontMetricsF(painter.font())
        top, height = _MARK + 2, 20
        painter.drawText(QPointF(0, top + 14), face.left)
        right = self.width() - metrics.horizontalAdvance(face.right)
        painter.drawText(QPointF(right, top + 14), face.right)
        mark = face.fuse.end if face.fuse.end is not None else face.fuse.cue
        if face.cue and mark is not None:
            wide = metrics.horizontalAdvance(face.cue)
            x = min(self.width() * mark - wide / 2, right - wide - 16)
            if x > metrics.horizontalAdvance(face.left) + 12:
                painter.drawText(QRectF(x, top, wide + 2, height), Qt.AlignmentFlag.AlignLeft, face.cue)
