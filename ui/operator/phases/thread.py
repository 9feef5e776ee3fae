"""The small thread of a board's phases: solid is done, filled is now, dotted is to come."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.actions import key_hint
from ui.presenters.phases import PhaseStep
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.thread import dotted_pen, solid_pen
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label

HEIGHT: Final = 30
_NODE: Final = 16.0
_GAP: Final = 6
_LINE: Final = 16
"""Px of thread before each knot but the first."""


class PhaseKnot(QAbstractButton):
    """One phase: its knot on the thread, the thread that leads to it, and its word where there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._first = False
        self._with_word = True
        self.step: PhaseStep | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, step: PhaseStep, *, first: bool) -> None:
        """Show a phase; the first has no thread before it."""
        self.step, self._first = step, first
        self.setAccessibleName(step.spoken())
        self.setAccessibleDescription(step.help)
        self.setToolTip(f"{step.word}: {step.help}")
        self.updateGeometry()
        self.update()

    def set_with_word(self, *, shown: bool) -> None:
        """Say the word, or leave it to the tip."""
        self._with_word = shown
        self.updateGeometry()
        self.update()

    def width_with(self, *, word: bool) -> int:
        """Return how wide the phase is with or without its word, in px."""
        before = 0 if self._first else _LINE
        if self.step is None or not word:
            return round(before + _NODE + _GAP)
        advance = QFontMetrics(self._theme.font("meta", weight=700)).horizontalAdvance(self.step.word)
        return round(before + _NODE + _GAP + advance + _GAP)

    def sizeHint(self) -> QSize:
        """Return the room for knot and word."""
        return QSize(self.width_with(word=self._with_word), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the thread that leads here, the knot, and the word."""
        del event
        step, theme = self.step, self._theme
        if step is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            left = 0.0 if self._first else float(_LINE)
            if not self._first:
                line = theme.colour("primary" if step.state != "coming" else "line_strong")
                painter.setPen(solid_pen(line, 2) if step.state != "coming" else dotted_pen(line, 2))
                painter.drawLine(QPointF(1, middle), QPointF(left - 4, middle))
            self._paint_knot(painter, step, QRectF(left, middle - _NODE / 2, _NODE, _NODE))
            if self._with_word:
                now = step.state == "now"
                painter.setFont(theme.font("meta", weight=700 if now else 500))
                painter.setPen(theme.colour("ink" if now or self.underMouse() else "ink_2"))
                room = QRectF(left + _NODE + _GAP, 0, self.width(), self.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, step.word)

    def _paint_knot(self, painter: QPainter, step: PhaseStep, place: QRectF) -> None:
        theme = self._theme
        if step.state == "now":
            painter.setPen(QPen(theme.colour("now_ink"), 2))
            painter.setBrush(theme.colour("now"))
            painter.drawEllipse(place.adjusted(1, 1, -1, -1))
            return
        if step.state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            painter.drawEllipse(place.adjusted(1, 1, -1, -1))
            paint_icon(painter, place.adjusted(3, 3, -3, -3), "check", theme.colour("on_primary"))
            return
        painter.setPen(QPen(theme.colour("ink_2" if self.underMouse() else "line_strong"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(2.5, 2.5, -2.5, -2.5))


class PhaseThread(QWidget):
    """Six phases on one line, and below it one sentence where something cannot be undone."""

    phase_chosen = Signal(object)
    """A person wants the board to be in this Phase."""

    next_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.knots = [PhaseKnot(theme) for _place in range(6)]
        self.next = Button(theme, " ", icon="arrow-right", size="small")
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next.clicked.connect(self.next_wanted)
        self._coming = ""
        self._told = QWidget()
        self.sentence = label(theme, role="meta", tone="ink", wrap=True)
        told = QHBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 2)
        told.setSpacing(6)
        told.addWidget(IconLabel(theme, "triangle-alert", "cue", 16), 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.sentence, 1)
        self._told.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        for knot in self.knots:
            knot.clicked.connect(lambda _on=False, knot=knot: self._choose(knot))
            row.addWidget(knot)
        row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._told)
        self._column = column
        theme.changed.connect(self.update)

    def show_steps(self, steps: Sequence[PhaseStep]) -> None:
        """Show the phases of a board; none hides the thread."""
        self.setVisible(bool(steps))
        for place, (knot, step) in enumerate(zip(self.knots, steps, strict=False)):
            knot.show_step(step, first=place == 0)
        coming = next((step for step in steps if step.state == "coming"), None)
        self._coming = coming.word if coming is not None else ""
        self.next.setVisible(coming is not None)
        self.retranslate()

    def add_below(self, part: QWidget) -> None:
        """Put a part below the thread that is there in some phases only."""
        self._column.addWidget(part)

    def tell(self, sentence: str) -> None:
        """Say what cannot be undone before it is done; nothing takes it away."""
        self.sentence.setText(sentence)
        self._told.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Phases of the board"))
        self.next.setText(self._coming)
        self.next.setAccessibleName(_("Next phase: {phase}").format(phase=self._coming))
        hint = key_hint("board.next_phase")
        self.next.set_keys(hint)
        self.next.setToolTip(_("Next phase: {phase} ({key})").format(phase=self._coming, key=hint))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Fit the knots and one word at least."""
        return QSize(260, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Leave out words that do not fit: those of phases far from the one that is on first."""
        now = next((n for n, knot in enumerate(self.knots) if knot.step and knot.step.state == "now"), 0)
        for words in ("Keys", "Word", "Icon"):
            self.next.set_keys(key_hint("board.next_phase") if words == "Keys" else "")
            self.next.setText("" if words == "Icon" else self._coming)
            room = self.width() - 8 - (0 if self.next.isHidden() else self.next.sizeHint().width())
            if sum(knot.width_with(word=True) for knot in self.knots) <= room:
                break
        for reach in (6, 1, 0):
            shown = [abs(place - now) <= reach for place in range(len(self.knots))]
            wide = sum(k.width_with(word=on) for k, on in zip(self.knots, shown, strict=True))
            if wide <= room or reach == 0:
                break
        for knot, on in zip(self.knots, shown, strict=True):
            knot.set_with_word(shown=on)

    def _choose(self, knot: PhaseKnot) -> None:
        if knot.step is not None:
            self.phase_chosen.emit(knot.step.phase)

    @property
    def told(self) -> str:
        """The sentence that is said now, empty for none."""
        return "" if self._told.isHidden() else self.sentence.text()
